"""What was entered by mistake goes, with a reason and an Event; what anybody needs or the public has seen stays."""

from datetime import UTC, datetime, timedelta

import pytest

from archive import drafting, publication, removal, review
from archive.enums import RevisionClass, Verb
from archive.errors import Refused
from archive.models import (
    Attribution,
    ClaimTally,
    Document,
    Event,
    NoticeSuggestion,
    Revision,
    Speaker,
    SpeakerAlias,
    SpeakerRole,
    Statement,
)
from archive.models.source_note import notes_of
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 2, 9, tzinfo=UTC)
WHY = "Entered twice."


def is_there(row) -> bool:
    return type(row)._default_manager.filter(pk=row.pk).exists()


@pytest.mark.parametrize(
    "made",
    [
        make.make_speaker,
        make.make_outlet,
        make.make_claim,
        make.make_document,
        lambda: make.make_article(None),
        make.make_occasion,
        lambda: make.make_feed("https://gone.example/rss"),
    ],
)
def test_row_on_which_nothing_hangs_is_removed_with_its_reason(made):
    row, by = made(), make.make_user("editor")

    removal.remove(row, by=by, reason=f" {WHY} ", at=AT)

    event = Event.objects.get(verb=Verb.REMOVED)
    assert not is_there(row)
    assert (event.object_type, event.object_id, event.by, event.at, event.reason) == (row._meta.model_name, row.pk, by, AT, WHY)
    assert event.detail == {"name": str(row)}


def test_names_and_roles_of_a_speaker_go_with_it():
    speaker = make.make_speaker("Anna Kovaleva")
    SpeakerAlias.objects.create(speaker=speaker, name="A. Kovaleva")
    SpeakerRole.objects.create(speaker=speaker, title="Minister")

    removal.remove(speaker, by=make.the_chief(), reason=WHY)

    assert [table.objects.count() for table in (Speaker, SpeakerAlias, SpeakerRole)] == [0, 0, 0]


def merged_speaker():
    speaker = make.make_speaker()
    make.make_speaker(merged_into=speaker)
    return speaker


def superseded_document():
    document = make.make_document()
    make.make_document(article=document.article, supersedes=document)
    return document


def claim_judged():
    return make.make_occurrence(make.make_accepted_statement()).claim


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (lambda: make.make_statement().attributions.get().speaker, "needed by 1 attribution"),
        (merged_speaker, "needed by 1 speaker"),
        (lambda: make.make_document().outlet, "needed by 1 article"),
        (lambda: make.make_feed("https://a.example/rss", outlet=make.make_outlet()).outlet, "needed by 1 feed"),
        (claim_judged, "1 claim in a statement"),
        (lambda: make.make_statement().document, "needed by 1 statement"),
        (superseded_document, "needed by 1 document"),
        (lambda: make.make_statement(occasion=make.make_occasion()).occasion, "needed by 1 statement"),
        (lambda: make.make_document().article, "needed by 1 document"),
    ],
)
def test_what_others_need_is_refused_with_what_they_are(made, told):
    row = made()

    with pytest.raises(Refused, match=told):
        removal.remove(row, by=make.the_chief(), reason=WHY)

    assert is_there(row)
    assert not Event.objects.filter(verb=Verb.REMOVED).exists()


def test_what_the_public_has_seen_is_kept_also_when_it_was_withdrawn():
    statement = make.make_public_statement(claims=["A claim"])
    rows = [statement.document, statement.document.outlet, statement.attributions.get().speaker, statement.occurrences.get().claim]
    publication.withdraw(statement, by=make.the_chief(), revision_class=RevisionClass.RETRACTION, reason="It was wrong.")

    for row in rows:
        with pytest.raises(Refused, match="The public has seen it"):
            removal.remove(row, by=make.the_chief(), reason=WHY)


@pytest.mark.parametrize(("role", "reason"), [("publisher", WHY), ("reviewer", WHY), ("viewer", WHY), ("editor", "  ")])
def test_removing_is_an_editors_act_and_needs_a_reason(role, reason):
    speaker = make.make_speaker()

    with pytest.raises(Refused):
        removal.remove(speaker, by=make.make_user(role), reason=reason)

    assert is_there(speaker)


def test_drafts_of_the_machine_that_nobody_touched_go_with_their_document():
    statement = make.make_statement(method="rules", speakers=["the ministry"])
    document, reviewer = statement.document, make.make_user("reviewer")
    review.reject(statement, by=reviewer)
    other = make.make_document()
    NoticeSuggestion.objects.create(document=document, other=other, relation="correction", start=0, end=9, reason="Its title")

    removal.remove(document, by=make.the_chief(), reason=WHY)

    assert [table.objects.count() for table in (Statement, Attribution, NoticeSuggestion)] == [0, 0, 0]
    assert list(Document.objects.all()) == [other]
    assert {(one.object_type, one.reason) for one in Event.objects.filter(verb=Verb.REMOVED)} == {("statement", WHY), ("document", WHY)}


def test_document_stays_with_a_statement_that_is_accepted_just_before_it_is_held(monkeypatch):
    first = make.make_statement(method="rules")
    second = make.make_statement(first.document, first.text[:-1], method="rules")
    hold = drafting.held_by_number
    monkeypatch.setattr(drafting, "held_by_number", lambda table, numbers: (make.accept(first), hold(table, list(numbers)))[1])

    with pytest.raises(Refused, match="It is still needed by 1 statement"):
        removal.remove(first.document, by=make.the_chief(), reason=WHY)

    assert set(Statement.objects.all()) == {first, second}


def test_document_stays_while_somebody_worked_on_a_statement_of_it():
    statement = make.make_statement(method="rules", occasion_proposed="talks")
    review.name_occasion(statement, by=make.the_chief())

    with pytest.raises(Refused, match="needed by 1 statement"):
        removal.remove(statement.document, by=make.the_chief(), reason=WHY)

    assert is_there(statement)


@pytest.mark.parametrize("kind", ["correction", "retraction"])
def test_notice_that_the_public_reads_is_not_removed_until_a_publisher_takes_it_back(kind):
    statement = make.make_public_statement(claims=["The bridge will be opened."])
    report, notice = statement.document, make.make_notice(statement.document, kind)
    counted = ClaimTally.objects.values().get()

    with pytest.raises(Refused, match="It stands beside public statements"):
        removal.remove(notice, by=make.the_chief(), reason=WHY)
    assert [note.by for note in notes_of([report.pk])[report.pk]] == [notice.public_id]
    assert ClaimTally.objects.values().get() == counted

    publication.take_back(notice, by=make.the_chief(), reason="It is of another report.")
    removal.remove(notice, by=make.make_user("editor"), reason=WHY)

    assert not is_there(notice)
    assert Revision.objects.of(report).last().reason == "It is of another report."
    assert ClaimTally.objects.get().retracted == 0


def test_notice_that_nobody_reads_beside_public_statements_is_removed():
    statement = make.make_public_statement(make.make_document(captured_at=AT))
    later = make.make_notice(make.make_statement().document)
    earlier = make.make_document(article=statement.document.article, captured_at=AT - timedelta(2))
    of_the_first_look = make.make_notice(earlier, published="2024-06-30")

    for notice in (later, of_the_first_look):
        removal.remove(notice, by=make.make_user("editor"), reason=WHY)

        assert not is_there(notice)


def test_answered_question_about_a_document_is_kept():
    asked = make.make_notice_suggestion()
    NoticeSuggestion.objects.filter(pk=asked.pk).update(answer="no", answered_by=make.the_chief(), answered_at=AT)

    with pytest.raises(Refused, match="needed by 1"):
        removal.remove(asked.document, by=make.the_chief(), reason=WHY)


def test_count_of_a_claim_goes_with_it():
    claim = make.make_claim()
    ClaimTally.objects.create(claim=claim, first_sort=0, last_sort=0)

    removal.remove(claim, by=make.the_chief(), reason=WHY)

    assert not ClaimTally.objects.exists()
