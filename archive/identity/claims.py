"""Two claims that turn out to be one, and one that turns out to be two: which links move, and moving them.

Each public statement whose link moves gets a Revision with the public reason. What people judged goes with the claims: what was
judged against one of two merged claims was judged against the one that stays, and against both halves of a claim that was split. A split
in the words of a claim that was merged into this one takes that merge back: see `unmerging`.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from archive.acts import allow, expect_reason, held, held_by_number, record, save
from archive.enums import OccurrenceStatus, RevisionClass, Verb
from archive.errors import Refused, Stale
from archive.identity.merges import Returning, lead_away, lead_back, returning, take_over
from archive.identity.speakers import lead_on
from archive.linking.judging import claim_in_words, new_claim
from archive.linking.settling import settle_about
from archive.models import Claim, Judgement, Occurrence, Revision, Statement, User
from archive.publication import tallies
from archive.publication.consequences import changing, first_revisions

CHANGED = "Somebody changed what would move since you looked. Look again, then decide."


@dataclass(frozen=True)
class Moves:
    """What a merge or a split would do, for the page that asks and for the act itself."""

    links: list[Occurrence]
    doubled: list[Occurrence]  # of them: the same words carry the claim they go to already, so that these links end
    opposed: list[tuple[Occurrence, Occurrence]]  # words that say the one claim and deny the other
    returning: list[Returning] = field(default_factory=list)  # links that a merge ended, and that stand again as it is taken back

    @property
    def revised(self) -> list[Statement]:
        """The public statements that get a Revision."""
        links = [link for link in self.links if link.status == OccurrenceStatus.PUBLIC]
        links += [one.ended for one in self.returning if one.is_public]
        return list({link.statement_id: link.statement for link in links}.values())

    @property
    def sayings(self) -> int:
        return len({link.statement.saying_key for link in self.links if link.is_saying})

    @property
    def reports(self) -> int:
        return len({link.statement.document.article_id for link in self.links if link.is_saying})

    @property
    def seen(self) -> str:
        """A token of all this, so that nobody confirms what he did not see."""
        rows = [(link.pk, link.lock_version, link.status, link.claim_id) for link in self.links]
        rows += [(one.pk, other.pk) for one, other in self.opposed] + [link.pk for link in self.doubled]
        rows += [(one.ended.pk, one.twin.pk, one.twin.lock_version) for one in self.returning]
        return hashlib.sha256(repr(rows).encode()).hexdigest()[:16]


def moves_of(links: Iterable[Occurrence], target: Claim | None) -> Moves:
    """What would happen to these standing links of one claim if they went to `target`, or to a claim that is yet to be made."""
    links = sorted(links, key=lambda link: (link.statement_id, link.pk))
    there: dict[int, list[Occurrence]] = {}
    for one in target.occurrences.filter(statement__in=[link.statement_id for link in links]) if target else ():
        there.setdefault(one.statement_id, []).append(one)
    facing = [(link, one) for link in links for one in there.get(link.statement_id, ())]
    doubled = [link for link, one in facing if (link.start, link.end) == (one.start, one.end)]
    opposed = [(link, one) for link, one in facing if one.stands and one.overlaps(link) and one.stance != link.stance]
    return Moves(links, doubled, opposed)


def links_of(claim: Claim):
    """The standing links of a claim with what a preview shows of them."""
    rows = claim.occurrences.standing().select_related("statement__document__article__outlet", "statement__translation_of")
    return rows.defer("statement__document__text", "statement__document__raw").prefetch_related("statement__attributions__speaker")


@transaction.atomic
def merge_claims(keep: Claim, gone: Claim, *, by: User, reason: str, seen: str = "", at: datetime | None = None) -> Claim:
    """`gone` becomes `keep`: its links move, its address leads on. With `seen`, refuses when something else would move by now."""
    allow(by, "merge_claim")
    reason, at = expect_reason(reason), at or timezone.now()
    if keep.pk == gone.pk:
        raise Refused("These are the same claim already.")
    keep, gone, links = _held(keep, gone)
    if keep.merged_into_id or gone.merged_into_id:
        raise Refused("One of them was merged before. Choose the claim that it was merged into.")
    moves = moves_of(links, keep)
    _expect_seen(moves, seen)
    twins = _move(moves, keep, by, at, reason)
    kept = lead_away(keep, gone) | {"twins": twins}
    gone.merged_into = keep
    save(gone)
    save(keep)
    settle_about(keep, gone)
    if Revision.objects.of(gone).exists():
        lead_on(keep, gone, reason, at)
    moved = [link.pk for link in moves.links if link not in moves.doubled]
    ended = [link.pk for link in moves.doubled]
    record(Verb.MERGED, gone, by=by, at=at, reason=reason, into=keep.slug, occurrences=moved, ended=ended, kept=kept)
    return keep


def moves_apart(claim: Claim, links: Iterable[Occurrence], text: str) -> Moves:
    """What would happen if these links of `claim` became the claim in these words."""
    known, links = _merged_into(claim_in_words(text), claim), list(links)
    moves = moves_of(links, known)
    return replace(moves, returning=returning(known, {link.pk for link in links})) if known else moves


@transaction.atomic
def split_claim(
    claim: Claim, links: Iterable[Occurrence], text: str, *, by: User, reason: str, seen: str = "", at: datetime | None = None
) -> Claim:
    """These links of `claim` become a claim of their own in the words of `text`; in those of one merged into it, that one stands again.

    Refuses a claim of which nothing would stay, and words that another claim has.
    """
    allow(by, "merge_claim")
    reason, at, wanted = expect_reason(reason), at or timezone.now(), {link.pk for link in links}
    claim, _, all_links = _held(claim, also=claim_in_words(text))
    chosen = [link for link in all_links if link.pk in wanted]
    if len(chosen) < len(wanted):
        raise Refused(CHANGED if chosen else "Choose links of this claim that stand.")
    moves = moves_apart(claim, chosen, text)
    _expect_seen(moves, seen)
    known = _merged_into(claim_in_words(text), claim)
    if known is None:
        _expect_two(chosen, all_links)
    apart = known or new_claim(text, by=by, at=at)
    _move(moves, apart, by, at, reason, claim)
    if known:
        apart = _stands_again(known, claim)
    else:
        _judged_about(claim, apart)
    save(claim)
    settle_about(claim, apart)
    back = [one.ended.pk for one in moves.returning]
    record(Verb.SPLIT, claim, by=by, at=at, reason=reason, into=apart.slug, occurrences=[link.pk for link in moves.links], back=back)
    return apart


def _expect_two(chosen: list[Occurrence], all_links: list[Occurrence]) -> None:
    if not chosen:
        raise Refused("Choose links of this claim that stand.")
    if len(chosen) == len(all_links):
        raise Refused("Nothing would stay. Leave at least one link, or correct the words of the claim.")


def _held(claim: Claim, other: Claim | None = None, also: Claim | None = None) -> tuple[Claim, Claim | None, list[Occurrence]]:
    """The claims and the links of the last, held: statements before claims and each by number, as all acts hold them.

    With the statements of `also`, a claim whose ended links may stand again.
    """
    source = other or claim
    carrying = set(source.occurrences.standing().order_by().values_list("statement", flat=True))
    returning_to = set(also.occurrences.order_by().values_list("statement", flat=True)) if also else set()
    held_by_number(Statement, carrying | returning_to)
    claims = held_by_number(Claim, [claim.pk, source.pk])
    links = list(links_of(claims[source.pk]))
    if not {link.statement_id for link in links} <= carrying:
        raise Stale(CHANGED)
    return claims[claim.pk], other and claims[other.pk], links


def _expect_seen(moves: Moves, seen: str) -> None:
    if seen and seen != moves.seen:
        raise Stale(CHANGED)
    if moves.opposed:
        one, other = moves.opposed[0]
        raise Refused(
            f"“{one.words}” {one.get_stance_display()} the one claim and {other.get_stance_display()} the other. "
            "Put one of these links right first, or these are two claims."
        )


def _move(moves: Moves, target: Claim, by: User, at: datetime, reason: str, source: Claim | None = None) -> list[dict[str, Any]]:
    """Statement by statement, and the counts of the claims once in the end. Returns what the links were that ended."""
    touched = {target.pk, *(link.claim_id for link in moves.links), *([source.pk] if source else [])}
    acts: dict[int, list[Occurrence | Returning]] = defaultdict(list)
    for link in moves.links:
        acts[link.statement_id].append(link)
    for one in moves.returning:
        acts[one.ended.statement_id].append(one)
    revised, twins = [], []
    for pk, group in sorted(acts.items()):
        if not any(one.is_public for one in group):
            twins += _give(group, target)
            continue
        statement = next(one for one in moves.revised if one.pk == pk)
        with changing(
            statement, RevisionClass.CLARIFICATION, by, at, reason, Verb.CORRECTED,
            is_alone=False, changed=["occurrences"], claim=target.slug,
        ):  # fmt: skip
            twins += _give(group, target)
        revised.append(statement)
    tallies.recount_claims(sorted(touched))
    if revised:
        first_revisions(revised[0], by, at)
    return twins


def _give(group: list[Occurrence | Returning], target: Claim) -> list[dict[str, Any]]:
    ended = []
    for one in group:
        if isinstance(one, Returning):
            one.bring_back()
            continue
        twin = target.occurrences.filter(statement=one.statement_id, start=one.start, end=one.end).first()
        if twin is None:
            one.claim = target
            save(one)
        else:
            ended.append(take_over(twin, one))
    return ended


def _judged_about(source: Claim, target: Claim) -> None:
    """Whatever was judged about `source` is judged about `target` too."""
    through = Judgement.about.through
    known = Judgement.objects.filter(about=source).values_list("pk", flat=True)
    through.objects.bulk_create((through(judgement_id=pk, claim_id=target.pk) for pk in known), ignore_conflicts=True, batch_size=1000)


def _merged_into(known: Claim | None, claim: Claim) -> Claim | None:
    """The claim that has the words already, if it is one that was merged into `claim`; any other is refused."""
    if known and known.merged_into_id != claim.pk:
        raise Refused(f"There is a claim in these words already: “{known}”. Write the new one in others.")
    return known


def _stands_again(known: Claim, claim: Claim) -> Claim:
    known = held(known)
    known.merged_into = None
    save(known)
    lead_back(known, claim)
    return known
