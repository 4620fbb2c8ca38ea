"""A dossier as a ZIP: to read, for programs and for spreadsheets, with the fingerprint of each file and what the whole is of."""

import hashlib
import io
from collections.abc import Iterable
from datetime import datetime
from itertools import chain
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import orjson
from django.conf import settings
from django.template.loader import render_to_string

from archive.models import ArchiveState
from timeline.dossiers import paper
from timeline.dossiers.evidence import exhibits, named
from timeline.formats import lines, sheet
from timeline.formats.taken import Taken
from timeline.log.proved import signed

README, PAPER, CSV, NDJSON, LOG = "README.txt", "dossier.html", "list.csv", "list.ndjson", "log.json"
TYPES = {README: "text/plain", PAPER: "text/html", CSV: "text/csv", NDJSON: "application/x-ndjson", LOG: "application/json"}


def write(taken: Taken) -> Iterable[bytes]:
    state, at = signed(), paper.now()
    found = exhibits(taken.told(), state)
    wholes = [orjson.dumps(one.whole, default=str) + b"\n" for one in found]
    files = {
        README: render_to_string(
            "timeline/dossiers/readme.txt", {"taken": taken, "at": at, "signed": state, "site": settings.SITE_URL}
        ).encode(),
        PAPER: paper.written(taken, found, at, state),
        CSV: b"".join(sheet.write(taken)),
        NDJSON: b"".join(lines.write(taken) if taken.listed.is_of_corrections else wholes),
    }
    if state.note:
        files[LOG] = orjson.dumps({**state.told, "proofs": [*chain.from_iterable(one.proofs for one in found), *named(found, state)]})
    files["datapackage.json"] = orjson.dumps(_package(taken, files, at), option=orjson.OPT_INDENT_2)
    files["SHA256SUMS"] = "".join(f"{_sha256(body)}  {name}\n" for name, body in files.items()).encode()
    return [_zipped(files, at)]


def _package(taken: Taken, files: dict[str, bytes], at: datetime) -> dict[str, Any]:
    """As Frictionless describes data (https://specs.frictionlessdata.io/data-package/)."""
    resources = [
        {"name": name.replace(".", "-"), "path": name, "mediatype": TYPES[name], "bytes": len(body), "hash": f"sha256:{_sha256(body)}"}
        for name, body in files.items()
    ]
    return {
        "name": "dossier",
        "title": f"{settings.SITE_NAME}: {taken.listed.name}",
        "homepage": taken.page_url,
        "created": at.isoformat(),
        "version": ArchiveState.current(),
        "filter": taken.listed.filter.given,
        "continues_at": taken.next_url or None,
        "resources": resources,
    }


def _zipped(files: dict[str, bytes], at: datetime) -> bytes:
    whole = io.BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(ZipInfo(f"dossier/{name}", at.timetuple()[:6]), body, ZIP_DEFLATED)
    return whole.getvalue()


def _sha256(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
