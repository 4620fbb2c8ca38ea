"""All speakers, found by any spelling of a name."""

from itertools import chain

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.desk import shell
from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.paging import paged
from archive.models import Speaker, SpeakerPair, SpeakerRole, Tally
from archive.models.speaker import Days

KEYS = (Key("/", _("search")),)


@desk_page("view_speaker")
def speakers(request: HttpRequest) -> HttpResponse:
    """50 of them at a time, with what each is and has."""
    typed = " ".join(request.GET.get("q", "").split())[:200]
    found = Speaker.objects.standing().spelled(typed) if typed else Speaker.objects.standing()
    page = paged(with_what_they_are(found), "name_key", request.GET.get("after", ""))
    count(page.rows)
    return shell.page(request, "desk/people/speakers.html", {"page": page, "typed": typed}, title=_("Speakers"), keys=KEYS)


def with_what_they_are(found: QuerySet[Speaker]) -> QuerySet[Speaker]:
    today = timezone.now().date()
    now = SpeakerRole.objects.held_on(Days(today, today))
    return found.prefetch_related(Prefetch("roles", now, to_attr="roles_now"), "identifiers", "aliases")


def count(rows: list[Speaker]) -> None:
    """How many statements each has, waiting and public, and whether it may be one with another."""
    keys = [one.pk for one in rows]
    waiting = Speaker.objects.waiting(keys)
    public = Tally.objects.filter(scope="speaker", key__in=map(str, keys)).values_list("key", "statements")
    asked = set(chain.from_iterable(SpeakerPair.objects.open().about(keys).values_list("speaker", "other")))
    public = {int(key): number for key, number in public}
    for one in rows:
        one.waiting, one.public_statements, one.may_be = waiting.get(one.pk, 0), public.get(one.pk, 0), one.pk in asked
