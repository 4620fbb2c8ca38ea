"""What is refused where a person takes an act of their own back, or marks a translation: told above the page that they come from."""

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from archive import linking, publication, removal, review
from archive.acts import record
from archive.enums import StatementStatus, Verb
from archive.identity.merged_speakers import merge_speakers
from archive.linking.translations import LABEL
from archive.models import Event, Statement, Suggestion, User
from tests import factories as make
from tests.archive.desk.guards.meeting import ANYWHERE, Meeting, Situation
from tests.archive.desk.guards.of_doubts import draft, signed_in
from tests.archive.desk.pairs.conftest import SAYINGS

Acting = Callable[[User], Statement | None]


def undoing(acted: Acting, told: str, verb: str = "", role: str = "reviewer") -> Situation:
    """`acted` does what is taken back: the last act of this person with this verb."""

    def situation(client: Client) -> Meeting:
        person = signed_in(client, role)
        acted(person)
        mine = Event.objects.filter(**({"by": person, "verb": verb} if verb else {})).order_by("pk")
        event = mine.last() if verb else Event.objects.order_by("pk").last()
        return Meeting(lambda: client.post(reverse("desk:undo", args=[event.pk])), told, ANYWHERE)

    return situation


def gone(by: User) -> None:
    review.reject(draft(), by=by).delete()


def public(by: User) -> None:
    publication.publish(make.make_accepted_statement(by=by), by=make.the_chief())


def edited_by_another(by: User) -> None:
    review.change(changed(by, kind="mixed"), {"locator": "page 7"}, by=make.make_user("editor", username="Olga"))


def changed(by: User, statement: Statement | None = None, **changes: Any) -> Statement:
    return review.change(statement or draft(), changes, by=by)


def taken_back(by: User) -> None:
    review.reject(draft(), by=by)
    review.take_back(Event.objects.get(verb=Verb.REJECTED), by=by)


def linked(by: User) -> None:
    make.make_occurrence(make.make_accepted_statement(by=by))


def returned_by_hand(by: User) -> None:
    """As older archives have them: nobody is known to have accepted it."""
    statement = draft()
    Statement.objects.filter(pk=statement.pk).update(status=StatementStatus.ACCEPTED)
    review.return_to_draft(statement, by=by, reason="Who?")


def changed_otherwise(by: User) -> None:
    Statement.objects.filter(pk=changed(by, kind="mixed").pk).update(kind="indirect")


def of_an_occasion_that_is_gone(by: User) -> None:
    occasion = make.make_occasion()
    changed(by, changed(by, occasion=occasion), occasion=None)
    occasion.delete()


def of_a_speaker(by: User, then: Callable[[Any], Any]) -> None:
    speaker = make.make_speaker("Anna Holt")
    changed(by, draft(speakers=[speaker]), speakers=[])
    then(speaker)


def removed(speaker: Any) -> None:
    removal.remove(speaker, by=make.the_chief(), reason="Entered twice.")


def merged(speaker: Any) -> None:
    merge_speakers(make.make_speaker("A. Holt"), speaker, by=make.the_chief(), reason="One person.")


def unmarked_translation(by: User) -> None:
    """Marked, emptied, and its original is a translation by now."""
    original, statement = make.make_statement(), make.make_statement()
    review.mark_translation(statement, original, by=by)
    event = Event.objects.latest("pk")
    review.take_back(event, by=by)
    record(
        Verb.EDITED,
        Statement.objects.get(pk=statement.pk),
        by=by,
        was={"translation_of": original.public_id},
        becomes={"translation_of": None},
    )
    Statement.objects.filter(pk=original.pk).update(translation_of=make.make_statement())


def rejected_by_who_may_no_more(by: User) -> None:
    review.reject(draft(), by=by)
    by.groups.clear()
    by.groups.set(make.make_user("editor").groups.all())


def marking(prepared: Callable[[Suggestion], Any], told: str) -> Situation:
    """A pair of two languages: the later is marked as a translation of the earlier."""

    def situation(client: Client) -> Meeting:
        signed_in(client, "editor")
        said = [
            make.make_accepted_statement(make.make_document(f"Before. {words} {day}."), words, said_on=day) for day, words in SAYINGS[:2]
        ]
        linking.suggest(said)
        pair = Suggestion.objects.get()
        Suggestion.objects.update(label=LABEL)
        prepared(pair)
        return Meeting(lambda: client.post(reverse("desk:translation", args=[pair.pk]), {"later": ""}), told, ANYWHERE)

    return situation


def published(pair: Suggestion) -> None:
    publication.publish(pair.passage.statement, by=make.the_chief())


def marked(pair: Suggestion) -> None:
    Statement.objects.filter(pk=pair.passage.statement_id).update(translation_of=make.make_statement())


def an_original(pair: Suggestion) -> None:
    make.make_statement(translation_of=pair.passage.statement)


SITUATIONS: list[tuple[str, Situation]] = [
    ("review/standing.py: It was removed since.", undoing(gone, "It was removed since.", "rejected")),
    (
        "review/standing.py: The public has seen it since",
        undoing(public, "The public has seen it since.", "accepted"),
    ),
    (
        "review/standing.py: “%(words)s”: %(done)s since, by %(who)s",
        undoing(edited_by_another, "“No”: edited since, by Olga. That is taken back first.", "edited"),
    ),
    ("review/standing.py: This was taken back already.", undoing(taken_back, "This was taken back already.", "rejected")),
    (
        "review/taking_back.py: %(who)s did this",
        undoing(lambda by: make.make_rejected_statement(), "chief did this. Everybody takes back what is their own."),
    ),
    (
        "review/taking_back.py: This can't be taken back from here",
        undoing(lambda by: record(Verb.EDITED, draft(), by=by, fields=["kind"]), "This can't be taken back from here.", "edited"),
    ),
    (
        "review/undoings.py: It is linked to a claim",
        undoing(linked, "It is linked to a claim. Take that answer back first", "accepted"),
    ),
    (
        "review/undoings.py: Nobody knows any more who accepted it",
        undoing(returned_by_hand, "Nobody knows any more who accepted it.", "returned"),
    ),
    (
        "review/undoings.py: What this act changed was changed again since, for instance by a merge",
        undoing(changed_otherwise, "What this act changed was changed again since", "edited"),
    ),
    (
        "review/values.py: The occasion that stood there was removed",
        undoing(of_an_occasion_that_is_gone, "The occasion that stood there was removed.", "edited"),
    ),
    (
        "review/values.py: The speaker that stood there was removed",
        undoing(lambda by: of_a_speaker(by, removed), "The speaker that stood there was removed.", "edited"),
    ),
    (
        "review/values.py: %(speaker)s was merged into %(other)s",
        undoing(lambda by: of_a_speaker(by, merged), "Anna Holt was merged into A. Holt.", "edited"),
    ),
    (
        "review/values.py: What it was marked as a translation of is no original any more",
        undoing(unmarked_translation, "What it was marked as a translation of is no original any more.", "edited"),
    ),
    (
        "acts.py: `errors.NOT_YOUR_ROLE.format(permission=permission.replace('_', ' '))`",
        undoing(rejected_by_who_may_no_more, "Your role does not allow this (accept statement).", "rejected"),
    ),
    (
        "review/translations.py: It is public",
        marking(published, "It is public. Have it corrected on its own page"),
    ),
    (
        "review/translations.py: It is marked as a translation already: of “%(translation_of)s”.",
        marking(marked, "It is marked as a translation already"),
    ),
    (
        "review/translations.py: Others are marked as translations of it, so it is no translation itself",
        marking(an_original, "Others are marked as translations of it"),
    ),
]
UNREACHED: dict[str, str] = {}
