"""What became of the words of an earlier capture, as a page shows it."""

import pytest

from archive.admin.sources.captures import carried, told
from archive.matching import changed_words
from tests.factories import make_document


def test_changes_are_marked_and_escaped():
    html = told(changed_words("the old <toll> stays", "the new <toll> stays"))

    assert html == "the <del>old</del> <ins>new</ins> &lt;toll&gt; stays"


@pytest.mark.django_db
def test_capture_without_earlier_statements_carries_none():
    assert carried(make_document("Words.")) == "none"
