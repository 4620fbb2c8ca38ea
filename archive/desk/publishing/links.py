"""Links that were answered on statements which are public already: each statement with the claims that it would be told to carry."""

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.publishing.answers import answered
from archive.desk.publishing.cards import Card, cards_of, read
from archive.desk.publishing.deeds import Asked, is_number
from archive.desk.publishing.sheets import PAGE
from archive.desk.shell import page
from archive.models import Occurrence, Statement, User

KEYS = (
    Key("p", gettext_lazy("publish its links and go on")),
    Key("space", gettext_lazy("leave it for now"), gettext_lazy("Space")),
    Key("n", gettext_lazy("the next page")),
)


@dataclass(frozen=True)
class Links:
    """Public statements with links that wait, in the order of their numbers."""

    person: User
    after: int = 0

    @cached_property
    def _rows(self) -> list[Statement]:
        waiting = Occurrence.objects.to_publish().values("statement")
        return list(read(Statement.objects.filter(pk__in=waiting, pk__gt=self.after).order_by("pk"))[: PAGE + 1])

    @cached_property
    def cards(self) -> list[Card]:
        return cards_of(self._rows[:PAGE], self.person)

    @property
    def following(self) -> int | None:
        return self._rows[PAGE - 1].pk if len(self._rows) > PAGE else None


@desk_page("publish_statement")
def waiting(request: HttpRequest) -> HttpResponse:
    after = request.GET.get("after", "")
    links = Links(request.user, int(after) if is_number(after) else 0)
    if request.method != "POST":
        return _shown(request, links, next(iter(links.cards), None))
    return answered(request, Asked.by_form(request.POST, request.user, ("links",)), links, _shown)


def _shown(request: HttpRequest, links: Links, current: Card | None) -> HttpResponse:
    context = {"sheet": links, "current": current, "is_part": bool(request.htmx)}
    if request.htmx:
        return render(request, "desk/publishing/_links_answer.html", context)
    return page(request, "desk/publishing/links.html", context, title=_("Links to publish"), keys=KEYS)
