"""Notices with which an outlet corrects or retracts a report: one button tells whether it is about the one that is proposed."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from archive.admin.base.acting import Act, ActingAdmin
from archive.admin.base.links import link_to
from archive.admin.base.record import ShownAdmin
from archive.admin.sources.copy import OpenFilter
from archive.capture import notices
from archive.enums import NoticeAnswer
from archive.models import NoticeSuggestion, User


def is_so(asked: NoticeSuggestion, *, by: User) -> None:
    notices.answer(asked, NoticeAnswer.YES, by=by)


def is_not(asked: NoticeSuggestion, *, by: User) -> None:
    notices.answer(asked, NoticeAnswer.NO, by=by)


def is_open(asked: NoticeSuggestion) -> bool:
    return not asked.answer and not asked.document.relation


@admin.register(NoticeSuggestion)
class NoticeSuggestionAdmin(ActingAdmin, ShownAdmin):
    list_display = ["document", "relation", "other", "reason", "answer"]
    list_filter = [OpenFilter, "relation"]
    list_select_related = ["document", "other"]
    search_fields = ["document__title", "other__title"]
    fields = ["sides", "notice", "reason", "answer", "answered_by", "answered_at"]
    readonly_fields = fields
    acts = (
        Act("yes", gettext_lazy("It does"), gettext_lazy("answered: it does"), "change_document", is_so, is_wanted=is_open),
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
