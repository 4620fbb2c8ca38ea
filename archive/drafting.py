"""Stage 3: an Extraction becomes draft Statements. Idempotent, and never touches what a person judged."""

import hashlib
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from archive import many_rows
from archive.acts import allow, event, held_by_number, record, save, words_left_out
from archive.enums import Force, StatementStatus, Verb
from archive.extraction import Stated, extract
from archive.extraction.page.transcripts.unlabelled import reads_like_a_transcript
from archive.extraction.statements.with_cue import Shown, with_cue
from archive.extraction.types import Extraction, SpeakerFound, StatementFound
from archive.extraction.version import version
from archive.log import histories
from archive.matching.captures import find_again
from archive.models import Attribution, Document, Event, Outlet, Remark, Speaker, Statement, User
from archive.models.fields import folded
from archive.models.speaker import Days

METHOD = "rules 1"
LEAVES_UNTOUCHED = (Verb.DRAFTED, Verb.REJECTED, Verb.REOPENED, Verb.UNDONE)  # of a statement that is the machine's
READ_ANEW = "Its words stand in a newer capture of the article, and were drafted there."
Dates = tuple[str, str, str, list[dict[str, Any]]]
Called = Callable[[str, str, Days], Speaker | None]


@transaction.atomic
def draft(document: Document, *, by: User | None = None, at: datetime | None = None, leave_out: Container[str] = ()) -> list[Statement]:
    """Propose the statements of a document, but for those of a force to `leave_out`. A passage that overlaps one proposed, entered or
    rejected before is left as it is, but for the dates of drafts that nobody touched; so is one whose words are a statement of another
    capture, unless that is such a draft too: it is drafted anew in the newest capture."""
    if by is not None:
        allow(by, "add_statement")
    found = read(document).statements
    wanted = [one for one in found if one.force not in leave_out]
    _take_from_older_captures(document, wanted, by, at)
    drafts = propose(document, wanted, by=by, at=at)
    _redate(document, found, by, at)
    Document.objects.filter(pk=document.pk).update(drafted_as=_read_as(document.title, document.published, _zone_of(document)))
    return drafts


def lacks_labels(document: Document) -> bool:
    """Nothing was found in the document, though it reads like a transcript: labels that say who speaks are missing."""
    return not document.statements.exists() and reads_like_a_transcript(document.text)


def undrafted(documents: QuerySet[Document]) -> list[int]:
    """The keys of those that these rules have not read yet, or not as what is known of them now, in the order of the keys."""
    rows = documents.order_by("pk").values_list("pk", "drafted_as", "title", "published", "article__outlet__time_zone")
    return [pk for pk, drafted_as, *known in rows if drafted_as != _read_as(*known)]


def _read_as(title: str, published: str, zone: str | None) -> str:
    """What a reading hangs on beside the text."""
    known = hashlib.sha256(f"{title} {published} {zone or ''}".encode()).hexdigest()[:16]
    return f"{METHOD} {version()} {known}"


def _zone_of(document: Document) -> str | None:
    return document.outlet.time_zone if document.outlet else None


def read(document: Document) -> Extraction:
    """What extraction finds in a document, with what is known of its title, its outlet and its day."""
    zones, stated = Outlet.objects.zones(), Stated(title=document.title, published=document.published)
    return extract(document.text, outlet_zones=zones, outlet_zone=_zone_of(document), stated=stated)


class Redated(NamedTuple):
    """Drafts that have other dates now, and statements that a person had touched: they keep a day which the text no longer tells."""

    changed: list[Statement]
    kept: list[Statement]


@transaction.atomic
def redate(document: Document, *, by: User | None = None, at: datetime | None = None) -> Redated:
    """The day of the document is another: drafts that nobody touched follow at once, with the dates that they mention."""
    return _redate(document, read(document).statements, by, at)


def _redate(document: Document, found: Sequence[StatementFound], by: User | None, at: datetime | None) -> Redated:
    """What a person edited, accepted or published does not change. What he rejected follows too, untold: it may be reopened."""
    free, redated, moved, events = held_untouched(document), Redated([], []), {}, []
    for row in document.statements.exclude(method="").order_by("pk"):
        statement = free.get(row.pk, row)
        statement.document = document  # a row that is held would fetch its own, with the text
        days, stood, now = statement.said_days, _dates_of(statement), found_in(statement, found)
        if now is None or take_dates(statement, now) == stood:
            continue
        is_free, is_told = row.pk in free, statement.status != StatementStatus.REJECTED
        if is_free:
            save(statement)
            events.append(event(Verb.DRAFTED, statement, by=by, at=at, to_state=statement.status, method=METHOD, instead_of=stood[0]))
            moved[row.pk] = days, statement.said_days
        if is_told and (is_free or statement.said_on != stood[0]):
            (redated.changed if is_free else redated.kept).append(statement)
    histories.write(events)
    _lead_anew(moved)
    return redated


def _lead_anew(moved: dict[int, tuple[Days, Days]]) -> None:
    """Of several speakers of one name, the day tells whom it leads to. What leads elsewhere than it was drafted stays."""
    called: Called = cache(Speaker.objects.the_one_called)
    named = list(Attribution.objects.filter(statement__in=moved).select_related("speaker"))
    taken = {(one.statement_id, one.speaker) for one in named if one.speaker}
    for one in named:
        then, now = (called(one.name, one.role, days) for days in moved[one.statement_id])
        if one.speaker == then != now and (one.statement_id, now) not in taken:
            one.speaker = now
            one.save()


def untouched(document: Document) -> QuerySet[Statement]:
    """Statements that the machine drafted and that nobody changed, accepted or translated."""
    touched = Event.objects.filter(object_type="statement").exclude(verb__in=LEAVES_UNTOUCHED).values("object_id")
    translated = Statement.objects.exclude(translation_of=None).values("translation_of")
    drafts = document.statements.filter(status__in=[StatementStatus.DRAFT, StatementStatus.REJECTED]).exclude(method="")
    return drafts.exclude(pk__in=touched).exclude(pk__in=translated)


def held_untouched(document: Document) -> dict[int, Statement]:
    """These, held from here on. They are asked for again then: somebody may have acted on one before it was held."""
    held = held_by_number(Statement, untouched(document).values_list("pk", flat=True))
    return {pk: held[pk] for pk in untouched(document).order_by("pk").values_list("pk", flat=True) if pk in held}


def propose(document: Document, found: Sequence[StatementFound], *, by: User | None = None, at: datetime | None = None) -> list[Statement]:
    """Drafts of what was found. What is denied, asked or supposed is drafted with the word that says so, where it can be."""
    taken = [*document.statements.values_list("start", "end"), *places_taken(document)]
    fresh = [one for one in found if not any(one.start < end and start < one.end for start, end in taken)]
    if fresh:
        words_left_out([document.pk])
    beside = [*taken, *((one.start, one.end) for one in found)]
    called: Called = cache(Speaker.objects.the_one_called)  # one look-up a name, role and day in this document
    drafts = [_enter(document, one, with_cue(document.text, one, beside), by) for one in fresh]
    both = list(zip(drafts, fresh, strict=True))
    many_rows.create([named for statement, one in both for named in _attributions(statement, one.speakers, called)])
    histories.write([_event(statement, one, by, at) for statement, one in both])
    return drafts


def found_in(statement: Statement, found: Sequence[StatementFound]) -> StatementFound | None:
    """What was found in these words: at least half of the shorter of both."""

    def shared(one: StatementFound) -> int:
        return min(one.end, statement.end) - max(one.start, statement.start)

    best = max(found, key=shared, default=None)
    return best if best and 2 * shared(best) >= min(best.end - best.start, statement.end - statement.start) else None


def places_taken(document: Document) -> list[tuple[int, int]]:
    """Spans where words stand that are statements of another capture of the article already."""
    others = Statement.objects.of_other_captures(document)
    found = (find_again(one.document.text, one.start, one.end, document.text) for one in others)
    return [(one.start, one.end) for one in found if one and one.is_same]


def _take_from_older_captures(document: Document, found: Sequence[StatementFound], by: User | None, at: datetime | None) -> None:
    """Drafts of the captures before this newest one go where their words are read here, so that nobody is asked twice. What a person
    touched, rejected or made a remark on stays where it is."""
    if older := _others_with_drafts(document):
        words_left_out([one.pk for one in older])
    for capture in older:
        free = held_untouched(capture)
        remarked = Remark.objects.by_row("statement", free)
        for one in free.values():
            one.document = capture  # with its text
            if one.status == StatementStatus.DRAFT and one.pk not in remarked and _is_read_in(document, one, found):
                told = {"name": str(one), "reason": READ_ANEW, "document": document.public_id}
                record(Verb.REMOVED, one, by=by, at=at, from_state=one.status, **told)
                one.delete()


def _others_with_drafts(document: Document) -> list[Document]:
    """Captures of its article, where it is the newest."""
    drafts = Statement.objects.drafts().filter(document=OuterRef("pk"))
    rows = Document.objects.filter(Exists(drafts), article=document.article_id).exclude(pk=document.pk)
    return [] if Document.objects.filter(supersedes=document).exists() else list(rows.defer("raw").order_by("pk"))


def _is_read_in(document: Document, statement: Statement, found: Sequence[StatementFound]) -> bool:
    place = find_again(statement.document.text, statement.start, statement.end, document.text)
    return bool(place and place.is_same and any(one.start < place.end and place.start < one.end for one in found))


def _enter(document: Document, found: StatementFound, shown: Shown, by: User | None) -> Statement:
    statement = Statement(
        document=document, kind=shown.kind, force=found.force, language=document.language,
        duplicates=[list(span) for span in found.duplicates],
        relayed=[one.to_json() for one in found.relayed], confidence=found.confidence, method=METHOD, drafted_by=by,
        speakers_proposed=", ".join(one.name for one in found.candidates if one.name)[:300],
    )  # fmt: skip
    statement.take_words(shown.start, shown.end)
    take_dates(statement, found)
    if found.occasion:
        statement.occasion_proposed = (found.occasion.text or "")[:300]
        statement.place_proposed = (found.occasion.place or "")[:200]
    statement.save()
    return statement


def _event(statement: Statement, found: StatementFound, by: User | None, at: datetime | None) -> Event:
    told = {"method": METHOD, "confidence": found.confidence, "evidence": list(found.evidence), **_force(found)}
    return event(Verb.DRAFTED, statement, by=by, at=at, to_state=statement.status, **told)


def _force(found: StatementFound) -> dict[str, str]:
    """What tells that the speaker does not simply say it, for the Event."""
    if found.force == Force.ASSERTED:
        return {}
    return {"force": found.force, "cue": found.cue.text if found.cue else ""}


def take_dates(statement: Statement, found: StatementFound) -> Dates:
    """The day said, how it was read and where it stands, and the dates that the words mention. Not saved yet."""
    said = found.said_on
    statement.said_on, statement.said_rule = (said.edtf, said.rule[:300]) if said else ("", "")
    statement.said_words = "" if said is None or said.start is None else statement.document.text[said.start : said.end][:300]
    statement.mentioned = [date.to_json() for date in found.dates if statement.start <= date.start and date.end <= statement.end]
    return _dates_of(statement)


def _dates_of(statement: Statement) -> Dates:
    return statement.said_on, statement.said_rule, statement.said_words, statement.mentioned


def _attributions(statement: Statement, speakers: Iterable[SpeakerFound], called: Called) -> Iterator[Attribution]:
    """Names and roles as printed, each with the one Speaker of that name, or of several the one in that role on that day; else none."""
    resolved = set()
    for position, found in enumerate(speakers):
        mention = "" if found.start is None else statement.document.text[found.start : found.end]
        name, role = found.name or mention, found.role or ""
        speaker = called(found.name, role, statement.said_days) if found.name else None
        if speaker is None or speaker not in resolved:
            yield Attribution(
                statement=statement, position=position, speaker=speaker, name=name[:200],
                role="" if folded(role) in folded(name) else role[:300],
                start=found.start, end=found.end,
            )  # fmt: skip
        resolved.add(speaker)
