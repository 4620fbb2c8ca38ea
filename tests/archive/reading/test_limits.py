"""What would keep a parser busy for minutes is refused before one sees it, in linear time."""

import contextlib

import pytest

from archive.reading import Unreadable
from archive.reading.limits import expect_harmless
from tests.growth import grows_in_proportion

ROW = "<tr><td>a<td>b"
HARMLESS = [
    "<div>" * 256,
    "<div></div>" * 5000,
    "<p>a" * 5000,
    "<table>" + ROW * 3000,
    "<ul>" + "<li>a" * 3000,
    "<br>" * 5000,
    "<img/>" * 5000,
    "<script>" + "<div>" * 5000 + "</script>",
    "<!--" + "<div>" * 5000 + "-->",
    "<a title='" + "<div>" * 5000 + "'>",
    "<b></i>" * 200,
    "<div><b></div>" * 5000,
    "<a " + "b=1 " * 100 + ">",
    "1 < 2 <3 <",
    "",
]
HARMFUL = [
    ("<div>" * 257, "nested more than 256 deep"),
    ("<p><div>" * 300, "nested more than 256 deep"),
    ("<table><tr><td>" * 100, "nested more than 256 deep"),
    ("<DIV a=1>" * 257, "nested more than 256 deep"),
    ("<a " + "b=1 " * 101 + ">", "A tag <a> has 101 attributes"),
    ("<a " + "b " * 101 + ">", "has 101 attributes"),
    ("<a" + ' b="c"' * 50_000 + ">", "has 50000 attributes"),
]
WORST = ["<", "<a", '<a "', "<a '", "<a b=", "<!--", "<!-", "</a>", "<script>", "<p>", "<a\t", "<a =", '"', "<a b='c' "]


@pytest.mark.parametrize("page", HARMLESS, ids=range(len(HARMLESS)))
def test_pages_as_they_are_pass(page: str) -> None:
    assert expect_harmless(page) is None


@pytest.mark.parametrize(("page", "sentence"), HARMFUL, ids=range(len(HARMFUL)))
def test_pages_beyond_the_limits_are_refused(page: str, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        expect_harmless(page)


@pytest.mark.parametrize("piece", WORST)
def test_limits_are_linear(piece: str) -> None:
    def looked_at(size: int) -> None:
        with contextlib.suppress(Unreadable):
            expect_harmless(piece * (size // len(piece)))

    assert grows_in_proportion(looked_at, 50_000)
