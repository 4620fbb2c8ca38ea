"""A text comes in: it is brought, shown as it was read, and kept."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from archive.capture import brought
from archive.capture.brought import Said
from archive.desk import shell
from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.sources import shown
from archive.desk.sources.forms import BringForm, LookForm, OutletFields, outlet_names
from archive.desk.sources.keeping import Kept, keep, keep_all
from archive.desk.together.kept import saved, typed_before
from archive.errors import Refused
from archive.models import BroughtText, User

TAKES_IN = "add_document"


@desk_page(TAKES_IN)
def add(request: HttpRequest) -> HttpResponse:
    """Paste, drop or name; what was brought is shown next."""
    typed = typed_before(request, "a source")
    form = BringForm(*_posted(request, request.FILES), initial=typed.posted.dict() if typed else None)
    if request.method == "POST" and form.is_valid():
        try:
            rows = list(_brought_by(form, request.user))
            saved(request)
            return _to_what_was_brought(rows)
        except Refused as refusal:
            form.add_error("url" if form.is_to_be_fetched else "pasted", str(refusal))
    waiting = BroughtText.objects.of(request.user).count()
    keys = [Key("t", _("the text")), Key("f", _("files")), Key("w", _("the address")), Key("r", _("read it"))]
    return shell.page(
        request, "desk/sources/add.html", {"form": form, "waiting": waiting, "typed": typed}, title=_("Add a source"), keys=keys
    )


def _posted(request: HttpRequest, *files):
    """What the form sent; nothing where the page is only looked at. An empty form was sent, too."""
    return (request.POST, *files) if request.method == "POST" else (None,)


def _brought_by(form: BringForm, by: User):
    """The texts, each read in its turn; one that can't be read leaves the others."""
    given = form.cleaned_data
    if given["pasted"].strip():
        yield from brought.bring(given["pasted"].encode(), "", Said(url=given["url"]), by=by)
    elif form.is_to_be_fetched:
        yield from brought.bring_page(given["url"], by=by)
    for upload in given["files"]:
        too_large = form.too_large(upload)
        if too_large:
            yield brought.turned_away(upload.name, too_large, by=by)
        else:
            yield from brought.bring(upload.read(), upload.name, Said(charset=given["charset"]), by=by)


def _to_what_was_brought(rows: list[BroughtText]) -> HttpResponse:
    if len(rows) == 1 and not rows[0].refusal:
        return redirect("desk:brought", rows[0].public_id)
    return redirect("desk:brought-list")


@desk_page(TAKES_IN)
def look(request: HttpRequest, public_id: str) -> HttpResponse:
    """One text as it was read. Nothing of it is in the archive yet."""
    rows = BroughtText.objects.filter(refusal="", by=request.user, public_id=public_id)
    if request.method == "POST" and not rows.exists():
        messages.warning(request, brought.GONE)
        return redirect("desk:brought-list")
    return _look(request, get_object_or_404(rows))


def _look(request: HttpRequest, row: BroughtText) -> HttpResponse:
    typed = typed_before(request, f"text {row.public_id}")
    form = LookForm(typed.posted, row=row) if typed else LookForm(*_posted(request), row=row)
    if request.method == "POST" and form.is_valid():
        try:
            return _said(request, row, form.said())
        except Refused as refusal:
            form.add_error(None, str(refusal))
    keys = [
        Key("k", _("keep it and review")),
        Key("t", _("title")),
        Key("d", _("day")),
        Key("l", _("read again")),
        Key("x", _("leave it out")),
    ]
    context = {
        "form": form, "row": row, "found": row.found, "near": shown.near_of(row), "before": shown.before_of(row),
        "known": shown.known_of(row), "why_published": shown.why_published(row), "readings": shown.readings_of(row),
        "troubles": shown.not_understood(row), "outlets": outlet_names(),
        "typed": typed, "is_new_outlet": shown.listed([row])[0].is_new_outlet,
    }  # fmt: skip
    return shell.page(request, "desk/sources/look.html", context, title=_("Look before it is kept"), keys=keys)


def _said(request: HttpRequest, row: BroughtText, said: Said) -> HttpResponse:
    """What was typed is read at once; then it is kept, or shown again."""
    brought.say(row, said)
    saved(request)
    if "keep" not in request.POST:
        return redirect("desk:brought", row.public_id)
    kept = keep(row, by=request.user)
    _tell(request, kept)
    return redirect("desk:document", kept.document.public_id)


def _tell(request: HttpRequest, kept: Kept) -> None:
    for sentence in kept.done:
        messages.success(request, sentence)
    for sentence in kept.refused:
        messages.warning(request, sentence)


@desk_page(TAKES_IN)
def look_at_all(request: HttpRequest) -> HttpResponse:
    """All that this person brought and did not keep yet."""
    form = OutletFields(*_posted(request))
    if request.method == "POST" and form.is_valid():
        return _keep_all(request, form)
    rows = list(BroughtText.objects.of(request.user))
    read = [row for row in rows if not row.refusal]
    context = {
        "form": form, "brought": shown.listed(read), "refused": [row for row in rows if row.refusal], "outlets": outlet_names(),
    }  # fmt: skip
    return shell.page(
        request, "desk/sources/look_at_all.html", context, title=_("Look before they are kept"), keys=[Key("k", _("keep all"))]
    )


def _keep_all(request: HttpRequest, form: OutletFields) -> HttpResponse:
    """With the outlet that was typed, where a text tells none that is here."""
    rows = list(BroughtText.objects.filter(by=request.user, refusal="").order_by("pk"))
    for one in shown.listed(rows):
        if form.cleaned_data["outlet"] and (one.is_new_outlet or not one.row.found.get("outlet")):
            one.row.said = vars(replace(Said(**one.row.said), **form.cleaned_data))
    kept = list(keep_all(rows, by=request.user))
    for one in kept:
        if isinstance(one, str):
            messages.warning(request, one)
        else:
            _tell(request, one)
    return redirect("desk:brought-list" if any(isinstance(one, str) for one in kept) else "desk:documents")


@desk_page(TAKES_IN)
@require_POST
def leave_out(request: HttpRequest, public_id: str) -> HttpResponse:
    """It is not kept."""
    row = get_object_or_404(BroughtText, by=request.user, public_id=public_id)
    brought.leave_out(row)
    messages.success(request, _("Left out. Nothing of it was kept."))
    rows = BroughtText.objects.of(request.user)
    return redirect("desk:brought-list" if rows.exists() else "desk:add")
