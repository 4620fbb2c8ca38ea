"""What stands beside public statements because of a notice changes by publishers alone, whichever row it is read from."""

from datetime import UTC, datetime

import pytest
from django.db.transaction import atomic

from archive.acts import Signature
from archive.errors import Refused
from archive.models import ArchiveState, RetractedReport, Revision
from archive.publication import concerns_public, correct, sources_told, take_back
from tests import factories as make
from tests.archive.publication.kept import AT, everything, revisions

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(public):
    return public.document


@pytest.fixture
def notice(report):
    return make.make_notice(report, published="2018-06-14")


def put(row, name: str, value: object) -> None:
    setattr(row, name, value)
    row.save()


CHANGES = {
    "the notice's day": (lambda notice: notice, "published", "2018-06-15", "corrected this report on 15 June 2018"),
    "the notice's words": (lambda notice: notice, "relation_note", "5, not 4", "corrected this report on 14 June 2018: 5, not 4"),
    "its kind": (lambda notice: notice, "relation", "retraction", "retracted this report on 14 June 2018"),
    "its address": (lambda notice: notice.article, "url", "https://telexa.example/other", "corrected this report on 14 June 2018"),
}


@pytest.mark.parametrize("case", CHANGES)
def test_change_of_what_is_told_beside_a_report_is_kept(case, notice, report, by):
    choose, name, value, line = CHANGES[case]
    row = choose(notice)

    with sources_told(row, Signature(by, AT)):
        put(row, name, value)

    assert revisions(report)[-1] == (3, "clarification", f"{report.outlet} {line}", ["notices"], by, AT)


@pytest.mark.parametrize("case", CHANGES)
def test_editor_alone_changes_nothing_of_it(case, notice, report):
    choose, name, value, _line = CHANGES[case]
    row = choose(notice)

    with pytest.raises(Refused, match="Your role does not allow this"), sources_told(row, Signature(make.make_user("editor"), AT)):
        put(row, name, value)

    assert len(revisions(report)) == 2


def test_what_is_not_told_changes_without_a_revision(notice, report, by):
    before = everything()["Revision"]

    with sources_told(notice, Signature(make.make_user("editor"), AT)):
        put(notice, "author", "A. Writer")

    assert everything()["Revision"] == before


def test_article_that_goes_to_another_outlet_takes_its_notice_with_it(notice, report, by):
    with sources_told(notice.article, Signature(by, AT, "It is the Gazette's.")):
        put(notice.article, "outlet", make.make_outlet("Gazette"))

    assert revisions(report)[-1][2:4] == ("It is the Gazette's.", ["notices"])


def test_article_that_comes_to_the_outlet_brings_its_notice(report, by):
    notice = make.make_document(outlet=None, published="2018-06-14")
    type(notice).objects.filter(pk=notice.pk).update(relation="correction", relates_to=report)

    with sources_told(notice.article, Signature(by, AT)):
        put(notice.article, "outlet", report.outlet)

    assert revisions(report)[-1][2:4] == (f"{report.outlet} corrected this report on 14 June 2018", ["notices"])


def test_public_text_that_turns_out_to_be_a_copy_has_the_note_of_its_original(notice, report, by):
    copy = make.make_public_statement().document

    correct(copy, by=by, changes={"wire_copy_of": report}, revision_class="correction", reason="It is wire copy.")

    assert [row[3] for row in revisions(copy)] == [[], ["notices"], ["wire_copy_of"]]


@pytest.fixture
def copied(report, by):
    """A public wire copy of an agency that has nothing public itself, and the agency's notice."""
    original = make.make_document(outlet=make.make_outlet("Telexa", kind="agency"))
    correct(report, by=by, changes={"wire_copy_of": original}, revision_class="correction", reason="It is wire copy.")
    make.make_notice(original)
    return original


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("name", "Telexa North", "The agency Telexa North corrected this report on 14 June 2018"),
        ("kind", "paper", "Telexa, whose text is copied here, corrected this report on 14 June 2018"),
    ],
)
def test_name_and_kind_of_an_outlet_change_with_the_notes_that_tell_them(name, value, line, copied, report, by):
    known = len(revisions(report))
    with pytest.raises(Refused, match="Your role"), atomic(), sources_told(copied.outlet, Signature(make.make_user("editor"), AT)):
        put(copied.outlet, name, value)
    with sources_told(copied.outlet, Signature(by, AT)):
        put(copied.outlet, name, value)

    assert revisions(report)[known:] == [(known + 1, "clarification", line, ["notices"], by, AT)]


def test_correction_of_a_public_outlet_is_kept_with_the_documents_that_name_it(notice, report, by):
    correct(report.outlet, by=by, changes={"name": "Telexa North"}, revision_class="correction", reason="Misspelt.", at=AT)

    assert revisions(report)[-1] == (3, "clarification", "Misspelt.", ["notices"], by, AT)
    assert Revision.objects.of(report).last().content["notices"][0]["outlet"] == "Telexa North"


@pytest.fixture
def named(report):
    """A capture that is not public, of the same page as the public one, which a later capture of that page says to be corrected."""
    page = {"article": report.article, "published": "2018-06-01"}
    report.published = "2018-06-01"
    report.save()
    named = make.make_document(captured_at=datetime(2024, 7, 3, tzinfo=UTC), **page)
    make.make_notice(named, outlet=None, captured_at=datetime(2024, 7, 5, tzinfo=UTC), **page)
    return named


def test_day_of_a_notice_on_the_page_itself_changes_with_the_capture_that_it_names(named, report, by):
    known = len(revisions(report))

    with sources_told(named, Signature(by, AT)):
        put(named, "published", "2018-06-02")

    assert revisions(report)[known:] == [
        (known + 1, "clarification", f"{report.outlet} corrected this report on 1 June 2018", ["notices"], by, AT)
    ]


def test_editor_alone_does_not_change_that_day(named, report):
    with pytest.raises(Refused, match="Your role does not allow this"), sources_told(named, Signature(make.make_user("editor"), AT)):
        put(named, "published", "2018-06-02")


def test_pages_are_made_anew_where_withdrawn_words_come_to_stand_in_a_public_text():
    words = "The bridge is closed to all"
    withdrawn = make.make_withdrawn_statement(make.make_document(f"{words}, he said."), words)
    original = make.make_document(f"{words}, he said. It will be opened in the spring.")
    make.make_public_statement(original, "It will be opened in the spring")
    known = ArchiveState.current()

    with sources_told(withdrawn.document, Signature(make.make_user("editor"), AT)):
        put(withdrawn.document, "wire_copy_of", original)

    assert ArchiveState.current() != known


def test_what_concerns_the_public():
    report, draft = make.make_public_statement().document, make.make_document()
    copied = make.make_document(outlet=make.make_outlet())
    make.make_public_statement(make.make_document("A copy.", wire_copy_of=copied))
    nothing = make.make_document()

    assert [concerns_public(nothing, one) for one in (report, copied, draft)] == [True, True, False]
    assert concerns_public(report, draft)


def retracted() -> set:
    return {one.document for one in RetractedReport.objects.select_related("document")}


def test_retracted_reports_are_kept_until_that_is_taken_back(report):
    copy = make.make_document("A copy.", wire_copy_of=report)
    notice = make.make_notice(report, "retraction")
    assert retracted() == {report, copy}

    take_back(notice, by=make.the_chief(), reason="It was about another.")

    assert retracted() == set()


def test_report_that_comes_to_a_retracted_text_is_kept_as_retracted_once_it_is_public(report):
    make.make_notice(report, "retraction")

    copy = make.make_public_statement(make.make_document("A copy.", wire_copy_of=report)).document

    assert retracted() == {report, copy}
