"""Takes files in: one line a file says what became of it, and one that is refused does not stop the others."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from tqdm import tqdm

from archive.acts import save
from archive.capture import AlreadyHere, HeadReader, Ready, enter, known_by_bytes, make_ready, read_file
from archive.capture.feeds import EntryOutcome, feed_at, poll
from archive.capture.pages import fetched, our_pace
from archive.capture.provenance import Provenance, named_outlet
from archive.edtf import EdtfError, parse
from archive.errors import Refused, one_of_many
from archive.extraction import read_head
from archive.fetching import Pace
from archive.management.folders import Brought, contents, files_in
from archive.management.migrated import NeedsTables
from archive.management.options import add_encoding
from archive.management.printed import as_sentences, printed
from archive.models import Document, Feed, Outlet
from archive.reading import ReadText, Refusal

ENDINGS = (
    ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".srt", ".vtt", ".rss", ".atom", ".xml", ".warc", ".warc.gz",
    ".wacz", ".docx", ".rtf", ".eml", ".mht", ".mhtml",
)  # fmt: skip


class Command(NeedsTables, BaseCommand):
    help = "Take documents in: from files of any form, from an address, or from all that a feed lists."
    stealth_options = ("pace", "reader")  # tests hand in who fetches and who reads

    def add_arguments(self, parser: CommandParser) -> None:
        brought = parser.add_mutually_exclusive_group(required=True)
        brought.add_argument(
            "files", nargs="*", default=[], metavar="FILE", help=f"a file, or a folder of files ending in {', '.join(ENDINGS)}"
        )
        brought.add_argument(
            "--url", action="append", default=[], metavar="URL", help="the address of a page to be fetched; may be repeated"
        )
        brought.add_argument("--feed", default="", metavar="URL", help="the address of a feed: what it lists and is not here is fetched")
        parser.add_argument("--outlet", metavar="NAME", default="", help="who published them; entered when new")
        parser.add_argument("--published", metavar="EDTF", default="", help="the date of those whose text tells none, such as 2023-05-17")
        add_encoding(parser)

    def handle(self, *args: Any, outlet: str, published: str, encoding: str, **options: Any) -> None:
        expect_date(published)
        refused = told = 0
        works = list(self.works(Provenance(published=published, charset=encoding), outlet, **options))
        with as_sentences():
            for line in self.lines_of(works):
                told, refused = told + 1, refused + line.startswith("refused")
                with tqdm.external_write_mode():
                    self.stdout.write(printed(line))
        if refused:
            raise CommandError(f"{refused} of {told} refused; the others are in the archive.")

    def lines_of(self, works: list[Callable[[], Iterator[str]]]) -> Iterator[str]:
        with tqdm(works, unit="file", disable=None if len(works) > 1 else True, leave=False) as bar:
            for work in bar:
                yield from work()

    def works(
        self, provenance: Provenance, outlet: str, *, files: list[str], url: list[str], feed: str, **handed_in: Any
    ) -> Iterator[Callable[[], Iterator[str]]]:
        """What is to be done for each file, address or feed; the lines that tell what became of it."""
        brought = (one for name in files for one in files_in(Path(name), ENDINGS))
        pace, reader = handed_in.get("pace"), handed_in.get("reader") or read_head
        yield from (partial(taken, one, provenance, outlet, reader) for one in brought)
        if url or feed:
            pace = pace or pace_of_ours()
            yield from (partial(fetched_and_taken, one, provenance, outlet, pace, reader) for one in url)
        if feed:
            yield partial(followed, feed, outlet, pace)


def pace_of_ours() -> Pace:
    try:
        return our_pace()
    except Refused as refusal:
        raise CommandError(str(refusal)) from refusal


def taken(file: Brought, provenance: Provenance, outlet: str, reader: HeadReader) -> Iterator[str]:
    """What became of each document in the file."""
    provenance, name = replace(provenance, file_name=shown(file.path.name)), shown(file.path)
    try:
        with one_of_many(name):
            raw = contents(file)
            if known := known_by_bytes(raw, outlet):
                yield f"already here {known.public_id}: {name}"
                return
            for one in read_file(raw, provenance):
                yield became(one, raw, provenance, outlet, name, reader)
    except Refused as refusal:
        yield f"refused {name}: {refusal}"


def fetched_and_taken(url: str, provenance: Provenance, outlet: str, pace: Pace, reader: HeadReader) -> Iterator[str]:
    try:
        with one_of_many(url):
            found, raw = fetched(url, pace)
    except Refused as refusal:
        yield f"refused {url}: {refusal}"
    else:
        yield became(found, raw, provenance, outlet, url, reader)


def followed(url: str, outlet: str, pace: Pace) -> Iterator[str]:
    """What became of each entry of the feed."""
    is_unchanged = True
    try:
        with one_of_many(url):
            for one in poll(feed_of(url, outlet), pace=pace):
                is_unchanged = False
                yield line_of(one)
    except Refused as refusal:
        yield f"refused {url}: {refusal}"
    else:
        if is_unchanged:
            yield f"unchanged {url}"


def line_of(settled: EntryOutcome) -> str:
    if settled.document:
        return f"{settled.words} {settled.document.public_id}: {settled.address}"
    return f"refused {settled.address}: {settled.words}" if settled.is_refused else f"{settled.words}: {settled.address}"


@transaction.atomic
def feed_of(url: str, outlet: str) -> Feed:
    feed = feed_at(url)
    if outlet and feed.outlet is None:
        feed.outlet = named_outlet(outlet)
        save(feed)
    return feed


def became(found: ReadText | Refusal, raw: bytes, provenance: Provenance, outlet: str, file: str, reader: HeadReader) -> str:
    """What became of one document, named by its own address where the file holds several."""
    if isinstance(found, Refusal):
        return f"refused {file}, {found.address}: {found.sentence}"
    name = file if found.raw is None else f"{file}, {found.address or found.title or 'no address'}"
    try:
        with one_of_many(name):
            provenance = replace(provenance, outlet=Outlet.objects.named(outlet).first() if outlet else None)
            return take(make_ready(found, raw, provenance, reader=reader), outlet, name)
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
def take(ready: Ready, outlet_name: str, name: str) -> str:
    """Take one document in; returns what to say of it. A new outlet is entered with the first file that is taken, never for one refused."""
    is_new = bool(outlet_name) and not Outlet.objects.named(outlet_name).exists()
    outlet = named_outlet(outlet_name) if outlet_name else None
    document = enter(replace(ready, provenance=replace(ready.provenance, outlet=outlet)))
    copy = f", wire copy of {document.wire_copy_of.public_id}" if document.wire_copy_of else ""
    return f"captured {document.public_id}: {name}, {document.outlet or 'no outlet'}{copy}{advice(document, is_new)}"


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
