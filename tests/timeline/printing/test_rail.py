"""What stands beside a list."""

import pytest

from tests.factories import make_public_statement, make_speaker
from timeline.chronology import entries
from timeline.lists.facets import Choice, Facet
from timeline.lists.paging import Count
from timeline.printing.rail import choices, ranked, taken
from timeline.record.profiles import Ranked


@pytest.mark.once
def test_choices_are_links_with_a_count_and_what_is_chosen_is_taken_away():
    taken_away = Choice("B", "order=match", Count(40, more=True), is_chosen=True)
    facet = Facet("speaker", "Speaker", [Choice("Anna <Hill>", "kind=direct&speaker=anna-hill", Count(1234)), taken_away])

    assert choices(facet, "/chronology/") == (
        '<li><a rel="nofollow" href="/chronology/?kind=direct&amp;speaker=anna-hill"><span class="hidden">Speaker: </span>'
        '<bdi>Anna &lt;Hill&gt;</bdi></a> <span class="n">1,234</span></li>'
        '<li class="chosen"><a rel="nofollow" href="/chronology/?order=match" aria-label="Remove the filter Speaker: B"><bdi>B</bdi></a> '
        '<span class="n">40+</span></li>'
    )


@pytest.mark.once
def test_ranked_have_their_number_with_its_words_and_list():
    rows = [Ranked("/speakers/anna-hill/", "Anna <Hill>", 1234, "1,234 statements", "/chronology/?speaker=a&jointly=b")]

    assert ranked(rows) == (
        '<li><a href="/speakers/anna-hill/"><bdi>Anna &lt;Hill&gt;</bdi></a> '
        '<a class="n" href="/chronology/?speaker=a&amp;jointly=b" aria-label="1,234 statements: Anna &lt;Hill&gt;">1,234</a></li>'
    )


@pytest.mark.django_db
def test_statements_of_a_document_in_a_line_each():
    row = make_public_statement(speakers=[make_speaker("Anna Hill")], force="denied", language="en", said_on="2023-05-17")
    (entry,) = entries([row.pk])

    assert taken([entry]) == (
        f'<li><p><a href="/statements/{row.public_id}/"><bdi lang="en">[Denied] {row.text}</bdi></a></p>'
        '<p class="meta"><b><a href="/speakers/anna-hill/"><bdi>Anna Hill</bdi></a></b>, '
        '<time datetime="2023-05-17">17 May 2023</time></p></li>'
    )
