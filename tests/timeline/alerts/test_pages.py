"""The pages of alerts, as a reader and his mail program use them."""

import re

import pytest
from django.urls import reverse
from django.utils.html import escape

from archive import publication
from archive.alerts.signing import TO_CHANGE, TO_CONFIRM, secret_of, token
from archive.models import AlertAsking, AlertReceiver
from tests import factories as make
from tests.archive.alerts import rows
from tests.archive.alerts.rows import HOOK, MAIL
from tests.timeline.pages import make_record
from timeline.alerts import views
from timeline.alerts.cited import addresses_in
from timeline.alerts.watched import Misread, Understood, understand, walk_of
from timeline.serving.throttling import HOUR

pytestmark = pytest.mark.django_db
NEW = "/alerts/new/"


@pytest.fixture(autouse=True)
def _site(settings):
    settings.EMAIL_URL = "smtp://127.0.0.1"
    settings.SITE_URL = "https://record.example"


def test_text_is_read_for_addresses_of_this_site():
    text = """
    See https://record.example/statements/abc/, (http://other.example/x) and [here](https://record.example/claims/toll/?speaker=ada).
    <a href="https://record.example/chronology/?kind=direct&amp;q=toll">list</a> url = {https://record.example/statements/def/cite.bib},
    record.example/speakers/%D0%B0/ and ada@record.example/ are one; also
    /outlets/telexa/
    and/or 3/4 but (/statements/ghi/).
    """

    assert addresses_in(text) == [
        "https://record.example/statements/abc/", "http://other.example/x", "https://record.example/claims/toll/?speaker=ada",
        "https://record.example/chronology/?kind=direct&q=toll", "https://record.example/statements/def/cite.bib",
        "https://record.example/speakers/%D0%B0/", "/outlets/telexa/", "/statements/ghi/",
    ]  # fmt: skip


def test_every_address_is_understood_or_says_why_not():
    record = make_record()
    claim, speaker, statement = record.claim, record.speaker, record.statement
    found = {address: understand(address) for address in (
        f"https://record.example{claim.get_absolute_url()}?utm_source=x#top", f"/speakers/{speaker.slug}/", "/outlets/telexa/",
        f"/chronology/?q=toll&speaker={speaker.slug}&order=-said_on", "/corrections/", "/chronology/2023/05/",
        f"http://testserver{statement.get_absolute_url()}", f"{statement.get_absolute_url()}cite.bib",
    )}  # fmt: skip
    assert {one.name if isinstance(one, Understood) else one for one in found.values()} == {
        claim.text, "Ada Moreau", "Telexa", "Chronology; Speaker: Ada Moreau (mayor, born 1962); Words: toll",
        "All corrections", "May 2023",
        "A statement of Ada Moreau, 17 May 2023",
    }  # fmt: skip
    narrowed = found[f"/chronology/?q=toll&speaker={speaker.slug}&order=-said_on"].wanted
    assert (narrowed.path, narrowed.of, narrowed.number, narrowed.narrowed) == (
        f"/chronology/?speaker={speaker.slug}&q=toll", "speaker", speaker.pk, True,
    )  # fmt: skip
    why = {
        "https://elsewhere.example/claims/toll/": "This is an address of another site.",
        "https://[": "This is no web address.",
        "/claims/%00/": "This is no web address.",
        "/statements/nowhere/": "There is nothing at this address.",
        "/nowhere/": "There is nothing at this address.",
        "/speakers/nobody/": "There is nothing at this address.",
        "/search/": "Search for some words first, then watch what is found.",
        "/method/": "Claims, speakers, outlets, occasions, documents, statements and lists can be watched; this is none.",
        "/chronology/?speaker=nobody": "Nothing public has the address “nobody” here.",
        record.withdrawn.get_absolute_url(): "This statement was withdrawn. Its page says when and why.",
    }
    for address, words in why.items():
        assert understand(address) == Misread(address, words)
    cyrillic = make.make_speaker("Лев Корзун", slug="лев-корзун")
    make.make_public_statement(speakers=[cyrillic])
    for address in ("/speakers/лев-корзун/", f"https://record.example{cyrillic.get_absolute_url()}?kind=direct"):
        read = understand(address)
        assert read.name.startswith("Лев Корзун")
        assert walk_of(read.path).keys[0] == ("speaker", str(cyrillic.pk))
    draft = make.make_statement()
    assert understand(f"/statements/{draft.public_id}/").why == "There is nothing at this address."


def test_statements_that_are_cited_are_listed_before_they_are_watched(client):
    record = make_record()
    cited = f"I cite {record.statement.get_absolute_url()} and {record.withdrawn.get_absolute_url()}"

    first = client.post(NEW, {"cited": cited, "email": MAIL, "rhythm": "weekly"}).content.decode()
    assert "1 address was not understood" in first
    assert "This statement was withdrawn." in first
    assert "A statement of Ada Moreau, 17 May 2023" in first
    assert not AlertAsking.objects.exists()
    left = re.search(r"<textarea[^>]*>\s*(.*?)</textarea>", first, re.DOTALL)[1].strip()
    watched = re.findall(r'name="watch" value="([^"]+)"', first)
    second = client.post(NEW, {"cited": left, "watch": watched, "email": MAIL, "rhythm": "weekly"})

    assert "Look into your mail" in second.content.decode()
    asked = AlertAsking.objects.get()
    assert (asked.address, asked.rhythm, [one["path"] for one in asked.watches]) == (MAIL, "weekly", [record.statement.get_absolute_url()])


def test_answer_is_the_same_whether_an_address_is_known_or_not(client):
    claim = make.make_claim_said(1)
    rows.receiver("known@example.org")
    rows.asking("waits@example.org")

    pages = {
        client.post(NEW, {"watch": claim.get_absolute_url(), "email": f"{who}@example.org"}).content for who in ("known", "waits", "new")
    }

    assert len(pages) == 1
    assert AlertAsking.objects.count() == 3


@pytest.mark.parametrize(("given", "words"), [
    ({}, "Give an e-mail address or the address of a webhook, one of the two."),
    ({"email": MAIL, "hook": HOOK}, "Give an e-mail address or the address of a webhook, one of the two."),
    ({"email": "nobody"}, "Enter a valid email address."),
    ({"email": '"\\\x0b"@[::1]'}, "Enter a valid email address."),
    ({"email": '"a"@\u05d0a.example'}, "Enter a valid email address."),
    ({"hook": "http://10.0.0.1:8080/"}, "Port 8080 is not fetched from"),
    ({"hook": "http://localhost/"}, "is a name inside a network"),
    ({"hook": "https://10.0.0.4/"}, "which is no address of the public internet"),
    ({"email": MAIL, "watch": ""}, "Nothing to watch yet"),
    ({"email": MAIL, "rhythm": "hourly"}, "Select a valid choice"),
])  # fmt: skip
def test_wrong_input_says_what_to_do(client, given, words):
    claim = make.make_claim_said(1)

    page = client.post(NEW, {"watch": claim.get_absolute_url()} | given).content.decode()

    assert escape(words) in page or words in page
    assert not AlertAsking.objects.exists()


def test_secret_of_a_webhook_is_shown_once_and_its_page_tells_how_it_goes(client):
    claim = make.make_claim_said(1)
    page = client.post(NEW, {"watch": claim.get_absolute_url(), "hook": HOOK})
    asked = AlertAsking.objects.get()
    address = reverse("alerts:change", args=[token(asked, TO_CHANGE)])

    assert secret_of(asked.key) in page.content.decode()
    assert page["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert address in page.content.decode()
    AlertAsking.objects.update(trouble="It answered with the status 500.")
    assert "It answered with the status 500." in client.get(address).content.decode()
    for _ in range(5):
        page = client.post(NEW, {"watch": claim.get_absolute_url(), "hook": HOOK}).content.decode()
    assert "5 webhooks of this host wait for its answer already" in page
    assert client.get(reverse("alerts:confirm", args=[token(asked, TO_CONFIRM)])).status_code == 200


def test_site_without_mails_offers_webhooks_alone(client, settings):
    settings.EMAIL_URL = ""
    claim = make.make_claim_said(1)

    assert "This site sends no mails" in client.get(NEW).content.decode()
    assert "This site sends no mails" in client.get("/alerts/").content.decode()
    page = client.post(NEW, {"watch": claim.get_absolute_url(), "email": MAIL}).content.decode()
    assert "Give the address of a webhook." not in page
    assert "Give the address of a webhook." in client.post(NEW, {"watch": claim.get_absolute_url()}).content.decode()
    assert not AlertAsking.objects.exists()


def test_what_is_watched_is_changed_by_the_link_of_each_mail(client):
    record = make_record()
    receiver = rows.receiver(
        MAIL, understand(record.claim.get_absolute_url()).wanted, understand(record.statement.get_absolute_url()).wanted
    )
    address = reverse("alerts:change", args=[token(receiver, TO_CHANGE)])
    _claim, statement = receiver.watches.order_by("pk")

    page = client.get(address).content.decode()
    assert record.claim.text in page
    assert MAIL not in page
    page = client.post(
        address, {"keep": [statement.pk, "x", "9" * 30], "cited": "/speakers/nobody/ /outlets/telexa/", "rhythm": "weekly"}
    ).content.decode()
    assert "Saved." in page
    assert "There is nothing at this address." in page
    assert [one.path for one in receiver.watches.order_by("pk")] == [statement.path, "/outlets/telexa/"]
    assert AlertReceiver.objects.get().rhythm == "weekly"
    assert client.post(address, {"rhythm": "hourly"}).status_code == 200
    assert receiver.watches.count() == 2
    publication.withdraw(record.statement, by=make.the_chief(), revision_class="retraction", reason="Never said.")
    assert "A statement that was withdrawn" in client.get(address).content.decode()


def test_webhook_that_was_given_up_is_tried_again(client):
    hook = rows.receiver(HOOK)
    AlertReceiver.objects.update(stopped_at=rows.NOW, trouble="It answered with the status 500.")
    address = reverse("alerts:change", args=[token(hook, TO_CHANGE)])

    assert "It failed for five days and was given up: It answered with the status 500." in client.get(address).content.decode()
    client.post(address, {"go_on": "1"})

    assert AlertReceiver.objects.get().stopped_at is None
    assert hook.watches.count() == 1


def test_reader_confirms_what_he_wants_of_all_that_was_asked_for_with_his_address(client):
    mine, of_others = (row.get_absolute_url() for row in (make.make_claim_said(1), make.make_claim_said(1)))
    for path in (mine, of_others):
        client.post(NEW, {"watch": path, "email": MAIL})
    address = reverse("alerts:confirm", args=[token(AlertAsking.objects.get(), TO_CONFIRM)])

    page = client.get(address).content.decode()
    assert [f'name="keep" value="{path}" checked' in page for path in (mine, of_others)] == [True, True]
    client.post(address, {"keep": [mine, "/speakers/nobody/"]})
    assert [watch.path for watch in AlertReceiver.objects.get().watches.all()] == [mine]


@pytest.mark.parametrize("kind", ["confirm", "change", "end"])
def test_link_that_was_not_written_here_leads_nowhere(client, kind):
    receiver = rows.receiver()
    wrong = token(receiver, TO_CONFIRM if kind != "confirm" else TO_CHANGE)

    for method in (client.get, client.post):
        assert method(reverse(f"alerts:{kind}", args=[wrong])).status_code == 404
    assert AlertReceiver.objects.exists()


def test_link_that_is_only_opened_ends_nothing(client):
    receiver = rows.receiver()
    address = reverse("alerts:end", args=[token(receiver, TO_CHANGE)])

    assert "End your alerts?" in client.get(address).content.decode()
    assert AlertReceiver.objects.exists()
    client.handler.enforce_csrf_checks = True
    assert client.post(address).status_code == 200
    assert client.post(NEW, {}).status_code == 403
    assert not AlertReceiver.objects.exists()
    assert client.get(reverse("alerts:change", args=[token(receiver, TO_CHANGE)])).status_code == 410


def test_one_network_asks_only_so_often(client, monkeypatch):
    monkeypatch.setitem(views.MOST_ASKED, HOUR, 1)
    asked = {"watch": make.make_claim_said(1).get_absolute_url(), "email": MAIL}

    assert [client.post(NEW, asked).status_code for _time in range(2)] == [200, 429]


def test_pages_of_what_is_watched_link_to_it(client):
    record = make_record()

    for row in (record.claim, record.speaker, record.outlet, record.statement, record.occasion, record.document):
        path = row.get_absolute_url()
        assert f'href="/alerts/new/?watch={path}"' in client.get(path).content.decode()
    page = client.get("/chronology/?kind=direct&q=toll").content.decode()
    (link,) = re.findall(r'href="(/alerts/new/[^"]+)"', page)
    assert re.search("<bdi>Chronology; Kind: [^;]*; Words: toll</bdi>", client.get(link.replace("&amp;", "&")).content.decode())
