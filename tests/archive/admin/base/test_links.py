"""Links, lists and marked words: whatever stands in the words is escaped."""

import pytest

from archive.admin.base.links import around, link_to, marked, rows_of
from archive.models import Claim


def test_row_is_linked_by_its_words_or_others():
    claim = Claim(pk=7, text="The <b>toll</b> stays.")

    assert link_to(claim) == '<a href="/admin/archive/claim/7/change/">The &lt;b&gt;toll&lt;/b&gt; stays.</a>'
    assert link_to(claim, "it") == '<a href="/admin/archive/claim/7/change/">it</a>'
    assert link_to(None) == "–"


def test_list_of_nothing_is_a_word():
    assert rows_of([]) == "none"
    assert rows_of(["<a>"]) == '<ul class="rows"><li>&lt;a&gt;</li></ul>'


@pytest.mark.parametrize(
    ("spans", "html"),
    [
        ([(4, 8)], "The <mark>toll</mark> &lt;b&gt;"),
        ([(0, 3), (2, 8)], "<mark>The</mark> toll &lt;b&gt;"),
        ([], "The toll &lt;b&gt;"),
    ],
)
def test_spans_are_marked(spans, html):
    assert marked("The toll <b>", spans, "en") == f'<div class="passage" lang="en">{html}</div>'


def test_words_are_shown_with_what_stands_beside_them():
    assert around("Before it. The toll stays. After it.", (11, 26), reach=3) == (
        '<div class="passage" lang="">…t. <mark>The toll stays.</mark> Af…</div>'
    )
