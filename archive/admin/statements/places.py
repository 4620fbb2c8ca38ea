"""Where pasted words stand in a text. Plain text in, spans out; linear in the length of both."""

import re

MOST = 10
ALIKE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\u00a0": " "})


def places_of(words: str, text: str) -> list[tuple[int, int]]:
    """The first spans where the words stand: to the letter, or else but for white space and the shape of quotation marks and dashes."""
    words = words.strip()
    if not words:
        return []
    return _exact(words, text) or _loose(words, text)


def _exact(words: str, text: str) -> list[tuple[int, int]]:
    found, at = [], text.find(words)
    while at >= 0 and len(found) < MOST:
        found.append((at, at + len(words)))
        at = text.find(words, at + len(words))
    return found


def _loose(words: str, text: str) -> list[tuple[int, int]]:
    plain, offsets = [], []
    for match in re.finditer(r"\S++", text.translate(ALIKE)):
        plain.append(match[0])
        offsets += [*range(*match.span()), match.end()]
    spans = _exact(" ".join(words.translate(ALIKE).split()), " ".join(plain))
    return [(offsets[start], offsets[end - 1] + 1) for start, end in spans]
