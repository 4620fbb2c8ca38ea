"""What is refused on the cards of the review screen and beside them."""

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from archive.models import Document, Statement
from archive.review import change
from tests import factories as make
from tests.archive.desk.guards.meeting import ANYWHERE, BUTTONS, WORDS, Meeting, Situation, field
from tests.archive.desk.guards.of_doubts import DAY, SPEAKER, draft, signed_in
from tests.archive.desk.review.pages import TEXT, press

OTHER = "Open the other statement"
FORCE, OCCASION, REMARK = field("force"), field("occasion"), field("remark")


def pressing(act: str, made: Callable[[], Statement], told: str, beside: str = BUTTONS, *ways: str, **typed: Any) -> Situation:
    """A button of a card."""

    def situation(client: Client) -> Meeting:
        signed_in(client)
        statement = made()
        return Meeting(lambda: press(client, statement, act, htmx=False, **typed), told, beside, ways)

    return situation


def sending(name: str, told: str, typed: Callable[[Document], dict[str, Any]], beside: str = ANYWHERE, *ways: str) -> Situation:
    """A form beside the cards."""

    def situation(client: Client) -> Meeting:
        signed_in(client)
        document = make.make_document(TEXT)
        sent = typed(document)
        return Meeting(lambda: client.post(reverse(f"desk:{name}", args=[document.public_id]), sent), told, beside, ways)

    return situation


def two(
    first: dict[str, Any] | None = None, second: dict[str, Any] | None = None, words: tuple[str, str] = ("The bridge", "will open")
) -> Statement:
    """The first of two that stand behind each other."""
    document, speaker = make.make_document(TEXT), make.make_speaker()
    one, _other = (
        draft(text, document, **({"speakers": [speaker]} | (fields or {}))) for text, fields in zip(words, (first, second), strict=True)
    )
    return one


def with_another_between() -> Statement:
    statement = two(words=("The bridge", "in spring"))
    draft("bridge will open", statement.document)
    return statement


def far_apart() -> Statement:
    document = make.make_document(f"First. {'Nothing was said. ' * 20} Last.")
    speaker = make.make_speaker()
    statement = draft("First.", document, speakers=[speaker])
    draft("Last.", document, speakers=[speaker])
    return statement


def linked(**fields: Any) -> Statement:
    statement = make.make_accepted_statement(make.make_document(TEXT), "The bridge will open in spring", **fields)
    make.make_occurrence(statement, "The bridge will open.")
    return Statement.objects.get(pk=statement.pk)


def of_a_translated_one() -> Statement:
    original = draft(occasion_proposed="talks")
    make.make_public_statement(translation_of=original)
    return original


def text_of_another_place() -> Statement:
    statement = draft()
    Statement.objects.filter(pk=statement.pk).update(text="Yes")
    return statement


def rejected() -> Statement:
    statement = draft("will open")
    make.make_rejected_statement(statement.document, "The bridge")
    return statement


def changed_meanwhile() -> Statement:
    statement = draft()
    change(Statement.objects.get(pk=statement.pk), {"kind": "indirect"}, by=make.the_chief())
    return statement


def ticking(act: str, made: Callable[[], Statement], told: str) -> Situation:
    """A row of the list of statements."""

    def situation(client: Client) -> Meeting:
        signed_in(client)
        one = made()
        sent = {"act": act, "row": f"{one.pk}:{one.lock_version}", "sure": "yes"}
        return Meeting(lambda: client.post(reverse("desk:statements-act"), sent), told, ANYWHERE)

    return situation


def span(words: str) -> dict[str, int]:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


def words_taken(document: Document) -> dict[str, Any]:
    draft(document=document)
    return span("No")


def marking(document: Document) -> dict[str, Any]:
    one = make.make_accepted_statement(document, "The bridge", speakers=[make.make_speaker("Anna Kovaleva")])
    make.make_occurrence(one, "The bridge will open.")
    return {"marked": [one.public_id], "said_on": "15 May 2023"}


SITUATIONS: list[tuple[str, Situation]] = [
    (
        "review/values.py: These words are a statement already (%(state)s): “%(words)s”.",
        pressing("save", rejected, "These words are a statement already (rejected): “The bridge”.", WORDS, OTHER, **span("The bridge")),
    ),
    (
        "review/values.py: These words are a statement already (%(state)s): “%(words)s”.",
        sending("enter", "These words are a statement already (draft): “No”.", words_taken, field("text"), OTHER),
    ),
    (
        "review/values.py: %(speaker)s stands there already",
        pressing("save", lambda: draft(speakers=["Ivan Petrov"]), "Ivan Petrov stands there already.", SPEAKER, who_1="Ivan Petrov"),
    ),
    (
        "review/cutting.py: This place does not lie inside the words",
        pressing("split", draft, "This place does not lie inside the words.", WORDS, at="3"),
    ),
    (
        "review/cutting.py: Nothing would be left on one side",
        pressing("split", lambda: draft("The bridge "), "Nothing would be left on one side.", WORDS, at=str(TEXT.index("The bridge") + 10)),
    ),
    (
        "review/cutting.py: Too much stands between them: more than %(n)d characters",
        pressing("join", far_apart, "Too much stands between them: more than 200 characters.", WORDS, OTHER),
    ),
    (
        "review/cutting.py: Another statement stands between them (%(state)s): “%(words)s”",
        pressing("join", with_another_between, "Another statement stands between them (draft): “bridge will open”.", WORDS, OTHER),
    ),
    (
        "review/cutting.py: `why`",
        pressing("join", lambda: two({"speakers": ["a source"]}), "Others say the one than the other.", SPEAKER, OTHER),
    ),
    ("review/cutting.py: `why`", pressing("join", lambda: two({"force": "denied"}), "One is held otherwise than the other", FORCE, OTHER)),
    ("review/cutting.py: `why`", pressing("join", lambda: two({"said_on": "2022"}), "They were said on different days.", DAY, OTHER)),
    (
        "review/cutting.py: `why`",
        pressing(
            "join",
            lambda: two({"occasion": make.make_occasion("Talks")}, {"occasion": make.make_occasion("Supper")}),
            "They were said on different occasions.",
            OCCASION,
            OTHER,
        ),
    ),
    (
        "review/judging.py: It is linked to a claim",
        pressing(
            "return",
            linked,
            "It is linked to a claim. Take that answer back first, then return it.",
            REMARK,
            "Open the answer",
            remark="Who?",
        ),
    ),
    (
        "review/judging.py: It is linked to a claim",
        sending("change-all", "It is linked to a claim.", marking, field("occasion"), "Open the answer"),
    ),
    (
        "review/judging.py: These words are not what stands in the document at this place",
        pressing("accept", text_of_another_place, "These words are not what stands in the document", WORDS),
    ),
    (
        "review/occasions.py: A public translation of “%(statement)s” counts under its occasion",
        pressing(
            "save", of_a_translated_one, "A public translation of “No” counts under its occasion.", OCCASION, occasion="Talks in Sarne"
        ),
    ),
    (
        "review/occasions.py: It has its occasion already: %(occasion)s.",
        pressing(
            "name-occasion", lambda: draft(occasion_proposed="talks"), "It has its occasion already: Supper", OCCASION, occasion="Supper"
        ),
    ),
    (
        "review/changing.py: `errors.OVERTAKEN`",
        pressing("save", changed_meanwhile, "Somebody else saved this while you were editing.", read_version="1"),
    ),
    (
        "acts.py: `errors.NO_REASON`",
        pressing(
            "return",
            lambda: make.make_accepted_statement(make.make_document(TEXT), "No"),
            "Give a reason: it is kept with the record.",
            REMARK,
            remark=" ",
        ),
    ),
    (
        "acts.py: `errors.WRONG_STATE[act].format(**named)`",
        ticking(
            "accept",
            lambda: make.make_accepted_statement(make.make_document(TEXT), "No"),
            "This statement is accepted; only what is draft can be accepted.",
        ),
    ),
]
UNREACHED = {
    "review/values.py: %(speaker)s was removed meanwhile": "only in the moment between reading the form and holding the row",
    "review/values.py: These words do not lie inside the text": "the form refuses such places first",
    "review/values.py: This can't be changed in a statement: %(names)s.": "only code can name another field",
    "review/cutting.py: These do not stand behind each other in one text": "the desk itself chooses what follows",
    "review/occasions.py: No occasion was read in the text": "no button where none was read",
    "review/changing.py: Other words are chosen for one statement at a time.": "the forms for many ask for no words",
    "review/editing.py: People gave answers on these words where they stand, and that is kept": "only the tables move one elsewhere",
    "acts.py: `errors.NO_PERSON`": "only the machine: a page of the desk has somebody signed in",
    "acts.py: `errors.COLLIDES`": "only in the moment between validating a row and saving it",
}
