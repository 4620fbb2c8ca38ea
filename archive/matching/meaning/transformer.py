"""Runs the model: an English text becomes 384 numbers that tell what it means, in 4 ms.

Nothing is downloaded, and nothing is loaded before the first text is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from archive.matching.meaning.model import session

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DIMENSIONS = 384
LONGEST, AT_ONCE = 128, 512  # tokens of a text, and of all that are read together: more take memory and no less time


def read(texts: Sequence[str]) -> NDArray[np.float32]:
    """One row a text: the mean of its tokens. Texts of one length are read together, which changes no row."""
    import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

    tokens = [_pieces().encode(text).ids[:LONGEST] for text in texts]
    rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    for places in _alike(tokens):
        ids = np.array([tokens[place] for place in places], dtype=np.int64)
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        states = session().run(None, {one.name: inputs[one.name] for one in session().get_inputs()})[0]
        rows[places] = states.mean(axis=1)
    return rows


def _alike(tokens: Sequence[Sequence[int]]) -> list[list[int]]:
    """Places of texts with equally many tokens, AT_ONCE in all."""
    by_length: dict[int, list[int]] = {}
    for place, found in enumerate(tokens):
        by_length.setdefault(len(found), []).append(place)
    return [
        places[at : at + AT_ONCE // length]
        for length, places in sorted(by_length.items())
        for at in range(0, len(places), AT_ONCE // length)
    ]


@cache
def _pieces() -> Any:
    from tokenizers import BertWordPieceTokenizer  # noqa: PLC0415 - for who needs it

    listed = files("archive.matching").joinpath("lexicon", "wordpieces.txt").read_text(encoding="utf-8")
    return BertWordPieceTokenizer({piece: number for number, piece in enumerate(listed.split("\n")[:-1])}, lowercase=True)
