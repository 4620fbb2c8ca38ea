"""Rare words weigh more; the archive's own counts join those of the background."""

from archive.matching import Idf, prepare
from archive.matching.prepared import content_of
from archive.matching.shortlist import Shortlist


def test_background_tells_common_from_rare_before_there_is_an_archive():
    idf = Idf()

    assert idf.of("the") < idf.of("agreement") < idf.of("indivis")
    assert idf.of("и") < idf.of("безопасн")


def test_unknown_words_are_the_rarest():
    assert Idf().of("qwrtzpl") >= Idf().of("indivis")


def test_own_counts_outweigh_the_background_in_time():
    passages = [["harbour"] for _ in range(50_000)]

    assert Idf.of_passages(passages).of("harbour") < 0.1 < Idf().of("harbour")


def test_passages_count_a_stem_once():
    assert Idf.of_passages([["dam", "dam"], ["dam", "port"]]) == Idf({"dam": 2, "port": 1}, 2)


def test_shortlist_puts_what_shares_most_first():
    texts = ["Snow fell in Velm.", "The dam at Orrin is safe.", "The Orrin dam was never inspected.", "Taxes rise."]

    assert list(Shortlist(map(content_of, texts)).candidates(prepare("Nobody inspected the dam at Orrin."), 10)) == [2, 1]


def test_shortlist_finds_what_shares_only_a_synonym():
    texts = ["Taxes rise.", "The frontier reopens."]

    assert list(Shortlist(map(content_of, texts)).candidates(prepare("Borders matter."), 10)) == [1]


def test_content_for_the_index_is_that_of_the_comparison():
    text = "Norland paid $0.3bn, or two thirds of its budget, to O’Neill’s ministry on 9 May 2014."

    assert content_of(text) == prepare(text).content
