"""The day of a document that is entered or corrected later reaches its untouched drafts at once, and nothing that a person worked on."""

import pytest

from archive import publication, review
from archive.drafting import draft, redate
from archive.enums import RevisionClass
from archive.models import Attribution, Document, Event, Statement
from tests import factories as make

pytestmark = pytest.mark.django_db
TEXT = """The bridge will be opened

“The bridge over the Veyra will be opened,” Anna Kovaleva said.

“It will be free for all on Friday,” Petr Orlov said on Monday.
"""
DAY, LATER = "2023-05-17", "2023-05-24"


def drafted(**fields) -> Document:
    document = make.make_document(TEXT, **fields)
    draft(document)
    return document


def days(document: Document) -> list[str]:
    return list(document.statements.order_by("start").values_list("said_on", flat=True))


def enter(document: Document, published: str = DAY):
    document.published = published
    document.save()
    return redate(document)


def test_day_that_is_entered_reaches_drafts_with_the_dates_they_mention():
    document = drafted()
    assert days(document) == ["", ""]

    redated = enter(document)

    first, second = document.statements.order_by("start")
    assert redated == ([first, second], [])
    assert [(one.said_on, one.said_rule, one.said_words, one.lock_version) for one in (first, second)] == [
        (DAY, "publication", "", 2), ("2023-05-15", "date beside the words", "Monday", 2),
    ]  # fmt: skip
    assert [date["edtf"] for date in second.mentioned] == ["2023-05-19"]
    told = Event.objects.filter(verb="drafted", object_id=second.pk).latest("id")
    assert (told.to_state, told.detail["instead_of"]) == ("draft", "")


def test_day_that_is_corrected_reaches_them_again_and_once():
    document = drafted(published=DAY)

    assert len(enter(document, LATER).changed) == 2
    assert enter(document, LATER) == ([], [])
    assert days(document) == [LATER, "2023-05-22"]


def test_what_a_person_worked_on_keeps_its_day_and_is_told():
    document = drafted(published=DAY)
    first, second = document.statements.order_by("start")
    Attribution.objects.filter(statement=first).update(speaker=make.make_speaker("Anna Kovaleva"))
    make.accept(first)
    review.reject(second, by=make.the_chief())

    assert enter(document, LATER) == ([], [first])
    assert days(document) == [DAY, "2023-05-15"]


def test_drafting_again_dates_drafts_as_well():
    document = drafted()
    Document.objects.update(published=DAY)

    assert draft(Document.objects.get()) == []

    assert days(document) == [DAY, "2023-05-15"]


def test_draft_that_is_read_no_more_is_left_alone():
    document = drafted(published=DAY)
    Statement.objects.filter(start=document.statements.earliest("start").start).update(start=0, end=3, text="The")

    assert len(enter(document, LATER).changed) == 1
    assert days(document) == [DAY, "2023-05-22"]


def test_correction_of_a_public_document_reaches_its_drafts_alone():
    document = drafted(published=DAY)
    first = document.statements.earliest("start")
    Attribution.objects.filter(statement=first).update(speaker=make.make_speaker("Anna Kovaleva"))
    make.accept(first)
    publication.publish(first, by=make.the_chief())
    document.refresh_from_db()

    publication.correct(
        document,
        by=make.the_chief(),
        changes={"published": LATER},
        revision_class=RevisionClass.CORRECTION,
        reason="It was printed a week later.",
    )

    assert days(document) == [DAY, "2023-05-22"]


def test_day_that_a_person_typed_and_the_text_tells_too_is_not_told():
    document = drafted(published=DAY)
    first = document.statements.earliest("start")
    Attribution.objects.filter(statement=first).update(speaker=make.make_speaker("Anna Kovaleva"))
    make.accept(first)
    Statement.objects.filter(pk=first.pk).update(said_rule="entered by an editor")

    assert enter(document) == ([], [])
