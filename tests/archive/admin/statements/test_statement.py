"""Statements are entered by hand: words found in the document, dates as people type them, speakers in order."""

import pytest
from django.urls import reverse

from archive.models import Attribution, Event, Statement
from tests.archive.admin.forms import errors, messages, save
from tests.factories import (
    make_accepted_statement,
    make_document,
    make_occasion,
    make_occurrence,
    make_public_statement,
    make_rejected_statement,
    make_speaker,
    make_statement,
    make_withdrawn_statement,
)

ADD = reverse("admin:archive_statement_add")
TEXT = "On Monday the minister said: “We will build the bridge.” Later she said again: “We will build the bridge.” Nobody else spoke."
WORDS = "We will build the bridge."


def change(statement: Statement) -> str:
    return reverse("admin:archive_statement_change", args=[statement.pk])


@pytest.fixture
def document(db):
    return make_document(TEXT, published="2023-05-17")  # a Wednesday


def test_words_are_found_in_the_document(editor, document):
    speaker = make_speaker("Anna Kovaleva")

    answer = save(
        editor, ADD, document=document.pk, text="Nobody else  spoke.", said_on="May 2019", **{"attributions-0-speaker": speaker.pk}
    )

    statement = Statement.objects.get()
    assert errors(answer) == {}
    assert (statement.text, statement.start, statement.suffix) == ("Nobody else spoke.", TEXT.index("Nobody"), "")
    assert (statement.said_on, statement.said_rule) == ("2019-05", "entered by an editor: read as month and year")
    assert (statement.drafted_by, statement.status, statement.language) == (editor.user, "draft", "en")
    assert list(statement.attributions.values_list("speaker", "name", "position")) == [(speaker.pk, "Anna Kovaleva", 0)]
    assert [(event.verb, event.by) for event in Event.objects.filter(object_type="statement")] == [("entered", editor.user)]


def test_words_that_stand_twice_are_asked_about(editor, document):
    first = save(editor, ADD, document=document.pk, text=WORDS)
    second = TEXT.rindex(WORDS)
    answer = save(editor, ADD, document=document.pk, text=WORDS, place=f"{second}-{second + len(WORDS)}")

    assert errors(first) == {"text": ["These words stand there 2 times. Choose below which you mean."]}
    assert first.content.decode().count('type="radio" name="place"') == 2
    assert errors(answer) == {}
    assert Statement.objects.get().start == second


def test_span_does_instead_of_words(editor, document):
    start = TEXT.index("Later")

    answer = save(editor, ADD, document=document.pk, start=start, end=start + 5)

    assert errors(answer) == {}
    assert Statement.objects.get().text == "Later"


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [
        ({"text": "We will build the road."}, "text", "do not stand in the text"),
        ({}, "text", "Paste the words"),
        ({"start": 5, "end": 9999}, "end", "does not lie inside"),
        ({"text": "Nobody", "said_on": "04/05/2023"}, "said_on", "4 May 2023 or 5 April 2023"),
        ({"text": "Nobody", "said_on": "2017/.."}, "said_on", "has no end"),
        ({"text": "Nobody", "said_on": "2017", "undated": "on"}, "__all__", "untick"),
    ],
)
def test_what_cannot_be_is_refused_in_words(editor, document, typed, field, told):
    answer = save(editor, ADD, document=document.pk, **typed)

    assert told in errors(answer)[field][0]
    assert Statement.objects.count() == 0


def test_words_that_are_a_statement_already_are_refused_with_a_link(editor, document):
    known = make_statement(document, "Nobody else spoke.")

    answer = save(editor, ADD, document=document.pk, text="Nobody else spoke.")

    assert f'<a href="{change(known)}">open it</a>' in errors(answer)["text"][0]


def test_date_is_counted_from_the_publication_and_shown_as_read(editor, document):
    answer = save(editor, ADD, document=document.pk, text="Nobody", said_on="yesterday")
    statement = Statement.objects.get()

    assert statement.said_on == "2023-05-16"
    assert messages(answer)[0].startswith("Said on: read “yesterday” as 2023-05-16: 16 May 2023; entered by an editor: ")
    assert "counted from 17 May 2023" in statement.said_rule
    assert "2023-05-16: 16 May 2023; entered by an editor: " in editor.get(change(statement)).content.decode()


def test_typed_date_that_the_document_prints_is_kept_as_printed(editor, document):
    save(editor, ADD, document=document.pk, text="Nobody", said_on="On Monday")

    statement = Statement.objects.get()
    assert (statement.said_on, statement.said_words) == ("2023-05-15", "On Monday")


def test_saving_again_changes_nothing_and_leaves_no_event(editor):
    statement = make_statement(said_on="2017~", said_rule="read as year")

    answer = save(editor, change(statement))

    statement.refresh_from_db()
    assert errors(answer) == {}
    assert (statement.said_on, statement.said_rule, statement.lock_version) == ("2017~", "read as year", 1)
    assert Event.objects.count() == 0


def test_draft_gets_other_words_by_pasting_them(editor, document):
    statement = make_statement(document, "Nobody else spoke.")

    answer = save(editor, change(statement), text="Nobody else")

    statement.refresh_from_db()
    assert errors(answer) == {}
    assert (statement.text, statement.end - statement.start, statement.suffix) == ("Nobody else", 11, " spoke.")


def test_accepted_statement_keeps_its_words_and_takes_a_date(editor):
    statement = make_accepted_statement(said_on="2023")
    occurrence = make_occurrence(statement)
    before = statement.text

    answer = save(editor, change(statement), text="Other words", said_on="May 2023")

    statement.refresh_from_db()
    occurrence.refresh_from_db()
    assert errors(answer) == {}
    assert (statement.text, statement.said_on) == (before, "2023-05")
    assert occurrence.said_sort == statement.said_sort


@pytest.mark.parametrize("make", [make_rejected_statement, make_public_statement, make_withdrawn_statement])
def test_what_was_judged_or_published_is_only_shown(editor, make):
    statement = make()

    page, answer = editor.get(change(statement)), editor.post(change(statement), {"said_on": "1999"})

    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()
    assert answer.status_code == 403


def test_new_speakers_stand_behind_those_that_are_there(editor):
    statement = make_statement(speakers=["First", "Second"])
    rows = {"attributions-TOTAL_FORMS": 3, "attributions-2-name": "a source in the ministry", "attributions-2-statement": statement.pk}

    answer = save(editor, change(statement), **rows)

    assert errors(answer) == {}
    assert list(statement.attributions.values_list("name", "position")) == [("First", 0), ("Second", 1), ("a source in the ministry", 2)]
    assert Event.objects.first().detail["fields"] == ["attributions"]


def test_draft_attribution_can_be_taken_away(editor):
    statement = make_statement(speakers=["First", "Second"])

    save(editor, change(statement), **{"attributions-0-DELETE": "on"})

    assert [one.name for one in Attribution.objects.all()] == ["Second"]


def test_occasion_with_another_date_is_a_warning(editor):
    statement = make_statement(said_on="2023-05-17", occasion=make_occasion(held_on="2023-05-16"))

    assert "The occasion has another date: 16 May 2023." in editor.get(change(statement)).content.decode()
