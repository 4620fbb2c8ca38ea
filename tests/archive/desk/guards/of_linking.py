"""What is refused where words are linked: on the pages of pairs, behind an acceptance, on a card, and where an answer is taken back."""

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from archive import linking, publication
from archive.desk.pairs.answering import link_address
from archive.desk.pairs.question import Question
from archive.enums import Answer
from archive.linking.side import Side, Sides
from archive.models import Statement, Suggestion, User
from tests import factories as make
from tests.archive.desk.guards.meeting import Meeting, Situation
from tests.archive.desk.guards.of_doubts import signed_in
from tests.archive.desk.guards.of_undo import undoing
from tests.archive.desk.pairs.conftest import SAYINGS
from tests.archive.desk.publishing.test_changes import TAKEN
from tests.archive.desk.review.pages import TEXT

ANSWERS = "ancestor-or-self::*[@role='alert'][following-sibling::form[@id='judge']]"
CHOICES = "self::*[@role='alert'][following-sibling::*[1][contains(@class, 'choices')]]"
PROPOSAL = "self::*[@role='alert'][following-sibling::form[contains(@class, 'proposal')]]"


def answering(answer: str, prepared: Callable[[Suggestion], Any], told: str, *ways: str, **typed: Any) -> Situation:
    """A pair of the queue; `prepared` does what others did before or meanwhile."""

    def situation(client: Client) -> Meeting:
        signed_in(client, "editor")
        said = [make.make_accepted_statement(make.make_document(f"Before. {words}"), words, said_on=day) for day, words in SAYINGS[:2]]
        linking.suggest(said)
        pair = Suggestion.objects.with_sides().get()
        prepared(pair)
        question = Question.of(pair)
        sent = {"answer": answer, "claim": question.chosen.pk if question.chosen else "", "words": question.proposed, "note": ""}
        return Meeting(lambda: client.post(question.address, sent | typed), told, ANSWERS, ways)

    return situation


def denied_meanwhile(pair: Suggestion) -> None:
    Statement.objects.filter(pk=pair.passage.statement_id).update(force="denied")


def answered_by_another(pair: Suggestion) -> None:
    linking.judge_suggestion(pair, Answer.DIFFERENT, by=make.make_user("editor", username="Olga"))


def of_two_claims(pair: Suggestion) -> None:
    make.make_occurrence(pair.passage.statement, "One.")
    make.make_occurrence(pair.other.statement, "Two.")


def with_earlier_of_a_variant(pair: Suggestion) -> None:
    make.make_occurrence(pair.other.statement, "Theirs.", likeness="variant")


def linking_to(named: Callable[[Statement], dict[str, str]], told: str, *ways: str, **sent: str) -> Situation:
    """The page that links words to others or to a claim; `named` is what stands in its address beside the statement."""

    def situation(client: Client) -> Meeting:
        signed_in(client, "editor")
        statement = make.make_accepted_statement(None, "The toll on the bridge stays.")
        address = link_address(statement=statement.public_id, **named(statement))
        return Meeting(lambda: client.post(address, {"note": "", "earlier": "", "later": ""} | sent), told, ANSWERS, ways)

    return situation


def another_statement(_statement: Statement) -> dict[str, str]:
    return {"other": make.make_accepted_statement(None, "A toll is taken.", said_on="2020").public_id}


def a_draft(_statement: Statement) -> dict[str, str]:
    return {"other": make.make_statement(None, "A toll is taken.").public_id}


def a_claim_it_carries(statement: Statement) -> dict[str, str]:
    return {"claim": make.make_occurrence(statement).claim.slug}


def making_a_claim(words: str, told: str, **fields: Any) -> Situation:
    """Offered behind the acceptance of a statement: a new claim in words that are typed."""

    def situation(client: Client) -> Meeting:
        signed_in(client)
        statement = make.make_accepted_statement(make.make_document(TEXT), "No", **fields)
        address = reverse("desk:links", args=[statement.public_id])
        return Meeting(lambda: client.post(address, {"act": "new", "claim": words}), told, CHOICES, ["Make this claim and link"])

    return situation


def taking(prepared: Callable[[Statement], Any], told: str, force: str) -> Situation:
    """A proposal that another wants to be held of a public statement; `prepared` links it meanwhile."""

    def situation(client: Client) -> Meeting:
        signed_in(client, "publisher")
        statement = make.make_public_statement(make.make_document(TEXT), "The bridge will open in spring")
        address = reverse("desk:change", args=[make.make_change_proposal(statement, force=force).pk])
        prepared(statement)
        return Meeting(lambda: client.post(address, TAKEN), told, PROPOSAL)

    return situation


def likened(statement: Statement) -> None:
    """By negative words, which suit what says them and what is denied."""
    other = make.make_accepted_statement(make.make_document(TEXT), "The bridge will open in spring")
    sides = Sides(*(Side(each, each.start, each.end) for each in (statement, other)))
    linking.judge(sides, Answer.SAME, by=make.make_user("editor", username="Olga"), claim="The bridge will not open.")


def linked_and_published(by: User) -> None:
    statement = make.make_accepted_statement()
    make.make_occurrence(statement, by=by)
    publication.publish(statement, by=make.the_chief())


def linked_and_undone(by: User) -> None:
    linking.undo(make.make_occurrence(make.make_accepted_statement(), by=by).judgement, by=by)


SITUATIONS: list[tuple[str, Situation]] = [
    (
        "linking/claims.py: Put the claim in neutral words of its own, at most %(longest_claim)s characters.",
        making_a_claim(" ", "Put the claim in neutral words of its own, at most 500 characters."),
    ),
    (
        "linking/forces.py: “%(words)s”: %(misfit)s",
        making_a_claim("The bridge opens.", "“No”: Its speaker only asks or supposes this", force="asked"),
    ),
    (
        "linking/forces.py: The first speaker %(first)s it and the other %(other)s it",
        answering("same", denied_meanwhile, "The first speaker denies it and the other says it."),
    ),
    (
        "linking/forces.py: It is linked to “%(claim)s”",
        taking(make.make_occurrence, "It is linked to “…”. Its speaker only asks or supposes this", "asked"),
    ),
    (
        "linking/forces.py: %(person)s answered “%(answer)s” on these words and others that are said otherwise",
        taking(likened, "Olga answered “same claim” on these words and others that are said otherwise.", "denied"),
    ),
    (
        "linking/judgements.py: These words carry this claim already.",
        linking_to(a_claim_it_carries, "These words carry this claim already.", answer="same"),
    ),
    (
        "linking/judgements.py: This answer was taken back already.",
        undoing(linked_and_undone, "This answer was taken back already.", "judged"),
    ),
    (
        "linking/judgements.py: What it linked is public",
        undoing(linked_and_published, "What it linked is public. A publisher takes that link back", "judged"),
    ),
    (
        "linking/judgements.py: A %(status)s statement can't be linked",
        linking_to(a_draft, "A draft statement can't be linked. Accept it first.", "Check it first", answer="topic"),
    ),
    (
        "linking/judgements.py: These words do not lie inside the statement",
        linking_to(
            another_statement,
            "These words do not lie inside the statement. Choose words of it.",
            "Compare only some of these words",
            answer="topic",
            later="The tolls stay",
        ),
    ),
    (
        "linking/judgements.py: %(person)s answered this pair already: %(answer)s",
        answering("same", answered_by_another, "Olga answered this pair already: different. Undo that first."),
    ),
    (
        "linking/judgements.py: These words carry several claims: %(names)s",
        answering("same", of_two_claims, "These words carry several claims: “One.”; “Two.”", "This claim: “One.”", "This claim: “Two.”"),
    ),
    (
        "linking/judgements.py: Neither side carries a claim yet",
        answering("same", lambda pair: None, "Neither side carries a claim yet. Write the claim in neutral words", words=" "),
    ),
    (
        "linking/occurrences.py: The earlier words don't carry the claim yet",
        answering(
            "relays",
            lambda pair: make.make_occurrence(pair.passage.statement, "Ours."),
            "The earlier words don't carry the claim yet. Link them to it first.",
            "link to others",
        ),
    ),
    (
        "linking/occurrences.py: The words you compare with %(stance)s “%(claim)s” and are marked “%(likeness)s”",
        answering("narrower", with_earlier_of_a_variant, "The words you compare with … “Theirs.” and are marked “…”.", "link to others"),
    ),
]
UNREACHED = {
    "linking/claims.py: “%(claim)s” was merged into “%(merged_into)s”": "the pages offer standing claims alone, and take no other",
    "linking/judgements.py: These are words of one statement": "where both are one, the page looks for another",
    "linking/lookup/parts.py: `CHANGED`": "only the command that writes the index in parts",
    "linking/lookup/parts.py: `NO_FOLDER.format(folder=folder, error=error)`": "only the command that writes the index in parts",
    "linking/lookup/parts.py: `NOT_WHOLE.format(folder=folder)`": "only the command that reads the index in parts",
    "linking/lookup/parts.py: `OTHER_INDEX.format(folder=folder)`": "only the command that reads the index in parts",
    "linking/lookup/parts.py: `OTHER_FILE.format(path=path, host=socket.gethostname())`": "only the command that reads the index in parts",
}
