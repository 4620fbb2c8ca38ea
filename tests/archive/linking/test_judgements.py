"""Answers on pairs and on words and a claim: which claim they are about, what they close, refuse and give back."""

import pytest

from archive import linking, publication
from archive.enums import Answer, Likeness, Stance
from archive.errors import Refused
from archive.linking.judgements import join, judge, judge_suggestion, undo
from archive.linking.side import Bearing, Side, Sides
from archive.models import Claim, Event, Judgement, Occurrence, Statement, Suggestion
from tests import factories as make
from tests.archive.linking.sides import AT, LATER, everything, links, part, whole

pytestmark = pytest.mark.django_db


def test_answer_joins_the_claim_that_the_earlier_words_carry(by, earlier, later):
    claim = make.make_occurrence(earlier, "Security is indivisible.", by=by).claim

    judgement = judge(Sides(whole(later), whole(earlier)), Answer.SAME, by=by)

    assert judgement.claim == claim
    assert links(later) == [(claim.text, LATER, "asserts", "paraphrase", "judged")]
    assert Claim.objects.count() == 1


def test_not_joining_answer_keeps_the_claim_it_is_about(by, earlier, later):
    claim = make.make_occurrence(earlier, "Security is indivisible.", by=by).claim

    assert judge(Sides(whole(later), whole(earlier)), Answer.DIFFERENT, by=by).claim == claim


def test_chosen_claim_wins_over_those_carried(by, earlier, later):
    make.make_occurrence(earlier, "Security is indivisible.", by=by)
    other = make.make_claim("Expense is forbidden.")

    judge(Sides(whole(later), whole(earlier)), Answer.NARROWER, by=by, claim=other)

    assert [(row[0], row[3]) for row in links(later)] == [("Expense is forbidden.", "narrower")]
    assert [row[0] for row in links(earlier)] == ["Security is indivisible.", "Expense is forbidden."]


def test_denial_of_one_claim_may_assert_another(by, earlier, later):
    """A statement stands to each claim apart."""
    judge(Sides(whole(later), whole(earlier)), Answer.DENIES, by=by, claim="Security is indivisible.")
    join(whole(later), make.make_claim("Security can be divided."), by=by)

    assert sorted(row[2] for row in links(later)) == ["asserts", "denies"]


# Refusals


def of_one_statement(earlier, later):
    return part(earlier, "Security"), part(earlier, "no state")


def outside(earlier, later):
    return Side(later, later.start, later.end + 1), whole(earlier)


def empty(earlier, later):
    return Side(later, later.start, later.start), whole(earlier)


def with_a(maker):
    return lambda earlier, later: (whole(maker()), whole(earlier))


def changed_meanwhile(earlier, later):
    Statement.objects.filter(pk=later.pk).update(status="draft", accepted_by=None)
    return whole(later), whole(earlier)


def with_different_claims(earlier, later):
    make.make_occurrence(earlier, "One claim.")
    make.make_occurrence(later, "Another claim.")
    return whole(later), whole(earlier)


def with_two_claims(earlier, later):
    make.make_occurrence(earlier, "One claim.")
    make.make_occurrence(earlier, "Another claim.")
    return whole(later), whole(earlier)


def judged_already(earlier, later):
    judge(Sides(whole(later), whole(earlier)), Answer.DIFFERENT, by=make.the_chief())
    return whole(later), whole(earlier)


def judged_the_other_way_round(earlier, later):
    judge(Sides(whole(earlier), whole(later)), Answer.DIFFERENT, by=make.the_chief())
    return whole(later), whole(earlier)


@pytest.mark.parametrize(
    ("sides", "sentence"),
    [
        (of_one_statement, "words of one statement"),
        (outside, "do not lie inside"),
        (empty, "do not lie inside"),
        (with_a(make.make_statement), "A draft statement can't be linked"),
        (with_a(make.make_rejected_statement), "A rejected statement can't be linked"),
        (with_a(make.make_withdrawn_statement), "A withdrawn statement can't be linked"),
        (changed_meanwhile, "A draft statement can't be linked"),
        (with_different_claims, "Choose the one you mean"),
        (with_two_claims, "Choose the one you mean"),
        (judged_already, "answered this pair already"),
        (judged_the_other_way_round, "answered this pair already"),
    ],
)
def test_judging_is_refused(sides, sentence, by, earlier, later):
    side, other = sides(earlier, later)
    before = everything()

    with pytest.raises(Refused, match=sentence):
        judge(Sides(side, other), Answer.SAME, by=by)

    assert everything() == before


# Joining a claim without a pair


@pytest.mark.parametrize(
    ("stance", "likeness", "answer"),
    [
        ("asserts", "paraphrase", "same"),
        ("asserts", "verbatim", "same"),
        ("asserts", "variant", "variant"),
        ("asserts", "narrower", "narrower"),
        ("denies", "paraphrase", "denies"),
        ("denies", "variant", "denies"),
        ("relays", "narrower", "relays"),
    ],
)
def test_joining_leaves_a_judgement_on_the_claim(stance, likeness, answer, by, later):
    claim = make.make_claim()

    occurrence = join(whole(later), claim, by=by, bearing=Bearing(Stance(stance), Likeness(likeness)), note="By hand.", at=AT)

    judgement = Judgement.objects.get()
    assert (judgement.statement, judgement.other, judgement.claim, judgement.answer, judgement.note) == (
        later,
        None,
        claim,
        answer,
        "By hand.",
    )
    assert (occurrence.stance, occurrence.likeness, occurrence.judgement, occurrence.said_sort) == (
        stance,
        likeness,
        judgement,
        later.said_sort,
    )
    assert Event.objects.filter(object_type="judgement", verb="judged", by=by, at=AT).count() == 1


def test_joining_the_same_words_twice_is_refused(by, later):
    claim = make.make_occurrence(later, by=by).claim

    with pytest.raises(Refused, match="carry this claim already"):
        join(whole(later), claim, by=by)

    assert Judgement.objects.count() == 1


def test_joining_a_draft_is_refused(by):
    with pytest.raises(Refused, match="Accept it first"):
        join(whole(make.make_statement()), make.make_claim(), by=by)


# Suggestions and undoing


@pytest.fixture
def suggestion(earlier, later):
    linking.suggest([later])
    return Suggestion.objects.get()


def test_judging_a_suggestion_closes_it_and_keeps_what_the_machine_said(suggestion, by, earlier, later):
    judgement = judge_suggestion(suggestion, Answer.SAME, by=by, claim="Security is indivisible.")

    suggestion.refresh_from_db()
    assert suggestion.status == "judged"
    assert (judgement.score, judgement.method, judgement.version) == (suggestion.score, suggestion.method, suggestion.version)
    assert (judgement.statement, judgement.other) == (later, earlier)
    assert not Suggestion.objects.open().exists()


def test_judging_other_words_of_the_pair_closes_the_suggestion_too(suggestion, by, earlier, later):
    judge(Sides(part(earlier, "no state may strengthen"), part(later, "No state may strengthen")), Answer.DIFFERENT, by=by)

    assert Suggestion.objects.get().status == "judged"


def test_undecided_leaves_the_suggestion_open(suggestion, by):
    judge_suggestion(suggestion, Answer.UNDECIDED, by=by)

    assert Suggestion.objects.open().count() == 1


def test_undecided_may_be_answered_later(suggestion, by):
    judge_suggestion(suggestion, Answer.UNDECIDED, by=by)

    judge_suggestion(suggestion, Answer.DIFFERENT, by=by)

    assert list(Judgement.objects.order_by("id").values_list("answer", flat=True)) == ["undecided", "different"]


def test_undoing_takes_the_links_and_opens_the_suggestion(suggestion, by):
    judgement = judge_suggestion(suggestion, Answer.SAME, by=by, claim="Security is indivisible.")

    undo(judgement, by=by, at=AT)

    kept = Judgement.objects.get()
    assert (kept.answer, kept.undone_by, kept.undone_at) == ("same", by, AT)
    assert not Occurrence.objects.exists()
    assert Suggestion.objects.open().count() == 1
    event = Event.objects.first()
    assert (event.verb, event.object_id, event.by, event.at, event.from_state) == ("undone", judgement.pk, by, AT, "same")


def test_undone_pair_may_be_judged_anew(suggestion, by):
    undo(judge_suggestion(suggestion, Answer.SAME, by=by, claim="Indivisible."), by=by)

    judge_suggestion(suggestion, Answer.DIFFERENT, by=by)

    assert list(Judgement.objects.order_by("id").values_list("answer", flat=True)) == ["same", "different"]


def test_undoing_leaves_what_an_earlier_judgement_linked(by, earlier, later):
    make.make_occurrence(earlier, "Security is indivisible.", by=by)
    judgement = judge(Sides(whole(later), whole(earlier)), Answer.SAME, by=by)

    undo(judgement, by=by)

    assert links(later) == []
    assert len(links(earlier)) == 1


def test_undoing_twice_is_refused(suggestion, by):
    judgement = undo(judge_suggestion(suggestion, Answer.DIFFERENT, by=by), by=by)
    before = everything()

    with pytest.raises(Refused, match="taken back already"):
        undo(judgement, by=by)

    assert everything() == before


def test_judgement_whose_link_is_public_cannot_be_undone(by, earlier, later):
    judgement = judge(Sides(whole(later), whole(earlier)), Answer.SAME, by=by, claim="Security is indivisible.")
    publication.publish(later, by=make.the_chief())
    before = everything()

    with pytest.raises(Refused, match="A publisher takes that link back"):
        undo(judgement, by=by)

    assert everything() == before


def test_words_typed_for_a_claim_are_its_own_where_a_side_carries_another(by, earlier, later):
    join(whole(earlier), make.make_claim("Security has a price."), by=by)

    judge(Sides(whole(later), whole(earlier)), Answer.SAME, by=by, claim="Security is indivisible.")

    assert [one.claim.text for one in later.occurrences.all()] == ["Security is indivisible."]
    assert sorted(one.claim.text for one in earlier.occurrences.all()) == ["Security has a price.", "Security is indivisible."]


def test_difference_from_a_variant_says_nothing_of_the_claim(by, earlier, later):
    join(whole(earlier), make.make_claim(), by=by, bearing=Bearing(likeness=Likeness.VARIANT))

    judgement = judge(Sides(whole(later), whole(earlier)), Answer.DIFFERENT, by=by)

    assert judgement.claim is None


def test_link_that_was_withdrawn_with_its_statement_stays_as_the_public_saw_it(by):
    statement = make.make_public_statement(claims=["Security is indivisible."])
    link = statement.occurrences.get()
    publication.withdraw(statement, by=make.the_chief(), revision_class="retraction", reason="Misheard.")

    undo(link.judgement, by=by)

    again = Statement.objects.get(pk=statement.pk)
    publication.publish(again, by=make.the_chief(), reason="Heard again.")
    link.refresh_from_db()
    assert (link.status, link.judgement.undone_by) == ("withdrawn", by)
    assert not again.occurrences.public().exists()


# Many at once


def a_pair() -> Sides:
    return Sides(whole(make.make_accepted_statement()), whole(make.make_accepted_statement()))


def test_many_pairs_are_answered_as_one_act(suggestion, by):
    pairs = [Sides.of(suggestion), a_pair()]

    judgements = linking.judge_all(pairs, Answer.DIFFERENT, by=by, note="Another bridge.", at=AT)

    assert [(one.answer, one.judged_by, one.judged_at, one.note) for one in judgements] == [("different", by, AT, "Another bridge.")] * 2
    assert judgements[0].score == suggestion.score
    suggestion.refresh_from_db()
    batches = set(Event.objects.filter(verb="judged").values_list("detail__batch", flat=True))
    assert (suggestion.status, len(batches), None in batches) == ("judged", 1, False)


def test_all_pairs_are_answered_or_none(by):
    known = a_pair()
    judge(known, Answer.DIFFERENT, by=by)

    with pytest.raises(Refused, match="answered this pair already: different"):
        linking.judge_all([a_pair(), known], Answer.DIFFERENT, by=by)
    assert Judgement.objects.count() == 1
