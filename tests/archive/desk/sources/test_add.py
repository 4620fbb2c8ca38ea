"""A text is brought, shown as it was read, put right, and kept: nothing is in the archive before."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from archive.capture import brought as capturing
from archive.desk.sources import forms
from archive.models import BroughtText, Document, Outlet
from tests import factories as make

pytestmark = pytest.mark.django_db

ADD, ALL = reverse("desk:add"), reverse("desk:brought-list")
TEXT = """Bridge over the Veyra opens in spring

Coastal News, 14 June 2018

“The bridge over the Veyra will be opened to trains in the spring,” the transport minister Anna Kovaleva said on Thursday.
"""


@pytest.fixture
def editor(client):
    client.person = make.make_user("editor")
    client.force_login(client.person)
    return client


def brought(client, text: str = TEXT, **typed: str) -> str:
    """The address of the page that shows the text before it is kept."""
    return client.post(ADD, {"pasted": text, **typed}).url


def typed(client, address: str, **changes: str) -> dict[str, str]:
    """What the form would send, with what a person changes in it."""
    form = client.get(address).context["form"]
    return {name: form[name].value() or "" for name in form.fields} | changes


def told(client) -> str:
    return client.get(ALL).content.decode()


def test_pasted_text_is_shown_before_anything_is_kept(editor):
    page = editor.get(brought(editor)).content.decode()

    assert "Bridge over the Veyra opens in spring" in page
    assert "Anna Kovaleva" in page
    assert "1 statement" in page
    assert "14 June 2018" in page
    assert Document.objects.count() == 0


def test_kept_text_leads_to_the_review_with_its_drafts(editor):
    make.make_outlet("Coastal News")
    address = brought(editor)

    answer = editor.post(address, typed(editor, address, keep="1"))

    document = Document.objects.get()
    assert answer.url == reverse("desk:document", args=[document.public_id])
    assert (document.outlet.name, document.published, document.captured_by) == ("Coastal News", "2018-06-14", editor.person)
    assert [statement.status for statement in document.statements.all()] == ["draft"]
    assert BroughtText.objects.count() == 0


def test_what_was_read_is_put_right_before_it_is_kept(editor):
    address = brought(editor)
    right = {
        "title": "The bridge opens", "published": "15 June 2018", "language": "de", "kind": "release", "url": "https://coastal.example/b",
        "outlet": "Harbour Press", "outlet_kind": "paper", "time_zone": "Europe/Riga",
    }  # fmt: skip

    shown = editor.post(address, typed(editor, address, look="1", **right), follow=True).content.decode()
    assert "as you say" in shown
    editor.post(address, typed(editor, address, keep="1"))

    document, outlet = Document.objects.get(), Outlet.objects.get()
    assert (document.title, document.published, document.language) == ("The bridge opens", "2018-06-15", "de")
    assert (document.article.kind, document.article.url) == ("release", "https://coastal.example/b")
    assert (outlet.name, outlet.kind, outlet.time_zone, document.outlet) == ("Harbour Press", "paper", "Europe/Riga", outlet)


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(editor):
    address = brought(editor)

    page = editor.post(address, typed(editor, address, keep="1", published="03/04/2024", time_zone="Nowhere")).content.decode()

    assert "can be read as" in page
    assert "is no time zone" in page
    assert (Document.objects.count(), BroughtText.objects.count()) == (0, 1)


def test_the_same_text_is_linked_and_not_kept_twice(editor):
    first = brought(editor)
    editor.post(first, typed(editor, first, keep="1"))

    again = brought(editor)

    document = Document.objects.get()
    assert f'href="{reverse("desk:document", args=[document.public_id])}"' in editor.get(again).content.decode()
    assert "already here" in editor.post(again, typed(editor, again, keep="1")).content.decode().lower()
    assert Document.objects.count() == 1


def test_one_bad_file_leaves_the_others(editor):
    files = [
        SimpleUploadedFile("one.txt", TEXT.encode()), SimpleUploadedFile("empty.txt", b""),
        SimpleUploadedFile("two.txt", TEXT.replace("spring", "summer").encode()),
    ]  # fmt: skip

    assert editor.post(ADD, {"files": files}).url == ALL
    page = told(editor)
    assert "2 texts that you brought" in page
    assert "empty.txt</b>: The file is empty." in page
    editor.post(ALL, {"outlet": "Coastal News", "outlet_kind": "paper"})

    assert {document.file_name for document in Document.objects.all()} == {"one.txt", "two.txt"}
    assert {document.outlet.name for document in Document.objects.all()} == {"Coastal News"}
    assert Outlet.objects.get().kind == "paper"


def test_what_cannot_be_kept_stays_while_the_others_go(editor):
    files = [SimpleUploadedFile(name, TEXT.encode()) for name in ("one.txt", "again.txt")]
    editor.post(ADD, {"files": files})

    assert editor.post(ALL, {}).url == ALL

    assert "again.txt" in told(editor)
    assert (Document.objects.count(), BroughtText.objects.get().name) == (1, "again.txt")


def test_nothing_at_all_is_told_beside_the_text(editor):
    assert "Paste a text or choose a file." in editor.post(ADD, {}).content.decode()
    assert "waits for you" not in editor.get(ADD).content.decode()


def test_what_waits_is_the_persons_own_and_goes_when_left_out_or_after_a_day(editor, client):
    address = brought(editor)
    row = BroughtText.objects.get()
    assert "1 text that you brought waits" in editor.get(ADD).content.decode()

    client.force_login(make.make_user("editor"))
    assert client.get(address).status_code == 404
    assert client.post(reverse("desk:leave-out", args=[row.public_id])).status_code == 404

    client.force_login(client.person)
    assert client.post(reverse("desk:leave-out", args=[row.public_id])).url == ADD
    assert BroughtText.objects.count() == 0

    brought(client)
    BroughtText.objects.update(brought_at=timezone.now() - timedelta(days=1, minutes=1))
    brought(client, TEXT.replace("spring", "autumn"))
    assert BroughtText.objects.count() == 1


def test_only_who_takes_texts_in_comes_here(client):
    client.force_login(make.make_user("reviewer"))

    assert {client.get(address).status_code for address in (ADD, ALL, reverse("desk:brought", args=["x"]))} == {403}


def test_address_alone_is_fetched_where_that_is_allowed(editor, settings):
    assert "FETCHING" in editor.get(ADD).content.decode()
    assert "Paste a text or choose a file." in editor.post(ADD, {"url": "https://coastal.example/"}).content.decode()

    settings.FETCHING = True
    assert "FETCHING" not in editor.get(ADD).content.decode()
    page = editor.post(ADD, {"url": "http://coastal.example:8080/"}).content.decode()
    assert "Port 8080 is not fetched from" in page
    assert 'value="http://coastal.example:8080/"' in page


def test_file_that_is_too_large_is_told_and_too_many_are_refused(editor, monkeypatch):
    monkeypatch.setattr(forms, "LARGEST_FILE", 10)
    editor.post(ADD, {"files": [SimpleUploadedFile("large.txt", TEXT.encode())]})
    assert "large.txt</b>: It is larger than the" in told(editor)

    monkeypatch.setattr(forms, "MOST_FILES", 1)
    page = editor.post(ADD, {"files": [SimpleUploadedFile(f"{number}.txt", b"words") for number in (1, 2)]})
    assert "At most 1 files at once." in page.content.decode()


def test_more_than_may_wait_is_told_beside_the_text(editor, monkeypatch):
    monkeypatch.setattr(capturing, "MOST", 0)

    assert "texts would wait for you" in editor.post(ADD, {"pasted": TEXT}).content.decode()


def test_what_was_not_understood_is_told(editor):
    page = editor.get(brought(editor, "“We will open the bridge in the spring,” he said. It began on 03/04/2021.")).content.decode()

    for sentence in ("No day of publication was found.", "No outlet was found", "“03/04/2021” in the text may be"):
        assert sentence in page
    assert 'value="2021-04-03">3 April 2021</button>' in page


def test_transcript_without_names_is_told(editor):
    talk = "\n\n".join(
        ["Good evening. What do you make of it?", "I think it is a good bridge. We shall open it.", "And when will that be?"] * 8
    )
    row = BroughtText.objects.filter(public_id=brought(editor, talk).rstrip("/").rsplit("/", 1)[1])
    row.update(found=row.get().found | {"unlabelled": True, "unnamed": 2})

    page = editor.get(reverse("desk:brought", args=[row.get().public_id])).content.decode()

    assert "no names with a colon" in page
    assert "2 statements have no sure speaker." in page


def test_days_that_a_page_tells_are_choices(editor):
    page = (
        '<!doctype html><html lang="en"><head><title>Bridge over the Veyra</title>'
        '<meta property="article:published_time" content="2018-06-14">'
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2018-06-19"}}</script></head>'
        f"<body><article><h1>Bridge over the Veyra</h1><p>{TEXT * 3}</p></article></body></html>"
    )
    editor.post(ADD, {"files": [SimpleUploadedFile("page.html", page.encode())]})
    row = BroughtText.objects.get()
    address = reverse("desk:brought", args=[row.public_id])
    shown = editor.get(address)
    assert "as the page tells" in shown.content.decode()

    assert "Which is right?" in shown.content.decode()
    editor.post(address, typed(editor, address) | {"published": "2018-06-19"})

    row.refresh_from_db()
    assert row.found["published"] == "2018-06-19"


def test_an_outlet_is_known_among_however_many(editor):
    Outlet.objects.bulk_create(Outlet(name=f"A {number}", slug=f"a-{number}") for number in range(501))
    make.make_outlet("Coastal News")

    page = editor.get(brought(editor)).content.decode()

    assert "It is new here" not in page
