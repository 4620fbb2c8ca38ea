"""Two statements beside each other; where one is not named, a form that asks for it."""

from collections.abc import Iterable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from timeline import chronology
from timeline.beside.asking import Side, sides_of
from timeline.beside.pair import pair_of


def compare(request: HttpRequest) -> HttpResponse:
    """What is withdrawn answers 410 and shows none of its words, what is unknown 404; both say so, and leave the form."""
    sides = sides_of(request.GET)
    both = [side.number for side in sides if side.number is not None]
    pair = pair_of(*both) if len(both) == len(sides) else None
    shown = {} if pair else {entry.shown["id"]: entry for entry in chronology.entries(both)}
    context = {
        "pair": pair,
        "sides": [(side, shown.get(side.public_id)) for side in sides],
        "is_one": len(both) > len(set(both)),
    }
    return render(request, "timeline/compare.html", context, status=_status(sides))


def _status(sides: Iterable[Side]) -> HTTPStatus:
    if any(side.is_unknown for side in sides):
        return HTTPStatus.NOT_FOUND
    return HTTPStatus.GONE if any(side.withdrawn for side in sides) else HTTPStatus.OK
