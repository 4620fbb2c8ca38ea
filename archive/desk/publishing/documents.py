"""Publishing by document: the list of what waits, and the statements of one with their buttons."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.publishing.answers import answered
from archive.desk.publishing.cards import Card
from archive.desk.publishing.deeds import Asked, is_number
from archive.desk.publishing.sheets import A_LIST, Sheet, documents_after
from archive.desk.shell import page
from archive.models import Document

LIST_KEYS = (Key("1", gettext_lazy("begin with the first")),)
KEYS = (
    Key("p", gettext_lazy("publish and go on")),
    Key("r", gettext_lazy("return with a reason")),
    Key("space", gettext_lazy("leave it for now"), gettext_lazy("Space")),
    Key("g", gettext_lazy("publish all of these, where nothing is in doubt")),
    Key("n", gettext_lazy("the next document")),
    Key("z", gettext_lazy("undo a return; what is public is withdrawn instead")),
)


@desk_page("publish_statement")
def waiting(request: HttpRequest) -> HttpResponse:
    """The documents in which something waits."""
    after = request.GET.get("after", "")
    rows = documents_after(int(after) if is_number(after) else 0)
    context = {"rows": rows[:A_LIST], "after": rows[A_LIST - 1].document.pk if len(rows) > A_LIST else None}
    return page(request, "desk/publishing/list.html", context, title=_("Accepted, to publish"), keys=LIST_KEYS)


@desk_page("publish_statement")
def document(request: HttpRequest, public_id: str) -> HttpResponse:
    """What waits of one document; a button is answered by what waits then, or by the card with what speaks against it."""
    found = get_object_or_404(Document.objects.select_related("article__outlet").defer("raw"), public_id=public_id)
    begins = request.GET.get("from", "")
    sheet = Sheet(found, request.user, int(begins) if is_number(begins) else 0)
    if request.method != "POST":
        return _shown(request, sheet, next(iter(sheet.cards), None))
    return answered(request, Asked.by_form(request.POST, request.user, ("publish", "return")), sheet, _shown)


def _shown(request: HttpRequest, sheet: Sheet, current: Card | None) -> HttpResponse:
    context = {"sheet": sheet, "current": current, "is_part": bool(request.htmx)}
    if request.htmx:
        return render(request, "desk/publishing/_answer.html", context)
    return page(request, "desk/publishing/document.html", context, title=str(sheet.document), keys=KEYS)
