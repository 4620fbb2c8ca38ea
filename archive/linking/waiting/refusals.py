"""What is like pairs that editors found different: it rests on the same words of the same two speakers or documents, or sets the same
passage beside nearly the same other. Each is told by answers that stand, and so is taken back with them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from archive import matching
from archive.enums import Band
from archive.linking.waiting.questions import PARTING, judgements_beside, sides_of
from archive.linking.waiting.words import Words
from archive.matching.aloud import sentence
from archive.matching.repeats import repeat_of
from archive.models import Attribution, Judgement, Statement, Suggestion
from archive.models.link import LONGEST_BASIS, SuggestionStatus

RESTING = ("both say ", "shares ")  # how reasons begin that name what two texts have in common
Parties = frozenset[tuple[str, int]]
Between = Callable[[int, int], list[Parties]]
WORDS_OF_A_BASIS = 2  # of those that are shared apart from each other: the rarest stand first


class Like(NamedTuple):
    """A pair that may be like a refused one."""

    pk: int
    sides: tuple[Words, Words]
    band: str
    rests_on: str

    @property
    def statements(self) -> tuple[int, int]:
        return self.sides[0].statement, self.sides[1].statement


class Judged(NamedTuple):
    rests_on: str
    answer: str
    statement: int
    other: int

    @property
    def statements(self) -> tuple[int, int]:
        return self.statement, self.other


def refusal_of(reasons: Sequence[str]) -> str:
    """Why a pair is put to nobody: a reason before its own."""
    return f"editors found such pairs different: {_telling(reasons) or 'these words, beside nearly the same others'}"


def why(suggestion: Suggestion) -> str:
    """The reasons of a proposal as a sentence; where it is like refused ones, this first."""
    refused = [refusal_of(suggestion.reasons)] if suggestion.status == SuggestionStatus.REFUSED else []
    return sentence([*refused, *suggestion.reasons])


def _telling(reasons: Sequence[str]) -> str:
    return next((reason for start in RESTING for reason in reasons if reason.startswith(start)), "")


def basis_of(reasons: Sequence[str]) -> str:
    """The stems that a proposal rests on: those of the phrase that both say, or else of the rarest words that they share."""
    telling = _telling(reasons)
    if telling.startswith("shares "):
        telling = ", ".join(telling.removeprefix("shares ").split(", ")[:WORDS_OF_A_BASIS])
    return " ".join(sorted(set(matching.stems(telling.removeprefix("both say ")))))[:LONGEST_BASIS]


def refused(pairs: list[Like]) -> set[int]:
    """Keys of those that are like what editors found different."""
    return _by_basis(pairs) | _by_words(pairs)


def _by_basis(pairs: list[Like]) -> set[int]:
    """More of such pairs were found different than alike. What is likely is asked all the same."""
    unlikely = [pair for pair in pairs if pair.rests_on and pair.band != Band.LIKELY]
    answers = Judgement.objects.decided().filter(rests_on__in={pair.rests_on for pair in unlikely}, other__isnull=False)
    known = [Judged(*row) for row in answers.values_list("rests_on", "answer", "statement_id", "other_id")]
    if not known:
        return set()
    between = _between({pk for sides in (unlikely, known) for one in sides for pk in one.statements})
    more = _parted_more(known, between)
    return {pair.pk for pair in unlikely if not more.isdisjoint((pair.rests_on, who) for who in between(*pair.statements))}


def _parted_more(known: list[Judged], between: Between) -> set[tuple[str, Parties]]:
    """What more pairs rested on that were held apart than that were joined, and between whom."""
    counts: Counter[tuple[str, Parties]] = Counter()
    for one in known:
        counts.update({(one.rests_on, who): 1 if one.answer in PARTING else -1 for who in between(*one.statements)})
    return {basis for basis, count in counts.items() if count > 0}


def _between(statements: set[int]) -> Between:
    """Between whom, and between which documents, two statements stand."""
    documents = dict(Statement.objects.filter(pk__in=statements).values_list("pk", "document"))
    speakers: dict[int, list[int]] = defaultdict(list)
    for statement, speaker in Attribution.objects.filter(statement__in=statements, speaker__isnull=False).values_list(
        "statement", "speaker"
    ):
        speakers[statement].append(speaker)

    def between(one: int, other: int) -> list[Parties]:
        met = [frozenset({("document", documents[one]), ("document", documents[other])})]
        return met + [frozenset({("speaker", ours), ("speaker", theirs)}) for ours in speakers[one] for theirs in speakers[other]]

    return between


def _by_words(pairs: list[Like]) -> set[int]:
    """The one side was held apart from words that are nearly those of the other; unless the two are themselves nearly the same."""
    pairs = [pair for pair in pairs if not repeat_of(*(side.letters for side in pair.sides))]
    parted: dict[int, list[tuple[Words, str]]] = defaultdict(list)
    for row in judgements_beside({pk for pair in pairs for pk in pair.statements}):
        if row.undone_at is None and row.answer in PARTING:
            one, other = sides_of(row)
            parted[one.statement].append((one, other.letters))
            parted[other.statement].append((other, one.letters))
    return {pair.pk for pair in pairs if _is_beside_the_like(pair.sides, parted) or _is_beside_the_like(pair.sides[::-1], parted)}


def _is_beside_the_like(sides: tuple[Words, Words], parted: Mapping[int, list[tuple[Words, str]]]) -> bool:
    side, other = sides
    return any(judged.touch(side) and repeat_of(letters, other.letters) for judged, letters in parted.get(side.statement, ()))
