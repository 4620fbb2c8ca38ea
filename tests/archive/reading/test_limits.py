"""What would keep a parser busy for minutes is cut off before one sees it, in linear time, and no word with it."""

import pytest

from archive.reading.limits import harmless
from archive.reading.parsers.html import tree_of
from archive.reading.parsers.lines import text_of
from tests.growth import grows_in_proportion

ROW = "<tr><td>a<td>b"
HARMLESS = [
    "<div>" * 240 + "a" + "</div>" * 240,
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
    "<p><b>" * 5000,
    "<td><i><div></i></td>" * 5000,
    "<div><b></div>" * 5000,
    "<a " + "b=1 " * 100 + ">",
    "<div a=b/>" * 200 + "</div>" * 200,
    '<p title="The pier" " class=lead>' + 'A "b" c. ' * 300 + "</p>",
    '<p title = \'It is "open"\' ="x">' + 'A "b" c. ' * 300,
    "1 < 2 <3 <",
    "",
]
CUT = [
    ("<div>" * 241 + "a" + "</div>" * 241 + "b", "<div>" * 240 + "<br>a<br>" + "</div>" * 240 + "b"),
    ("<div>" * 240 + "a<b>b</b>c<p>d</p><img>", "<div>" * 240 + "abc<br>d<br><img>"),
    ("<b>" * 300 + "a" + "</b>" * 300, "<b>" * 240 + "a" + "</b>" * 240),
    ("<div>" * 240 + "<P>a<script>x</script>", "<div>" * 240 + "<br>a<script>x</script>"),
    ("<table><tr><td>" * 81 + "a", "<table><tr><td>" * 80 + "<br><br><br>a"),
    ("a<wbr>b<embed/></body></html>c", "abc"),
    ("<div>" * 240 + "<i>" * 9 + "</div>a<i>b", "<div>" * 240 + "</div>a<i>b"),
    ("<a " + "b=1 " * 101 + ">c", "<a " + "b=1 " * 100 + ">c"),
    ("<a " + "b " * 101 + "/>", "<a " + "b " * 100 + "/>"),
    ("<p" + ' b="c>"' * 5000 + ">d", "<p" + ' b="c>"' * 100 + " >d"),
]
NESTED = [
    "<article><p>One.</p>" + "<div>" * 300 + "<p>two</p>" + "</div>" * 300 + "<p>three</p><p>four</p></article>",
    "<html><body>" + "<div>" * 254 + "<article><p>One.</p><p>two</p></article>" + "</div>" * 254 + "<p>three</p>four</body></html>",
    "<font>One.<p>two</p>" * 300 + "three <p>four",
    "<div>" * 280 + "One. <img src=a>two<br>three</div>four",
    "<table><tr><td>" * 120 + "One. <b>two" + "</table>" * 120 + "three <p>four",
    "<dl><dt>One.<dt>two" + "<dt>three" * 300 + "</dl>four",
    "One. " + "<i><div>two </i>" * 300 + "three <p>four",
    "<body>One." + "<wbr>" * 400 + " two<p>three</body></html><p>four",
    "<html/>One. <p>two<menu>" + "<dl>" * 300 + "</menu>three</dl><li>four",
]
WORST = [
    "<",
    "<a",
    '<a "',
    "<a '",
    "<a b=",
    '<a b="c',
    "<!--",
    "<!-",
    "</a>",
    "<script>",
    "<p>",
    "<a\t",
    "<a =",
    '"',
    "<a b='c' ",
    "a/ ",
    "<b><i></b>",
    "<i><div></i>",
]


@pytest.mark.parametrize("page", HARMLESS, ids=range(len(HARMLESS)))
def test_pages_as_they_are_stay_as_they_are(page: str) -> None:
    assert harmless(page) == page


@pytest.mark.parametrize(("page", "left"), CUT, ids=range(len(CUT)))
def test_what_is_beyond_the_limits_is_cut_off(page: str, left: str) -> None:
    assert harmless(page) == left


@pytest.mark.parametrize("page", NESTED, ids=range(len(NESTED)))
def test_no_word_of_a_nested_page_is_lost_when_it_is_parsed(page: str) -> None:
    words = text_of(tree_of(harmless(page))).split()

    assert (words[0], words.count("four")) == ("One.", 1)
    assert {"two", "three"} <= set(words)


@pytest.mark.parametrize("piece", WORST)
@pytest.mark.parametrize("opening", ["", "<a "])
def test_limits_are_linear(opening: str, piece: str) -> None:
    assert grows_in_proportion(lambda size: harmless(opening + piece * (size // len(piece))), 50_000)
