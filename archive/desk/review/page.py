"""The whole page of a document, with the keys that work there."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from archive.desk.keys import Key
from archive.desk.review.put_back import put_back
from archive.desk.review.sheets import Sheet
from archive.desk.shell import page
from archive.desk.together.beside import beside

KEYS = (
    Key("a", _("accept and go on")),
    Key("x", _("reject")),
    Key("s", _("speaker")),
    Key("d", _("date")),
    Key("k", _("kind")),
    Key("arrowdown", _("next"), "↓"),
    Key("arrowup", _("the one before"), "↑"),
    Key("escape", _("out of a field"), "Esc"),
)


def sheet_page(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    put_back(request.user, sheet.cards)
    context = {"sheet": sheet, "counts": sheet.counts, "beside": beside(request, sheet.document)}
    return page(request, "desk/review/document.html", context, title=str(sheet.document), keys=KEYS)
