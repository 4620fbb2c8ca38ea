"""The table of statements: what it shows, what it is narrowed to, how it goes on, and what is taken out of it."""

import csv
import io
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive import review
from archive.acts import record
from archive.desk.lists import filters, pages
from archive.desk.lists.pages import PAGE
from archive.doubts.statements import SURE
from archive.enums import Verb
from archive.models import Statement
from tests import factories as make

pytestmark = pytest.mark.django_db
LIST = "/desk/statements/"


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_user("viewer"))
    return client


def found(desk: Client, **params: str) -> list[str]:
    """The words of the statements that a filter finds."""
    return [one.text for one in desk.get(LIST, params).context["rows"]]


def say(words: str, **fields) -> Statement:
    return make.make_statement(words=words, **fields)


def test_row_shows_words_speaker_day_source_and_state(desk):
    document = make.make_document(
        "Prices fell, he said.", outlet=make.make_outlet("The Daily Sign"), title="A talk", published="2023-05-18"
    )
    fields = {"said_on": "2023-05-17", "said_rule": "dateline", "said_words": "17 May", "force": "denied"}
    make.make_statement(document, "Prices fell", speakers=[(None, "Olga Reyne", "minister")], **fields)

    told = desk.get(LIST).content.decode()

    wanted = ["Prices fell", "Olga Reyne", "minister", "17 May 2023", "head of the report", "A talk", "The Daily Sign", "18 May 2023"]
    assert [words for words in [*wanted, "Denied", "direct speech", "draft", "leads to no speaker"] if words not in told] == []


def test_nothing_is_told_where_nothing_is_found(desk):
    assert "No statement is so." in desk.get(LIST).content.decode()
    assert "Take one of the filters away" in desk.get(LIST, {"q": "nothing"}).content.decode()


@pytest.mark.parametrize("state", ["draft", "returned", "accepted", "changed", "rejected", "public", "withdrawn"])
def test_states_are_told_apart(desk, state):
    by = make.the_chief()
    say("a draft")
    review.return_to_draft(make.make_accepted_statement(words="came back"), by=by, reason="The date is wrong.")
    make.make_accepted_statement(words="was accepted")
    make.make_rejected_statement(words="was rejected")
    make.make_public_statement(words="is public")
    make.make_withdrawn_statement(words="was withdrawn")
    changed = make.make_accepted_statement(words="was changed", speakers=["Olga Reyne"])
    make_event_of_editing(changed)

    wanted = {
        "draft": ["a draft", "came back"], "returned": ["came back"],
        "accepted": ["was accepted", "was changed"], "changed": ["was changed"],
        "rejected": ["was rejected"], "public": ["is public"], "withdrawn": ["was withdrawn"],
    }  # fmt: skip
    assert found(desk, state=state) == wanted[state]


def make_event_of_editing(statement: Statement) -> None:
    record(Verb.EDITED, statement, by=make.the_chief())


def test_drafts_are_shown_unless_another_state_is_asked_for(desk):
    say("a draft")
    make.make_accepted_statement(words="was accepted")

    assert found(desk) == ["a draft"]
    assert sorted(found(desk, state="any")) == ["a draft", "was accepted"]
    assert found(desk, state="no such state") == ["a draft"]


@pytest.mark.parametrize("state", ["public", "any"])
def test_what_is_missing_is_not_looked_for_among_all_that_is_public(desk, state):
    """That would be read through to its end for a handful of rows, or none."""
    make.make_public_statement(words="is public")

    page = desk.get(LIST, {"state": state, "no_date": "on", "no_speaker": "on"}).content.decode()

    assert page.count("choose another state") == 1
    assert found(desk, state=state, no_date="on") == ["is public"]


def test_filters_narrow(desk):
    known = make.make_speaker("Olga Reyne")
    known.aliases.create(name="Olha Rein")
    paper = make.make_document("one two three", outlet=make.make_outlet("The Daily Sign"), language="be")
    one = make.make_statement(paper, "one", speakers=[known], language="be", confidence=0.3)
    make.make_statement(paper, "two", speakers=["Olga Reyne"], confidence=0.7, said_on="", undated=False)
    make.make_statement(paper, "three", speakers=[], confidence=SURE, said_on="")
    say("Мост открыт", speakers=[known])

    assert found(desk, speaker="reyne") == found(desk, speaker="Olha") == ["one", "Мост открыт"]
    assert found(desk, outlet="daily") == ["one", "two", "three"] == found(desk, document=paper.public_id)
    assert found(desk, no_speaker="on") == ["two", "three"]
    assert found(desk, no_date="on") == ["two"]
    assert found(desk, no_date="on", state="any", document=paper.public_id) == ["two"]
    assert found(desk, language="be") == ["one"]
    assert [found(desk, sure=band) for band in ("unsure", "fairly", "sure", "people")] == [["one"], ["two"], ["three"], ["Мост открыт"]]
    assert found(desk, q="МОСТ") == found(desk, q="мост открыт") == ["Мост открыт"]
    assert found(desk, q="o", language="be", speaker="Reyne") == [one.text]


@pytest.mark.parametrize("field", ["speaker", "outlet"])
def test_letters_that_too_many_names_have_narrow_nothing_and_are_told(desk, field, monkeypatch):
    monkeypatch.setattr(filters, "MOST_NAMED", 1)
    for number in range(2):
        make.make_statement(make.make_document(outlet=make.make_outlet(f"Sign {number}")), speakers=[make.make_speaker(f"Signe {number}")])

    answer = desk.get(LIST, {field: "sign"})

    assert len(answer.context["rows"]) == 2
    assert "More than 1 are called so. Write more of the name." in answer.content.decode()
    assert found(desk, **{field: "nobody"}) == []
    assert len(found(desk, **{field: "…"})) == 2


def test_words_are_found_in_every_state(desk):
    say("Bridges are closed")
    make.make_public_statement(words="The bridge is open")

    assert found(desk, q="bridges") == found(desk, q="bridges", state="draft") == ["Bridges are closed"]
    assert found(desk, q="bridges", state="public") == ["The bridge is open"]
    assert sorted(found(desk, q="bridges", state="any")) == ["Bridges are closed", "The bridge is open"]


def test_filter_that_is_on_is_a_chip_that_takes_it_away(desk):
    document = make.make_document(title="A talk")

    answer = desk.get(
        LIST, {"q": "bridge", "no_date": "on", "document": document.public_id, "state": "any", "sure": "unsure", "order": "newest"}
    )

    chips = {label: (value, parse_qs(urlsplit(without).query)) for label, value, without in answer.context["chosen"].chips()}
    assert {label: value for label, (value, _without) in chips.items()} == {
        "Words": "bridge", "no date": "", "Document": "A talk", "State": "all of them", "How sure": "not sure",
    }  # fmt: skip
    assert sorted(chips["Words"][1]) == ["document", "no_date", "order", "state", "sure"]


def test_document_that_is_not_there_is_named_as_it_was_asked_for(desk):
    (chip,) = desk.get(LIST, {"document": "nowhere"}).context["chosen"].chips()

    assert chip == ("Document", "nowhere", "?")


def written(number: int) -> list[Statement]:
    """So many drafts, in documents of thirty."""
    words = [f"word{place:02}" for place in range(30)]
    texts = [make.make_document(f"{' '.join(words)} day {place}") for place in range(-(-number // 30))]
    return [make.make_statement(texts[place // 30], words[place % 30], speakers=["Olga Reyne"]) for place in range(number)]


@pytest.mark.parametrize("order", ["", "newest"])
def test_pages_follow_each_other_and_lead_back(desk, order):
    rows = written(2 * PAGE + 5)
    wanted = sorted(rows, key=lambda one: ((-1) ** (order == "newest") * one.document_id, one.start))
    address, shown = f"{LIST}?order={order}", []
    while address:
        answer = desk.get(address)
        shown.append([one.pk for one in answer.context["rows"]])
        address = LIST + answer.context["pages"]["after"] if "after" in answer.context["pages"] else ""

    assert [key for one in shown for key in one] == [one.pk for one in wanted]
    before = desk.get(LIST + answer.context["pages"]["before"])
    assert [one.pk for one in before.context["rows"]] == shown[1]
    first = desk.get(LIST + before.context["pages"]["before"])
    assert ([one.pk for one in first.context["rows"]], "before" in first.context["pages"]) == (shown[0], False)


def test_page_marker_of_no_statement_begins_at_the_first(desk):
    say("one")

    assert found(desk, after="77777") == found(desk, after="x") == ["one"]


def test_many_are_counted_up_to_a_thousand(desk, monkeypatch):
    written(PAGE + 1)
    assert desk.get(LIST).context["counted"] == "51 statements"
    monkeypatch.setattr(pages, "MOST_COUNTED", 2)
    assert desk.get(LIST).context["counted"] == "More than 2 statements"


def test_page_costs_a_fixed_number_of_queries(desk):
    written(PAGE + 5)
    desk.get(LIST)
    with CaptureQueriesContext(
        connection,
    ) as few:
        desk.get(LIST)
    written(PAGE + 10)
    with CaptureQueriesContext(connection) as many:
        desk.get(LIST)

    assert len(many) <= len(few) <= 20


# ---------------------------------------------------------------- taken out


def sheet(answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))


def test_what_is_ticked_is_taken_out(desk):
    document = make.make_document("=1+1, he said. Prices fell.", title="A talk", url="https://sign.example/talk")
    one = make.make_statement(document, "=1+1", said_on="2023-05", speakers=[make.make_speaker("Olga Reyne"), (None, "a source", "aide")])
    make.make_statement(document, "Prices fell")

    answer = desk.post(reverse("desk:statements-csv"), {"row": f"{one.pk}:{one.lock_version}"})

    (row,) = sheet(answer)
    assert answer["Content-Disposition"] == 'attachment; filename="statements.csv"'
    assert row | {"document": "", "outlet": ""} == {
        "id": one.public_id, "words": "'=1+1", "speakers": "Olga Reyne; a source", "roles": "; aide", "said on": "2023-05",
        "said on, in words": "May 2023", "kind": "direct speech", "how it is said": "said", "outlet": "", "title": "A talk",
        "published": "", "address": "https://sign.example/talk", "document": "", "place in the source": "", "state": "draft",
    }  # fmt: skip


def test_all_that_the_filter_finds_is_taken_out(desk, monkeypatch):
    monkeypatch.setattr(pages, "TAKEN_AT_ONCE", 2)
    rows = written(5)
    say("another", language="be")

    assert [row["id"] for row in sheet(desk.get(reverse("desk:statements-csv"), {"language": "en"}))] == [one.public_id for one in rows]
