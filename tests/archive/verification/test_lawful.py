"""What the law had taken out is no fault as it was left, and one as soon as somebody changes it again."""

import pytest
from django.db.models import F, Value
from django.db.models.functions import Concat

from archive.acts import record
from archive.enums import Verb
from archive.models import Document, Event, EventLink, Redaction, Statement
from archive.publication.redacting import planned, redact, target_of
from archive.verification import faults
from tests import factories as make
from tests.archive.log.tampering import triggers_off
from tests.archive.publication.redacting.bench import WHY, make_scene, superuser

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def left(made_once):
    statement = Statement.objects.get(pk=make_scene()[0].pk)
    record(Verb.EDITED, statement, by=make.the_chief(), words=statement.text)
    target = target_of(statement)
    redact(target, by=superuser(), reason=WHY, also={one.name for one in planned(target).elsewhere}, leave=[])
    return statement


def told():
    return [str(one) for one in faults()]


def test_what_was_taken_out_is_no_fault(left):
    touched = Redaction.objects.filter(object_type="event").values("object_id")

    assert told() == []
    assert touched
    assert not EventLink.objects.filter(event__in=touched, salt__isnull=False).exists()


def test_other_words_in_its_place_are_told(left):
    blocked = Redaction.objects.filter(object_type="event").latest("pk")
    with triggers_off():
        Document.objects.filter(pk=left.document_id).update(text=Concat(F("text"), Value("x")))
        Event.objects.filter(pk=blocked.object_id).update(detail={}, reason="")

    found = told()

    assert f"document {left.document.public_id}: its text is not the one that its fingerprint was taken of" in found
    assert any("of its history" in one and "is not as it was written" in one for one in found)
