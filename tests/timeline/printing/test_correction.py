"""An entry of the log of corrections."""

import pytest

from archive.models import Revision
from timeline.corrections.log import Change, Item
from timeline.corrections.records import Record
from timeline.printing.correction import correction

pytestmark = pytest.mark.once

NOW, BEFORE = (f'<span class="hidden" lang="en-gb">{words} </span>' for words in ("now:", "before:"))
TYPO = Revision(revision_class="typo")
STAMP = '<p class="carries"><span><span class="stamp {}">{}</span></span></p>\n'


def test_a_change_with_its_reason():
    changes = (Change("title", "A < B", "C"), Change("day", "", "2024"), Change("place", "Sarne", ""))

    assert correction(Item(TYPO, Record("k", "Anna <Hill>", "/speakers/anna/"), "Mistyped.", changes)) == (
        STAMP.format("aside", "typing error") + '<h2 class="head"><a href="/speakers/anna/"><bdi>Anna &lt;Hill&gt;</bdi></a></h2>\n'
        '<p class="meta"><bdi>Mistyped.</bdi></p>\n'
        f'<p class="wording"><span class="label">title</span><del>{BEFORE}<bdi>A &lt; B</bdi></del> <ins>{NOW}<bdi>C</bdi></ins></p>'
        f'<p class="wording"><span class="label">day</span> <ins>{NOW}<bdi>2024</bdi></ins></p>'
        f'<p class="wording"><span class="label">place</span><del>{BEFORE}<bdi>Sarne</bdi></del> </p>\n'
    )


@pytest.mark.parametrize(
    ("record", "named"),
    [
        (None, "occasion that is not public now"),
        (Record("k", "Talks"), "<bdi>Talks</bdi>"),
        (Record("k", "words", "/statements/k/", is_withdrawn=True), '<a href="/statements/k/">A statement that was withdrawn</a>'),
    ],
)
def test_what_is_told_of_a_record(record, named):
    retraction = Revision(revision_class="retraction")

    assert correction(Item(retraction, record, kind="occasion")) == (
        STAMP.format("denied", "retraction") + f'<h2 class="head">{named}</h2>\n\n\n'
    )  # fmt: skip
