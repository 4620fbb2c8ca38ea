"""More clients than there are threads send half a request, or take no answer: they are cut off, and the others are answered."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from django.conf import settings

from tests.timeline.serving.test_server import SENT_SLOWLY, connect

pytestmark = pytest.mark.once
CONFIGURED = """
exec(open("timeline/serving/server.py").read())
from timeline.serving import patience
workers, threads, preload_app = 1, 8, False
patience.HEAD, patience.WHOLE = 1.0, 2.0
"""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Our worker, with eight threads and little patience, before an application of a few lines."""
    config = tmp_path_factory.mktemp("patience") / "config.py"
    config.write_text(CONFIGURED)
    with socket.create_server(("127.0.0.1", 0), backlog=1024) as listener:
        listener.set_inheritable(True)
        options = ["--config", str(config), "--bind", f"fd://{listener.fileno()}", "tests.timeline.serving.answering:application"]
        command = [sys.executable, "-m", "gunicorn", *options]
        server = subprocess.Popen(command, env=os.environ.copy(), cwd=settings.BASE_DIR, pass_fds=[listener.fileno()])
        try:
            yield listener.getsockname()[1]
        finally:
            server.terminate()
            server.wait(30)


def is_answered(port: int) -> bool:
    with connect(port, b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n") as client:
        return client.makefile("rb").readline() == b"HTTP/1.1 200 OK\r\n"


SLOW = {**SENT_SLOWLY, "taken": b"GET /long HTTP/1.1\r\nHost: localhost\r\n\r\n"}


@pytest.mark.parametrize("kind", SLOW)
def test_who_keeps_all_threads_waiting_is_cut_off(port, kind):
    with ExitStack() as held:
        slow = [held.enter_context(connect(port, SLOW[kind])) for _ in range(30)]

        assert is_answered(port)
        if kind in ("header", "body"):
            assert slow[0].recv(1) == b""  # closed, and nothing was answered
