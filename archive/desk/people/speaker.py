"""One speaker: names, roles over time, parties and countries, numbers in registers, all changed in place."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from archive.desk import shell
from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.people.forms import SpeakerForm
from archive.desk.putting_right import put_right, way_of
from archive.identity.alike_speakers import ask, look_for_others
from archive.models import ChangeProposal, Event, Remark, Speaker, SpeakerPair

TEXTS = ("statement__document__text", "statement__document__raw")
LISTED = 10  # statements, and acts of the history
KEYS = (Key("s", _("save")), Key("m", _("merge with another")))


@desk_page("view_speaker")
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """The page, and what is typed into it."""
    row = get_object_or_404(Speaker.objects.select_related("merged_into"), slug=slug)
    way = way_of(request.user, row)
    page = put_right(request, SpeakerForm, row, way)
    if page.is_done:
        look_for_others(row)
        return redirect("desk:speaker", slug)
    if request.method == "POST":
        for other, number in page.form.others():
            ask(row, other, _("Both would have the number %s.") % number)
    context = {
        "speaker": row,
        "way": way,
        "form": page.form,
        "page_key": page.key,
        "typed": page.typed,
        "remarks": Remark.objects.of(row),
        "pairs": SpeakerPair.objects.open().about([row.pk])[:LISTED],
        "merged": row.merged.order_by("pk")[:LISTED],
        "waiting": ChangeProposal.objects.open().of(row),
        "said": row.attributions.select_related("statement__document__article__outlet").defer(*TEXTS).order_by("-pk")[:LISTED],
        "history": Event.objects.filter(object_type="speaker", object_id=row.pk).select_related("by")[:LISTED],
    }
    return shell.page(request, "desk/people/speaker.html", context, title=str(row), keys=KEYS, status=page.status)
