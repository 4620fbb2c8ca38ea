"""Vectors are made behind acceptance: passages wait for theirs, and are compared by words alone until they have it."""

import pytest
from django.core.management import call_command

from archive.linking import meanings, passages, vectors
from archive.linking.comparing import compare
from archive.linking.suggestions import due, indexed, keep
from archive.models import Passage, PassageVector, Statement, Suggestion
from tests import factories as make

pytestmark = pytest.mark.django_db

BLOC, ALLIANCE = "Norvania will not join any military bloc.", "Our country stays outside every army alliance."


def vectors_made() -> int:
    return sum(meanings.make(meanings.awaited()))


def passage_of(words: str, **known) -> Passage:
    return make.make_accepted_statement(words=words, **known).passages.get()


def test_english_passages_wait_when_they_are_accepted_and_others_do_not():
    english = passage_of("Security of 12 countries is indivisible.")
    passage_of("Безопасность 12 стран неделима.", language="ru")

    assert meanings.awaited() == [english.pk]
    assert vectors.numbers_of([english.pk]) == {}
    assert (vectors_made(), meanings.awaited()) == (1, [])
    assert len(vectors.numbers_of([english.pk])[english.pk]) == 384


def test_broken_off_after_any_batch_it_goes_on_where_it_was(monkeypatch):
    monkeypatch.setattr(meanings, "BATCH", 2)
    keys = [passage_of(f"The dam of {town} is unsafe.").pk for town in ("Orrin", "Veyra", "Kostrin", "Arden", "Lume")]

    assert next(meanings.make(meanings.awaited())) == 2
    assert meanings.awaited() == keys[2:]
    assert (vectors_made(), vectors_made()) == (3, 0)
    assert vectors.numbers_of(keys).keys() == set(keys)


def test_made_twice_it_is_written_once():
    key = passage_of(BLOC).pk
    made = meanings.made_of([key])

    assert (vectors.keep(made), vectors.keep(made)) == (1, 0)
    assert meanings.made_of([key]) == {}


def test_passage_that_went_meanwhile_gets_none():
    passage = passage_of(BLOC)
    made = meanings.made_of([passage.pk])
    passages.unindex(passage.statement)

    assert vectors.keep(made) == 0
    assert not PassageVector.objects.exists()


def test_indexing_again_keeps_the_vectors_of_texts_that_stayed():
    statement = make.make_accepted_statement(words=f"{BLOC} {ALLIANCE}")
    vectors_made()

    passages.index(statement)

    assert meanings.awaited() == []


def test_vector_of_another_model_is_like_nothing_and_made_anew():
    passage, other = passage_of(BLOC), passage_of(ALLIANCE)
    vectors_made()
    PassageVector.objects.filter(pk=other.pk).update(made_by="another 1")

    assert other.pk not in vectors.nearest(passage, 10)
    assert vectors.nearest(other, 10) == {}
    passages.index(other.statement)
    assert meanings.awaited() == [other.pk]
    vectors_made()
    assert other.pk in vectors.nearest(passage, 10)


def test_passage_that_waits_is_compared_by_words_and_again_when_it_has_its_vector():
    for words in (BLOC, "Norvania stays outside every military alliance."):
        make.make_accepted_statement(words=words)
    later = Statement.objects.latest("pk")

    keep([compare(later, indexed())], indexed())

    by_words = Suggestion.objects.get().score
    assert later in due(Statement.objects.all(), indexed())
    call_command("suggest", processes=1)
    assert Suggestion.objects.get().score != by_words
    assert not due(Statement.objects.all(), indexed()).exists()


def test_reindex_makes_what_is_missing_and_tells_how_many(capsys):
    passage_of(BLOC)

    call_command("reindex")
    call_command("reindex")

    told = capsys.readouterr().out
    assert ("Vectors made: 1." in told, "Vectors made: 0." in told) == (True, True)
