"""What stands beside public statements because of a notice changes by publishers alone, whichever row it is read from."""

import pytest

from archive.acts import Signature
from archive.errors import Refused
from archive.publication import concerns_public, correct, sources_told
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


def test_what_concerns_the_public():
    report, draft = make.make_public_statement().document, make.make_document()
    copied = make.make_document(outlet=make.make_outlet())
    make.make_public_statement(make.make_document("A copy.", wire_copy_of=copied))
    nothing = make.make_document()

    assert [concerns_public(nothing, one) for one in (report, copied, draft)] == [True, True, False]
    assert concerns_public(report, draft)
