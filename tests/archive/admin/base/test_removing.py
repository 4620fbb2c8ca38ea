"""The button that removes a row: it says what goes with it or what hangs on it, asks the reason, and leads to the list."""

from django.urls import reverse

from archive.models import Document, Event, Speaker
from tests.archive.admin.base.test_acting import address, posted
from tests.archive.admin.forms import messages
from tests.factories import make_notice, make_public_statement, make_speaker, make_statement


def test_speaker_entered_twice_is_removed_from_its_page(editor):
    speaker = make_speaker("Anna Kovaleva")

    form = editor.get(reverse("admin:archive_speaker_change", args=[speaker.pk])).content.decode()
    page = editor.post(address(speaker, "remove"), {"row_version": speaker.lock_version})
    answer = editor.post(address(speaker, "remove"), posted(page, reason="Entered twice."))

    assert f'action="{address(speaker, "remove")}"' in form
    assert "It is removed for good." in page.content.decode()
    assert answer.url == reverse("admin:archive_speaker_changelist")
    assert messages(answer) == ["1 speaker removed."]
    assert not Speaker.objects.exists()
    assert Event.objects.get(verb="removed").reason == "Entered twice."


def test_page_says_what_hangs_on_a_row_and_nothing_is_removed(editor):
    speaker = make_statement().attributions.get().speaker

    page = editor.get(address(speaker, "remove"))
    answer = editor.post(address(speaker, "remove"), posted(page, reason="Entered twice."))

    assert "It is still needed by 1 attribution." in page.content.decode()
    assert "It is still needed by 1 attribution." in messages(answer)[0]
    assert Speaker.objects.filter(pk=speaker.pk).exists()


def test_page_says_which_drafts_go_with_a_document(editor):
    document = make_statement(method="rules").document

    page = editor.get(address(document, "remove"))
    editor.post(address(document, "remove"), posted(page, reason="The wrong page."))

    assert "1 draft of the machine goes with it." in page.content.decode()
    assert not Document.objects.exists()


def test_page_of_a_notice_beside_public_statements_says_who_takes_it_back(editor):
    notice = make_notice(make_public_statement().document, "retraction")

    page = editor.get(address(notice, "remove"))
    answer = editor.post(address(notice, "remove"), posted(page, reason="By mistake."))

    told = "It stands beside public statements. A publisher takes the notice back first."
    assert told in page.content.decode()
    assert told in messages(answer)[0]
    assert Document.objects.filter(pk=notice.pk).exists()


def test_what_is_public_has_no_such_button(chief):
    speaker = make_public_statement().attributions.get().speaker

    page = chief.get(reverse("admin:archive_speaker_change", args=[speaker.pk]))

    assert page.context["buttons"] == []
