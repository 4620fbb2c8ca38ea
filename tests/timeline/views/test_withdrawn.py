"""What is left of a withdrawn statement: its address says class, day and reason, and its words stand on no page and in no answer."""

import json
from datetime import UTC, datetime
from functools import partial

import pytest

from archive.enums import TextPolicy
from archive.models import Document, Revision, Statement
from archive.publication import correct, withdraw
from tests import factories as make
from tests.between import before_reading

pytestmark = pytest.mark.django_db
WORDS = "The quinces of Ostrel are poisoned"
REPEATED = "Quinces are poisoned, she says"
TEXT = f"Fruit in Ostrel\n\n“It rained all day,” said Ada Moreau. “{WORDS},” she added. “Pears are fine,” she said."
AT = datetime(2024, 8, 2, 9, tzinfo=UTC)


@pytest.fixture
def statement() -> Statement:
    """With a neighbour in the same text, which was captured twice and printed by another outlet too."""
    outlet = make.make_outlet("Telexa", text_policy=TextPolicy.FULL)
    document = make.make_document(TEXT, outlet=outlet, url="https://telexa.example/1", title=WORDS)
    again = make.make_document(
        TEXT.replace(f"{WORDS},", f"{WORDS.replace(' of ', chr(10) + 'of ')},"), article=document.article, title=WORDS
    )
    copy = make.make_document(TEXT, outlet=make.make_outlet("Gazette", text_policy=TextPolicy.FULL), title=WORDS, wire_copy_of=document)
    occasion, speakers = make.make_occasion("Fair"), [make.make_speaker("Ada Moreau")]
    for one in (document, again, copy):
        make.make_public_statement(one, "It rained all day", occasion=occasion, speakers=speakers, claims=["It rained."])
        make.make_public_statement(one, "Pears are fine", occasion=occasion, speakers=speakers)
    return make.make_public_statement(document, WORDS, occasion=occasion, speakers=speakers, claims=["The quinces of Ostrel are bad."])


def addresses() -> list[str]:
    """Every page and list on which its words could stand."""
    told = [row.get_absolute_url() for row in (*Statement.objects.all(), *Document.objects.all())]
    lists = ["statements", "claims", "occurrences", "speakers", "outlets", "documents", "occasions", "corrections"]
    pages = ["/", "/chronology/", "/chronology/2023/", "/chronology/2023/05/17/", "/claims/", "/speakers/", "/outlets/", "/corrections/"]
    named = [
        "/claims/it-rained/",
        "/claims/the-quinces-of-ostrel-are-bad/",
        "/speakers/ada-moreau/",
        "/outlets/telexa/",
        "/search/?q=poisoned",
    ]
    return [
        *told, *pages, *named, *(f"/api/v1/{name}/" for name in lists), "/api/v1/statements/?q=poisoned", "/api/v1/claims/it-rained/trail/",
        *(f"/api/v1{path}" for path in told),
    ]  # fmt: skip


def holding(client, words: str) -> list[str]:
    def text_of(address: str) -> str:
        answer = client.get(address)
        shown = json.dumps(answer.json(), ensure_ascii=False) if "json" in answer.headers["Content-Type"] else answer.content.decode()
        return " ".join(shown.replace("\\n", " ").split()).lower()

    return [address for address in addresses() if words.lower() in text_of(address)]


def test_words_stand_nowhere_after_they_were_withdrawn(client, statement):
    assert len(holding(client, "are poisoned")) > 10

    withdraw(statement, by=make.the_chief(), revision_class="retraction", reason="She never said it.", at=AT)

    assert holding(client, "are poisoned") == []
    assert holding(client, "quinces of ostrel") == []


def test_reasons_of_earlier_changes_are_told_no_more(client, statement):
    reason = "“Quinces are poisonous” was misread."
    correct(statement, by=make.the_chief(), changes={"locator": "page 2"}, revision_class="typo", reason=reason)
    assert len(holding(client, "quinces are poisonous")) == 4  # its page, home, the log and the log in JSON

    withdraw(statement, by=make.the_chief(), revision_class="retraction", reason="She never said it.", at=AT)

    assert holding(client, "quinces are poisonous") == []
    assert {"/corrections/", "/api/v1/corrections/"} <= set(holding(client, "She never said it."))
    assert Revision.objects.of(statement).filter(reason=reason).exists()


@pytest.mark.parametrize("revision_class", ["retraction", "legal-removal"])
def test_its_address_says_class_day_and_reason_on_page_and_api(client, statement, revision_class):
    etag = client.get(statement.get_absolute_url()).headers["ETag"]
    known = client.get(f"/api/v1/statements/{statement.public_id}/").headers["ETag"]
    withdraw(statement, by=make.the_chief(), revision_class=revision_class, reason="She never said it.", at=AT)

    page = client.get(statement.get_absolute_url(), headers={"If-None-Match": etag})
    answer = client.get(f"/api/v1/statements/{statement.public_id}/", headers={"If-None-Match": known})

    words = page.content.decode()
    assert (page.status_code, answer.status_code) == (410, 410)
    assert [part for part in ("2 August 2024", "She never said it.", revision_class.replace("-", " ")) if part not in words] == []
    assert '<meta name="robots" content="noindex">' in words
    assert "og:" not in words
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank", "title": "Gone", "status": 410, "detail": "This statement was withdrawn.",
        "instance": f"/api/v1/statements/{statement.public_id}/", "withdrawn_at": "2024-08-02T09:00:00+00:00", "class": revision_class,
        "reason": "She never said it.",
    }  # fmt: skip


def test_reason_has_a_direction_and_letters_of_its_own(client, statement):
    withdraw(statement, by=make.the_chief(), revision_class="retraction", reason="Он этого не говорил.", at=AT)

    told = '<bdi lang="und-Cyrl">Он этого не говорил.</bdi>'
    id_ = statement.public_id
    for path in (f"/statements/{id_}/", f"/embed/statements/{id_}/", f"/compare/?a={id_}", "/corrections/", "/"):
        assert told in client.get(path).content.decode(), path


@pytest.mark.parametrize(("time", "page", "status"), [
    (1, "/statements/{statement}/", 410), (1, "/statements/{statement}/cite.bib", 200), (1, "/documents/{document}/", 404),
    (2, "/documents/{document}/", 200), (1, "/api/v1/documents/", 200), (1, "/api/v1/documents/{document}/", 200),
])  # fmt: skip
def test_withdrawal_while_a_page_is_made_breaks_nothing(client, time, page, status):
    row = make.make_public_statement(make.make_document("Pears are fine.", outlet=make.make_outlet("Telexa"), title="Pears are fine"))
    address = page.format(statement=row.public_id, document=row.document.public_id)
    act = partial(withdraw, row, by=make.the_chief(), revision_class="retraction", reason="She never said it.", at=AT)

    with before_reading("archive_documententry", act, time=time):
        answer = client.get(address)

    assert answer.status_code == status
