"""What is refused where two turn out to be one, or one two: claims, speakers, texts."""

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from archive import publication
from archive.identity import merge_speakers, separate_speakers
from archive.models import Claim, CopySuggestion, Document, Speaker, SpeakerPair, User
from tests import factories as make
from tests.archive.desk.guards.meeting import ANYWHERE, Meeting, Situation
from tests.archive.desk.guards.of_doubts import draft, signed_in
from tests.archive.desk.guards.of_review import pressing
from tests.archive.desk.people.pages import filled

FORM = "self::*[@role='alert'][following-sibling::*[contains(@class, 'fields')]]"
ALERT = "self::*[@role='alert']"
WHY = {"reason": "One and the same."}


def splitting(prepared: Callable[[Claim], list[int]], told: str) -> Situation:
    """A claim with two links; `prepared` says which of them are ticked."""

    def situation(client: Client) -> Meeting:
        signed_in(client, "publisher")
        claim = make.make_claim_said(2)
        sent = {"links": prepared(claim), "text": "The bridge was opened.", **WHY, "seen": "", "confirm": "yes"}
        return Meeting(lambda: client.post(reverse("desk:split-claim", args=[claim.slug]), sent), told, FORM)

    return situation


def none_of_one_with_another_in_it(claim: Claim) -> list[int]:
    make.make_claim("The bridge opens.", merged_into=claim)
    return []


def all_of_it(claim: Claim) -> list[int]:
    return list(claim.occurrences.values_list("pk", flat=True))


def merging_claims_of_which_one_was_linked_meanwhile(client: Client) -> Meeting:
    signed_in(client, "publisher")
    keep, gone = make.make_claim("The bridge opens."), make.make_claim_said(1)
    address = reverse("desk:merge-claim", args=[keep.slug])
    seen = client.post(address, filled(client.get(address), other=gone.slug, stays="this", **WHY, look="yes"))
    make.make_public_statement(claims=[gone])
    sent = filled(seen, stays="this", confirm="yes")
    return Meeting(lambda: client.post(address, sent), "Somebody changed what would move since you looked.", FORM)


def merging_speakers_of_whom_one_spoke_meanwhile(client: Client) -> Meeting:
    signed_in(client, "publisher")
    keep, gone = make.make_speaker("Anna Holt"), make.make_speaker("Jan Kessel")
    address = reverse("desk:merge-speaker", args=[keep.slug])
    seen = client.post(address, filled(client.get(address), other=gone.slug, stays="this", **WHY, look="yes"))
    make.make_public_statement(speakers=[gone])
    sent = filled(seen, stays="this", confirm="yes")
    return Meeting(lambda: client.post(address, sent), "Somebody changed what would move since you looked.", FORM)


def separating(prepared: Callable[[Speaker, Speaker, User], Any], told: str) -> Situation:
    """The merge of a speaker into another is taken back, after what `prepared` does."""

    def situation(client: Client) -> Meeting:
        by = signed_in(client, "publisher")
        keep, gone = make.make_speaker("Anna Holt"), make.make_speaker("Jan Kessel")
        make.make_statement(speakers=[gone])
        merge_speakers(keep, gone, by=by, reason="One.")
        prepared(keep, gone, by)
        return Meeting(lambda: client.post(reverse("desk:separate-speaker", args=[gone.slug]), WHY), told, ALERT)

    return situation


def merged_on(keep: Speaker, _gone: Speaker, by: User) -> None:
    merge_speakers(make.make_speaker("Ivan Petrov"), keep, by=by, reason="One.")


def another_named_beside(keep: Speaker, _gone: Speaker, by: User) -> None:
    other = make.make_speaker("Ivan Petrov")
    statement = keep.attributions.get().statement
    statement.attributions.create(speaker=other, name=other.name, position=1)
    merge_speakers(keep, other, by=by, reason="One.")


def separating_one_merged_before_that_was_kept(client: Client) -> Meeting:
    signed_in(client, "publisher")
    gone = make.make_speaker("Jan Kessel", merged_into=make.make_speaker("Anna Holt"))
    address = reverse("desk:separate-speaker", args=[gone.slug])
    return Meeting(lambda: client.post(address, WHY), "This merge did not keep what it moved. Enter the speaker anew", ALERT)


def asking_again_what_was_asked_again(client: Client) -> Meeting:
    signed_in(client, "publisher")
    first, second = make.make_speaker("Anna Holt"), make.make_speaker("Anna Hold")
    pair = SpeakerPair.objects.create(speaker=first, other=second, reason="Alike.")
    address = reverse("desk:answer-speaker-pair", args=[pair.pk])
    return Meeting(lambda: client.post(address, {"answer": "again"}), "Only who answered that these are two takes that back.", ANYWHERE)


def copying(prepared: Callable[[Document], Any], told: str) -> Situation:
    """Two texts that are nearly the same: the later is a copy."""

    def situation(client: Client) -> Meeting:
        signed_in(client, "editor")
        later, earlier = make.make_document("The bridge."), make.make_document("A bridge.")
        pair = CopySuggestion.objects.create(document=later, other=earlier, likeness=0.9)
        prepared(later)
        return Meeting(lambda: client.post(reverse("desk:answer-copy", args=[pair.pk]), {"answer": "copy", "after": ""}), told, ANYWHERE)

    return situation


def marked_meanwhile(document: Document) -> None:
    Document.objects.filter(pk=document.pk).update(wire_copy_of=make.make_document("The bridge again."))


def published_meanwhile(document: Document) -> None:
    publication.publish(make.make_accepted_statement(document), by=make.the_chief())


def known_otherwise() -> Any:
    make.make_speaker("Anna Kovaleva")
    return draft(speakers=["Anna Kovalyova"])


def two_called_so() -> Any:
    make.make_speaker("Anna Holt", slug="one")
    make.make_speaker("Anna Holt", slug="two")
    return draft(speakers=["Anna Holt"])


def named_beside() -> Any:
    speaker = make.make_speaker("Anna Holt")
    speaker.aliases.create(name="A. Holt")
    return draft(speakers=[speaker, "A. Holt"])


SITUATIONS: list[tuple[str, Situation]] = [
    (
        "identity/split_claims.py: Choose links of this claim that stand.",
        splitting(none_of_one_with_another_in_it, "Choose links of this claim that stand."),
    ),
    (
        "identity/split_claims.py: Nothing would stay",
        splitting(all_of_it, "Nothing would stay. Leave at least one link, or correct the words of the claim."),
    ),
    ("identity/moves.py: `CHANGED`", merging_claims_of_which_one_was_linked_meanwhile),
    ("identity/speaker_moves.py: `CHANGED`", merging_speakers_of_whom_one_spoke_meanwhile),
    (
        "identity/speaker_moves.py: %(gone)s is not merged into another.",
        separating(lambda keep, gone, by: separate_speakers(gone, by=by, reason="Two."), "Jan Kessel is not merged into another."),
    ),
    (
        "identity/speaker_moves.py: %(keep)s was merged into %(merged_into)s since",
        separating(merged_on, "Anna Holt was merged into Ivan Petrov since. Take that back first."),
    ),
    (
        "identity/speaker_moves.py: `told`",
        separating(another_named_beside, "Ivan Petrov was merged into Anna Holt since, and both were named beside the same words."),
    ),
    ("identity/speaker_moves.py: This merge did not keep what it moved", separating_one_merged_before_that_was_kept),
    ("identity/alike_speakers.py: Only who answered that these are two takes that back.", asking_again_what_was_asked_again),
    (
        "identity/copying.py: It is marked as the same text as “%(wire_copy_of)s” already.",
        copying(marked_meanwhile, "It is marked as the same text as “…” already."),
    ),
    (
        "identity/copying.py: The document is public: a publisher corrects “the same text as” there, with a public reason.",
        copying(published_meanwhile, "The document is public: a publisher corrects “the same text as” there, with a public reason."),
    ),
    (
        "identity/names.py: “%(name)s” is no name: leave it as printed, or choose a speaker from the list.",
        pressing("name-speakers", lambda: draft(speakers=["a source"]), "“a source” is no name: leave it as printed", ANYWHERE),
    ),
    (
        "identity/names.py: %(reason)s: take that speaker as proposed, or enter another under Speakers.",
        pressing("name-speakers", known_otherwise, "take that speaker as proposed, or enter another under Speakers.", ANYWHERE),
    ),
    (
        "identity/names.py: Several speakers are called “%(name)s”",
        pressing("name-speakers", two_called_so, "Several speakers are called “Anna Holt”. Choose the right one", ANYWHERE),
    ),
    (
        "identity/names.py: %(speaker)s stands there already",
        pressing("name-speakers", named_beside, "Anna Holt stands there already. Remove one of the two.", ANYWHERE),
    ),
]
UNREACHED = {
    "identity/split_claims.py: There is a claim in these words already: “%(known)s”": "the form refuses them first",
    "identity/split_claims.py: `CHANGED if chosen else gettext('Choose links of this claim that stand.')`": (
        "the form takes standing links alone: only in the moment between reading it and holding the claim"
    ),
    "identity/moves.py: “%(words)s” %(one)s the one claim and %(other)s the other": "no button to confirm where the page shows such words",
    "identity/merged_claims.py: These are the same claim already.": "the form refuses the claim itself",
    "identity/merged_claims.py: One of them was merged before": "the page and its form take standing claims alone",
    "identity/merged_speakers.py: These are the same speaker already.": "the form refuses the speaker itself",
    "identity/merged_speakers.py: One of them was merged before": "the page and its form take standing speakers alone",
    "identity/unseen.py: `OVERTAKEN`": "the form takes in what another saved, so only in the moment between that and holding the row",
    "identity/unseen.py: It became public while you were editing": "the page asks for a reason as soon as the row is public",
    "identity/unseen.py: %(row)s was merged into %(merged_into)s": "the page of one that was merged takes nothing",
    "identity/names.py: “%(attribution)s” has its speaker already.": "the card names those alone that have none",
    "identity/names.py: No name is printed here": "the card names those alone that are printed",
    "identity/names.py: %(speaker)s was merged into %(merged_into)s": "standing speakers alone are proposed",
    "identity/names.py: `told`": "the card takes those alone for whom one is proposed",
}
