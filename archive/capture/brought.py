"""What a person brings to the desk waits here, read and not kept, until he has looked: nothing of it is in the archive before.

`bring` reads files and pasted texts, `say` puts right what was read, `keep` takes a text in, `leave_out` does not. `preview` tells what is
shown of each.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from archive.acts import allow
from archive.capture.intake import Ready, enter, make_ready, read_file
from archive.capture.pages import fetched
from archive.capture.preview import preview_of
from archive.capture.provenance import Provenance, enter_outlet
from archive.enums import ArticleKind, OutletKind
from archive.errors import Refused, one_of_many
from archive.models import ArchiveState, Article, BroughtText, Document, Outlet, User
from archive.reading import LARGEST_FILE, ReadText, Refusal

MOST = 100  # texts that wait for one person
MOST_BYTES = 4 * LARGEST_FILE  # of them together
GONE = gettext_lazy("It was kept or left out meanwhile.")
VERSION = "version"  # the answer that a text is a newer version of another's page


@dataclass(frozen=True)
class Said:
    """What a person says of a text that he brought; what is empty is as it was read. `answers` are, by the public id of a document that is
    near, what it is to that and a note."""

    title: str = ""
    outlet: str = ""
    outlet_kind: str = OutletKind.OTHER
    time_zone: str = ""
    url: str = ""
    published: str = ""
    language: str = ""
    kind: str = ArticleKind.ARTICLE
    charset: str = ""
    answers: dict[str, list[str]] = field(default_factory=dict)

    @property
    def named(self) -> Outlet | None:
        """The outlet; one that is not here yet is not saved."""
        if not self.outlet.strip():
            return None
        known = Outlet.objects.named(self.outlet).first()
        return known or Outlet(name=" ".join(self.outlet.split()), kind=self.outlet_kind, time_zone=self.time_zone)

    @property
    def version_of(self) -> Article | None:
        others = [other for other, (answer, _note) in self.answers.items() if answer == VERSION]
        return Article.objects.filter(documents__public_id__in=others).first() if others else None


def bring(raw: bytes, name: str, said: Said, *, by: User, at: datetime | None = None) -> list[BroughtText]:
    """Keep for him the texts in a file, or one that he pasted, for a day. What can't be read is kept as the sentence that says why."""
    at = _begin(by, at)
    known = Provenance(url=said.url, file_name=name, charset=said.charset, form="" if name else "text")
    try:
        with one_of_many(name):
            read = list(few(read_file(raw, known, at=at)))
    except Refused as refusal:
        read = [Refusal(name, str(refusal))]
    return _waiting([_row(one, raw, name, said) for one in read], by, at)


def bring_page(url: str, *, by: User, at: datetime | None = None) -> list[BroughtText]:
    """Fetch the page at this address and keep its text for him. Refuses what can't be fetched."""
    at = _begin(by, at)
    page, raw = fetched(url)
    return _waiting([_row(page, raw, url, Said())], by, at)


def turned_away(name: str, why: str, *, by: User, at: datetime | None = None) -> BroughtText:
    """A file that is not even read: the sentence that says why stands in its place."""
    at = _begin(by, at)
    return _waiting([_row(Refusal(name, why), b"", name, Said())], by, at)[0]


def say(row: BroughtText, said: Said) -> BroughtText:
    """Read it anew with what the person says of it. Refuses what he kept or left out in another tab."""
    row.said = asdict(said)
    row.found = preview_of(ready_of(row))
    if not BroughtText.objects.filter(pk=row.pk).update(said=row.said, found=row.found):
        raise Refused(GONE)
    return row


def keep(row: BroughtText, *, by: User, at: datetime | None = None) -> Document:
    """Take it in as a Document, with an outlet that is new. Refuses what is here already."""
    allow(by, "add_document")
    ready = ready_of(row)
    with transaction.atomic():
        ArchiveState.take_turn()
        if not BroughtText.objects.filter(pk=row.pk).exists():
            raise Refused(GONE)
        outlet = ready.provenance.outlet
        if outlet and outlet._state.adding:
            allow(by, "add_outlet")
            enter_outlet(outlet, by=by)
        document = enter(ready, by=by, at=at)
        row.delete()
    return document


def leave_out(row: BroughtText) -> None:
    """It is not kept: nothing of it remains."""
    row.delete()


def ready_of(row: BroughtText) -> Ready:
    """All that is read off it, behind what the person says."""
    said = Said(**row.said)
    found = ReadText.from_json(dict(row.read), None)
    if said.published:
        found = replace(found, published=said.published, published_readings=())
    known = Provenance(
        outlet=said.named, url=said.url, title=said.title, kind=said.kind, language=said.language, version_of=said.version_of,
        file_name="" if found.fetched else row.name,
    )  # fmt: skip
    return make_ready(replace(found, title=said.title or found.title), bytes(row.raw), known)


def few(read: Iterable[ReadText | Refusal]) -> Iterator[ReadText | Refusal]:
    """Of a small web archive the pages may be a hundred times larger, and here all of them are held until a person has looked."""
    left = LARGEST_FILE
    for one in read:
        left -= len(one.raw or b"") if isinstance(one, ReadText) else 0
        if left < 0:
            raise Refused(
                gettext("The pages in it have more than %(largest_file)s MB together. Take it in with the command capture.")
                % {"largest_file": LARGEST_FILE // 2**20}
            )
        yield one


def _begin(by: User, at: datetime | None) -> datetime:
    allow(by, "add_document")
    at = at or timezone.now()
    BroughtText.objects.old(at).delete()
    return at


def _row(one: ReadText | Refusal, raw: bytes, name: str, said: Said) -> BroughtText:
    if isinstance(one, Refusal):
        return BroughtText(name=(one.address or name)[:300], raw=b"", refusal=one.sentence)
    own = raw if one.raw is None else one.raw
    row = BroughtText(name=(one.fetched or name)[:300], raw=own, read=one.to_json(), said=asdict(said))
    row.found = preview_of(ready_of(row))
    return row


def _waiting(rows: list[BroughtText], by: User, at: datetime) -> list[BroughtText]:
    waiting = BroughtText.objects.of(by)
    if waiting.count() + len(rows) > MOST:
        raise Refused(
            gettext(
                "More than %(most)s texts would wait for you. Keep or leave out some first; many are taken in with the command capture."
            )
            % {"most": MOST}
        )
    if waiting.bytes() + sum(len(row.raw) for row in rows) > MOST_BYTES:
        raise Refused(
            gettext("More than %(most)s MB would wait for you. Keep or leave out some first; much is taken in with the command capture.")
            % {"most": MOST_BYTES // 2**20}
        )
    for row in rows:
        row.by, row.brought_at = by, at
    return BroughtText.objects.bulk_create(rows)
