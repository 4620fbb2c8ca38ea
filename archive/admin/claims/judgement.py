"""Judgements: what people answered on pairs, kept for ever. They are undone here, never changed."""

from django.contrib import admin
from django.utils import timezone
from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from archive import linking
from archive.admin.base.act import Act
from archive.admin.base.acting import ActingAdmin
from archive.admin.base.links import around, link_to
from archive.admin.base.record import ShownAdmin
from archive.models import Judgement


@admin.register(Judgement)
class JudgementAdmin(ActingAdmin, ShownAdmin):
    list_display = ["answer", "words", "claim", "judged", "stands"]
    list_filter = ["answer", ("undone_at", admin.EmptyFieldListFilter)]
    list_select_related = ["statement", "other", "claim", "judged_by"]
    search_fields = ["claim__text_key", "statement__text", "other__text"]
    fields = [
        "answer",
        "in_context",
        "other_in_context",
        "claim_link",
        "note",
        "judged_by",
        "judged_at",
        "score",
        "method",
        "undone_by",
        "undone_at",
    ]
    readonly_fields = ["in_context", "other_in_context", "claim_link"]
    acts = (
        Act("undo", _("Undo"), _("undone"), "judge_suggestion", linking.undo, is_wanted=lambda judgement: judgement.undone_at is None),
    )  # fmt: skip

    def get_readonly_fields(self, request, obj=None):
        return self.readonly_fields

    @admin.display(description=_("words, said of"))
    def words(self, judgement: Judgement) -> str:
        of = _words(judgement.other, judgement.other_start, judgement.other_end)[:160] if judgement.other else _("the claim")
        return format_html("<p>{}</p><p>{}</p>", _words(judgement.statement, judgement.start, judgement.end)[:160], of)

    @admin.display(description=_("answered"), ordering="judged_at")
    def judged(self, judgement: Judgement) -> str:
        return format_html("{}<br>{}", localize(timezone.localtime(judgement.judged_at)), judgement.judged_by)

    @admin.display(description=_("stands"), boolean=True)
    def stands(self, judgement: Judgement) -> bool:
        return judgement.undone_at is None

    @admin.display(description=_("words"))
    def in_context(self, judgement: Judgement) -> str:
        return _in_statement(judgement.statement, judgement.start, judgement.end)

    @admin.display(description=_("said of"))
    def other_in_context(self, judgement: Judgement) -> str:
        return _in_statement(judgement.other, judgement.other_start, judgement.other_end) if judgement.other else _("the claim")

    @admin.display(description=_("claim"))
    def claim_link(self, judgement: Judgement) -> str:
        return link_to(judgement.claim)


def _words(statement, start: int, end: int) -> str:
    return statement.with_mark(statement.text[start - statement.start : end - statement.start])


def _in_statement(statement, start: int, end: int) -> str:
    shown = around(statement.text, (start - statement.start, end - statement.start), 1000, statement.language)
    return format_html(
        "<strong class='held'>{}</strong>{}{}", statement.force_mark, shown, link_to(statement, str(_("open the statement")))
    )
