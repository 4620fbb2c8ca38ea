"""Links judged on statements that are public already: they wait until a publisher adds them, and nobody is to forget them."""

from django.contrib import admin
from django.db.models import QuerySet
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from archive import publication
from archive.admin.base.links import link_to
from archive.enums import OccurrenceStatus
from archive.errors import Refused
from archive.models import Occurrence, Statement, User
from archive.working.two_people import links_answered_alone

MOST_NAMED = 10  # of the statements in one message


def waiting(statement: Statement) -> QuerySet[Occurrence]:
    return statement.occurrences.filter(status=OccurrenceStatus.JUDGED)


def publish_links(statement: Statement, *, by: User) -> str:
    """Every judged link of a public statement that this person may publish, each with its own Event."""
    links = list(waiting(statement).select_related("claim"))
    if not links:
        raise Refused(_("None of its links waits to be published."))
    alone = links_answered_alone(links, by)
    links = [one for one in links if one not in alone] or links  # where all are theirs, the first is refused
    for link in links:
        publication.publish(link, by=by)
    return ngettext("%d link published: %s.", "%d links published: %s.", len(links)) % (
        len(links),
        "; ".join(f"“{link.claim}”" for link in links),
    )


def with_waiting_links() -> QuerySet[Statement]:
    return Statement.objects.public().filter(occurrences__status=OccurrenceStatus.JUDGED).distinct()


def waiting_for(statements: list[Statement]) -> str:
    """A sentence on the public statements that carry a claim of these and have a link that nobody published yet."""
    claims = Occurrence.objects.standing().filter(statement__in=statements).values("claim")
    links = Occurrence.objects.filter(status=OccurrenceStatus.JUDGED, claim__in=claims)
    found = list(Statement.objects.public().filter(occurrences__in=links).distinct()[: MOST_NAMED + 1])
    if not found:
        return ""
    named = format_html_join("; ", "“{}”", ((link_to(one),) for one in found[:MOST_NAMED]))
    return format_html("{} {}{}", _("Public already, with a link that waits to be published:"), named, "; …" if found[MOST_NAMED:] else ".")


class WaitingFilter(admin.SimpleListFilter):
    title = gettext_lazy("links")
    parameter_name = "links"

    def lookups(self, request, model_admin):
        return [("waiting", gettext_lazy("public, a link waits to be published"))]

    def queryset(self, request, queryset):
        return queryset.filter(pk__in=with_waiting_links().values("pk")) if self.value() == "waiting" else queryset
