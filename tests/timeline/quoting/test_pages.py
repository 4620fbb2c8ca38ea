"""The list of occasions, the page of one, and lists of what was said on it."""

import json
import re

import pytest

from archive import publication
from tests.factories import (
    make_accepted_statement,
    make_document,
    make_occasion,
    make_outlet,
    make_public_statement,
    make_speaker,
    the_chief,
)
from tests.timeline import schema_org
from timeline.lists.listed import listed_at

WORDS = "The toll stays for ever, and nobody will be asked"


@pytest.fixture
def talks(db):
    """A press conference in three outlets: in full, cut and translated; beside it what nobody may see, and another occasion."""
    occasion = make_occasion("Talks of the mayors", place="Sarne", held_on="2023-05-17", kind="press-conference")
    said = {"occasion": occasion, "speakers": [(ada := make_speaker("Ada Moreau"), "Ada Moreau", "Mayor")], "said_rule": "dateline"}
    full = make_public_statement(make_document(f"“{WORDS},” she said.", outlet=make_outlet("Telexa")), WORDS, **said)
    gazette = make_document(
        "“The toll stays for ever,” she said. “Nobody saw this,” she said. “And this is drafted.”", outlet=make_outlet("Gazette")
    )
    make_public_statement(gazette, "The toll stays for ever", **said)
    withdrawn = make_public_statement(gazette, "Nobody saw this", **said)
    publication.withdraw(withdrawn, by=the_chief(), revision_class="retraction", reason="No.")
    make_accepted_statement(gazette, "And this is drafted", **said)
    holas = make_document("«Сбор остаётся навсегда».", outlet=make_outlet("Holas"), language="ru")
    make_public_statement(holas, "Сбор остаётся навсегда", language="ru", translation_of=full, **said)
    make_public_statement(occasion=make_occasion("Fair <b>", held_on="2024~"), speakers=[ada])
    return occasion


def test_the_page_tells_who_quoted_what(client, talks):
    page = client.get(talks.get_absolute_url()).content.decode()

    cells = re.findall(r'<a class="stamp \w+" href="[^"]+">([^<]+)<span class="hidden">: ([^<]+)</span></a>([^<]*)', page)
    assert [(way, whose.rpartition(", ")[2], told) for way, whose, told in cells] == [
        ("Cut", "Gazette", ""),
        ("Fullest report", "Holas", " (translation, Russian)"),
        ("Fullest report", "Telexa", ""),
    ]
    assert re.search(r"The toll stays for ever <del><span[^>]+>left out: </span>and nobody will be asked</del>", page)
    assert '<blockquote class="words direct" lang="ru" dir="auto">Сбор остаётся навсегда</blockquote>' in page
    assert re.search(r'href="/compare/\?a=\w+&amp;b=\w+">side by side<span class="hidden">: The toll stays for ever, Gazette</span>', page)
    assert "Nobody saw this" not in page
    assert "And this is drafted" not in page
    assert "3 statements of this occasion" in page
    assert "<small>3 statements: dated by the day at the head of the report</small>" in page
    thing = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
    assert (thing["@type"], thing["name"], thing["startDate"], len(thing["subjectOf"])) == ("Event", "Talks of the mayors", "2023-05-17", 3)
    assert schema_org.faults(thing) == []


@pytest.mark.parametrize("rows", [1, 4])
def test_the_pages_take_the_same_queries_for_one_row_and_four(client, db, django_assert_num_queries, rows):
    occasion = make_occasion("Talks")
    for number in range(rows):
        make_public_statement(make_document(f"Sentence number {number}."), occasion=occasion)
        make_public_statement(occasion=make_occasion(held_on="2023"))

    with django_assert_num_queries(13):
        client.get(occasion.get_absolute_url())
    with django_assert_num_queries(4):
        client.get("/occasions/")


def test_the_list_takes_the_shared_filters(client, talks):
    def listed(query: str) -> list[str]:
        return re.findall(r"<bdi>([^<]+)</bdi></a></p>\n<p class", client.get(f"/occasions/?{query}").content.decode())

    assert listed("") == ["Fair &lt;b&gt;", "Talks of the mayors"]
    assert listed("outlet=gazette") == ["Talks of the mayors"]
    assert listed(f"occasion={talks.public_id}&q=toll") == ["Talks of the mayors"]
    assert "Remove “" in client.get("/occasions/?outlet=gazette&kind=mixed").content.decode()
    assert "3 statements in 3 outlets" in client.get("/occasions/").content.decode()


def test_statements_of_an_occasion_are_the_same_in_every_list(client, talks):
    def counted(query: str) -> list[int]:
        page = client.get(f"/chronology/?{query}").content.decode()
        answer = client.get(f"/api/v1/statements/?{query}&count=1").json()
        return [page.count('class="entry"'), len(answer["results"]), answer["count"]]

    key = f"occasion={talks.public_id}"
    assert counted(key) == [3, 3, 3]
    assert counted(f"{key}&outlet=gazette") == [1, 1, 1]
    assert counted(f"{key}&q=toll&order=-said_on") == [2, 2, 2]
    assert counted(f"{key}&said_from=2024") == [0, 0, 0]
    narrowed = client.get(f"{talks.get_absolute_url()}?outlet=gazette").content.decode()
    assert (narrowed.count('class="entry"'), narrowed.count('class="quote"')) == (1, 3)
    assert [told.shown["text"] for told in listed_at(talks.get_absolute_url(), {"outlet": "gazette"}).each()] == ["The toll stays for ever"]
    assert "Talks of the mayors, Sarne, 17 May 2023" in client.get(f"/chronology/?{key}").content.decode()
    assert client.get("/api/v1/statements/?occasion=nothing").status_code == 400
    statement = client.get(talks.statements.public().first().get_absolute_url()).content.decode()
    assert f'href="{talks.get_absolute_url()}#quoted"' in statement
