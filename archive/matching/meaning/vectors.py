"""What an English text is about, as 256 numbers: the mean of static word vectors, so that "alliance" is near "bloc".

The vectors come out of wordllama's wheel. Its own code is not imported: it would bring an HTTP client and a second of start, set up
logging, and look for files to download. numpy and the table are loaded when the first text is read, never at the start of a process.
Other languages have no vector: texts in Russian that have nothing in common would be near each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive.matching.idf import background
from archive.matching.words import Word, readable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

DIMENSIONS = 256
LONGEST_TEXT = 5000
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
    return word.folded[0] <= "ɏ" and word.stem in background()


def vectors_of(texts: Sequence[str]) -> Vector:
    """One row a text, of length one; all zeros where nothing could be read."""
    import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

    table = _table()
    rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    for row, read in zip(rows, _encoded([readable(text[:LONGEST_TEXT]) for text in texts]), strict=True):
        if read.ids:
            total = table[read.ids].sum(axis=0, dtype=np.float32)
            row[:] = total / (float(np.sqrt(total @ total)) or 1.0)
    return rows


def _encoded(texts: list[str]) -> list[Any]:
    """A batch wakes threads, which costs more than one text does."""
    tokens = _tokens()
    if len(texts) == 1:
        return [tokens.encode(texts[0], add_special_tokens=False)]
    return list(tokens.encode_batch(texts, add_special_tokens=False))


def vector_of(text: str) -> Vector:
    vector: Vector = vectors_of([text])[0]
    return vector


def cosine(ours: Vector, theirs: Vector) -> float:
    """Rounded, so that another processor's sums give the same score."""
    return round(float(ours @ theirs), 4)


def _weights() -> Path:
    spec = find_spec("wordllama")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("wordllama is not installed: pip install -r requirements.txt.")
    return Path(spec.submodule_search_locations[0])


@cache
def _table() -> NDArray[np.float16]:
    from safetensors.numpy import load_file  # noqa: PLC0415 - brings numpy

    table: NDArray[np.float16] = load_file(_weights() / "weights" / "l2_supercat_256.safetensors")["embedding.weight"]
    return table


@cache
def _tokens() -> Any:
    from tokenizers import Tokenizer  # noqa: PLC0415 - for who needs it

    tokens = Tokenizer.from_file(str(_weights() / "tokenizers" / "l2_supercat_tokenizer_config.json"))
    tokens.no_padding()
    tokens.no_truncation()
    return tokens
