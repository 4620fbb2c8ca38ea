"""Citations for Wikipedia."""

import html
from dataclasses import replace

import mwparserfromhell
import pytest
from hypothesis import given

from archive import edtf
from tests.timeline.record.citing.examples import DIRECT, INDIRECT, TEXTS
from timeline.record.citing.wiki import wiki

LINK = "http://testserver/statements/k7m2q9xw4t/"
KEPT = f"[{LINK} On Record], version 1, accessed 29 November 2026."
ARTICLE = "|author=J. Doe |date=18 May 2023 |title=Toll &#38; tax |publisher=Telexa |language=en"


def read(text):
    """The one template of a citation and its fields, and what stands behind it, by a parser of its own."""
    parsed = mwparserfromhell.parse(text)
    (template,) = parsed.filter_templates()
    parsed.remove(template)
    return str(template.name).strip(), {str(one.name): html.unescape(str(one.value).strip()) for one in template.params}, str(parsed)


def test_wiki():
    assert wiki(DIRECT) == (
        f"{{{{cite news {ARTICLE} |quote=The toll stays |url=https://telexa.example/1}}}} Ada Moreau, 17 May 2023. {KEPT}"
    )


def test_paraphrase_is_no_quote():
    assert wiki(INDIRECT) == (
        f"{{{{cite news {ARTICLE} |url=https://telexa.example/1}}}}"
        f" Ada Moreau, 17 May 2023, as reported by Telexa, indirect speech: the toll would stay. {KEPT}"
    )


@pytest.mark.parametrize(
    ("fields", "template", "work"),
    [
        ({"article_kind": "article", "outlet_kind": "paper"}, "cite news", "newspaper"),
        ({"article_kind": "interview", "outlet_kind": "broadcaster"}, "cite news", "publisher"),
        ({"article_kind": "release", "outlet_kind": "ministry"}, "cite press release", "publisher"),
        ({"article_kind": "transcript", "outlet_kind": "paper"}, "cite web", "publisher"),
        ({"article_kind": "post", "outlet_kind": "other"}, "cite web", "publisher"),
    ],
)
def test_template_follows_what_the_article_is(fields, template, work):
    name, found, _ = read(wiki(replace(DIRECT, **fields)))

    assert (name, found[work]) == (template, "Telexa")


def test_a_text_without_an_address_is_read_here_on_the_day_of_access():
    _, found, _ = read(wiki(replace(DIRECT, source_url="", published=edtf.parse("2022-07/2022-09"))))

    assert (found["url"], found["via"], found["access-date"], found["date"]) == (LINK, "On Record", "29 November 2026", "2022")


def test_what_the_outlet_took_back_stands_behind_the_template():
    told = replace(DIRECT, notice="Telexa retracted this report on 20 May 2023")

    assert wiki(told).endswith(f"}}}} Ada Moreau, 17 May 2023 (Telexa retracted this report on 20 May 2023). {KEPT}")


@given(words=TEXTS, title=TEXTS, author=TEXTS)
def test_fields_come_back_as_they_were(words, title, author):
    _, found, behind = read(wiki(replace(DIRECT, words=words, title=title, author=author)))

    assert (found["quote"], found["title"], found["author"]) == (words, title, author)
    assert set(found) == {"author", "date", "title", "publisher", "language", "quote", "url"}
    assert behind == f" Ada Moreau, 17 May 2023. {KEPT}"


@given(words=TEXTS)
def test_a_paraphrase_is_text_and_nothing_else(words):
    _, found, behind = read(wiki(replace(INDIRECT, words=words)))
    parsed = mwparserfromhell.parse(behind)
    (link,) = parsed.filter_external_links()

    assert "quote" not in found
    assert (str(link.url), str(link.title)) == (LINK, "On Record")
    assert parsed.strip_code().endswith(f"indirect speech: {words}. On Record, version 1, accessed 29 November 2026.")
    assert not {type(node).__name__ for node in parsed.nodes} - {"Text", "HTMLEntity", "ExternalLink"}
