"""A pasted text is compared with public statements alone, sentence by sentence, and what is found says the same in whatever words."""

import pytest

from archive.linking import meanings
from archive.linking.lookup.pasted import COMPARED, MOST_SENTENCES, alike, telling
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def dam():
    """Public words, and the same in every other state."""
    public = make.make_public_statement(
        words="The dam takes no water that belongs to Ardovia. I have seen the figures.", said_on="2020-05-01"
    )
    for make_it in (make.make_statement, make.make_accepted_statement, make.make_rejected_statement, make.make_withdrawn_statement):
        make_it(words="The dam takes no water that belongs to Ardovia.")
    sum(meanings.make(meanings.awaited()))
    return public


def said(text, **wanted):
    return [(one.passage.statement.public_id, one.match.label) for one in alike(text, **wanted)]


def test_only_what_is_public_is_found(dam):
    found = alike("The dam takes no water that belongs to Ardovia.")

    assert [(one.passage.statement, one.match.label, one.passage.text) for one in found] == [
        (dam, "same", "The dam takes no water that belongs to Ardovia.")
    ]
    assert said("The dam takes no water that belongs to Ardovia.", wanted=lambda statements: statements - {dam.pk}) == []


def test_same_is_found_in_other_words_and_other_languages_by_their_own(dam):
    russian = make.make_public_statement(words="Плотина не берёт воды, которая принадлежит Ардовии.", language="ru")
    outside = make.make_public_statement(words="Our country stays outside every army alliance.")
    sum(meanings.make(meanings.awaited()))

    assert said("Not one drop of Ardovian water is taken by the dam.")[0][0] == dam.public_id
    assert said("Norvania will not join any military bloc.")[0][0] == outside.public_id
    assert said("Вода Ардовии: плотина её не берёт.")[0][0] == russian.public_id


def test_each_sentence_is_asked_and_each_statement_stands_once(dam):
    other = make.make_public_statement(words="The toll at the harbour is temporary.", said_on="2019-01-01")
    found = alike("  The toll at the harbour\n is temporary. Yes. The dam takes no water that belongs to Ardovia. It takes no water.")

    assert {one.passage.statement: one.sentence for one in found} == {
        other: "The toll at the harbour is temporary.",
        dam: "The dam takes no water that belongs to Ardovia.",
    }
    assert len(found) == 2


def test_of_many_sentences_those_that_say_most_are_asked_in_their_order():
    many = [f"The {word} of the {word}berry grows." for word in ("rasp", "blue", "black", "cran", "goose", "mul")]
    most = "The minister of transport opened the eastern bridge."

    assert telling(" ".join([*many, most])) == [*many[: MOST_SENTENCES - 1], most]
    assert telling("Yes. No, of course!") == alike("Yes.") == []


def test_what_is_denied_here_is_said_to_be(dam):
    denied = make.make_public_statement(words="The toll at the harbour of Dorna is temporary", force="denied")

    assert said("The toll at the harbour of Dorna is temporary") == [(denied.public_id, "denies")]


def test_costs_as_many_queries_however_much_is_alike(dam, django_assert_num_queries):
    text = "The dam takes no water that belongs to Ardovia."
    with django_assert_num_queries(10):
        alike(text)
    for _ in range(3):
        make.make_public_statement(words=text)
    with django_assert_num_queries(10):
        assert len(alike(text)) == 4 <= COMPARED
