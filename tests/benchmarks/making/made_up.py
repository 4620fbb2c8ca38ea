"""What a made-up archive holds, as plain values: the same for the same size, with shares as in earnest.

Words come as often as in English; speakers, outlets and claims by Zipf's law, so that the busiest speaker has an eighth of all statements
and the top claim fourteen in a hundred of them at 10,000, and seven and a half at a million. Whatever the size, RARE stands in about
RARELY statements, and the last outlet has about so many.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import accumulate, count, product

from archive.enums import DocumentRelation, Force, Likeness, Stance, StatementKind
from archive.matching.idf import background
from archive.models.fields import PUBLIC_ID_ALPHABET, PUBLIC_ID_LENGTH
from archive.models.search import indexed

WORDS, RARE, RARELY = 45, "zanthoril", 15
OUTLETS, SPEAKERS = 50, 2000
FIRST_DAY, DAYS = date(1995, 1, 1), 30 * 365
A_DOCUMENT = (3, 4, 5, 6, 7)  # statements
ONSETS = "Bal Bor Cor Dal Dor Fal Fen Gar Gol Hal Hor Jar Kal Kel Kor Lan Lor Mal Mar Mor Nal Nor Orl Pal Pel Por Ral".split()
ENDINGS = [vowel + end for vowel, end in product("aeiou", "din ken lis mos nar rik sen tov ver".split())]
GIVEN = "Adra Belo Cirin Doma Elka Feron Galia Hedvan Ilmar Jorun Kasia Lemik Mirova Nelto Ondra Pavlin".split()
TITLES = ("Minister of Roads", "Mayor of Tarvik", "Foreign Minister", "spokeswoman of the court", "deputy", "head of the agency")
OUTLET_NAMES = [f"{onset}vik {kind}" for kind, onset in product("Agency Courier Herald Radio Ministry".split(), ONSETS[:10])]
# What may be chosen, and how often: hundredths, summed up.
STANCES = ((Stance.ASSERTS, Stance.DENIES, Stance.RELAYS), (93, 97, 100))
LIKENESSES = ((Likeness.PARAPHRASE, Likeness.VERBATIM, Likeness.VARIANT, Likeness.NARROWER, Likeness.WIDER), (60, 90, 96, 98, 100))
KINDS = ((StatementKind.DIRECT, StatementKind.INDIRECT, StatementKind.MIXED), (70, 92, 100))
FORCES = {
    Stance.ASSERTS: ((Force.ASSERTED,), (100,)),
    Stance.DENIES: ((Force.DENIED, Force.ASSERTED), (50, 100)),
    Stance.RELAYS: ((Force.ASSERTED, Force.ASKED, Force.SUPPOSED), (70, 90, 100)),
}
UNLINKED = ((Force.ASSERTED, Force.SUPPOSED, Force.ASKED, Force.DENIED), (93, 96, 98, 100))
RELATIONS = {17: DocumentRelation.CORRECTION, 48: DocumentRelation.RETRACTION}  # of each hundred sources


@dataclass(slots=True)
class Said:
    """One statement. Speakers and claims are known by their place, and a source without a row by none."""

    public_id: str
    text: str
    stems: str
    speakers: list[tuple[int | None, str, str]]  # name and role as printed
    said_on: str
    said_rule: str
    kind: str
    force: str
    links: list[tuple[int, str, str]]  # claim, stance, likeness
    language: str = "en"
    translation_of: "Said | None" = None
    is_corrected: bool = False
    is_withdrawn: bool = False
    pk: int = 0  # that its row was given


@dataclass(slots=True)
class Source:
    """One article with one document. `relation`: what it is to the document before it of its outlet."""

    public_id: str
    outlet: int
    day: date
    occasion: int | None
    relation: str
    statements: list[Said] = field(default_factory=list)


def speaker_name(place: int) -> str:
    round_, place_in_it = divmod(place, len(ONSETS) * len(ENDINGS))
    ending, onset = divmod(place_in_it, len(ONSETS))
    return f"{GIVEN[place % len(GIVEN)]} {ONSETS[onset]}{ENDINGS[ending]}{'ski' * round_}"


def title_of(place: int) -> str:
    return TITLES[place % len(TITLES)]


class MadeUp:
    """An archive of so many public statements, one source after the other."""

    def __init__(self, size: int, seed: int = 11) -> None:
        self.size, self.rng = size, random.Random(seed)
        self.claims, self.occasions = max(1, size // 100), max(1, size // 16)
        self.days = [self._day() for _ in range(self.occasions)]
        self.stems, self.weights = _vocabulary()
        self.words = list(self.stems)
        self.by_zipf = {number: _by_zipf(number) for number in (OUTLETS - 1, SPEAKERS, self.claims)}
        self.published: set[int] = set()  # outlets that something may be corrected of
        self.original: Said | None = None  # that something may be a translation of

    def sources(self) -> Iterator[Source]:
        public = 0
        for place in count():
            source = self._source(place)
            wanted = min(self.rng.choice(A_DOCUMENT), self.size - public)
            source.statements = [self._said(source, public + place) for place in range(wanted)]
            public += wanted
            if place % 50 == 3:
                source.statements.append(self._taken_back(source))
            yield source
            if public == self.size:
                return

    def _source(self, place: int) -> Source:
        occasion = self.rng.randrange(self.occasions) if self.rng.random() < 0.5 else None
        day = self._day() if occasion is None else self.days[occasion]
        outlet = OUTLETS - 1 if place % max(1, self.size // RARELY) == 1 else self._one_of(OUTLETS - 1)
        relation = RELATIONS.get(place % 100, "") if outlet in self.published else ""
        self.published.add(outlet)
        return Source(self.public_id(), outlet, day, occasion, relation)

    def _said(self, source: Source, place: int) -> Said:
        words = self.rng.choices(self.words, cum_weights=self.weights, k=WORDS)
        if place % max(1, self.size // RARELY) == 0:
            words[7] = RARE
        said_on, rule = self._said_on(source)
        links = self._links()
        force = self._weighed(FORCES[Stance(links[0][1])] if links else UNLINKED)
        stems = " ".join(self.stems[word] for word in words)
        made = Said(
            self.public_id(), " ".join(words).capitalize() + ".", stems, self._speakers(), said_on, rule, self._weighed(KINDS), force, links
        )
        made.is_corrected = self.rng.random() < 0.01
        return self._perhaps_translated(made) if source.occasion is None else made

    def _taken_back(self, source: Source) -> Said:
        """One that was withdrawn, of which nothing is a translation."""
        waiting = self.original
        made = replace(self._said(source, 1), is_withdrawn=True, is_corrected=False)
        self.original = waiting
        return made

    def _perhaps_translated(self, made: Said) -> Said:
        """One in twenty of those without an occasion translates an earlier one, and says of the same day the same of the same claims."""
        if self.original is None:
            self.original = made
        elif self.rng.random() < 0.05:
            first, self.original = self.original, None
            same = {name: getattr(first, name) for name in ("speakers", "said_on", "said_rule", "force", "links")}
            return replace(made, translation_of=first, language="de", **same)
        return made

    def _said_on(self, source: Source) -> tuple[str, str]:
        """Most on a day, some of a month, a year or several; of some nobody knows."""
        day, chance = source.day, self.rng.random()
        if source.occasion is not None or chance < 0.8:
            return day.isoformat(), "publication" if source.occasion is None and chance < 0.3 else "stated"
        shapes = (f"{day:%Y-%m}", f"{day:%Y-%m}", f"{day:%Y}", f"{day:%Y}/{day.year + 3}", "")
        return shapes[int((chance - 0.8) * 25)], "stated"

    def _links(self) -> list[tuple[int, str, str]]:
        """Seven in ten say a claim, and few of them two, in the same way."""
        number = self.rng.choices((0, 1, 2), cum_weights=(28, 98, 100))[0]
        stance = self._weighed(STANCES)
        return [(claim, stance, self._weighed(LIKENESSES)) for claim in sorted({self._one_of(self.claims) for _ in range(number)})]

    def _speakers(self) -> list[tuple[int | None, str, str]]:
        chance = self.rng.random()
        if chance < 0.02:
            return [(None, "a source in the ministry", "")]
        places = {self._one_of(SPEAKERS) for _ in range(2 if chance > 0.97 else 1)}
        return [(place, speaker_name(place), title_of(place)) for place in sorted(places)]

    def _day(self) -> date:
        return FIRST_DAY + timedelta(self.rng.randrange(DAYS))

    def _one_of(self, number: int) -> int:
        return self.rng.choices(range(number), cum_weights=self.by_zipf[number])[0]

    def _weighed(self, choice: tuple[Sequence[str], Sequence[int]]) -> str:
        return str(self.rng.choices(choice[0], cum_weights=choice[1])[0])

    def public_id(self) -> str:
        return "".join(self.rng.choices(PUBLIC_ID_ALPHABET, k=PUBLIC_ID_LENGTH))


def _by_zipf(number: int) -> list[float]:
    """Weights, summed up: the second has half of the first's."""
    return list(accumulate(1 / place for place in range(1, number + 1)))


def _vocabulary() -> tuple[dict[str, str], list[float]]:
    """English words, each with what the search keeps of it, and their shares, summed up; RARE is one that never comes by itself."""
    shares = {word: share for word, share in background("en").items() if word.isascii()}
    stems = {word: stem for word in [*shares, RARE] if (stem := indexed(word)).isalnum()}
    weights = list(accumulate(shares[word] for word in stems if word != RARE))
    return stems, [*weights, weights[-1]]
