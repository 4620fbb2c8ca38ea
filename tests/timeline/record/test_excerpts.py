"""What the public sees of a document's text."""

import pytest

from archive.entries.reading import entries_of
from archive.enums import TextPolicy
from archive.models import Document, Statement
from tests.factories import (
    make_accepted_statement,
    make_document,
    make_outlet,
    make_public_statement,
    make_rejected_statement,
    make_statement,
    make_withdrawn_statement,
)
from tests.growth import grows_in_proportion
from timeline.record.excerpts import Mark, Piece, context_of, excerpts_of, mark_of, pieces

pytestmark = pytest.mark.django_db

TEXT = "The council met. “The toll stays,” she said. “Never mind,” he said. It rained. The end came late. Nobody stayed."


def read(found: list[Piece]) -> str:
    """A plain rendering: [the marked], … for a gap."""
    return "".join("…" if piece.gap else f"[{piece.text}]" if piece.mark else piece.text for piece in found)


@pytest.mark.parametrize(
    ("marks", "hidden", "expected"),
    [
        ([], [], "abcdefghij"),
        ([(2, 4)], [], "ab[cd]efghij"),
        ([(0, 10)], [], "[abcdefghij]"),
        ([], [(2, 4)], "ab…efghij"),
        ([], [(2, 4), (4, 6), (5, 7)], "ab…hij"),
        ([(2, 6)], [(4, 8)], "ab[cd][ef]…ij"),
        ([(2, 6)], [(0, 10)], "…[cdef]…"),
        ([(2, 4)], [(90, 95)], "ab[cd]efghij"),
    ],
)
def test_pieces_of_a_text(marks, hidden, expected):
    assert read(pieces("abcdefghij", 0, [Mark(*span) for span in marks], hidden)) == expected


def test_pieces_of_many_marks_and_hidden_spans_are_cut_in_proportion():
    def cut(size: int) -> None:
        marks, hidden = ([(place, place + 2) for place in range(first, 6 * size, 6)] for first in (0, 3))
        assert len(pieces("abcdef" * size, 0, [Mark(*span) for span in marks], hidden)) == 4 * size

    assert grows_in_proportion(cut, 300)


def test_the_first_of_marks_that_overlap_wins():
    found = pieces("abcdefgh", 0, [Mark(0, 6, "one"), Mark(2, 4, "two"), Mark(5, 8, "three")], [])

    assert [(piece.text, piece.mark.public_id, piece.first) for piece in found] == [
        ("ab", "one", True), ("cd", "one", False), ("e", "one", False), ("f", "one", False), ("gh", "three", False),
    ]  # fmt: skip


def test_pieces_count_from_where_the_text_begins():
    assert read(pieces("cdef", 2, [Mark(3, 5)], [])) == "c[de]f"


def test_context_is_whole_sentences_around_the_words():
    document = make_document(f"{'It had rained for a week before. ' * 30}{TEXT}{' It rains. ' * 60}")
    statement = make_public_statement(document, "The toll stays")

    found = read(context_of(statement))

    assert found == (
        "…It had rained for a week before. It had rained for a week before. The council met. “[The toll stays],” she said. "
        "“Never mind,” he said. It rained.…"
    )


def test_context_of_a_whole_document():
    statement = make_public_statement(make_document("The toll stays."), "The toll stays.")

    assert read(context_of(statement)) == "[The toll stays.]"


def test_context_reads_code_points():
    document = make_document("🚢🚢 Так. «Сбор 🛥 остаётся», — сказала она.")
    statement = make_public_statement(document, "Сбор 🛥 остаётся")

    assert read(context_of(statement)) == "🚢🚢 Так. «[Сбор 🛥 остаётся]», — сказала она."


@pytest.mark.parametrize("make", [make_statement, make_accepted_statement, make_rejected_statement, make_withdrawn_statement])
def test_context_leaves_out_words_that_are_not_public(make):
    document = make_document(TEXT)
    make(document, "Never mind")
    statement = make_public_statement(document, "The toll stays")

    assert "Never mind" not in read(context_of(statement))
    assert "“…,” he said" in read(context_of(statement))


def blocks_of(document: Document) -> list[str]:
    entries = entries_of(Statement.objects.public().filter(document=document).values_list("pk", flat=True))
    marks = sorted(map(mark_of, entries.values()), key=lambda mark: mark.start)
    return [read(block) for block in excerpts_of(document, marks)]


def test_excerpts_join_when_they_touch():
    document = make_document(TEXT)
    make_public_statement(document, "The toll stays")
    make_public_statement(document, "Never mind")

    assert blocks_of(document) == ["The council met. “[The toll stays],” she said. “[Never mind],” he said. It rained. The end came late.…"]


def test_excerpts_far_apart_are_blocks_of_their_own():
    document = make_document("“The toll stays,” she said. " + "It rained. " * 200 + "“Never mind,” he said.")
    make_public_statement(document, "The toll stays")
    make_public_statement(document, "Never mind")

    assert blocks_of(document) == [
        "“[The toll stays],” she said. It rained. It rained.…",
        "…It rained. It rained. It rained. “[Never mind],” he said.",
    ]


def test_full_text_where_the_outlet_allows_it():
    document = make_document(TEXT, outlet=make_outlet(text_policy=TextPolicy.FULL))
    make_public_statement(document, "The toll stays")
    make_rejected_statement(document, "It rained")
    make_withdrawn_statement(document, "Never mind")

    assert blocks_of(document) == [
        "The council met. “[The toll stays],” she said. “…,” he said. It rained. The end came late. Nobody stayed."
    ]


def test_repetitions_of_withdrawn_words_are_left_out_too():
    text = "“Never mind,” he said. The toll stays. Again: never mind. The end."
    document = make_document(text, outlet=make_outlet(text_policy=TextPolicy.FULL))
    twin = text.index("never mind")
    make_withdrawn_statement(document, "Never mind", duplicates=[[twin, twin + 10]])
    make_public_statement(document, "The toll stays.")

    assert blocks_of(document) == ["“…,” he said. [The toll stays.] Again: …. The end."]
