"""The semantic extra: off, missing, broken, and reading again with a model that this test writes, of one number a token."""

from pathlib import Path

import pytest

from archive.matching import Idf, compare
from archive.matching.meaning.semantic import Reader, SemanticMissingError, model_path
from archive.matching.ranking import Entry, Ranking


def field(number: int, value: bytes | int) -> bytes:
    """One field of a protobuf message."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def varint(value: int) -> bytes:
    return bytes([value]) if value < 128 else bytes([value & 127 | 128]) + varint(value >> 7)


def tiny_model(path: Path) -> Path:
    """An ONNX file of one node: last_hidden_state is one at the token's number and nought elsewhere."""
    depth, values = 30_522, b"\x00\x00\x00\x00\x00\x00\x80?"

    def tensor(name: str, kind: int, raw: bytes, dims: list[int]) -> bytes:
        return field(5, b"".join(field(1, dim) for dim in dims) + field(2, kind) + field(8, name.encode()) + field(9, raw))

    def value(number: int, name: str, kind: int, rank: int) -> bytes:
        dims = b"".join(field(1, field(2, f"d{n}".encode())) for n in range(rank))
        return field(number, field(1, name.encode()) + field(2, field(1, field(1, kind) + field(2, dims))))

    node = b"".join(field(1, name) for name in (b"input_ids", b"depth", b"values")) + field(2, b"last_hidden_state") + field(4, b"OneHot")
    graph = field(1, node) + field(2, b"tiny")
    graph += tensor("depth", 7, depth.to_bytes(8, "little"), [1]) + tensor("values", 1, values, [2])
    graph += value(11, "input_ids", 7, 2) + value(12, "last_hidden_state", 1, 3)
    path.write_bytes(field(1, 8) + field(7, graph) + field(8, field(2, 12)))
    return path


@pytest.fixture(scope="module")
def tiny(tmp_path_factory) -> Reader:
    pytest.importorskip("onnxruntime", reason="the semantic extra is not installed")
    return Reader(tiny_model(tmp_path_factory.mktemp("model") / "model.onnx"))


def test_same_tokens_are_near_whatever_is_read_beside_them(tiny):
    one, other, apart = tiny.vectors_of(["The dam leaks.", "the DAM leaks .", "Bread prices rose in every town of the north."])

    assert float(one @ other) == pytest.approx(1)
    assert float(one @ tiny.vectors_of(["The dam leaks."])[0]) == pytest.approx(1)
    assert float(one @ apart) < 0.6


def test_ranking_reads_the_best_again(tiny):
    entries = [Entry("far", "Snow fell."), Entry("dam", "The dam at Orrin was never inspected."), Entry("russian", "Плотину не проверяли.")]
    asked = Entry("q", "Nobody ever inspected the dam at Orrin.")

    plain, again = Ranking(entries).best(asked, 3), Ranking(entries, tiny).best(asked, 3)

    assert again[0][1].key == "dam"
    assert again[0][0].features.cosine != plain[0][0].features.cosine
    assert {entry.key for _, entry in again} == {entry.key for _, entry in plain}


def test_cosine_of_the_extra_has_its_own_weights():
    a, b = "The dam at Orrin was never inspected.", "Nobody ever inspected the dam at Orrin."

    assert compare(a, b, Idf(), reread=0.9).likeness > compare(a, b, Idf(), reread=0.1).likeness


def test_missing_model_says_what_to_do(tmp_path):
    with pytest.raises(SemanticMissingError, match="There is no model at"):
        model_path(str(tmp_path))


def test_broken_model_says_so(tmp_path):
    pytest.importorskip("onnxruntime", reason="the semantic extra is not installed")
    (tmp_path / "model.onnx").write_bytes(b"no model")

    with pytest.raises(SemanticMissingError, match="is no model that onnxruntime can run"):
        Reader(tmp_path / "model.onnx")
