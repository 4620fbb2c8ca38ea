"""Which rows have names with the words of a query: read from the words of names, of each kind from the rarest of these on.

    SELECT 'claim', row FROM (the rows of the rarest word) WHERE each has the other words too

Written in SQL, as the walks are, so that a common word costs what a rare one does: of each kind no more than MOST_LOOKED_AT rows are met.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from archive.models.finding.names import Named
from archive.models.search import Condition
from timeline.finding.asked import Asked, Part, Words
from timeline.lists.known import rows_of

MOST_LOOKED_AT = 1_000
Numbers = dict[Named, list[int]]  # of rows

OF_A_WORD = "SELECT * FROM (SELECT row FROM archive_nameword WHERE kind = %s AND word = %s ORDER BY row DESC LIMIT %s) one"
HAS = "EXISTS (SELECT 1 FROM archive_nameword o WHERE o.kind = %s AND o.word IN ({marks}) AND o.row = w.row)"
COUNT = "(SELECT COUNT(*) FROM (SELECT 1 FROM archive_nameword WHERE kind = %s AND word IN ({marks}) LIMIT %s) counted)"


def found(asked: Asked, kinds: Collection[Named] = tuple(Named)) -> Numbers:
    """The numbers of rows, the newest first, by their kind."""
    if not asked.parts:
        return {}
    counts = _counts(asked.parts, kinds)
    selected = [_of_kind(kind, asked, counts[kind]) for kind in kinds if all(counts[kind])]
    numbers: Numbers = defaultdict(list)
    for kind, row in rows_of(_joined(selected)) if selected else ():
        numbers[Named(kind)].append(row)
    return numbers


def first_words(part: Part) -> Words:
    """Of which any row has one that has the part."""
    return frozenset[str]().union(*(way[0] for way in part))


def _counts(parts: Collection[Part], kinds: Collection[Named]) -> dict[Named, list[int]]:
    """Of how many rows of each kind each part may be, up to a number."""
    counted = [
        Condition(COUNT.format(marks=_marks(words)), (kind.value, *sorted(words), MOST_LOOKED_AT + 1))
        for kind in kinds
        for words in map(first_words, parts)
    ]
    (row,) = rows_of(Condition(f"SELECT {', '.join(one.sql for one in counted)}", _params(counted)))
    return {kind: list(row[at : at + len(parts)]) for kind, at in zip(kinds, range(0, len(row), len(parts)), strict=True)}


def _of_kind(kind: Named, asked: Asked, counts: list[int]) -> Condition:
    rarest = counts.index(min(counts))
    driving = [Condition(OF_A_WORD, (kind.value, word, MOST_LOOKED_AT)) for word in sorted(first_words(asked.parts[rarest]))]
    rows = Condition(f"{' UNION '.join(one.sql for one in driving)} ORDER BY row DESC LIMIT {MOST_LOOKED_AT}", _params(driving))
    held = [_has_part(kind, part) for at, part in enumerate(asked.parts) if at != rarest or part != (way_of_one(part),)]
    out = [Condition(f"NOT {one.sql}", one.params) for one in ([_has(kind, asked.out)] if asked.out else [])]
    where = " AND ".join(one.sql for one in [*held, *out]) or "TRUE"
    sql = f"SELECT '{kind.value}' AS kind, w.row AS number FROM ({rows.sql}) w WHERE {where}"  # noqa: S608 - see above
    return Condition(sql, (*rows.params, *_params([*held, *out])))


def way_of_one(part: Part) -> tuple[Words, ...]:
    """The way of a part that is met by its first word alone."""
    return part[0][:1]


def _has_part(kind: Named, part: Part) -> Condition:
    ways = [[_has(kind, words) for words in way] for way in part]
    sql = " OR ".join(" AND ".join(one.sql for one in way) for way in ways)
    return Condition(f"({sql})", _params(one for way in ways for one in way))


def _has(kind: Named, words: Words) -> Condition:
    return Condition(HAS.format(marks=_marks(words)), (kind.value, *sorted(words)))


def _marks(words: Words) -> str:
    return ", ".join(["%s"] * len(words))


def _params(conditions: Iterable[Condition]) -> tuple[object, ...]:
    return tuple(value for one in conditions for value in one.params)


def _joined(selected: Collection[Condition]) -> Condition:
    sql = " UNION ALL ".join(f"SELECT * FROM ({one.sql} ORDER BY number DESC LIMIT {MOST_LOOKED_AT}) found" for one in selected)  # noqa: S608
    return Condition(sql, _params(selected))
