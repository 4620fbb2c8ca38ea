"""The whole page of a document, with the keys that work there."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from archive.desk.keys import Key
from archive.desk.review.sheets import Sheet
from archive.desk.shell import page

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
    return page(request, "desk/review/document.html", {"sheet": sheet, "counts": sheet.counts}, title=str(sheet.document), keys=KEYS)
