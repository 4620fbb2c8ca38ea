"""Files of gold are found and read, and a sentence says what is missing."""

import pytest

from archive.evaluation.gold import GoldError
from archive.management.gold_files import files_of, find_text, read_json, read_text, text_beside

pytestmark = pytest.mark.once


def test_folder_gives_its_json_files_and_a_text_the_gold_beside_it(tmp_path):
    for name in ("b.json", "a.json", "a.txt"):
        (tmp_path / name).write_text("{}")

    assert files_of(tmp_path) == [tmp_path / "a.json", tmp_path / "b.json"]
    assert files_of(tmp_path / "a.txt") == [tmp_path / "a.json"]
    assert text_beside(tmp_path / "a.json", None) == tmp_path / "a.txt"


def test_text_is_looked_for_in_a_folder_named_like_the_gold(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("Words")

    assert find_text(tmp_path / "seeds.json", None, "a.txt") == tmp_path / "seeds" / "a.txt"


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (files_of, "no .json file in this folder"),
        (lambda folder: files_of(folder / "none"), "no such file or folder"),
        (lambda folder: read_json(folder / "broken"), "broken JSON"),
        (lambda folder: read_json(folder / "bytes"), "not UTF-8"),
        (lambda folder: read_json(folder / "none"), "No such file"),
        (lambda folder: read_text(folder / "none"), "can't be read"),
        (lambda folder: find_text(folder / "a.json", None, "a.txt"), "the text a.txt is not in"),
    ],
)
def test_what_is_missing_is_told(act, sentence, tmp_path):
    (tmp_path / "broken").write_text("{")
    (tmp_path / "bytes").write_bytes(b"\xff")

    with pytest.raises(GoldError, match=sentence):
        act(tmp_path)
