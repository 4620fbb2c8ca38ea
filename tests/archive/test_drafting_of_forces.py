"""What is denied, asked or supposed is drafted with the word that says so; what was drafted before that was read is told."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from archive.drafting import draft, propose, read
from archive.management.forces import Otherwise, read_otherwise
from archive.models import Event
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 1, 12, tzinfo=UTC)
DENIAL = "The mill\n17 May 2023, 15:44\n\nAnna Kovaleva denied that the mill at Orsel would close in 2024."


@pytest.fixture
def denial():
    """A document, and its one statement as read: denied."""
    document = make.make_document(DENIAL)
    (found,) = read(document).statements
    return document, found


def test_denial_is_drafted_with_the_word_that_denies(denial):
    document, found = denial

    (statement,) = propose(document, [found], at=AT)

    assert (statement.text, statement.force, statement.kind) == ("denied that the mill at Orsel would close in 2024", "denied", "indirect")
    assert DENIAL[statement.start : statement.end] == statement.text
    assert statement.prefix.endswith("Anna Kovaleva ")
    assert [(one["text"], DENIAL[one["start"] : one["end"]]) for one in statement.mentioned] == [("2024", "2024")]
    assert statement.attributions.get().name == "Anna Kovaleva"


@pytest.mark.parametrize(
    ("text", "words", "force", "kind"),
    [
        ("Anna Kovaleva denied that the mill was in trouble.", "denied that the mill was in trouble", "denied", "indirect"),
        ("Anna Kovaleva wondered whether the mill would close.", "wondered whether the mill would close", "supposed", "indirect"),
        ("Anna Kovaleva asked whether the mill would close.", "asked whether the mill would close", "asked", "indirect"),
        ("“Who will pay for the mill?” Anna Kovaleva asked.", "Who will pay for the mill?", "asked", "direct"),
        ("Министр Анна Ковалёва опровергла, что завод закрыт.", "опровергла, что завод закрыт", "denied", "indirect"),
        ("Anna Kovaleva said that the mill was in trouble.", "the mill was in trouble", "asserted", "indirect"),
    ],
)
def test_words_are_drafted_as_they_are_held(text, words, force, kind):
    (statement,) = draft(make.make_document(text))

    assert (statement.text, statement.force, statement.kind) == (words, force, kind)


@pytest.mark.parametrize(
    "text", ["Anna Kovaleva did not say that the mill was in trouble.", "Anna Kovaleva refused to comment on the mill."]
)
def test_what_was_not_said_is_not_drafted(text):
    assert draft(make.make_document(text)) == []


def test_event_says_by_which_words_it_was_read_as_denied(denial):
    document, found = denial

    (statement,) = propose(document, [found], at=AT)

    detail = Event.objects.get(object_id=statement.pk, verb="drafted").detail
    assert (detail["force"], detail["cue"]) == ("denied", "denied that")


def test_what_was_drafted_with_its_cue_is_not_drafted_again(denial):
    document, found = denial
    propose(document, [found])

    assert propose(document, [found]) == []


def test_words_printed_twice_keep_the_place_of_the_other(denial):
    document, found = denial
    twin = (0, 8)

    (statement,) = propose(document, [replace(found, duplicates=(twin,))])

    assert statement.duplicates == [list(twin)]


def test_what_another_statement_parts_from_its_cue_is_marked_all_the_same():
    text = "Anna Kovaleva denied that the mill would close and that the dam was weak."
    document = make.make_document(text)
    (first,) = read(make.make_document(text.replace(" and that the dam was weak", ""))).statements
    parts = [(text.index(words), text.index(words) + len(words)) for words in ("the mill would close", "the dam was weak")]

    made = propose(document, [replace(first, start=start, end=end, text=text[start:end]) for start, end in parts])

    assert [(one.text, one.force, str(one)) for one in made] == [
        ("denied that the mill would close", "denied", "[Denied] denied that the mill would close"),
        ("the dam was weak", "denied", "[Denied] the dam was weak"),
    ]


def test_denial_drafted_in_one_capture_is_not_drafted_in_the_next(denial):
    document, found = denial
    propose(document, [found])
    text = f"Updated.\n\n{DENIAL}"
    later = make.make_document(text, article=document.article, supersedes=document)
    moved = len(text) - len(DENIAL)

    assert propose(later, [replace(found, start=found.start + moved, end=found.end + moved)]) == []


# What was drafted before its force was read


@pytest.mark.parametrize(
    "words", ["the mill at Orsel would close in 2024", "denied that the mill at Orsel would close", "the mill at Orsel"]
)
def test_statement_kept_as_said_is_told_where_it_is_read_as_denied(denial, words):
    document, found = denial
    kept = make.make_public_statement(document, words)

    assert read_otherwise(document, [found]) == [Otherwise(kept, "denied", "denied that")]


def test_statement_that_was_put_right_or_is_read_as_said_is_not_told(denial):
    document, found = denial
    make.make_public_statement(document, "denied that the mill at Orsel would close", force="denied")
    other = make.make_public_statement(make.make_document(DENIAL.replace("denied", "stated")), found.text)

    assert read_otherwise(document, [found]) == []
    assert read_otherwise(other.document, [replace(found, force="asserted")]) == []
