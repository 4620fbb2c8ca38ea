"""The site: settings, addresses, pages and JSON API of the archive's public record. It has no tables."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TimelineConfig(AppConfig):
    name = "timeline"
    verbose_name = _("Site")

    def ready(self) -> None:
        import_module("timeline.running.sign_ins").listen()
