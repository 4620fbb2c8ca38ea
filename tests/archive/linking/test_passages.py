"""The private index: passages with their spans in the document, each stem counted once a passage, rebuilt at will."""

import pytest

from archive.linking import candidates as looked_up
from archive.linking import passages
from archive.linking.candidates import POSTINGS_BUDGET, affordable, candidates
from archive.models import Passage, Posting, Statement, Suggestion, Term
from tests import factories as make

pytestmark = pytest.mark.django_db


def postings() -> set[tuple[str, str]]:
    stems, texts = dict(Term.objects.values_list("pk", "stem")), dict(Passage.objects.values_list("pk", "text"))
    return {(stems[term], texts[passage]) for term, passage in Posting.objects.values_list("term_id", "passage_id")}


def counts() -> dict[str, int]:
    return dict(Term.objects.filter(passages__gt=0).values_list("stem", "passages"))


def test_sentences_become_passages_with_spans_in_the_document():
    document = make.make_document("Before. The bridge opens in spring! Мост откроют весной. Yes, of course. After.")
    statement = make.make_statement(document, "The bridge opens in spring! Мост откроют весной. Yes, of course.")

    made = passages.index(statement)

    assert [document.text[one.start : one.end] for one in made] == [one.text for one in made]
    assert [one.text for one in made][:2] == ["The bridge opens in spring!", "Мост откроют весной."]


def test_indexing_again_changes_nothing():
    statement = make.make_accepted_statement(words="The bridge opens, the bridge closes. The bridge stays.")
    before = (postings(), counts())

    passages.index(statement)

    assert (postings(), counts()) == before


def test_stem_is_counted_once_a_passage():
    make.make_accepted_statement(words="The bridge opens, the bridge closes. The bridge stays open.")
    make.make_accepted_statement(words="Bridges are expensive to keep.")

    assert counts()["bridg"] == 3


def test_taking_out_takes_the_counts_back():
    make.make_accepted_statement(words="Bridges are expensive to keep.")
    before = (postings(), counts())
    statement = make.make_accepted_statement(words="The bridge opens. The bridge stays open.")

    passages.unindex(statement)

    assert (postings(), counts()) == before


def test_rebuilding_makes_the_same_index_of_what_is_accepted():
    make.make_accepted_statement(words="The bridge opens in spring.")
    make.make_public_statement(words="The toll stays as it is.")
    make.make_withdrawn_statement(words="The toll goes at last.")
    make.make_statement(words="The toll is a draft.")
    before = (postings(), counts())

    assert sum(passages.rebuild(Statement.objects.accepted().order_by("pk"))) == 2

    assert (postings(), counts()) == before


def test_words_too_long_for_a_stem_are_cut():
    statement = make.make_accepted_statement(words=f"{'x' * 200} {'x' * 199} opens in spring.")

    assert max(map(len, counts())) == 64
    assert statement.passages.count() == 1


def test_candidates_share_the_rarest_words_and_come_from_other_documents():
    document = make.make_document("Indivisible security is a principle. Security is indivisible, they said.")
    asked = make.make_accepted_statement(document, "Indivisible security is a principle.")
    make.make_accepted_statement(document, "Security is indivisible, they said.")
    close = make.make_accepted_statement(words="They call it indivisible security.")
    far = make.make_accepted_statement(words="The security of the harbour was called good.")
    make.make_accepted_statement(words="The harvest was good this year.")

    found = candidates(asked.passages.get())

    assert [one.statement for one in found] == [close, far]
    assert candidates(asked.passages.get(), limit=1) == found[:1]


def test_candidates_cross_no_language_but_know_its_forms():
    asked = make.make_accepted_statement(words="Безопасность неделима, сказал министр.")
    other = make.make_accepted_statement(words="О неделимой безопасности говорили долго.")
    make.make_accepted_statement(words="Security is indivisible, the minister said.")

    assert [one.statement for one in candidates(asked.passages.get())] == [other]


@pytest.mark.parametrize(
    "words",
    ["In 2019 we were told the same thing.", "It is what it has always been.", "И тогда было то же самое, что и теперь."],
)
def test_same_words_are_found_however_common_they_are(words, monkeypatch):
    monkeypatch.setattr(looked_up, "FROM_EACH", 2)
    asked = make.make_accepted_statement(words=words)
    for n in range(3):
        make.make_accepted_statement(words=f"{words[:-1]} for {n} more years.")
    again = make.make_accepted_statement(words=words.upper())

    found = candidates(asked.passages.get(), limit=2)

    assert found[0].statement == again


def test_few_words_are_no_repeat():
    asked = make.make_accepted_statement(words="Yes, it is.")

    assert not asked.passages.exists()


def test_index_of_an_older_version_learns_what_words_have_in_common():
    one, two = (make.make_accepted_statement(words="It is what it has always been.") for _ in range(2))
    Passage.objects.filter(statement=two).update(letters="")

    passages.index(two)

    assert two.passages.get().letters == one.passages.get().letters != ""


def test_rarest_terms_are_looked_up_until_the_budget_is_spent():
    terms = [Term(stem=stem, passages=count) for stem, count in [("a", POSTINGS_BUDGET), ("b", 10), ("c", 20), ("d", POSTINGS_BUDGET)]]

    assert [term.stem for term in affordable(terms)] == ["b", "c"]
    assert [term.stem for term in affordable(terms[::3])] == ["a", "d"]  # two at least


def test_unindexing_takes_the_suggestions_with_it():
    one, two = (make.make_accepted_statement(words="The bridge opens in spring.") for _ in range(2))
    Suggestion.objects.create(
        passage=two.passages.get(), other=one.passages.get(), score=1, band="likely", label="same", method="m", version="1", rank=1
    )

    passages.unindex(one)

    assert not Suggestion.objects.exists()
