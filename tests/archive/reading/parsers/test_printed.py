"""The dates that a reader sees on a page, by where they stand."""

import pytest

from archive.reading.parsers.html import tree_of
from archive.reading.parsers.printed import headline_of, in_print

TITLE = "Border talks go on"


def found(body: str) -> list[str]:
    tree = tree_of(f"<html><body>{body}</body></html>")
    return [one.moment.edtf for one in in_print(tree, "en", headline_of(tree, [TITLE]))]


@pytest.mark.parametrize(
    ("body", "days"),
    [
        (f"<h1>{TITLE}</h1><p>Published 17 May 2019</p><p>On 3 May 2018 they met.</p>", ["2019-05-17", "2018-05-03"]),
        (f"<p>Updated: 3 May 2020</p><h1>{TITLE}</h1><p>17 May 2019</p>", ["2019-05-17", "2020-05-03"]),
        (f"<h1>{TITLE}</h1><div class='sidebar'>3 May 2018</div><footer>4 May 2018</footer>", []),
        (f"<h1>{TITLE}</h1><div class='date'><span>17</span> <span>May</span> <span>2019</span></div>", ["2019-05-17"]),
        (f"<h1>{TITLE}</h1><time datetime='2019-05-17T10:00'>17 May</time>", ["2019-05-17T10:00:00"]),
        (f"<h1>{TITLE}</h1><p>17 May 2019 at 10:30</p>", ["2019-05-17T10:30:00"]),
        (f"<h1>{TITLE}</h1><script>17 May 2019</script>", []),
        (
            f"<h1>{TITLE}</h1>" + "<p>They met.</p>" * 20 + "<p>3 May 2018</p>" + "<p>They met.</p>" * 60 + "<p>4 May 2018</p>",
            ["2018-05-03", "2018-05-04"],
        ),
        ("<p>4 May 2018</p>" + "<p>They met.</p>" * 6 + f"<h1>{TITLE}</h1><p>They met.</p><p>3 May 2018</p>", ["2018-05-03", "2018-05-04"]),
    ],
)
def test_printed_dates_the_most_trusted_first(body: str, days: list[str]) -> None:
    assert found(body) == days


def test_headline_is_the_heading_that_says_the_title() -> None:
    tree = tree_of(f"<html><body><h1>Valmere News</h1><h2>{TITLE}</h2></body></html>")

    assert headline_of(tree, [TITLE]).tag == "h2"
    assert headline_of(tree, ["Nothing alike"]).tag == "h1"
    assert headline_of(tree_of("<html><body><p>x</p></body></html>"), [TITLE]) is None
