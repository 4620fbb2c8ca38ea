"""The pages of alerts: what they are, asking, confirming, changing and ending. A link that only opens a page changes nothing."""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from archive.alerts import asking, receiving
from archive.alerts.asking import Wanted
from archive.alerts.signing import TO_CHANGE, TO_CONFIRM, key_in, secret_of, token
from archive.errors import Refused
from archive.models import AlertAsking, AlertReceiver, AlertWatch
from timeline.alerts import cited, mails
from timeline.alerts.forms import AskingForm, CitedForm
from timeline.alerts.telling import watch_links
from timeline.alerts.watched import Misread, Understood
from timeline.serving.throttling import DAY, HOUR, may_ask

LONGEST_NUMBER = 19  # of a row
MOST_ASKED = {HOUR: 20, DAY: 60}  # from one network
MOST_IN_ADDRESS = 10  # that a link to the form may name
page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "alerts/about.html", {"by_mail": mails.offered()})


@never_cache
@page
def new(request: HttpRequest) -> HttpResponse:
    """Asks where alerts are to go. With POST: let it wait for who reads there."""
    if request.method != "POST":
        understood, misread = cited.read(request.GET.getlist("watch")[:MOST_IN_ADDRESS])
        return _form(request, AskingForm(initial={"rhythm": "daily"}), understood, misread)
    form = AskingForm(request.POST)
    if not may_ask(request, "alerts", MOST_ASKED):
        return _form(request, form, [], [], status=HTTPStatus.TOO_MANY_REQUESTS)
    understood, misread = cited.read(request.POST.getlist("watch")[: cited.MOST_READ])
    if form.is_valid():
        found, not_found = cited.read(cited.addresses_in(form.cleaned_data["cited"]))
        misread += not_found
        understood = list({one.path: one for one in [*understood, *found]}.values())
        if understood and not misread:
            return _asked(request, form, understood)
        form = _read_form(form, found)
    return _form(request, form, understood, misread)


def _asked(request: HttpRequest, form: AskingForm, understood: list[Understood]) -> HttpResponse:
    try:
        row = asking.ask(place=form.place, wanted=[one.wanted for one in understood])
    except Refused as refusal:
        form.add_error("hook", str(refusal))
        return _form(request, form, understood, [])
    context: dict[str, Any] = {"watches": understood, "row": row}
    if row.channel == "hook":
        context |= {"secret": secret_of(row.key), "change_url": reverse("alerts:change", args=[token(row, TO_CHANGE)])}
    return render(request, "alerts/asked.html", context)


def _read_form(form: AskingForm, found: list[Understood]) -> AskingForm:
    """The form with what was understood alone in its box: pressed again, that is what is meant."""
    given = form.data.copy()
    given["cited"] = "\n".join(one.path for one in found)
    return AskingForm(given)


def _form(
    request: HttpRequest, form: AskingForm, understood: list[Understood], misread: list[Misread], status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    context = {
        "form": form,
        "watches": understood,
        "misread": misread,
        "by_mail": mails.offered(),
        "nothing": form.is_bound and not form.errors and not understood,
        "too_often": status == HTTPStatus.TOO_MANY_REQUESTS,
    }
    return render(request, "alerts/new.html", context, status=status)


@never_cache
@page
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Shows what was asked for, perhaps by others too; the button confirms what its reader leaves ticked. Programs that open the links of
    mails press none."""
    row = AlertAsking.objects.filter(key=_key(token, TO_CONFIRM)).first()
    if request.method == "POST" and row:
        receiver = asking.confirm(row.key, keep=request.POST.getlist("keep"))
        if receiver:
            return redirect("alerts:change", _token_of(receiver))
    context = {"row": row, "watches": _links_of_asked(row) if row else {}}
    return render(request, "alerts/confirm.html", context, status=HTTPStatus.OK if row else HTTPStatus.GONE)


@never_cache
@page
def change(request: HttpRequest, token: str) -> HttpResponse:
    """What a reader watches and how often he is told, to be changed."""
    key = _key(token, TO_CHANGE)
    receiver = AlertReceiver.objects.filter(key=key).first()
    if receiver is None:
        waiting = AlertAsking.objects.filter(key=key).first()
        return render(request, "alerts/waiting.html", {"row": waiting, "token": token}, status=_status_of(waiting))
    form, misread, is_saved = CitedForm(initial={"rhythm": receiver.rhythm}), [], False
    if request.method == "POST":
        form = CitedForm(request.POST)
        if "go_on" in request.POST:
            receiving.go_on(receiver)
        elif form.is_valid():
            misread, is_saved = _changed(receiver, form, request.POST.getlist("keep")), True
            form = CitedForm(initial={"rhythm": form.cleaned_data["rhythm"]})
        receiver.refresh_from_db()
    watches = list(receiver.watches.order_by("pk"))
    links = watch_links(watches)
    context = {
        "receiver": receiver,
        "watches": [(watch.pk, links[watch.path]) for watch in watches],
        "form": form,
        "misread": misread,
        "is_saved": is_saved,
        "token": token,
    }
    return render(request, "alerts/change.html", context)


def _changed(receiver: AlertReceiver, form: CitedForm, keep: list[str]) -> list[Misread]:
    more, misread = cited.read(cited.addresses_in(form.cleaned_data["cited"]))
    kept = [int(number) for number in keep if number.isdecimal() and len(number) < LONGEST_NUMBER]
    receiving.change(receiver, keep=kept, more=[one.wanted for one in more], rhythm=form.cleaned_data["rhythm"])
    return misread


@csrf_exempt  # pressed in mail programs too (RFC 8058), which have no cookie of ours; who has the link may
@never_cache
@page
def end(request: HttpRequest, token: str) -> HttpResponse:
    """The button, or one click in a mail program, deletes the address with all that was kept of it."""
    key = _key(token, TO_CHANGE)
    if request.method == "POST":
        receiving.end(key)
    return render(request, "alerts/end.html", {"is_ended": request.method == "POST"})


def _key(given: str, purpose: str) -> str:
    key = key_in(given, purpose)
    if key is None:
        raise Http404
    return key


def _token_of(receiver: AlertReceiver) -> str:
    return token(receiver, TO_CHANGE)


def _status_of(waiting: AlertAsking | None) -> HTTPStatus:
    return HTTPStatus.OK if waiting else HTTPStatus.GONE


def _links_of_asked(row: AlertAsking) -> dict[str, Any]:
    wanted = [Wanted(**given) for given in row.watches]
    return watch_links(AlertWatch(path=one.path, of=one.of, number=one.number) for one in wanted)
