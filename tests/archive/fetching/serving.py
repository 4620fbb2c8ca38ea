"""A web server for tests: it stands on this machine, and only a Network that a test hands in leads there."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator

from archive.fetching.connecting import Network

Handler = Callable[[str, socket.socket], None]
INSIDE = "127.0.0.1"


class Site:
    """Answers each path with the bytes, or by the function, that stand in `pages`; notes what it was asked."""

    def __init__(self, pages: dict[str, bytes | Handler], context: ssl.SSLContext | None = None) -> None:
        self.pages, self.context = {"/robots.txt": answer(b"", status="404 Not Found")} | pages, context
        self.asked: list[str] = []
        self.heads: list[str] = []
        self.listener = socket.create_server((INSIDE, 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def network(self, **changes) -> Network:
        """Every name is this machine, and every port the server's."""
        given = {"resolve": lambda *_: [INSIDE], "allowed": lambda ip: ip == INSIDE, "connect": self.connect}
        return Network(**given | changes)

    def connect(self, place: tuple[str, int], seconds: float) -> socket.socket:
        return socket.create_connection((place[0], self.port), seconds)

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(line,), daemon=True).start()

    def _answer(self, line: socket.socket) -> None:
        with contextlib.suppress(OSError, UnicodeDecodeError), contextlib.closing(line):
            if self.context is None:
                self._talk(line)
                return
            with self.context.wrap_socket(line, server_side=True) as secured:
                self._talk(secured)

    def _talk(self, line: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head and (piece := line.recv(65536)):
            head += piece
        if not head:
            return
        path = head.split(b" ", 2)[1].decode()
        self.asked.append(path)
        self.heads.append(head.decode())
        page = self.pages.get(path.split("?", 1)[0], answer(b"", status="404 Not Found"))
        if callable(page):
            page(head.decode(), line)
        else:
            line.sendall(page)


def answer(body: bytes, *lines: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    length = (
        [] if any(line.lower().startswith(("content-length", "transfer-encoding")) for line in lines) else [f"Content-Length: {len(body)}"]
    )
    return "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {kind}", *length, *lines, "", ""]).encode() + body


def redirect(to: str, status: str = "302 Found") -> bytes:
    return answer(b"", f"Location: {to}", status=status)


@contextlib.contextmanager
def serving(pages: dict[str, bytes | Handler], context: ssl.SSLContext | None = None) -> Iterator[Site]:
    site = Site(pages, context)
    try:
        yield site
    finally:
        site.listener.close()
