"""All claims, found by their words, with what is counted of them."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from archive.desk import shell
from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.paging import paged
from archive.edtf import parse
from archive.models import Claim, Occurrence

KEYS = (Key("/", _("search")),)


@desk_page("view_claim")
def claims(request: HttpRequest) -> HttpResponse:
    typed = " ".join(request.GET.get("q", "").split())[:500]
    found = Claim.objects.standing().select_related("tally")
    page = paged(found.in_words(typed) if typed else found, "text_key", request.GET.get("after", ""))
    waiting = Occurrence.objects.judged().filter(claim__in=page.rows).order_by().values_list("claim").annotate(Count("pk"))
    numbers = dict(waiting)
    for one in page.rows:
        one.waiting, one.said_from_until = numbers.get(one.pk, 0), from_until(one)
    return shell.page(request, "desk/claims/claims.html", {"page": page, "typed": typed}, title=_("Claims"), keys=KEYS)


def from_until(claim: Claim) -> str:
    """From the first day on which it was said to the last; empty where nothing of it is public or dated."""
    days = [claim.tally.first_said, claim.tally.last_said] if hasattr(claim, "tally") else []
    return " – ".join(dict.fromkeys(parse(day).words for day in days if day))
