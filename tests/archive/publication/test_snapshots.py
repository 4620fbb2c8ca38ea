"""What the public sees is kept as canonical bytes with their hash: every public field, and nothing of a withdrawn statement's words."""

import hashlib
import json

import pytest
from django.db import models

from archive import publication
from archive.log.writing import canonical
from archive.models import Revision
from archive.publication.public_fields import PUBLIC_FIELDS
from archive.publication.snapshots import snapshot
from tests import factories as make

pytestmark = pytest.mark.django_db
WORDS = "Мост «Вейра» откроют весной — не позже."

# What is never public by itself: keys, folded names, columns that follow from others, and what only the archive's work needs.
INNER = {
    "Statement": {
        "id", "public_id", "document", "start", "end", "text", "status",  # in every snapshot, under names of their own
        "said_earliest", "said_latest", "said_sort", "prefix", "suffix", "version", "recorded_at",  # follow from others
        "withdrawn_at", "withdrawn_class", "withdrawn_reason",  # in the tombstone
        "duplicates", "mentioned", "relayed",
        "occasion_proposed", "place_proposed", "speakers_proposed", "confidence", "method",  # proposals
        "confirmed", "accepted_as",  # of the review
        "drafted_by", "accepted_by", "published_by", "lock_version",
    },
    "Occurrence": {
        "id", "claim", "statement", "status", "said_sort", "judgement", "judged_by", "judged_at", "published_by", "lock_version",
    },
    "Claim": {"id", "slug", "text_key", "text_letters", "merged_into", "lock_version"},
    "Speaker": {
        "id", "slug", "name_key", "name_letters", "name_romanised", "name_skeleton", "since", "since_earliest", "merged_into",
        "lock_version",
    },
    "Outlet": {"id", "slug", "name_key", "name_letters", "since", "since_earliest", "lock_version"},
    "Occasion": {"id", "public_id", "held_earliest", "held_latest", "held_sort", "lock_version"},
    "Article": {"id", "address_key", "lock_version"},
    "Document": {
        "id", "public_id", "article", "outlet_printed", "published_earliest", "published_sort", "captured_at", "captured_by", "seen_on",
        "file_name", "text", "sha256", "raw", "raw_sha256", "encoding", "encoding_source", "form", "locators", "published_readings",
        "supersedes", "drafted_as", "lock_version",
    },
}  # fmt: skip


@pytest.mark.parametrize("model", PUBLIC_FIELDS, ids=lambda model: model.__name__)
def test_every_column_is_public_or_not(model):
    columns = {field.name for field in model._meta.concrete_fields}

    assert set(PUBLIC_FIELDS[model]) | INNER[model.__name__] == columns
    assert set(PUBLIC_FIELDS[model]).isdisjoint(INNER[model.__name__])


def test_statement_is_kept_with_words_speakers_and_links():
    speaker = make.make_speaker("Анна Ковалёва")
    statement = make.make_public_statement(
        words=WORDS, speakers=[(speaker, "Ковалёва", "министр"), "источник"], claims=["Мост откроют."], occasion=make.make_occasion()
    )

    kept = Revision.objects.of(statement).get().content

    assert kept == {
        "type": "statement", "id": statement.public_id, "status": "public", "text": WORDS, "start": statement.start, "end": statement.end,
        "document": statement.document.public_id, "document_sha256": statement.document.sha256, "kind": "direct", "force": "asserted",
        "language": "en",
        "said_on": "2023-05-17", "said_words": "", "said_rule": "", "undated": False, "occasion": statement.occasion.public_id,
        "locator": "", "translation_of": None,
        "speakers": [
            {"speaker": "анна-ковалёва", "name": "Ковалёва", "role": "министр"}, {"speaker": None, "name": "источник", "role": ""},
        ],
        "occurrences": [
            {"claim": "мост-откроют", "start": statement.start, "end": statement.end, "stance": "asserts", "likeness": "paraphrase"},
        ],
    }  # fmt: skip


def test_bytes_are_canonical_and_hashed():
    statement = make.make_public_statement(words=WORDS)

    revision = Revision.objects.of(statement).get()

    body = bytes(revision.body)
    assert body == canonical(snapshot(statement))
    assert revision.sha256 == hashlib.sha256(body).hexdigest()
    assert body == json.dumps(json.loads(body), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    assert WORDS in body.decode()


def test_all_rows_that_are_public_have_a_snapshot_of_what_they_are():
    statement = make.make_public_statement(claims=["It opens."], occasion=make.make_occasion())
    rows = [
        statement, statement.document, statement.document.article, statement.document.outlet, statement.occasion,
        statement.attributions.get().speaker, statement.occurrences.get().claim,
    ]  # fmt: skip

    assert [Revision.objects.of(row).get().content for row in rows] == [json.loads(canonical(snapshot(row))) for row in rows]


def test_withdrawn_words_are_in_no_last_revision():
    statement = make.make_public_statement(words=WORDS, speakers=["Секретный Источник"], claims=["Мост откроют."])
    publication.withdraw(statement, by=make.the_chief(), revision_class="legal-removal", reason="By order of a court.")

    last = Revision.objects.of(statement).last()

    text = bytes(last.body).decode()
    assert (last.revision_class, last.content["status"]) == ("legal-removal", "withdrawn")
    for words in (WORDS, "Вейра", "Секретный", "Мост", statement.document.public_id, statement.said_on):
        assert words not in text


def test_earlier_revisions_stay_as_they_were():
    statement = make.make_public_statement(words=WORDS)
    before = list(Revision.objects.of(statement).values())

    publication.correct(statement, by=make.the_chief(), changes={"kind": "mixed"}, revision_class="typo", reason="Misread.")
    publication.withdraw(statement, by=make.the_chief(), revision_class="retraction", reason="Retracted.")

    assert list(Revision.objects.of(statement).values())[:1] == before
    assert [one.version for one in Revision.objects.of(statement)] == [1, 2, 3]


def test_snapshot_names_rows_by_their_public_names():
    document = make.make_document(wire_copy_of=make.make_document())
    kept = snapshot(document)

    assert kept["wire_copy_of"] == document.wire_copy_of.public_id
    assert snapshot(document.article)["outlet"] == document.outlet.slug
    assert not any(isinstance(value, models.Model | float) for value in kept.values())
