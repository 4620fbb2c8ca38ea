"""Accept, reject, return, reopen: one door for each change of state, an Event each, and nothing changed by a refusal."""

from datetime import UTC, datetime

import pytest

from archive import review
from archive.acceptance import judged_as
from archive.enums import StatementStatus
from archive.errors import NeedsConfirmation, Refused
from archive.models import Event, Passage, Statement, Suggestion, Term
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 2, 9, tzinfo=UTC)
ACTS = {
    "accept": (review.accept, "draft", "accepted"),
    "reject": (review.reject, "draft", "rejected"),
    "return": (review.return_to_draft, "accepted", "draft"),
    "reopen": (review.reopen, "rejected", "draft"),
}
REASONS = {"return": {"reason": " The span is too long. "}, "reject": {"reason": " No statement. "}}
KEPT = {"return": "The span is too long.", "reject": "No statement."}
MAKERS = {
    "draft": make.make_statement,
    "accepted": make.make_accepted_statement,
    "rejected": make.make_rejected_statement,
    "public": make.make_public_statement,
    "withdrawn": make.make_withdrawn_statement,
}


def last_event(row) -> tuple:
    event = Event.objects.filter(object_type=row._meta.model_name, object_id=row.pk).first()
    return event.verb, event.by, event.at, event.from_state, event.to_state, event.reason


@pytest.mark.parametrize("act", ACTS)
def test_act_moves_the_statement_and_leaves_an_event(act):
    do, before, after = ACTS[act]
    statement, by = MAKERS[before](), make.make_user("reviewer")
    version = statement.lock_version

    returned = do(statement, by=by, at=AT, **REASONS.get(act, {}))

    kept = Statement.objects.get(pk=statement.pk)
    assert (returned, kept.status, kept.lock_version) == (kept, after, version + 1)
    verb = {"accept": "accepted", "reject": "rejected", "return": "returned", "reopen": "reopened"}[act]
    assert last_event(statement) == (verb, by, AT, before, after, KEPT.get(act, ""))


def test_many_are_accepted_together_as_each_alone():
    by, later = make.make_user("reviewer"), datetime(2024, 7, 3, 9, tzinfo=UTC)
    document = make.make_document("The bridge will be opened. The toll will stay as it is.")
    statements = [make.make_statement(document, words) for words in ("The bridge will be opened.", "The toll will stay as it is.")]
    twin = make.accept(make.make_statement(make.make_document(document.text), "The toll will stay as it is."), by=by)

    returned = review.accept_all(statements, by=by, moments=[AT, later])

    kept = list(Statement.objects.filter(document=document).order_by("pk"))
    assert returned == kept == statements
    assert [(one.status, one.accepted_by, one.accepted_as, one.lock_version) for one in kept] == [
        ("accepted", by, judged_as(one), 2) for one in statements
    ]
    assert [last_event(one) for one in kept] == [("accepted", by, at, "draft", "accepted", "") for at in (AT, later)]
    assert [one.text for one in Passage.objects.order_by("pk")] == [twin.text, *(one.text for one in statements)]
    assert Term.objects.get(stem="toll").passages == 2


def test_many_are_accepted_all_or_none():
    fine, doubtful = make.make_statement(), make.make_statement(speakers=[])

    with pytest.raises(NeedsConfirmation, match="No speaker stands beside these words"):
        review.accept_all([fine, doubtful], by=make.the_chief())

    assert set(Statement.objects.values_list("status", flat=True)) == {"draft"}
    assert not Passage.objects.exists()


@pytest.mark.parametrize(("act", "state"), [(act, state) for act, (_, before, _) in ACTS.items() for state in MAKERS if state != before])
def test_act_in_another_state_is_refused(act, state):
    statement = MAKERS[state]()
    before = Statement.objects.filter(pk=statement.pk).values().get()
    events = Event.objects.count()

    with pytest.raises(Refused, match=f"only what is {ACTS[act][1]}"):
        ACTS[act][0](statement, by=make.the_chief(), **REASONS.get(act, {}))

    assert Statement.objects.filter(pk=statement.pk).values().get() == before
    assert Event.objects.count() == events


def test_accepting_keeps_who_did_and_indexes_the_words():
    document = make.make_document("He said: the bridge opens in spring. The toll stays as it is. Yes.")
    statement, by = make.make_statement(document), make.make_user("reviewer")

    review.accept(statement, by=by)

    statement.refresh_from_db()
    assert statement.accepted_by == by
    passages = list(Passage.objects.order_by("start").values_list("start", "end"))
    assert [document.text[start:end] for start, end in passages] == ["He said: the bridge opens in spring.", "The toll stays as it is."]
    assert set(Term.objects.values_list("passages", flat=True)) == {1}


def test_accepting_words_that_do_not_stand_there_is_refused():
    statement = make.make_statement()
    Statement.objects.filter(pk=statement.pk).update(text="Other words altogether.")

    with pytest.raises(Refused, match="not what stands in the document"):
        review.accept(statement, by=make.the_chief())

    assert Statement.objects.get().status == StatementStatus.DRAFT
    assert not Passage.objects.exists()


def test_returning_takes_the_words_out_of_the_index():
    statement = make.make_accepted_statement()

    review.return_to_draft(statement, by=make.the_chief(), reason="Too long.")

    statement.refresh_from_db()
    assert (statement.status, statement.accepted_by) == ("draft", None)
    assert not Passage.objects.exists()
    assert set(Term.objects.values_list("passages", flat=True)) == {0}


def test_returned_statement_can_be_accepted_again():
    statement = make.make_accepted_statement()
    review.return_to_draft(statement, by=make.the_chief(), reason="Too long.")

    review.accept(statement, by=make.the_chief())

    assert set(Term.objects.values_list("passages", flat=True)) == {1}
    assert list(Event.objects.filter(object_type="statement").order_by("id").values_list("to_state", flat=True)) == [
        "accepted",
        "draft",
        "accepted",
    ]


def test_returning_without_a_reason_is_refused():
    statement = make.make_accepted_statement()

    with pytest.raises(Refused, match="Give a reason"):
        review.return_to_draft(statement, by=make.the_chief(), reason="  ")

    assert Statement.objects.get().status == "accepted"


def test_returning_a_linked_statement_is_refused():
    statement = make.make_accepted_statement()
    make.make_occurrence(statement)

    with pytest.raises(Refused, match="Take that answer back first"):
        review.return_to_draft(statement, by=make.the_chief(), reason="Too long.")

    assert Statement.objects.get().status == "accepted"
    assert Passage.objects.exists()


def test_returning_drops_the_suggestions_that_nobody_judged():
    one, two = (make.make_accepted_statement(words="The bridge over the Veyra opens in spring.") for _ in range(2))
    Suggestion.objects.create(
        passage=two.passages.get(), other=one.passages.get(), score=1, band="likely", label="same", method="m", version="1", rank=1
    )

    review.return_to_draft(one, by=make.the_chief(), reason="Too long.")

    assert not Suggestion.objects.exists()


# What has to be confirmed

DOUBTFUL = {
    "no-speaker": lambda: make.make_statement(speakers=[]),
    "unknown-speaker": lambda: make.make_statement(speakers=["Anna Holt"]),
    "no-date": lambda: make.make_statement(said_on="", undated=False),
    "in-the-future": lambda: make.make_statement(said_on="2024-07-03"),
    "after-published": lambda: make.make_statement(make.make_document(published="2023-05-16")),
    "before-speaker": lambda: make.make_statement(speakers=[make.make_speaker(since="2024")]),
    "before-outlet": lambda: make.make_statement(make.make_document(outlet=make.make_outlet(since="2024"))),
    "mid-word": lambda: make.make_statement(make.make_document("He will build the bridge."), "ill build"),
}


@pytest.mark.parametrize("key", DOUBTFUL)
def test_doubtful_draft_is_accepted_only_when_a_person_confirms(key):
    statement, by = DOUBTFUL[key](), make.make_user("reviewer")

    with pytest.raises(NeedsConfirmation) as asked:
        review.accept(statement, by=by, at=AT)
    before = Statement.objects.get().status
    (doubt,) = asked.value.doubts
    review.accept(statement, by=by, confirmed=[doubt.seen], at=AT)

    kept, event = Statement.objects.get(), Event.objects.filter(object_type="statement").get()
    assert (doubt.key, before, kept.status) == (key, "draft", "accepted")
    assert kept.confirmed == [{"key": key, "told": doubt.told}]
    assert (event.verb, event.detail["confirmed"]) == ("accepted", [doubt.told])


def test_confirming_something_else_is_not_enough():
    statement = make.make_statement(said_on="2024-07-03")
    with pytest.raises(NeedsConfirmation) as asked:
        review.accept(statement, by=make.the_chief(), at=AT)
    Statement.objects.update(said_on="2024-08-03", said_earliest="2024-08-03", said_latest="2024-08-03")

    with pytest.raises(NeedsConfirmation, match="3 August 2024"):
        review.accept(statement, by=make.the_chief(), confirmed=[asked.value.doubts[0].seen], at=AT)


def test_what_was_confirmed_is_not_asked_again():
    statement = make.accept(make.make_statement(speakers=["Anna Holt"]))
    review.return_to_draft(statement, by=make.the_chief(), reason="Another look.")

    assert review.accept(statement, by=make.the_chief()).status == "accepted"


def test_returning_forgets_what_was_accepted():
    statement = make.make_accepted_statement()
    accepted_as = statement.accepted_as

    review.return_to_draft(statement, by=make.the_chief(), reason="Too long.")

    assert (len(accepted_as), Statement.objects.get().accepted_as) == (64, "")
