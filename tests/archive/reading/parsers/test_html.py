"""What a page says of itself beside its article."""

import contextlib

import pytest

from archive.reading import ReadText, Unreadable, read
from archive.reading.types import LARGEST
from tests.archive.reading.files import TODAY, WORDS, page_of

pytestmark = pytest.mark.usefixtures("both_ways")

PAGE = "https://v.example/talks"


def test_damaged_canonical_address_is_passed_over() -> None:
    head = '<link rel="canonical" href="https://v.example/&#1;"><link rel="canonical" href="https://[v">'

    (found,) = read(page_of(head=f'{head}<meta property="og:url" content="{PAGE}">'), "a.html", today=TODAY)

    assert found.address == PAGE


def test_page_whose_text_is_too_long_for_a_document_is_refused() -> None:
    """In an encoding of one byte a letter, a page that may be read holds more than a document may."""
    words = "Граница будет открыта для всех. " * 300
    raw = page_of("Граница", f"<p>{words}</p>" * 130).decode().encode("cp1251")

    assert len(raw) < LARGEST
    with pytest.raises(Unreadable, match="The page's text is longer than the 2 MB"):
        list(read(raw, "a.html", today=TODAY, charset="windows-1251"))


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Ana Ruiz", "Ana Ruiz"),
        ("Monday August 27, 2018 10:05 am PDT by Ana Ruiz", ""),
        ("March 3, 2021 | Ana Ruiz", "Ana Ruiz"),
        ("Updated March 3, 2021", ""),
        ("Среда, 3 марта 2021", ""),
    ],
)
def test_day_is_no_author(byline: str, author: str) -> None:
    (found,) = read(page_of("Border talks go on", f'<div class="byline">{byline}</div><p>{WORDS} {WORDS}</p>'), "a.html", today=TODAY)

    assert found.author == author


@pytest.mark.parametrize(("words", "is_read"), [(f"{WORDS} {WORDS} {WORDS}", True), ("Please sign in.", False)])
def test_page_of_which_no_article_is_told_apart_is_read_whole_where_it_has_one(words: str, is_read: bool) -> None:
    raw = page_of("Border talks go on", f'<div class="comments"><p>{words}</p></div>').replace(b"<h1>Border talks go on</h1>", b"")
    found: list[object] = []
    with contextlib.suppress(Unreadable):
        found = [one.text for one in read(raw, "a.html", today=TODAY) if isinstance(one, ReadText)]

    assert found == ([words] if is_read else [])


def test_list_of_terms_is_read_as_paragraphs_without_dashes() -> None:
    said = "<dt>Ines Calder</dt><dd>The pier will be built in stone.</dd>"
    said += "<dt>Bram Oduya</dt><dd><p>Nobody asked us.</p><p>Nobody will.</p></dd>"

    (found,) = read(page_of("Harbour hearing", f"<p>{WORDS}</p><dl>{said}</dl><p>{WORDS}</p>"), "a.html", today=TODAY)

    lines = ["Ines Calder", "The pier will be built in stone.", "Bram Oduya", "Nobody asked us.", "Nobody will."]
    assert isinstance(found, ReadText)
    assert "\n".join(lines) in found.text
