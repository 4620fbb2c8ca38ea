"""The archive that every trial begins with. Imported where Django has been set up."""

import io
import shutil
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client

from archive.models import Statement
from manage import ensure_secret_key
from tests.campaigns.failing_disks import tried
from tests.campaigns.failing_disks.trials import KEPT, PAGES, Bench, counts, status_of


def bench(place: Path, archive: Path | None) -> Bench:
    settings.VAR_DIR.mkdir(mode=0o700)
    ensure_secret_key(settings.VAR_DIR / "secret_key")
    if archive:
        shutil.copyfile(archive, connection.settings_dict["NAME"])
    call_command("prepare", no_demo=True)
    tried.fill()
    tried.files(settings.VAR_DIR / "given")
    call_command("backup", str(settings.VAR_DIR / "given.backup"), stdout=io.StringIO())
    client = Client(raise_request_exception=False, SERVER_NAME="localhost")
    made = Bench(place / "filled", place)
    made.address = Statement.objects.filter(status="public").latest("pk").get_absolute_url()
    made.before = counts()
    for page in [*PAGES, made.address]:  # loads what they need, once for all processes
        assert status_of(client, page) == 200, page
    connections.close_all()
    shutil.rmtree(settings.VAR_DIR / "cache", ignore_errors=True)
    shutil.copytree(settings.VAR_DIR, made.filled, ignore=shutil.ignore_patterns(KEPT))
    return made
