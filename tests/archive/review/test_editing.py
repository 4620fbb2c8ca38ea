"""What follows from a change of what is not public: it is asked about, returned to draft, or taken from another document."""

from datetime import UTC, datetime

import pytest

from archive import review
from archive.acts import Signature
from archive.errors import NeedsConfirmation, Refused
from archive.linking.judgements import undo
from archive.models import ArchiveState, Attribution, Event, OccasionSuggestion, Sighting, Statement
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 2, 9, tzinfo=UTC)
WORDS = "We will build the bridge."


def signed() -> Signature:
    return Signature(make.the_chief(), AT)


def change(statement, **columns):
    for name, value in columns.items():
        setattr(statement, name, value)
    statement.save()


def test_change_that_brings_a_doubt_is_refused_until_it_is_confirmed():
    statement = make.make_statement()
    before = review.before_editing(statement, signed())
    change(statement, said_on="2024-07-03")

    with pytest.raises(NeedsConfirmation) as asked:
        review.confirm_changes(statement, before, signed())
    told = review.confirm_changes(statement, before, signed(), [one.seen for one in asked.value.doubts])

    assert told == {"confirmed": ["The day of saying is still to come: 3 July 2024."]}
    assert Statement.objects.get().confirmed == [{"key": "in-the-future", "told": told["confirmed"][0]}]
    assert review.accept(statement, by=make.the_chief(), at=AT).status == "accepted"  # it is not asked twice


def test_change_is_not_asked_about_what_stood_before_or_is_missing_in_a_draft():
    statement = make.make_statement(said_on="2024-07-03", speakers=[])
    before = review.before_editing(statement, signed())
    change(statement, kind="mixed")

    assert review.confirm_changes(statement, before, signed()) == {}
    with pytest.raises(NeedsConfirmation, match="still to come"):
        review.accept(statement, by=make.the_chief(), at=AT)


def test_what_was_confirmed_at_acceptance_stays_when_something_else_is_edited():
    statement = make.accept(make.make_statement(speakers=["Anna Holt"]))
    before = review.before_editing(statement, signed())
    change(statement, locator="item 3")

    assert review.confirm_changes(statement, before, signed()) == {}
    assert [one["key"] for one in Statement.objects.get().confirmed] == ["unknown-speaker"]


def test_who_puts_the_speakers_right_is_not_asked_how_sure_extraction_was():
    statement = make.make_statement(speakers=[make.make_speaker("Anna Holt")], confidence=0.72)
    before = review.before_editing(statement, signed())
    statement.attributions.update(speaker=make.make_speaker("Jan Kessel"), name="Jan Kessel")

    assert review.confirm_changes(statement, before, signed()) == {}
    assert Statement.objects.get().confidence is None
    assert review.accept(statement, by=make.the_chief(), at=AT).status == "accepted"


def test_who_changes_something_else_is_asked():
    statement = make.make_statement(speakers=[make.make_speaker("Anna Holt")], confidence=0.72)
    before = review.before_editing(statement, signed())
    change(statement, said_on="2020-03-03")
    review.confirm_changes(statement, before, signed())

    with pytest.raises(NeedsConfirmation, match="Only 72 % sure: that it is Anna Holt"):
        review.accept(statement, by=make.the_chief(), at=AT)


def test_what_no_longer_stands_is_no_longer_confirmed():
    statement = make.accept(make.make_statement(said_on="2099"))
    review.return_to_draft(statement, by=make.the_chief(), reason="Another look.")
    statement.refresh_from_db()
    before = review.before_editing(statement, signed())
    change(statement, said_on="2023")

    review.confirm_changes(statement, before, signed())

    assert Statement.objects.get().confirmed == []


@pytest.mark.parametrize("make_one", [make.make_public_statement, make.make_withdrawn_statement, make.make_rejected_statement])
def test_what_is_public_or_rejected_is_not_edited(make_one):
    with pytest.raises(Refused, match="can be changed"):
        review.before_editing(make_one(), signed())


def test_act_that_changes_what_was_accepted_returns_it():
    statement = make.make_accepted_statement()

    with review.editing(statement, signed()):
        Attribution.objects.update(role="minister")

    kept, event = Statement.objects.get(), Event.objects.filter(object_type="statement").first()
    assert (kept.status, kept.accepted_by, kept.accepted_as, kept.passages.count()) == ("draft", None, "", 0)
    assert (event.verb, event.from_state, event.at) == ("returned", "accepted", AT)


def test_act_that_changes_nothing_judged_leaves_it():
    statement = make.make_accepted_statement()

    with review.editing(statement, signed()):
        Statement.objects.update(locator="page 7")

    assert Statement.objects.get().status == "accepted"


# Another document


def moved(statement, document) -> Statement:
    review.move_to(statement, document)
    start = document.text.index(WORDS)
    statement.take_words(start, start + len(WORDS))
    statement.save()
    return Statement.objects.get(pk=statement.pk)


def test_statement_of_a_document_chosen_wrongly_forgets_what_was_read_there():
    wrong = make.make_document(f"On Monday she said: {WORDS}", language="en", locators=[[0, 60, "page 1"]])
    right = make.make_document(f"Am Montag: {WORDS}", language="de", locators=[[0, 60, "page 9"]])
    statement = make.make_statement(
        wrong, WORDS, said_words="On Monday", said_rule="told before", mentioned=[{"a": 1}], relayed=[{"a": 1}], duplicates=[[0, 3]],
        occasion_proposed="talks", place_proposed="Ostrel", speakers_proposed="Anna", confidence=0.9,
    )  # fmt: skip
    Attribution.objects.update(start=3, end=9)
    Sighting.objects.create(statement=statement, outcome="page-gone", seen_at=AT, looked_at=AT)

    kept = moved(statement, right)

    assert (kept.document, kept.text, kept.prefix, kept.locator, kept.language) == (right, WORDS, "Am Montag: ", "page 9", "de")
    assert (kept.said_on, kept.said_words, kept.said_rule) == ("2023-05-17", "", "")
    assert (kept.mentioned, kept.relayed, kept.duplicates, kept.confidence) == ([], [], [], None)
    assert (kept.occasion_proposed, kept.place_proposed, kept.speakers_proposed) == ("", "", "")
    assert (kept.attributions.get().start, Sighting.objects.count()) == (None, 0)


def test_what_people_typed_stays():
    wrong, right = (make.make_document(f"{opening} {WORDS}", language="en") for opening in ("On Monday:", "Later:"))
    statement = make.make_statement(wrong, WORDS, locator="verso", language="be", said_words="Later", said_rule="entered by an editor")

    kept = moved(statement, right)

    assert (kept.locator, kept.language, kept.said_words, kept.said_rule) == ("verso", "be", "Later", "entered by an editor")


def test_what_people_judged_where_it_stood_is_not_moved():
    statement = make.make_accepted_statement(words=WORDS)
    judgement = make.make_occurrence(statement).judgement
    undo(judgement, by=make.the_chief())

    with pytest.raises(Refused, match="People gave answers on these words where they stand"):
        review.move_to(statement, make.make_document(WORDS))


@pytest.mark.parametrize(("answer", "is_kept"), [("", False), ("two", True)])
def test_question_about_the_occasion_goes_unless_it_was_answered(answer, is_kept):
    other, statement = make.make_statement(), make.make_statement(words=WORDS)
    answered = {"answer": answer, "answered_by": make.the_chief(), "answered_at": AT} if answer else {}
    OccasionSuggestion.objects.create(statement=statement, other=other, likeness=1, method="m", version="1", **answered)

    if is_kept:
        with pytest.raises(Refused, match="where they stand"):
            review.move_to(statement, make.make_document(WORDS))
    else:
        review.move_to(statement, make.make_document(WORDS))

    assert OccasionSuggestion.objects.exists() == is_kept


# Pages around public words leave out those of drafts


@pytest.fixture
def beside():
    """A draft beside public words."""
    document = make.make_document(f"{WORDS} That was all. It will be opened in the spring.")
    make.make_public_statement(document, "It will be opened in the spring")
    return make.make_statement(document, WORDS)


@pytest.mark.parametrize(("column", "is_another_page"), [("end", True), ("document", True), ("said_on", False)])
def test_pages_of_a_public_document_are_made_anew_where_words_of_drafts_go_or_move(beside, column, is_another_page):
    known = ArchiveState.current()
    setattr(beside, column, {"end": beside.end + 5, "document": make.make_document(WORDS), "said_on": "2023-05-18"}[column])

    review.before_editing(beside, signed())

    assert (ArchiveState.current() != known) == is_another_page


def test_pages_of_no_public_document_stay_as_they_were_made():
    statement = make.make_statement(words=WORDS)
    known = ArchiveState.current()
    statement.end -= 1

    review.before_editing(statement, signed())
    review.before_entering(statement)

    assert ArchiveState.current() == known
