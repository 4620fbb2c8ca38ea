"""What was taken in, newest first; what was read of one is put right; one taken in by mistake goes."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from archive import removal
from archive.admin.base.removing import what_goes
from archive.desk import shell
from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.sources import mending
from archive.desk.sources.forms import outlet_names
from archive.desk.sources.listing import DocumentFilter, lines_of
from archive.desk.sources.mending import SourceForm
from archive.errors import Refused
from archive.models import Document

MENDS = "change_document"


@desk_page()
@require_GET
def documents(request: HttpRequest) -> HttpResponse:
    chosen = DocumentFilter(request.GET)
    lines, following = lines_of(chosen.rows(), request.GET.get("before", ""))
    context = {
        "chosen": chosen, "lines": lines, "outlets": outlet_names(), "is_filtered": bool(chosen.chosen()),
        "following": following and urlencode(chosen.chosen() | {"before": following}),
    }  # fmt: skip
    return shell.page(request, "desk/sources/documents.html", context, title=_("Documents"), keys=[Key("n", _("the next 50"))])


@desk_page(MENDS)
def source(request: HttpRequest, public_id: str) -> HttpResponse:
    """What was read of a document that is kept."""
    document = _document(public_id)
    form = SourceForm(request.POST if request.method == "POST" else None, document=document)
    if request.method == "POST" and form.is_valid():
        try:
            for level, told in mending.mend(document, form, by=request.user):
                messages.add_message(request, level, told)
            return redirect("desk:document", public_id)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            document = _document(public_id)
    context = {
        "document": document, "form": form, "outlets": outlet_names(), "is_public": document.is_public,
        "obstacle": removal.obstacle(document), "going": what_goes(document), "readings": mending.readings_of(document),
    }  # fmt: skip
    return shell.page(request, "desk/sources/source.html", context, title=_("What was read of the source"), keys=[Key("s", _("save"))])


@desk_page(MENDS)
@require_POST
def remove(request: HttpRequest, public_id: str) -> HttpResponse:
    """It was taken in by mistake."""
    document = _document(public_id)
    try:
        removal.remove(document, by=request.user, reason=request.POST.get("reason", ""))
    except Refused as refusal:
        if removal.obstacle(document):  # the page tells it in the place of the button
            return redirect(f"{reverse('desk:source', args=[public_id])}#mistake")
        messages.warning(request, str(refusal))
        return redirect("desk:source", public_id)
    messages.success(request, _("“%(document)s” was removed. The reason is kept.") % {"document": document})
    return redirect("desk:documents")


def _document(public_id: str) -> Document:
    return get_object_or_404(Document.objects.select_related("article__outlet").defer("raw"), public_id=public_id)
