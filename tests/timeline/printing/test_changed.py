"""Words that came and words that went."""

import pytest

from timeline.printing.changed import added, before, now, removed

pytestmark = pytest.mark.once


def test_a_change_is_marked_and_said():
    assert added("a < b") == '<ins><span class="hidden" lang="en-gb">added: </span>a &lt; b</ins>'
    assert removed("c") == '<del><span class="hidden" lang="en-gb">left out: </span>c</del>'
    assert now("d") == '<ins><span class="hidden" lang="en-gb">now: </span>d</ins>'
    assert before("e") == '<del><span class="hidden" lang="en-gb">before: </span>e</del>'
