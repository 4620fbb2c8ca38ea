"""What goes from one speaker to another when the two become one, or one of them two again: told before it is asked for, then done."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext, gettext_lazy

from archive.enums import Verb
from archive.errors import Refused, Stale
from archive.models import Affiliation, Attribution, Event, Speaker, SpeakerIdentifier, SpeakerRole, Statement
from archive.models.fields import folded
from archive.models.statement import StatementQuerySet

CHANGED = gettext_lazy("Somebody changed what would move since you looked. Look again, then decide.")
PRINTED = ("name", "role", "position", "start", "end")  # of an Attribution: what stands in the statement
LASTING: dict[str, type[SpeakerRole | Affiliation | SpeakerIdentifier]] = {
    "roles": SpeakerRole,
    "affiliations": Affiliation,
    "identifiers": SpeakerIdentifier,
}
SHOWN = 20  # statements


@dataclass(frozen=True)
class SpeakerMoves:
    """What is `origin`'s now and becomes `target`'s."""

    origin: Speaker
    target: Speaker
    statements: list[int]
    both: dict[int, dict[str, Any]]  # what was printed of the one who goes where a statement names both: one name ends, or comes back
    names: list[str]
    rows: dict[str, list[Any]] = field(default_factory=dict)  # by the names of LASTING

    @property
    def roles(self) -> list[Any]:
        return self.rows["roles"]

    @property
    def others(self) -> list[Any]:
        """Parties, countries and numbers in registers."""
        return [*self.rows["affiliations"], *self.rows["identifiers"]]

    @property
    def moved(self) -> StatementQuerySet:
        return Statement.objects.filter(pk__in=[*self.statements, *self.both])

    @property
    def public(self) -> int:
        return self.moved.public().count()

    @property
    def private(self) -> int:
        return len(self.statements) + len(self.both) - self.public

    @property
    def shown(self) -> QuerySet[Statement]:
        rows = self.moved.select_related("document__article__outlet").defer("document__text", "document__raw")
        return rows.order_by("-said_sort", "-pk")[:SHOWN]

    @property
    def seen(self) -> str:
        """A token of all this, so that nobody confirms what he did not see."""
        rows = {name: [one.pk for one in rows] for name, rows in self.rows.items()}
        what = (self.origin.pk, self.target.pk, self.statements, sorted(self.both), self.names, sorted(rows.items()))
        return hashlib.sha256(repr(what).encode()).hexdigest()[:16]


def moves_to_merge(keep: Speaker, gone: Speaker) -> SpeakerMoves:
    """What would happen if `gone` became `keep`."""
    theirs = Attribution.objects.filter(speaker=gone).order_by("statement")
    named = theirs.filter(statement__attributions__speaker=keep).values("statement", *PRINTED)
    both = {one.pop("statement"): one for one in named}
    statements = [pk for pk in theirs.values_list("statement", flat=True) if pk not in both]
    known = {folded(name) for name in names_of(keep)}
    names = [name for name in names_of(gone) if folded(name) not in known]
    return SpeakerMoves(gone, keep, statements, both, names, {name: list(t.objects.filter(speaker=gone)) for name, t in LASTING.items()})


def names_of(speaker: Speaker) -> list[str]:
    return [speaker.name, *speaker.aliases.order_by("pk").values_list("name", flat=True)]


def moves_to_separate(gone: Speaker) -> SpeakerMoves:
    """What would go back if `gone` stood by itself again: whatever its merge moved and is still where that put it. Refuses what is not
    merged, what was merged on since, and a merge of before they kept what they moved."""
    keep, kept = gone.merged_into, merge_of(gone)
    if keep is None:
        raise Refused(gettext("%(gone)s is not merged into another.") % {"gone": gone})
    if keep.merged_into:
        raise Refused(
            gettext("%(keep)s was merged into %(merged_into)s since. Take that back first.")
            % {"keep": keep, "merged_into": keep.merged_into}
        )
    if kept is None:
        raise Refused(gettext("This merge did not keep what it moved. Enter the speaker anew, and give the statements to it one by one."))
    still = Attribution.objects.filter(speaker=keep, statement__in=[*kept["statements"], *map(int, kept["both"])])
    there = set(still.values_list("statement", flat=True))
    _expect_no_other_ended(keep, gone, there.intersection(kept["statements"]))
    both = {int(pk): printed for pk, printed in kept["both"].items() if int(pk) in there}
    rows = {name: list(table.objects.filter(speaker=keep, pk__in=kept[name])) for name, table in LASTING.items()}
    names = [name for name in names_of(keep)[1:] if folded(name) in {folded(one) for one in kept["names"]}]
    return SpeakerMoves(keep, gone, [pk for pk in kept["statements"] if pk in there], both, names, rows)


def _expect_no_other_ended(keep: Speaker, gone: Speaker, statements: set[int]) -> None:
    """Where one merged later was named beside `gone`, the one name left there now stands for both: it can't go with one of them."""
    for other in keep.merged.exclude(pk=gone.pk):
        if statements.intersection(map(int, (merge_of(other) or {}).get("both", ()))):
            told = gettext("%(other)s was merged into %(keep)s since, and both were named beside the same words. Take that back first.")
            raise Refused(told % {"other": other, "keep": keep})


def merge_of(gone: Speaker) -> dict[str, Any] | None:
    """What the last merge of this speaker moved; None where it did not keep that."""
    merge = Event.objects.filter(object_type="speaker", object_id=gone.pk, verb=Verb.MERGED).first()
    return merge.detail.get("kept") if merge else None


def expect_seen(moves: SpeakerMoves, seen: str) -> None:
    if seen and seen != moves.seen:
        raise Stale(CHANGED)


def hand_over(moves: SpeakerMoves) -> None:
    """Roles, parties, countries and numbers. Names and statements are seen to by who moves them."""
    for name, rows in moves.rows.items():
        LASTING[name].objects.filter(pk__in=[one.pk for one in rows]).update(speaker=moves.target)


def kept_of(moves: SpeakerMoves, aliases: Iterable[str]) -> dict[str, Any]:
    """What an Event keeps of a merge, so that it can be taken back: `aliases` are those that the one who goes had."""
    rows = {name: [one.pk for one in rows] for name, rows in moves.rows.items()}
    return {"statements": moves.statements, "both": moves.both, "names": moves.names, "aliases": list(aliases), **rows}
