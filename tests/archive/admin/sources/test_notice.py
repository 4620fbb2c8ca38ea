"""One button tells whether a notice is about the report that is proposed; what it puts right is proposed too."""

import pytest
from django.urls import reverse

from archive.models import Document, NoticeSuggestion
from tests import factories as make
from tests.archive.admin.forms import errors, messages, save

pytestmark = pytest.mark.django_db
TEXT = "Correction: turnout was 52.4 percent, not 54.2."


@pytest.fixture
def asked() -> NoticeSuggestion:
    report = make.make_document(outlet=make.make_outlet("Telexa"))
    notice = make.make_document(TEXT, outlet=report.outlet, published="2018-06-14")
    return make.make_notice_suggestion(document=notice, other=report, end=len(TEXT))


def page(asked: NoticeSuggestion) -> str:
    return reverse("admin:archive_noticesuggestion_change", args=[asked.pk])


def act(asked: NoticeSuggestion, name: str) -> str:
    return reverse("admin:archive_noticesuggestion_act", args=[asked.pk, name])


def buttons(client, asked: NoticeSuggestion) -> list[str]:
    return [act.name for act, _address in client.get(page(asked)).context["buttons"]]


def test_what_it_puts_right_is_proposed_and_what_is_typed_is_kept(editor, asked):
    question = editor.post(act(asked, "yes"))
    assert question.context["form"]["note"].value() == "52.4 instead of 54.2"

    editor.post(act(asked, "yes"), {"confirm": "yes", "note": "the turnout"})

    assert Document.objects.get(pk=asked.document.pk).relation_note == "the turnout"


def test_report_that_is_public_is_answered_by_a_publisher(editor, publisher, asked):
    statement = make.make_public_statement(asked.other)

    assert (buttons(editor, asked), buttons(publisher, asked)) == (["no"], ["yes-in-public"])
    assert "a yes is a publisher’s" in editor.get(page(asked)).content.decode()
    publisher.post(act(asked, "yes-in-public"), {"confirm": "yes", "note": "52.4 instead of 54.2"})

    shown = publisher.get(reverse("admin:archive_statement_change", args=[statement.pk])).content.decode()
    assert "Telexa corrected this report on 14 June 2018: 52.4 instead of 54.2" in shown


def test_draft_of_a_corrected_report_shows_it_before_it_is_accepted(editor, reviewer, asked):
    editor.post(act(asked, "yes"), {"confirm": "yes", "note": "52.4 instead of 54.2"})
    draft = make.make_statement(asked.other)

    shown = reviewer.get(reverse("admin:archive_statement_change", args=[draft.pk])).content.decode()

    assert '<p class="warning">Telexa corrected this report on 14 June 2018: 52.4 instead of 54.2</p>' in shown


def test_form_of_a_document_says_what_it_corrects_only_by_a_publisher_where_that_is_public(editor, chief, asked):
    make.make_public_statement(asked.other)
    form = reverse("admin:archive_document_change", args=[asked.document.pk])
    typed = {"relation": "correction", "relates_to": asked.other.pk, "relation_note": "52.4 instead of 54.2"}

    refused = save(editor, form, **typed)
    assert "Your role does not allow this" in str(errors(refused))
    assert Document.objects.get(pk=asked.document.pk).relation == ""

    assert errors(save(chief, form, **typed)) == {}
    corrected = chief.get(reverse("admin:archive_document_change", args=[asked.other.pk])).content.decode()
    assert "Telexa corrected this report on 14 June 2018: 52.4 instead of 54.2" in corrected


def test_form_that_takes_it_back_wants_a_public_reason(chief, asked):
    make.make_public_statement(asked.other)
    form = reverse("admin:archive_document_change", args=[asked.document.pk])
    save(chief, form, relation="correction", relates_to=asked.other.pk)
    gone = {"relation": "", "relates_to": "", "relation_note": ""}

    assert "Give a reason" in str(errors(save(chief, form, **gone)))
    assert errors(save(chief, form, **gone, public_reason="It is about another report.")) == {}

    assert Document.objects.get(pk=asked.document.pk).relation == ""


def test_address_of_a_notice_that_is_told_is_not_an_editors_to_change(editor, asked):
    make.make_public_statement(asked.other)
    notice = make.make_notice(asked.other)
    form = reverse("admin:archive_article_change", args=[notice.article.pk])

    assert "Your role does not allow this" in str(errors(save(editor, form, url="https://telexa.example/elsewhere")))


def test_article_is_added(editor):
    assert errors(save(editor, reverse("admin:archive_article_add"), outlet=make.make_outlet().pk, url="https://telexa.example/1")) == {}


def test_publisher_takes_a_notice_back_with_a_button(publisher, asked):
    make.make_public_statement(asked.other)
    notice = make.make_notice(asked.other)

    answer = publisher.post(
        reverse("admin:archive_document_act", args=[notice.pk, "no-notice"]), {"confirm": "yes", "reason": "It is none."}
    )

    assert messages(answer) == ["1 document told to be no notice."]
    assert Document.objects.get(pk=notice.pk).relation == ""
