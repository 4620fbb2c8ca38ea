"""Takes files in: one line a file says what became of it, and one that is refused does not stop the others."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from tqdm import tqdm

from archive.capture import AlreadyHere, Source, named_outlet, read_file, take_in
from archive.edtf import EdtfError, parse
from archive.errors import Refused
from archive.models import Document, Outlet
from archive.reading import LARGEST_FILE, ReadText, Refusal

ENDINGS = ".txt, .md, .html, .pdf, .srt, .vtt, .rss, .atom, .xml (a feed), .warc, .warc.gz or .wacz"


class Command(BaseCommand):
    help = "Take documents in from files: texts, web pages, PDFs, subtitles, feeds, web archives."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "files",
            nargs="+",
            metavar="FILE",
            help=f"a file ending in {ENDINGS}",
        )
        parser.add_argument("--outlet", metavar="NAME", default="", help="who published them; entered when new")
        parser.add_argument("--published", metavar="EDTF", default="", help="the date of those whose text tells none, such as 2023-05-17")

    def handle(self, *args: Any, files: list[str], outlet: str, published: str, **options: Any) -> None:
        expect_date(published)
        refused = told = 0
        with tqdm(files, unit="file", disable=None if len(files) > 1 else True, leave=False) as bar:
            for file in bar:
                for line in taken(Path(file), outlet, published):
                    told, refused = told + 1, refused + line.startswith("refused")
                    with tqdm.external_write_mode():
                        self.stdout.write(line)
        if refused:
            raise CommandError(f"{refused} of {told} refused; the others are in the archive.")


def taken(path: Path, outlet: str, published: str) -> Iterator[str]:
    """What became of each document in the file."""
    source = Source(published=published, file_name=shown(path.name))
    try:
        raw = contents(path)
        for one in read_file(raw, source):
            yield became(one, raw, source, outlet, shown(path))
    except Refused as refusal:
        yield f"refused {shown(path)}: {refusal}"


def became(found: ReadText | Refusal, raw: bytes, source: Source, outlet: str, file: str) -> str:
    """What became of one document, named by its own address where the file holds several."""
    if isinstance(found, Refusal):
        return f"refused {file}, {found.address}: {found.sentence}"
    name = file if found.raw is None else f"{file}, {found.address or found.title or 'no address'}"
    try:
        return take(found, raw, source, outlet, name)
    except AlreadyHere as here:
        return f"already here {here.document.public_id}: {name}"
    except Refused as refusal:
        return f"refused {name}: {refusal}"


def expect_date(published: str) -> None:
    try:
        if published:
            parse(published)
    except EdtfError as error:
        raise CommandError(f"--published: {error}") from error


@transaction.atomic
def take(found: ReadText, raw: bytes, source: Source, outlet_name: str, name: str) -> str:
    """Take one document in; returns what to say of it. A new outlet is entered with the first file that is taken, never for one refused."""
    is_new = bool(outlet_name) and not Outlet.objects.named(outlet_name).exists()
    outlet = named_outlet(outlet_name) if outlet_name else None
    document = take_in(found, raw, replace(source, outlet=outlet))
    copy = f", wire copy of {document.wire_copy_of.public_id}" if document.wire_copy_of else ""
    return f"captured {document.public_id}: {name}, {document.outlet or 'no outlet'}{copy}{advice(document, is_new)}"


def contents(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Refused(f"The file can't be read: {error.strerror}.") from error
    if len(raw) > LARGEST_FILE:
        raise Refused(f"The file is larger than the {LARGEST_FILE // 2**20} MB that the largest of its kind may have.")
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
