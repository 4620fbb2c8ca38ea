"""The form of a document tells which drafts follow a day that is entered or corrected there, and which statements keep theirs."""

from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from archive.drafting import LONG
from archive.models import Document
from archive.tasks import draft_document
from tests import factories as make
from tests.archive.admin.forms import messages, save
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


def test_long_text_is_left_to_the_worker(editor):
    document = make.make_document(TEXT + "\n\nIt was raining." * (LONG // 15))

    answer = save(editor, page(document), published=DAY)

    assert "It is long: its drafts follow the new day in a few minutes." in messages(answer)
    assert DBTaskResult.objects.filter(task_path=draft_document.module_path).count() == 1
