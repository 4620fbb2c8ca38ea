"""What stands above the statements of a search, as its page tells it."""

import re

from timeline.finding.asked import question_of
from timeline.finding.partly import named_partly
from timeline.finding.spelled import spelled_like


def page(client, **asked) -> str:
    return " ".join(re.sub("<[^>]+>", " ", client.get("/search/", asked).content.decode()).split())


def above(client, **asked) -> str:
    return page(client, **asked).partition("Words:")[0]


def test_names_stand_above_the_statements_and_no_draft_among_them(client, said):
    shown = page(client, q="Корзун")

    assert "Speakers Lev Korzun minister, born 1960 1 statement by Lev Korzun" in shown
    assert not re.search("Anna|Herald|secret|drafted|withdrawn", shown)
    assert "Lev Korzun" not in above(client, q="Korzun", said_from="2020")


def test_words_that_are_spelled_alike_stand_in_for_those_that_nothing_has(client, said):
    mended = {
        "Kolmn": "Kolmen", "Kolmn -crowns": "", "Kolmn -peace": "Kolmen -peace", "„Kolmn dam“": "„Kolmen dam“", "Kolmn zzz": "",
        "Колмен": "Kolmen", "Korzun": "", "dam": "",
    }  # fmt: skip

    assert "No statement contains “Kolmn damm”. Showing what is spelled like it: “Kolmen dam”." in page(client, q="Kolmn damm")
    assert "spelled like" not in page(client, q="Kolmen dam")
    assert "No statement contains “nothing”." in page(client, q="nothing")
    assert {query: spelled_like(query) for query in mended} == mended


def test_somebody_named_among_other_words_leads_to_his_statements_with_these(client, said):
    asked = ["Корзун 25,000", "Korzun peace", "Lev water", "Korzun", "water"]

    assert "1 statement by Lev Korzun with “water”" in page(client, q="Korzun water")
    assert "1 statement in Ardpress with “no crowns”" in page(client, q="no Ardpress crowns")
    assert "1 statement by Lev Korzun" in above(client, q="Minister Korzun")
    offered = {query: [(one.url, one.statements.number) for one in named_partly(query, question_of(query))] for query in asked}
    assert offered == {query: [] for query in asked} | {
        "Корзун 25,000": [("/speakers/lev-korzun/?q=25%2C000", 1)],
        "Korzun peace": [("/speakers/lev-korzun/?q=peace", 0)],
    }


def test_all_of_a_kind_are_asked_for_alone(client, said):
    shown = above(client, q="Kolmen", more="document")

    assert "Documents Streshin opens the Kolmen dam" in shown
    assert "The Kolmen dam takes" not in shown


def test_lists_of_names_are_narrowed_in_any_spelling(client, said):
    for address, name in (
        ("/speakers/?q=Корзуна", "Lev Korzun"),
        ("/outlets/?q=Ардпресс", "Ardpress"),
        ("/claims/?q=dams+Колмен", "Kolmen"),
    ):
        assert name in client.get(address).content.decode()
    assert "Lev Korzun" not in client.get("/speakers/?q=Korzun+-Lev").content.decode()
