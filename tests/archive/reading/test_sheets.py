"""Pages become one text, without what stands at their edges alone."""

import pytest

from archive.reading.sheets import whole_text
from tests.growth import grows_in_proportion

EDGES = [
    (["The mill stays.", "It was sold."], "The mill stays.\n\nIt was sold."),
    (["The mill stays, and", "it was sold."], "The mill stays, and\nit was sold."),
    (["The mill stays.”", "it was sold."], "The mill stays.”\n\nit was sold."),
    (["Mill\n\n1", "House\n\n2"], "Mill\n\nHouse"),
    (["Mill\n1", "House\n2", "Bridge\n3"], "Mill\n\nHouse\n\nBridge"),
    (["Page 1 of 3\nMill", "Page 2 of 3\nHouse", "Page 3 of 3\nBridge"], "Page 1 of 3\nMill\n\nHouse\n\nBridge"),
    (["Mill\nThe Gazette 4", "House\nThe Gazette 5"], "Mill\n\nHouse"),
    (
        ["The Gazette\nMill", "2 The Gazette, 4 May 2019\nHouse", "The Gazette, 4 May 2019 3\nBridge"],
        "The Gazette\nMill\n\nHouse\n\nBridge",
    ),
    (["The Gazette\n\nMill\n1", "The Gazette\n\nHouse\n2"], "The Gazette\n\nMill\n\nHouse"),
    (["The mill of Valmere\nMill", "The mill of Valmere 2\nHouse"], "The mill of Valmere\nMill\n\nHouse"),
    (["12 March 2019\nMill", "13 March 2019\nHouse"], "12 March 2019\nMill\n\n13 March 2019\nHouse"),
    (["He said: “The mill of the town of", "Valmere stays.”"], "He said: “The mill of the town of\nValmere stays.”"),
    (["The mill, the house,", "Valmere itself"], "The mill, the house,\nValmere itself"),
    (["“It stays,” he said of the mill", "Valmere"], "“It stays,” he said of the mill\n\nValmere"),
    (["Mill\nHouse\n\n– 7 –"], "Mill\nHouse"),
    (["Стр. 7\n\nМельница\nДом"], "Мельница\nДом"),
    (["Voters\n1200", "Houses\n900"], "Voters\n1200\n\nHouses\n900"),
    (["7"], "7"),
    (["Mill", "", "  ", "House"], "Mill\n\nHouse"),
    (["Long " * 40 + "1", "Long " * 40 + "2"], "Long " * 40 + "1\n\n" + "Long " * 40 + "2"),
    ([], ""),
    (["", ""], ""),
]
WORDS = [
    ("a sale deci-\nsion was taken", "a sale decision\nwas taken"),
    ("the own-\ners, he said", "the owners,\nhe said"),
    ("the own-\ners\nof it", "the owners\nof it"),
    ("DECI-\nSION OF", "DECISION\nOF"),
    ("a pro-\nposal of", "a proposal\nof"),
    ("all-\nowed ex-\nport of", "allowed\nexport\nof"),
    ("the fleet-\nowners of", "the fleet-owners\nof"),
    ("a long-\nterm plan", "a long-term\nplan"),
    ("the light-\nhouse of", "the lighthouse\nof"),
    ("Mr Black-\nwood of", "Mr Blackwood\nof"),
    ("нову по-\nлитику и", "нову политику\nи"),
    ("прэм'ер-\nміністр і", "прэм'ер-міністр\nі"),
    ("Franco-\nGerman talks", "Franco-German\ntalks"),
    ("a well-\nknown man", "a well-known\nman"),
    ("a broad-\nbased one", "a broad-based\none"),
    ("the sky-blue, sky-\nblue door", "the sky-blue, sky-blue\ndoor"),
    ("an e-\nmail came", "an e-mail\ncame"),
    ("X-\nrays of it", "X-rays\nof it"),
    ("дом Т-\nобразный, да", "дом Т-образный,\nда"),
    ("US-\nbacked men", "US-backed\nmen"),
    ("the EU-\nSummit of May", "the EU-Summit\nof May"),
    ("про реше\u00ad\nние суда", "про решение\nсуда"),
    ("какого-\nто дела", "какого-то\nдела"),
    ("реше-\nние.", "решение."),
    ("from 5-\nto 6 and -\nthen so", "from 5-\nto 6 and -\nthen so"),
    ("up-to-\ndate one", "up-to-\ndate one"),
]


@pytest.mark.parametrize(("pages", "text"), EDGES, ids=range(len(EDGES)))
def test_pages_are_one_text_without_feet_and_running_heads(pages: list[str], text: str) -> None:
    assert whole_text(pages)[0] == text


@pytest.mark.parametrize(("broken", "whole"), WORDS, ids=range(len(WORDS)))
def test_words_are_whole(broken: str, whole: str) -> None:
    assert whole_text([broken])[0] == whole


def test_word_that_a_page_breaks_stands_where_it_begins() -> None:
    text, places = whole_text(["The sale deci-\n\n1", "sion was taken\nin May\n\n2"])

    assert [text[start:end] for start, end in places] == ["The sale decision", "was taken\nin May"]
    assert whole_text(["The deci-", "sion"]) == ("The decision", [(0, 12), (12, 12)])


@pytest.mark.parametrize("piece", ["a-\n", "a", "-\n", "a-", "a \n", "1\n\n", "\n"])
def test_pages_are_put_together_in_linear_time(piece: str) -> None:
    assert grows_in_proportion(lambda size: whole_text([piece * (size // len(piece))] * 2), 50_000)
