"""Prints what extraction reads in files, without a database: one JSON object a file on one line, or a summary to read."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from archive.capture import read_file, stated_by
from archive.capture.provenance import Provenance
from archive.edtf import EdtfError, parse
from archive.errors import Refused
from archive.extraction import Extraction, extract
from archive.extraction.types import StatementFound
from archive.management.options import add_encoding
from archive.management.printed import printed
from archive.reading import TEXT, ReadText, Refusal


def a_publication(text: str) -> str:
    try:
        date = parse(text)
    except EdtfError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    if date.is_open:
        raise argparse.ArgumentTypeError(f"{text} has an open end, and a document was published once. Give a day, as 2023-05-17.")
    return date.text


class Command(BaseCommand):
    help = "Prints what extraction reads in text files: dates, quotations, speakers. Needs no database."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--json", action="store_true", help="one JSON object a file, on one line")
        parser.add_argument("--published", metavar="EDTF", type=a_publication, help="the document's date, where its text has none")
        add_encoding(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        failed = False
        for name in options["files"]:
            try:
                for read in documents_in(Path(name), options["encoding"]):
                    found = extract(read.text, published=options["published"], stated=stated_by(read))
                    self.stdout.write(as_json(name, read, found) if options["json"] else summary(name, found))
            except (OSError, Refused) as error:
                failed = True
                self.stderr.write(printed(f"{name}: {error.strerror if isinstance(error, OSError) else error}"))
        if failed:
            sys.exit(1)


def documents_in(path: Path, encoding: str = "") -> Iterator[ReadText]:
    for read in read_file(path.read_bytes(), Provenance(file_name=path.name, charset=encoding)):
        if isinstance(read, Refusal):
            raise Refused(f"{read.address}: {read.sentence}")
        yield read


def as_json(name: str, read: ReadText, found: Extraction) -> str:
    """Where the text is not the file's own characters, it stands in the object: the offsets count in it."""
    text = {} if read.form == TEXT else {"text": read.text}
    return json.dumps({"file": name, **found.to_json(), **text}, ensure_ascii=False)


def summary(name: str, found: Extraction) -> str:
    published = found.published.edtf if found.published else "no date"
    head = [
        f"{name}: {found.title.text if found.title else 'no title'}",
        f"  {found.outlet.name if found.outlet else 'no outlet'}, {published}",
    ]
    dates = [f"  date {date.text!r}: {date.edtf or ' or '.join(date.readings)} ({date.rule})" for date in found.dates]
    return "\n".join([*head, *(line_of(statement) for statement in found.statements), *dates])


def line_of(statement: StatementFound) -> str:
    speakers = ", ".join(speaker.name or "?" for speaker in statement.speakers) or "nobody named"
    said = f"{statement.said_on.edtf} ({statement.said_on.rule})" if statement.said_on else "no date"
    return f"  [{statement.start}:{statement.end}] {statement.kind}, {speakers}, {said}, {statement.confidence:.2f}\n      {statement.text}"
