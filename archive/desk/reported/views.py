"""Reports of errors, the oldest first, each with what it is about and the ways to answer it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from archive import tasks
from archive.desk import shell
from archive.desk.access import desk_page
from archive.desk.undoing import kept
from archive.errors import Refused
from archive.models import ErrorReport
from archive.models.readers.kinds import ErrorAnswer
from archive.readers import reports as readers_reports
from archive.readers.reports import REVIEWS

MOST_SHOWN, SETTLED_SHOWN = 20, 10
KNOWN = ("settled_by", "revision")


@desk_page(REVIEWS)
def reported(request: HttpRequest) -> HttpResponse:
    waiting = list(ErrorReport.objects.waiting()[: MOST_SHOWN + 1])
    settled = list(ErrorReport.objects.settled().select_related(*KNOWN).defer("revision__body")[:SETTLED_SHOWN])
    told = readers_reports.told_beside([*waiting, *settled])
    for one in [*waiting, *settled]:
        one.is_about = told.get(one.pk, "")
    context = {"waiting": waiting[:MOST_SHOWN], "is_more": len(waiting) > MOST_SHOWN, "settled": settled}
    return shell.page(request, "desk/reported/list.html", context, title=_("Errors that readers reported"))


@desk_page(REVIEWS)
@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    report, answer = get_object_or_404(ErrorReport, pk=pk), request.POST.get("answer", "")
    if answer not in ErrorAnswer.values:
        raise Http404
    try:
        settled = readers_reports.settle(report, ErrorAnswer(answer), request.POST.get("reason", ""), by=request.user)
        tasks.tell_who_reported_later(settled)
        kept(request, _("Kept: %(answer)s.") % {"answer": settled.get_answer_display()}, reverse("desk:reopen-report", args=[pk]))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:reported")


@desk_page(REVIEWS)
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    readers_reports.reopen(get_object_or_404(ErrorReport, pk=pk), by=request.user)
    messages.success(request, _("It waits again."))
    return redirect("desk:reported")
