"""One claim: its words, and the statements that carry it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from archive.desk import shell
from archive.desk.access import desk_page
from archive.identity.moves import links_of
from archive.models import Claim, Event, Remark

LISTED = 50  # links, and 20 acts of the history


@desk_page("view_claim")
def claim(request: HttpRequest, slug: str) -> HttpResponse:
    row = get_object_or_404(Claim.objects.select_related("tally", "merged_into"), slug=slug)
    context = {
        "claim": row,
        "remarks": Remark.objects.of(row),
        "links": links_of(row).order_by("said_sort", "pk")[:LISTED],
        "merged": row.merged.order_by("pk")[:LISTED],
        "history": Event.objects.filter(object_type="claim", object_id=row.pk).select_related("by")[:20],
    }
    return shell.page(request, "desk/claims/claim.html", context, title=_("Claim: %s") % row.text[:60])
