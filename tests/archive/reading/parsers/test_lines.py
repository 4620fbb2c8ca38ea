"""All the words of a piece of HTML, a line for each block."""

import pytest

from archive.reading.parsers.html import tree_of
from archive.reading.parsers.lines import text_of


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<div><p>One <b>and</b> two.</p><p>Three.</p></div>", "One and two.\n\nThree."),
        ("<div>One<br>two</div>", "One\n\ntwo"),
        ("<div>One<script>x()</script> two<nav>menu</nav>.</div>", "One two."),
        ("<div>  One\n   line  </div>", "One line"),
        ("<div></div>", ""),
    ],
)
def test_blocks_are_lines(html: str, text: str) -> None:
    assert text_of(tree_of(html)) == text
