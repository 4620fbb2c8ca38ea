"""The form of a document tells which drafts follow a day that is entered or corrected there, and which statements keep theirs."""

import pytest
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from archive import publication
from archive.extraction import LONG
from archive.models import Attribution, ChangeProposal, Document, Statement
from archive.tasks import redate_document
from tests import factories as make
from tests.archive.admin.conftest import signed_in
from tests.archive.admin.forms import correct, messages, save
from tests.archive.test_redating import DAY, LATER, TEXT, days, drafted


def page(document: Document) -> str:
    return reverse("admin:archive_document_change", args=[document.pk])


def test_form_of_the_document_tells_what_follows_and_what_does_not(editor):
    document = drafted()

    answer = save(editor, page(document), published=DAY)

    assert "2 drafts follow the new day." in messages(answer)
    assert days(document) == [DAY, "2023-05-15"]

    first = document.statements.earliest("start")
    save(editor, reverse("admin:archive_statement_change", args=[first.pk]), locator="2")
    told = messages(save(editor, page(document), published=LATER))

    assert "1 draft follows the new day." in told
    assert any("keeps its day" in one and str(first) in one for one in told)
    assert days(document) == [DAY, "2023-05-22"]


def test_form_that_changes_something_else_dates_nothing(editor):
    document = drafted()
    Document.objects.update(published=DAY)

    answer = save(editor, page(document), title="Another title")

    assert not any("new day" in one for one in messages(answer))
    assert days(document) == ["", ""]


def publish(statement: Statement) -> None:
    Attribution.objects.filter(statement=statement).update(speaker=make.make_speaker("Anna Kovaleva"))
    make.accept(statement)
    publication.publish(statement, by=make.the_chief())


def public_one(document: Document) -> Document:
    """The first of its statements is public."""
    publish(document.statements.earliest("start"))
    return Document.objects.get(pk=document.pk)


def page_to(way: str, document: Document) -> str:
    return reverse(f"admin:archive_document_{way}", args=[document.pk])


def correct_day(document: Document):
    return correct(signed_in("publisher"), page_to("correct", document), published=LATER, reason="A week later.")


def propose_day(document: Document):
    return correct(signed_in("editor"), page_to("propose", document), published=LATER, reason="A week later.")


def take_day(document: Document):
    propose_day(document)
    act = reverse("admin:archive_changeproposal_take", args=[ChangeProposal.objects.get().pk])
    return signed_in("publisher").post(act, {"take-revision_class": "correction", "take-reason": "A week later."})


@pytest.mark.parametrize("door", [correct_day, take_day])
def test_publisher_who_corrects_the_day_is_told_what_follows_and_what_does_not(db, door):
    document = public_one(drafted(published=DAY))

    told = messages(door(document))

    assert "1 draft follows the new day." in told
    assert any("keeps its day" in one and "The bridge over the Veyra" in one for one in told)
    assert days(document) == [DAY, "2023-05-22"]


def test_day_that_is_only_proposed_reaches_nothing(db):
    document = public_one(drafted(published=DAY))

    told = messages(propose_day(document))

    assert not any("new day" in one for one in told)
    assert days(document) == [DAY, "2023-05-15"]


def test_correction_of_something_else_dates_nothing(db):
    document = public_one(drafted(published=DAY))
    Document.objects.update(published=LATER)

    told = messages(correct(signed_in("publisher"), page_to("correct", document), title="Another", reason="Misread."))

    assert not any("new day" in one for one in told)
    assert days(document) == [DAY, "2023-05-15"]


def enter_day(document: Document):
    return save(signed_in("editor"), page(document), published=DAY)


@pytest.mark.parametrize(("door", "is_public"), [(enter_day, False), (correct_day, True), (take_day, True)])
def test_long_text_is_left_to_the_worker_which_drafts_nothing_new(db, door, is_public):
    document = make.make_document(TEXT + "\n\nIt was raining." * (LONG // 15))
    make_one = make.make_public_statement if is_public else make.make_statement
    make_one(document, "The bridge over the Veyra will be opened", said_on="2023-05-10")

    answer = door(document)

    assert "It is long: its drafts follow the new day in a few minutes." in messages(answer)
    (waiting,) = DBTaskResult.objects.all()
    assert waiting.task_path == redate_document.module_path
    assert redate_document.call(*waiting.args_kwargs["args"]) == "0 drafts dated anew"
    assert document.statements.count() == 1


def test_worker_dates_the_drafts_of_a_long_text(db):
    document = drafted()
    Document.objects.update(published=DAY)

    assert redate_document.call(document.pk, make.make_user("publisher").pk) == "2 drafts dated anew"

    assert days(document) == [DAY, "2023-05-15"]
