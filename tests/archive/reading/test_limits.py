"""What would keep a parser busy for minutes is cut off before one sees it, in linear time, and no word with it."""

import pytest

from archive.reading.limits import harmless
from tests.growth import grows_in_proportion

ROW = "<tr><td>a<td>b"
HARMLESS = [
    "<div>" * 256 + "a" + "</div>" * 256,
    "<div></div>" * 5000,
    "<p>a" * 5000,
    "<table>" + ROW * 3000,
    "<ul>" + "<li>a" * 3000,
    "<br>" * 5000,
    "<img/>" * 5000,
    "<script>" + "<div>" * 5000 + "</script>",
    "<script>" + "<div>" * 5000,
    "<!--" + "<div>" * 5000 + "-->",
    "<a title='" + "<div>" * 5000 + "'>",
    "<b></i>" * 200,
    "<div><b></div>" * 5000,
    "<a " + "b=1 " * 100 + ">",
    "<div a=b/>" * 200 + "</div>" * 200,
    '<p title="The pier" " class=lead>' + 'A "b" c. ' * 300 + "</p>",
    '<p title = \'It is "open"\' ="x">' + 'A "b" c. ' * 300,
    "1 < 2 <3 <",
    "",
]
CUT = [
    ("<div>" * 257 + "a" + "</div>" * 257 + "b", "<div>" * 256 + "<br>a<br>" + "</div>" * 256 + "b"),
    ("<div>" * 256 + "a<b>b</b>c<p>d</p><img>", "<div>" * 256 + "abc<br>d<br><img>"),
    ("<b>" * 300 + "a" + "</b>" * 300, "<b>" * 256 + "a" + "</b>" * 256),
    ("<p><div>" * 128 + "<P>a<script>x</script>", "<p><div>" * 128 + "<br>a<script>x</script>"),
    ("<table><tr><td>" * 86 + "a", "<table><tr><td>" * 85 + "<table><br><br>a"),
    ("<div>" * 256 + "<i>" * 9 + "</div>a<i>b", "<div>" * 256 + "</div>a<i>b"),
    ("<a " + "b=1 " * 101 + ">c", "<a " + "b=1 " * 100 + ">c"),
    ("<a " + "b " * 101 + "/>", "<a " + "b " * 100 + "/>"),
    ("<p" + ' b="c>"' * 5000 + ">d", "<p" + ' b="c>"' * 100 + " >d"),
]
WORST = ["<", "<a", '<a "', "<a '", "<a b=", '<a b="c', "<!--", "<!-", "</a>", "<script>", "<p>", "<a\t", "<a =", '"', "<a b='c' ", "a/ "]


@pytest.mark.parametrize("page", HARMLESS, ids=range(len(HARMLESS)))
def test_pages_as_they_are_stay_as_they_are(page: str) -> None:
    assert harmless(page) == page


@pytest.mark.parametrize(("page", "left"), CUT, ids=range(len(CUT)))
def test_what_is_beyond_the_limits_is_cut_off(page: str, left: str) -> None:
    assert harmless(page) == left


@pytest.mark.parametrize("piece", WORST)
@pytest.mark.parametrize("opening", ["", "<a "])
def test_limits_are_linear(opening: str, piece: str) -> None:
    assert grows_in_proportion(lambda size: harmless(opening + piece * (size // len(piece))), 50_000)
