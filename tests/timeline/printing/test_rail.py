"""What stands beside a list."""

import pytest

from timeline.lists.facets import Choice, Facet
from timeline.printing.rail import choices

pytestmark = pytest.mark.once


def test_choices_are_links_with_a_count_where_there_is_one():
    facet = Facet("speaker", "Speaker", [Choice("Anna <Hill>", "kind=direct&speaker=anna-hill", 1234), Choice("B", "speaker=b", None)])

    assert choices(facet, "/chronology/") == (
        '<li><a href="/chronology/?kind=direct&amp;speaker=anna-hill"><bdi>Anna &lt;Hill&gt;</bdi></a> <span class="n">1,234</span></li>'
        '<li><a href="/chronology/?speaker=b"><bdi>B</bdi></a></li>'
    )
