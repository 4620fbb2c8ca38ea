"""A webhook is called: signed, once, and nowhere inward. With the server that stands in for the internet."""

import base64
import hashlib
import hmac
import json

import pytest

from archive.alerts import calling, signing
from archive.alerts.calling import Caller, NotTaken
from archive.fetching.connecting import Network
from archive.models import AlertReceiver
from tests.archive.alerts.rows import NOW
from tests.archive.fetching.serving import answer, redirect, serving

KEY, HOOK = "k" * 22, "http://newsroom.example/hook"


def test_call_is_signed_as_standard_webhooks_wants_it():
    heard = []

    def hear(head, line):
        length = int(head.lower().split("content-length: ")[1].split("\r\n")[0])
        body = head.split("\r\n\r\n", 1)[1].encode()
        while len(body) < length:
            body += line.recv(65536)
        heard.append((dict(one.split(": ", 1) for one in head.split("\r\n\r\n")[0].split("\r\n")[1:]), body))
        line.sendall(answer(b"yes" * 10_000, status="202 Accepted"))

    with serving({"/hook": hear}) as site:
        answered = Caller(site.network()).call(HOOK, KEY, "msg1", {"words": "«Сбор»"}, at=NOW)

    head, body = heard[0]
    assert json.loads(body) == {"words": "«Сбор»"}
    secret = base64.b64decode(signing.secret_of(KEY).removeprefix("whsec_"))
    signed = f"{head['webhook-id']}.{head['webhook-timestamp']}.".encode() + body
    assert head["webhook-signature"] == "v1," + base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
    assert (head["webhook-id"], head["webhook-timestamp"], head["Content-Type"]) == ("msg1", str(int(NOW.timestamp())), "application/json")
    assert (answered.status, len(answered.body)) == (202, 4096)
    assert len(secret) == 32


def test_what_does_not_arrive_says_why(monkeypatch):
    def say_nothing(head, line):
        while line.recv(65536):
            pass

    pages = {"/hook": redirect("http://elsewhere.example/"), "/slow": say_nothing}
    with serving(pages) as site:
        caller = Caller(site.network())
        with pytest.raises(NotTaken, match="status 302"):
            caller.call(HOOK, KEY, "msg1", {}, at=NOW)
        monkeypatch.setattr(calling, "SECONDS", 0.3)
        with pytest.raises(NotTaken, match="took too long"):
            caller.call("http://newsroom.example/slow", KEY, "msg1", {}, at=NOW)
        assert site.asked == ["/hook", "/slow"]


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "http://localhost/", "http://10.0.0.7/x", "http://hook.example:8080/", "ftp://a.example/"]
)
def test_no_call_leads_inward(address):
    connections = []
    network = Network(resolve=lambda *_: ["127.0.0.1"], connect=lambda *place: connections.append(place))

    for inward in (address, "http://inward.example/"):
        with pytest.raises(NotTaken):
            Caller(network).call(inward, KEY, "msg1", {}, at=NOW)
    assert connections == []


def test_token_opens_what_it_was_made_for():
    row = AlertReceiver(key=KEY)
    token = signing.token(row, signing.TO_CHANGE)

    assert signing.key_in(token, signing.TO_CHANGE) == KEY
    assert signing.key_in(token, signing.TO_CONFIRM) is None
    assert signing.key_in(token[:-1] + ("A" if token[-1] != "A" else "E"), signing.TO_CHANGE) is None
    assert signing.key_in(KEY, signing.TO_CHANGE) is None
