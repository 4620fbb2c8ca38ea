"""Notices with which an outlet corrects or retracts a report: one button tells whether it is about the one that is proposed."""

from django import forms
from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import publication
from archive.admin.base.act import Act
from archive.admin.base.acting import ActingAdmin
from archive.admin.base.links import link_to
from archive.admin.base.record import ShownAdmin
from archive.admin.sources.copy import OpenFilter
from archive.enums import NoticeAnswer
from archive.extraction.page.put_right import put_right_in
from archive.models import Document, NoticeSuggestion, User

MOST_READ = 4000  # characters of a notice's text


class NoteForm(forms.Form):
    note = Document._meta.get_field("relation_note").formfield()


def is_so(asked: NoticeSuggestion, *, by: User, note: str) -> None:
    publication.answer(asked, NoticeAnswer.YES, note=note, by=by)


def is_not(asked: NoticeSuggestion, *, by: User) -> None:
    publication.answer(asked, NoticeAnswer.NO, by=by)


def is_open(asked: NoticeSuggestion) -> bool:
    return not asked.answer and not asked.document.relation


def is_for_editors(asked: NoticeSuggestion) -> bool:
    return is_open(asked) and not is_seen(asked)


def is_for_publishers(asked: NoticeSuggestion) -> bool:
    return is_open(asked) and is_seen(asked)


def is_seen(asked: NoticeSuggestion) -> bool:
    return publication.concerns_public(asked.document, asked.other)


def note_as_read(asked: NoticeSuggestion) -> dict[str, str]:
    """What the notice puts right, where its words tell; a text that is nothing else may tell it further down."""
    found = put_right_in(asked.words) or put_right_in(asked.document.text[:MOST_READ])
    return {"note": _("%(right)s instead of %(wrong)s") % {"right": found.right, "wrong": found.wrong}} if found else {}


ASKED = {"label": gettext_lazy("It does"), "done": gettext_lazy("answered: it does"), "run": is_so, "asks": NoteForm}
ASKED |= {"proposes": note_as_read, "in_lists": False}


@admin.register(NoticeSuggestion)
class NoticeSuggestionAdmin(ActingAdmin, ShownAdmin):
    list_display = ["document", "relation", "other", "reason", "answer"]
    list_filter = [OpenFilter, "relation"]
    list_select_related = ["document", "other"]
    search_fields = ["document__title", "other__title"]
    fields = ["sides", "notice", "reason", "who_answers", "answer", "answered_by", "answered_at"]
    readonly_fields = fields
    acts = (
        Act("yes", permission="change_document", is_wanted=is_for_editors, **ASKED),
        Act("yes-in-public", permission="publish_statement", is_wanted=is_for_publishers, **ASKED),
        Act("no", gettext_lazy("It does not"), gettext_lazy("answered: it does not"), "change_document", is_not, is_wanted=is_open),
    )  # fmt: skip

    def get_queryset(self, request):
        texts = ("text", "raw") if request.resolver_match.url_name.endswith("changelist") else ("raw",)
        return super().get_queryset(request).defer(*(f"{side}__{column}" for side in ("document", "other") for column in texts))

    @admin.display(description=gettext_lazy("documents"))
    def sides(self, asked: NoticeSuggestion) -> str:
        return format_html("{} {} {}", link_to(asked.document), asked.get_relation_display(), link_to(asked.other))

    @admin.display(description=gettext_lazy("notice"))
    def notice(self, asked: NoticeSuggestion) -> str:
        return format_html("<p class='words' lang='{}'>{}</p>", asked.document.language, asked.words)

    @admin.display(description=gettext_lazy("who answers"))
    def who_answers(self, asked: NoticeSuggestion) -> str:
        """A yes stands beside the statements of the other at once, where they are public."""
        if not is_for_publishers(asked):
            return _("an editor")
        return _("Statements of it are public: a yes is a publisher’s, and stands beside each of them at once.")
