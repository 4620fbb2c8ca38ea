"""What a person typed and did not save outlives the page and the session. It is theirs alone, and never a password."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from archive.errors.faults import passed_over
from archive.models import KeptInput, User

KEPT_FOR = timedelta(days=30)
MOST = 200  # pages of one person
UNWANTED = ("password", "token", "secret")  # in the name of a field


def keep(user: User, page: str, fields: Mapping[str, Iterable[str]], *, at: datetime | None = None) -> KeptInput:
    """In place of what was kept of that page before. What is older than a month goes, and the oldest of what is too many."""
    at = at or timezone.now()
    wanted = {name: list(values) for name, values in fields.items() if is_wanted(name)}
    with transaction.atomic():
        kept, is_new = KeptInput.objects.update_or_create(user=user, page=page, defaults={"fields": wanted, "at": at})
        if is_new:
            KeptInput.objects.filter(at__lt=at - KEPT_FOR).delete()
            surplus = KeptInput.objects.filter(user=user).order_by("-at", "-pk").values_list("pk", flat=True)[MOST:]
            KeptInput.objects.filter(pk__in=list(surplus)).delete()
    return kept


def is_wanted(name: str) -> bool:
    return not any(one in name.lower() for one in UNWANTED)


def of_pages(user: User, pages: Iterable[str]) -> dict[str, KeptInput]:
    """Of those pages that something is kept of."""
    return {one.page: one for one in KeptInput.objects.filter(user=user, page__in=list(pages))}


def kept(user: User, page: str) -> KeptInput | None:
    return of_pages(user, [page]).get(page)


def forget(user: User, page: str) -> None:
    """It was saved, or is not wanted; that it stays is not worth the answer to what was saved."""
    with passed_over("What was saved"):
        KeptInput.objects.filter(user=user, page=page).delete()
