"""Said again or reported again: one button tells, and leads to the next pair."""

import pytest
from django.urls import reverse

from archive import linking, publication
from archive.admin.base import queue as lists
from archive.models import Occasion, OccasionSuggestion, Statement
from tests.archive.admin.conftest import signed_in
from tests.archive.admin.forms import messages
from tests.factories import make_accepted_statement, make_document, make_occasion, make_speaker, the_chief

LIST = reverse("admin:archive_occasionsuggestion_changelist")
WORDS = "No state may strengthen its own security at the cost of another state, he told {} reporters."
HARBOUR = "The harbour of Ostrel will be dredged before the {} storms set in again."


def address(act: str, pair: OccasionSuggestion) -> str:
    return reverse(f"admin:archive_occasionsuggestion_{act}", args=[pair.pk])


def reported(name: str, *reports: str) -> None:
    speaker = make_speaker(name)
    for turn, words in enumerate(reports):
        make_accepted_statement(make_document(f"“{words}” Day {turn}, {name}."), words, speakers=[speaker])


@pytest.fixture
def queue(db) -> list[OccasionSuggestion]:
    """Two questions: each of two reports."""
    reported("Pavel Lorne", WORDS.format("some"), WORDS.format("many"))
    reported(
        "Ann Hill", *(f"The harbour of Ostrel will be dredged before the {season} storms set in again." for season in ("winter", "first"))
    )
    linking.suggest(Statement.objects.all())
    return list(OccasionSuggestion.objects.asked().order_by("pk"))


@pytest.fixture
def together(db) -> list[OccasionSuggestion]:
    """One question: three reports, each like the others."""
    reported("Pavel Lorne", *(WORDS.format(many) for many in ("some", "some", "many")))
    linking.suggest(Statement.objects.all())
    return list(OccasionSuggestion.objects.open())


def test_page_shows_both_reports_why_and_what_changed(editor, queue):
    html = editor.get(address("change", queue[0])).content.decode()

    shown = ["both are words of Pavel Lorne", "both were said on 17 May 2023", "<del>", "<ins>", 'value="one"', 'value="two"',
             'value="Remarks of Pavel Lorne"']  # fmt: skip
    assert [piece for piece in shown if piece not in html] == []


def test_one_button_answers_and_goes_on(editor, queue):
    first, last = OccasionSuggestion.objects.asked()
    reply = editor.post(address("answer", first), {"given": "one", "name": "Talks"})

    following = editor.get(reply.url)
    assert Occasion.objects.get().name == "Talks"
    assert reply.url.startswith(address("change", last))
    assert address("take_back", first) in following.content.decode()


def test_reports_that_hang_together_are_one_question_and_one_answer(editor, together):
    page = editor.get(address("change", together[0])).content.decode()
    assert len(editor.get(LIST).context["cl"].result_list) == 1
    assert len(editor.get(LIST, {"state": "open"}).context["cl"].result_list) == 3
    assert [f"Report {number}:" in page for number in (1, 2, 3, 4)] == [True, True, True, False]

    reply = editor.post(address("answer", together[0]), {"given": "one", "name": "Talks"})

    assert reply.url == LIST
    assert "take it back" in messages(reply)[0]
    assert set(Statement.objects.values_list("occasion__name", flat=True)) == {"Talks"}
    lists = [editor.get(LIST, {"state": state} if state else {}).context["cl"].result_list for state in ("", "waiting")]
    assert [len(rows) for rows in lists] == [0, 0]

    editor.post(address("take_back", together[0]))

    assert set(Statement.objects.values_list("occasion", flat=True)) == {None}
    assert len(editor.get(LIST).context["cl"].result_list) == 1


def test_one_report_may_be_set_apart_from_the_others(editor, together):
    other = Statement.objects.order_by("pk").last()

    editor.post(address("answer", together[0]), {"given": "one", "name": "Talks", "apart": [other.pk]})

    assert [one.occasion and one.occasion.name for one in Statement.objects.order_by("pk")] == ["Talks", "Talks", None]
    assert sorted(OccasionSuggestion.objects.values_list("answer", flat=True)) == ["one", "two", "two"]
    assert not OccasionSuggestion.objects.open().exists()


def test_setting_all_apart_but_one_is_asked_about(editor, together):
    others = Statement.objects.order_by("pk")[1:]

    reply = editor.post(address("answer", together[0]), {"given": "one", "name": "Talks", "apart": [one.pk for one in others]})

    assert "the others don’t hang together" in reply.content.decode().replace("&#x27;", "’")
    assert not Occasion.objects.exists()


def test_each_may_have_been_said_on_its_own(editor, together):
    editor.post(address("answer", together[0]), {"given": "two"})

    assert set(OccasionSuggestion.objects.values_list("answer", flat=True)) == {"two"}


def test_publisher_carries_out_for_all_that_hang_together(editor, publisher, together):
    for statement in Statement.objects.order_by("pk"):
        publication.publish(statement, by=the_chief())
    editor.post(address("answer", together[0]), {"given": "one", "name": "Talks"})
    assert set(Statement.objects.values_list("occasion", flat=True)) == {None}

    publisher.post(address("carry_out", together[0]), {"reason": "Reported of one occasion."})

    assert set(Statement.objects.values_list("occasion__name", flat=True)) == {"Talks"}


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
    talks = make_occasion("Talks")
    queue[0].other.occasion = talks
    queue[0].other.save()

    assert "a new one, of the name below" in editor.get(address("change", queue[0])).content.decode()
    both = editor.post(address("answer", queue[0]), {"given": "one", "occasion": talks.pk, "name": "Dinner"})
    neither = editor.post(address("answer", queue[0]), {"given": "one", "occasion": "", "name": ""})
    assert ["not both" in both.content.decode(), "Write the name" in neither.content.decode()] == [True, True]
    editor.post(address("answer", queue[0]), {"given": "one", "occasion": "", "name": "Dinner"})
    assert OccasionSuggestion.objects.get(pk=queue[0].pk).occasion.name == "Dinner"


def test_long_queue_is_counted_no_further_than_anybody_reads(editor, queue, monkeypatch):
    monkeypatch.setattr(lists, "MOST_COUNTED", 1)

    assert editor.get(LIST).context["cl"].result_count == 1


def test_reader_sees_the_pair_and_answers_nothing(queue):
    viewer = signed_in("viewer")

    assert 'name="given"' not in viewer.get(address("change", queue[0])).content.decode()
    statuses = [viewer.post(address(act, queue[0]), {"given": "one"}).status_code for act in ("answer", "carry_out", "take_back")]
    assert statuses == [403] * 3
