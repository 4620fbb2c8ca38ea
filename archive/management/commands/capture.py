"""Takes files in: one line a file says what became of it, and one that is refused does not stop the others."""

import os
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from tqdm import tqdm

from archive.capture import AlreadyHere, Source, capture, named_outlet
from archive.edtf import EdtfError, parse
from archive.errors import Refused
from archive.models import Document, Outlet
from archive.reading import LARGEST


class Command(BaseCommand):
    help = "Take documents in from files of plain text."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="plain text in UTF-8, at most 2 MB")
        parser.add_argument("--outlet", metavar="NAME", default="", help="who published them; entered when new")
        parser.add_argument("--published", metavar="EDTF", default="", help="the date of those whose text tells none, such as 2023-05-17")

    def handle(self, *args: Any, files: list[str], outlet: str, published: str, **options: Any) -> None:
        expect_date(published)
        refused = 0
        with tqdm(files, unit="file", disable=None if len(files) > 1 else True, leave=False) as bar:
            for file in bar:
                try:
                    line = take(Path(file), outlet, published)
                except AlreadyHere as here:
                    line = f"already here {here.document.public_id}: {shown(file)}"
                except Refused as refusal:
                    refused += 1
                    line = f"refused {shown(file)}: {refusal}"
                with tqdm.external_write_mode():
                    self.stdout.write(line)
        if refused:
            raise CommandError(f"{refused} of {len(files)} refused; the others are in the archive.")


def expect_date(published: str) -> None:
    try:
        if published:
            parse(published)
    except EdtfError as error:
        raise CommandError(f"--published: {error}") from error


@transaction.atomic
def take(path: Path, name: str, published: str) -> str:
    """Capture one file; returns what to say of it. A new outlet is entered with the first file that is taken, never for one refused."""
    is_new = bool(name) and not Outlet.objects.named(name).exists()
    outlet = named_outlet(name) if name else None
    document = capture(contents(path), Source(outlet=outlet, published=published, file_name=shown(path.name)))
    copy = f", wire copy of {document.wire_copy_of.public_id}" if document.wire_copy_of else ""
    return f"captured {document.public_id}: {shown(path)}, {document.outlet or 'no outlet'}{copy}{advice(document, is_new)}"


def contents(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise Refused(f"The file can't be read: {error.strerror}.") from error
    if len(raw) > LARGEST:
        raise Refused(f"The file is larger than the {LARGEST // 2**20} MB that a document may have.")
    return raw


def advice(document: Document, is_new: bool) -> str:
    """What is left for a person to do about the outlet."""
    if is_new:
        return (
            f". {document.outlet} was entered: set its time zone under Outlets before capturing more;"
            " put this document's own right under Documents"
        )
    if document.outlet:
        return ""
    if document.outlet_printed:
        return f". Its text names “{document.outlet_printed}”: enter that under Outlets, then choose it for the article"
    return ". Its text names no outlet: choose one for the article before you publish"


def shown(name: str | Path) -> str:
    """A file's name in letters, also where its bytes are none."""
    return os.fsencode(name).decode("utf-8", "replace")
