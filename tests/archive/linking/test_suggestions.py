"""Proposals come with reasons, come once, and never come again once a person has answered."""

import pytest
from django.db import connection

from archive import linking, matching, publication, review
from archive.enums import Answer
from archive.identity.merged_claims import merge_claims
from archive.identity.split_claims import Part, split_claim
from archive.linking.judgements import judge, judge_suggestion, undo
from archive.linking.side import Side, Sides
from archive.models import Claim, Statement, Suggestion
from tests import factories as make

pytestmark = pytest.mark.django_db
EARLIER = "Security is indivisible, and no state may strengthen its own security at the cost of another state."
LATER = "No state may strengthen its security at the cost of the security of another state."
ELSE = "The harvest of barley was the best in forty years, the farmers of the valley told us."
FILLERS = [
    "The railway to the coast will carry grain from the autumn on.",
    "Pensions are raised by four percent in January for everybody.",
    "The court found that the contract had been signed under pressure.",
    "We shall send doctors and blankets to the flooded villages.",
]


@pytest.fixture
def by():
    return make.make_user("editor")


@pytest.fixture
def earlier():
    for words in FILLERS:
        make.make_accepted_statement(words=words)
    return make.make_accepted_statement(words=EARLIER, said_on="2023-05-17")


@pytest.fixture
def later():
    return make.make_accepted_statement(words=LATER, said_on="2024-06-24")


def pairs() -> list[tuple]:
    return sorted((one.passage.text, one.other.text) for one in Suggestion.objects.open())


def suggest_all() -> int:
    return linking.suggest(Statement.objects.accepted().order_by("pk"))


def test_repeat_is_proposed_with_score_reasons_and_method(earlier, later):
    count = linking.suggest([later])

    best = Suggestion.objects.get(passage__statement=later, other__statement=earlier)
    assert (count, best.rank, best.status) == (Suggestion.objects.count(), 1, "open")
    assert (best.method, best.version) == (matching.ENGINE_METHOD, matching.ENGINE_VERSION)
    assert best.reasons
    assert all(isinstance(reason, str) and reason for reason in best.reasons)
    assert 0 < best.score <= 1
    assert best.band in ("likely", "possible")


def test_later_words_stand_first_whoever_asked(earlier, later):
    linking.suggest([earlier])

    assert pairs() == [(LATER, EARLIER)]


def test_proposing_again_makes_the_same_rows(earlier, later):
    suggest_all()
    before = list(Suggestion.objects.order_by("pk").values())

    suggest_all()

    assert list(Suggestion.objects.order_by("pk").values()) == before


def test_words_of_one_document_are_not_proposed_to_each_other():
    document = make.make_document(f"{EARLIER} He said it twice. {LATER}")
    one, _ = make.make_accepted_statement(document, EARLIER), make.make_accepted_statement(document, LATER)

    assert linking.suggest([one]) == 0


@pytest.mark.parametrize("maker", [make.make_statement, make.make_rejected_statement, make.make_withdrawn_statement])
def test_what_is_not_accepted_is_not_proposed(maker, later):
    maker(words=EARLIER)

    assert linking.suggest([later]) == 0


def test_withdrawing_takes_back_what_was_proposed(earlier, later):
    publication.publish(earlier, by=make.the_chief())
    suggest_all()

    publication.withdraw(earlier, by=make.the_chief(), revision_class="retraction", reason="Retracted.")

    assert pairs() == []


@pytest.mark.parametrize("answer", [answer for answer in Answer if answer != Answer.UNDECIDED])
def test_judged_pair_is_never_proposed_again(answer, by, earlier, later):
    suggest_all()
    judge_suggestion(Suggestion.objects.get(other__statement=earlier, passage__statement=later), answer, by=by, claim="Indivisible.")

    for statement in (earlier, later):  # accepted anew, with new passages
        if not statement.occurrences.exists():
            review.return_to_draft(statement, by=make.the_chief(), reason="Another look.")
            review.accept(statement, by=make.the_chief())
    suggest_all()

    assert (LATER, EARLIER) not in pairs()


@pytest.mark.parametrize("marked", ["before", "after"])
def test_translation_is_not_proposed_to_its_original_nor_to_another_translation(marked, earlier, later):
    third = make.make_accepted_statement(words=LATER, said_on="2024-06-24")
    if marked == "after":
        suggest_all()

    Statement.objects.filter(pk__in=[later.pk, third.pk]).update(translation_of=earlier)
    suggest_all()

    assert not [pair for pair in pairs() if set(pair) <= {EARLIER, LATER}]


def test_undecided_pair_is_proposed_again(by, earlier, later):
    suggest_all()
    judge_suggestion(Suggestion.objects.get(other__statement=earlier, passage__statement=later), Answer.UNDECIDED, by=by)

    suggest_all()

    assert (LATER, EARLIER) in pairs()


def test_undone_pair_is_proposed_again(by, earlier, later):
    suggest_all()
    undo(judge_suggestion(Suggestion.objects.get(other__statement=earlier, passage__statement=later), Answer.DIFFERENT, by=by), by=by)
    Suggestion.objects.all().delete()

    suggest_all()

    assert (LATER, EARLIER) in pairs()


@pytest.mark.parametrize("asked", ["the new one", "the judged one"])
def test_words_judged_against_a_claim_are_not_proposed_to_others_that_carry_it(asked, by, earlier, later):
    make.make_occurrence(earlier, "Security is indivisible.", by=by)
    judge(Sides(Side(later, later.start, later.end), Side(earlier, earlier.start, earlier.end)), Answer.TOPIC, by=by)
    third = make.make_accepted_statement(words=f"Again: {EARLIER}", said_on="2022-01-01")
    make.make_occurrence(third, Claim.objects.get(), by=by)

    linking.suggest([third if asked == "the new one" else later])

    assert [pair for pair in pairs() if LATER in pair] == []


def test_other_words_of_a_judged_pair_are_still_proposed(by):
    one = make.make_accepted_statement(words=f"{EARLIER} {ELSE}")
    two = make.make_accepted_statement(words=f"{LATER} {ELSE}")
    start = two.start + two.text.index("No state")
    judge(
        Sides(Side(two, start, start + len(LATER)), Side(one, one.start, one.start + len(EARLIER))),
        Answer.SAME,
        by=by,
        claim="Indivisible.",
    )

    linking.suggest([two])

    proposed = {(row.passage.text, row.other.text) for row in Suggestion.objects.all()}
    assert (ELSE, ELSE) in proposed
    assert (LATER, EARLIER) not in proposed


def test_pair_that_carries_one_claim_already_does_not_wait_for_anybody(by, earlier, later):
    suggest_all()
    for statement in (earlier, later):
        make.make_occurrence(statement, "Security is indivisible.", by=by)

    assert (LATER, EARLIER) not in pairs()


def carry(statement, words="Security is indivisible."):
    return make.make_occurrence(statement, words).judgement


def merge_and_split(first, last):
    one, two = (carry(statement, words).claim for statement, words in ((first, "One."), (last, "Another.")))
    merge_claims(one, two, by=make.the_chief(), reason="The same.")
    assert (LATER, EARLIER) not in pairs()
    split_claim(one, Part(last.occurrences.standing(), "Another."), by=make.the_chief(), reason="Not the same.")


def join_and_undo(first, last):
    carry(first), carry(last)
    assert Suggestion.objects.get(passage__statement=last, other__statement=first).status == "settled"
    undo(last.judgements.get(), by=make.the_chief())


@pytest.mark.parametrize("taken_back", [join_and_undo, merge_and_split])
def test_pair_that_carries_one_claim_no_longer_waits_again(taken_back, earlier, later):
    suggest_all()

    taken_back(earlier, later)

    assert (LATER, EARLIER) in pairs()
    suggest_all()
    assert (LATER, EARLIER) in pairs()


def test_pair_told_by_two_answers_stays_closed_until_both_are_taken_back(by, earlier, later):
    suggest_all()
    for statement in (earlier, later):
        carry(statement)
    judge_suggestion(Suggestion.objects.get(passage__statement=later, other__statement=earlier), Answer.SAME, by=by)
    told = list(later.judgements.order_by("pk"))

    undo(told[1], by=by)
    assert (LATER, EARLIER) not in pairs()

    undo(told[0], by=by)
    assert (LATER, EARLIER) in pairs()


def test_what_waits_has_an_index_of_its_own(earlier, later):
    suggest_all()
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET LOCAL enable_seqscan = off")  # it reads a few rows without any index

    assert "suggestion_open" in Suggestion.objects.open().values("pk").order_by("-score", "id").explain()


def test_date_put_right_turns_the_pair_round(earlier, later):
    suggest_all()
    later.said_on = "2020-01-01"
    later.save()

    suggest_all()

    assert (EARLIER, LATER) in pairs()
    assert (LATER, EARLIER) not in pairs()


def test_five_best_are_always_listed_and_never_more_than_ten(later):
    for number in range(12):
        make.make_accepted_statement(words=f"{LATER} This was speech number {number} on security of the state.")

    linking.suggest([later])

    ranks = list(Suggestion.objects.filter(passage__statement=later).values_list("rank", flat=True))
    ranks += list(Suggestion.objects.filter(other__statement=later).values_list("rank", flat=True))
    assert sorted(ranks) == list(range(1, 11))
