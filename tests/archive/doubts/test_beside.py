"""What stands beside statements is read for many at once, and is the same as for each alone."""

from datetime import date
from itertools import repeat

import pytest

from archive.doubts.beside import beside
from archive.models import Statement
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2024, 7, 1)
TEXT = "The bridge will be built. It will be long. It will be dear. The minister said so."


def captured_twice() -> list[Statement]:
    """Statements over each other's words in one capture, and over the same ones in another."""
    first = make.make_document(TEXT)
    again = make.make_document(f"Updated.\n{TEXT}", article=first.article)
    spans = ("The bridge will be built.", "be built. It will", "It will be long.", "It will be dear.", TEXT)
    return [*(make.make_statement(first, words) for words in spans), make.make_statement(again, "It will be dear.")]


def read(statements: list[Statement]) -> list[tuple[int, list[str], list[int], int]]:
    return [
        (one.statement.pk, [str(named) for named in one.named], [other.pk for other in one.over], len(one.notes))
        for one in beside(statements, repeat(TODAY, len(statements)))
    ]


def test_many_are_read_as_each_alone():
    statements = captured_twice()
    make.make_notice(statements[0].document)

    assert read(statements) == [row for one in statements for row in read([one])]
    assert [len(over) for _, _, over, _ in read(statements)] == [2, 3, 2, 2, 3, 1]
    assert [notes for *_, notes in read(statements)] == [1, 1, 1, 1, 1, 0]


def test_what_is_not_saved_yet_is_read_as_it_would_stand():
    first, second = (
        make.make_statement(document, words) for document in [make.make_document(TEXT)] for words in ("It will be long.", "It")
    )
    second.take_words(second.start, TEXT.index("dear"))

    assert [one.over for one in beside([second], [TODAY])] == [[first]]


@pytest.mark.parametrize("number", [1, 3])
def test_any_number_takes_as_many_queries(number, django_assert_num_queries):
    made = [make.make_statement() for _ in range(number)]
    statements = list(Statement.objects.filter(pk__in=[one.pk for one in made]).select_related("document"))

    with django_assert_num_queries(3):
        assert len(read(statements)) == number
