"""The judgement table of the design row by row, and what each answer leaves, refuses and gives back."""

from datetime import UTC, datetime

import pytest

from archive import linking, publication
from archive.enums import Answer, Likeness, Stance
from archive.errors import Refused
from archive.linking.claims import enter_claim
from archive.linking.judgements import join, judge, judge_suggestion, undo
from archive.linking.side import Bearing, Side, Sides
from archive.models import Claim, ClaimTally, Event, Judgement, Occurrence, Statement, Suggestion
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 2, 9, tzinfo=UTC)
EARLIER = "Security is indivisible, and no state may strengthen its own at the cost of another."
LATER = "No state may strengthen its own security at the expense of another."

# Answer -> how the later words stand to the claim (None: no link), and whether they count as a saying of it.
TABLE = [
    ("same", ("asserts", "paraphrase"), True),
    ("variant", ("asserts", "variant"), False),
    ("narrower", ("asserts", "narrower"), False),
    ("wider", ("asserts", "wider"), False),
    ("denies", ("denies", "paraphrase"), False),
    ("relays", ("relays", "paraphrase"), False),
    ("topic", None, False),
    ("different", None, False),
    ("undecided", None, False),
]
# The answers that join, seen from the other side, where only the later words carry the claim so far.
TURNED = [
    ("same", ("asserts", "paraphrase")),
    ("variant", ("asserts", "variant")),
    ("narrower", ("asserts", "wider")),
    ("wider", ("asserts", "narrower")),
    ("denies", ("denies", "paraphrase")),
]


def whole(statement: Statement) -> Side:
    return Side(statement, statement.start, statement.end)


def part(statement: Statement, words: str) -> Side:
    start = statement.start + statement.text.index(words)
    return Side(statement, start, start + len(words))


def links(statement: Statement) -> list[tuple]:
    return [(one.claim.text, one.words, one.stance, one.likeness, one.status) for one in statement.occurrences.all()]


def everything() -> list:
    models = (Judgement, Occurrence, Claim, Event, Suggestion)
    return [sorted(map(str, model.objects.values_list())) for model in models]


@pytest.fixture
def by():
    return make.make_user("editor")


@pytest.fixture
def earlier():
    return make.make_accepted_statement(words=EARLIER, said_on="2023-05-17")


@pytest.fixture
def later():
    return make.make_accepted_statement(words=LATER, said_on="2024-06-24")


@pytest.mark.parametrize(("answer", "joined", "counts"), TABLE)
def test_answer_becomes_what_the_table_says(answer, joined, counts, by, earlier, later):
    judgement = judge(
        Sides(whole(later), whole(earlier)), Answer(answer), by=by, claim="Security is indivisible.", note="Read both.", at=AT
    )

    if joined is None:
        assert not Occurrence.objects.exists()
        assert not Claim.objects.exists()
    else:
        assert links(earlier) == [("Security is indivisible.", EARLIER, "asserts", "paraphrase", "judged")]
        assert links(later) == [("Security is indivisible.", LATER, *joined, "judged")]
        assert set(Occurrence.objects.values_list("judgement", "judged_by", "judged_at")) == {(judgement.pk, by.pk, AT)}
        assert Occurrence.objects.sayings().filter(statement=later).exists() == counts
    kept = Judgement.objects.get()
    assert (kept.statement, kept.other, kept.answer, kept.judged_by, kept.judged_at, kept.note) == (
        later, earlier, answer, by, AT, "Read both.",
    )  # fmt: skip
    event = Event.objects.filter(object_type="judgement").get()
    assert (event.verb, event.object_id, event.by, event.at, event.to_state) == ("judged", judgement.pk, by, AT, answer)


@pytest.mark.parametrize(("answer", "joined", "counts"), [row for row in TABLE if row[1]])
def test_published_answer_is_counted_as_the_table_says(answer, joined, counts, by, earlier, later):
    judge(Sides(whole(later), whole(earlier)), Answer(answer), by=by, claim="Security is indivisible.")

    for statement in (earlier, later):
        publication.publish(statement, by=make.the_chief())

    tally = ClaimTally.objects.get()
    shown_apart = {"variant": joined[0] == "asserts" and not counts, "denied": joined[0] == "denies"}
    assert (tally.sayings, tally.reports) == ((2, 2) if counts else (1, 1))
    assert {"variant": tally.variants == 1, "denied": tally.denials == 1} == shown_apart
    assert tally.longest_silence_days == (404 if counts else None)


@pytest.mark.parametrize(("answer", "joined"), TURNED)
def test_answer_is_turned_where_only_the_later_words_carry_the_claim(answer, joined, by, earlier, later):
    claim = make.make_occurrence(later, "Security is indivisible.", by=by).claim

    judge(Sides(whole(later), whole(earlier)), Answer(answer), by=by)

    assert [row[2:4] for row in links(later)] == [("asserts", "paraphrase")]
    assert links(earlier) == [(claim.text, EARLIER, *joined, "judged")]


def test_relay_of_words_that_do_not_carry_the_claim_is_refused(by, earlier, later):
    make.make_occurrence(later, "Security is indivisible.", by=by)
    before = everything()

    with pytest.raises(Refused, match="earlier words don't carry the claim"):
        judge(Sides(whole(later), whole(earlier)), Answer.RELAYS, by=by)

    assert everything() == before


@pytest.mark.parametrize(
    ("stance", "likeness"),
    [("denies", "paraphrase"), ("relays", "paraphrase"), ("asserts", "variant"), ("asserts", "narrower"), ("asserts", "wider")],
)
def test_same_as_words_that_do_not_simply_say_the_claim_stands_to_it_as_they_do(stance, likeness, by, earlier, later):
    make.make_occurrence(earlier, "Security is indivisible.", by=by, stance=Stance(stance), likeness=Likeness(likeness))

    judge(Sides(whole(later), whole(earlier)), Answer.SAME, by=by)

    assert [row[2:4] for row in links(later)] == [(stance, likeness)]


@pytest.mark.parametrize("answer", ["variant", "narrower", "wider", "denies", "relays"])
def test_other_answers_on_words_that_deny_the_claim_are_refused(answer, by, earlier, later):
    make.make_occurrence(earlier, "Security is indivisible.", by=by, stance=Stance.DENIES)
    before = everything()

    with pytest.raises(Refused, match="simply say it"):
        judge(Sides(whole(later), whole(earlier)), Answer(answer), by=by)

    assert everything() == before


def test_same_words_are_verbatim(by):
    one, two = (make.make_accepted_statement(words=f"{words} We all know it.") for words in (EARLIER, EARLIER.upper()))

    judge(Sides(part(two, EARLIER.upper()), part(one, EARLIER)), Answer.SAME, by=by, claim=EARLIER)

    assert [row[1:4] for row in links(one) + links(two)] == [
        (EARLIER, "asserts", "verbatim"), (EARLIER.upper(), "asserts", "verbatim"),
    ]  # fmt: skip


def test_answer_joins_the_claim_that_the_earlier_words_carry(by, earlier, later):
    claim = make.make_occurrence(earlier, "Security is indivisible.", by=by).claim

    judgement = judge(Sides(whole(later), whole(earlier)), Answer.SAME, by=by)

    assert judgement.claim == claim
    assert links(later) == [(claim.text, LATER, "asserts", "paraphrase", "judged")]
    assert Claim.objects.count() == 1


def test_only_the_words_judged_carry_the_claim(by):
    one = make.make_accepted_statement(words="The toll stays. Security is indivisible, he said. It rains.")
    two = make.make_accepted_statement(words="Security is indivisible and the toll goes.")
    make.make_occurrence(one, "The toll stays.", "The toll stays.", by=by)

    judge(Sides(part(two, "Security is indivisible"), part(one, "Security is indivisible")), Answer.SAME, by=by, claim="Indivisible.")

    assert [row[:2] for row in links(one)] == [("The toll stays.", "The toll stays."), ("Indivisible.", "Security is indivisible")]
    assert [row[:2] for row in links(two)] == [("Indivisible.", "Security is indivisible")]


def test_claim_in_the_earlier_words_themselves_is_verbatim(by, earlier, later):
    judge(Sides(whole(later), whole(earlier)), Answer.SAME, by=by, claim=EARLIER)

    assert links(earlier)[0][3] == "verbatim"


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
        (judged_already, "judged this pair already"),
        (judged_the_other_way_round, "judged this pair already"),
    ],
)
def test_judging_is_refused(sides, sentence, by, earlier, later):
    side, other = sides(earlier, later)
    before = everything()

    with pytest.raises(Refused, match=sentence):
        judge(Sides(side, other), Answer.SAME, by=by)

    assert everything() == before


@pytest.mark.parametrize("text", ["", "   ", "a" * 501])
def test_claim_without_words_or_with_too_many_is_refused(text, by):
    with pytest.raises(Refused, match="neutral words of its own"):
        enter_claim(text, by=by)

    assert not Claim.objects.exists()


def test_claim_of_the_same_words_is_entered_once(by):
    one, two = enter_claim(" Мост  открыт. ", by=by), enter_claim("МОСТ открыт.", by=by)

    assert (one, one.text, one.slug) == (two, "Мост открыт.", "мост-открыт")


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

    with pytest.raises(Refused, match="undone already"):
        undo(judgement, by=by)

    assert everything() == before


def test_judgement_whose_link_is_public_cannot_be_undone(by, earlier, later):
    judgement = judge(Sides(whole(later), whole(earlier)), Answer.SAME, by=by, claim="Security is indivisible.")
    publication.publish(later, by=make.the_chief())
    before = everything()

    with pytest.raises(Refused, match="Withdraw that occurrence"):
        undo(judgement, by=by)

    assert everything() == before


def test_words_typed_for_a_claim_are_its_own_where_a_side_carries_another(by, earlier, later):
    join(whole(earlier), make.make_claim("Security has a price."), by=by)

    judge(Sides(whole(later), whole(earlier)), Answer.SAME, by=by, claim="Security is indivisible.")

    assert [one.claim.text for one in later.occurrences.all()] == ["Security is indivisible."]
    assert sorted(one.claim.text for one in earlier.occurrences.all()) == ["Security has a price.", "Security is indivisible."]


def test_claim_is_never_made_of_the_words_of_a_statement(by, earlier, later):
    with pytest.raises(Refused, match="Write the claim in neutral words"):
        judge(Sides(whole(later), whole(earlier)), Answer.SAME, by=by)

    assert not Claim.objects.exists()
    assert not Judgement.objects.exists()


def test_difference_from_a_variant_says_nothing_of_the_claim(by, earlier, later):
    join(whole(earlier), make.make_claim(), by=by, bearing=Bearing(likeness=Likeness.VARIANT))

    judgement = judge(Sides(whole(later), whole(earlier)), Answer.DIFFERENT, by=by)

    assert judgement.claim is None
