"""A text is taken in unchanged, once, with what could be read off it; or refused with a sentence, and nothing is kept."""

import hashlib
from datetime import UTC, datetime

import pytest
from django.db import connection

from archive.capture import AlreadyHere, capture, take_in
from archive.capture.provenance import Provenance
from archive.errors import Refused
from archive.extraction import read_head
from archive.models import ArchiveState, Article, Document, Event, Outlet
from archive.reading import ReadText
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 1, 12, tzinfo=UTC)
TEXT = """The bridge will be opened

17 May 2023, 15:44
VALMERE, 17 May (Coastal News) - The bridge over the Veyra will be opened to trains in the spring,
Transport Minister Anna Kovaleva said on Wednesday.
"""
ELSE = TEXT.replace("spring", "autumn")
URL = "https://coastal.example/2023/bridge"


@pytest.fixture
def outlet():
    return make.make_outlet("Coastal News", time_zone="Europe/Riga")


def test_text_and_bytes_are_kept_as_they_are(outlet):
    raw = "\ufeff  Строка\r\nзвонка\u2028\ttail \r\n".encode()

    document = Document.objects.get(pk=capture(raw, Provenance(outlet=outlet, file_name="a.txt"), at=AT).pk)

    text = "  Строка\r\nзвонка\u2028\ttail \r\n"
    assert (document.text, bytes(document.raw), document.encoding) == (text, raw, "utf-8-sig")
    assert (document.sha256, document.raw_sha256) == (hashlib.sha256(text.encode()).hexdigest(), hashlib.sha256(raw).hexdigest())
    assert (document.captured_at, document.captured_by, document.file_name) == (AT, None, "a.txt")


def test_what_is_read_off_the_text_is_kept_with_it(outlet):
    document = Document.objects.get(pk=capture(TEXT.encode()).pk)

    read = (document.title, document.outlet, document.outlet_printed, document.language, document.published, document.published_words)
    assert read == ("The bridge will be opened", outlet, "Coastal News", "en", "2023-05-17T15:44:00+03:00", "17 May 2023, 15:44")
    assert (document.zone, document.zone_source) == ("Europe/Riga", "inferred")


def test_event_says_who_captured_what_when():
    by = make.make_user("editor")

    document = capture(TEXT.encode(), by=by, at=AT)

    event = Event.objects.get()
    assert (event.verb, event.object_type, event.object_id, event.by, event.at) == ("captured", "document", document.pk, by, AT)
    assert event.detail == {"sha256": document.sha256, "wire_copy_of": None}
    assert document.captured_by == by


def test_outlet_that_is_not_in_the_archive_is_only_printed():
    document = capture(TEXT.encode())

    assert (document.outlet, document.outlet_printed) == (None, "Coastal News")
    assert not Outlet.objects.exists()


def test_what_the_bringer_says_goes_before_what_is_read(outlet):
    other = make.make_outlet("Telexa")

    document = capture(TEXT.encode(), Provenance(outlet=other, url=URL, title="Bridge", kind="release"))

    assert (document.outlet, document.article.url, document.title, document.article.kind) == (other, URL, "Bridge", "release")


def test_date_of_the_bringer_stands_where_the_text_has_none(outlet):
    document = capture(b"A text without any date, he said.", Provenance(outlet=outlet, published="2019-05"))

    assert (document.published, document.published_words) == ("2019-05", "")


# Once only


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"outlet": True}, {"outlet": True}),
        ({}, {}),
        ({"outlet": True}, {}),
        ({}, {"outlet": True}),
        ({"outlet": True, "url": URL}, {"outlet": True, "url": URL}),
        ({"outlet": True, "url": URL}, {"outlet": True}),
        ({"outlet": True}, {"outlet": True, "url": URL}),
        ({"url": URL}, {"outlet": True, "url": URL}),
    ],
)
def test_same_text_of_the_same_article_is_refused_with_the_document(first, second, outlet):
    sources = [Provenance(outlet=outlet if given.get("outlet") else None, url=given.get("url", "")) for given in (first, second)]
    raw = b"The same text, without a name in it."
    document = capture(raw, sources[0], at=AT)

    with pytest.raises(AlreadyHere, match=r"Already here: “The same text, without a name in it\.”, captured 01 July 2024") as refusal:
        capture(raw, sources[1])

    assert refusal.value.document == document
    assert (Document.objects.count(), Article.objects.count(), Event.objects.filter(verb="captured").count()) == (1, 1, 1)


def test_same_text_in_other_bytes_is_the_same_text(outlet):
    capture(TEXT.encode())

    with pytest.raises(AlreadyHere):
        capture(TEXT.encode("utf-8-sig"))


def test_same_text_of_another_outlet_is_kept_and_marked(outlet):
    original = capture(TEXT.encode(), Provenance(outlet=outlet))

    copy = capture(TEXT.encode(), Provenance(outlet=make.make_outlet("Gazette")))

    copy.refresh_from_db()
    assert copy.wire_copy_of == original
    assert copy.article != original.article
    assert Event.objects.filter(object_id=copy.pk).get().detail["wire_copy_of"] == original.public_id
    with pytest.raises(AlreadyHere):
        capture(TEXT.encode(), Provenance(outlet=copy.outlet))


def test_third_copy_is_marked_as_one_of_the_first(outlet):
    original, _, third = (capture(TEXT.encode(), Provenance(outlet=one)) for one in (outlet, make.make_outlet(), make.make_outlet()))

    assert third.wire_copy_of == original


@pytest.mark.parametrize(("has_first", "has_second"), [(True, True), (False, False), (True, False), (False, True)])
def test_same_text_at_another_address_is_no_wire_copy_unless_the_outlets_differ(outlet, has_first, has_second):
    raw = b"The same text, without a name in it."
    capture(raw, Provenance(outlet=outlet if has_first else None, url=URL))

    second = capture(raw, Provenance(outlet=outlet if has_second else None, url=f"{URL}/again"))

    assert second.wire_copy_of is None


def test_another_text_of_the_same_address_supersedes_the_first(outlet):
    first = capture(TEXT.encode(), Provenance(url=URL))

    second, third = capture(ELSE.encode(), Provenance(url=URL)), capture(f"{ELSE} ".encode(), Provenance(url=URL))

    assert first.article == second.article == third.article
    assert (second.supersedes, third.supersedes) == (first, second)
    assert list(Document.objects.newest()) == [third]


def test_text_that_comes_back_to_its_address_is_refused(outlet):
    first = capture(TEXT.encode(), Provenance(url=URL))
    capture(ELSE.encode(), Provenance(url=URL))

    with pytest.raises(AlreadyHere) as refusal:
        capture(TEXT.encode(), Provenance(url=URL))

    assert refusal.value.document == first


def test_later_capture_tells_the_outlet_of_an_article_without_one(outlet):
    first = capture(b"A text.", Provenance(url=URL))

    capture(b"Another text.", Provenance(url=URL, outlet=outlet))

    first.article.refresh_from_db()
    assert first.article.outlet == outlet


# Refusals


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "The file is empty"),
        (b" \n\t\r\n", "nothing but white space"),
        (b"\xef\xbb\xbf", "The file is empty"),
        (b"\xff\x00\xfe", "not UTF-8"),
        (b"\xff\xfe\x00", "not UTF-16"),
        ("Строка".encode("cp1251"), "not UTF-8"),
        (b"a\x00b", "NUL character at position 1"),
        (b"a" * (2 * 1024 * 1024 + 1), "at most 2 MB"),
        (b"\xed\xa0\x80", "not UTF-8"),  # half of a surrogate pair
    ],
    ids=["empty", "blank", "mark alone", "binary", "cut short", "cp1251", "NUL", "large", "surrogate"],
)
def test_what_is_no_text_is_refused(raw, sentence):
    with pytest.raises(Refused, match=sentence):
        capture(raw)

    assert not Document.objects.exists()
    assert not Article.objects.exists()


def test_address_of_another_outlet_is_refused(outlet):
    capture(TEXT.encode(), Provenance(outlet=outlet, url=URL))

    with pytest.raises(Refused, match="an article of Coastal News"):
        capture(ELSE.encode(), Provenance(outlet=make.make_outlet("Gazette"), url=URL))

    assert Document.objects.count() == 1


@pytest.mark.parametrize(
    "address",
    [
        "https://coastal.example/2023/bridge?utm_source=letter&fbclid=1#comments",
        "HTTP://WWW.coastal.example:80/2023/bridge",
        "https://m.coastal.example/2023/bridge",
        "https://coastal.example/2023/bridge/amp",
        "https://www.google.com/amp/s/coastal.example/2023/bridge",
    ],
)
def test_another_address_of_the_same_page_leads_to_the_same_article(outlet, address):
    first = capture(TEXT.encode(), Provenance(outlet=outlet, url=URL))

    with pytest.raises(AlreadyHere):
        capture(TEXT.encode(), Provenance(outlet=outlet, url=address))
    second = capture(ELSE.encode(), Provenance(outlet=outlet, url=address))

    assert (second.article, second.supersedes, second.article.url) == (first.article, first, URL)


# In the order in which a page was seen


def seen(words: str, day: str = "") -> tuple[ReadText, bytes]:
    """A text as a web archive fetched it on that day; without a day as it comes in now."""
    raw = f"The bridge over the Veyra {words}, the minister said.".encode()
    return ReadText(raw.decode(), "utf-8", form="html", seen=day, raw=raw), raw


def taken(words: str, day: str = "") -> Document:
    return take_in(*seen(words, day), Provenance(url=URL), at=AT)


def test_older_capture_that_comes_late_takes_its_place_among_the_others():
    now, *late = taken("opens now"), taken("was to open in 2020", "2020-03-04"), taken("was to open in 2022", "2022-03-04")
    first, second = late

    assert list(Document.objects.newest()) == [now]
    chain = {one.pk: one.supersedes_id for one in Document.objects.all()}
    assert chain == {first.pk: None, second.pk: first.pk, now.pk: second.pk}
    assert [one.seen_on and one.seen_on.isoformat() for one in (now, first, second)] == [None, "2020-03-04", "2022-03-04"]
    assert (second.supersedes, second.captured_at) == (first, AT)


def test_older_capture_that_comes_before_a_public_one_is_told_at_once():
    now = taken("opens now")
    Article.objects.update(outlet=make.make_outlet())
    make.make_public_statement(Document.objects.get(pk=now.pk), "opens now")
    before = ArchiveState.current()
    make.make_document("Nothing to do with it.")
    unchanged = ArchiveState.current()
    taken("was to open in 2020", "2020-03-04")

    assert before == unchanged != ArchiveState.current()


def test_web_archive_from_the_future_is_of_today():
    document = taken("opens now", "2199-01-01")

    assert document.seen_on == AT.date()


def test_newer_capture_of_a_web_archive_supersedes():
    older, newer = taken("was to open in 2020", "2020-03-04"), taken("was to open in 2022", "2022-03-04")

    assert newer.supersedes == older
    assert list(Document.objects.newest()) == [newer]


# Others wait for a transaction


def test_text_is_read_before_the_transaction():
    depths = []

    def watched(*text, **known):
        depths.append(len(connection.savepoint_ids))
        return read_head(*text, **known)

    take_in(ReadText(TEXT, "utf-8"), TEXT.encode(), reader=watched)

    assert depths == [len(connection.savepoint_ids)]
