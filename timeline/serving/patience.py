"""gunicorn's worker with threads, which waits for nobody without end.

gunicorn itself waits as long as a client likes for the rest of a request, and a thread with it: as many clients as there are threads, which
need do nothing more, would stop the site for ever, and `timeout` ends only a worker of one thread. Here a connection is cut that has not
sent the head of its request in good time, or not taken its answer. Its thread finds it closed and goes on to the next.
"""

import socket
import time
from contextlib import suppress
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

HEAD = 20.0  # seconds, for the lines of a request
WHOLE = 300.0  # for what is sent behind them, a file of 8 MB among it, and for taking the answer


class Worker(ThreadWorker):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._until: dict[TConn, float] = {}  # of each connection that a thread is busy with

    def handle(self, conn: TConn) -> Any:
        self._until[conn] = time.monotonic() + HEAD
        try:
            return super().handle(conn)
        finally:
            del self._until[conn]

    def handle_request(self, req: Any, conn: TConn) -> Any:
        self._until[conn] = time.monotonic() + WHOLE
        return super().handle_request(req, conn)

    def murder_pending(self) -> None:
        """Asked each second, beside gunicorn's own look at connections that sent nothing."""
        super().murder_pending()
        now = time.monotonic()
        for conn in [one for one, until in list(self._until.items()) if until < now]:
            with suppress(OSError):  # ended meanwhile
                conn.sock.shutdown(socket.SHUT_RDWR)
