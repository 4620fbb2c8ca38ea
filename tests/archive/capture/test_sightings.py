"""A new capture of an article: statements stay where they are, and it is noted whether their words still stand."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from archive import drafting
from archive.capture import capture, sightings, take_in
from archive.capture.provenance import Provenance
from archive.enums import CheckOutcome
from archive.models import Check, Sighting, Statement
from archive.reading import ReadText
from tests import factories as make
from tests.archive.admin.conftest import signed_in

pytestmark = pytest.mark.django_db
FIRST, LATER = datetime(2024, 7, 1, 12, tzinfo=UTC), datetime(2024, 8, 1, 12, tzinfo=UTC)
LOOKED = datetime(2024, 9, 3, 12, tzinfo=UTC)
URL = "https://coastal.example/2023/bridge"
BRIDGE = "The bridge over the Veyra will be opened to trains in spring"
TOLL = "The harbour toll stays as it is for two more years and not a day longer"
WORD = "Nobody in this town has to pay a second time for the same quay"
TEXT = f"Bridge over the Veyra\n\n“{BRIDGE},” Anna Kovaleva said. “{TOLL},” Anna Kovaleva said.\n\n“{WORD},” Anna Kovaleva said."


@pytest.fixture
def captures():
    """Three statements on a first capture; in the second one stands as it was, one changed, one is gone."""
    outlet = make.make_outlet("Coastal News")
    first = capture(TEXT.encode(), Provenance(outlet=outlet, url=URL), at=FIRST)
    public = make.make_public_statement(first, BRIDGE, claims=["The bridge will be opened."])
    accepted, rejected = make.make_accepted_statement(first, TOLL), make.make_rejected_statement(first, WORD)
    changed = TEXT.replace(f"\n\n“{WORD},” Anna Kovaleva said.", "").replace("two more years", "three more years")
    return first, capture(f"UPDATED\n\n{changed}".encode(), Provenance(outlet=outlet, url=URL), at=LATER), public, accepted, rejected


def test_statements_stay_on_their_capture_and_their_words_are_looked_for_in_the_new_one(captures):
    first, second, public, accepted, rejected = captures

    assert second.supersedes == first
    assert {statement.document_id for statement in Statement.objects.all()} == {first.pk}
    noted = {one.statement: (one.outcome, one.words, one.seen_at, one.looked_at) for one in Sighting.objects.select_related("document")}
    assert noted == {
        public: ("there", BRIDGE, FIRST, LATER),
        accepted: ("changed", TOLL.replace("two", "three"), FIRST, LATER),
        rejected: ("gone", "", FIRST, LATER),
    }


def test_what_stands_there_still_is_not_drafted_again_and_what_changed_is(captures):
    _, second, *_ = captures

    drafted = drafting.draft(second)

    assert [one.text for one in drafted] == [TOLL.replace("two", "three")]


def test_editor_sees_what_changed_and_went(captures):
    _, second, _, accepted, _ = captures
    editor = signed_in("editor")

    page = editor.get(reverse("admin:archive_document_difference", args=[second.pk])).content.decode()
    of_document = editor.get(reverse("admin:archive_document_change", args=[second.pk])).content.decode()
    of_statement = editor.get(reverse("admin:archive_statement_change", args=[accepted.pk])).content.decode()

    assert "<del>two</del> <ins>three</ins>" in page
    assert "<ins>UPDATED</ins>" in page
    assert page.index("gone from the text") < page.index("accepted · changed") < page.index("public · still there")
    assert reverse("admin:archive_document_difference", args=[second.pk]) in of_document
    assert "accepted · changed" in of_document
    assert "<del>two</del> <ins>three</ins>" in of_statement
    assert "last seen in the source on 1 July 2024" in of_statement


def test_first_capture_has_nothing_to_be_compared_with(captures):
    assert signed_in("editor").get(reverse("admin:archive_document_difference", args=[captures[0].pk])).status_code == 404


def test_public_page_says_when_the_words_were_last_seen_by_a_look_of_our_own(captures, client):
    _, second, public, *_ = captures
    assert "Last seen in the source" not in client.get(public.get_absolute_url()).content.decode()

    sightings.saw_again(second, at=LOOKED)
    Check.objects.create(article=second.article, at=LOOKED, outcome=CheckOutcome.SAME, document=second)
    page = client.get(public.get_absolute_url()).content.decode()

    assert "Last seen in the source" in page
    assert "3 September 2024" in page
    assert "The page" not in page


def test_what_the_public_sees_of_our_look_stays_when_somebody_brings_another_text(captures, client):
    _, second, public, accepted, _ = captures
    sightings.saw_again(second, at=LOOKED)
    Check.objects.create(article=second.article, at=LOOKED, outcome=CheckOutcome.SAME, document=second)
    page = client.get(public.get_absolute_url()).content

    brought = capture(
        b"The page is about something else now, and says so at length.", Provenance(url=URL), at=datetime(2025, 1, 1, tzinfo=UTC)
    )

    assert client.get(public.get_absolute_url()).content == page
    assert Sighting.objects.get(statement=accepted).outcome == "gone"
    assert [(one.statement, one.outcome) for one in sightings.left_alone(brought)] == [(public, "gone")]
    of_document = signed_in("editor").get(reverse("admin:archive_document_change", args=[brought.pk])).content.decode()
    assert "public · gone from the text" in of_document


def test_older_capture_that_comes_late_tells_nothing_of_where_words_stand(captures):
    first, second, *_ = captures
    before = list(Sighting.objects.order_by("pk").values())
    old = f"“{BRIDGE},” Anna Kovaleva said in the year before."

    late = take_in(ReadText(old, "utf-8", seen="2020-03-04"), old.encode(), Provenance(url=URL), at=LATER)

    assert list(Sighting.objects.order_by("pk").values()) == before
    assert (first.article.standing(), late.superseded_by) == (second, first)
    assert drafting.draft(late) == []  # its words are a statement already
    assert drafting.places_taken(late) == [(old.index(BRIDGE), old.index(BRIDGE) + len(BRIDGE))]


def test_capture_seen_before_our_last_look_tells_nothing_either(captures):
    _, second, public, *_ = captures
    sightings.missed(second.article, at=LOOKED)
    Check.objects.create(article=second.article, at=LOOKED, outcome=CheckOutcome.GONE)

    take_in(ReadText(f"{TEXT} Later.", "utf-8", seen="2024-08-02"), b"bytes", Provenance(url=URL), at=datetime(2025, 1, 1, tzinfo=UTC))

    assert Sighting.objects.get(statement=public).outcome == "page-gone"


def test_words_of_an_old_capture_were_last_seen_when_it_was_fetched(client):
    old = take_in(ReadText(TEXT, "utf-8", seen="2020-03-04"), TEXT.encode(), Provenance(url=URL, outlet=make.make_outlet()), at=FIRST)
    statement = make.make_public_statement(old, BRIDGE)
    assert "4 March 2020 <small>when a web archive fetched it" in client.get(old.get_absolute_url()).content.decode()

    capture(b"The page is about something else now, and says so at length.", Provenance(url=URL), at=LATER)

    assert Sighting.objects.get(statement=statement).seen_at == datetime(2020, 3, 4, tzinfo=UTC)
