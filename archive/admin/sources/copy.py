"""Texts of two outlets that are nearly the same: one button tells whether one is wire copy of the other."""

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.admin.base.act import Act
from archive.admin.base.acting import ActingAdmin
from archive.admin.base.links import link_to
from archive.admin.base.record import ShownAdmin
from archive.admin.sources.captures import told
from archive.enums import CopyAnswer
from archive.identity import copying
from archive.matching.captures import differences
from archive.models import CopySuggestion, User

MOST_LINES = 200


def is_copy(pair: CopySuggestion, *, by: User) -> None:
    copying.answer(pair, CopyAnswer.COPY, by=by)


def is_own(pair: CopySuggestion, *, by: User) -> None:
    copying.answer(pair, CopyAnswer.OWN, by=by)


def is_open(pair: CopySuggestion) -> bool:
    return not pair.answer and not pair.document.wire_copy_of_id


class OpenFilter(admin.SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("open", gettext_lazy("waits for an answer"))]

    def queryset(self, request, queryset):
        return queryset.open() if self.value() == "open" else queryset


@admin.register(CopySuggestion)
class CopySuggestionAdmin(ActingAdmin, ShownAdmin):
    list_display = ["document", "outlet", "other", "other_outlet", "likeness", "answer"]
    list_filter = [OpenFilter]
    list_select_related = ["document__article__outlet", "other__article__outlet"]
    search_fields = ["document__title", "other__title"]
    fields = ["sides", "likeness", "answer", "answered_by", "answered_at", "what_differs"]
    readonly_fields = fields
    acts = (
        Act(
            "copy",
            gettext_lazy("It is the same text"),
            gettext_lazy("marked as the same text"),
            "change_document",
            is_copy,
            is_wanted=is_open,
        ),
        Act("own", gettext_lazy("It is a text of its own"), gettext_lazy("kept as its own"), "change_document", is_own, is_wanted=is_open),
    )

    def get_queryset(self, request):
        texts = ("text", "raw") if request.resolver_match.url_name.endswith("changelist") else ("raw",)
        return super().get_queryset(request).defer(*(f"{side}__{column}" for side in ("document", "other") for column in texts))

    @admin.display(description=gettext_lazy("outlet"))
    def outlet(self, pair: CopySuggestion) -> str:
        return pair.document.outlet.name if pair.document.outlet else ""

    @admin.display(description=gettext_lazy("its outlet"))
    def other_outlet(self, pair: CopySuggestion) -> str:
        return pair.other.outlet.name if pair.other.outlet else ""

    @admin.display(description=gettext_lazy("documents"))
    def sides(self, pair: CopySuggestion) -> str:
        words = _("may be the same text as")
        ours, theirs = link_to(pair.document), link_to(pair.other)
        return format_html("{} ({}) {} {} ({})", ours, self.outlet(pair), words, theirs, self.other_outlet(pair))

    @admin.display(description=gettext_lazy("what differs"))
    def what_differs(self, pair: CopySuggestion) -> str:
        lines = differences(pair.other.text, pair.document.text)[:MOST_LINES]
        shown = (told(one.changes) if one.changes else f"… {one.kept} …" for one in lines)
        return format_html_join("", "<p class='words'>{}</p>", ((line,) for line in shown))
