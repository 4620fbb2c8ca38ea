"""A text becomes numbers, whatever is read beside it; nothing is loaded before one is read."""

import subprocess
import sys

import pytest

from archive.matching.meaning.transformer import DIMENSIONS, read

pytestmark = pytest.mark.once


def test_texts_of_any_length_are_read_each_as_alone():
    texts = ["Short.", "The harbour treaty stands. " * 40, "Shorter.", *["A bridge opens."] * 20]

    rows = read(texts)

    assert rows.shape == (len(texts), DIMENSIONS)
    assert all((rows[place] == read([text])[0]).all() for place, text in enumerate(texts[:4]))
    assert read([]).shape == (0, DIMENSIONS)


def test_nothing_is_loaded_at_the_start():
    asked = "import archive.matching, sys; print([name for name in ('numpy', 'tokenizers', 'onnxruntime') if name in sys.modules])"

    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout == "[]\n"
