"""What an editor brings on the page “Add document”: a file, an address from which the page is fetched, or a pasted text."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from archive.capture import AlreadyHere, Source, read_file, take_in
from archive.collecting import fetched
from archive.enums import DocumentForm
from archive.errors import Refused
from archive.models import Document, User
from archive.reading import LARGEST_FILE, ReadText, Refusal


@dataclass(frozen=True)
class Brought:
    """The documents in what was brought, and its bytes. A fetched page is known under the address that it was found to have."""

    found: list[ReadText]
    raw: bytes
    is_fetched: bool = False
    refusals: tuple[Refusal, ...] = ()  # of single pages of a web archive

    def take_in(self, source: Source, *, by: User) -> list[Document]:
        """The documents that are new. Of a file with several, those that are here already are passed over."""
        source = replace(source, url="") if self.is_fetched else source
        if len(self.found) == 1:
            return [take_in(self.found[0], self.raw, source, by=by)]
        taken = []
        for one in self.found:
            with suppress(AlreadyHere):
                taken.append(take_in(one, self.raw, source, by=by))
        if not taken:
            raise Refused(f"All {len(self.found)} documents in this file are here already.")
        return taken


def brought_by(request: HttpRequest) -> Brought | None:
    """What takes a while to read or fetch; a pasted text doesn't."""
    upload, address = request.FILES.get("file"), request.POST.get("url", "").strip()
    if upload:
        return _uploaded(upload)
    if settings.FETCHING and address and not request.POST.get("pasted", "").strip():
        page, raw = fetched(address)
        return Brought([page], raw, is_fetched=True)
    return None


def _uploaded(upload: UploadedFile) -> Brought:
    if upload.size > LARGEST_FILE:
        raise Refused(f"The file is larger than the {LARGEST_FILE // 2**20} MB that the largest of its kind may have.")
    raw = upload.read()
    read = list(few(read_file(raw, Source(file_name=upload.name))))
    refusals = [one for one in read if isinstance(one, Refusal)]
    if len(refusals) == len(read):
        raise Refused(" ".join(f"{one.address}: {one.sentence}" for one in refusals[:5]))
    return Brought([one for one in read if isinstance(one, ReadText)], raw, refusals=tuple(refusals))


def few(read: Iterable[ReadText | Refusal]) -> Iterator[ReadText | Refusal]:
    """Of a small web archive the pages may be a hundred times larger, and here all of them are held until the form is valid."""
    left = LARGEST_FILE
    for one in read:
        left -= len(one.raw or b"") if isinstance(one, ReadText) else 0
        if left < 0:
            raise Refused(f"The pages in it have more than {LARGEST_FILE // 2**20} MB together. Take it in with the command capture.")
        yield one


def pasted(text: str) -> Brought:
    raw = text.encode()
    return Brought(list(read_file(raw, Source(form=DocumentForm.TEXT))), raw)
