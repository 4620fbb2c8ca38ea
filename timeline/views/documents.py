"""One document with what may be shown of its text."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from archive.models import Document, Revision
from timeline import chronology
from timeline.record import excerpts, linked_data, papers, single, titles


def document(request: HttpRequest, public_id: str) -> HttpResponse:
    row = single.document_of(public_id)
    if row is None:
        raise Http404
    statements = chronology.entries(papers.statements_of(row))
    if not statements:  # withdrawn since the row was read
        raise Http404
    titles.tell_as_kept([row])
    context = {
        "document": row,
        "printed": Revision.objects.latest_version(Document, row.pk),
        "statements": statements,
        "blocks": excerpts.excerpts_of(row, [excerpts.mark_of(one.shown) for one in statements]),
        "kin": papers.kin_of(row),
        "linked_data": linked_data.article_thing(row),
    }
    return render(request, "timeline/document.html", context)
