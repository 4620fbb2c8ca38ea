"""What a notice of an outlet reaches, and how it is said beside it."""

import datetime

import pytest

from archive.enums import SourceStatus
from archive.migrations.frozen.retracted import retracted
from archive.models import Document, Occurrence
from archive.models.source_note import SourceNote, notes_of, retracted_among
from tests import factories as make

pytestmark = pytest.mark.django_db
URL = "https://telexa.example/turnout"
CORRECTED, RETRACTED = SourceStatus.CORRECTED, SourceStatus.RETRACTED


@pytest.fixture
def outlet():
    return make.make_outlet("Telexa")


@pytest.fixture
def article(outlet):
    return make.make_article(outlet, url=URL)


def seen(article, day: str, **fields) -> Document:
    return make.make_document(article=article, seen_on=datetime.date.fromisoformat(day), published="2018-06-11", **fields)


def notice(of: Document, *, relation: str = "correction", published: str = "2018-06-14", **fields) -> Document:
    where = {} if "article" in fields else {"outlet": of.outlet, "url": f"{URL}-{relation}-{published}"}
    return make.make_document(relation=relation, relates_to=of, published=published, **(where | fields))


def reached(*documents: Document) -> list[bool]:
    notes = notes_of(one.pk for one in documents)
    return [one.pk in notes for one in documents]


def test_notice_is_told_of_the_document_that_it_names(article):
    report = seen(article, "2018-06-11")
    told = notice(report, relation_note="52.4 instead of 54.2.", published="2018-06-14T09:10:00+02:00")

    note = SourceNote(CORRECTED, "Telexa", "2018-06-14", "52.4 instead of 54.2.", told.public_id, told.article.url)
    assert report.source_notes == (note,)
    assert note.words == "Telexa corrected this report on 14 June 2018: 52.4 instead of 54.2"
    assert (told.source_notes, note.is_retraction) == ((), False)
    assert SourceNote(**note.kept) == note


def test_notice_without_a_note_or_a_day_says_so(article):
    report = seen(article, "2018-06-11")
    notice(report, published="", relation="retraction")
    notice(report, published="2018-06")

    assert [note.words for note in notes_of([report.pk])[report.pk]] == [
        "Telexa retracted this report on a day that is not known", "Telexa corrected this report (June 2018)",
    ]  # fmt: skip


def test_gravest_notice_stands_first_and_then_the_latest(article):
    report = seen(article, "2018-06-11")
    for relation, day in (("correction", "2018-06-12"), ("correction", "2018-06-20"), ("retraction", "2018-06-13")):
        notice(report, relation=relation, published=day)

    assert [(note.status, note.on) for note in report.source_notes] == [
        (RETRACTED, "2018-06-13"), (CORRECTED, "2018-06-20"), (CORRECTED, "2018-06-12"),
    ]  # fmt: skip
    assert report.source_notes[0].is_retraction


def test_captures_seen_before_the_notice_are_reached_and_later_ones_not(article):
    before, named, after, corrected = (seen(article, f"2018-06-{day}") for day in ("11", "12", "13", "14"))

    notice(named)

    assert reached(before, named, after, corrected) == [True, True, True, False]


def test_captures_before_the_one_that_is_named_are_reached_however_late_all_were_taken(article):
    before, named, after = (seen(article, f"2025-06-{day}") for day in ("11", "12", "13"))

    notice(named)

    assert reached(before, named, after) == [True, True, False]


def test_notice_on_the_page_itself_reaches_what_was_seen_before_it(article):
    before, named, between = (seen(article, f"2018-06-{day}") for day in ("11", "12", "13"))

    own = seen(article, "2018-06-13", relation="correction", relates_to=named)
    later = seen(article, "2018-06-13")

    assert reached(before, named, between, own, later) == [True, True, True, False, False]
    assert [note.words for note in notes_of([named.pk])[named.pk]] == ["Telexa corrected this report (12–13 June 2018)"]


def test_notice_on_the_page_itself_that_tells_a_day_of_its_own_has_that_day(article):
    named = seen(article, "2018-06-12")

    make.make_document(article=article, relation="correction", relates_to=named, published="2018-06-15")

    assert [note.on for note in notes_of([named.pk])[named.pk]] == ["2018-06-15"]


def test_wire_copies_say_whose_correction_it_is(article, outlet):
    report = seen(article, "2018-06-11")
    copy = make.make_document("A copy.", outlet=make.make_outlet("Gazette"), wire_copy_of=report)
    notice(report, relation_note="52.4 instead of 54.2")
    assert [note.words for note in notes_of([copy.pk])[copy.pk]] == [
        "The agency Telexa corrected this report on 14 June 2018: 52.4 instead of 54.2"
    ]

    outlet.kind = "paper"
    outlet.save()

    assert [note.words for note in notes_of([copy.pk])[copy.pk]] == [
        "Telexa, whose text is copied here, corrected this report on 14 June 2018: 52.4 instead of 54.2"
    ]


def test_what_another_outlet_says_is_no_notice(article):
    report = seen(article, "2018-06-11")

    notice(report, outlet=make.make_outlet("Gazette"), url="https://gazette.example/wrong", relation="retraction")

    assert reached(report) == [False]
    assert retracted_among([report.pk]) == set()


def test_notice_with_a_public_statement_has_a_page(article):
    report = seen(article, "2018-06-11")
    told = notice(report)
    assert not notes_of([report.pk])[report.pk][0].is_public

    make.make_public_statement(told)

    assert notes_of([report.pk])[report.pk][0].is_public


def test_retracted_reports_are_told_apart_with_their_copies(article):
    report, kept = seen(article, "2018-06-11"), make.make_document()
    copy = make.make_document(wire_copy_of=report)
    notice(kept)
    for document in (report, copy, kept):
        make.make_public_statement(document, claims=["The turnout was 54.2 percent."])

    make.make_notice(report, "retraction")

    assert retracted_among([one.pk for one in (report, copy, kept)]) == retracted(Document.objects) == {report.pk, copy.pk}
    fell, stands = Occurrence.objects.whose_source_fell(), Occurrence.objects.whose_source_stands()
    assert {link.statement.document for link in fell} == {report, copy}
    assert {link.statement.document for link in stands} == {kept}


@pytest.mark.parametrize("number", [1, 3])
def test_documents_that_no_notice_names_are_asked_about_once(number, article, django_assert_num_queries):
    documents = [seen(article, f"2018-06-1{day}") for day in range(number)]

    with django_assert_num_queries(1):
        assert notes_of(one.pk for one in documents) == {}


@pytest.mark.parametrize("number", [1, 3])
def test_notes_of_any_number_of_documents_take_one_query_more(number, article, django_assert_num_queries):
    documents = [seen(article, f"2018-06-1{day}") for day in range(number)]
    notice(documents[-1])

    with django_assert_num_queries(2):
        notes = notes_of(one.pk for one in documents)
    assert [note.is_retraction for one in documents for note in notes[one.pk]] == [False] * number
