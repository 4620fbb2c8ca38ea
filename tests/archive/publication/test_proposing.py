"""Changes of what is public that wait for a publisher: what they keep, what becomes of them, what is refused."""

from datetime import UTC, datetime

import pytest

from archive import publication, removal
from archive.enums import RevisionClass
from archive.errors import NeedsConfirmation, Refused, Stale
from archive.models import ChangeProposal, Event, Occurrence, Revision
from archive.publication.correcting import value_now
from archive.publication.proposing import changed_since
from tests import factories as make
from tests.archive.publication.kept import events, everything, revisions

pytestmark = pytest.mark.django_db
LATER = datetime(2024, 8, 2, 9, tzinfo=UTC)
TYPO = {"revision_class": RevisionClass.TYPO, "reason": "A letter was missing."}


@pytest.fixture
def editor():
    return make.make_user("editor")


def a_speaker(public):
    return public.attributions.get().speaker


# Proposing


def test_proposal_waits_and_changes_nothing_that_the_public_sees(public, editor):
    before = {name: rows for name, rows in everything().items() if name not in ("ChangeProposal", "Event", "EventLink")}

    proposal = publication.propose(public.document, by=editor, changes={"title": "Another"}, at=LATER, **TYPO)

    assert {name: rows for name, rows in everything().items() if name not in ("ChangeProposal", "Event", "EventLink")} == before
    assert (proposal.object_type, proposal.object_id, proposal.about) == ("document", public.document.pk, str(public.document))
    assert (proposal.was, proposal.becomes) == ({"title": public.document.title}, {"title": "Another"})
    assert (proposal.revision_class, proposal.reason, proposal.by, proposal.at) == ("typo", "A letter was missing.", editor, LATER)
    assert (proposal.answer, list(ChangeProposal.objects.open())) == ("", [proposal])
    assert events(proposal) == [("entered", "", "", "A letter was missing.", editor, LATER)]
    assert Event.objects.first().detail == {"of": f"document {public.document.pk}", "fields": ["title"]}


def test_proposal_keeps_only_what_would_change(public, editor):
    proposal = publication.propose(public, by=editor, changes={"kind": "mixed", "language": "en"}, reason="Misread.")

    assert (proposal.was, proposal.becomes, proposal.revision_class) == ({"kind": "direct"}, {"kind": "mixed"}, "correction")


REFUSALS = {
    "a field that is not public": ({"status": "draft"}, "Not a public field: status"),
    "nothing": ({"kind": "direct"}, "Nothing would change"),
    "no date any more": ({"said_on": ""}, "no date"),
    "a span that cuts a claim off": ({"span": (0, 3)}, "would be cut off"),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_what_no_publisher_could_do_is_not_proposed(case, public, editor):
    changes, sentence = REFUSALS[case]
    before = everything()

    with pytest.raises(Refused, match=sentence):
        publication.propose(public, by=editor, changes=changes, reason="Misread.")

    assert everything() == before


@pytest.mark.parametrize(("reason", "revision_class", "sentence"), [(" ", "typo", "Give a reason"), ("x", "retraction", "withdraw it")])
def test_proposing_without_class_or_reason_is_refused(public, editor, reason, revision_class, sentence):
    with pytest.raises(Refused, match=sentence):
        publication.propose(public, by=editor, changes={"kind": "mixed"}, revision_class=revision_class, reason=reason)


def test_notice_that_reaches_other_documents_is_proposed_and_taken(by, editor):
    outlet = make.make_outlet()
    earlier, notice = (make.make_public_statement(make.make_document(outlet=outlet)).document for _ in "ab")
    changes = {"relation": "correction", "relates_to": earlier, "relation_note": "52.4 instead of 54.2"}

    proposal = publication.propose(notice, by=editor, changes=changes, reason="The agency says so.")
    publication.take(proposal, by=by)

    notice.refresh_from_db()
    assert (notice.relates_to, notice.relation_note) == (earlier, "52.4 instead of 54.2")
    assert revisions(earlier)[-1][4] == by


def test_proposing_twice_is_refused(public, editor):
    publication.propose(public, by=editor, changes={"kind": "mixed"}, reason="Misread.")

    with pytest.raises(Refused, match="Just this is proposed already"):
        publication.propose(public, by=make.make_user("editor"), changes={"kind": "mixed"}, reason="I say so too.")


def test_what_is_not_public_is_not_proposed_about(editor):
    with pytest.raises(Refused, match="change it directly"):
        publication.propose(make.make_statement(), by=editor, changes={"kind": "mixed"}, reason="Misread.")


# Taking


def changes_of_all(public) -> list[tuple]:
    """Each kind of row with a change of each kind of value, and what stands there once it is taken."""
    other, article = make.make_speaker("Pavel Lorne"), public.document.article
    talks = make.make_public_statement(occasion=make.make_occasion("Talks")).occasion
    return [
        (public, {"kind": "mixed", "said_on": "2019-05", "occasion": talks}),
        (public, {"speakers": [(other, "Lorne", "Mayor"), (None, "a source", "")]}),
        (public.document, {"title": "Another title", "wire_copy_of": make.make_document()}),
        (article, {"outlet": make.make_outlet(), "url": "https://coastal.example/b"}),
        (public.occurrences.get(), {"end": public.end - 3, "likeness": "variant"}),
        (public.occurrences.get().claim, {"text": "The bridge opens."}),
        (a_speaker(public), {"name": "Anna Lorne", "aliases": ["A. Lorne"], "roles": [("Mayor", "2019-05", ""), ("Minister", "2020", "")]}),
        (talks, {"place": "Ostrel", "held_on": "2019-05"}),
        (article.outlet, {"name": "Agency South", "time_zone": "Europe/Riga"}),
    ]


@pytest.mark.parametrize("which", range(9))
def test_taken_proposal_is_the_correction_with_its_class_and_reason(which, public, by, editor):
    row, changes = changes_of_all(public)[which]
    revised = row.statement if isinstance(row, Occurrence) else row
    proposal = publication.propose(row, by=editor, changes=changes, **TYPO)
    proposal.refresh_from_db()

    publication.take(proposal, by=by, at=LATER)

    fresh = type(row).objects.get(pk=row.pk)
    assert {name: value_now(fresh, name) for name in changes} == changes
    assert revisions(revised)[-1][1:] == ("typo", "A letter was missing.", sorted(changes), by, LATER)
    proposal.refresh_from_db()
    assert (proposal.answer, proposal.answered_by, proposal.answered_at, proposal.answer_reason) == ("taken", by, LATER, TYPO["reason"])
    assert events(proposal)[-1] == ("judged", "", "taken", "A letter was missing.", by, LATER)


def test_publisher_may_give_another_class_and_reason(public, by, editor):
    proposal = make.make_change_proposal(public, kind="mixed")

    publication.take(proposal, by=by, revision_class=RevisionClass.CLARIFICATION, reason=" The agency said so. ")

    assert revisions(public)[-1][1:3] == ("clarification", "The agency said so.")
    assert ChangeProposal.objects.get().reason == "It was misread."


def test_moved_words_are_taken(by, editor):
    document = make.make_document("He said: we open the border today, and it stays open for trade.")
    statement = make.make_public_statement(document, "we open the border today")
    start = document.text.index("it stays")
    proposal = publication.propose(statement, by=editor, changes={"span": (start, start + 23)}, reason="The wrong half.")
    proposal.refresh_from_db()

    publication.take(proposal, by=by)

    statement.refresh_from_db()
    assert statement.text == "it stays open for trade"


def test_what_was_changed_since_is_told_and_not_overwritten(public, by, editor):
    proposal = publication.propose(public, by=editor, changes={"kind": "mixed", "language": "be"}, reason="Misread.")
    publication.correct(public, by=by, changes={"kind": "indirect"}, **TYPO)
    before = everything()

    assert changed_since(proposal) == ["kind"]
    with pytest.raises(Stale, match="Changed since this was proposed: kind"):
        publication.take(proposal, by=by)

    assert everything() == before


def test_two_other_names_that_wait_are_both_taken(public, by, editor):
    speaker = a_speaker(public)
    speaker.aliases.create(name="Old")
    one = publication.propose(speaker, by=editor, changes={"aliases": ["Old", "New"]}, reason="Another spelling.")
    two = publication.propose(speaker, by=editor, changes={"aliases": ["Newer"]}, reason="Another spelling, and one that is not hers.")

    publication.take(one, by=by)
    publication.take(two, by=by)

    assert sorted(speaker.aliases.values_list("name", flat=True)) == ["New", "Newer"]
    assert [one.content["aliases"] for one in Revision.objects.of(speaker)][1:] == [["New", "Old"], ["New", "Newer"]]


def test_name_that_waits_is_known(public, editor):
    speaker = a_speaker(public)
    publication.propose(speaker, by=editor, changes={"aliases": ["New"], "roles": [("Mayor", "", "")]}, reason="Another spelling.")

    assert publication.is_proposed(speaker, "aliases", "New")
    assert publication.is_proposed(speaker, "roles", ("Mayor", "", ""))
    assert not publication.is_proposed(speaker, "aliases", "Newer")


def test_what_is_public_no_more_is_not_taken(public, by, editor):
    proposal = make.make_change_proposal(public, kind="mixed")
    publication.withdraw(public, by=by, revision_class=RevisionClass.RETRACTION, reason="Retracted.")

    with pytest.raises(Refused, match="change it directly"):
        publication.take(proposal, by=by)

    assert ChangeProposal.objects.open().get() == proposal


# Declining


def test_declined_proposal_keeps_the_reason_and_changes_nothing(public, by):
    proposal = make.make_change_proposal(public, kind="mixed")
    revised = Revision.objects.count()

    publication.decline(proposal, by=by, reason=" It is direct speech. ", at=LATER)

    proposal.refresh_from_db()
    public.refresh_from_db()
    assert (proposal.answer, proposal.answered_by, proposal.answer_reason) == ("declined", by, "It is direct speech.")
    assert events(proposal)[-1] == ("judged", "", "declined", "It is direct speech.", by, LATER)
    assert (public.kind, Revision.objects.count()) == ("direct", revised)
    assert not ChangeProposal.objects.open().exists()


def test_declining_without_a_reason_is_refused(by):
    with pytest.raises(Refused, match="Give a reason"):
        publication.decline(make.make_change_proposal(), by=by, reason="")


@pytest.mark.parametrize("act", ["take", "decline"])
def test_what_is_answered_is_not_answered_again(by, act):
    proposal = make.make_change_proposal()
    publication.decline(proposal, by=by, reason="No.")

    with pytest.raises(Refused, match="answered this already: declined"):
        getattr(publication, act)(proposal, by=by, reason="Yes.")


def test_what_speaks_against_a_proposal_is_asked_of_who_proposes_and_of_who_takes_it():
    editor, publisher, public = make.make_user("editor"), make.make_user("publisher"), make.make_public_statement()
    changes, why = {"said_on": "2099"}, {"reason": "The outlet says so."}

    with pytest.raises(NeedsConfirmation) as asked:
        publication.propose(public, by=editor, changes=changes, **why)
    seen = [one.seen for one in asked.value.doubts]
    proposal = publication.propose(public, by=editor, changes=changes | {"confirmed": seen}, **why)
    with pytest.raises(NeedsConfirmation, match="still to come: 2099"):
        publication.take(proposal, by=publisher)
    publication.take(proposal, by=publisher, confirmed=seen)

    public.refresh_from_db()
    assert (proposal.becomes, public.said_on, [one["key"] for one in public.confirmed]) == (changes, "2099", ["in-the-future"])


def test_proposal_of_a_row_that_is_gone_is_declined(public, by):
    proposal = make.make_change_proposal(public.occurrences.get(), likeness="narrower")
    Occurrence.objects.all().delete()

    with pytest.raises(Refused, match="is gone"):
        publication.take(proposal, by=by)

    assert publication.decline(proposal, by=by, reason="The link is gone.").answer == "declined"


@pytest.mark.parametrize("wanted", ["occasion", "speakers"])
def test_proposal_of_a_value_that_is_gone_is_refused(public, by, editor, wanted):
    row = make.make_occasion("Talks in town") if wanted == "occasion" else make.make_speaker("Pavel Lorne")
    proposal = make.make_change_proposal(public, **{wanted: row if wanted == "occasion" else [(row, "Lorne", "")]})
    removal.remove(row, by=editor, reason="Entered twice.")

    with pytest.raises(Refused, match=f"The {row._meta.verbose_name} that is wanted here is gone"):
        publication.take(proposal, by=by)

    assert ChangeProposal.objects.open().exists()
