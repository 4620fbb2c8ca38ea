"""Two texts -> how probably they make the same claim, what to call the pair, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.matching.features import UNKNOWN, Circumstances, Common, Features, common, features_of
from archive.matching.guards import differences
from archive.matching.guards.difference import Difference
from archive.matching.guards.polarity import swaps_of
from archive.matching.idf import Idf
from archive.matching.polarity import pole
from archive.matching.prepared import Prepared, prepare
from archive.matching.score import below_same, coefficients, evidence, probability
from archive.matching.wording import FEWEST_WORDS_VERBATIM
from archive.matching.words import Word

# Below so many content words on the shorter side a score means little: "such is now the case" resembles anything. Unless all is
# matched, word by word ("crime is down", "there is less crime now"). The same words to the letter are exempt.
FEWEST_CONTENT, FEWEST_MATCHED, ALL_MATCHED = 4, 2, 0.75
# Names are a topic; what is said of them, or a number, must be shared too.
FEWEST_SAID = 2
NAMED_TERMS, NAMED_SYNONYMS = 4, 2
# The same words to the letter, however common they are.
REPEATED = 0.99
# What two long sentences get that have a run of rare words in common: as rare as this, of the most that a word can be.
WORTH_A_LOOK, RARE_TOGETHER = 0.12, 0.6
UNDOUBTED = ("same", "possible", "none")  # labels of pairs that no guard has lowered
# What is neither likely nor possible is worth listing from such a likeness on, and when more than one common word ("country") tells why.
LEAST_LISTED, RARE = 0.005, 5.4


@dataclass(frozen=True, slots=True)
class Match:
    """`probability` is the one score: it orders, it decides, and it is what is shown. `same` says that it reaches the engine's threshold,
    `band` (likely, possible, none) where it stands.

    `label`: same, possible, none, variant, reversal or narrower; denies, asked or supposed where `held_apart`; translation where `ranking`
    finds one. `is_telling`: an editor could learn something from seeing it.
    `differences`: what the guards found, with its places in both texts.
    """

    probability: float
    same: bool
    band: str
    label: str
    reasons: tuple[str, ...]
    features: Features
    is_telling: bool
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What `explained` makes a Match of. `likeness` is the probability by what the texts share, before any guard is asked."""

    ours: Prepared
    theirs: Prepared
    both: Common
    features: Features
    likeness: float


def compare(query: str | Prepared, other: str | Prepared, idf: Idf, around: Circumstances = UNKNOWN) -> Match:
    """Prepare a text once when it is compared with many; and of many, explain those alone that are shown."""
    ours = prepare(query) if isinstance(query, str) else query
    theirs = prepare(other) if isinstance(other, str) else other
    return explained(weighed(ours, theirs, idf, around), idf)


def weighed(ours: Prepared, theirs: Prepared, idf: Idf, around: Circumstances = UNKNOWN) -> Weighed:
    both = common(ours, theirs)
    features = features_of(ours, theirs, both, idf, around)
    likeness = probability(evidence(features))
    if _is_repeated(ours, theirs):
        likeness = max(likeness, REPEATED)
    elif likeness < WORTH_A_LOOK and _say_rare_words_together(ours, theirs, both, idf):
        likeness = WORTH_A_LOOK
    return Weighed(ours, theirs, both, features, likeness)


def _say_rare_words_together(ours: Prepared, theirs: Prepared, both: Common, idf: Idf) -> bool:
    """ "Indivisibility of security": the idea is shared, however long the sentences are that it stands in. Names are a topic."""
    told = set(both.phrase) & both.shared - ours.names - theirs.names
    return len(told) >= FEWEST_SAID and idf.mass(told) >= RARE_TOGETHER * len(told) * idf.most


def explained(pair: Weighed, idf: Idf) -> Match:
    """What to call the pair, and why: the guards and the reasons cost as much as the weighing."""
    ours, theirs, both, features = pair.ours, pair.theirs, pair.both, pair.features
    is_asked = _band(pair.likeness) != "none" and ours.letters != theirs.letters
    warned = differences(ours, theirs, features) if is_asked else ()
    is_enough = _is_repeated(ours, theirs) or _says_enough(ours, theirs, both)
    believed = pair.likeness if is_enough and not warned else below_same(pair.likeness)
    band = _band(believed, is_doubted=believed < pair.likeness)
    same = believed >= coefficients().same
    label = _label(warned, band, same)
    reasons = _reasons(ours, theirs, both, idf, warned)
    telling = band != "none" or (believed >= LEAST_LISTED and _tells(both, idf))
    return Match(believed, same, band, label, reasons, features, telling, warned)


def held_apart(match: Match, label: str, reason: str) -> Match:
    """The pair where something beside its words makes it another claim; what is not alike keeps its label."""
    believed = below_same(match.probability) if match.label in UNDOUBTED else match.probability
    label = match.label if match.band == "none" else label
    return replace(
        match, probability=believed, same=False, band=_band(believed, is_doubted=True), label=label, reasons=(reason, *match.reasons)
    )


def _label(warned: Sequence[Difference], band: str, same: bool) -> str:
    if warned:
        return warned[0].label
    if same:
        return "same"
    return "none" if band == "none" else "possible"


def _band(score: float, *, is_doubted: bool = False) -> str:
    """What differs in something is no likely repeat, however alike the rest is."""
    fitted = coefficients()
    likely = score >= fitted.likely and not is_doubted
    return "likely" if likely else "possible" if score >= fitted.possible else "none"


def _tells(both: Common, idf: Idf) -> bool:
    """More than one word in common, or one that few texts have; a number alone says nothing."""
    words = [stem for stem in both.shared if stem[0] != "#"]
    return len(words) + len(both.alike) > 1 or any(idf.of(stem) >= RARE for stem in words)


def _says_enough(ours: Prepared, theirs: Prepared, both: Common) -> bool:
    said = both.shared - ours.names - theirs.names
    if len(said) + len(both.alike) < FEWEST_SAID and not _is_all_matched(ours, theirs, both):
        return False
    return min(len(ours.content), len(theirs.content)) >= FEWEST_CONTENT or _is_all_matched(ours, theirs, both)


def _is_all_matched(ours: Prepared, theirs: Prepared, both: Common) -> bool:
    """No guard has warned, so opposites are explained by a negation or a converse ("nobody was unaware", "everyone knew") and match;
    and so do words of one direction ("down", "less")."""
    swaps = swaps_of(ours, theirs)
    ways = {pole(ours.sequence), pole(theirs.sequence)}
    matched = len(both.shared) + len(both.alike) + len(swaps) + (len(ways) == 1 and ways != {0})
    left, right = ours.content - {a for a, _ in swaps}, theirs.content - {b for _, b in swaps}
    most = max(len(left), len(right))
    return matched >= FEWEST_MATCHED and len(both.shared) + len(both.alike) >= ALL_MATCHED * most


def _is_repeated(ours: Prepared, theirs: Prepared) -> bool:
    return len(ours.sequence) >= FEWEST_WORDS_VERBATIM and (ours.sequence == theirs.sequence or ours.letters == theirs.letters)


def _reasons(ours: Prepared, theirs: Prepared, both: Common, idf: Idf, warned: tuple[Difference, ...]) -> tuple[str, ...]:
    reasons = [difference.reason for difference in warned]
    if ours.letters and ours.letters == theirs.letters:
        return (*reasons, "the same words")
    phrase = _phrase(ours, both)
    told = {word.stem for word in phrase}
    if phrase:
        reasons.append(f"both say '{_as_written(ours, phrase)}'")
    shared = sorted((stem for stem in both.shared - told if stem[0] != "#"), key=lambda stem: (-idf.of(stem), stem))
    if shared:
        reasons.append("shares " + ", ".join(f"'{_word(ours, stem)}'" for stem in shared[:NAMED_TERMS]))
    if numbers := _agreeing(ours, theirs, reasons):
        reasons.append("the number agrees: " + ", ".join(numbers))
    reasons += [f"says '{_word(ours, a)}' for '{_word(theirs, b)}'" for a, b in both.alike[:NAMED_SYNONYMS]]
    return tuple(reasons)


def _phrase(side: Prepared, both: Common) -> tuple[Word, ...]:
    """The run of words that both have, from its first telling word to its last; nothing where it tells no more than a word would."""
    length = len(both.phrase)
    start = next(at for at in range(len(side.sequence) - length + 1) if side.sequence[at : at + length] == both.phrase)
    run = side.words[start : start + length]
    telling = [at for at, word in enumerate(run) if not word.is_stop]
    return run[telling[0] : telling[-1] + 1] if len(telling) > 1 else ()


def _as_written(side: Prepared, phrase: tuple[Word, ...]) -> str:
    return " ".join(side.text[phrase[0].start : phrase[-1].end].split())


def _agreeing(ours: Prepared, theirs: Prepared, reasons: list[str]) -> list[str]:
    """The quantities that both name, but for those that a reason names already: in a phrase, or as what differs."""
    told = " ".join(reasons).lower()
    found = [one.text for one in ours.quantities if any(one.equals(other) for other in theirs.quantities)]
    return [text for text in dict.fromkeys(found) if not re.search(rf"(?<!\w){re.escape(text.lower())}(?!\w)", told)]


def _word(side: Prepared, stem: str) -> str:
    """As the text writes it, without the ending of a possessive, which is no part of what both have."""
    written = next((word.text for word in side.words if word.stem == stem), stem)
    return re.sub(r"['’]s?$", "", written)
