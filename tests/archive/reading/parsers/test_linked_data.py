"""What a page's JSON-LD says of its article."""

import pytest

from archive.reading.parsers.html import tree_of
from archive.reading.parsers.linked_data import articles_in, broken_dates_in, text_of, types_of


def page(json: str):
    return tree_of(f'<html><head><script type="application/ld+json">{json}</script></head><body>x</body></html>')


@pytest.mark.parametrize(
    ("json", "names"),
    [
        ('{"@type": "NewsArticle", "name": "a"}', ["a"]),
        ('{"@graph": [{"@type": "WebPage", "name": "page"}, {"@type": ["Thing", "Article"], "name": "a"}]}', ["a", "page"]),
        ('{"@type": "WebPage", "name": "page", "mainEntity": {"@type": "https://schema.org/BlogPosting", "name": "a"}}', ["a", "page"]),
        ('{"@type": "Article", "name": "a", "comment": [{"@type": "Article", "name": "no"}],}', ["a"]),
        ('<!-- {"@type": "Article", "name": "a"} -->', ["a"]),
        ('{"@type": "Article"', []),
    ],
)
def test_articles_stand_before_the_page(json: str, names: list[str]) -> None:
    assert [node["name"] for node in articles_in(page(json))] == names


def test_date_is_found_in_what_no_reader_of_json_understands() -> None:
    assert broken_dates_in(page('{"datePublished": "2019-05-17" oops')) == ["2019-05-17"]
    assert broken_dates_in(page('{"datePublished": "2019-05-17"}')) == []


def test_types_are_their_last_part_in_small_letters() -> None:
    assert types_of({"@type": ["https://schema.org/NewsArticle", 5]}) == {"newsarticle"}


@pytest.mark.parametrize(
    ("value", "text"), [(" Anna Hill ", "Anna Hill"), ({"name": "Anna"}, "Anna"), ([{}, {"@id": "x"}], "x"), (None, ""), (5, "")]
)
def test_name_in_a_value(value: object, text: str) -> None:
    assert text_of(value) == text
