"""What settings have to be: with others the site does not start, and says why. Read by the settings themselves."""

from django.core.exceptions import ImproperlyConfigured


def strong_key(key: str, kept_in: object) -> str:
    """The secret key. Who knows it can forge a login, so the site does not start with a weak one."""
    if is_weak(key):
        raise ImproperlyConfigured(
            f"The site does not start without a strong secret key: set SECRET_KEY to 50 random characters or more, "
            f"or run any command of manage.py once, which writes one to {kept_in}."
        )
    return key


def is_weak(key: str) -> bool:
    """Short, of few different signs or pieces that come again, or one that somebody wrote down for others to read."""
    again = any(len(piece) > 2 and key.count(piece) > 3 for piece in (key[at : at + 4] for at in range(len(key))))
    known = key.lower().startswith(("django-insecure-", "changeme", "change-me", "secret", "your-secret", "replace-me"))
    return len(key) < 50 or len(set(key)) < 12 or again or known


def expect_link(name: str, address: str, *, or_mail: bool = False) -> None:
    """What stands on pages as a link leads to a page, or to a letter where that is meant; `javascript:` leads to neither."""
    is_mail = or_mail and not {":", "/"} & set(address)
    if address and not is_mail and not address.startswith(("https://", "http://")):
        raise ImproperlyConfigured(f"{name} is shown as a link: it has to begin with https://{' or be an address of mail' * or_mail}.")
