"""What is on record of a claim before each of its public links: what stands right before it, whether this was said on the same occasion
already, by whom and in which article, and what its speakers said of it last.

However many links a claim has: one query reads the reports of the sayings that are asked about, with what stands right before each; then
one reads who speaks in them, one what those who speak here said of the claim last, one the first saying of each claim, and one the words
of all these. None of them looks anything up for each pair of rows, and the answer for a link is the same whatever else is asked about.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from archive import edtf
from archive.entries import firsts, rows
from archive.entries.reports import ReportRow, passage_of, reports
from archive.entries.rows import LinkRow, OtherRow, SpeakerRow, StatementRow
from archive.entries.turns import Asked, last_sides, turned
from archive.entries.ways import SAID
from archive.entries.whens import When, is_in_order
from archive.models import Claim
from archive.models.sayings import Who


class History(NamedTuple):
    """What is on record of a claim before one of its links.

    `before` is when the entry right before it was said that is of another saying (None where there is none, or nobody knows when),
    `after` what that entry is to the claim, as in `ways`, and `after_words` its words. Of a saying, `is_said`: the claim was said on
    another occasion that stands before it; `is_said_before`: the dates tell that it was before. `is_repeated`: the same saying stands on
    record already, in the same way; `is_report`: by the same speaker; `in_same_article`: in the same article, on the same day at least
    where no occasion is known; `is_answered`: it stands on record in another way alone: two speak on one occasion, and one of them denies
    it. `turned_from` is when one of its speakers said the contrary, if that was the last that he said of it. `unsure`, of the first
    saying: "undated" or "coarse", where others are on record that may have been said before it.
    """

    before: When | None = None
    after: str = SAID
    after_words: str = ""
    is_said: bool = False
    is_said_before: bool = False
    is_repeated: bool = False
    is_report: bool = False
    in_same_article: bool = False
    is_answered: bool = False
    turned_from: When | None = None
    unsure: str = ""

    @property
    def since(self) -> When | None:
        """The time of the entry from which the days count; none on an occasion that stands before, or where one entry answers another."""
        return None if self.is_repeated or self.is_answered else self.before

    @property
    def is_first(self) -> bool:
        return not (self.is_said or self.is_repeated)


@dataclass
class Told:
    """One way in which a saying stands on record so far: who speaks in its reports, and in which articles they are."""

    speakers: frozenset[Who] = frozenset()
    articles: dict[Who, set[int]] = field(default_factory=lambda: defaultdict(set))


@dataclass
class Saying:
    """The reports of one saying of a claim, so far: what stood right before they began, and in which ways they tell it."""

    prior: OtherRow | None = None
    is_said: bool = False
    is_said_before: bool = False
    read: set[int] = field(default_factory=set)
    told: dict[str, Told] = field(default_factory=dict)

    def with_report(self, row: ReportRow, speakers: frozenset[Who], known: "Known") -> History:
        """The part of a History that its own reports tell, before this one is counted among them."""
        if row.prior not in self.read:
            self.prior = known.others[row.prior] if row.prior else None
        before = _right_before(self.prior)
        if row.way == SAID:
            self._read_saying(row, known)
            before = before._replace(is_said=self.is_said, is_said_before=self.is_said_before)
        self.read.add(row.pk)
        alike = self.told.get(row.way, Told())
        same = alike.speakers & speakers
        history = before._replace(
            is_repeated=row.way in self.told,
            is_report=bool(same),
            is_answered=bool(self.told) and row.way not in self.told,
            in_same_article=any(row.article in alike.articles[one] for one in same),
        )
        self._count(row, speakers)
        return history

    def _read_saying(self, row: ReportRow, known: "Known") -> None:
        """The saying before it, if that is another, and whether the dates tell that this was said after it, or after the first of all."""
        if row.prior_saying and row.prior_saying not in self.read:
            self.is_said = True
        if self.is_said and not self.is_said_before:
            since = [known.firsts[row.claim]]
            if row.prior_saying and row.prior_saying not in self.read:
                since.append(row.prior_saying)
            self.is_said_before = any(is_surely_after(row.said_on, known.others[one].said_on) for one in since)

    def _count(self, row: ReportRow, speakers: frozenset[Who]) -> None:
        known = self.told.setdefault(row.way, Told())
        known.speakers |= speakers
        for one in speakers:
            known.articles[one].add(row.article)


@dataclass(frozen=True)
class Known:
    """What was read for all links at once: who speaks in each statement, the first saying of each claim, and other links by number."""

    speakers: Mapping[int, frozenset[Who]]
    firsts: Mapping[int, int]
    others: Mapping[int, OtherRow]


@dataclass(frozen=True)
class Subject:
    """A link with its statement and who speaks there."""

    link: LinkRow
    statement: StatementRow
    speakers: list[SpeakerRow]

    @property
    def words(self) -> str:
        """Those that carry the claim."""
        first = self.statement.start
        return self.statement.text[self.link.start - first : self.link.end - first]


def _right_before(prior: OtherRow | None) -> History:
    return History(before=prior.when, after=prior.way, after_words=prior.words) if prior else History()


def is_surely_after(said_on: str, other: str) -> bool:
    return bool(said_on and other) and is_in_order(When(edtf.parse(other)), When(edtf.parse(said_on)))


def histories(subjects: Iterable[Subject]) -> dict[int, History]:
    """By the number of the link. A link in a report that was retracted has none: nothing was said there."""
    subjects = list(subjects)
    if not subjects:
        return {}
    found = reports([one.statement for one in subjects], {one.link.claim for one in subjects})
    told_of = {row.pk for row in found}
    standing = {one.link.pk: one for one in subjects if one.link.pk in told_of}
    sides = last_sides(asked for one in standing.values() for asked in _asked(one))
    known = _known(found, sides)
    told = _told(found, known)
    turns, unsure = _turns(standing, sides, known), _unsure([standing[pk] for pk in known.firsts.values() if pk in standing], found, told)
    return {pk: told[pk]._replace(turned_from=turns.get(pk), unsure=unsure.get(pk, "")) for pk in standing}


def _known(found: list[ReportRow], sides: Mapping[int, set[int]]) -> Known:
    first = firsts.firsts_of({row.claim for row in found})
    prior = {pk for row in found for pk in (row.prior, row.prior_saying) if pk}
    return Known(_who(found), first, rows.others(prior.union(first.values(), *sides.values())))


def _asked(one: Subject) -> Iterator[Asked]:
    """Who takes a side here, and is known by a row."""
    link = one.link
    return (Asked(link.pk, link.claim, who.speaker, link.said_sort) for who in one.speakers if who.speaker and link.takes_a_side)


def _who(found: list[ReportRow]) -> dict[int, frozenset[Who]]:
    by_statement = rows.speakers({row.statement for row in found})
    return {statement: frozenset(one.who for one in named) for statement, named in by_statement.items()}


def _told(found: list[ReportRow], known: Known) -> dict[int, History]:
    """What the reports of the same sayings, and what is said twice in one report, tell of each."""
    told, so_far = dict[int, History](), defaultdict[tuple[int, int], Saying](Saying)
    passages: dict[tuple[object, ...], frozenset[Who]] = defaultdict(frozenset)
    for row in found:
        named, passage = known.speakers.get(row.statement, frozenset()), (row.claim, row.way, *passage_of(row))
        told[row.pk] = so_far[row.claim, row.saying].with_report(row, named, known)
        if row.saying < 0 and passages[passage] & named:
            told[row.pk] = told[row.pk]._replace(is_repeated=True, is_report=True, in_same_article=True)
        passages[passage] |= named
    return told


def _turns(standing: Mapping[int, Subject], sides: Mapping[int, set[int]], known: Known) -> dict[int, When | None]:
    """Only where somebody who speaks here took the other side before can it be a turn."""
    turns = [standing[pk] for pk, last in sides.items() if any(known.others[one].stance != standing[pk].link.stance for one in last)]
    claims = dict(Claim.objects.filter(pk__in={one.link.claim for one in turns}).values_list("pk", "text")) if turns else {}
    return {
        one.link.pk: turned(
            one.link.stance,
            one.statement.said,
            (one.words, claims[one.link.claim]),
            [known.others[last] for last in sides[one.link.pk]],
        )
        for one in turns
    }


def _unsure(first: list[Subject], found: list[ReportRow], told: dict[int, History]) -> dict[int, str]:
    """Of first sayings; what is said twice in the report of one leaves nothing open."""
    alone = {(one.link.claim, one.statement.article) for one in first if one.statement.saying < 0}
    repeats = [row.pk for row in found if row.saying < 0 and (row.claim, row.article) in alone and told[row.pk].in_same_article]
    return firsts.unsure_of([firsts.first_of(one.link, one.statement) for one in first if one.statement.said], repeats)
