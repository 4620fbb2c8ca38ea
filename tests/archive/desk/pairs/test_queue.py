"""The pairs that wait lead to the first; the list shows them, and what is folded away, page by key."""

from django.urls import reverse

from archive import linking
from archive.desk.pairs import queue as queues
from archive.models import Suggestion

PAIRS = reverse("desk:pairs")


def test_leads_to_the_first_that_this_person_did_not_put_aside(editor, queue):
    first = editor.get(PAIRS).url
    linking.judge_suggestion(queue[0], "undecided", by=editor.user)

    assert first == reverse("desk:pair", args=[queue[0].pk])
    assert editor.get(PAIRS).url == reverse("desk:pair", args=[queue[1].pk])


def test_where_none_waits_the_list_says_so(editor):
    html = editor.get(PAIRS).content.decode()

    assert "0 pairs wait" in html
    assert "Nothing here." in html


def test_list_shows_what_is_asked_for(editor, queue):
    Suggestion.objects.filter(pk=queue[2].pk).update(status="refused")

    waiting = editor.get(f"{PAIRS}?list").content.decode()
    folded = editor.get(f"{PAIRS}?list&state=left").content.decode()
    nonsense = editor.get(f"{PAIRS}?list&state=nothing&after=x").context["rows"]

    assert "1 less likely pair is folded away" in waiting
    assert reverse("desk:pair", args=[queue[2].pk]) not in waiting
    assert reverse("desk:pair", args=[queue[2].pk]) in folded
    assert "Editors found such pairs different" in folded
    assert [row for row, _why in nonsense] == queue[:2]


def test_list_is_read_page_by_page(editor, queue, monkeypatch):
    monkeypatch.setattr(queues, "A_PAGE", 2)

    first = editor.get(f"{PAIRS}?list")
    second = editor.get(f"{PAIRS}?list&after={first.context['after']}")

    assert [[row for row, _why in page.context["rows"]] for page in (first, second)] == [queue[:2], queue[2:]]
    assert second.context["after"] is None


def test_what_is_counted_ends(editor, queue, monkeypatch):
    monkeypatch.setattr(queues, "MOST_COUNTED", 1)

    assert editor.get(f"{PAIRS}?list").context["waiting"] == 2
