"""An outlet corrects or retracts its own report: who may say so, what it leaves behind where statements are public, and taking it back."""

import pytest

from archive import publication
from archive.enums import DocumentRelation, NoticeAnswer
from archive.errors import Refused
from archive.models import ArchiveState, ClaimTally, Document, Event, NoticeSuggestion, Revision
from archive.publication import Notice
from tests import factories as make
from tests.archive.publication.kept import AT, events, everything, revisions

pytestmark = pytest.mark.django_db
NOTE = "52.4 instead of 54.2"
CORRECTS, RETRACTS = DocumentRelation.CORRECTION, DocumentRelation.RETRACTION
LINE = f"Telexa corrected this report on 14 June 2018: {NOTE}"


@pytest.fixture
def report() -> Document:
    return make.make_document(outlet=make.make_outlet("Telexa"), url="https://telexa.example/turnout", published="2018-06-11")


@pytest.fixture
def notice(report) -> Document:
    return make.make_document(outlet=report.outlet, url="https://telexa.example/correction", published="2018-06-14")


@pytest.fixture
def asked(report, notice) -> NoticeSuggestion:
    return make.make_notice_suggestion(document=notice, other=report)


@pytest.fixture
def editor():
    return make.make_user("editor")


@pytest.fixture
def told(report) -> None:
    """The report has a public statement that carries a claim."""
    make.make_public_statement(report, claims=["The turnout was 54.2 percent."])


@pytest.mark.parametrize("given", NoticeAnswer)
def test_answer_is_kept_and_never_asked_again(report, notice, asked, editor, given):
    publication.answer(asked, given, note=NOTE, by=editor)

    notice.refresh_from_db()
    asked.refresh_from_db()
    is_so = given == NoticeAnswer.YES
    assert (asked.answer, asked.answered_by) == (given, editor)
    assert (notice.relation, notice.relates_to, notice.relation_note) == ((CORRECTS, report, NOTE) if is_so else ("", None, ""))
    verbs = list(Event.objects.filter(by=editor).order_by("id").values_list("verb", flat=True))
    assert verbs == (["edited", "judged"] if is_so else ["judged"])
    assert not NoticeSuggestion.objects.open().exists()
    with pytest.raises(Refused, match="answered this already"):
        publication.answer(asked, given, by=editor)


def test_answer_about_what_is_not_public_leaves_no_revision(asked, editor):
    before = ArchiveState.current_revision()

    publication.answer(asked, NoticeAnswer.YES, by=editor)

    assert (Revision.objects.count(), ArchiveState.current_revision()) == (0, before)


@pytest.mark.parametrize("role", ["editor", "reviewer", "viewer"])
def test_answer_that_the_public_sees_is_a_publishers(told, asked, role):
    before = everything()

    with pytest.raises(Refused, match="Your role does not allow this"):
        publication.answer(asked, NoticeAnswer.YES, by=make.make_user(role))

    assert {name: rows for name, rows in everything().items() if name != "User"} == before
    assert NoticeSuggestion.objects.open().exists()


def test_viewer_may_not_say_no(asked):
    with pytest.raises(Refused, match="Your role does not allow this"):
        publication.answer(asked, NoticeAnswer.NO, by=make.make_user("viewer"))


def test_answer_that_the_public_sees_leaves_revision_event_and_a_new_number(told, report, notice, asked, by):
    number = ArchiveState.current_revision()

    publication.answer(asked, NoticeAnswer.YES, note=NOTE, by=by, at=AT)

    assert revisions(report)[-1] == (2, "clarification", LINE, ["notices"], by, AT)
    assert Revision.objects.of(report).last().content["notices"] == [{
        "status": "corrected", "outlet": "Telexa", "on": "2018-06-14", "note": NOTE, "by": notice.public_id,
        "url": "https://telexa.example/correction", "copied_from": "",
    }]  # fmt: skip
    assert events(report)[-1] == ("corrected", "", "", LINE, by, AT)
    assert ArchiveState.current_revision() == number + 1
    assert not Revision.objects.of(notice).exists()


def test_retraction_is_counted_apart_and_counted_again_when_it_is_taken_back(told, report, notice, by):
    def counts():
        return ClaimTally.objects.values_list("sayings", "reports", "speakers", "outlets", "retracted", "first_said").get()

    assert counts() == (1, 1, 1, 1, 0, "2023-05-17")

    publication.relate(notice, Notice(RETRACTS, report), by=by)
    assert counts() == (0, 0, 0, 0, 1, "")

    publication.take_back(notice, by=by, reason="It is about another report.")
    assert counts() == (1, 1, 1, 1, 0, "2023-05-17")
    assert revisions(report)[-1][1:4] == ("clarification", "It is about another report.", ["notices"])
    assert "notices" not in Revision.objects.of(report).last().content


def test_correction_leaves_the_counts_as_they_were(told, report, notice, by):
    before = ClaimTally.objects.values().get()

    publication.relate(notice, Notice(CORRECTS, report), by=by)

    assert ClaimTally.objects.values().get() == before


def test_taking_back_what_the_public_sees_needs_a_reason_and_a_publisher(told, report, notice, by, editor):
    publication.relate(notice, Notice(CORRECTS, report), by=by)

    with pytest.raises(Refused, match="Give a reason"):
        publication.take_back(notice, by=by, reason=" ")
    with pytest.raises(Refused, match="Your role does not allow this"):
        publication.take_back(notice, by=editor, reason="It is none.")
    notice.refresh_from_db()
    assert notice.relation == CORRECTS


def test_every_capture_and_copy_that_is_reached_gets_its_revision(told, report, notice, by):
    earlier = make.make_document("As it was first.", article=report.article, captured_at="2018-06-11T12:00Z")
    copy = make.make_document("A copy.", outlet=make.make_outlet("Gazette"), wire_copy_of=report)
    hidden = make.make_document("A copy that is not public.", wire_copy_of=report)
    for document in (earlier, copy):
        make.make_public_statement(document)

    publication.relate(notice, Notice(CORRECTS, report, NOTE), by=by)

    assert [revisions(one)[-1][2] for one in (report, earlier)] == [LINE] * 2
    assert revisions(copy)[-1][2] == f"The agency {LINE}"
    assert revisions(hidden) == []


def test_notice_that_is_public_itself_gets_a_revision_of_its_own(told, report, notice, by):
    make.make_public_statement(notice)

    publication.relate(notice, Notice(CORRECTS, report, NOTE), by=by)

    assert revisions(notice)[-1][1:4] == (
        "clarification", f"It corrects an earlier report: {NOTE}", ["relates_to", "relation", "relation_note"],
    )  # fmt: skip
    assert revisions(report)[-1][3] == ["notices"]


def test_correcting_a_public_notice_tells_it_beside_the_report_again(told, report, notice, by):
    make.make_public_statement(notice)
    publication.relate(notice, Notice(CORRECTS, report, "54.2 instead of 52.4"), by=by)

    publication.correct(notice, by=by, changes={"relation_note": NOTE}, revision_class="typo", reason="Turned round.")

    assert revisions(report)[-1][1:4] == ("clarification", "Turned round.", ["notices"])
    assert Revision.objects.of(report).last().content["notices"][0]["note"] == NOTE


def test_statement_published_later_has_the_note_in_its_documents_first_revision(report, notice, by, editor):
    publication.relate(notice, Notice(CORRECTS, report, NOTE), by=editor)

    make.make_public_statement(report)

    assert [one["note"] for one in Revision.objects.of(report).get().content["notices"]] == [NOTE]


REFUSED = {
    "another outlet's report": (lambda report: make.make_document(), "Only the outlet that published"),
    "a report without outlet": (lambda report: make.make_document(outlet=None), "Only the outlet that published"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_only_its_own_outlet_corrects_a_report(case, report, by, editor):
    choose, sentence = REFUSED[case]

    with pytest.raises(Refused, match=sentence):
        publication.relate(choose(report), Notice(CORRECTS, report), by=editor)


def test_what_is_no_notice_is_not_taken_back(notice, editor):
    with pytest.raises(Refused, match="no notice already"):
        publication.take_back(notice, by=editor, reason="None.")


def test_document_is_told_once_what_it_corrects(report, asked, editor):
    again = make.make_notice_suggestion(document=asked.document, other=make.make_document(outlet=report.outlet))
    publication.answer(asked, NoticeAnswer.YES, by=editor)

    with pytest.raises(Refused, match="It corrects"):
        publication.answer(again, NoticeAnswer.YES, by=editor)
