"""Said again or reported again: one key tells, for all reports that hang together, and the next question comes at once."""

from copy import deepcopy

import pytest
from django.urls import reverse

from archive import linking, publication
from archive.desk.pairs import occasions
from archive.models import Occasion, OccasionSuggestion, Statement
from tests.archive.desk.pairs.conftest import told
from tests.factories import make_accepted_statement, make_document, make_occasion, make_speaker, make_user, the_chief

ALL = reverse("desk:one-occasions")
WORDS = "No state may strengthen its own security at the cost of another state, he told {} reporters."
HARBOUR = "The harbour of Ostrel will be dredged before the {} storms set in again."


def at(pair: OccasionSuggestion, act: str = "one-occasion") -> str:
    return reverse(f"desk:{act}", args=[pair.pk])


def reported(name: str, *reports: str) -> None:
    speaker = make_speaker(name)
    for turn, words in enumerate(reports):
        make_accepted_statement(make_document(f"“{words}” Day {turn}, {name}."), words, speakers=[speaker])


@pytest.fixture
def asked(db, _asked) -> list[OccasionSuggestion]:
    return deepcopy(_asked)


@pytest.fixture(scope="module")
def _asked(made_once) -> list[OccasionSuggestion]:
    """Two questions: the first of three reports, the other of two."""
    reported("Pavel Lorne", *(WORDS.format(many) for many in ("some", "some", "many")))
    reported("Ann Hill", HARBOUR.format("winter"), HARBOUR.format("first"))
    linking.suggest(Statement.objects.all())
    return list(OccasionSuggestion.objects.asked())


@pytest.fixture
def publisher(client, db):
    client.force_login(make_user("publisher"))
    return client


def test_leads_to_the_first_and_lists_all(editor, asked):
    assert editor.get(ALL).url == at(asked[0])
    assert [row for row, _why in editor.get(f"{ALL}?list").context["rows"]] == asked


def test_list_is_read_page_by_page(editor, asked, monkeypatch):
    monkeypatch.setattr(occasions, "A_PAGE", 1)

    first = editor.get(f"{ALL}?list")
    second = editor.get(f"{ALL}?list&after={first.context['after']}")

    assert [[row for row, _why in page.context["rows"]] for page in (first, second)] == [asked[:1], asked[1:]]


def test_page_shows_the_reports_and_what_each_answer_would_do(editor, asked):
    html = editor.get(at(asked[0])).content.decode()

    shown = ["Report 1", "Report 3", "<strong>many</strong>", "both are words of Pavel Lorne", 'value="Remarks of Pavel Lorne"',
             "They count as one saying", "each a saying of its own", 'name="apart"']  # fmt: skip
    assert [piece for piece in shown if piece not in html] == []
    assert "waits for a publisher" not in html


@pytest.mark.parametrize(("given", "entered"), [("one", ["Talks"]), ("two", [])])
def test_one_press_answers_for_all_and_goes_on(editor, asked, given, entered):
    reply = editor.post(at(asked[0]), {"given": given, "name": "Talks"})

    assert reply.url == at(asked[1])
    assert at(asked[0], "undo-occasion") in told(reply)[0]
    assert [one.name for one in Occasion.objects.all()] == entered
    assert not OccasionSuggestion.objects.open().filter(pk=asked[0].pk).exists()


def test_what_is_undone_is_asked_again(editor, asked):
    editor.post(at(asked[0]), {"given": "one", "name": "Talks"})
    assert "Take it back" in editor.get(at(asked[0])).content.decode()

    reply = editor.post(at(asked[0], "undo-occasion"))
    again = editor.post(at(asked[0], "undo-occasion"))

    assert reply.url == at(asked[0])
    assert told(again)[-1] == "Nobody has answered this yet."
    assert not Occasion.objects.exists()


def test_skipping_goes_on_to_the_end(editor, asked):
    assert [editor.get(at(one, "next-occasion")).url for one in asked] == [at(asked[1]), f"{ALL}?list"]


def test_refusal_keeps_what_was_typed(editor, asked):
    reports = [one.pk for one in Statement.objects.filter(attributions__speaker__name="Pavel Lorne")]

    refused = editor.post(at(asked[0]), {"given": "one", "name": "My talks", "apart": reports[1:]})
    nothing = editor.post(at(asked[0]), {"name": "My talks"})

    assert "hang together" in refused.content.decode()
    assert 'value="My talks"' in refused.content.decode()
    assert (refused.status_code, nothing.status_code) == (422, 422)


def test_an_occasion_of_a_report_may_be_chosen(editor, asked):
    occasion = make_occasion("Press conference")
    Statement.objects.filter(pk=asked[1].statement_id).update(occasion=occasion)

    html = editor.get(at(asked[1])).content.decode()
    editor.post(at(asked[1]), {"given": "one", "occasion": occasion.pk})

    assert "Press conference" in html
    assert Statement.objects.filter(occasion=occasion).count() == 2


def test_what_is_public_waits_for_a_publisher_who_carries_it_out(editor, asked):
    for one in Statement.objects.filter(attributions__speaker__name="Ann Hill"):
        publication.publish(one, by=the_chief())
    assert "waits for a publisher" in editor.get(at(asked[1])).content.decode()
    editor.post(at(asked[1]), {"given": "one", "name": "Talks"})

    editor.force_login(make_user("publisher"))
    shown = editor.get(at(asked[1])).content.decode()
    refused = editor.post(at(asked[1], "carry-out-occasion"))
    editor.post(at(asked[1], "carry-out-occasion"), {"reason": "Reported of one occasion."})

    assert "Carry it out" in shown
    assert "reason" in told(refused)[0]
    assert Statement.objects.filter(occasion__name="Talks").count() == 2
    assert "The public sees it by now" in editor.get(at(asked[1])).content.decode()


def test_who_publishes_is_told_that_it_changes_at_once(client, asked):
    client.force_login(the_chief())
    publication.publish(asked[1].statement, by=the_chief())

    assert "Public pages change at once" in client.get(at(asked[1])).content.decode()


def test_what_is_one_saying_already_needs_no_answer(editor, asked):
    Statement.objects.filter(pk__in=(asked[1].statement_id, asked[1].other_id)).update(occasion=make_occasion())

    assert "needs no answer any more" in editor.get(at(asked[1])).content.decode()


def test_who_only_publishes_sees_it_and_answers_nothing(publisher, asked):
    assert 'name="given"' not in publisher.get(at(asked[0])).content.decode()
    assert publisher.post(at(asked[0]), {"given": "two"}).status_code == 422
    assert publisher.get(ALL).status_code == 403
