"""What was kept is told with a button beside it that takes it back (key Z); the form of that button stands in `desk/base.html`."""

from django.contrib import messages
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from archive.models import Event
from archive.models.history import type_of

BUTTON = (
    '{told} <button class="plain" form="undo" formaction="{address}" hx-post="{address}" hx-target="body" hx-push-url="true" data-key="z">'
    "{undo} <kbd>Z</kbd></button>"
)


def kept(request: HttpRequest, told: str, address: str) -> None:
    """Tell what was done; a press posts to the address, which undoes it."""
    messages.success(request, format_html(BUTTON, told=told, address=address, undo=_("Undo")))


def undo_address(row: models.Model, then: str) -> str:
    """What takes back the last thing that was done to a row, and leads on to `then`."""
    event = Event.objects.filter(object_type=type_of(row), object_id=row.pk).latest("pk")
    return f"{reverse('desk:undo', args=[event.pk])}?{urlencode({'next': then})}"
