"""Who may see a page of the desk: whoever works on the record; what else an address needs is said beside its view."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django_htmx.middleware import HtmxDetails

from archive.desk import ended_session
from archive.signing_in import second_step
from archive.working import kept_input

View = Callable[..., HttpResponse]
LONGEST_NUMBER = 4000  # digits
WORKS_HERE = "view_statement"  # what every role that works on the record has


class NotAllowed(PermissionDenied):
    """One of these permissions is needed: the page that answers names the roles that have it."""

    def __init__(self, *permissions: str):
        self.permissions = permissions
        super().__init__(*permissions)


def desk_page(*permissions: str) -> Callable[[View], View]:
    """For people who work on the record and, where `permissions` of the archive are named, hold one of them. Others are asked to sign in,
    or told whom to ask. `request.htmx` is true where a part of a page is wanted."""

    def guarded(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            request.htmx = HtmxDetails(request)
            _expect_text(request)
            if not request.user.is_authenticated:
                return ended_session.ask_to_sign_in(request)
            if missing := second_step.missing(request):
                return ended_session.ask_to_sign_in(request) if request.htmx else missing
            if not request.user.has_perm(f"archive.{WORKS_HERE}") or not may(request, *permissions):
                raise NotAllowed(*permissions or [WORKS_HERE])
            given = view(request, *args, **kwargs)
            if sent_again := request.POST.get("typed"):
                kept_input.forget(request.user, sent_again)
            ended_session.remember(given, request.user)
            return given

        answer.permissions = permissions
        return never_cache(answer)

    return guarded


def _expect_text(request: HttpRequest) -> None:
    """Nobody types a NUL, which PostgreSQL keeps nowhere, or a number so long that Python does not read it."""
    for sent in (request.GET, request.POST):
        for name, values in sent.lists():
            if any("\0" in one or (len(one) > LONGEST_NUMBER and one.isdecimal()) for one in (name, *values)):
                raise BadRequest(f"{name[:40]!r} is no text.")


def may(request: HttpRequest, *permissions: str) -> bool:
    """Whether he holds one of these; true where none is named."""
    return not permissions or any(request.user.has_perm(f"archive.{one}") for one in permissions)
