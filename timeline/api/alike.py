"""What is like a text, for programs: the same as on its page. The answer is not kept, for the address holds what somebody pasted."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from drf_spectacular.utils import extend_schema_view

from timeline.alike.asking import AlikeFilter
from timeline.alike.finding import Likeness, find
from timeline.api import pagination, schema, shapes
from timeline.api.alike_serializers import Likeness as LikenessShape
from timeline.api.answers import PublicView, answer
from timeline.api.problems import BadParameters, Fault
from timeline.lists import named


@extend_schema_view(get=schema.found(LikenessShape, "search", AlikeFilter, "Statements that say what a text says, the likeliest first"))
class Alike(PublicView):
    """Public statements that say what a text says, in whatever words; the likeliest first."""

    is_kept = False

    def get(self, request: HttpRequest) -> HttpResponse:
        chosen = AlikeFilter.of(request.GET)
        pagination.check(chosen, request.GET)
        if "like" not in chosen.given:
            raise BadParameters([Fault("like", "Give a sentence or a paragraph.", "required")])
        found = find(chosen)
        return answer({"results": _shapes([*found.sure, *found.distant])})


def _shapes(rows: list[Likeness]) -> list[shapes.Shape]:
    """Of what was withdrawn since it was found there is none."""
    told = named.cited(named.read(row.found.passage.statement_id for row in rows)).told
    statements = dict(zip((one.shown["id"] for one in told), shapes.written(told), strict=True))
    return [_shape(row, statements[row.public_id]) for row in rows if row.public_id in statements]


def _shape(row: Likeness, statement: Any) -> shapes.Shape:
    passage, match = row.found.passage, row.found.match
    return {
        "score": round(match.probability, 4),
        "says": match.label,
        "how_sure": str(row.grade.words),
        "reasons": row.reasons,
        "like": row.sentence,
        "text": passage.text,
        "start": passage.start,
        "end": passage.end,
        "statement": statement,
    }
