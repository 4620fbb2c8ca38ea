"""Claims that are split: links move with Revisions, judgements go with both, and a merge is taken back in the old words."""

from datetime import UTC, datetime

import pytest

from archive.errors import Refused
from archive.identity.merged_claims import merge_claims
from archive.identity.split_claims import Part, split_claim
from archive.models import Claim, ClaimTally, Event, Occurrence, Redirect, Revision
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 2, 9, tzinfo=UTC)
REASON = "Two wordings of one claim."


@pytest.fixture
def by():
    return make.make_user("publisher")


def carried(claim: Claim) -> list[tuple]:
    return sorted(claim.occurrences.values_list("statement", "status"))


def counted() -> dict[str, tuple]:
    return {one.claim.slug: (one.sayings, one.reports) for one in ClaimTally.objects.select_related("claim")}


@pytest.fixture
def wide(keep):
    """A claim of three public statements and one that waits."""
    for day in ("2021-05-17", "2022-05-17", "2023-05-17"):
        make.make_public_statement(said_on=day, claims=[keep])
    make.make_occurrence(make.make_accepted_statement(said_on="2024-05-17"), keep)
    return keep


def test_splitting_moves_what_was_chosen_and_leaves_the_rest(by, wide):
    first, second, third, waiting = wide.occurrences.all()

    apart = split_claim(wide, Part([third, waiting], "The toll rises."), by=by, reason=REASON, at=AT)

    assert [link.pk for link in wide.occurrences.all()] == [first.pk, second.pk]
    assert [(link.pk, link.status) for link in apart.occurrences.all()] == [(third.pk, "public"), (waiting.pk, "judged")]
    assert counted() == {"toll": (2, 2), "the-toll-rises": (1, 1)}
    assert [Revision.objects.of(link.statement).count() for link in (first, third)] == [1, 2]
    assert Revision.objects.of(apart).get().content == {"type": "claim", "id": "the-toll-rises", "text": "The toll rises."}
    event = Event.objects.first()
    assert (event.verb, event.object_id, event.by, event.reason, event.detail) == (
        "split", wide.pk, by, REASON, {"into": "the-toll-rises", "occurrences": sorted([third.pk, waiting.pk]), "back": []},
    )  # fmt: skip


def test_merge_is_taken_back_by_splitting_in_the_old_words(by, keep, gone):
    link = make.make_public_statement(claims=[gone]).occurrences.get()
    make.make_public_statement(claims=[keep])
    merge_claims(keep, gone, by=by, reason=REASON)

    again = split_claim(keep, Part([link], " the toll IS not lifted. "), by=by, reason="They differ after all.")

    assert (again.pk, again.merged_into, again.slug) == (gone.pk, None, "not-lifted")
    assert carried(again) == [(link.statement_id, "public")]
    assert not Redirect.objects.exists()


def split_by_an_editor(keep, gone):
    split_claim(keep, Part(keep.occurrences.all()[:1], "Other words."), by=make.make_user("editor"), reason=REASON)


def all_of_it(keep, gone):
    split_claim(keep, Part(keep.occurrences.all(), "Other words."), by=make.make_user("publisher"), reason=REASON)


def nothing_of_it(keep, gone):
    split_claim(keep, Part([], "Other words."), by=make.make_user("publisher"), reason=REASON)


def in_words_of_another(keep, gone):
    split_claim(keep, Part(keep.occurrences.all()[:1], gone.text), by=make.make_user("publisher"), reason=REASON)


def without_words(keep, gone):
    split_claim(keep, Part(keep.occurrences.all()[:1], " "), by=make.make_user("publisher"), reason=REASON)


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (split_by_an_editor, "Your role does not allow this"),
        (all_of_it, "Nothing would stay"),
        (nothing_of_it, "Choose links of this claim"),
        (in_words_of_another, "There is a claim in these words already"),
        (without_words, "neutral words of its own"),
    ],
)
def test_splitting_is_refused(act, sentence, keep, gone):
    for _ in range(2):
        make.make_occurrence(make.make_accepted_statement(), keep)
    judged = list(Occurrence.objects.values())

    with pytest.raises(Refused, match=sentence):
        act(keep, gone)

    assert list(Occurrence.objects.values()) == judged
