"""The old public address of a row that became another leads on to that one; where the two are told apart again, it is its own."""

from collections.abc import Iterable
from datetime import datetime

from archive.models import Claim, Redirect, Revision, Speaker


def lead_on(keep: Speaker | Claim, gone: Speaker | Claim, reason: str, at: datetime) -> list[str]:
    """Old addresses lead straight to the row that stays, also those that led to the one that goes: returns these. What was never public
    has none."""
    leading = Redirect.objects.filter(new_path=gone.get_absolute_url())
    led = list(leading.order_by("old_path").values_list("old_path", flat=True))
    leading.update(new_path=keep.get_absolute_url())
    if Revision.objects.of(gone).exists():
        Redirect.objects.create(old_path=gone.get_absolute_url(), new_path=keep.get_absolute_url(), reason=reason[:300], at=at)
    return led


def lead_back(gone: Speaker | Claim, keep: Speaker | Claim, led: Iterable[str]) -> None:
    """The address of `gone` is its own again, and those of the addresses `led` that still lead to `keep` lead to it."""
    Redirect.objects.filter(old_path=gone.get_absolute_url()).delete()
    Redirect.objects.filter(old_path__in=led, new_path=keep.get_absolute_url()).update(new_path=gone.get_absolute_url())
