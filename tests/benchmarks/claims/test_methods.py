import pytest

from archive.matching.ranking import Entry
from tests.benchmarks.claims.methods import METHODS, Found

TEXTS = [
    Entry("ferry", "The ferry to Brenholm will sail every day from the first of May."),
    Entry("bridge", "Nobody has paid for the bridge at Kastel, and nobody ever will."),
    Entry("tax", "We have lowered the tax on bread twice since the spring."),
]


@pytest.mark.parametrize("name", METHODS)
def test_method_finds_nearly_the_same_words_first(name):
    method = METHODS[name](TEXTS)

    found = method.best(Entry("asked", "From the first of May the ferry to Brenholm will sail every day."))
    assert found[0].key == "ferry"
    assert [one.score for one in found] == sorted([one.score for one in found], reverse=True)


def test_full_text_finds_nothing_for_a_text_without_content_words():
    assert METHODS["FTS5 bm25"](TEXTS).best(Entry("asked", "It was not.")) == []


def test_engine_alone_calls_texts_the_same():
    asked = Entry("asked", TEXTS[1].text)

    called = {name: [one.key for one in method(TEXTS).best(asked) if one.same] for name, method in METHODS.items()}
    assert called == {"engine": ["bridge"], "FTS5 bm25": [], "vectors": [], "token_set_ratio": [], "MinHash": []}


def test_vectors_find_nothing_for_another_language():
    texts = [Entry("паром", "Паром на остров ходит каждый день с первого мая.")]

    assert METHODS["vectors"](texts).best(texts[0]) == []


def test_minhash_estimates_the_share_of_pairs_of_words():
    method = METHODS["MinHash"]([Entry("one", "alpha beta gamma delta"), Entry("other", "words of another kind")])

    assert method.best(Entry("asked", "alpha beta gamma delta")) == [Found("one", 1.0)]
    [half] = method.best(Entry("asked", "alpha beta gamma epsilon"))
    assert half.key == "one"
    assert 0.3 < half.score < 0.7  # two of four pairs
