"""Said again or reported again: one button tells, and leads to the next pair."""

import pytest
from django.urls import reverse

from archive import linking, publication
from archive.admin.base import queue as lists
from archive.models import Occasion, OccasionSuggestion, Statement
from tests.archive.admin.conftest import signed_in
from tests.archive.admin.forms import messages
from tests.factories import make_accepted_statement, make_document, make_speaker, the_chief

LIST = reverse("admin:archive_occasionsuggestion_changelist")
WORDS = "No state may strengthen its own security at the cost of another state, he told {} reporters."


def address(act: str, pair: OccasionSuggestion) -> str:
    return reverse(f"admin:archive_occasionsuggestion_{act}", args=[pair.pk])


@pytest.fixture
def queue(db) -> list[OccasionSuggestion]:
    speaker = make_speaker("Pavel Lorne")
    for turn, many in enumerate(["some", "some", "many"]):
        words = WORDS.format(many)
        make_accepted_statement(make_document(f"“{words}” Day {turn}."), words, speakers=[speaker])
    linking.suggest(Statement.objects.all())
    return list(OccasionSuggestion.objects.open())


def test_page_shows_both_reports_why_and_what_changed(editor, queue):
    html = editor.get(address("change", queue[1])).content.decode()

    shown = ["both are words of Pavel Lorne", "both were said on 17 May 2023", "<del>", "<ins>", 'value="one"', 'value="two"',
             'value="Remarks of Pavel Lorne"']  # fmt: skip
    assert [piece for piece in shown if piece not in html] == []


def test_one_button_answers_and_goes_on(editor, queue):
    reply = editor.post(address("answer", queue[0]), {"given": "one", "name": "Talks"})

    following = editor.get(reply.url)
    assert Occasion.objects.get().name == "Talks"
    assert reply.url.startswith(address("change", queue[1]))
    assert address("take_back", queue[0]) in following.content.decode()


def test_last_answer_leads_back_to_the_list_and_the_others_are_settled(editor, queue):
    editor.post(address("answer", queue[0]), {"given": "one", "name": "Talks"})
    reply = editor.post(address("answer", queue[1]), {"given": "one", "occasion": Occasion.objects.get().pk})

    assert reply.url == LIST  # the third pair follows from these two
    assert "take it back" in messages(reply)[0]
    lists = [editor.get(LIST, {"state": state} if state else {}).context["cl"].result_list for state in ("", "answered", "waiting", "all")]
    assert [len(rows) for rows in lists] == [0, 2, 0, 3]


def test_answer_is_taken_back_from_the_next_page(editor, queue):
    editor.post(address("answer", queue[0]), {"given": "two"})

    reply = editor.post(address("take_back", queue[0]))

    assert (reply.url, messages(reply)) == (address("change", queue[0]), ["Taken back. Here is the pair again."])
    assert queue[0] in OccasionSuggestion.objects.open()


def test_publisher_carries_out_what_waits(editor, publisher, queue):
    publication.publish(queue[0].other, by=the_chief())
    editor.post(address("answer", queue[0]), {"given": "one", "name": "Talks"})
    assert "Carry it out" in publisher.get(address("change", queue[0])).content.decode()

    publisher.post(address("carry_out", queue[0]), {"reason": "Reported of one occasion."})

    assert Statement.objects.get(pk=queue[0].other_id).occasion.name == "Talks"


def test_refusal_keeps_what_was_typed(editor, queue):
    reply = editor.post(address("answer", queue[0]), {"given": "one", "name": " "})

    assert "cannot be blank" in reply.content.decode()
    assert not Occasion.objects.exists()


def test_new_occasion_may_be_named_where_a_side_has_one(editor, queue):
    editor.post(address("answer", queue[0]), {"given": "one", "name": "Talks"})
    talks = Occasion.objects.get()

    assert "a new one, of the name below" in editor.get(address("change", queue[1])).content.decode()
    both = editor.post(address("answer", queue[1]), {"given": "one", "occasion": talks.pk, "name": "Dinner"})
    neither = editor.post(address("answer", queue[1]), {"given": "one", "occasion": "", "name": ""})
    assert ["not both" in both.content.decode(), "Write the name" in neither.content.decode()] == [True, True]
    editor.post(address("answer", queue[1]), {"given": "one", "occasion": "", "name": "Dinner"})
    assert OccasionSuggestion.objects.get(pk=queue[1].pk).occasion.name == "Dinner"


def test_long_queue_is_counted_no_further_than_anybody_reads(editor, queue, monkeypatch):
    monkeypatch.setattr(lists, "MOST_COUNTED", 2)

    assert editor.get(LIST).context["cl"].result_count == 2


def test_reader_sees_the_pair_and_answers_nothing(queue):
    viewer = signed_in("viewer")

    assert 'name="given"' not in viewer.get(address("change", queue[0])).content.decode()
    statuses = [viewer.post(address(act, queue[0]), {"given": "one"}).status_code for act in ("answer", "carry_out", "take_back")]
    assert statuses == [403] * 3
