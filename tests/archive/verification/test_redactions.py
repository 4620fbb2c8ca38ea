"""Blocks that the law wanted are no fault; blocks that somebody put there are, also where he wrote a redaction of his own for them."""

import pytest
from django.utils import timezone

from archive.acts import record
from archive.enums import Verb
from archive.log.histories import digest_of
from archive.models import Document, Event, EventLink, Redaction, Revision
from archive.publication.redacting import redact, target_of
from archive.verification import faults
from tests import factories as make
from tests.archive.log.tampering import triggers_off
from tests.archive.publication.redacting.bench import WHY, superuser

pytestmark = pytest.mark.django_db
TEXT = "“The bridge over the Veyra opens in spring,” she said. “Nobody will ever pay a toll for it,” she added."
SAID, OTHER = "Nobody will ever pay a toll for it", "The bridge over the Veyra opens in spring"


@pytest.fixture(scope="module")
def kept(made_once):
    document = make.make_document(TEXT, title="The bridge")
    statement = make.make_public_statement(document, SAID)
    make.make_public_statement(document, OTHER)
    record(Verb.EDITED, statement, by=make.the_chief(), was=SAID)
    redact(target_of(statement), by=superuser(), reason=WHY, leave=[])
    return statement


def told():
    return [str(one).split(": ", 1)[1] for one in faults()]


def blocked_by_hand(kept, start, end):
    document = Document.objects.get(pk=kept.document_id)
    left = document.text[:start] + "█" * (end - start) + document.text[end:]
    Document.objects.filter(pk=document.pk).update(text=left)
    return document, left


@pytest.mark.usefixtures("kept")
def test_what_the_law_had_taken_out_is_no_fault():
    assert told() == []


def test_blocks_of_another_are_told(kept):
    with triggers_off():
        blocked_by_hand(kept, 0, 3)

    assert "its text is not the one that its fingerprint was taken of" in told()


def test_redaction_of_another_is_told(kept):
    with triggers_off():
        document, left = blocked_by_hand(kept, 47, 53)
    named = {"object_type": "document", "object_id": document.pk, "field": "text", "start": 47, "end": 53}
    forged = Redaction(document=document, **named, reason="A court.", by=make.the_chief(), at=timezone.now())
    forged.keep(document.text[47:53], left).save()

    assert "what the law had taken out is not told in full by its last version, or, without one, by the event of the act" in told()


def test_redactions_that_nothing_vouches_for_excuse_nothing(kept):
    hidden, chief = make.make_document("Nothing that stands here was ever public."), make.the_chief()
    document, edited = Document.objects.get(pk=kept.document_id), Event.objects.filter(object_type="statement", verb="published").first()
    with triggers_off():
        Document.objects.filter(pk=document.pk).update(text=OTHER)
        Event.objects.filter(pk=edited.pk).update(reason="Forged.")
        EventLink.objects.filter(pk=edited.pk).update(salt=None)
    digest = digest_of(b"", Event.objects.get(pk=edited.pk), None)
    for table, row, field, left in (("document", document, "text", OTHER), ("eventlink", edited, "digest", digest)):
        one = Redaction(document=hidden, object_type=table, object_id=row.pk, field=field, reason="A court.", by=chief, at=timezone.now())
        one.keep("Something.", left).save()

    found = told()

    assert "its text is not the one that its fingerprint was taken of" in found
    assert any(one.endswith("(published) is not as it was written") for one in found)
    assert "something was taken out of it by law, as no event tells" in found


@pytest.mark.parametrize("change", [{"reason": "Forged."}, {"verb": "accepted"}, {"by": None}, {"at": "2020-01-01T00:00Z"}])
@pytest.mark.usefixtures("kept")
def test_what_is_left_of_an_event_is_held(change):
    with triggers_off():
        Event.objects.filter(detail__was__startswith="█").update(**change)

    assert any("of its history" in one and one.endswith("is not as it was written") for one in told())


@pytest.mark.parametrize("change", ["reason", "by"])
def test_who_had_it_taken_out_and_why_is_what_its_event_tells(kept, change):
    with triggers_off():
        Redaction.objects.filter(field="text").update(**{change: {"reason": "Forged.", "by": make.the_chief()}[change]})

    assert "something was taken out of it by law, as no event tells" in told()


def test_document_that_was_redacted_before_it_was_public_is_not_accused():
    document = make.make_document(TEXT, title="The bridge")
    record(Verb.EDITED, document, by=make.the_chief(), was=SAID)
    start = TEXT.index(SAID)
    redact(target_of(document, (start, start + len(SAID))), by=superuser(), reason=WHY, leave=[])
    assert told() == []

    make.make_public_statement(Document.objects.get(pk=document.pk), OTHER)

    assert told() == []


def test_what_was_left_stays(kept):
    with triggers_off():
        Revision.objects.of(kept).filter(version=1).update(body=b'{"id":"%s","type":"statement"}' % kept.public_id.encode())
        Event.objects.filter(detail__was__startswith="█").update(detail={"was": "Something else."})

    assert "it is not what the law left of it" in told()
    assert any(one.endswith("(edited) is not as it was written") for one in told())
