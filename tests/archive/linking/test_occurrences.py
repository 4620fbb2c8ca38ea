"""The judgement table of the design row by row: how words come to stand to a claim."""

import pytest

from archive import publication
from archive.enums import Answer, Likeness, Stance
from archive.errors import Refused
from archive.linking.judgements import judge
from archive.linking.side import Sides
from archive.models import Claim, ClaimTally, Event, Judgement, Occurrence
from tests import factories as make
from tests.archive.linking.sides import AT, EARLIER, LATER, everything, links, part, whole

pytestmark = pytest.mark.django_db
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
    shown_apart = {"variant": joined[1] == "variant", "denied": joined[0] == "denies"}
    assert (tally.sayings, tally.reports) == ((2, 2) if counts else (1, 1))
    assert {"variant": tally.variants == 1, "denied": tally.denials == 1} == shown_apart
    assert tally.longest_silence_days == 404  # between any two entries


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
