"""Rounds, from asking to arriving: with a real mail server and a real web server on this machine."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command

from archive import publication
from archive.alerts import sending
from archive.alerts.calling import Caller
from archive.alerts.signing import TO_CHANGE, token
from archive.models import AlertAsking, AlertDelivery, AlertEntry, AlertMark, AlertReceiver, Speaker
from tests import factories as make
from tests.archive.alerts import rows
from tests.timeline.alerts.post_office import BREAKING, HOOK, REFUSED, Newsroom, link_in, post_office, text_of
from timeline.alerts import mails, rounds
from timeline.alerts.rounds import send_alerts
from timeline.alerts.watched import Understood, understand

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
MORNING = datetime(2026, 3, 5, 6, 1, tzinfo=UTC)
ADA = "ada@example.org"


class Clock:
    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def letters(settings):
    with post_office(settings) as letters:
        yield letters


@pytest.fixture
def newsroom():
    return Newsroom()


def wanted(*rows_or_paths):
    found = [understand(one if isinstance(one, str) else one.get_absolute_url()) for one in rows_or_paths]
    assert all(isinstance(one, Understood) for one in found), found
    return [one.wanted for one in found]


def heard(name: str = "") -> Speaker:
    """A speaker who is on record already."""
    speaker = make.make_speaker(name)
    make.make_public_statement(speakers=[speaker])
    return speaker


def watching(*rows_or_paths, address=ADA) -> AlertReceiver:
    return rows.receiver(address, *wanted(*rows_or_paths), at=NOON - timedelta(hours=1))


def test_mail_is_asked_for_confirmed_sent_once_a_day_and_ended(client, clock, letters):
    claim, speaker = make.make_claim("The toll stays."), heard("Ada Moreau")
    make.make_public_statement(words="The toll stays as it is", claims=[claim], speakers=[speaker])

    with time_machine.travel(NOON, tick=False):
        page = client.post("/alerts/new/", {"watch": claim.get_absolute_url(), "email": "Ada@Example.org", "rhythm": "daily"})
    assert "Look into your mail" in page.content.decode()
    assert send_alerts(clock=clock)["confirmations asked"] == 1
    ((to, mail),) = letters.take()
    assert (to, mail["Subject"], mail["Auto-Submitted"]) == (ADA, "Confirm your alerts", "auto-generated")
    assert "The toll stays." in text_of(mail)
    assert "The toll stays." in text_of(mail, "html")
    address = link_in(mail, "confirm")
    assert "The toll stays." in client.get(address).content.decode()
    assert not AlertReceiver.objects.exists()  # a program that opens links confirms nothing
    with time_machine.travel(NOON, tick=False):
        changed = client.post(address, {"keep": claim.get_absolute_url()})
    assert changed["Location"].startswith("/alerts/change/")
    assert client.get(address).status_code == 410

    said = make.make_public_statement(words="The toll will stay, she said", claims=[claim], speakers=[speaker], said_on="2024-06-24")
    assert send_alerts(clock=clock)["entries"] == 1
    assert letters.take() == []
    clock.at = MORNING
    assert send_alerts(clock=clock)["sent by e-mail"] == 1
    ((to, mail),) = letters.take()
    assert (to, mail["Subject"]) == (ADA, "1 new statement: The toll stays.")
    for form in ("plain", "html"):
        body = text_of(mail, form)
        assert "Ada Moreau" in body
        assert "The toll will stay, she said" in body
        assert f"http://testserver{said.get_absolute_url()}" in body
    end = link_in(mail, "end")
    assert mail["List-Unsubscribe"].strip() == f"<http://testserver{end}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    clock.at += timedelta(days=1)
    assert not any(send_alerts(clock=clock).values())  # quiet when nothing is new
    assert letters.take() == []

    client.handler.enforce_csrf_checks = True
    assert "End them" in client.get(end).content.decode()
    assert client.post(end, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not AlertReceiver.objects.exists()
    assert client.post(end).status_code == 200
    assert client.get(link_in(mail, "change")).status_code == 410


def test_webhook_answers_a_challenge_and_is_told_within_a_round(clock, newsroom):
    claim = make.make_claim_said(1, "The toll stays.")
    asked = rows.asking(HOOK, *wanted(claim), at=NOON)
    with newsroom.open() as site:
        caller = Caller(site.network())
        newsroom.says = "500 Oops"
        assert send_alerts(caller=caller, clock=clock)["webhooks confirmed"] == 0
        assert AlertAsking.objects.get().trouble == "It answered with the status 500, and not with 200 to 299."
        newsroom.says, clock.at = "", NOON + timedelta(hours=1)
        assert send_alerts(caller=caller, clock=clock)["webhooks confirmed"] == 1
        assert [told["type"] for _id, told in newsroom.told] == ["alerts.challenge"] * 2
        assert AlertReceiver.objects.get().key == asked.key
        newsroom.told.clear()

        said = make.make_public_statement(claims=[claim], said_on="2024-06-24")
        publication.correct(said, by=make.the_chief(), changes={"locator": "page 3"}, revision_class="correction", reason="It was missing.")
        newsroom.says = "503 Busy"
        assert send_alerts(caller=caller, clock=clock)["failed"] == 1
        newsroom.says, clock.at = "", clock.at + timedelta(minutes=5)
        assert send_alerts(caller=caller, clock=clock)["sent by webhook"] == 1
        assert not any(send_alerts(caller=caller, clock=clock).values())

    (first, _), (again, told) = newsroom.told
    assert first == again
    corrected, new = told["data"]["entries"]
    assert (new["kind"], new["statement"]["words"], new["statement"]["said_on"]) == ("saying", said.text, "2024-06-24")
    assert new["statement"]["url"] == f"http://testserver{said.get_absolute_url()}"
    assert new["watch"] == {"name": "The toll stays.", "url": f"http://testserver{claim.get_absolute_url()}"}
    assert (corrected["kind"], corrected["note"]) == ("correction", "It was missing.")
    assert corrected["changes"] == [{"what": "place in the source", "was": "", "now": "page 3"}]
    assert new["id"].endswith(said.public_id)
    assert not AlertDelivery.objects.exists()


def test_webhook_that_only_says_yes_is_not_confirmed(clock, newsroom, monkeypatch):
    rows.asking(HOOK, *wanted(make.make_claim_said(1)), at=NOON)
    with newsroom.open() as site:
        monkeypatch.setattr(newsroom, "hear", None)
        site.pages["/hook"] = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK"
        send_alerts(caller=Caller(site.network()), clock=clock)

    assert AlertAsking.objects.get().trouble == "It did not answer with the challenge that it was sent."


def test_what_is_withdrawn_before_it_is_sent_sends_no_word(clock, letters):
    speaker = heard("Ada Moreau")
    cited = make.make_public_statement(words="The bridge is safe", speakers=[speaker])
    watching(speaker, cited)
    said = make.make_public_statement(words="The dam is unsafe", speakers=[speaker])
    publication.correct(said, by=make.the_chief(), changes={"locator": "p. 3"}, revision_class="typo", reason="A slip.")
    send_alerts(clock=clock)  # all of it waits
    withdrawn = {"by": make.the_chief(), "revision_class": "retraction", "reason": "He never said it."}
    publication.withdraw(said, **withdrawn)
    publication.withdraw(cited, **withdrawn)
    clock.at = MORNING

    send_alerts(clock=clock)

    ((_to, mail),) = letters.take()
    assert mail["Subject"].startswith("2 statements withdrawn")
    body = text_of(mail) + text_of(mail, "html")
    assert "unsafe" not in body
    assert "bridge" not in body
    assert "A slip" not in body
    assert body.count("He never said it.") == 4
    assert f"{cited.get_absolute_url()}" in body


def test_what_a_killed_round_left_is_met_again_with_the_same_id(clock, letters, newsroom, monkeypatch):
    speaker = heard()
    mail, hook = watching(speaker), watching(speaker, address=HOOK)
    make.make_public_statement(speakers=[speaker])

    def killed(*_args, **_told):
        raise KeyboardInterrupt

    with newsroom.open() as site, monkeypatch.context() as patched:
        caller = Caller(site.network())
        patched.setattr(rounds.noticing, "keep", killed)
        with pytest.raises(KeyboardInterrupt):
            send_alerts(caller=caller, clock=clock)
        patched.undo()
        clock.at = MORNING
        patched.setattr(sending, "arrived", killed)
        for _ in range(2):
            with pytest.raises(KeyboardInterrupt):
                send_alerts(caller=caller, clock=clock)
        patched.undo()
        assert send_alerts(caller=caller, clock=clock).total() == 0  # both are taken for being sent
        clock.at += sending.LEASE
        send_alerts(caller=caller, clock=clock)

    first, second = (mail["Message-ID"] for _to, mail in letters.take())
    (one, _), (other, _) = newsroom.told
    assert (first, one) == (second, other)
    assert not AlertEntry.objects.exists()
    assert {mail.deliveries.count(), hook.deliveries.count()} == {0}


def test_mail_server_that_is_down_keeps_all_waiting_and_one_that_refuses_fails_one(clock, letters, settings, caplog):
    speaker = heard()
    watching(speaker)
    watching(speaker, address=REFUSED)
    make.make_public_statement(speakers=[speaker])
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    rows.asking("bea@example.org", *wanted(speaker), at=NOON)
    clock.at = MORNING

    counts = send_alerts(clock=clock)

    assert (counts["packed"], counts["failed"], counts["confirmations asked"]) == (2, 0, 0)
    assert "example.org" not in caplog.text
    assert "The mail server failed: ConnectionRefusedError" in caplog.text
    settings.EMAIL_PORT = port
    counts = send_alerts(clock=clock)
    assert (counts["sent by e-mail"], counts["failed"], counts["confirmations asked"]) == (1, 1, 1)
    assert [to for to, _mail in letters.take()] == ["bea@example.org", ADA]
    assert AlertReceiver.objects.get(address=REFUSED).trouble == "The mail server refused it (550)."


def test_confirmation_that_is_refused_is_noted(clock, letters):
    rows.asking(REFUSED, *wanted(make.make_claim_said(1)), at=NOON)

    send_alerts(clock=clock)

    assert AlertAsking.objects.get().trouble == "The mail server refused it (550)."


def test_address_that_no_mail_can_go_to_stops_no_other(clock, letters):
    claim = make.make_claim_said(1)
    for address in ('"\\\x0b"@[::1]', BREAKING, ADA):
        rows.asking(address, *wanted(claim), at=NOON)

    send_alerts(clock=clock)
    send_alerts(clock=clock)

    assert [to for to, _mail in letters.take()] == [ADA]
    assert list(AlertAsking.objects.order_by("pk").values_list("trouble", flat=True)) == [
        "No mail can be written to this address.", "The mail server broke off.", "",
    ]  # fmt: skip


def test_site_without_a_mail_server_keeps_mails_and_calls_webhooks(clock, newsroom):
    speaker = heard()
    watching(speaker)
    watching(speaker, address=HOOK)
    rows.asking("bea@example.org", *wanted("/corrections/"), at=NOON)
    make.make_public_statement(speakers=[speaker])
    clock.at = MORNING

    with newsroom.open() as site:
        counts = send_alerts(caller=Caller(site.network()), clock=clock)

    assert (counts["sent by webhook"], counts["sent by e-mail"], counts["confirmations asked"]) == (1, 0, 0)


def test_command_says_what_was_done_and_nobody_who_watches_costs_nothing():
    make.make_public_statement()
    out = StringIO()

    call_command("send_alerts", stdout=out)
    read = AlertMark.objects.get().revision
    make.make_public_statement()
    call_command("send_alerts", stdout=out)

    told = "Nothing is new.\nTold are: 0 by e-mail, 0 by webhook. Watched are 0 addresses.\n"
    assert out.getvalue() == told * 2
    assert AlertMark.objects.get().revision > read


def test_long_digest_tells_how_much_more_there_is(clock, letters, monkeypatch):
    speaker = heard("Ada Moreau")
    receiver = watching(speaker)
    monkeypatch.setattr(mails, "MOST_SHOWN", 1)
    denied = make.make_public_statement(words="The toll stays", speakers=[speaker], force="denied", kind="indirect")
    make.make_notice(denied.document, "retraction", "He never said it")
    for _ in range(2):
        make.make_public_statement(speakers=[speaker])
    clock.at = MORNING

    send_alerts(clock=clock)

    ((_to, mail),) = letters.take()
    assert "And more, which is too much for one mail:\n* 3: Ada Moreau" in text_of(mail)
    monkeypatch.setattr(mails, "MOST_SHOWN", 60)
    make.make_public_statement(denied.document, "on day", speakers=[speaker], force="denied", kind="indirect")
    clock.at += timedelta(days=1)
    send_alerts(clock=clock)
    ((_to, again),) = letters.take()
    for form in ("plain", "html"):
        assert "[Denied] on day" in text_of(again, form)
        assert "retracted this report" in text_of(again, form)
    assert token(receiver, TO_CHANGE) in text_of(mail)
