"""Links of claims that go from one claim to another: what that would do, told before it is asked for, and doing it.

Each public statement whose link moves gets a Revision with the public reason.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext, gettext_lazy

from archive.acts import Signature, held_by_number, save
from archive.entries import keeping, neighbours
from archive.enums import OccurrenceStatus, RevisionClass, Verb
from archive.errors import Refused, Stale
from archive.identity.undone_merges import Returning, take_over
from archive.linking.forces import expect_fitting
from archive.models import ArchiveState, Claim, Occurrence, Statement, User
from archive.publication import claim_counts
from archive.publication.consequences import changing, first_revisions

CHANGED = gettext_lazy("Somebody changed what would move since you looked. Look again, then decide.")


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
        rows: list[Any] = [(link.pk, link.lock_version, link.status, link.claim_id) for link in self.links]
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


def links_of(claim: Claim) -> QuerySet[Occurrence]:
    """The standing links of a claim with what a preview shows of them."""
    rows = claim.occurrences.standing().select_related("statement__document__article__outlet", "statement__translation_of")
    return rows.defer("statement__document__text", "statement__document__raw").prefetch_related("statement__attributions__speaker")


def held_claims(claims: Iterable[Claim], source: Claim, also: Claim | None = None) -> tuple[list[Claim], list[Occurrence]]:
    """The claims and the links of `source`, one of them, held: statements before claims and each by number, as all acts hold them.

    With the statements of `also`, a claim whose ended links may stand again.
    """
    ArchiveState.take_turn()
    carrying = set(source.occurrences.standing().order_by().values_list("statement", flat=True))
    returning_to = set(also.occurrences.order_by().values_list("statement", flat=True)) if also else set()
    held_by_number(Statement, carrying | returning_to)
    numbers = [claim.pk for claim in claims]
    fresh = held_by_number(Claim, numbers)
    links = list(links_of(fresh[source.pk]))
    if not {link.statement_id for link in links} <= carrying:
        raise Stale(CHANGED)
    return [fresh[number] for number in numbers], links


def expect_seen(moves: Moves, seen: str) -> None:
    if seen and seen != moves.seen:
        raise Stale(CHANGED)
    if moves.opposed:
        one, other = moves.opposed[0]
        raise Refused(
            gettext(
                "“%(words)s” %(one)s the one claim and %(other)s the other. Put one of these links right first, or these are two claims."
            )
            % {"words": one.words, "one": one.get_stance_display(), "other": other.get_stance_display()}
        )


def move_links(moves: Moves, target: Claim, signed: Signature) -> list[dict[str, Any]]:
    """Statement by statement, and the counts of the claims once in the end. Returns what the links were that ended."""
    public = {statement.pk: statement for statement in moves.revised}
    twins, around_them = [], neighbours.around(public)
    claim_counts.begin({target.pk, *(link.claim_id for link in moves.links)})
    for pk, group in sorted(_by_statement(moves).items()):
        if any(one.is_public for one in group):
            detail = {"changed": ["occurrences"], "claim": target.slug}
            with changing(public[pk], signed, Verb.CORRECTED, RevisionClass.CLARIFICATION, is_alone=False, **detail):
                twins += _give(group, target, signed.by)
        else:
            twins += _give(group, target, signed.by)
    claim_counts.recount(list(_by_statement(moves)))
    keeping.renew_since(around_them)
    if public:
        first_revisions(public[min(public)], signed)
    return twins


def _by_statement(moves: Moves) -> dict[int, list[Occurrence | Returning]]:
    acts: dict[int, list[Occurrence | Returning]] = defaultdict(list)
    for link in moves.links:
        acts[link.statement_id].append(link)
    for one in moves.returning:
        acts[one.ended.statement_id].append(one)
    return acts


def _give(group: list[Occurrence | Returning], target: Claim, by: User) -> list[dict[str, Any]]:
    ended = []
    for one in group:
        if isinstance(one, Returning):
            one.bring_back(by)
            continue
        twin = target.occurrences.filter(statement=one.statement_id, start=one.start, end=one.end).first()
        if twin is None:
            one.claim = target
            expect_fitting(one)
            save(one)
        else:
            ended.append(take_over(twin, one, by))
    return ended
