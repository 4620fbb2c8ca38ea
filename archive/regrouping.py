"""Two claims that turn out to be one, and one that turns out to be two: which links move, and moving them.

Each public statement whose link moves gets a Revision with the public reason. What people judged goes with the claims: what was
judged against one of two merged claims was judged against the one that stays, and against both halves of a claim that was split.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db import transaction
from django.utils import timezone

from archive import tallies
from archive.acts import allow, expect_reason, held, record, save
from archive.consequences import changing, first_revisions
from archive.enums import OccurrenceStatus, RevisionClass, Verb
from archive.errors import Refused, Stale
from archive.linking.judging import claim_in_words, new_claim
from archive.merging import lead_on
from archive.models import Claim, Judgement, Occurrence, Redirect, Revision, Statement, User

CHANGED = "Somebody changed what would move since you looked. Look again, then decide."


@dataclass(frozen=True)
class Moves:
    """What a merge or a split would do, for the page that asks and for the act itself."""

    links: list[Occurrence]
    doubled: list[Occurrence]  # of them: the same words carry the claim they go to already, so that these links end
    opposed: list[tuple[Occurrence, Occurrence]]  # words that say the one claim and deny the other

    @property
    def revised(self) -> list[Statement]:
        """The public statements that get a Revision."""
        return list({link.statement_id: link.statement for link in self.links if link.status == OccurrenceStatus.PUBLIC}.values())

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
    _move(moves, keep, by, at, reason)
    _judged_about(gone, keep)
    gone.judged_about.clear()
    gone.merged.update(merged_into=keep)
    gone.merged_into = keep
    save(gone)
    save(keep)
    if Revision.objects.of(gone).exists():
        lead_on(keep, gone, reason, at)
    moved = [link.pk for link in moves.links if link not in moves.doubled]
    record(Verb.MERGED, gone, by=by, at=at, reason=reason, into=keep.slug, occurrences=moved, ended=[link.pk for link in moves.doubled])
    return keep


@transaction.atomic
def split_claim(
    claim: Claim, links: Iterable[Occurrence], text: str, *, by: User, reason: str, seen: str = "", at: datetime | None = None
) -> Claim:
    """These links of `claim` become a claim of their own in the words of `text`; in those of one merged into it, that one stands again.

    Refuses a claim of which nothing would stay, and words that another claim has.
    """
    allow(by, "merge_claim")
    reason, at, wanted = expect_reason(reason), at or timezone.now(), {link.pk for link in links}
    claim, _, all_links = _held(claim)
    chosen = [link for link in all_links if link.pk in wanted]
    if not chosen or len(chosen) < len(wanted):
        raise Refused("Choose links of this claim that stand." if not chosen else CHANGED)
    if len(chosen) == len(all_links):
        raise Refused("Nothing would stay. Leave at least one link, or correct the words of the claim.")
    moves = moves_of(chosen, None)
    _expect_seen(moves, seen)
    apart = _taken_out_again(claim_in_words(text), claim) or new_claim(text, by=by, at=at)
    _move(moves, apart, by, at, reason)
    _judged_about(claim, apart)
    save(claim)
    record(Verb.SPLIT, claim, by=by, at=at, reason=reason, into=apart.slug, occurrences=[link.pk for link in moves.links])
    return apart


def _held(claim: Claim, other: Claim | None = None) -> tuple[Claim, Claim | None, list[Occurrence]]:
    """The claims and the links of the last, held: statements before claims and each by number, as all acts hold them."""
    source = other or claim
    carrying = set(source.occurrences.standing().order_by().values_list("statement", flat=True))
    list(Statement.objects.select_for_update().filter(pk__in=carrying).order_by("pk").only("pk"))
    claims = {one.pk: one for one in Claim.objects.select_for_update().filter(pk__in=[claim.pk, source.pk]).order_by("pk")}
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


def _move(moves: Moves, target: Claim, by: User, at: datetime, reason: str) -> None:
    """Statement by statement, and the counts of the claims once in the end."""
    touched = {target.pk, *(link.claim_id for link in moves.links)}
    revised = []
    for _, group in groupby(moves.links, lambda link: link.statement_id):
        links = list(group)
        if all(link.status != OccurrenceStatus.PUBLIC for link in links):
            _give(links, target, moves)
            continue
        statement = links[0].statement
        with changing(
            statement, RevisionClass.CLARIFICATION, by, at, reason, Verb.CORRECTED,
            recount=False, changed=["occurrences"], claim=target.slug,
        ):  # fmt: skip
            _give(links, target, moves)
        revised.append(statement)
    tallies.recount_claims(sorted(touched))
    if revised:
        first_revisions(revised[0], by, at)


def _give(links: list[Occurrence], target: Claim, moves: Moves) -> None:
    for link in links:
        twin = target.occurrences.filter(statement=link.statement_id, start=link.start, end=link.end).first()
        if twin is None:
            link.claim = target
        else:
            _take_over(twin, link)
            link.status = OccurrenceStatus.WITHDRAWN
        save(link)


def _take_over(twin: Occurrence, link: Occurrence) -> None:
    """The link that ends makes public what waited, and makes stand what was withdrawn."""
    if twin.status == OccurrenceStatus.WITHDRAWN:
        for name in ("stance", "likeness", "judgement", "judged_by", "judged_at", "said_sort"):
            setattr(twin, name, getattr(link, name))
    if twin.status != OccurrenceStatus.PUBLIC:
        twin.status = link.status
        save(twin)


def _judged_about(source: Claim, target: Claim) -> None:
    """Whatever was judged about `source` is judged about `target` too."""
    through = Judgement.about.through
    known = Judgement.objects.filter(about=source).values_list("pk", flat=True)
    through.objects.bulk_create((through(judgement_id=pk, claim_id=target.pk) for pk in known), ignore_conflicts=True, batch_size=1000)


def _taken_out_again(known: Claim | None, claim: Claim) -> Claim | None:
    if known is None:
        return None
    if known.merged_into_id != claim.pk:
        raise Refused(f"There is a claim in these words already: “{known}”. Write the new one in others.")
    known = held(known)
    known.merged_into = None
    save(known)
    Redirect.objects.filter(old_path=known.get_absolute_url()).delete()
    return known
