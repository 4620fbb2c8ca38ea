"""Claims in a list, as markup."""

import pytest

from timeline.lists.claims import ClaimRow, Figures
from timeline.printing.claims import row, rows

pytestmark = pytest.mark.once

HOSTILE = "\"><script>alert(1)</script>'&amp;%s"
UNSAID = Figures(7, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, "", False, "", False, None, "", False, "", "", False, "")


def claim(text: str = "It stays.", **figures) -> ClaimRow:
    return ClaimRow(7, "it-stays", text, UNSAID._replace(**figures))


def test_a_claim_that_was_only_denied_has_no_days():
    denied = '<a href="/claims/it-stays/?counted=denials#trail">Denied on 1 occasion<span class="hidden">: It stays.</span></a>'

    assert row(claim()) == (
        f'<li>\n<h2 class="head"><a href="/claims/it-stays/"><bdi>It stays.</bdi></a></h2>\n<p class="meta">{denied}\n</p>\n</li>'
    )


def test_the_first_and_the_last_day():
    once = claim(first_said="2019", last_said="2019")
    twice = claim(first_said="2019", first_is_reported=True, last_said="2023-05-17", last_is_reported=True)

    assert row(once).endswith('\n · first <span data-edtf="2019">2019</span></p>\n</li>')
    last = ', last reported <time datetime="2023-05-17">17 May 2023</time>'
    assert row(twice).endswith(f'\n · first reported <span data-edtf="2019">2019</span>{last}</p>\n</li>')


def test_no_text_of_a_claim_is_markup():
    printed = rows([claim(HOSTILE)])

    assert HOSTILE not in printed
    assert "<script" not in printed
