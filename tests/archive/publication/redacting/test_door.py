"""What the law has taken out is gone from every table, and the record still proves what it is."""

import hashlib

import pytest

from archive import publication
from archive.errors import NotYours, Refused
from archive.log import checkpoints
from archive.models import Document, Event, Redaction, Revision, Statement
from archive.publication.redacting import Unanswered, redact, target_of
from archive.publication.redacting.taking_out import TakingOut
from archive.publication.snapshots import digest_of
from archive.verification import faults
from archive.verification import faults as every_fault
from tests import factories as make
from tests.archive.publication.redacting.bench import AFTER, BEFORE, OTHER, WHY, WORDS, holding, make_scene, superuser

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def scene(made_once):
    return make_scene()


@pytest.fixture
def said(scene):
    return Statement.objects.get(pk=scene[0].pk)


@pytest.fixture
def beside(scene):
    return Statement.objects.get(pk=scene[1].pk)


@pytest.fixture
def by():
    return superuser()


def test_words_leave_every_table(said, by):
    assert len(holding()) > 8
    checkpoints.make()

    taken_out(said, by)

    assert holding() == []
    assert [str(one) for one in faults()] == []


def taken_out(said, by, **answers):
    target = target_of(said)
    names = {one.name for one in publication.redacting.planned(target).elsewhere}
    return redact(target, by=by, reason=WHY, **({"also": names, "leave": []} | answers))


def test_place_and_hash_stay_and_offsets_hold(said, beside, by):
    was = said.document.sha256

    taken_out(said, by)

    document = Document.objects.get(pk=said.document_id)
    assert document.text == f"{BEFORE}{'█' * len(WORDS)}{AFTER}"
    assert (document.sha256, bytes(document.raw)) == (was, b"")
    beside.refresh_from_db()
    assert document.text[beside.start : beside.end] == beside.text == OTHER
    place = Redaction.objects.places().get()
    assert (place.start, place.end, place.was(WORDS), place.was("Other words")) == (said.start, said.end, True, False)
    assert place.left_sha256 == hashlib.sha256(document.text.encode()).hexdigest()


def test_statement_is_withdrawn_by_law_and_says_why(said, by):
    taken_out(said, by)

    said.refresh_from_db()
    assert (said.status, said.withdrawn_class, said.withdrawn_reason) == ("withdrawn", "legal-removal", WHY)
    assert said.text == "█" * len(WORDS)
    last = Revision.objects.of(said).last()
    assert (last.revision_class, last.reason, last.content["status"]) == ("legal-removal", WHY, "withdrawn")
    done = Event.objects.filter(verb="redacted", object_type="document").get()
    told = {"fields": ["redactions"], "places": [[said.start, said.end]], "redacted_sha256": digest_of(Redaction.objects.all())}
    assert (done.by, done.reason, done.detail) == (by, WHY, told)


def test_what_stands_elsewhere_is_asked(said, by):
    other = make.make_document(f"Quite another paper wrote: {WORDS.upper()}!", outlet=make.make_outlet(text_policy="full"))

    with pytest.raises(Unanswered) as refusal:
        redact(target_of(said), by=by, reason=WHY, leave=[])

    assert f"document:{other.public_id}" in {one.name for one in refusal.value.finds}
    assert said.text in Document.objects.get(pk=said.document_id).text


def test_nobody_else_may(said):
    with pytest.raises(NotYours, match="legal removal"):
        redact(target_of(said), by=make.the_chief(), reason=WHY)


def test_reason_must_not_repeat_the_words(said, by):
    with pytest.raises(Refused, match="repeats the words"):
        redact(target_of(said), by=by, reason=f"He never said that {WORDS}.")


def test_words_of_a_document_go_alone_where_the_rest_may_stay(said, by):
    other = make.make_document(f"Another paper of Brask wrote: {WORDS}!", outlet=make.make_outlet())

    redact(target_of(other, words=WORDS.upper()), by=by, reason=WHY)

    assert Document.objects.get(pk=other.pk).text == f"Another paper of Brask wrote: {'█' * len(WORDS)}!"
    assert WORDS in Document.objects.get(pk=said.document_id).text
    said.refresh_from_db()
    assert said.status == "public"


def test_part_of_a_statement_leaves_the_rest_public(said, by):
    name = said.text.index("Ilse Quandt") + said.start

    redact(target_of(said, (name, name + len("Ilse Quandt"))), by=by, reason=WHY)

    said.refresh_from_db()
    assert (said.status, said.text) == ("public", WORDS.replace("Ilse Quandt", "█" * 11))
    assert said.search_entry.stems.startswith("harbour pilot take")
    assert [one.text for one in said.passages.all()] == [said.text]
    assert not any("Quandt" in str(one.content) for one in Revision.objects.of(said))
    assert [str(one) for one in faults()] == []


def test_claim_that_repeats_the_words_is_put_right_first(said, by):
    claim = make.make_public_statement(claims=["Pilot Ilse Quandt took bribes from a ferry."]).occurrences.get().claim
    named = f"claim:{claim.pk}"

    with pytest.raises(Refused, match="Correct it with other words first"):
        taken_out(said, by)
    chief = make.the_chief()
    publication.correct(claim, by=chief, changes={"text": "An official was paid."}, revision_class="correction", reason="Too narrow.")
    plan = taken_out(said, by)

    assert named in plan.chosen
    assert plan.addresses == [named]
    assert [one.revision_class for one in Revision.objects.of(claim)] == ["publication", "correction", "legal-removal"]
    assert holding() == []
    assert [str(one) for one in every_fault()] == []


def test_drafts_in_the_words_go_with_them(said, by):
    inside = make.make_statement(said.document, "took bribes from the ferry line")
    across = make.make_accepted_statement(said.document, "every single summer”, he said")

    taken_out(said, by)

    inside.refresh_from_db()
    across.refresh_from_db()
    assert (inside.status, set(inside.text)) == ("rejected", {"█"})
    assert (across.status, across.text) == ("accepted", f"{'█' * len('every single summer')}”, he said")
    with pytest.raises(Refused, match="Return it to draft"):
        publication.publish(across, by=make.the_chief())
    with pytest.raises(Refused, match="nothing to publish"):
        publication.publish(Statement.objects.get(pk=said.pk), by=make.the_chief(), reason="The court changed its mind.")
    assert [str(one) for one in every_fault()] == []


def test_copies_of_the_text_go_with_it(said, by):
    copy = make.make_document(f"Brask: {WORDS}.", wire_copy_of=said.document, title="Copy")

    plan = redact(target_of(said), by=by, reason=WHY)

    assert {said.document_id, copy.pk} == plan.documents
    assert Document.objects.get(pk=copy.pk).text == f"Brask: {'█' * len(WORDS)}."


def test_words_in_the_bytes_of_another_alone_are_found(said, by):
    page = f"<html><head><title>{WORDS}</title></head><body>The <b>ferries</b> sail.</body></html>".encode()
    other = make.make_document("The ferries sail.", raw=page, form="html")

    found = publication.redacting.planned(target_of(said)).elsewhere

    assert (f"document:{other.public_id}", "file", 13) in found


def test_public_reason_that_quotes_stays_in_the_log_and_has_to_be_left(said, by):
    chief = make.the_chief()
    publication.correct(said, by=chief, changes={"locator": "p. 4"}, revision_class="typo", reason="It is: Ilse Quandt took bribes.")
    entry = f"logentry:{Revision.objects.of(said).last().log_index}"
    names = {one.name for one in publication.redacting.planned(target_of(said)).elsewhere}

    with pytest.raises(Refused, match="can’t leave out anything"):
        redact(target_of(said), by=by, reason=WHY, also=names, leave=[])
    redact(target_of(said), by=by, reason=WHY, also=names - {entry}, leave=[entry])

    assert holding() == ["archive_logentry", "archive_revision"]
    assert [str(one) for one in every_fault()] == []


def test_a_court_may_ask_twice(said, by):
    name = said.text.index("Ilse Quandt") + said.start
    redact(target_of(said, (name, name + len("Ilse Quandt"))), by=by, reason=WHY)

    taken_out(Statement.objects.get(pk=said.pk), by)

    said.refresh_from_db()
    assert (said.status, said.text) == ("withdrawn", "█" * len(WORDS))
    assert Redaction.objects.places().count() == 2
    assert [str(one) for one in every_fault()] == []


def test_statements_that_repeat_each_other_lose_their_words_together(by):
    """The same words in a document and in its copy, each public; and a name that stays beside blocks in part of one."""
    document = make.make_document(f"{BEFORE}{WORDS}{AFTER}", published="2023-05-17")
    copy = make.make_document(f"{BEFORE}{WORDS}{AFTER} More follows.", wire_copy_of=document, published="2023-05-17")
    statements = [make.make_public_statement(one, WORDS) for one in (document, copy)]

    taken_out(statements[0], by)

    assert [Statement.objects.get(pk=one.pk).text for one in statements] == ["█" * len(WORDS)] * 2
    assert holding() == []
    assert [str(one) for one in faults()] == []


def test_links_that_waited_go_with_the_words_that_carried_them(by):
    statement = make.make_accepted_statement(make.make_document(f"{BEFORE}{WORDS}{AFTER}"), WORDS)
    make.make_occurrence(statement, "A pilot was paid by a shipping company.")

    taken_out(statement, by)

    statement.refresh_from_db()
    assert (statement.status, statement.occurrences.count()) == ("rejected", 0)
    assert [str(one) for one in faults()] == []


def test_a_name_as_it_was_printed_goes_with_the_words(by):
    document = make.make_document(f"Ilse Maria Quandt Berger said: “{OTHER}”.", published="2023-05-17")
    statement = make.make_public_statement(document, OTHER, speakers=["Ilse Maria Quandt Berger"])
    target = target_of(document, words="Ilse Maria Quandt Berger")

    redact(target, by=by, reason=WHY, also={one.name for one in publication.redacting.planned(target).elsewhere}, leave=[])

    assert "Quandt" not in Statement.objects.get(pk=statement.pk).attributions.get().name
    assert [str(one) for one in faults()] == []


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"span": (0, 4), "words": "Anna Orr"}, "not both"),
        ({"span": (90, 4000)}, "do not lie inside the document’s text"),
        ({}, "Name the words of the document that have to go"),
        ({"words": "Nobody ever said these words"}, "These words do not stand in the document"),
    ],
)
def test_what_is_no_place_is_refused(said, asked, told):
    with pytest.raises(Refused, match=told):
        target_of(said.document, **asked)


def test_words_that_would_stay_in_a_statement_are_told_and_nothing_is_changed(said, by, monkeypatch):
    monkeypatch.setattr(TakingOut, "statements", lambda act: None)

    with pytest.raises(Refused, match=rf"^Words would be left in .*\bstatement:{said.public_id}\b"):
        taken_out(said, by)

    assert WORDS in Document.objects.get(pk=said.document_id).text
