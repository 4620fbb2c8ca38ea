"""Who may see these pages: whoever signed in, whatever they may do besides."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django_htmx.middleware import HtmxDetails

from archive.desk import ended_session
from archive.desk.access import View
from archive.signing_in import second_step


def own_page(*methods: str, password_alone: bool = False) -> Callable[[View], View]:
    """For any person; with `password_alone` before their code was given, too."""

    def guarded(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            request.htmx = HtmxDetails(request)
            if not request.user.is_authenticated:
                return ended_session.ask_to_sign_in(request)
            missing = None if password_alone else second_step.missing(request)
            return missing or view(request, *args, **kwargs)

        answer.permissions = ()
        return never_cache(require_http_methods(methods)(answer))

    return guarded
