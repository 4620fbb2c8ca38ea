"""Queues of the machine's questions: what waits is listed, each pair has a page of its own with the buttons that answer it.

Nobody pages to the end, and counting them all asks of each whether it was answered meanwhile.
"""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import models
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.admin.base.at_the_desk import at_the_desk
from archive.admin.base.record import ShownAdmin
from archive.matching.aloud import sentence
from archive.models import Statement

MOST_COUNTED = 10_000
LONGEST_LISTED = 200  # characters of words in a list


class QueuePaginator(Paginator):
    """Counts, and shows, the first ten thousand: the rest comes up as these are answered."""

    @cached_property
    def count(self) -> int:
        return self.object_list.order_by()[:MOST_COUNTED].count()


class StateFilter(admin.SimpleListFilter):
    """What waits for an answer, unless one of the `states` is asked for: (value, label, method of the rows or None for all)."""

    title = gettext_lazy("state")
    parameter_name = "state"
    waits = "open"  # the method of the rows that wait
    states: tuple[tuple[str, str, str | None], ...] = ()

    def lookups(self, request, model_admin):
        return [(value, label) for value, label, _method in self.states]

    def choices(self, changelist):
        yield {
            "selected": self.value() is None,
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
            "display": _("open"),
        }
        yield from list(super().choices(changelist))[1:]

    def queryset(self, request, queryset):
        if self.value() is None:
            return getattr(queryset, self.waits)()
        method = next((method for value, _label, method in self.states if value == self.value()), None)
        return getattr(queryset, method)() if method else queryset


class QueueAdmin(ShownAdmin):
    """For rows with reasons, of which each is one question. `question_page(request, row)` shows it with its form."""

    paginator = QueuePaginator

    @admin.display(description=gettext_lazy("why"))
    def why(self, row: models.Model) -> str:
        return sentence(row.reasons)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        row = self.get_object(request, object_id)
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if request.method not in ("GET", "HEAD") or not self.has_view_permission(request, row):
            raise PermissionDenied
        answer = self.question_page(request, row)
        answer.context_data["desk_url"] = at_the_desk(row)
        return answer

    def question_page(self, request: HttpRequest, row: models.Model) -> TemplateResponse:
        raise Http404

    def asked(self, request: HttpRequest, pk: int, permission: str = "judge_suggestion") -> models.Model:
        """The row that an act is about, for who may do it."""
        row = self.get_object(request, str(pk))
        if row is None:
            raise Http404
        if not request.user.has_perm(f"archive.{permission}"):
            raise PermissionDenied
        return row


def in_list(words: str, statement: Statement, *beside: object) -> str:
    """Words with who said them and when."""
    who = "; ".join(str(one) for one in statement.attributions.all())
    when = statement.said.words if statement.said else _("undated")
    told = ", ".join(str(one) for one in (who, when, *beside))
    return format_html("{}<br><span class='state'>{}</span>", statement.with_mark(words[:LONGEST_LISTED]), told)
