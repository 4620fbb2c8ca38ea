"""What an English text means, as a vector of 8-bit numbers, so that "alliance" is near "bloc". Other languages have none.

A vector is what is kept of it, so that a text just read and one out of an index are compared alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from archive.matching.idf import background
from archive.matching.meaning import model, transformer
from archive.matching.meaning.transformer import DIMENSIONS
from archive.matching.words import Word, readable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

LONGEST_TEXT = 5000
# What a stored vector is marked with. Raise the number when texts are handed to the model, or its numbers kept, in another way.
MADE_BY = f"{model.CHECKSUM[:8]} 1"
# So much of a text must stand in the table of English words, which knows names and loans too; and so little of it here.
KNOWN_WORDS, FOREIGN_WORDS = 0.6, 0.15
FOREIGN = frozenset(
    "der das dem des und ist nicht ein eine wir haben hat wird le la les une est dans pour que qui nous el los las del una en es "
    "por il di della che sono het een van niet wij de er det som har ikke och inte att w z nie jest się na os da dos em um uma nao".split()
)


def is_english(words: Sequence[Word]) -> bool:
    """Told by its words: the language that a document is marked with may not be that of a quotation in it."""
    letters = [word for word in words if word.folded[0].isalpha()]
    known, foreign = sum(map(_is_known, letters)), sum(word.folded in FOREIGN for word in letters)
    return bool(letters) and known >= KNOWN_WORDS * len(letters) and foreign <= FOREIGN_WORDS * len(letters)


def _is_known(word: Word) -> bool:
    return word.folded[0] <= "ɏ" and word.stem in background("en")


def codes_of(texts: Sequence[str]) -> NDArray[np.int8]:
    """One row a text, DIMENSIONS numbers from -127 to 127; only their direction counts. All zeros where nothing could be read."""
    import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

    read = [readable(text[:LONGEST_TEXT]) for text in texts]
    rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    told = [place for place, text in enumerate(read) if text.strip()]
    if told:
        rows[told] = transformer.read([read[place] for place in told])
    largest = np.maximum(np.abs(rows).max(axis=1, keepdims=True, initial=0.0), 1e-9)
    codes: NDArray[np.int8] = np.rint(rows / largest * 127).astype(np.int8)
    return codes


def codes_from(kept: bytes) -> NDArray[np.int8]:
    """The rows that were kept as these bytes."""
    import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

    return np.frombuffer(kept, dtype=np.int8).reshape(-1, DIMENSIONS)


def vectors_from(codes: NDArray[np.int8]) -> Vector:
    """Rows of length one."""
    import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

    rows = codes.astype(np.float32)
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    vectors: Vector = rows / np.maximum(lengths, 1e-9)[:, None]
    return vectors


def vectors_of(texts: Sequence[str]) -> Vector:
    return vectors_from(codes_of(texts))


def vector_of(text: str) -> Vector:
    vector: Vector = vectors_of([text])[0]
    return vector


def cosine(ours: Vector, theirs: Vector) -> float:
    """Rounded, so that another processor's sums give the same score."""
    return round(float(ours @ theirs), 4)
