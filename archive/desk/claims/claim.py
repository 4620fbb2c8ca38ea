"""One claim: its words, what others found of it, and the statements that carry it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk import shell
from archive.desk.access import desk_page
from archive.desk.claims.forms import ClaimForm
from archive.desk.keys import Key
from archive.desk.putting_right import put_right, way_of
from archive.identity.moves import links_of
from archive.models import ChangeProposal, Claim, Event, Remark

LISTED = 50  # links
ACTS = 20  # of the history
KEYS = (Key("s", gettext_lazy("save")), Key("m", gettext_lazy("merge with another")), Key("p", gettext_lazy("split it in two")))


@desk_page("view_claim")
def claim(request: HttpRequest, slug: str) -> HttpResponse:
    """The page, and what is typed into it."""
    row = get_object_or_404(Claim.objects.select_related("tally", "merged_into"), slug=slug)
    way = way_of(request.user, row)
    page = put_right(request, ClaimForm, row, way)
    if page.is_done:
        return redirect("desk:claim", slug)
    context = {
        "claim": row,
        "remarks": Remark.objects.of(row),
        "way": way,
        "form": page.form,
        "page_key": page.key,
        "typed": page.typed,
        "links": links_of(row).order_by("said_sort", "pk")[:LISTED],
        "waiting": ChangeProposal.objects.open().of(row),
        "merged": row.merged.order_by("pk")[:LISTED],
        "history": Event.objects.filter(object_type="claim", object_id=row.pk).select_related("by")[:ACTS],
    }
    title = _("Claim: %s") % row.text[:60]
    return shell.page(request, "desk/claims/claim.html", context, title=title, keys=KEYS, status=page.status)
