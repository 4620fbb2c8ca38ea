"""What no part of the site has to look at: methods that nobody here knows, and addresses that nobody can type."""

import unicodedata
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from timeline.serving.refusing import refusal

METHODS = ("GET", "HEAD", "POST")  # a page that only shows something refuses POST itself
OF_THE_API = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")  # which answers those that it does not know in its own words
# What no page of ours asks a browser for, so that a page that is tampered with cannot either.
UNUSED = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation", "gyroscope", "hid", "idle-detection",
    "local-fonts", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get", "screen-wake-lock", "serial", "usb",
    "xr-spatial-tracking",
)  # fmt: skip
PERMISSIONS = ", ".join(f"{one}=()" for one in UNUSED)
OURS = "same-origin"


class Gate:
    """Outside of all of ours but the number of the request: what it says of a page stands on files, on kept pages and on refusals too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = _refused(request) or self.get_response(request)
        response.setdefault("Permissions-Policy", PERMISSIONS)
        response.setdefault("Cross-Origin-Resource-Policy", "cross-origin" if "Access-Control-Allow-Origin" in response else OURS)
        return response


def _refused(request: HttpRequest) -> HttpResponse | None:
    known = OF_THE_API if request.path_info.startswith("/api/") else METHODS
    if request.method not in known:
        answer = refusal(request, HTTPStatus.METHOD_NOT_ALLOWED, _("Here nothing is done by this method."))
        answer["Allow"] = ", ".join(known)
        return answer
    if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in request.path_info):
        detail = _("This address holds signs that nobody types, such as the end of a line.")
        return refusal(request, HTTPStatus.BAD_REQUEST, detail, is_address=True)
    return None
