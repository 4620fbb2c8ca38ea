"""Whose entries an act changes: beside the statements that it is about, those whose neighbours it changed.

`around` tells where the links of these statements stand; asked before the act and after it, `reached` finds from both, as things stand
after the act:

* the other reports of the same sayings, and what stands in the same articles;
* of each claim the entry right behind each place, and the next saying, with the other reports of theirs: something else is right before
  them now;
* what the same speakers say of the claim next: it may be a turn;
* the first saying, of which others may be as early; and where another became the first, or its date another, all sayings that may not lie
  behind it.

None of that grows with the claim.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from archive.entries.asking import SAYING, asked, is_saying, listed, stands, table
from archive.entries.firsts import last_sort
from archive.entries.reports import RELATED
from archive.entries.ways import SAID, way_of

THEIRS = """
SELECT s.id FROM archive_statement s WHERE s.id IN ({0}) UNION SELECT s.id FROM archive_statement s WHERE s.translation_of_id IN ({0})
"""
JOINED = """
archive_occurrence o JOIN archive_statement s ON s.id = o.statement_id JOIN archive_document d ON d.id = s.document_id
LEFT JOIN archive_statement original ON original.id = s.translation_of_id
"""
COLUMNS = f"o.id, o.claim_id, o.statement_id, o.said_sort, {SAYING}, d.article_id, s.said_on, s.said_latest, o.stance, o.likeness"
PLACE = f"SELECT {COLUMNS}, {stands('s')} FROM {JOINED}"
SIDE = """
SELECT t.occurrence_id, t.claim_id, t.speaker_id, t.said_sort FROM archive_sidetaken t
JOIN archive_occurrence o ON o.id = t.occurrence_id WHERE o.statement_id IN ({})
"""
NEXT = f"""(
    SELECT o.id FROM archive_occurrence o JOIN archive_statement s ON s.id = o.statement_id
    WHERE o.claim_id = claim AND (o.said_sort, o.id) > (sort, link) AND {{}} AND {stands("s")} ORDER BY o.said_sort, o.id LIMIT 1
)"""
BEHIND = f"""
SELECT {NEXT.format("o.status = 'public'")}, CASE WHEN is_saying = 1 THEN {NEXT.format(is_saying("o"))} END FROM place
"""
SIDE_BEHIND = f"""
SELECT (
    SELECT o.id FROM archive_sidetaken t
    JOIN archive_occurrence o ON o.id = t.occurrence_id JOIN archive_statement s ON s.id = o.statement_id
    WHERE t.claim_id = claim AND t.speaker_id = speaker AND (t.said_sort, t.occurrence_id) > (sort, link) AND {stands("s")}
    ORDER BY t.said_sort, t.occurrence_id LIMIT 1
) FROM side
"""
FIRST = f"""(
    SELECT o.id FROM archive_occurrence o JOIN archive_statement s ON s.id = o.statement_id
    WHERE o.claim_id = claim AND {is_saying("o")} AND {stands("s")} AND o.id NOT IN ({{}}) ORDER BY o.said_sort, o.id LIMIT 1
)"""
UP_TO = f"SELECT o.id FROM about JOIN archive_occurrence o ON o.claim_id = about.claim WHERE {is_saying('o')} AND o.said_sort <= about.sort"
OF_THE_SAME = f"""
SELECT o.statement_id, o.claim_id, {SAYING}, d.article_id FROM related
JOIN archive_occurrence o ON o.statement_id = related.statement
JOIN archive_statement s ON s.id = o.statement_id JOIN archive_document d ON d.id = s.document_id
LEFT JOIN archive_statement original ON original.id = s.translation_of_id
WHERE o.status = 'public' AND +o.claim_id IN ({{}})
"""
HALF_THE_WORLD = timedelta(days=2)  # so far apart two civil days of one moment may be


class Place(NamedTuple):
    """Where a public link stands; the columns of PLACE."""

    link: int
    claim: int
    statement: int
    sort: int
    saying: int
    article: int
    said_on: str
    latest: date | str | None
    stance: str
    likeness: str
    stands: int

    @property
    def is_saying(self) -> bool:
        return bool(self.stands) and way_of(self.stance, self.likeness) == SAID

    @property
    def order(self) -> tuple[int, int]:
        return self.sort, self.link

    @property
    def is_surely_before(self) -> int:
        """Surely before whatever has a higher sort key than this."""
        if not self.latest:
            return 0
        return last_sort(min(date.fromisoformat(str(self.latest)), date.max - HALF_THE_WORLD) + HALF_THE_WORLD)


@dataclass(frozen=True)
class Around:
    """The statements that an act is `about`, the same with their translations, where their links stand, and the sides taken in them."""

    about: frozenset[int]
    statements: frozenset[int]
    places: frozenset[Place]
    sides: frozenset[tuple[int, ...]]

    @property
    def claims(self) -> set[int]:
        return {one.claim for one in self.places}

    def had_it_been_otherwise(self) -> "Around":
        """The same before reports that stand were retracted, or after it where they are."""
        return replace(self, places=frozenset(one._replace(stands=not one.stands) for one in self.places))


@dataclass(frozen=True)
class Firsts:
    """The first saying of each claim as things stand, and the first of those that the act is not about."""

    all: Mapping[int, Place]
    unchanged: Mapping[int, Place]


def around(statements: Iterable[int]) -> Around:
    about = frozenset(statements)
    theirs = [pk for (pk,) in asked(THEIRS.format(listed(about)))] if about else []
    places = _places("o.status = 'public' AND o.statement_id", theirs)
    sides = asked(SIDE.format(listed(theirs))) if places else ()
    return Around(about, frozenset(theirs), frozenset(places), frozenset(sides))


def reached(before: Around, after: Around) -> set[int]:
    """The statements whose entries may be others after the act."""
    about, places, sides = before.statements | after.statements, before.places | after.places, before.sides | after.sides
    if not places:
        return set(about)
    firsts = _firsts(places)
    behind = _places("o.id", _behind(places) | _sides_behind(sides) | _not_behind_the_first(before, after, firsts))
    theirs = _of_the_same_sayings([*places, *behind], places)
    return {*about, *theirs, *(one.statement for one in (*behind, *firsts.all.values()))}


def _places(condition: str, numbers: Iterable[int]) -> list[Place]:
    numbers = list(numbers)
    return list(map(Place._make, asked(f"{PLACE} WHERE {condition} IN ({listed(numbers)})"))) if numbers else []


def _behind(places: Iterable[Place]) -> set[int]:
    """The entry right behind each place, and the saying right behind one of a saying."""
    rows = {(one.claim, one.sort, one.link, one.is_saying) for one in places}
    found = asked(BEHIND, table("place", ("claim", "sort", "link", "is_saying"), rows))
    return {pk for row in found for pk in row if pk}


def _sides_behind(sides: Collection[tuple[int, ...]]) -> set[int]:
    """Where the same speakers take a side of the same claims next."""
    found = asked(SIDE_BEHIND, table("side", ("link", "claim", "speaker", "sort"), sides)) if sides else []
    return {pk for (pk,) in found if pk}


def _firsts(places: Iterable[Place]) -> Firsts:
    changed = listed({one.link for one in places})
    rows = {(one.claim,) for one in places}
    found = asked(f"SELECT claim, {FIRST.format(0)}, {FIRST.format(changed)} FROM about", table("about", ("claim",), rows))
    known = {one.link: one for one in _places("o.id", {pk for row in found for pk in row[1:] if pk})}
    return Firsts(*({row[0]: known[row[place]] for row in found if row[place]} for place in (1, 2)))


def _not_behind_the_first(before: Around, after: Around, firsts: Firsts) -> set[int]:
    """Where the first saying of a claim is another now: all sayings that are not surely behind that, or behind the one before."""
    bounds = []
    for claim in before.claims | after.claims:
        others = [firsts.unchanged[claim]] if claim in firsts.unchanged else []
        was, now = (_first([*others, *(one for one in there.places if one.claim == claim)]) for there in (before, after))
        if (was and was.said_on) != (now and now.said_on):
            bounds.append((claim, max(one.is_surely_before for one in (was, now) if one)))
    return {pk for (pk,) in asked(f"WITH {table('about', ('claim', 'sort'), bounds)} {UP_TO}")} if bounds else set()


def _first(places: Iterable[Place]) -> Place | None:
    return min((one for one in places if one.is_saying), key=lambda one: one.order, default=None)


def _of_the_same_sayings(beside: Iterable[Place], places: Iterable[Place]) -> set[int]:
    """What is of the same sayings of the same claims as one of these, and what stands where the act was."""
    sayings = {(one.claim, one.saying) for one in beside}
    articles = {(one.claim, one.article) for one in places if one.saying < 0}
    related = RELATED.format(
        alone=listed({-saying for _claim, saying in sayings if saying < 0}),
        occasions=listed({saying for _claim, saying in sayings if saying > 0}),
        articles=listed({article for _claim, article in articles}),
    )
    rows = asked(OF_THE_SAME.format(listed({one.claim for one in places})), related)
    return {pk for pk, claim, saying, article in rows if (claim, saying) in sayings or (claim, article) in articles}
