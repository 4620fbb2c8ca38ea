"""Beside the cards: new statements, words split and joined, many changed at once, the last act taken back."""

import re

import pytest
from django.urls import reverse

from archive.enums import StatementStatus
from archive.models import Statement
from tests import factories as make
from tests.archive.desk.review.pages import TEXT, confirmable, page_of, press, words_of

pytestmark = pytest.mark.django_db


def send(client, name, document, **typed):
    """The form of this address, by htmx."""
    return client.post(reverse(f"desk:{name}", args=[document.public_id]), typed, headers={"HX-Request": "true"})


@pytest.fixture
def document():
    return make.make_document(TEXT)


def test_selected_words_become_a_statement(client, reviewer, document):
    start = TEXT.index("No")

    answer = send(client, "enter", document, start=start, end=start + 2)

    entered = Statement.objects.get()
    assert (entered.text, entered.status, entered.drafted_by) == ("No", StatementStatus.DRAFT, reviewer)
    assert answer["HX-Retarget"] == "#sheet"
    assert f'data-focus="card-{entered.public_id}"' in answer.content.decode()


def test_pasted_words_become_a_statement_without_script(client, reviewer, document):
    answer = client.post(reverse("desk:enter", args=[document.public_id]), {"text": "The bridge will open"})

    entered = Statement.objects.get()
    assert answer.url == f"{page_of(document)}?from={entered.start}-{entered.end}#card-{entered.public_id}"


def test_words_that_stand_at_several_places_are_asked_about(client, reviewer):
    document = make.make_document("“No,” he said. “No,” she said.")

    asked = send(client, "enter", document, text="No")

    assert "These words stand there 2 times" in words_of(asked)
    places = re.findall(r'name="place" value="([^"]*)"', asked.content.decode())
    send(client, "enter", document, text="No", place=places[1])
    assert Statement.objects.get().start == document.text.rindex("No")


def test_places_that_are_no_numbers_are_refused(client, reviewer, document):
    assert "Enter a whole number" in words_of(send(client, "enter", document, start="here", end="there"))


def test_nothing_selected_and_nothing_pasted_is_told(client, reviewer, document):
    page = client.post(reverse("desk:enter", args=[document.public_id]), {"text": " "})

    assert "Paste the words as they stand in the text" in words_of(page)


def test_what_new_words_bring_is_asked_and_confirmed(client, reviewer, document):
    start = TEXT.index("ridge")

    asked = send(client, "enter", document, start=start, end=start + 10)
    assert not Statement.objects.exists()
    send(client, "enter", document, start=start, end=start + 10, confirmed=confirmable(asked))

    assert Statement.objects.get().text == "ridge will"


def test_words_are_split_at_the_place_that_was_clicked_or_before_those_pasted(client, reviewer, document):
    statement = make.make_statement(document, "The bridge will open in spring")

    press(client, statement, "split", at=TEXT.index("open"))
    first, second = Statement.objects.in_reading_order(document)
    press(client, second, "split", text="in spring")

    assert [one.text for one in Statement.objects.in_reading_order(document)] == ["The bridge will", "open", "in spring"]
    assert first.text == "The bridge will"


def test_words_are_joined_with_the_next(client, reviewer, document):
    speaker = make.make_speaker()
    first = make.make_statement(document, "The bridge", speakers=[speaker])
    make.make_statement(document, "will open", speakers=[speaker])

    press(client, first, "join")

    assert [one.text for one in Statement.objects.in_reading_order(document).standing()] == ["The bridge will open"]
    first.refresh_from_db()
    assert "No statement stands behind it." in words_of(press(client, first, "join"))


def test_marked_cards_are_changed_at_once_and_taken_back_at_once(client, reviewer, document):
    known = make.make_speaker("Anna Kovaleva")
    rows = [make.make_statement(document, words) for words in ("The bridge", "It costs 5", "No")]
    marked = [one.public_id for one in rows[:2]]

    send(client, "change-all", document, marked=marked, speaker=known.name, role="economist", said_on="15 May 2023", occasion="Talks")

    changed = list(Statement.objects.filter(public_id__in=marked))
    assert {(one.said_on, one.occasion.name, one.attributions.get().speaker) for one in changed} == {("2023-05-15", "Talks", known)}
    rows[2].refresh_from_db()
    assert rows[2].said_on == "2023-05-17"
    answer = send(client, "take-back", document)
    assert {one.said_on for one in Statement.objects.all()} == {"2023-05-17"}
    assert "taken back" in words_of(answer)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"marked": []}, "Mark the statements first"),
        ({}, "Type what all marked statements are to be given"),
        ({"said_on": "soon"}, "“soon”"),
        ({"said_on": "2031"}, "still to come"),
    ],
)
def test_change_of_many_that_cannot_be_done_is_told_and_kept(client, reviewer, document, typed, told):
    statement = make.make_statement(document, "No")

    asked = send(client, "change-all", document, **{"marked": [statement.public_id], **typed})

    assert told in words_of(asked)
    statement.refresh_from_db()
    assert statement.said_on == "2023-05-17"
    assert f'value="{typed.get("said_on", "")}"' in asked.content.decode()


def test_several_speakers_of_one_name_are_told_for_many(client, reviewer, document):
    statement = make.make_statement(document, "No")
    for description in ("economist", "poet"):
        make.make_speaker("Anna Kovaleva", description=description)

    asked = send(client, "change-all", document, marked=[statement.public_id], speaker="Anna Kovaleva")

    assert "Several are called “Anna Kovaleva”" in words_of(asked)


def test_last_act_is_taken_back(client, reviewer, document):
    statement = make.make_statement(document, "No")
    assert "You did nothing here last." in words_of(send(client, "take-back", document))
    press(client, statement, "reject")

    answer = send(client, "take-back", document)

    statement.refresh_from_db()
    assert statement.status == StatementStatus.DRAFT
    assert f'data-focus="card-{statement.public_id}"' in answer.content.decode()


def test_what_was_done_elsewhere_stands(client, reviewer, document):
    elsewhere = make.make_statement(make.make_document(), said_on="2020")
    press(client, elsewhere, "reject")

    told = send(client, "take-back", document)

    elsewhere.refresh_from_db()
    assert elsewhere.status == StatementStatus.REJECTED
    assert "You did nothing here last." in words_of(told)


def test_answer_on_what_is_said_here_is_taken_back(client, reviewer, document):
    statement = make.make_accepted_statement(document, "No")
    make.make_occurrence(statement, "A claim", by=reviewer)

    send(client, "take-back", document)

    assert not statement.occurrences.exists()


def test_what_was_changed_otherwise_since_is_not_taken_back(client, reviewer, document):
    statement = make.make_statement(document, "No")
    press(client, statement, "save", kind="indirect")
    Statement.objects.update(kind="mixed")

    told = send(client, "take-back", document)

    assert "was changed again since" in words_of(told)
    assert Statement.objects.get().kind == "mixed"
