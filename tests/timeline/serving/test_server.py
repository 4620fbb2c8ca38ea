"""Many slow clients at once do not keep others from being answered."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from urllib.parse import quote

import pytest
from django.conf import settings

from timeline.alike.asking import LONGEST_TEXT

SLOW = 60  # clients of each kind; with four threads a worker, eight stopped the site
SENT_SLOWLY = {
    "header": b"GET / HTTP/1.1\r\nHost: localho",
    "body": b"POST /admin/login/ HTTP/1.1\r\nHost: localhost\r\nCookie: csrftoken=" + b"a" * 32 + b"\r\nContent-Type: "
    b"application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na=",
    "nothing": b"",
}


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The server as it is deployed, at a socket that it is given, with an archive in a file of its own."""
    var = tmp_path_factory.mktemp("serving")
    (var / "static").symlink_to(settings.STATIC_ROOT)
    environment = os.environ | {"VAR_DIR": str(var), "CACHE_URL": "", "DATABASE_URL": f"sqlite:///{var}/archive.sqlite3"}
    subprocess.run([sys.executable, "manage.py", "migrate", "--verbosity", "0"], env=environment, cwd=settings.BASE_DIR, check=True)
    with socket.create_server(("127.0.0.1", 0), backlog=1024) as listener:
        listener.set_inheritable(True)
        command = [sys.executable, "-m", "gunicorn", "--config", "timeline/serving/server.py", "--bind", f"fd://{listener.fileno()}"]
        server = subprocess.Popen(command, env=environment, cwd=settings.BASE_DIR, pass_fds=[listener.fileno()])
        try:
            yield listener.getsockname()[1]
        finally:
            server.terminate()
            server.wait(30)


def connect(port: int, sent: bytes) -> socket.socket:
    client = socket.create_connection(("127.0.0.1", port), timeout=60)
    client.sendall(sent)
    return client


def status_of(port: int, path: str = "/chronology/") -> bytes:
    with connect(port, f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()) as client:
        return client.makefile("rb").readline()


@pytest.mark.full
@pytest.mark.once
@pytest.mark.parametrize("kind", SENT_SLOWLY)
def test_slow_clients_keep_nobody_from_being_answered(port, kind):
    with ExitStack() as held:
        for _ in range(SLOW):
            held.enter_context(connect(port, SENT_SLOWLY[kind]))

        assert {status_of(port) for _ in range(5)} == {b"HTTP/1.1 200 OK\r\n"}


@pytest.mark.once
def test_server_answers_at_the_socket_that_it_is_given(port):
    assert status_of(port) == b"HTTP/1.1 200 OK\r\n"
    assert status_of(port, "/admin/login/") == b"HTTP/1.1 200 OK\r\n"
    assert status_of(port, f"/search/?like={quote('Мост ' * (LONGEST_TEXT // 5))}") == b"HTTP/1.1 200 OK\r\n"


ASKED = """
import sys, timeline.wsgi
from django.urls import reverse
from timeline.api.schema import description

reverse("claim", args=["gate-open"]), description()
print({"numpy", "requests", "pygments", "trafilatura", "archive.extraction", "archive.admin.base", "timeline.editors"} & set(sys.modules))
print(reverse("admin:archive_statement_changelist"), "timeline.editors" in sys.modules)
"""


@pytest.mark.once
def test_readers_are_answered_without_the_editors_side():
    told = subprocess.run([sys.executable, "-c", ASKED], cwd=settings.BASE_DIR, capture_output=True, text=True, check=True)

    assert told.stdout == "set()\n/admin/archive/statement/ True\n"
