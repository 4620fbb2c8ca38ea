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
    Key("w", _("save without accepting")),
    Key("e", _("take the words selected in the text")),
    Key("n", _("a new statement of the selected words")),
    Key("b", _("split at the place clicked in the text")),
    Key("j", _("join with the next")),
    Key("z", _("undo")),
    Key("r", _("return with a reason")),
    Key("m", _("mark")),
    Key("1", _("link to this claim"), "1–5"),
    Key("c", _("a new claim")),
    Key("space", _("no claim"), _("Space")),
    Key("arrowdown", _("next"), "↓"),
    Key("arrowup", _("the one before"), "↑"),
    Key("arrowright", _("later in a long text"), "→"),
    Key("arrowleft", _("earlier in it"), "←"),
    Key("escape", _("out of a field"), _("Esc")),
)


def sheet_page(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    put_back(request.user, sheet.cards)
    context = {"sheet": sheet, "counts": sheet.counts, "beside": beside(request, sheet.document)}
    return page(request, "desk/review/document.html", context, title=str(sheet.document), keys=KEYS)
