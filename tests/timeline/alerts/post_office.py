"""A mail server for tests, which stands on this machine and keeps what it is given; and a server that a webhook calls."""

import contextlib
import email
import json
import re
import socket
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.controller import Controller

from tests.archive.fetching.serving import Site, answer, serving

HOOK = "http://newsroom.example/hook"
REFUSED, BREAKING = "nobody@example.org", "breaker@example.org"


class Letters:
    """Takes every mail but one of a receiver that it does not know, and one at which it breaks off."""

    def __init__(self) -> None:
        self.got: list[tuple[str, EmailMessage]] = []

    async def handle_RCPT(self, server, _session, envelope, address, _options):  # noqa: N802 - called so by aiosmtpd
        if address == REFUSED:
            return "550 no such mailbox"
        if address == BREAKING:
            server.transport.close()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 - called so by aiosmtpd
        self.got.append((envelope.rcpt_tos[0], email.message_from_bytes(envelope.content, policy=default)))
        return "250 OK"

    def take(self) -> list[tuple[str, EmailMessage]]:
        """What came since they were taken last."""
        taken, self.got = self.got, []
        return taken


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextlib.contextmanager
def post_office(settings) -> Iterator[Letters]:
    letters = Letters()
    controller = Controller(letters, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_URL, settings.EMAIL_BACKEND = "smtp://127.0.0.1", "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    try:
        yield letters
    finally:
        controller.stop()


def text_of(mail: EmailMessage, form: str = "plain") -> str:
    body = mail.get_body((form,))
    assert body is not None
    return body.get_content().replace("\r\n", "\n")


def link_in(mail: EmailMessage, kind: str) -> str:
    """The path of the link of an alert that a mail holds."""
    found = re.search(rf"http://\S+?(/alerts/{kind}/\S+)", text_of(mail))
    assert found
    return found[1]


class Newsroom:
    """Answers challenges, and keeps what it is told; or answers with what stands in `says`."""

    def __init__(self) -> None:
        self.told: list[tuple[str, dict]] = []
        self.says: str = ""

    def hear(self, head: str, line) -> None:
        lines, _, begun = head.partition("\r\n\r\n")
        named = dict(one.split(": ", 1) for one in lines.split("\r\n")[1:])
        body = begun.encode()
        while len(body) < int(named["Content-Length"]):
            body += line.recv(65536)
        told = json.loads(body)
        self.told.append((named["webhook-id"], told))
        challenge = told["data"].get("challenge", "")
        line.sendall(answer(challenge.encode(), status=self.says or "200 OK"))

    @contextlib.contextmanager
    def open(self) -> Iterator[Site]:
        with serving({"/hook": self.hear}) as site:
            yield site
