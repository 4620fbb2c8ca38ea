"""What was found and decided, as tables."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from archive.matching import Idf, Match, compare, content_of
from archive.matching.ranking import circumstances
from tests.benchmarks.claims.asking import Answer, by_language
from tests.benchmarks.claims.measures import FIRST, LISTED, OF_A_RANKING, found_at, kappa, mean, of_a_ranking
from tests.benchmarks.claims.printed import table
from tests.benchmarks.claims.texts import ANSWERS, BASE, LANGUAGES, OTHERS, SAME, TOPIC, Text, bases, judged

ALL = "all"
BINS = (0.0, 0.05, 0.1, 0.3, 0.5, 0.7, 0.9)
# The words of the shorter text of a pair, up to and with so many.
LENGTHS = {"to 12 words": 12, "13 to 20": 20, "21 and more": 10**6}
Judged = tuple[Text, Match]


def retrieval(found: Mapping[str, Sequence[Answer]]) -> str:
    """Each method in each language in which it finds anything."""
    languages = [language for language in LANGUAGES if any(one.asked.language == language for told in found.values() for one in told)]
    head = ["", "method", "queries", *OF_A_RANKING, *(f"{kind} in {FIRST}" for kind in SAME), "repeats at 2.5 %", "CPU ms"]
    rows = []
    for language in [*languages, ALL]:
        for name, told in found.items():
            mine = [one for one in told if language in (ALL, one.asked.language)]
            if any(one.found for one in mine):
                rows.append([language, name, *_retrieved(mine)])
    return table(head, rows)


def _retrieved(told: Sequence[Answer]) -> list[object]:
    repeats = [one for one in told if one.asked.is_saying]
    measured = [of_a_ranking([found.key for found in one.ranked], one.right) for one in repeats]
    firsts = [one for one in repeats if one.asked.kind == BASE]
    near = [mean(float(_finds_early(one, kind)) for one in firsts) for kind in SAME]
    linked = found_at([one.first for one in repeats], [one.best_score for one in told if one.asked.kind == TOPIC])
    spent = mean(one.cpu_ms for one in told)
    return [len(repeats), *(mean(one[name] for one in measured) for name in OF_A_RANKING), *near, linked, f"{spent:.1f}"]


def _finds_early(one: Answer, kind: str) -> bool:
    return any(found.key in one.known and one.known[found.key].kind == kind for found in one.ranked[:FIRST])


def decided(found: Sequence[Text], part: Sequence[str]) -> list[Judged]:
    """The engine on every text of a part beside the base of its group."""
    compared = []
    for corpus in by_language(found).values():
        idf = Idf.of_passages(content_of(text.text) for text in corpus)
        first = bases(corpus)
        compared += [(text, _beside(text, first[text.group], idf)) for text in corpus if text.part in part and text.kind != BASE]
    return compared


def _beside(text: Text, base: Text, idf: Idf) -> Match:
    return compare(text.text, base.text, idf, circumstances(text.entry, base.entry))


def decisions(compared: Sequence[Judged], told: Sequence[Answer]) -> str:
    """Shares of texts, by language; `told` are the engine's answers."""
    rows = [_shares(f"{kind} called the same", [(text, match.same) for text, match in compared if text.kind == kind]) for kind in ANSWERS]
    changed = [(text, match.same) for text, match in compared if text.kind in OTHERS]
    same = [(text, bool(match.differences)) for text, match in compared if text.kind in SAME]
    new = [(one.asked, any(found.same for found in one.found)) for one in told if one.asked.kind == TOPIC]
    rows.append(_shares("all that is another claim, called the same", changed))
    rows.append(_shares("true pairs with a warning", same))
    rows.append(_shares("new texts linked to any other", new))
    return table(["engine", *LANGUAGES, ALL, "of"], rows)


def _shares(name: str, found: Sequence[tuple[Text, bool]]) -> list[object]:
    by_language = [mean(yes for text, yes in found if text.language == language) for language in LANGUAGES]
    return [name, *by_language, mean(yes for _, yes in found), len(found)]


Listed = tuple[Text, int, float, bool]


def reliability(told: Sequence[Answer], corpus: Sequence[Text]) -> str:
    """Of the pairs that are listed with such a probability, the share that is right, and in brackets how many there are."""
    lengths = {text.id: len(text.text.split()) for text in corpus}
    pairs = [
        (one.asked, min(lengths[one.asked.id], lengths[found.key]), found.score, one.asked.is_saying and found.key in one.right)
        for one in told
        for found in one.found[:LISTED]
    ]
    ends = [*BINS[1:], 1.0 + 1e-9]
    binned = [[pair for pair in pairs if start <= pair[2] < end] for start, end in zip(BINS, ends, strict=True)]
    rows = [
        [f"{start:g} to {min(end, 1.0):g}", mean(pair[2] for pair in mine), *(_share(mine, is_one) for is_one in COLUMNS.values())]
        for start, end, mine in zip(BINS, ends, binned, strict=True)
    ]
    return table(["probability", "mean", *COLUMNS], rows)


def _share(pairs: Iterable[Listed], is_one: Callable[[Listed], bool]) -> str | None:
    rights = [pair[3] for pair in pairs if is_one(pair)]
    return f"{mean(rights):.2f} ({len(rights)})" if rights else None


def _is_language(language: str) -> Callable[[Listed], bool]:
    return lambda pair: pair[0].language == language


def _is_length(shortest: int, longest: int) -> Callable[[Listed], bool]:
    return lambda pair: shortest < pair[1] <= longest


COLUMNS: dict[str, Callable[[Listed], bool]] = {
    ALL: lambda _: True,
    **{language: _is_language(language) for language in LANGUAGES},
    **{name: _is_length(over, to) for (name, to), over in zip(LENGTHS.items(), [0, *LENGTHS.values()], strict=False)},
}


def agreement(found: Sequence[Text]) -> str:
    """Of those who wrote with those who judged: in two answers, the same claim or not, and in seven."""
    answered = judged()
    pairs = [(text.language, ANSWERS[text.kind], answered[text.id]) for text in found if text.id in answered]
    rows = []
    for language in [*dict.fromkeys(language for language, _, _ in pairs), ALL]:
        seven = [(ours, theirs) for spoken, ours, theirs in pairs if language in (ALL, spoken)]
        two = [(str(ours == "same"), str(theirs == "same")) for ours, theirs in seven]
        rows.append([language, len(seven), *_agreed(two), *_agreed(seven)])
    return table(["", "pairs", "same or not: agreed", "kappa", "seven answers: agreed", "kappa"], rows)


def _agreed(pairs: Sequence[tuple[str, str]]) -> tuple[float | None, float]:
    return mean(float(ours == theirs) for ours, theirs in pairs), kappa(pairs)
