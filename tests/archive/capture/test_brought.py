"""What is brought waits, read; what can't be read waits as the sentence that says why."""

import pytest

from archive.capture import brought, pages
from archive.capture.brought import Said, bring, bring_page, keep, say, turned_away
from archive.errors import NotYours, Refused
from archive.extraction import LONG
from archive.models import BroughtText, Document, Outlet
from tests import factories as make
from tests.archive.fetching.serving import answer, serving
from tests.archive.pages import feed, pace_to, page

pytestmark = pytest.mark.django_db
SAID = "“The bridge will be opened in the spring,” Anna Kovaleva said.\n\n"


@pytest.fixture
def editor():
    return make.make_user("editor")


def test_page_is_fetched_and_waits(editor, settings, monkeypatch):
    settings.FETCHING = True
    with serving({"/2023/bridge": answer(page())}) as site:
        monkeypatch.setattr(pages, "our_pace", lambda patience: pace_to(site))
        (row,) = bring_page("http://www.coastal.example/2023/bridge", by=editor)

    assert row.found["title"] == "Bridge over the Veyra"
    document = keep(row, by=editor)
    assert (document.article.url, document.file_name) == ("http://www.coastal.example/2023/bridge", "")


def test_each_entry_of_a_feed_waits_by_itself(editor):
    rows = bring(feed(("https://coastal.example/1", "One"), ("https://coastal.example/2", "Two")), "feed.xml", Said(), by=editor)

    assert [row.found["title"] for row in rows] == ["One", "Two"]


def test_what_is_not_read_waits_as_a_sentence(editor):
    (empty,) = bring(b"", "empty.txt", Said(), by=editor)
    large = turned_away("large.pdf", "It is too large.", by=editor)

    assert [(row.name, row.refusal) for row in (empty, large)] == [("empty.txt", "The file is empty."), ("large.pdf", "It is too large.")]


def test_long_text_is_not_read_through_while_somebody_waits(editor):
    (row,) = bring((SAID * (LONG // len(SAID) + 1)).encode(), "", Said(), by=editor)

    assert (row.found["is_long"], row.found["count"]) == (True, 0)


def test_days_that_can_be_read_in_two_ways_are_told(editor):
    text = f"The bridge\n\n{SAID}The works began on 03/04/2021, and the minister said that they would end soon."

    (row,) = bring(text.encode(), "", Said(), by=editor)

    assert [one["words"] for one in row.found["doubtful"]] == ["03/04/2021"]


def test_nobody_fills_the_disk(editor, monkeypatch):
    monkeypatch.setattr(brought, "MOST", 1)
    bring(SAID.encode(), "", Said(), by=editor)

    with pytest.raises(Refused, match="More than 1 texts would wait for you"):
        bring(SAID.encode(), "", Said(), by=editor)
    assert BroughtText.objects.count() == 1


def test_much_does_not_wait_for_one_person(editor, monkeypatch):
    monkeypatch.setattr(brought, "MOST_BYTES", 2 * len(SAID.encode()))
    bring(SAID.encode(), "", Said(), by=editor)

    with pytest.raises(Refused, match="MB would wait for you"):
        bring(2 * SAID.encode(), "", Said(), by=editor)
    assert BroughtText.objects.count() == 1


def test_what_was_kept_in_another_tab_is_not_brought_back(editor):
    (row,) = bring(SAID.encode(), "", Said(), by=editor)
    keep(BroughtText.objects.get(), by=editor)

    with pytest.raises(Refused, match="kept or left out meanwhile"):
        say(row, Said(outlet="Harbour Press"))
    with pytest.raises(Refused, match="kept or left out meanwhile"):
        keep(row, by=editor)

    assert not BroughtText.objects.exists()
    assert Document.objects.count() == 1


def test_who_takes_no_texts_in_brings_none(editor):
    with pytest.raises(NotYours):
        bring(SAID.encode(), "", Said(), by=make.make_user("reviewer"))
    (row,) = bring(SAID.encode(), "", Said(outlet="  "), by=editor)
    with pytest.raises(NotYours):
        keep(row, by=make.make_user("reviewer"))
    assert Document.objects.count() == 0


def test_new_outlet_comes_with_the_text_or_not_at_all(editor):
    make.make_document(SAID, outlet=None)
    (row,) = bring(SAID.encode(), "", Said(outlet="Harbour Press"), by=editor)

    with pytest.raises(Refused, match="Already here"):
        keep(row, by=editor)

    assert Outlet.objects.count() == 0
