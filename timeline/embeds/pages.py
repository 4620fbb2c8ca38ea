"""The pages that others may frame; no other page of this site may be."""

from collections.abc import Callable
from http import HTTPStatus

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.clickjacking import xframe_options_exempt

from archive.models import Statement
from timeline import chronology
from timeline.lists.claims import public_claim
from timeline.record import single
from timeline.record.claims import strip_by_speaker
from timeline.record.counting import told_of

POLICY = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
View = Callable[..., HttpResponse]


def framable(view: View) -> View:
    """Stands around all that answers: what tells that a page has not changed tells its policy anew."""
    anywhere: View = csp_replace({**POLICY, "frame-ancestors": ["*"]})(xframe_options_exempt(view))
    return anywhere


def statement(request: HttpRequest, public_id: str) -> HttpResponse:
    row = single.statement_of(public_id)
    entry = next(iter(chronology.entries([row.pk])), None) if row else None
    if row and entry:
        return render(request, "timeline/embeds/statement.html", {"statement": row, "entry": entry})
    gone = get_object_or_404(Statement.objects.withdrawn(), public_id=public_id)
    return render(request, "timeline/embeds/withdrawn.html", {"statement": gone}, status=HTTPStatus.GONE)


def claim(request: HttpRequest, slug: str) -> HttpResponse:
    row = public_claim(slug)
    if row is None:
        raise Http404
    return render(request, "timeline/embeds/claim.html", {"claim": row, "told": told_of(row), "strip": strip_by_speaker(row.id)})
