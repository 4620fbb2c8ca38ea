"""The command says what goes and where else the words stand, asks for each, and does nothing by halves."""

import io

import pytest
from django.core.management import CommandError, call_command

from archive.models import Document, Redaction
from tests import factories as make
from tests.archive.publication.redacting.bench import WHY, WORDS, make_scene, superuser

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def scene(made_once):
    other = make.make_document(f"Another paper of Brask wrote: {WORDS}!", outlet=make.make_outlet())
    return *make_scene(), other, superuser()


def redact(*args, **options):
    out = io.StringIO()
    call_command("redact", *args, stdout=out, **options)
    return out.getvalue()


def test_dry_run_tells_all_and_changes_nothing(scene):
    said, _beside, other, _by = scene

    told = redact(said.public_id, dry_run=True)

    assert f"goes: document:{said.document.public_id} {said.start}–{said.end}, and its file\n" in told
    assert f"goes: statement:{said.public_id} (public)\n" in told
    assert f"elsewhere: document:{other.public_id} 30–{30 + len(WORDS)} (13 words)" in told
    assert WORDS[:20] not in told
    assert not Redaction.objects.exists()
    assert WORDS in Document.objects.get(pk=said.document_id).text


def test_what_stands_elsewhere_is_refused_until_answered(scene):
    said, _beside, other, by = scene

    with pytest.raises(CommandError, match=f"document:{other.public_id}"):
        redact(said.public_id, reason=WHY, by=by.username)

    assert WORDS in Document.objects.get(pk=said.document_id).text


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"by": "nobody", "reason": WHY, "only": True}, "Say who answers for it"),
        ({"reason": " ", "only": True}, "Give a reason"),
        ({"reason": WHY, "also": ["claim:7"]}, "do not stand there: claim:7"),
        ({"reason": WHY, "start": 3}, "both where the words begin"),
        ({"reason": WHY, "start": 3, "end": 10**6}, "do not lie inside"),
        ({"reason": WHY, "words": "no such words anywhere"}, "do not stand in the document"),
    ],
)
def test_mistakes_are_told(scene, options, told):
    with pytest.raises(CommandError, match=told):
        redact(scene[0].public_id, **({"by": scene[3].username} | options))

    assert not Redaction.objects.exists()
