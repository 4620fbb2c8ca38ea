"""Statements are entered by hand: words found in the document, dates as people type them, speakers in order."""

import pytest
from django.urls import reverse

from archive.models import ArchiveState, Attribution, Event, Statement, Term
from tests.archive.admin.forms import errors, messages, save, shown_fields
from tests.factories import (
    accept,
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


def test_pages_around_public_words_are_made_anew_when_others_are_entered_there(editor, document):
    make_public_statement(document, "On Monday the minister said")
    known = ArchiveState.current()

    assert errors(save(editor, ADD, document=document.pk, text="Nobody else spoke.")) == {}
    assert ArchiveState.current() != known


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
    assert messages(answer)[0].startswith("Said on: read “yesterday” as 2023-05-16: 16 May 2023; read as ")
    assert "counted from 17 May 2023" in statement.said_rule
    assert "2023-05-16: 16 May 2023; date set by an editor" in editor.get(change(statement)).content.decode()


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


CHANGES = {
    "words": {"text": "Nobody else"},
    "date": {"said_on": "May 2022"},
    "no date": {"said_on": "", "undated": "on"},
    "kind": {"kind": "indirect"},
    "force": {"force": "denied"},
    "name": {"attributions-0-name": "Another"},
    "role": {"attributions-0-role": "minister"},
    "another speaker": {"attributions-TOTAL_FORMS": 2, "attributions-1-name": "Another"},
}


@pytest.mark.parametrize("typed", CHANGES.values(), ids=CHANGES)
def test_change_of_what_was_accepted_makes_it_a_draft_again(editor, document, typed):
    statement = make_accepted_statement(document, "Nobody else spoke.", said_on="2023")

    answer = save(editor, change(statement), **typed)

    statement.refresh_from_db()
    event = Event.objects.filter(object_type="statement").first()
    assert errors(answer) == {}
    assert any("It was accepted as it stood before, so it is a draft again" in told for told in messages(answer))
    assert (statement.status, statement.accepted_by, statement.accepted_as, statement.passages.count()) == ("draft", None, "", 0)
    assert (event.verb, event.by, event.from_state, event.to_state) == ("returned", editor.user, "accepted", "draft")
    assert "were changed after it was accepted" in event.reason


def test_change_of_anything_else_leaves_it_accepted(editor, document):
    statement = make_accepted_statement(document, "Nobody else spoke.")

    save(editor, change(statement), locator="page 7", language="de", occasion=make_occasion().pk)

    statement.refresh_from_db()
    assert (statement.status, statement.locator) == ("accepted", "page 7")


def test_change_of_language_is_known_to_the_index_of_names_and_numbers(editor):
    statement = make_accepted_statement(make_document("The ferry to Malin waits."), "The ferry to Malin waits.")

    save(editor, change(statement), language="de")
    before = set(Term.objects.filter(passages=1, stem__contains="@").values_list("stem", flat=True))
    save(editor, change(statement), language="uk")

    assert (before, set(Term.objects.filter(passages=1, stem__contains="@").values_list("stem", flat=True))) == (set(), {"uk@mln"})


def test_occasion_under_which_a_public_translation_counts_stays(editor, document):
    original = make_accepted_statement(document, "Nobody else spoke.")
    make_public_statement(translation_of=original)

    refused = save(editor, change(original), occasion=make_occasion().pk)
    saved = save(editor, change(original), locator="page 7")

    original.refresh_from_db()
    assert "counts under its occasion" in errors(refused)["__all__"][0]
    assert (errors(saved), original.occasion, original.locator) == ({}, None, "page 7")


@pytest.mark.parametrize("typed", CHANGES.values(), ids=CHANGES)
def test_change_of_what_is_linked_is_refused_and_keeps_what_was_typed(editor, document, typed):
    statement = make_accepted_statement(document, "Nobody else spoke.", said_on="2023")
    make_occurrence(statement)
    before = Statement.objects.filter(pk=statement.pk).values().get()

    answer = save(editor, change(statement), **typed)

    assert "Take that answer back first" in errors(answer)["__all__"][0]
    assert Statement.objects.filter(pk=statement.pk).values().get() == before
    assert {name: value for name, value in shown_fields(answer).items() if name in typed} == {
        name: True if value == "on" else str(value) if name.endswith("FORMS") else value for name, value in typed.items()
    }


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


# What has to be confirmed


def boxes(answer) -> list[tuple[str, str]]:
    form = answer.context["adminform"].form
    return [(value, str(label)) for value, label in form.fields["looked_at"].choices]


DOUBTFUL = {
    "in-the-future": ({"said_on": "2099", "document": "undated"}, "I have checked: The day of saying is still to come: 2099."),
    "after-published": ({"said_on": "18 May 2023"}, "I have checked: Said on 18 May 2023, after the document was published (17 May 2023)."),
    "mid-word": ({"text": "obody else"}, "I have checked: The words begin or end inside a word: “Nobody”."),
}


@pytest.mark.parametrize("key", DOUBTFUL)
def test_form_asks_before_it_saves_what_is_doubtful_and_keeps_what_was_typed(editor, document, key):
    typed, told = DOUBTFUL[key]
    given = {"document": make_document(TEXT).pk} if "document" in typed else {"document": document.pk}
    typed = {"text": "Nobody else spoke.", "locator": "page 7"} | typed | given

    asked = save(editor, ADD, **typed)
    left, again = Statement.objects.count(), shown_fields(asked)
    ((seen, words),) = boxes(asked)
    answer = editor.post(ADD, again | {"looked_at": [seen]})

    statement = Statement.objects.get()
    assert (left, words) == (0, told)
    assert errors(asked) == {"looked_at": ["Nothing was saved yet. Look at each of these, tick what is right, and save again."]}
    assert f'value="{seen}"' in asked.content.decode()
    assert {name: again[name] for name in typed} == {name: str(value) for name, value in typed.items()}
    assert (errors(answer), [one["key"] for one in statement.confirmed]) == ({}, [key])
    assert Event.objects.filter(object_type="statement").get().detail["confirmed"] == [told.removeprefix("I have checked: ")]


def test_ticks_for_one_date_are_none_for_another(editor):
    asked = save(editor, ADD, document=make_document(TEXT).pk, text="Nobody else spoke.", said_on="2099")
    ((seen, _words),) = boxes(asked)

    answer = editor.post(ADD, shown_fields(asked) | {"looked_at": [seen], "said_on": "2098"})

    assert [words for _seen, words in boxes(answer)] == ["I have checked: The day of saying is still to come: 2098."]
    assert not Statement.objects.exists()


def test_second_statement_over_the_same_words_is_told_with_a_link(editor, document):
    known = make_statement(document, "Nobody else spoke.")

    asked = save(editor, ADD, document=document.pk, text="Nobody else")

    ((_seen, words),) = boxes(asked)
    assert "A statement has these words already: “Nobody else spoke.”." in words
    assert f'href="{change(known)}"' in words


def test_draft_is_saved_without_speaker_and_date(editor, document):
    answer = save(editor, ADD, document=document.pk, text="Nobody else spoke.")

    assert (errors(answer), Statement.objects.get().confirmed) == ({}, [])


def test_what_was_confirmed_is_shown_to_who_looks(editor):
    statement = accept(make_statement(said_on="2099"))

    assert "Checked and confirmed: The day of saying is still to come: 2099." in editor.get(change(statement)).content.decode()


# Another document


def test_document_chosen_wrongly_is_put_right(editor, document):
    right = make_document("Tuesday. Nobody else spoke. That was all.")
    statement = make_statement(document, "Nobody else spoke.", said_words="Monday")

    answer = save(editor, change(statement), document=right.pk)

    statement.refresh_from_db()
    assert errors(answer) == {}
    assert (statement.document, statement.start, statement.prefix) == (right, 9, "Tuesday. ")
    assert statement.said_words == ""


def test_words_that_do_not_stand_in_the_other_document_are_told(editor, document):
    statement = make_statement(document, "Nobody else spoke.")

    answer = save(editor, change(statement), document=make_document("Something else.").pk)

    statement.refresh_from_db()
    assert errors(answer) == {"text": ["These words do not stand in the text. Copy them from it, letter by letter."]}
    assert statement.document == document


def test_accepted_statement_of_another_document_is_a_draft_again(editor, document):
    statement = make_accepted_statement(document, "Nobody else spoke.")

    save(editor, change(statement), document=make_document("Tuesday. Nobody else spoke.").pk)

    statement.refresh_from_db()
    assert (statement.status, statement.start) == ("draft", 9)


def test_document_of_a_public_statement_stands(editor, document):
    statement = make_public_statement(document, "Nobody else spoke.")

    answer = editor.post(change(statement), {"document": make_document(TEXT).pk})

    statement.refresh_from_db()
    assert (answer.status_code, statement.document) == (403, document)


def test_speaker_that_was_merged_is_refused_as_at_the_desk(editor):
    statement, keep = make_statement(speakers=["J. Kessel"]), make_speaker("Jan Kessel")
    gone = make_speaker("J. Kessel", merged_into=keep)

    answer = save(editor, change(statement), **{"attributions-0-speaker": gone.pk})

    assert "was merged into Jan Kessel. Choose that one" in answer.content.decode()
    assert statement.attributions.get().speaker is None
