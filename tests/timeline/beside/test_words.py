"""Words of two statements: what only one of them says is marked in it."""

import pytest

from timeline.beside.words import differing


def marked(pieces):
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("earlier", "later", "shown"),
    [
        ("The airport opens in 2020", "The airport opens in May 2025", ("The airport opens in [2020]", "The airport opens in [May 2025]")),
        ("Our toll stays", "Our toll stays for ever", ("Our toll stays", "Our toll stays [for ever]")),
        (
            "The red gate or the green one is open today", "The old gate or the new one is open today",
            ("The [red] gate or the [green] one is open today", "The [old] gate or the [new] one is open today"),
        ),
        (
            "The toll at it all stays as long as we live", "The fee in it now stays as long as we live",
            ("The [toll at it all] stays as long as we live", "The [fee in it now] stays as long as we live"),
        ),
    ],
)  # fmt: skip
def test_marks(earlier, later, shown):
    found = differing(earlier, later)

    assert (marked(found.earlier), marked(found.later)) == shown
    assert not found.is_same
    assert not found.is_apart


def test_nothing_is_marked_where_all_or_nothing_is_the_same():
    same, apart = differing("The toll stays.", "“The toll stays”"), differing("The toll stays.", "Bread is dearer than before the harvest.")

    assert (same.is_same, same.is_apart, apart.is_same, apart.is_apart) == (True, False, False, True)
    assert [piece.marked for piece in (*same.earlier, *same.later, *apart.earlier, *apart.later)] == [False] * 4
