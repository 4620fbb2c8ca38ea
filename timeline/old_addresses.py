"""Which addresses are of this site, and where one that was public once leads today. Nothing leads to what the public may not see."""

from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import Model

from archive.models import Claim, Outlet, Redirect, Speaker

KEPT_APART: dict[str, type[Model]] = {"speakers": Speaker, "claims": Claim, "outlets": Outlet}  # by the address of all of them


def our_hosts() -> set[str]:
    """The names under which this site answers."""
    return {urlsplit(settings.SITE_URL).netloc.lower(), *(host.lower() for host in settings.ALLOWED_HOSTS)}


def is_ours(host: str) -> bool:
    """Whether an address with this host is of this site; one without any is."""
    return not host or host.lower() in our_hosts()


def leads_to(*spellings: str) -> str | None:
    """The new address of an old one, in any of these spellings; None where it is none, or leads to what is not public."""
    if any("\x00" in one for one in spellings):  # which PostgreSQL refuses to look for
        return None
    new_path = Redirect.objects.filter(old_path__in=spellings).values_list("new_path", flat=True).first()
    return new_path if new_path and _is_public(new_path) else None


def _is_public(path: str) -> bool:
    all_of_them, _, slug = unquote(path).rstrip("/").rpartition("/")
    model = KEPT_APART.get(all_of_them.rpartition("/")[2])
    return model is None or model.objects.public().filter(slug=slug).exists()  # type: ignore[attr-defined]  # each has it
