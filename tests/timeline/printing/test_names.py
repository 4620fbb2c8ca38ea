"""The lines of a list of speakers or outlets."""

import pytest

from archive.enums import TallyScope
from timeline.lists.names import Line
from timeline.lists.paging import Count
from timeline.printing.names import lines

pytestmark = pytest.mark.once


def test_a_line_leads_to_the_page_and_to_what_is_counted():
    rows = [Line("anna-hill", "Anna <Hill>", "Anna Hill", "economist", Count(1234)), Line("b", "B", "B", "", Count(1))]

    assert lines(TallyScope.SPEAKER, rows) == (
        '<li><h2 class="head"><a href="/speakers/anna-hill/"><bdi>Anna &lt;Hill&gt;</bdi></a></h2>\n'
        '<p class="meta">economist, <a href="/speakers/anna-hill/#said">1,234 statements'
        '<span class="hidden">: <bdi>Anna &lt;Hill&gt;</bdi></span></a></p></li>'
        '<li><h2 class="head"><a href="/speakers/b/"><bdi>B</bdi></a></h2>\n'
        '<p class="meta"><a href="/speakers/b/#said">1 statement<span class="hidden">: <bdi>B</bdi></span></a></p></li>'
    )
    assert 'economist, <a rel="nofollow" href="/speakers/anna-hill/?kind=direct#said">' in lines(TallyScope.SPEAKER, rows, "kind=direct")
    uncounted = lines(TallyScope.OUTLET, [Line("telexa", "Telexa", "Telexa", "agency & more", None)])
    assert uncounted.endswith('<p class="meta">agency &amp; more</p></li>')
