"""Whether two reports are of one occasion: answered once, carried out where it may be, and taken back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier
from time import sleep

import pytest
from django.db import connection, connections

from archive import linking, publication
from archive.errors import Refused
from archive.identity.one_occasion import answer, carry_out, may_be_taken_back, take_back
from archive.models import ClaimTally, Event, Occasion, OccasionSuggestion, Revision, Statement
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 2, 9, tzinfo=UTC)
WORDS = "No state may strengthen its own security at the cost of another state, he told reporters."


@pytest.fixture
def editor():
    return make.make_user("editor")


@pytest.fixture
def pair():
    """Two accepted reports of one speaker's words, which two places of the first document have."""
    speaker = make.make_speaker("Pavel Lorne")
    for turn, said_on in enumerate(["2023-05", "2023-05-17"]):
        document = make.make_document(f"“{WORDS}” And: “We shall talk on.” Day {turn}.")
        proposed = {"occasion_proposed": "talks in Ostrel", "place_proposed": "Ostrel"} if turn else {}
        make.make_accepted_statement(document, WORDS, said_on=said_on, speakers=[speaker], **proposed)
    linking.suggest(Statement.objects.all())
    return OccasionSuggestion.objects.get()


def sides(pair) -> list[Statement]:
    return list(Statement.objects.filter(pk__in=[pair.statement_id, pair.other_id]).order_by("pk"))


def test_one_occasion_is_entered_for_both_and_counts_as_one_saying(editor, pair):
    answer(pair, "one", by=editor, occasion=" Talks in Ostrel ", at=AT)

    occasion = Occasion.objects.get()
    pair.refresh_from_db()
    assert (occasion.name, occasion.place, occasion.held_on) == ("Talks in Ostrel", "Ostrel", "2023-05-17")
    assert [one.occasion for one in sides(pair)] == [occasion, occasion]
    assert (pair.answer, pair.answered_by, pair.answered_at, pair.occasion) == ("one", editor, AT, occasion)
    event = Event.objects.filter(object_type="occasionsuggestion").get()
    assert (event.verb, event.to_state, event.by, event.at) == ("judged", "one", editor, AT)
    assert event.detail["moved"] == [[one.pk, None] for one in sides(pair)]
    assert not OccasionSuggestion.objects.open().exists()


def test_two_occasions_are_kept_and_never_asked_about_again(editor, pair):
    answer(pair, "two", by=editor)

    linking.suggest(Statement.objects.all())

    assert list(OccasionSuggestion.objects.values_list("pk", "answer")) == [(pair.pk, "two")]
    assert not OccasionSuggestion.objects.open().exists()
    assert not Occasion.objects.exists()


def test_occasion_that_one_side_has_is_given_to_the_other_and_to_what_was_said_with_it(editor, pair):
    first, second = sides(pair)
    beside = make.make_accepted_statement(
        second.document, "We shall talk on.", said_on=second.said_on, occasion_proposed=second.occasion_proposed
    )
    Statement.objects.filter(pk=first.pk).update(occasion=make.make_occasion("Talks"))

    answer(pair, "one", by=editor)

    assert set(Statement.objects.values_list("pk", "occasion__name")) == {(one.pk, "Talks") for one in (first, second, beside)}


def test_public_report_waits_for_a_publisher(editor, pair):
    first, _ = sides(pair)
    publication.publish(first, by=make.the_chief())

    answer(pair, "one", by=editor, occasion="Talks")
    assert [one.occasion_id is None for one in sides(pair)] == [True, False]
    assert list(OccasionSuggestion.objects.waiting()) == [pair]
    publisher = make.make_user("publisher")
    carry_out(pair, by=publisher, reason="Reported of one occasion.", at=AT)

    revision = Revision.objects.of(first).last()
    assert (revision.revision_class, revision.reason, revision.changed, revision.by) == (
        "clarification", "Reported of one occasion.", ["occasion"], publisher,
    )  # fmt: skip
    assert not OccasionSuggestion.objects.waiting().exists()


def test_who_may_publish_changes_what_is_public_at_once_and_sayings_become_one():
    chief, speaker, claim = make.the_chief(), make.make_speaker(), make.make_claim()
    for turn in range(2):
        document = make.make_document(f"“{WORDS}” Day {turn}.")
        make.make_public_statement(document, WORDS, speakers=[speaker], claims=[claim])
    linking.suggest(Statement.objects.all())
    assert ClaimTally.objects.values_list("sayings", "reports").get() == (2, 2)

    answer(OccasionSuggestion.objects.get(), "one", by=chief, occasion="Talks", reason="Reported of one occasion.")

    assert ClaimTally.objects.values_list("sayings", "reports").get() == (1, 2)


def test_answer_is_taken_back_with_the_occasions_as_they_were(editor, pair):
    before = make.make_occasion("Another")
    first, _ = sides(pair)
    Statement.objects.filter(pk=first.pk).update(occasion=before)
    answer(pair, "one", by=editor, occasion="Talks")

    take_back(pair, by=editor)

    pair.refresh_from_db()
    assert (pair.answer, pair.answered_by, pair.occasion) == ("", None, None)
    assert [one.occasion for one in sides(pair)] == [before, None]
    assert list(OccasionSuggestion.objects.open()) == [pair]


def test_occasion_entered_for_an_answer_goes_with_it(editor, pair):
    answer(pair, "one", by=editor, occasion="Talks")

    take_back(pair, by=editor)

    assert not Occasion.objects.exists()
    assert Event.objects.filter(verb="undone").get().detail == {"removed": "Talks, Ostrel, 17 May 2023"}


@pytest.mark.parametrize("use", ["another statement", "chosen"])
def test_occasion_that_something_else_is_of_stays(editor, pair, use):
    chosen = {"occasion": make.make_occasion("Talks")} if use == "chosen" else {"occasion": "Talks"}
    answer(pair, "one", by=editor, **chosen)
    if use == "another statement":
        make.make_accepted_statement(occasion=Occasion.objects.get())

    take_back(pair, by=editor)

    assert [one.name for one in Occasion.objects.all()] == ["Talks"]


def test_what_the_public_sees_is_not_offered_to_be_taken_back(editor, pair):
    assert not may_be_taken_back(pair)

    pair = answer(pair, "one", by=editor, occasion="Talks")
    assert may_be_taken_back(pair)

    publication.publish(sides(pair)[0], by=make.the_chief())
    assert not may_be_taken_back(pair)


def test_withdrawn_original_keeps_its_occasion(editor, pair):
    original = make.make_withdrawn_statement()
    Statement.objects.filter(pk=pair.statement_id).update(translation_of=original)

    answer(pair, "one", by=editor, occasion="Talks")

    original.refresh_from_db()
    assert original.occasion is None


def test_occasion_under_which_a_public_translation_counts_is_neither_given_nor_taken_back(editor, pair):
    pair = answer(pair, "one", by=editor, occasion="Talks")
    first, _second = sides(pair)
    make.make_public_statement(translation_of=first)

    with pytest.raises(Refused, match="A public translation"):
        take_back(pair, by=editor)
    Statement.objects.filter(pk=first.pk).update(occasion=None)
    OccasionSuggestion.objects.update(answer="", answered_by=None, answered_at=None, occasion=None)
    with pytest.raises(Refused, match="A public translation"):
        answer(pair, "one", by=editor)

    first.refresh_from_db()
    assert first.occasion is None


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_answers_on_the_same_documents_at_once_do_not_wait_for_each_other():
    """Each pair's answer concerns the statements of the other, whose own numbers lie between."""
    chief, occasion = make.the_chief(), make.make_occasion("Talks")
    documents = [make.make_document("One thing. Another thing.") for _ in range(2)]
    read = {"occasion_proposed": "talks in Ostrel"}
    a, b = (make.make_accepted_statement(documents[0], words, **read) for words in ("One thing.", "Another thing."))
    c, d = (make.make_accepted_statement(documents[1], words, **read) for words in ("Another thing.", "One thing."))
    found = {"likeness": 1.0, "method": "test", "version": "1"}
    pairs = [OccasionSuggestion.objects.create(statement=one, other=other, **found) for one, other in ((d, a), (c, b))]
    begin = Barrier(2)

    def judge(pair: OccasionSuggestion) -> str:
        begin.wait()
        with connection.execute_wrapper(slowly):
            given = answer(pair, "one", by=chief, occasion=occasion).answer
        connections.close_all()
        return given

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(judge, pairs)) == ["one", "one"]


def slowly(execute, sql, params, many, context):
    """So that the other has begun to hold its rows too."""
    result = execute(sql, params, many, context)
    if "FOR UPDATE" in sql:
        sleep(0.05)
    return result


def answered(pair):
    answer(pair, "two", by=make.the_chief())
    answer(pair, "one", by=make.the_chief(), occasion="Talks")


def without_a_name(pair):
    answer(pair, "one", by=make.the_chief())


def of_two_occasions(pair):
    for one in sides(pair):
        Statement.objects.filter(pk=one.pk).update(occasion=make.make_occasion())
    answer(pair, "one", by=make.the_chief())


def of_a_draft(pair):
    Statement.objects.filter(pk=pair.statement_id).update(status="draft", accepted_by=None)
    answer(pair, "one", by=make.the_chief(), occasion="Talks")


def by_a_publisher(pair):
    answer(pair, "two", by=make.make_user("publisher"))


def unanswered(pair):
    take_back(pair, by=make.the_chief())


def public_by_now(pair):
    answer(pair, "one", by=make.the_chief(), occasion="Talks")
    publication.publish(pair.statement, by=make.the_chief())
    take_back(pair, by=make.the_chief())


def carried_out_without_an_answer(pair):
    carry_out(pair, by=make.the_chief(), reason="So.")


def carried_out_already(pair):
    answer(pair, "one", by=make.the_chief(), occasion="Talks")
    carry_out(pair, by=make.the_chief(), reason="So.")


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (answered, "chief answered this already"),
        (without_a_name, "cannot be blank"),
        (of_two_occasions, "Choose the one that is right"),
        (of_a_draft, "Accept it first"),
        (by_a_publisher, "Your role does not allow"),
        (unanswered, "Nobody has answered"),
        (public_by_now, "Correct the occasion of the statement"),
        (carried_out_without_an_answer, "Nobody answered"),
        (carried_out_already, "of one occasion already"),
    ],
)
def test_act_is_refused(act, sentence, pair):
    with pytest.raises(Refused, match=sentence):
        act(pair)
