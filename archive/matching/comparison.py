"""Two texts -> how probably they make the same claim, what to call the pair, and why."""

from __future__ import annotations

from dataclasses import dataclass

from archive.matching.features import Features, longest_phrase, measure, synonym_pairs
from archive.matching.guards import Difference, differences
from archive.matching.idf import Idf
from archive.matching.prepared import Prepared, prepare
from archive.matching.score import coefficients, probability
from archive.matching.wording import is_verbatim

# Below so many content words on the shorter side a score means little: "such is now the case" resembles anything.
# The same words to the letter are exempt.
FEWEST_CONTENT = 4
FEWEST_WORDS_VERBATIM = 5
# Names are a topic; what is said of them, or a number, must be shared too.
FEWEST_SAID = 2
NAMED_TERMS = 4
DOUBT = 0.0001


@dataclass(frozen=True, slots=True)
class Match:
    """`likeness` ranks; `probability` is what is left of it after the guards, and `same` says that it reaches the engine's threshold.

    `label`: same, possible, none, variant, reversal or narrower. `band` (likely, possible, none) is the likeness for editors, who want to see variants too.
    """

    likeness: float
    probability: float
    same: bool
    band: str
    label: str
    reasons: tuple[str, ...]
    features: Features


def compare(query: str | Prepared, other: str | Prepared, idf: Idf) -> Match:
    """Prepare a text once when it is compared with many."""
    ours = prepare(query) if isinstance(query, str) else query
    theirs = prepare(other) if isinstance(other, str) else other
    features = measure(ours, theirs, idf)
    likeness = probability(features)
    band = _band(likeness)
    warned = differences(ours, theirs, features) if band != "none" else ()
    same = band == "likely" and not warned and (_says_enough(ours, theirs) or _is_repeated(ours, theirs))
    label = warned[0].label if warned else "same" if same else "none" if band == "none" else "possible"
    reasons = _reasons(ours, theirs, features, idf, warned) if band != "none" or features.shared_terms else ()
    believed = likeness if same else min(likeness, coefficients().likely - DOUBT)
    return Match(likeness, believed, same, band, label, reasons, features)


def _band(score: float) -> str:
    fitted = coefficients()
    return "likely" if score >= fitted.likely else "possible" if score >= fitted.possible else "none"


def _says_enough(ours: Prepared, theirs: Prepared) -> bool:
    shared = ours.content & theirs.content
    said = [stem for stem in shared - ours.names - theirs.names if stem[0] != "#"]
    alike = synonym_pairs(ours.content - shared, theirs.content - shared)
    agreed = [stem for stem in shared if stem[0] == "#"]
    return min(len(ours.content), len(theirs.content)) >= FEWEST_CONTENT and len(said) + len(alike) + len(agreed) >= FEWEST_SAID


def _is_repeated(ours: Prepared, theirs: Prepared) -> bool:
    return len(ours.sequence) >= FEWEST_WORDS_VERBATIM and (ours.sequence == theirs.sequence or is_verbatim(ours.text, theirs.text))


def _reasons(ours: Prepared, theirs: Prepared, features: Features, idf: Idf, warned: tuple[Difference, ...]) -> tuple[str, ...]:
    reasons = [difference.reason for difference in warned]
    if is_verbatim(ours.text, theirs.text):
        return (*reasons, "the same words")
    phrase = longest_phrase(ours, theirs)
    told = set(phrase) if len(phrase) > 2 and features.phrase_mass > 0 else set()
    if told:
        reasons.append(f"both say '{_as_written(ours, phrase)}'")
    shared = sorted((stem for stem in ours.content & theirs.content - told if stem[0] != "#"), key=lambda stem: -idf.of(stem))
    if shared:
        reasons.append("shares " + ", ".join(f"'{_word(ours, stem)}'" for stem in shared[:NAMED_TERMS]))
    if numbers := [one.text for one in ours.quantities if any(one.equals(other) for other in theirs.quantities)]:
        reasons.append("the number agrees: " + ", ".join(dict.fromkeys(numbers)))
    for a, b in synonym_pairs(ours.content - theirs.content, theirs.content - ours.content)[:2]:
        reasons.append(f"says '{_word(ours, a)}' for '{_word(theirs, b)}'")
    return tuple(reasons)


def _as_written(side: Prepared, phrase: tuple[str, ...]) -> str:
    length = len(phrase)
    start = next(at for at in range(len(side.sequence)) if side.sequence[at : at + length] == phrase)
    return " ".join(side.text[side.words[start].start : side.words[start + length - 1].end].split())


def _word(side: Prepared, stem: str) -> str:
    return next((word.text for word in side.words if word.stem == stem), stem)
