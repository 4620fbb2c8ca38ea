"""What a person is asked about a statement, on its card of the review screen: every rule, beside its field and with its way out."""

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from archive.models import Document, Statement
from tests import factories as make
from tests.archive.desk.guards.meeting import ANYWHERE, WORDS, Meeting, Situation, field
from tests.archive.desk.people.pages import filled
from tests.archive.desk.review.pages import TEXT, press

SPEAKER, DAY = field("who_0"), field("said_on")
TAKE = ("Take the proposed speaker", "Enter as a new speaker")
ENDS = ("Put the ends right",)


def signed_in(client: Client, *roles: str) -> Any:
    person = make.make_user(*(roles or ("reviewer",)))
    client.force_login(person)
    return person


def accepting(made: Callable[[], Statement], told: str, beside: str, *ways: str) -> Situation:
    def situation(client: Client) -> Meeting:
        signed_in(client)
        statement = made()
        return Meeting(lambda: press(client, statement, htmx=False), told, beside, ways)

    return situation


def draft(words: str = "No", document: Document | None = None, **fields: Any) -> Statement:
    return make.make_statement(document or make.make_document(TEXT), words, **fields)


def of_outlet() -> Statement:
    return draft(document=make.make_document(TEXT, outlet=make.make_outlet("Telexa", since="2023-06")))


def published(day: str) -> Document:
    return make.make_document(TEXT, published=day)


def over_another() -> Statement:
    document = make.make_document(TEXT)
    draft("The bridge will open in spring", document)
    return draft("will open", document)


def in_another_capture() -> Statement:
    statement = draft()
    again = make.make_document(f"{TEXT} A word more.", article=statement.document.article)
    draft(document=again)
    return statement


def whose_source_fell() -> Statement:
    statement = draft()
    make.make_notice(statement.document, "retraction")
    return statement


def saving_speaker(told: str, **fields: Any) -> Situation:
    """The page of a speaker."""

    def situation(client: Client) -> Meeting:
        signed_in(client, "editor")
        make.make_speaker("Anna Kovaleva")
        one = make.make_speaker("Jan Kessel")
        address = reverse("desk:speaker", args=[one.slug])
        return Meeting(lambda: client.post(address, filled(client.get(address), **fields)), told, ANYWHERE)

    return situation


OF_STATEMENTS = "doubts/statements.py: "
OF_NAMES = "doubts/names.py: "
OF_SPANS = "doubts/spans.py: "
SITUATIONS: list[tuple[str, Situation]] = [
    (OF_STATEMENTS + "no-speaker", accepting(lambda: draft(speakers=[]), "No speaker stands beside these words.", SPEAKER)),
    (OF_STATEMENTS + "no-speaker", accepting(lambda: draft(speakers=["he"]), "“he” names nobody.", SPEAKER)),
    (
        OF_STATEMENTS + "unknown-speaker",
        accepting(lambda: draft(speakers=["Ivan Petrov"]), "leads to no speaker of the archive yet", SPEAKER, *TAKE),
    ),
    (
        OF_STATEMENTS + "odd-name",
        accepting(lambda: draft(speakers=[make.make_speaker("Ivan Petr0v")]), "“Ivan Petr0v” does not look like the name", SPEAKER),
    ),
    (
        OF_STATEMENTS + "unsure-speaker",
        accepting(lambda: draft(confidence=0.62), "Only 62 % sure: that it is … who says this.", SPEAKER),
    ),
    (OF_STATEMENTS + "no-date", accepting(lambda: draft(said_on="", undated=False), "It has no date", DAY, "No date can be found")),
    (OF_STATEMENTS + "in-the-future", accepting(lambda: draft(said_on="2199"), "The day of saying is still to come: 2199.", DAY)),
    (
        OF_STATEMENTS + "after-published",
        accepting(lambda: draft(document=published("2023-05-16")), "Said on 17 May 2023, after the document was published", DAY),
    ),
    (
        OF_STATEMENTS + "published-otherwise",
        accepting(
            lambda: draft(document=published("2023-05-18"), said_rule="publication"),
            "was read as that of publication",
            DAY,
            "Take the day of publication",
        ),
    ),
    (OF_STATEMENTS + "before-outlet", accepting(of_outlet, "Said before the first year of Telexa (June 2023).", DAY)),
    (
        OF_STATEMENTS + "before-speaker",
        accepting(
            lambda: draft(speakers=[make.make_speaker("Anna Holt", since="2024")]), "Said before the first year of Anna Holt (2024).", DAY
        ),
    ),
    (
        OF_STATEMENTS + "same-words",
        accepting(
            over_another, "A statement has these words already: “The bridge will open in spring”.", WORDS, "Open the other statement"
        ),
    ),
    (
        OF_STATEMENTS + "same-words",
        accepting(
            in_another_capture, "A statement of another capture of the article has these words already", WORDS, "Open the other statement"
        ),
    ),
    (OF_STATEMENTS + "source", accepting(whose_source_fell, "…etract…", WORDS)),
    (OF_SPANS + "mid-word", accepting(lambda: draft("ridge will"), "The words begin or end inside a word: “bridge”.", WORDS, *ENDS)),
    (OF_SPANS + "on-a-space", accepting(lambda: draft("No,” "), "The words begin or end on a space.", WORDS, *ENDS)),
    (OF_SPANS + "on-marks", accepting(lambda: draft("“No,”"), "The words begin or end on their own quotation marks.", WORDS, *ENDS)),
    (OF_NAMES + "may-be-a-body", saving_speaker("“Ministry of Roads” looks like the name of a body", name="Ministry of Roads")),
    (OF_NAMES + "odd-name", saving_speaker("“Jan Kesse1” does not look like the name of a person.", name="Jan Kesse1")),
    (
        OF_NAMES + "name-known",
        saving_speaker("“Anna Kovaleva” is the name of another speaker already: Anna Kovaleva", name="Anna Kovaleva"),
    ),
    (OF_NAMES + "name-alike", saving_speaker("“Anna Kovalevа” looks like “Anna Kovaleva”", name="Anna Kovalevа")),
]
UNREACHED = {
    "doubts/__init__.py: `list(doubts)`": "raises what the rules above found",
    "doubts/__init__.py: `asked.values()`": "raises what the rules above found, of many at once",
    "doubts/__init__.py: `one['key']`": "makes no doubt but reads one that was kept",
}
