"""Citations in prose."""

from dataclasses import replace

from hypothesis import given
from markdown_it import MarkdownIt

from tests.timeline.record.citing.examples import DIRECT, INDIRECT, TEXTS
from timeline.record.citing.credits import attributed
from timeline.record.citing.prose import markdown, plain

LINK = "http://testserver/statements/k7m2q9xw4t/"
MARKDOWN = MarkdownIt("commonmark").enable("strikethrough").enable("table")


def read(text):
    """What a reader sees, and whether it stands in a quotation, by a parser of its own."""
    tokens = MARKDOWN.parse(text)
    blocks = ["".join(part.content for part in token.children) for token in tokens if token.type == "inline"]
    assert {token.type for token in tokens} <= {"inline", "paragraph_open", "paragraph_close", "blockquote_open", "blockquote_close"}
    parts = {part.type for token in tokens for part in token.children or []}
    assert parts <= {"text", "link_open", "link_close", "text_special"}
    return blocks, any(token.type == "blockquote_open" for token in tokens)


def links(text):
    return [part.attrs["href"] for token in MARKDOWN.parse(text) for part in token.children or [] if part.type == "link_open"]


def test_plain():
    article, kept = (
        "J. Doe, “Toll & tax”, Telexa, 18 May 2023, https://telexa.example/1",
        f"On Record, version 1, accessed 29 November 2026, {LINK}",
    )

    assert plain(DIRECT) == f"“The toll stays” — Ada Moreau, 17 May 2023, quoted in: {article}. {kept}"
    assert plain(INDIRECT) == (
        f"the toll would stay — Ada Moreau, 17 May 2023, as reported by Telexa, indirect speech, in: {article}. {kept}"
    )


def test_plain_of_a_text_without_an_address():
    assert "Telexa, 18 May 2023. On Record, version 1" in plain(replace(DIRECT, source_url=""))


def test_markdown():
    kept = f"[original](<https://telexa.example/1>). [On Record](<{LINK}>), version 1, accessed 29 November 2026"
    article = r"J. Doe, “Toll \& tax”, Telexa, 18 May 2023"

    assert markdown(DIRECT) == f"> The toll stays\n>\n> — Ada Moreau, 17 May 2023, quoted in: {article}, {kept}"
    assert markdown(INDIRECT) == (
        f"the toll would stay — Ada Moreau, 17 May 2023, as reported by Telexa, indirect speech, in: {article}, {kept}"
    )


@given(words=TEXTS, title=TEXTS, outlet=TEXTS, author=TEXTS)
def test_markdown_means_the_words_as_they_were(words, title, outlet, author):
    told = replace(DIRECT, words=words, title=title, outlet=outlet, author=author)
    tail = f"— {attributed(told)}, original. On Record, version 1, accessed 29 November 2026"

    assert read(markdown(told)) == ([words, tail], True)
    assert read(markdown(replace(told, is_quotation=False)))[1] is False


@given(words=TEXTS)
def test_a_paraphrase_in_markdown_means_the_words_as_they_were(words):
    blocks, _ = read(markdown(replace(INDIRECT, words=words)))

    assert [block.partition(" — Ada Moreau")[0] for block in blocks] == [words.partition(" — Ada Moreau")[0]]


def test_markdown_leads_to_the_very_addresses():
    told = replace(DIRECT, source_url="https://telexa.example/a(b)?q=1&copy;=2")

    assert links(markdown(told)) == ["https://telexa.example/a(b)?q=1&copy;=2", LINK]
