"""One speaker: names, roles over time, parties and countries, numbers in registers, all changed in place."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from archive.acts import claim_version, held
from archive.desk import shell
from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.people.forms import SpeakerForm, Way, form_for, way_of
from archive.desk.together.kept import saved, typed_before
from archive.errors import OVERTAKEN, Refused, Stale
from archive.identity.alike_speakers import ask, look_for_others
from archive.identity.speakers import NOT_PUBLIC, change_speaker
from archive.models import ArchiveState, ChangeProposal, Event, KeptInput, Remark, Speaker, SpeakerPair, User

TEXTS = ("statement__document__text", "statement__document__raw")
LISTED = 20  # statements, and acts of the history
KEYS = (Key("s", _("save")), Key("m", _("merge with another")))


@desk_page("view_speaker")
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """The page, and what is typed into it."""
    row = get_object_or_404(Speaker.objects.select_related("merged_into"), slug=slug)
    way = way_of(request.user, row)
    if request.method != "POST":
        typed = typed_before(request, f"speaker {slug}")
        return _page(request, row, way, form_for(row, way, typed.posted if typed else None), typed=typed)
    if way is None:
        raise PermissionDenied
    form = form_for(row, way, request.POST)
    if not form.is_valid():
        for other, number in form.others():
            ask(row, other, _("Both would have the number %s.") % number)
    else:
        try:
            save(form, row, way, by=request.user)
        except Refused as refusal:
            row.refresh_from_db()
            form = form_for(row, way, request.POST, refusal=refusal)
            form.is_valid()
        else:
            saved(request)
            _tell(request, form, way)
            return redirect("desk:speaker", slug)
    return _page(request, row, way, form, status=422)


@transaction.atomic
def save(form: SpeakerForm, row: Speaker, way: Way, *, by: User) -> None:
    """What the public sees by a correction or a proposal, the rest at once. Refuses what another saved meanwhile."""
    ArchiveState.take_turn()
    changes, confirmed = form.changes(), form.cleaned_data["looked_at"]
    seen = {name: value for name, value in changes.items() if name != NOT_PUBLIC} if way.is_public else {}
    unseen = {name: value for name, value in changes.items() if name not in seen}
    if not changes:
        raise Refused(_("Nothing was changed."))
    if unseen:
        row = change_speaker(row, unseen, by=by, read_version=form.cleaned_data["read_version"] or 0, confirmed=confirmed)
    if seen:
        _expect_as_read(row, form.cleaned_data["read_version"] or 0, unseen, way)
        way.change(row, by=by, changes=seen | {"confirmed": confirmed}, **form.why())
        look_for_others(row)


def _expect_as_read(row: Speaker, read_version: int, unseen: dict, way: Way) -> None:
    """Unless that was seen to while the rest was saved."""
    if unseen:
        return
    if way.is_at_once:
        claim_version(row, read_version)
    elif held(row).lock_version != read_version:
        raise Stale(OVERTAKEN)


def _tell(request: HttpRequest, form: SpeakerForm, way: Way) -> None:
    for label, reading in form.all_readings():
        messages.info(request, f"{label}: {reading}.")
    messages.success(request, way.done)


def _page(
    request: HttpRequest, row: Speaker, way: Way | None, form: SpeakerForm, status: int = 200, typed: KeptInput | None = None
) -> HttpResponse:
    context = {
        "speaker": row,
        "way": way,
        "form": form,
        "typed": typed,
        "remarks": Remark.objects.of(row),
        "pairs": SpeakerPair.objects.open().about([row.pk])[:LISTED],
        "merged": row.merged.order_by("pk")[:LISTED],
        "waiting": ChangeProposal.objects.open().of(row),
        "said": row.attributions.select_related("statement__document__article__outlet").defer(*TEXTS).order_by("-pk")[:LISTED],
        "history": Event.objects.filter(object_type="speaker", object_id=row.pk).select_related("by")[:LISTED],
    }
    return shell.page(request, "desk/people/speaker.html", context, title=str(row), keys=KEYS, status=status)
