"""`draft` proposes the statements of the documents named, or of all newest ones, and counts."""

import io

import pytest
from django.core.management import CommandError, call_command

from archive.models import Document, Outlet, Statement
from tests import factories as make

pytestmark = pytest.mark.django_db
TEXT = "“The bridge number {} will be opened in spring,” Anna Kovaleva said on 17 May 2023."


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("draft", *arguments, stdout=out)
    return out.getvalue().strip()


def test_newest_captures_are_drafted():
    article = make.make_article()
    old = make.make_document(TEXT.format("one"), article=article)
    new = make.make_document(TEXT.format("two"), article=article, supersedes=old)
    other = make.make_document(TEXT.format("three"))

    assert run() == "Documents: 2, read now: 2. New drafts: 2."

    assert set(Statement.objects.values_list("document", flat=True)) == {new.pk, other.pk}


def test_what_these_rules_have_read_is_left_alone():
    make.make_document(TEXT.format("one"))
    run()
    make.make_document(TEXT.format("two"))

    assert run() == "Documents: 2, read now: 1. New drafts: 1."
    assert run() == "Documents: 2, read now: 0. New drafts: 0."


def test_drafting_again_makes_none():
    document = make.make_document(TEXT.format("one"))
    run()

    assert run("--again") == "Documents: 1, read now: 1. New drafts: 0."
    assert run(document.public_id) == "Documents: 1, read now: 1. New drafts: 0."


def test_what_is_known_otherwise_or_was_read_by_other_rules_is_read_again():
    dated, moved, other = (make.make_document(TEXT.format(number)) for number in ("one", "two", "three"))
    make.make_document(TEXT.format("four"))
    run()
    Document.objects.filter(pk=dated.pk).update(published="2023-05-18")
    Outlet.objects.filter(pk=moved.outlet.pk).update(time_zone="Europe/Minsk")
    Document.objects.filter(pk=other.pk).update(drafted_as="rules 0")

    assert run() == "Documents: 4, read now: 3. New drafts: 0."


def test_named_documents_alone_are_drafted():
    document, _ = make.make_document(TEXT.format("one")), make.make_document(TEXT.format("two"))

    assert run(document.public_id) == "Documents: 1, read now: 1. New drafts: 1."

    assert Statement.objects.get().document == document


def test_unknown_document_is_refused_before_anything_is_done():
    document = make.make_document(TEXT.format("one"))

    with pytest.raises(CommandError, match="No document is called nowhere"):
        run(document.public_id, "nowhere")

    assert not Statement.objects.exists()


def test_questions_are_left_out_on_demand():
    make.make_document("Q: Will the bridge open?\n\nAnna Kovaleva: It will be open in May.")

    assert run("--without-questions") == "Documents: 1, read now: 1. New drafts: 1."


def test_transcript_without_labels_is_said_to_be_one():
    document = make.make_document("Will the bridge be open in May?\n\nIt will be open in May, and free for all.\n\n" * 3)

    assert run().splitlines() == [
        "Documents: 1, read now: 1. New drafts: 0.",
        f"{document.public_id} reads like a transcript; no label was found.",
    ]
