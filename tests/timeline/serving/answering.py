"""An application of a few lines: reads all that is sent, and answers; at /long with more than lies between a server and a client that takes
nothing.
"""

from collections.abc import Iterable

PIECE, LONG = b"said " * 20_000, 640  # 64 MB


def application(environ: dict, start_response) -> Iterable[bytes]:
    while environ["wsgi.input"].read(1000):
        pass
    start_response("200 OK", [("Content-Type", "text/plain")])
    return (PIECE for _ in range(LONG)) if environ["PATH_INFO"] == "/long" else [b"said"]
