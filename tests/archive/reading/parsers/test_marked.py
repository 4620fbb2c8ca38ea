"""The publication in a page's markup and in the data of its scripts."""

import pytest

from archive.reading.parsers.html import tree_of
from archive.reading.parsers.marked import in_markup, in_scripts


def page(body: str):
    return tree_of(f"<html><body>{body}</body></html>")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('<time itemprop="datePublished" datetime="2019-05-17">soon</time>', [("2019-05-17", "itemprop datePublished")]),
        ('<abbr class="published" title="2019-05-17">17 May</abbr>', [("2019-05-17", "class published")]),
        ('<span class="published updated" title="2019-05-17T10:00Z">then</span>', [("2019-05-17T10:00:00Z", "class published")]),
        ('<span class="published">17 May 2019</span>', []),
        ('<time class="dt-published" datetime="2019-05-17">then</time>', [("2019-05-17", "class published")]),
        (
            '<span property="dc:date dc:created" content="2019-05-17T10:00+03:00">then</span>',
            [("2019-05-17T10:00:00+03:00", "property dc:date")],
        ),
        ('<p itemprop="datePublished dateModified" content="2019-05-17">then</p>', [("2019-05-17", "itemprop datePublished")]),
        ("<time pubdate>17 May 2019</time>", [("2019-05-17", "time pubdate")]),
        ('<div class="comment"><time pubdate>17 May 2019</time></div>', []),
        ("<aside><time pubdate>17 May 2019</time></aside><time pubdate>18 May 2019</time>", [("2019-05-18", "time pubdate")]),
        ("<time>17 May 2019</time>", []),
    ],
)
def test_first_of_each_place_that_is_no_comments(body: str, told: list[tuple[str, str]]) -> None:
    assert [(one.moment.edtf, one.place) for one in in_markup(page(body), "en")] == told


def test_many_days_in_scripts_are_trusted_less() -> None:
    def trust(*days: int) -> float:
        data = ", ".join(f'{{"publishedAt": "2019-05-{day:02}"}}' for day in days)
        (found,) = in_scripts(page(f"<script>x = [{data}]</script>"), "en")
        return found.trust

    assert trust(17) > trust(17, 18) > trust(1, 2, 3, 4)
    assert list(in_scripts(page("<script>x = 1</script>"), "en")) == []
