"""Claims that are merged: links move with Revisions, judgements go with them, old addresses lead on."""

from datetime import UTC, datetime

import pytest

from archive import linking, publication
from archive.enums import Answer, Likeness, Stance
from archive.errors import Refused, Stale
from archive.identity.merged_claims import merge_claims
from archive.identity.moves import links_of, moves_of
from archive.identity.split_claims import Part, split_claim
from archive.linking.claims import enter_claim
from archive.linking.judgements import join, judge, undo
from archive.linking.side import Side, Sides
from archive.models import Claim, ClaimTally, Event, Judgement, Occurrence, Redirect, Revision, Suggestion
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 2, 9, tzinfo=UTC)
REASON = "Two wordings of one claim."
NEAR = "No state may strengthen its own security at the cost of another state's security."
ALIKE = "No state may strengthen its security at the cost of the security of other states."


@pytest.fixture
def by():
    return make.make_user("publisher")


def carried(claim: Claim) -> list[tuple]:
    return sorted(claim.occurrences.values_list("statement", "status"))


def counted() -> dict[str, tuple]:
    return {one.claim.slug: (one.sayings, one.reports) for one in ClaimTally.objects.select_related("claim")}


def everything() -> list[list[str]]:
    return [sorted(map(str, model.objects.values_list())) for model in (Claim, Occurrence, Judgement, Redirect, Revision, Event)]


def test_merging_moves_links_with_a_revision_of_each_public_statement(by, keep, gone):
    public, there = make.make_public_statement(claims=[gone]), make.make_public_statement(claims=[keep])
    waiting = make.make_occurrence(make.make_accepted_statement(), gone).statement

    merge_claims(keep, gone, by=by, reason=f" {REASON} ", at=AT)

    gone.refresh_from_db()
    revision = Revision.objects.of(public).last()
    assert carried(keep) == sorted([(public.pk, "public"), (there.pk, "public"), (waiting.pk, "judged")])
    assert (carried(gone), gone.merged_into, gone.is_public) == ([], keep, False)
    assert (revision.version, revision.revision_class, revision.reason, revision.changed, revision.by, revision.at) == (
        2, "clarification", REASON, ["occurrences"], by, AT,
    )  # fmt: skip
    assert [one["claim"] for one in revision.content["occurrences"]] == ["toll"]
    assert [Revision.objects.of(one).count() for one in (there, waiting)] == [1, 0]
    assert counted() == {"toll": (2, 2)}


def test_merged_claim_leads_on_by_its_address_its_words_and_an_event(by, keep, gone):
    link = make.make_public_statement(claims=[gone]).occurrences.get()

    merge_claims(keep, gone, by=by, reason=REASON, at=AT)

    assert list(Redirect.objects.values_list("old_path", "new_path", "reason", "at")) == [
        (gone.get_absolute_url(), keep.get_absolute_url(), REASON, AT)
    ]
    assert enter_claim(gone.text, by=make.the_chief()) == keep
    event = Event.objects.first()
    kept = event.detail.pop("kept")
    assert kept == {
        "judged": [link.judgement_id],
        "judged_anew": [link.judgement_id],
        "until": link.judgement_id,
        "merged": [],
        "led": [],
        "twins": [],
    }
    assert (event.verb, event.object_type, event.object_id, event.by, event.at, event.reason, event.detail) == (
        "merged", "claim", gone.pk, by, AT, REASON, {"into": "toll", "occurrences": [link.pk], "ended": []},
    )  # fmt: skip
    assert [one.revision_class for one in Revision.objects.of(keep)] == ["publication"]


def test_address_that_was_never_public_leads_nowhere(by, keep, gone):
    merge_claims(keep, gone, by=by, reason=REASON)

    assert not Redirect.objects.exists()


def test_merging_on_leads_straight_to_the_last(by, keep, gone):
    last = make.make_claim(slug="last")
    make.make_public_statement(claims=[gone])
    merge_claims(keep, gone, by=by, reason=REASON)

    merge_claims(last, keep, by=by, reason=REASON)

    gone.refresh_from_db()
    assert gone.merged_into == last
    assert set(Redirect.objects.values_list("old_path", "new_path")) == {
        (one.get_absolute_url(), last.get_absolute_url()) for one in (gone, keep)
    }


def test_words_that_carry_both_carry_one_and_what_waited_becomes_public(by, keep, gone):
    statement = make.make_public_statement(claims=[gone])
    make.make_occurrence(statement, keep)

    merge_claims(keep, gone, by=by, reason=REASON)

    assert (carried(keep), carried(gone)) == ([(statement.pk, "public")], [(statement.pk, "withdrawn")])
    assert counted() == {"toll": (1, 1)}


def test_link_that_was_withdrawn_stands_again_where_the_other_claim_goes_on(by, keep, gone):
    statement = make.make_public_statement(claims=[keep])
    publication.withdraw(statement.occurrences.get(), by=by, revision_class="retraction", reason="Misread.")
    link = make.make_occurrence(statement, gone, likeness=Likeness.VARIANT)
    publication.publish(link, by=by)

    merge_claims(keep, gone, by=by, reason=REASON)

    columns = ("status", "likeness", "judgement", "judged_by", "judged_at")
    assert list(keep.occurrences.values_list(*columns)) == [("public", "variant", link.judgement_id, link.judged_by_id, link.judged_at)]


def test_words_that_say_the_one_and_deny_the_other_keep_them_two(by, keep, gone):
    statement = make.make_accepted_statement()
    make.make_occurrence(statement, keep)
    make.make_occurrence(statement, gone, stance=Stance.DENIES)
    before = everything()

    with pytest.raises(Refused, match="the one claim and"):
        merge_claims(keep, gone, by=by, reason=REASON)

    assert everything() == before


# What was judged goes with the claims


@pytest.fixture
def pairs():
    """Four like statements; the last was judged not to make the claim that the first carries."""
    statements = [make.make_accepted_statement(words=words, said_on=f"202{n}") for n, words in enumerate([NEAR, ALIKE, NEAR, ALIKE])]
    first, _, _, last = statements
    claim = join(Side(first, first.start, first.end), make.make_claim(), by=make.the_chief()).claim
    judge(Sides(Side(last, last.start, last.end), Side(first, first.start, first.end)), Answer.DIFFERENT, by=make.the_chief())
    return claim, statements


def proposed(one, other) -> bool:
    linking.suggest([one, other])
    return Suggestion.objects.open().filter(passage__statement=one, other__statement=other).exists()


def test_claim_judged_against_is_not_proposed_by_others_that_carry_it_later(pairs):
    claim, (_, second, _, last) = pairs
    assert proposed(last, second)

    make.make_occurrence(second, claim)

    assert not Suggestion.objects.open().filter(passage__statement=last, other__statement=second).exists()
    assert not proposed(last, second)


def test_what_was_judged_stays_judged_through_merges_and_splits(by, pairs):
    claim, (first, second, third, last) = pairs
    other = make.make_occurrence(second, "Another claim.").claim
    make.make_occurrence(third, other)
    assert proposed(last, second)  # it asks about what both carry

    merge_claims(other, claim, by=by, reason=REASON)
    assert not proposed(last, second)
    assert not proposed(last, third)

    split_claim(other, Part(other.occurrences.filter(statement=third), "A third claim."), by=by, reason=REASON)
    assert not proposed(last, third)
    assert not proposed(third, first)  # a person took these two apart
    assert Judgement.objects.get(answer="different").claim == claim  # as it was judged


def test_link_moved_by_a_merge_is_undone_as_ever(by, keep, gone):
    judgement = make.make_occurrence(make.make_accepted_statement(), gone).judgement
    merge_claims(keep, gone, by=by, reason=REASON)

    undo(judgement, by=make.the_chief())

    assert not keep.occurrences.exists()


# Refusals


def the_same(keep, gone):
    merge_claims(keep, keep, by=make.make_user("publisher"), reason=REASON)


def without_a_reason(keep, gone):
    merge_claims(keep, gone, by=make.make_user("publisher"), reason=" ")


def merged_before(keep, gone):
    Claim.objects.filter(pk=gone.pk).update(merged_into=make.make_claim())
    merge_claims(keep, gone, by=make.make_user("publisher"), reason=REASON)


def by_an_editor(keep, gone):
    merge_claims(keep, gone, by=make.make_user("editor"), reason=REASON)


def linked_to_a_merged_one(keep, gone):
    merged_into_keep(keep, gone)
    make.make_occurrence(make.make_accepted_statement(), gone)


def merged_into_keep(keep, gone):
    Claim.objects.filter(pk=gone.pk).update(merged_into=keep)


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (the_same, "the same claim already"),
        (without_a_reason, "Give a reason"),
        (merged_before, "merged before"),
        (by_an_editor, "Your role does not allow this"),
        (linked_to_a_merged_one, "was merged into “The toll stays.”. Choose that one"),
    ],
)
def test_merging_is_refused(act, sentence, keep, gone):
    for _ in range(2):
        make.make_occurrence(make.make_accepted_statement(), keep)
    judged = list(Occurrence.objects.values())

    with pytest.raises(Refused, match=sentence):
        act(keep, gone)

    assert list(Occurrence.objects.values()) == judged


def test_what_would_move_otherwise_by_now_is_refused(by, keep, gone):
    make.make_public_statement(claims=[gone])
    seen = moves_of(links_of(gone), keep).seen
    make.make_occurrence(make.make_accepted_statement(), gone)

    with pytest.raises(Stale, match="Look again"):
        merge_claims(keep, gone, by=by, reason=REASON, seen=seen)

    assert merge_claims(keep, gone, by=by, reason=REASON, seen=moves_of(links_of(gone), keep).seen) == keep
