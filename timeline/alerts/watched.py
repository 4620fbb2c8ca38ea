"""What an address of this site stands for, as something that may be watched: a statement, a document, or a list with its filter."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.http import Http404, QueryDict
from django.urls import Resolver404, resolve
from django.utils.encoding import escape_uri_path
from django.utils.translation import gettext as _

from archive.alerts.asking import Wanted
from archive.enums import TallyScope
from archive.models import Statement
from timeline import chronology
from timeline.lists.listed import Listed, listed_at
from timeline.lists.walks import Walk
from timeline.old_addresses import is_ours, leads_to
from timeline.printing.addresses import address
from timeline.record import single, titles

# The row that a list is of: what does not touch it is not in the list. The rarest first.
ANCHORS = (TallyScope.CLAIM, TallyScope.SPEAKER, TallyScope.OUTLET)
OF_ONE = ("statement", "citation")
LONGEST_SHOWN = 200


@dataclass(frozen=True)
class Understood:
    """What an address stands for, and what it is called."""

    wanted: Wanted
    name: str

    @property
    def path(self) -> str:
        return self.wanted.path


@dataclass(frozen=True)
class Misread:
    """An address that nothing watches, and why."""

    address: str
    why: str


def understand(text: str) -> Understood | Misread:
    """What stands at an address of ours, whole or from its path on; an old one leads on."""
    shown = text.strip()[:LONGEST_SHOWN]
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return Misread(shown, _("This is no web address."))
    if not is_ours(parts.netloc):
        return Misread(shown, _("This is an address of another site."))
    path = unquote(parts.path) or "/"
    if "\x00" in path:
        return Misread(shown, _("This is no web address."))
    try:
        return _at(path, parts.query, shown)
    except (Http404, Resolver404):
        new = _today(path)
        return _at(new, parts.query, shown) if new else Misread(shown, _("There is nothing at this address."))


def _today(path: str) -> str:
    """Where an old address leads."""
    return unquote(leads_to(path, escape_uri_path(path)) or "")


def _at(path: str, query: str, shown: str) -> Understood | Misread:
    match = resolve(path)
    if match.url_name in OF_ONE:
        return _statement(match.kwargs["public_id"], shown)
    if match.url_name == "document":
        return _document(match.kwargs["public_id"])
    try:
        listed = listed_at(path, QueryDict(query).dict())
    except Http404:
        if match.url_name in ("claim", "speaker", "outlet", "occasion", "year", "month", "day", "span"):
            raise
        return Misread(shown, _("Claims, speakers, outlets, occasions, documents, statements and lists can be watched; this is none."))
    return _list(listed, shown)


def _statement(public_id: str, shown: str) -> Understood | Misread:
    row = Statement.objects.filter(public_id=public_id).first()
    if row and row.is_public:
        return Understood(Wanted(address("statement", public_id), "statement", row.pk), statement_names([row.pk])[public_id])
    if row and row.withdrawn_at:
        return Misread(shown, _("This statement was withdrawn. Its page says when and why."))
    raise Http404


def _document(public_id: str) -> Understood:
    row = single.document_of(public_id)
    if row is None:
        raise Http404
    titles.tell_as_kept([row])
    return Understood(Wanted(address("document", public_id), "document", row.pk), str(row.title))


def _list(listed: Listed, shown: str) -> Understood | Misread:
    if listed.filter.errors:
        return Misread(shown, " ".join(str(error) for errors in listed.filter.errors.values() for error in errors))
    query = listed.filter.query_with(order="")
    path = f"{listed.path}?{query}" if query else listed.path
    if listed.is_of_corrections:
        return Understood(Wanted(path, "corrections"), _("All corrections"))
    walk = listed.statements
    if walk == walk.none():
        return Misread(shown, _("Search for some words first, then watch what is found."))
    of, number, narrowed = _anchor(walk)
    return Understood(Wanted(path, of, number, narrowed), listed.name)


def _anchor(walk: Walk) -> tuple[str, int, bool]:
    """The row that a list is of, and whether it is narrowed besides; of none, it is asked of all that is new."""
    if walk.occasion:
        return "occasion", walk.occasion, walk != Walk().said_on(walk.occasion)
    for wanted in ANCHORS:
        for scope, key in walk.keys:
            if scope == wanted:
                return scope, int(key), walk != Walk().under(scope, key)
    return "", 0, True


def walk_of(path: str) -> Walk | None:
    """The statements of a list that is watched; None where it is no more, as where nothing is on record of its speaker any longer."""
    given, _question, query = path.partition("?")
    try:
        listed = listed_at(unquote(given), QueryDict(query).dict())
    except Http404:
        new = _today(unquote(given))
        return walk_of(f"{new}?{query}") if new else None
    return None if listed.filter.errors else listed.statements


def statement_names(numbers: Iterable[int]) -> dict[str, str]:
    """By its public id, what a public statement is called without a word of it: by whom and when it was said."""
    return {entry.shown["id"]: _named(entry) for entry in chronology.entries(numbers)}


def _named(entry: chronology.Entry) -> str:
    who = ", ".join(voice.name for voice in entry.voices) or _("no named speaker")
    return _("A statement of %(who)s, %(day)s") % {"who": who, "day": entry.said_in_words or _("no date")}
