"""A day that a page prints in its running text alone."""

import datetime

import pytest

from archive.reading.parsers.html import tree_of
from archive.reading.parsers.prose import is_only_in_prose

LONG = "The council met in the old hall to hear what the mayor had to say about the bridge"


@pytest.mark.parametrize(
    ("body", "is_told"),
    [
        (f"<p>{LONG} on 17 May 2019.</p>", True),
        (f"<p>{LONG}: “It fell on a day such as 17 May 2019.”</p>", True),
        (f"<p>17 May 2019</p><p>{LONG} on 17 May 2019.</p>", False),
        (f"<p>By Anna Hill. {LONG} on 17 May 2019.</p>", False),
        (f"<p>{LONG}. Published on 17 May 2019.</p>", False),
        (f"<p>{LONG} on 18 May 2019.</p>", False),
        (f"<script>17 May 2019</script><!-- 17 May 2019 --><p>{LONG} on 17 May 2019.</p>", True),
        (f"<script></script>17 May 2019<p>{LONG} on 17 May 2019.</p>", False),
    ],
)
def test_day_of_what_is_told(body: str, is_told: bool) -> None:
    tree = tree_of(f"<html><body>{body}</body></html>")

    assert is_only_in_prose(tree, datetime.date(2019, 5, 17), "en") is is_told
