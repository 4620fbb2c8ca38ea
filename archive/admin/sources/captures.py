"""Two captures of one article beside each other, and what became of the statements of the earlier ones."""

from django.contrib import admin
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.admin.base.links import link_to, rows_of
from archive.capture import sightings
from archive.enums import SightingOutcome
from archive.matching import Change, changed_words
from archive.matching.captures import differences
from archive.models import Document, Sighting


class CapturesAdmin:
    """For the admin of documents."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.difference_view)
        return [path("<int:pk>/difference/", view, name="archive_document_difference"), *super().get_urls()]

    def difference_view(self, request: HttpRequest, pk: int) -> TemplateResponse:
        """The words in which a capture differs from the one that it supersedes."""
        document = self.get_object(request, str(pk))
        if document is None or document.supersedes is None or not self.has_view_permission(request, document):
            raise Http404
        context = self.admin_site.each_context(request) | {
            "title": _("What changed"), "subtitle": str(document), "opts": self.opts, "media": self.media, "document": document,
            "lines": differences(document.supersedes.text, document.text), "carried": carried(document),
        }  # fmt: skip
        return TemplateResponse(request, "admin/archive/difference.html", context)

    @admin.display(description=gettext_lazy("supersedes"))
    def superseded(self, document: Document) -> str:
        if document.supersedes is None:
            return "–"
        address = reverse("admin:archive_document_difference", args=[document.pk])
        return format_html('{} · <a href="{}">{}</a>', link_to(document.supersedes), address, _("what changed"))

    @admin.display(description=gettext_lazy("statements of earlier captures"))
    def carried_over(self, document: Document) -> str:
        return carried(document)


def carried(document: Document) -> str:
    """Statements that stay on earlier captures: those whose words changed or went first, for they want a look."""
    noted = Sighting.objects.filter(document=document).exclude(statement__document=document).select_related("statement", "document")
    rows = [*noted, *sightings.left_alone(document)]
    order = {SightingOutcome.GONE: 0, SightingOutcome.CHANGED: 1, SightingOutcome.THERE: 2}
    return rows_of(sighted(row) for row in sorted(rows, key=lambda row: (order[SightingOutcome(row.outcome)], row.statement.start)))


def sighted(sighting: Sighting) -> str:
    """A statement and what the newest look found of its words."""
    state = format_html("<span class='state'>{} · {}</span>", sighting.statement.get_status_display(), sighting.get_outcome_display())
    if sighting.outcome != SightingOutcome.CHANGED:
        return format_html("{} {}", link_to(sighting.statement), state)
    changes = changed_words(sighting.statement.text, sighting.words)
    return format_html("{} {}<p class='words'>{}</p>", link_to(sighting.statement), state, told(changes))


def told(changes: list[Change]) -> str:
    tags = {"removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
    return format_html_join(" ", "{}", ((format_html(tags.get(change.op, "{}"), change.words),) for change in changes))
