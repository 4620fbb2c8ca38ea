"""The values of a snapshot as people read them."""

import pytest

from archive.models import Outlet, Statement
from tests.factories import make_public_statement, make_speaker
from timeline.corrections.wording import names_in, words


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        ("said_on", "2023-05", "May 2023"),
        ("kind", "direct", "direct speech"),
        ("undated", True, "yes"),
        ("words", "x" * 500, "x" * 400),
        ("occasion", "nobody-knows", "another record"),
        ("speakers", [], ""),
        ("said_on", None, ""),
    ],
)
def test_value_is_told(place, value, told):
    assert words(Statement, place, value, {}) == told


@pytest.mark.django_db
def test_row_that_is_public_is_told_by_its_name_and_no_other():
    public, hidden = make_speaker("Anna Hill"), make_speaker("Peter Marsh")
    make_public_statement(speakers=[public])
    rows = [{"speaker": one.slug, "name": "the mayor", "role": ""} for one in (public, hidden)]

    names = names_in([{"speakers": rows}])

    assert names == {("speaker", public.slug): "Anna Hill"}
    assert words(Statement, "speakers", rows, names) == "the mayor (Anna Hill); the mayor"


def test_another_role_beside_the_same_name_is_told():
    first, then = ([{"speaker": None, "name": "A. Hill", "role": role}] for role in ("mayor", "former mayor"))

    assert [words(Statement, "speakers", rows, {}) for rows in (first, then)] == ["A. Hill, mayor", "A. Hill, former mayor"]


def test_lists_of_names_are_joined():
    assert words(Outlet, "aliases", ["A", "B"], {}) == "A, B"
