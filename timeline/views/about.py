"""What is told of the archive itself: who runs it, its corrections, its data, its method, the keys of its pages."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.models import KeptFigures, Suggestion, Threshold
from archive.models.readers.kinds import FiguresOf
from timeline.about.coverage import coverage as coverage_of_all
from timeline.about.keys import KEYS
from timeline.corrections import log
from timeline.filters import StatementFilter
from timeline.formats import columns
from timeline.formats.table import FORMATS
from timeline.lists import listed
from timeline.lists.paging import PAGE_SIZE
from timeline.log.proved import signed
from timeline.record import citing, overview
from timeline.views.lists import page_at

LINKING = {"right": "precision", "found": "recall", "listed": "S@10"}  # as the method page calls what is measured


def corrections(request: HttpRequest) -> HttpResponse:
    shown = listed.of("corrections", request.GET)
    page = page_at(request, shown.rows, shown.order, PAGE_SIZE)
    return render(request, "timeline/corrections.html", {"listed": shown, "page": page, "items": log.items(page.rows)})


def data(request: HttpRequest) -> HttpResponse:
    context = {
        "figures": overview.figures(),
        "filters": list(StatementFilter.base_fields),
        "citations": citing.FORMATS.values(),
        "files": FORMATS.values(),
        "columns": columns.STATEMENTS,
        "columns_of_corrections": columns.CORRECTIONS,
        "signed": signed(),
        **_licence(),
    }
    return render(request, "timeline/data.html", context)


def about(request: HttpRequest) -> HttpResponse:
    contact = settings.CONTACT
    address = f"mailto:{contact}" if "@" in contact and "/" not in contact else contact
    told = {"run_by": settings.RUN_BY, "contact": contact, "contact_url": address, "signed": signed()}
    return render(request, "timeline/about.html", told | _licence())


def _licence() -> dict[str, str]:
    return {"licence": settings.LICENCE, "licence_url": settings.LICENCE_URL}


def keys(request: HttpRequest) -> HttpResponse:
    return render(request, "timeline/keys.html", {"keys": KEYS})


def method(request: HttpRequest) -> HttpResponse:
    threshold = Threshold.objects.filter(pk=1).first()
    asked = threshold and {"kept": threshold.kept, "threshold": threshold, "percent": round(threshold.score * 100, 1)}
    left = Suggestion.objects.left().count() if asked else 0
    return render(request, "timeline/method.html", {"asked": asked, "left": left, "linking": _linking()})


def _linking() -> dict[str, Any] | None:
    """How well the program links, as it was measured last: shares in per cent with what lies behind; None where that was too little."""
    kept = KeptFigures.objects.filter(of=FiguresOf.LINKING).first()
    measured = {key: kept.told[name] for key, name in LINKING.items() if kept.told.get(name, {}).get("interval")} if kept else {}
    if kept is None or not measured:
        return None
    shares = {key: {**one, "percent": _percent(one["value"]), "ends": [*map(_percent, one["interval"])]} for key, one in measured.items()}
    return {"at": kept.at, "pairs": kept.told["pairs"], "repeats": kept.told["repeats"], **shares}


def _percent(share: float) -> int:
    return round(100 * share)


def coverage(request: HttpRequest) -> HttpResponse:
    return render(request, "timeline/coverage.html", {"coverage": coverage_of_all()})
