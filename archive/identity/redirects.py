"""The old public address of a row that became another leads on to that one."""

from datetime import datetime

from archive.models import Claim, Redirect, Revision, Speaker


def lead_on(keep: Speaker | Claim, gone: Speaker | Claim, reason: str, at: datetime) -> None:
    """Old addresses lead straight to the row that stays, also those that led to the one that goes. What was never public has none."""
    Redirect.objects.filter(new_path=gone.get_absolute_url()).update(new_path=keep.get_absolute_url())
    if Revision.objects.of(gone).exists():
        Redirect.objects.create(old_path=gone.get_absolute_url(), new_path=keep.get_absolute_url(), reason=reason[:300], at=at)
