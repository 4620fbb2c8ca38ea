"""Blocks that the law wanted are no fault; blocks that somebody put there are, also where he wrote a redaction of his own for them."""

import pytest
from django.utils import timezone

from archive.acts import record
from archive.enums import Verb
from archive.models import Document, Event, Redaction, Revision
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

    assert "its last version does not tell of what the law had taken out" in told()


def test_what_was_left_stays(kept):
    with triggers_off():
        Revision.objects.of(kept).filter(version=1).update(body=b'{"id":"%s","type":"statement"}' % kept.public_id.encode())
        Event.objects.filter(detail__was__startswith="█").update(detail={"was": "Something else."})

    assert "it is not what the law left of it" in told()
    assert any(one.endswith("(edited) is not as it was written") for one in told())
