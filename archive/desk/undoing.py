"""What was kept is told with a button beside it that takes it back (key Z); the form of that button stands in `desk/base.html`."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _

BUTTON = '{} <button class="plain" form="undo" formaction="{}" data-key="z">{} <kbd>Z</kbd></button>'


def kept(request: HttpRequest, told: str, address: str) -> None:
    """Tell what was done; a press posts to the address, which undoes it."""
    messages.success(request, format_html(BUTTON, told, address, _("Undo")))
