"""One statement, how it is cited, and what stands in place of words that were taken back."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from archive.entries import reading
from archive.models import Revision, Statement
from timeline import chronology, said_besides
from timeline.conditional import today
from timeline.corrections import log
from timeline.embeds import frames
from timeline.log import proved
from timeline.record import citing, excerpts, linked_data, links, reports, single, sources, titles


def statement(request: HttpRequest, public_id: str) -> HttpResponse:
    row = single.statement_of(public_id)
    if row is None:
        return _withdrawn(request, public_id)
    entry = next(iter(chronology.entries([row.pk])), None)
    if entry is None:  # withdrawn since the row was read
        return _withdrawn(request, public_id)
    titles.tell(row.document, entry.source)
    reading.cover(row, entry.shown)
    translations, told = reports.translations(row), citing.cited(row, today())
    versions, credit = log.items(Revision.objects.of(row)), citing.credit(told)
    context = {
        "statement": row,
        "entry": entry,
        "said_besides": said_besides.said_besides(row, entry.links),
        "context": excerpts.context_of(row),
        "original": links.text_fragment(row),
        "citations": [(one, one.write(told)) for one in citing.FORMATS.values()],
        "credit": credit,
        "frame": frames.of_statement(row, credit),
        "linked_data": linked_data.statement_thing(row, credit),
        "reports": reports.other_reports(row, translations),
        "translations": translations,
        "versions": versions,
        "printed": versions[-1].revision if versions else None,
        "sighting": sources.sighting_of(row),
        "logged": proved.last_entry(public_id),
    }
    return render(request, "timeline/statement.html", context)


def _withdrawn(request: HttpRequest, public_id: str) -> HttpResponse:
    """What stands in place of words that were taken back."""
    row = get_object_or_404(Statement.objects.withdrawn(), public_id=public_id)
    return render(request, "410.html", {"statement": row}, status=HTTPStatus.GONE)


def citation(request: HttpRequest, public_id: str, extension: str) -> HttpResponse:
    """A statement's citation as a file, in one format."""
    row = single.statement_of(public_id)
    if row is None:
        return _withdrawn(request, public_id)
    chosen = citing.FORMATS[extension]
    titles.tell_as_kept([row.document])
    body = chosen.write(citing.cited(row, today()))
    name = f'attachment; filename="statement-{public_id}.{extension}"'
    return HttpResponse(body, content_type=f"{chosen.media_type}; charset=utf-8", headers={"Content-Disposition": name})
