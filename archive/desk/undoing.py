"""What was kept is told with a button beside it that takes it back (key Z); the form of that button stands in `desk/base.html`."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _

BUTTON = (
    '{told} <button class="plain" form="undo" formaction="{address}" hx-post="{address}" hx-target="body" hx-push-url="true" data-key="z">'
    "{undo} <kbd>Z</kbd></button>"
)


def kept(request: HttpRequest, told: str, address: str) -> None:
    """Tell what was done; a press posts to the address, which undoes it."""
    messages.success(request, format_html(BUTTON, told=told, address=address, undo=_("Undo")))
