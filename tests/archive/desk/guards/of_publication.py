"""What is refused of what the public sees: on the cards of publishing, above a proposed change, and where sources and speakers are put
right."""

from collections.abc import Callable, Sequence
from typing import Any

from django.test import Client
from django.urls import reverse

from archive import publication
from archive.identity.merged_speakers import merge_speakers
from archive.models import ChangeProposal, Document, SpeakerIdentifier, Statement, User
from tests import factories as make
from tests.archive.desk.guards.meeting import ANYWHERE, BUTTONS, Meeting, Situation
from tests.archive.desk.guards.of_doubts import signed_in
from tests.archive.desk.people.pages import filled
from tests.archive.desk.review.pages import TEXT

ABOVE_TAKING = "self::*[following-sibling::form[.//button[@value='take']]]"
PUBLIC = "This is public. What the public sees changes only by a correction with a public reason."


def publishing(made: Callable[[User], Statement], told: str, roles: Sequence[str] = ("publisher",)) -> Situation:
    """The button of a card."""

    def situation(client: Client) -> Meeting:
        statement = made(signed_in(client, *roles))
        statement.refresh_from_db()
        sent = {"act": "publish", "shown": f"{statement.pk}-{statement.lock_version}"}
        address = reverse("desk:publish-document", args=[statement.document.public_id])
        return Meeting(lambda: client.post(address, sent), told, BUTTONS, ["Publish", "All fields"])

    return situation


def accepted(**fields: Any) -> Statement:
    return make.make_accepted_statement(make.make_document(TEXT, outlet=fields.pop("outlet", make.NEW)), "No", **fields)


def changed_since(_by: User) -> Statement:
    """By a hand that left no trace."""
    statement = accepted()
    Statement.objects.filter(pk=statement.pk).update(kind="indirect")
    return statement


def taking(proposed: Callable[[], ChangeProposal], told: str) -> Situation:
    """The button that takes a proposed change."""

    def situation(client: Client) -> Meeting:
        signed_in(client, "publisher")
        proposal = proposed()
        sent = {"act": "take", "take-revision_class": proposal.revision_class, "take-reason": proposal.reason}
        return Meeting(lambda: client.post(reverse("desk:change", args=[proposal.pk]), sent), told, ABOVE_TAKING, ["Decline"])

    return situation


def public() -> Statement:
    return make.make_public_statement(make.make_document(TEXT), "The bridge will open in spring")


def correct(row: Any, **changes: Any) -> None:
    publication.correct(row, by=make.the_chief(), changes=changes, revision_class="correction", reason="It was misread.")


def of_one_that_was_withdrawn() -> ChangeProposal:
    statement = public()
    proposal = make.make_change_proposal(statement, locator="page 7")
    publication.withdraw(statement, by=make.the_chief(), revision_class="retraction", reason="The source retracted it.")
    return proposal


def of_words_that_a_claim_has_by_now() -> ChangeProposal:
    statement = public()
    proposal = make.make_change_proposal(statement, span=(statement.start, statement.start + len("The bridge")))
    make.make_occurrence(statement, "The bridge will open.", "will open")
    return proposal


def of_a_speaker_who_was_merged() -> ChangeProposal:
    statement, speaker = public(), make.make_speaker("Anna Holt")
    proposal = make.make_change_proposal(statement, speakers=[(speaker, "", "")])
    merge_speakers(make.make_speaker("A. Holt"), speaker, by=make.the_chief(), reason="One person.")
    return proposal


def of_a_title_that_was_corrected() -> ChangeProposal:
    proposal = make.make_change_proposal(public().document, title="The bridge is closed")
    correct(Document.objects.get(pk=proposal.object_id), title="The bridge is shut")
    return proposal


def of_an_article_without_outlet() -> ChangeProposal:
    """The trial when it is proposed ends where a notice would be told no more: there a publisher is needed."""
    document = public().document
    make.make_notice(document)
    return make.make_change_proposal(document.article, outlet=None)


def of_names(*then: str) -> ChangeProposal:
    """Another name of a speaker; what stands there `then` was entered since."""
    speaker = public().attributions.get().speaker
    proposal = make.make_change_proposal(speaker, aliases=["A. Kovaleva"])
    correct(speaker, aliases=list(then))
    return proposal


def of_a_number_that_another_has_by_now() -> ChangeProposal:
    proposal = make.make_change_proposal(public().attributions.get().speaker, identifiers=[("wikidata", "Q42")])
    SpeakerIdentifier.objects.create(speaker=make.make_speaker("Anna Holt"), scheme="wikidata", value="Q42")
    return proposal


def saving_names(told: str, *names: str, role: str, beforehand: Callable[[Any], Any] = lambda speaker: None, **why: str) -> Situation:
    """The page of a speaker who is public."""

    def situation(client: Client) -> Meeting:
        signed_in(client, role)
        speaker = public().attributions.get().speaker
        beforehand(speaker)
        address = reverse("desk:speaker", args=[speaker.slug])
        typed = {f"aliases__{place}__name": name for place, name in enumerate(names)}
        return Meeting(lambda: client.post(address, filled(client.get(address), **typed, **why)), told, ANYWHERE)

    return situation


def saying_again_what_a_document_is(client: Client) -> Meeting:
    signed_in(client, "editor")
    first = make.make_document(title="The first report")
    notice = make.make_notice(first)
    asked = make.make_notice_suggestion(document=notice, other=make.make_document(outlet=first.outlet))
    sent = {"answer": "yes", "note": "54.2 instead of 52.4", "after": ""}
    return Meeting(
        lambda: client.post(reverse("desk:answer-notice", args=[asked.pk]), sent), "It corrects “The first report” already.", ANYWHERE
    )


def saving_a_source(then: Callable[[Document], Any], *ways: str, **typed: str) -> Situation:
    """The page was open when something of it became public."""

    def situation(client: Client) -> Meeting:
        signed_in(client, "editor")
        document = make.make_document(TEXT)
        address = reverse("desk:source", args=[document.public_id])
        form = client.get(address).context["form"]
        sent = {name: form[name].value() or "" for name in form.fields} | typed
        then(document)
        return Meeting(lambda: client.post(address, sent), PUBLIC, ANYWHERE, ways)

    return situation


def published_in(document: Document) -> None:
    make.make_public_statement(document, "No")


def published_in_another_capture(document: Document) -> None:
    make.make_public_statement(make.make_document(f"{TEXT} A word more.", article=document.article), "No")


OF_NAMES = "publication/naming.py: "
OF_CORRECTIONS = "publication/correcting.py: "
OF_WHOLE_ONES = "publication/guards.py: "
NO_OUTLET = "The article has no outlet. Say who published it, then publish."
NO_DATE = "It has no date. Enter when it was said, or tick “no date can be found”."
NOBODY = "Nobody says it yet. Enter the speaker, or the source as it is printed."
CHANGED = "It was changed after it was accepted. Return it to draft, and have it accepted as it stands now."
TWICE = "One of these names stands there twice."
NEEDS_OUTLET = "Its statements are public, so it needs the outlet that published it."
PROPOSED = "Just this is proposed already, and waits for a publisher."
SITUATIONS: list[tuple[str, Situation]] = [
    (OF_WHOLE_ONES + NO_OUTLET, publishing(lambda _by: accepted(outlet=None), NO_OUTLET)),
    (OF_WHOLE_ONES + NO_DATE, publishing(lambda _by: accepted(said_on="", undated=False), NO_DATE)),
    (OF_WHOLE_ONES + NOBODY, publishing(lambda _by: accepted(speakers=[]), NOBODY)),
    (OF_WHOLE_ONES + CHANGED, publishing(changed_since, CHANGED)),
    (
        OF_CORRECTIONS + "It is not public: change it directly.",
        taking(of_one_that_was_withdrawn, "It is not public: change it directly."),
    ),
    (
        OF_CORRECTIONS + "A claim hangs on words that would be cut off. Correct that claim in the statement first.",
        taking(of_words_that_a_claim_has_by_now, "A claim hangs on words that would be cut off. Correct that claim in the statement"),
    ),
    (f"publication/consequences.py: {NEEDS_OUTLET}", taking(of_an_article_without_outlet, NEEDS_OUTLET)),
    (OF_CORRECTIONS + "Nothing would change.", taking(lambda: of_names("A. Kovaleva"), "Nothing would change.")),
    (
        OF_NAMES + "%(speaker)s was merged into %(merged_into)s. Choose that one.",
        taking(of_a_speaker_who_was_merged, "Anna Holt was merged into A. Holt. Choose that one."),
    ),
    (OF_NAMES + TWICE, taking(lambda: of_names("A. KOVALEVA"), TWICE)),
    (OF_NAMES + TWICE, saving_names(TWICE, "Anna K.", "anna k.", role="publisher", reason="So it is printed.")),
    (
        OF_NAMES + "%(other)s is that of %(speaker)s already. They may be one: merge them, or put one of the two right.",
        taking(of_a_number_that_another_has_by_now, "Wikidata: Q42 is that of Anna Holt already. They may be one: merge them"),
    ),
    (
        "publication/proposing.py: Changed since this was proposed: %(names)s",
        taking(of_a_title_that_was_corrected, "Changed since this was proposed: title. Decline it, and correct what stands now"),
    ),
    (
        f"publication/proposing.py: {PROPOSED}",
        saving_names(
            PROPOSED,
            "A. Kovaleva",
            role="editor",
            beforehand=lambda speaker: make.make_change_proposal(speaker, aliases=["A. Kovaleva"]),
            reason="So it is printed.",
        ),
    ),
    ("publication/noticing.py: It %(relation)s “%(relates_to)s” already.", saying_again_what_a_document_is),
    (f"publication/sources.py: {PUBLIC}", saving_a_source(published_in, "Propose a change", title="The bridge is shut")),
    (f"publication/sources.py: {PUBLIC}", saving_a_source(published_in_another_capture, outlet="")),
]
OF_REDACTING = (
    "door.py: Entries of the log can’t leave out anything: %(entries)s. Leave them.",
    "door.py: The public reason repeats the words. Say why in others.",
    "door.py: The words do not stand there: %(named)s",
    "door.py: Words would be left in %(named)s. Nothing was changed. Tell who writes the program.",
    "door.py: `NOT_YOURS`",
    "planning.py: Name the words of the document that have to go, or their place.",
    "planning.py: Name the words or their place, not both.",
    "planning.py: No words stand there, or they were taken out already.",
    "planning.py: These words do not lie inside the document’s text.",
    "planning.py: These words do not stand in the document. Copy them from its text.",
    "taking_out.py: `PUT_RIGHT.format(row=name_of(hit.model._base_manager.get(pk=hit.pk)))`",
)
UNREACHED = {
    OF_CORRECTIONS + "A correction is a typing error, a clarification or a correction. To take it back, withdraw it.": (
        "the forms offer no other kind of change"
    ),
    OF_CORRECTIONS + "Not a public field: %(names)s.": "only code can name another field",
    OF_CORRECTIONS + "These words do not lie inside the document’s text.": (
        "a proposal of such words is refused where it is made, and texts stay as they are"
    ),
    OF_NAMES + "Name at least one speaker, or the source as it is printed.": "a proposal of nobody is refused where it is made",
    "publication/noticing.py: It is no notice already.": "only the tables take a notice back",
    "publication/publishing.py: Its statement is not public yet. Publish the statement: its links go with it.": (
        "the page lists public statements only, and one that was withdrawn since is told as changed by another"
    ),
    "publication/publishing.py: A withdrawal is a retraction or a legal removal.": "only the tables withdraw, their form offers no other",
    "publication/guards.py: The law had its words taken out: there is nothing to publish.": "only the tables publish again",
    "publication/redacting/elsewhere.py: The public reason repeats the words. Say why in others.": "only the tables withdraw",
    "publication/redacting/elsewhere.py: words-elsewhere": "only the tables withdraw",
    "publication/redacting/elsewhere.py: words-said-elsewhere": "only the tables withdraw",
    **dict.fromkeys((f"publication/redacting/{told}" for told in OF_REDACTING), "only the command takes out what the law asks for"),
}
