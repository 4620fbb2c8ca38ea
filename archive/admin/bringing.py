"""What an editor brings on the page “Add document”: a file, an address from which the page is fetched, or a pasted text."""

from dataclasses import dataclass

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from archive.capture import Source, read_file
from archive.collecting import fetched
from archive.enums import DocumentForm
from archive.errors import Refused
from archive.reading import LARGEST_FILE, ReadText, Refusal


@dataclass(frozen=True)
class Brought:
    """The documents in what was brought, and its bytes. A fetched page is known under the address that it was found to have."""

    found: list[ReadText]
    raw: bytes
    is_fetched: bool = False


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
    found = list(read_file(raw, Source(file_name=upload.name)))
    if refusals := [one for one in found if isinstance(one, Refusal)]:
        raise Refused(" ".join(f"{one.address}: {one.sentence}" for one in refusals[:5]))
    return Brought(found, raw)


def pasted(text: str) -> Brought:
    raw = text.encode()
    return Brought(list(read_file(raw, Source(form=DocumentForm.TEXT))), raw)
