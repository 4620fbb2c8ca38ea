"""Makes the word tables of archive/matching/lexicon from two published sources. Run by hand when the stems change:

    python -m tests.benchmarks.build_lexicon WORDFREQ_DATA_FOLDER WORDNET_FOLDER

WORDFREQ_DATA_FOLDER is `wordfreq/data` of the wordfreq 3.1.1 distribution (it needs the msgpack package to be read),
WORDNET_FOLDER the database files of WordNet 3.0 (`data.noun`, `index.noun`, …).
LICENCES.txt beside the tables says on which terms they are here.
"""

import gzip
import sys
from collections import defaultdict
from collections.abc import Iterator
from math import log10
from pathlib import Path

import msgpack

from archive.matching.words import STOP_WORDS, fold, stem

LEXICON = Path(__file__).parents[2] / "archive" / "matching" / "lexicon"
STEMS = 30_000
# Words in another script than the language's own are loans, and counted in their own language.
LANGUAGES = {"en": ("a", "ɏ"), "ru": ("а", "ӿ"), "uk": ("а", "ӿ")}
# A word is counted as a synonym in its first senses alone: the fifth meaning of "set" links anything with anything.
SENSES = {"noun": 2, "verb": 2, "adj": 2, "adv": 2}
# By their offset: the words of a set of one meaning, and its pointers (kind, target, part of speech, from which word to which).
Synsets = dict[str, tuple[list[str], list[tuple[str, str, str, str]]]]


def main() -> None:
    wordfreq, wordnet = map(Path, sys.argv[1:3])
    known = write_background(wordfreq)
    write_meanings(wordnet, known)


def write_background(folder: Path) -> set[str]:
    lines, english = [], set()
    for language, script in LANGUAGES.items():
        found = stem_shares(folder / f"large_{language}.msgpack.gz", script)
        shares = sorted(found.items(), key=lambda row: (-row[1], row[0]))[:STEMS]
        english |= {stemmed for stemmed, _ in shares if language == "en"}
        by_level = defaultdict(list)
        for stemmed, share in shares:
            by_level[round(-log10(share) * 20)].append(stemmed)
        lines += [f"{language} {level}\t{' '.join(sorted(by_level[level]))}" for level in sorted(by_level)]
    head = "# Stems by how rare they are: language, level <tab> stems; share among running words = 10 ** -(level / 20). See LICENCES.txt.\n"
    (LEXICON / "background.txt").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    return english


def stem_shares(path: Path, script: tuple[str, str]) -> dict[str, float]:
    """Shares of the words that have one stem are added up."""
    with gzip.open(path) as file:
        bins = msgpack.load(file, raw=False)[1:]
    shares: dict[str, float] = defaultdict(float)
    for hundredths, found in enumerate(bins):
        for word in found:
            folded = fold(word)
            if folded.isalpha() and script[0] <= folded[0] <= script[1]:
                shares[stem(folded)] += 10 ** (-hundredths / 100)
    return shares


def synsets(folder: Path, part: str) -> Synsets:
    found = {}
    for line in (folder / f"data.{part}").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        lemmas = [fields[4 + 2 * n].split("(")[0].lower() for n in range(count)]
        at = 4 + 2 * count
        pointers = [tuple(fields[at + 1 + 4 * n : at + 5 + 4 * n]) for n in range(int(fields[at]))]
        found[fields[0]] = (lemmas, pointers)
    return found


def first_senses(folder: Path, part: str) -> dict[str, list[str]]:
    senses = {}
    for line in (folder / f"index.{part}").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            senses[fields[0]] = fields[-int(fields[2]) :][: SENSES[part]]
    return senses


def write_meanings(folder: Path, known: set[str]) -> None:
    alike, opposite = set(), set()
    for part in SENSES:
        found = synsets(folder, part)
        main = main_lemmas(found, first_senses(folder, part), known)
        for lemmas in main.values():
            alike |= {pair(a, b) for a in lemmas for b in lemmas}
        opposite |= {pair(a, b) for offset in found for a, b in opposites_of(offset, found, main, part)}
    alike -= opposite
    write_pairs("meanings.txt", "Stems that share one of their first meanings", alike)
    write_pairs("opposites_wordnet.txt", "Stems of opposite words", opposite)


def main_lemmas(found: Synsets, senses: dict[str, list[str]], known: set[str]) -> dict[str, list[str]]:
    """The words of each set that mean it first of all, and that people use."""

    def is_main(lemma: str, offset: str) -> bool:
        return lemma.isalpha() and lemma not in STOP_WORDS and stem(fold(lemma)) in known and offset in senses.get(lemma, ())

    return {offset: [lemma for lemma in lemmas if is_main(lemma, offset)] for offset, (lemmas, _) in found.items()}


def opposites_of(offset: str, found: Synsets, main: dict[str, list[str]], part: str) -> Iterator[tuple[str, str]]:
    """An antonym ("!") leads from one word of a set to one of another."""
    lemmas, pointers = found[offset]
    for kind, target, its_part, which in pointers:
        source, place = int(which[:2], 16), int(which[2:], 16)
        if kind == "!" and its_part in (part[0], "s") and source:
            a, b = lemmas[source - 1], found[target][0][place - 1]
            if a in main[offset] and b in main[target]:
                yield a, b


def pair(a: str, b: str) -> tuple[str, str]:
    return tuple(sorted((stem(fold(a)), stem(fold(b)))))


def write_pairs(name: str, what: str, pairs: set[tuple[str, str]]) -> None:
    by_first = defaultdict(list)
    for a, b in sorted(pairs):
        if a != b:
            by_first[a].append(b)
    lines = [f"# {what}: a stem, then its partners that come after it in the alphabet. Made from WordNet 3.0, see LICENCES.txt."]
    lines += [" ".join((a, *partners)) for a, partners in by_first.items()]
    (LEXICON / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
