"""One claim that turns out to be two: links of it become a claim in other words, or one that was merged into it stands again.

What people judged against the claim was judged against both halves. A split in the words of a claim that was merged into this one takes
that merge back: see `undone_merges`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from archive.acts import Signature, allow, expect_reason, held, record, save
from archive.enums import Verb
from archive.errors import Refused
from archive.identity.moves import CHANGED, Moves, expect_seen, held_claims, move_links, moves_of
from archive.identity.undone_merges import lead_back, returning
from archive.linking.claims import claim_in_words, new_claim
from archive.linking.closed_suggestions import settle_about
from archive.models import Claim, Judgement, Occurrence, User


@dataclass(frozen=True)
class Part:
    """Links of a claim, and the words of the claim that they become."""

    links: Iterable[Occurrence]
    text: str


def moves_apart(claim: Claim, part: Part) -> Moves:
    """What would happen if this part of `claim` became a claim of its own."""
    known, links = _merged_into(claim_in_words(part.text), claim), list(part.links)
    moves = moves_of(links, known)
    return replace(moves, returning=returning(known, {link.pk for link in links})) if known else moves


@transaction.atomic
def split_claim(claim: Claim, part: Part, *, by: User, reason: str, seen: str = "", at: datetime | None = None) -> Claim:
    """The part of `claim` becomes a claim of its own in its words; in those of one merged into it, that one stands again.

    Refuses a claim of which nothing would stay, and words that another claim has. With `seen`, refuses when something else would move.
    """
    allow(by, "merge_claim")
    signed = Signature(by, at or timezone.now(), expect_reason(reason))
    wanted = {link.pk for link in part.links}
    (claim,), all_links = held_claims([claim], claim, also=claim_in_words(part.text))
    chosen = [link for link in all_links if link.pk in wanted]
    if len(chosen) < len(wanted):
        raise Refused(CHANGED if chosen else gettext("Choose links of this claim that stand."))
    moves = moves_apart(claim, Part(chosen, part.text))
    expect_seen(moves, seen)
    known = _merged_into(claim_in_words(part.text), claim)
    if known is None:
        _expect_two(chosen, all_links)
    apart = known or new_claim(part.text, by=by, at=signed.at)
    move_links(moves, apart, signed)
    if known:
        apart = _stands_again(known, claim)
    else:
        _judged_about(claim, apart)
    save(claim)
    settle_about(claim, apart)
    moved = {"occurrences": [link.pk for link in moves.links], "back": [one.ended.pk for one in moves.returning]}
    record(Verb.SPLIT, claim, by=by, at=signed.at, reason=signed.reason, into=apart.slug, **moved)
    return apart


def _expect_two(chosen: list[Occurrence], all_links: list[Occurrence]) -> None:
    if not chosen:
        raise Refused(gettext("Choose links of this claim that stand."))
    if len(chosen) == len(all_links):
        raise Refused(gettext("Nothing would stay. Leave at least one link, or correct the words of the claim."))


def _judged_about(source: Claim, target: Claim) -> None:
    """Whatever was judged about `source` is judged about `target` too."""
    through = Judgement.about.through
    known = Judgement.objects.filter(about=source).values_list("pk", flat=True)
    through.objects.bulk_create((through(judgement_id=pk, claim_id=target.pk) for pk in known), ignore_conflicts=True, batch_size=1000)


def _merged_into(known: Claim | None, claim: Claim) -> Claim | None:
    """The claim that has the words already, if it is one that was merged into `claim`; any other is refused."""
    if known and known.merged_into_id != claim.pk:
        raise Refused(gettext("There is a claim in these words already: “%(known)s”. Write the new one in others.") % {"known": known})
    return known


def _stands_again(known: Claim, claim: Claim) -> Claim:
    known = held(known)
    known.merged_into = None
    save(known)
    lead_back(known, claim)
    return known
