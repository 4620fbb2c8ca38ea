"""Cookies beside the session's own: named so that browsers bind them to this host and to HTTPS, where there is HTTPS."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage
from django.http import HttpRequest


def bound_to_host(name: str) -> str:
    return f"__Host-{name}" if settings.SESSION_COOKIE_SECURE else name


class InCookie(CookieStorage):
    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.cookie_name = bound_to_host("messages")


class Messages(FallbackStorage):
    """What is told on the next page, in Django's way (MESSAGE_STORAGE)."""

    storage_classes = (InCookie, SessionStorage)
