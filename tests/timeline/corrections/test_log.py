"""What the public log tells of a change."""

import pytest

from archive.enums import RevisionClass
from archive.identity.merged_speakers import merge_speakers
from archive.models import Revision
from archive.publication import correct
from tests import factories as make
from timeline.corrections.log import Change, items

pytestmark = pytest.mark.django_db


def changed(row, **changes) -> list[Change]:
    correct(row, by=make.the_chief(), changes=changes, revision_class=RevisionClass.CORRECTION, reason="Read again.")
    return list(items([Revision.objects.of(row).order_by("version").last()])[0].changes)


def test_occasion_choice_and_yes_or_no_in_words():
    statement = make.make_public_statement(said_on="2023-05-17", kind="direct", occasion=make.make_occasion("Talks"))
    fair = make.make_occasion("Fair")
    make.make_public_statement(occasion=fair)

    found = changed(statement, occasion=fair, kind="indirect", said_on="", undated=True)

    labels = {change.label: (change.was, change.now) for change in found}
    assert labels["occasion"] == ("another record", str(fair))
    assert labels["kind"] == ("direct speech", "indirect speech")
    assert ("no", "yes") in labels.values()


def test_claims_by_their_words():
    claim = make.make_claim("The toll stays.", slug="a-slug")
    statement = make.make_public_statement(claims=[claim])
    changes = {"likeness": "narrower"}
    correct(
        statement.occurrences.get(), by=make.the_chief(), changes=changes, revision_class=RevisionClass.CORRECTION, reason="Read again."
    )

    found = items([Revision.objects.of(statement).order_by("version").last()])[0].changes

    assert [(change.was.partition(":")[0], change.now.partition(":")[0]) for change in found] == [("The toll stays.", "The toll stays.")]


def test_record_that_is_not_public_has_no_name():
    document = make.make_document()
    make.make_public_statement(document)

    found = changed(document, wire_copy_of=make.make_document(title="A secret draft"))

    assert [(change.was, change.now) for change in found] == [("", "another record")]


def test_merged_speaker_has_the_name_beside_the_printed_one():
    keep, gone = make.make_speaker("Ada Moreau"), make.make_speaker("Ada Moro")
    make.make_public_statement(speakers=[keep])
    statement = make.make_public_statement(speakers=[(gone, "Moro", "")])
    merge_speakers(keep, gone, by=make.the_chief(), reason="One person.")

    latest = items([Revision.objects.of(statement).order_by("version").last()])[0]

    assert [(change.was, change.now) for change in latest.changes] == [("Moro (Ada Moro)", "Moro (Ada Moreau)")]


def test_title_with_withdrawn_words_is_in_no_change():
    document = make.make_document("The toll stays. It rained.", title="The toll stays")
    make.make_public_statement(document, "It rained.")
    make.make_withdrawn_statement(document, "The toll stays.")

    assert changed(document, title="Rain") == [Change("title", "a title that repeats withdrawn words", "Rain")]


def test_article_is_called_by_its_document_without_withdrawn_words():
    outlet = make.make_outlet("Ardpress")
    document = make.make_document("The toll stays. It rained.", outlet=outlet, title="The toll stays", published="2024")
    make.make_public_statement(document, "It rained.")
    make.make_withdrawn_statement(document, "The toll stays.")
    changed(document.article, kind="release")

    assert items(Revision.objects.corrections().filter(object_type="article"))[0].record.name == "Document of Ardpress, 2024"


def test_many_entries_take_as_many_queries_as_few(django_assert_max_num_queries):
    for number in range(4):
        statement = make.make_public_statement(claims=[make.make_claim()], occasion=make.make_occasion(f"Talks {number}"))
        changed(statement, occasion=make.make_occasion(f"Fair {number}"))
        changed(statement.document, title=f"Title {number}")

    with django_assert_max_num_queries(12):
        assert len(items(Revision.objects.corrections())) == 8
