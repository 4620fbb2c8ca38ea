"""What the log calls the records that it tells of."""

from functools import partial

import pytest

from archive import publication
from archive.models import Document
from tests.between import before_reading
from tests.factories import (
    make_claim,
    make_document,
    make_occasion,
    make_outlet,
    make_public_statement,
    make_speaker,
    make_statement,
    make_withdrawn_statement,
    the_chief,
)
from timeline.corrections.records import Record, names_of, seen

pytestmark = pytest.mark.django_db


def test_public_records_by_their_names_and_pages():
    claim, anna, outlet = make_claim("It stays."), make_speaker("Anna Hill", description="economist"), make_outlet("Telexa")
    talks = make_occasion("Talks", place="Sarne", held_on="2023-05-17")
    document = make_document("We deny it.", outlet=outlet, title="The toll")
    statement = make_public_statement(document, "We deny it", force="denied", speakers=[anna], occasion=talks)
    make_public_statement(claims=[claim])

    found = {
        "statement": Record(statement.public_id, "[Denied] We deny it", f"/statements/{statement.public_id}/"),
        "claim": Record("it-stays", "It stays.", "/claims/it-stays/"),
        "speaker": Record("anna-hill", "Anna Hill (economist)", "/speakers/anna-hill/"),
        "outlet": Record("telexa", "Telexa", "/outlets/telexa/"),
        "document": Record(document.public_id, "The toll", f"/documents/{document.public_id}/"),
        "occasion": Record(talks.public_id, "Talks, Sarne, 17 May 2023", talks.get_absolute_url()),
        "article": Record("", "The toll"),
    }
    rows = {
        "statement": statement, "claim": claim, "speaker": anna, "outlet": outlet, "document": document, "occasion": talks,
        "article": document.article,
    }  # fmt: skip

    assert {kind: seen(kind, {row.pk}) for kind, row in rows.items()} == {kind: {rows[kind].pk: found[kind]} for kind in rows}
    named = {kind: one for kind, one in found.items() if kind != "article"}
    assert {kind: names_of(kind, [one.key]) for kind, one in named.items()} == {kind: {one.key: one.name} for kind, one in named.items()}


def test_what_is_not_public_is_not_named():
    document = make_document(outlet=make_outlet("Telexa"))
    statement = make_statement(document, speakers=[make_speaker("Anna Hill")], occasion=make_occasion("Talks"))
    rows = {
        "statement": (statement, statement.public_id), "speaker": (statement.attributions.get().speaker, "anna-hill"),
        "outlet": (document.outlet, "telexa"), "document": (document, document.public_id),
        "occasion": (statement.occasion, statement.occasion.public_id), "claim": (make_claim("It stays."), "it-stays"),
    }  # fmt: skip

    assert {kind: (seen(kind, {row.pk}), names_of(kind, [key])) for kind, (row, key) in rows.items()} == dict.fromkeys(rows, ({}, {}))
    assert seen("article", {document.article_id}) == {}


def test_a_withdrawn_statement_has_a_tombstone_and_no_name_elsewhere():
    statement = make_withdrawn_statement()

    assert seen("statement", {statement.pk})[statement.pk].is_withdrawn
    assert names_of("statement", [statement.public_id]) == {}


def test_who_was_merged_has_a_name_and_no_page():
    keep, gone = make_speaker("Ada Moreau"), make_speaker("Ada Moro")
    make_public_statement(speakers=[keep])
    gone.merged_into = keep
    gone.save()

    assert seen("speaker", {keep.pk, gone.pk}).keys() == {keep.pk}
    assert names_of("speaker", ["ada-moro"]) == {"ada-moro": "Ada Moro"}


def test_a_title_with_withdrawn_words_is_stood_in_for():
    document = make_document("The toll stays. It rained.", outlet=make_outlet("Ardpress"), title="The toll stays", published="2024")
    make_public_statement(document, "It rained.")
    make_withdrawn_statement(document, "The toll stays.")
    nameless = make_public_statement(make_document("It snowed.", outlet=make_outlet("Vela"), title="", published=""), "It snowed.").document

    found = seen("document", {document.pk, nameless.pk})

    assert {pk: one.name for pk, one in found.items()} == {
        document.pk: "Document of Ardpress, 2024",
        nameless.pk: "Document of Vela",
    }


@pytest.mark.parametrize("ask", [
    lambda document: seen("document", {document.pk}), lambda document: names_of("document", [document.public_id]),
    lambda document: seen("article", {document.article_id}),
])  # fmt: skip
@pytest.mark.parametrize("words", ["FROM archive_documententry", "FROM archive_document x"])
def test_what_is_withdrawn_while_it_is_read_is_not_named(ask, words):
    statement = make_public_statement(make_document("It rained.", outlet=make_outlet("Vela")), "It rained.")
    act = partial(publication.withdraw, statement, by=the_chief(), revision_class="retraction", reason="It was misread.")

    with before_reading(words, act):
        assert ask(Document.objects.get()) == {}
