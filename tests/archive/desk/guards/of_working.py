"""What is refused where people work together: told above the page that they come from."""

from typing import Any

from django.test import Client
from django.urls import reverse

from archive.models import Document
from archive.models.account import LONGEST_REMARK
from archive.working.two_people import need_two_people
from tests import factories as make
from tests.archive.desk.guards.meeting import ANYWHERE, Meeting, Situation
from tests.archive.desk.guards.of_doubts import signed_in
from tests.archive.desk.guards.of_publication import publishing


def page_of(document: Document) -> str:
    return reverse("desk:document", args=[document.public_id])


def giving_to_who_lost_the_role(client: Client) -> Meeting:
    """The page still listed them."""
    signed_in(client)
    document, vera = make.make_document(), make.make_user("viewer", username="vera")
    sent = {"to": vera.pk, "note": "", "next": page_of(document)}
    return Meeting(
        lambda: client.post(reverse("desk:give", args=[document.public_id]), sent), "vera has no role that works on texts.", ANYWHERE
    )


def remarking(text: str, told: str) -> Situation:
    def situation(client: Client) -> Meeting:
        signed_in(client)
        document = make.make_document()
        sent = {"text": text, "next": page_of(document)}
        return Meeting(lambda: client.post(reverse("desk:remark", args=["document", document.pk]), sent), told, ANYWHERE)

    return situation


def where_two_are_needed(told: str, **drafted: Any) -> Situation:
    """The publisher drafted it, or accepted alone what the machine drafted."""

    def made(person: Any) -> Any:
        need_two_people(True)
        make.make_user("publisher", username="olga")
        return make.make_accepted_statement(make.make_document("No"), by=person, drafted_by=person, **drafted)

    return publishing(made, told, roles=("reviewer", "publisher"))


def publishing_ones_own_link(client: Client) -> Meeting:
    person = signed_in(client, "editor", "publisher")
    statement = make.make_public_statement()
    make.make_occurrence(statement, "The bridge is finished.", by=person)
    need_two_people(True)
    statement.refresh_from_db()
    sent = {"act": "links", "shown": f"{statement.pk}-{statement.lock_version}"}
    told = "You linked these words to “The bridge is finished.” yourself. Here two people are needed to publish."
    return Meeting(lambda: client.post(reverse("desk:publish-links"), sent), told, ANYWHERE)


NEEDED = "Here two people are needed to publish. It can be published by: olga."
SITUATIONS: list[tuple[str, Situation]] = [
    ("working/assignments.py: %(person)s has no role that works on texts.", giving_to_who_lost_the_role),
    ("working/remarks.py: Write the remark first.", remarking(" \r\n", "Write the remark first.")),
    (
        "working/remarks.py: A remark has at most %(count)s characters.",
        # A browser counts the end of a line as one character and sends two.
        remarking("a\r\n" * (LONGEST_REMARK // 2), f"A remark has at most {LONGEST_REMARK} characters."),
    ),
    ("working/two_people.py: `_alone(statement, _who_could(person))`", where_two_are_needed(f"You drafted “No”. {NEEDED}")),
    (
        "working/two_people.py: `_alone(statement, _who_could(person))`",
        where_two_are_needed(f"The machine drafted “No”, and you alone accepted it. {NEEDED}", method="rules"),
    ),
    (
        "working/two_people.py: `f\"{told} {_('Here two people are needed to publish.')} {_who_could(by)}\"`",
        publishing_ones_own_link,
    ),
]
UNREACHED: dict[str, str] = {}
