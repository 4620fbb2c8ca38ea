"""What is refused where reports are said to be of one occasion: when it is answered, carried out and taken back."""

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from archive import linking, publication, review
from archive.enums import OccasionAnswer
from archive.identity import reports_together
from archive.models import OccasionSuggestion, Statement, User
from tests import factories as make
from tests.archive.desk.guards.meeting import ANYWHERE, Meeting, Situation
from tests.archive.desk.guards.of_doubts import signed_in
from tests.archive.desk.pairs.test_occasions import WORDS, reported

ANSWERS = "ancestor::*[@role='alert'][following-sibling::form]"
Prepared = Callable[[OccasionSuggestion, User], Any]


def pressed(act: str, prepared: Prepared, told: str, beside: str = ANYWHERE, *reports: str, **typed: Any) -> Situation:
    """A button of the page of reports that hang together, after what others did."""

    def situation(client: Client) -> Meeting:
        by = signed_in(client, *make.CONTENT_ROLES)
        reported("Pavel Lorne", *(WORDS.format(many) for many in reports or ("some", "many")))
        linking.suggest(Statement.objects.all())
        pair = OccasionSuggestion.objects.asked().get()
        sent = {"name": "Talks", "reason": "Of one occasion."} | typed | (prepared(pair, by) or {})
        return Meeting(lambda: client.post(reverse(f"desk:{act}", args=[pair.pk]), sent), told, beside)

    return situation


def nothing(_pair: OccasionSuggestion, _by: User) -> None:
    pass


def denied_meanwhile(pair: OccasionSuggestion, _by: User) -> None:
    Statement.objects.filter(pk=pair.statement_id).update(force="denied")


def of_translations(pair: OccasionSuggestion, _by: User) -> None:
    for pk in (pair.statement_id, pair.other_id):
        Statement.objects.filter(pk=pk).update(translation_of=make.make_statement(occasion=make.make_occasion()))


def all_but_one(pair: OccasionSuggestion, _by: User) -> dict[str, Any]:
    return {"apart": list(Statement.objects.order_by("pk").values_list("pk", flat=True)[1:])}


def answered(pair: OccasionSuggestion, by: User) -> None:
    reports_together.answer(pair, OccasionAnswer.ONE, by=by, occasion="Talks")


def answered_and_published(pair: OccasionSuggestion, by: User) -> None:
    answered(pair, by)
    publication.publish(Statement.objects.get(pk=pair.statement_id), by=by)


def answered_and_returned(pair: OccasionSuggestion, by: User) -> None:
    reports_together.answer(pair, OccasionAnswer.TWO, by=by)
    review.return_to_draft(Statement.objects.get(pk=pair.statement_id), by=by, reason="Who?")


SITUATIONS: list[tuple[str, Situation]] = [
    (
        "identity/one_occasion.py: One speaker says what the other denies, asks or supposes, so these are not reports of one saying",
        pressed("one-occasion", denied_meanwhile, "One speaker says what the other denies, asks or supposes", ANSWERS, given="one"),
    ),
    (
        "identity/one_occasion.py: The two have different occasions",
        pressed("one-occasion", of_translations, "The two have different occasions.", ANSWERS, given="one", name=""),
    ),
    (
        "identity/reports_together.py: Without those you set apart, the others don't hang together",
        pressed(
            "one-occasion",
            all_but_one,
            "Without those you set apart, the others don't hang together.",
            ANSWERS,
            "some",
            "some",
            "many",
            given="one",
        ),
    ),
    (
        "identity/one_occasion.py: They are of one occasion already.",
        pressed("carry-out-occasion", answered, "They are of one occasion already."),
    ),
    (
        "identity/one_occasion.py: Nobody answered that these are of one occasion.",
        pressed("carry-out-occasion", nothing, "Nobody answered that these are of one occasion."),
    ),
    ("identity/one_occasion.py: Nobody has answered this yet.", pressed("undo-occasion", nothing, "Nobody has answered this yet.")),
    (
        "identity/one_occasion.py: “%(statement)s” is public with this occasion",
        pressed("undo-occasion", answered_and_published, "is public with this occasion. Correct the occasion of the statement instead."),
    ),
    (
        "identity/one_occasion.py: A %(status)s statement has no say in this",
        pressed("undo-occasion", answered_and_returned, "A draft statement has no say in this. Accept it first."),
    ),
]
UNREACHED = {
    "identity/one_occasion.py: Somebody changed what is of these occasions while you were answering": (
        "only in the moment between reading the occasions and holding their statements"
    ),
}
