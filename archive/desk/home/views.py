"""The first page of the desk."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk.access import desk_page
from archive.desk.home.beginnings import beginnings_for
from archive.desk.home.last_acts import last_done
from archive.desk.home.queues import waiting_for
from archive.desk.keys import Key
from archive.desk.shell import page
from archive.desk.together.today import together_for
from archive.figures import log_faults

KEYS = (
    Key("1", gettext_lazy("begin with what stands first; 2 to 9 the next"), "1–9"),
    Key("z", gettext_lazy("undo the last thing that you did")),
)


@desk_page()
def home(request: HttpRequest) -> HttpResponse:
    waiting = waiting_for(request.user)
    context = {
        "waiting": waiting,
        "beginnings": [] if waiting else beginnings_for(request.user),
        "together": together_for(request.user),
        "done": last_done(request.user),
        **log_faults.told_to(request.user),
    }
    return page(request, "desk/home/home.html", context, title=_("What waits for you"), keys=KEYS)
