"""What the statements of a walk are counted by: how often each speaker, outlet, claim, kind or force stands in them, each year and month.

    found = Found(chosen.apply(Walk()))
    found.count, found.is_counted           # all of them, or that only the newest are counted
    found.most("speaker", 8)                # [("17", Count(42)), …], the most frequent first

No request counts a table: of all that is on record, and of what stands under one key, the counts are kept; of what else a filter leaves
at most the newest few thousand are read, and what is told of more is told as “40+”: there are forty, and may be others.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property

from archive.entries.asking import asked, in_iso, listed
from archive.enums import TallyScope
from archive.models.search import Condition
from archive.models.tally import PAIRS, pair_key
from timeline.lists.known import rows_of
from timeline.lists.paging import MOST_COUNTED, NEWEST_FIRST, Count
from timeline.lists.sources import Place
from timeline.lists.walks import DATED, DAY, Walk

COUNTED = "'speaker', 'outlet', 'claim', 'kind', 'force'"
# Rows are read by their statements and the tally of each by its number, whatever the database thinks of its tables: without the plus a
# SQLite that last looked when there were few reads all rows, in the order of tallies. Those of pairs are passed over.
TALLIED = f"""
SELECT (SELECT t.scope || ' ' || t.key FROM archive_tally t WHERE t.id = f.tally_id AND t.scope IN ({COUNTED})), f.statements
FROM (SELECT +l.tally_id AS tally_id, COUNT(*) AS statements FROM archive_listing l WHERE l.statement_id IN ({{statements}}) GROUP BY 1) f
"""  # noqa: S608 - names of scopes
ENDS = "SELECT id, {latest} FROM archive_statement WHERE id IN ({statements})"
OF_KEYS = "SELECT key, statements FROM archive_tally WHERE scope = %s"  # asked for more, SQLite reads the whole scope for fifty keys
MOST_KEPT = f"{OF_KEYS} AND statements > 0 ORDER BY statements DESC, id LIMIT %s"


class Found:
    """The statements of a walk, counted: all of them, or the newest where they are more."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk

    @cached_property
    def _read(self) -> list[Place]:
        return self.walk.read(NEWEST_FIRST, None, MOST_COUNTED + 1, back=False)

    @property
    def places(self) -> list[Place]:
        return self._read[:MOST_COUNTED]

    @property
    def is_counted(self) -> bool:
        """Whether these are all."""
        return len(self._read) <= MOST_COUNTED

    @property
    def count(self) -> Count:
        return self._told(len(self.places))

    def _told(self, number: int) -> Count:
        return Count(number, not self.is_counted)

    # Who speaks in them, where they were read, what they claim; of which kind and force they are.

    def most(self, scope: str, number: int, besides: Collection[str] = ()) -> list[tuple[str, Count]]:
        """The most frequent keys of a scope and how often each stands in them, without some keys."""
        if self.walk == Walk():
            rows = rows_of(Condition(MOST_KEPT, (scope, number)))
            return [(key, Count(statements)) for key, statements in rows]
        likely = [key for key, _times in self._by_scope[scope].most_common(number + len(besides)) if key not in besides]
        return sorted(self.of(scope, likely[:number]).items(), key=lambda one: -one[1].number)

    def of(self, scope: str, keys: Collection[str]) -> dict[str, Count]:
        """How often each of these keys stands in them; not those of which that is unknown, or that do not."""
        if (kept := self._kept(scope, keys)) is not None:
            return {key: Count(kept[key]) for key in keys if key in kept}
        times = self._by_scope[scope]
        return {key: self._told(times[key]) for key in keys if key in times}

    @cached_property
    def _by_scope(self) -> Mapping[str, Counter[str]]:
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        rows = asked(TALLIED.format(statements=listed([place.id for place in self.places]))) if self.places else ()
        for tally, statements in sorted([row for row in rows if row[0]], key=lambda row: (-row[1], row[0])):
            scope, _, key = tally.partition(" ")
            found[scope][key] = statements
        return found

    def _kept(self, scope: str, keys: Collection[str]) -> dict[str, int] | None:
        """From the counts that are kept of a key alone and of two together; None where the walk is narrowed by more, or is short."""
        if not keys or self.walk != Walk(keys=self.walk.keys) or len(self.walk.keys) > 1:
            return None
        if not self.walk.keys:
            return _statements_of(scope, {key: key for key in keys})
        if self.is_counted:
            return None
        ((own_scope, own),) = self.walk.keys
        if pair := PAIRS.get((scope, own_scope)):
            return _statements_of(pair, {pair_key(key, own): key for key in keys})
        if pair := PAIRS.get((own_scope, scope)):
            return _statements_of(pair, {pair_key(own, key): key for key in keys})
        return None

    # When they were said.

    @property
    def by_year(self) -> Counter[str]:
        """How many begin in each year."""
        return Counter(f"{place.said_sort // 100_000:04}" for place in self._dated)

    @property
    def by_month(self) -> Counter[str]:
        """How many lie within each month. A day does; of what is coarser it is looked up where it ends."""
        coarse = [place.id for place in self._dated if place.said_sort % 10 < DAY]
        ends = dict(asked(ENDS.format(latest=in_iso("said_latest"), statements=listed(coarse)))) if coarse else {}
        months = [(_month(place.said_sort), place) for place in self._dated]
        return Counter([month for month, place in months if (ends.get(place.id) or month)[:7] == month])

    @property
    def _dated(self) -> list[Place]:
        return [place for place in self.places if place.said_sort <= DATED[1]]


def _month(said_sort: int) -> str:
    return f"{said_sort // 100_000:04}-{said_sort // 1000 % 100:02}"


def _statements_of(scope: TallyScope | str, keys: Mapping[str, str]) -> dict[str, int]:
    """What is kept under these keys of a scope, each told by the name that it has here."""
    alike = ", ".join("%s" for _key in keys)
    rows = rows_of(Condition(f"{OF_KEYS} AND key IN ({alike})", (str(scope), *keys)))
    return {keys[key]: statements for key, statements in rows if statements}
