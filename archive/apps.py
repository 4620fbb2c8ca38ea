from pathlib import Path

from django.apps import AppConfig
from django.conf import settings

from archive.matching.meaning import model


class ArchiveConfig(AppConfig):
    name = "archive"
    verbose_name = "The record"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        model.keep_in(Path(settings.VAR_DIR))
