"""What is denied, asked or supposed carries its mark on every page and in every JSON that shows it, and no title says it as said."""

import re
from html import unescape

import pytest

from archive import publication
from archive.models import Statement
from tests import factories as make

pytestmark = pytest.mark.django_db
WORDS = "the toll programme at Orsel was in trouble"
CLAIM = "The toll programme at Orsel was in trouble."
FORCES = [("denied", "Denied", "denies"), ("asked", "Asked", "relays"), ("supposed", "Supposed", "relays")]


def public(force: str, stance: str = "", **fields) -> Statement:
    """A public statement held so; with a stance, linked to the claim."""
    fields = {"speakers": [make.make_speaker("Ada Moreau")], "said_on": "2023-05-17"} | fields
    statement = make.make_accepted_statement(words=WORDS, force=force, **fields)
    if stance:
        make.make_occurrence(statement, CLAIM, stance=stance)
    return publication.publish(statement, by=make.the_chief())


def text_of(html: str) -> str:
    """What a reader sees of a page, without its head."""
    body = re.sub(r"<(script|style|head)\b.*?</\1>", "", html, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.mark.parametrize(("force", "mark"), [row[:2] for row in FORCES])
def test_every_page_that_shows_the_words_marks_them(client, force, mark):
    statement = public(force)
    speaker, document = statement.attributions.get().speaker, statement.document
    lists = ["/", "/chronology/", "/chronology/2023/05/17/", "/search/?q=toll", speaker.get_absolute_url()]
    lists += [document.outlet.get_absolute_url(), statement.get_absolute_url()]

    for address in lists:
        shown = text_of(client.get(address).content.decode())
        assert re.search(rf"\b{mark} {WORDS}", shown), address
    assert f"[{mark}] {WORDS}" in text_of(client.get(document.get_absolute_url()).content.decode())


@pytest.mark.parametrize(("force", "mark", "stance"), FORCES)
def test_trail_of_a_claim_marks_them_once(client, force, mark, stance):
    public(force, stance)

    shown = client.get("/claims/the-toll-programme-at-orsel-was-in-trouble/").content.decode()

    article = text_of(re.search(r"<article>.*?</article>", shown, re.S)[0])
    assert article.count(mark) == 1
    assert article.index(mark) < article.index(WORDS)


def test_what_is_simply_said_has_no_mark(client):
    statement = public("asserted")

    shown = client.get("/chronology/").content.decode() + client.get(statement.get_absolute_url()).content.decode()

    assert 'class="held"' not in shown
    assert "[Asserted]" not in shown


@pytest.mark.parametrize(("force", "mark"), [row[:2] for row in FORCES])
def test_titles_say_how_the_words_are_held(client, force, mark):
    page = client.get(public(force).get_absolute_url()).content.decode()

    assert f"Ada Moreau, 17 May 2023: [{mark}] {WORDS}" in re.search(r"<title>(.*?)</title>", page, re.S)[1]
    assert f'<meta property="og:description" content="[{mark}] {WORDS}">' in page


def test_translation_and_repetition_are_listed_with_the_mark(client):
    original = public("denied")
    make.make_public_statement(
        make.make_document("«Программа в беде»"), "Программа в беде", force="denied", language="ru", translation_of=original
    )

    assert "[Denied] Программа в беде" in text_of(client.get(original.get_absolute_url()).content.decode())


def test_lists_are_narrowed_to_what_is_denied(client):
    public("denied")
    public("asserted", said_on="2023-06-01")

    page = client.get("/chronology/?force=denied")

    assert (page.context["count"]().number, [one.name for one in page.context["years"]]) == (1, ["2023"])
    assert "How it is said" in text_of(page.content.decode())


def test_api_tells_the_force_and_narrows_to_it(client):
    denied, asserted = public("denied", "denies"), public("asserted", said_on="2023-06-01")

    listed = client.get("/api/v1/statements/").json()["results"]
    narrowed = client.get("/api/v1/statements/?force=denied").json()["results"]
    linked = client.get("/api/v1/occurrences/").json()["results"]

    assert {one["id"]: one["force"] for one in listed} == {denied.public_id: "denied", asserted.public_id: "asserted"}
    assert [one["id"] for one in narrowed] == [denied.public_id]
    assert [one["statement"]["force"] for one in linked] == ["denied"]
    assert client.get("/api/v1/statements/?force=hinted").status_code == 400


def test_change_of_force_stands_in_the_log_in_words(client):
    statement = public("asserted")
    publication.correct(statement, by=make.the_chief(), changes={"force": "denied"}, revision_class="correction", reason="She denied it.")

    shown = text_of(client.get("/corrections/").content.decode())

    assert "how it is said before: said now: denied" in shown
    assert "She denied it." in shown
