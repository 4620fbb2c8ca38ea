"""The pages of a sheet that is brought: the file, its columns, every row's outcome, and how far it is done."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRefresh

from archive.desk.access import desk_page
from archive.desk.lists.bringing import runs
from archive.desk.lists.bringing.columns import FIELDS
from archive.desk.lists.bringing.files import LARGEST, MOST_ROWS, SINGLE_BYTES, read_file
from archive.desk.lists.ticked import are_numbers
from archive.desk.shell import page
from archive.errors import Refused
from archive.models import Sheet
from archive.models.lists.sheets import SheetOutcome, SheetStage

MAY = ("add_statement", "change_statement")
PAGE = 50
MOST_LISTED = 20
SAMPLE = 3  # rows that are shown where columns are chosen
NAMES = {SINGLE_BYTES[0]: gettext_lazy("Windows-1251 (Cyrillic)"), SINGLE_BYTES[1]: gettext_lazy("Windows-1252 (Western)")}


class FileForm(forms.Form):
    file = forms.FileField(label=gettext_lazy("Sheet (CSV or .xlsx)"))
    letters = forms.ChoiceField(
        label=gettext_lazy("Letters of the file"),
        required=False,
        choices=[("", gettext_lazy("as found")), *NAMES.items()],
        help_text=gettext_lazy("Needed only where they come out wrong."),
    )


@desk_page(*MAY)
def sheets(request: HttpRequest) -> HttpResponse:
    """The file, and what was brought before."""
    typed = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = FileForm(*typed, initial={"letters": request.GET.get("letters", "")}, label_suffix="")
    if form.is_valid():
        try:
            return _brought(request, form)
        except Refused as refusal:
            form.add_error("file", str(refusal))
    context = {
        "form": form,
        "before": Sheet.objects.select_related("by")[:MOST_LISTED],
        "most_rows": f"{MOST_ROWS:,}",
        "largest": LARGEST // 2**20,
        "fields": FIELDS.values(),
    }
    return page(request, "desk/lists/bringing/sheets.html", context, title=_("Bring in a sheet"))


def _brought(request: HttpRequest, form: FileForm) -> HttpResponse:
    """A short one is looked through before the page is shown."""
    file = form.cleaned_data["file"]
    read = read_file(file.read(LARGEST + 1), form.cleaned_data["letters"])
    sheet = runs.bring(file.name, read, by=request.user)
    runs.go_on(sheet, by=request.user)
    return redirect("desk:sheet", sheet.pk)


@desk_page(*MAY)
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    brought = _sheet(pk)
    around = {"sheet": brought, "letters": _letters(brought)}
    if brought.stage == SheetStage.COLUMNS:
        return page(request, "desk/lists/bringing/columns.html", around | _columns(brought), title=brought.name)
    return page(request, "desk/lists/bringing/sheet.html", around | _progress(brought) | _rows(request, brought), title=brought.name)


def _sheet(pk: int) -> Sheet:
    return get_object_or_404(Sheet.objects.select_related("by"), pk=pk)


def _letters(brought: Sheet) -> dict[str, object]:
    """In which letters it was read where the file did not say, and the other ones that it may be in."""
    if not brought.encoding:
        return {}
    (other,) = set(SINGLE_BYTES) - {brought.encoding}
    return {"read": NAMES[brought.encoding], "other": other, "other_name": NAMES[other]}


def _columns(brought: Sheet) -> dict[str, object]:
    sample = [row.cells for row in brought.rows.all()[:SAMPLE]]
    columns = zip(brought.headings, brought.columns, *sample, strict=True)
    fields = [(name, field.label) for name, field in FIELDS.items()]
    return {"columns": [(heading, chosen, cells) for heading, chosen, *cells in columns], "fields": fields}


def _progress(brought: Sheet) -> dict[str, object]:
    """How far it is: what is left of this stage, and of all."""
    left, total = brought.rows.left(brought.stage).count(), brought.rows.count()
    return {"left": left, "total": total, "passed": total - left, "is_running": brought.stage in runs.FOLLOWING}


def _rows(request: HttpRequest, brought: Sheet) -> dict[str, object]:
    """Fifty rows from a number on, all or those of one outcome."""
    counts = runs.counts_of(brought)
    outcome, after = request.GET.get("outcome", ""), request.GET.get("after", "")
    rows = brought.rows.select_related("statement__document").defer("statement__document__text", "statement__document__raw")
    rows = rows.filter(outcome=outcome) if outcome in SheetOutcome.values else rows
    found = list(rows.filter(number__gt=int(after) if after.isdecimal() else 0)[: PAGE + 1])
    for row in found:
        row.words = runs.cells_of(row, brought).get("words", "")
    numbers = {name: number for name, _label, number in counts}
    return {
        "rows": found[:PAGE],
        "after": found[PAGE - 1].number if len(found) > PAGE else None,
        "outcome": outcome,
        "asks": any(row.asked for row in found),
        "counts": counts,
        "would_change": numbers.get(SheetOutcome.NEW, 0) + numbers.get(SheetOutcome.CHANGE, 0),
    }


@desk_page(*MAY)
@require_POST
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    brought = _sheet(pk)
    chosen = [request.POST.get(f"column-{place}", "") for place in range(len(brought.headings))]
    try:
        runs.choose(brought, [name if name in FIELDS else "" for name in chosen])
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        runs.go_on(brought, by=request.user)
    return redirect("desk:sheet", pk)


@desk_page(*MAY)
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Boxes that were ticked, as “row number:what was seen”."""
    ticked: dict[int, list[str]] = {}
    for number, _sep, seen in (one.partition(":") for one in request.POST.getlist("seen")):
        if are_numbers(number):
            ticked.setdefault(int(number), []).append(seen)
    brought = _sheet(pk)
    runs.confirm(brought, ticked)
    runs.go_on(brought, by=request.user)
    return redirect("desk:sheet", pk)


@desk_page(*MAY)
@require_POST
def do(request: HttpRequest, pk: int) -> HttpResponse:
    brought = _sheet(pk)
    runs.begin(brought)
    runs.go_on(brought, by=request.user)
    return redirect("desk:sheet", pk)


@desk_page(*MAY)
@require_POST
def go_on(request: HttpRequest, pk: int) -> HttpResponse:
    """The next rows; the page asks for itself again until none is left."""
    brought = _sheet(pk)
    runs.go_on(brought, by=request.user)
    if not request.htmx:
        return redirect("desk:sheet", pk)
    if brought.stage not in runs.FOLLOWING:
        return HttpResponseClientRefresh()
    return render(request, "desk/lists/bringing/_progress.html", {"sheet": brought} | _progress(brought))
