"""What an editor brings on the page “Add document”: a file, an address from which the page is fetched, or a pasted text."""

from contextlib import suppress
from dataclasses import dataclass, replace

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext

from archive.admin.sources.capturing import CaptureForm
from archive.capture import AlreadyHere, HeadReader, Ready, enter, make_ready, read_file
from archive.capture.brought import few
from archive.capture.pages import fetched
from archive.capture.provenance import Provenance
from archive.errors import Refused
from archive.extraction import read_head
from archive.models import Document, User
from archive.reading import LARGEST_FILE, ReadText, Refusal


@dataclass(frozen=True)
class Brought:
    """The documents in what was brought, with all that is read off them."""

    ready: list[Ready]
    refusals: tuple[Refusal, ...] = ()  # of single pages of a web archive

    def take_in(self, *, by: User) -> list[Document]:
        """The documents that are new. Of a file with several, those that are here already are passed over."""
        if len(self.ready) == 1:
            return [enter(self.ready[0], by=by)]
        taken = []
        for one in self.ready:
            with suppress(AlreadyHere):
                taken.append(enter(one, by=by))
        if not taken:
            raise Refused(gettext("All %(count)s documents in this file are here already.") % {"count": len(self.ready)})
        return taken


def brought_by(form: CaptureForm, reader: HeadReader = read_head) -> Brought:
    """What a valid form brings: its file, its text, or the page at its address, which is known under the address it is found to have.

    Reading and fetching take a while: they are done before the transaction, in which all others wait.
    """
    given, provenance = form.cleaned_data, form.provenance()
    if given["file"]:
        return _uploaded(given["file"], provenance, reader)
    if given["pasted"].strip():
        raw = given["pasted"].encode()
        return Brought([make_ready(one, raw, provenance, reader=reader) for one in read_file(raw, provenance) if isinstance(one, ReadText)])
    page, raw = fetched(provenance.url)
    return Brought([make_ready(page, raw, replace(provenance, url=""), reader=reader)])


def _uploaded(upload: UploadedFile, provenance: Provenance, reader: HeadReader) -> Brought:
    if upload.size > LARGEST_FILE:
        raise Refused(
            gettext("The file is larger than the %(largest_file)s MB that the largest of its kind may have.")
            % {"largest_file": LARGEST_FILE // 2**20}
        )
    raw = upload.read()
    read = list(few(read_file(raw, replace(provenance, url=""))))
    refusals = [one for one in read if isinstance(one, Refusal)]
    if len(refusals) == len(read):
        raise Refused(" ".join(f"{one.address}: {one.sentence}" for one in refusals[:5]))
    return Brought([make_ready(one, raw, provenance, reader=reader) for one in read if isinstance(one, ReadText)], tuple(refusals))
