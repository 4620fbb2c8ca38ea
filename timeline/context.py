"""What every page knows of its site, and of the day on which it is read."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from archive import edtf
from timeline.conditional import today


def site(request: HttpRequest) -> dict[str, Any]:
    """The site's name (its last word stands in the red of the stamp), its address, and the part of it that this page is in."""
    first, _, last = settings.SITE_NAME.rpartition(" ")
    section = request.path.split("/")[1]
    return {
        "site_name": settings.SITE_NAME,
        "site_name_parts": (first, last),
        "site_url": settings.SITE_URL,
        "section": section,
        "today": edtf.parse(today().isoformat()),
    }
