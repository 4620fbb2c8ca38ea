"""What is new in a part of the record, and which rows each touches: read for all who watch at once."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Q

from archive.alerts.noticing import Read
from archive.enums import CheckOutcome, RevisionClass, SightingOutcome
from archive.models import Attribution, Check, Claim, Document, Occasion, Occurrence, Revision, Sighting, Speaker, Statement
from archive.models.alerts.kinds import AlertKind
from archive.models.sighting import CHANGED

LOT = 500  # rows that are read at once
Touched = frozenset[tuple[str, int]]
CHANGED_OR_GONE = (*CHANGED, SightingOutcome.PAGE_GONE)
CORRECTIONS = ("corrections", 0)  # what the public log tells

# Where statements stand that a change of the row is told beside.
BENEATH = {"document": "document", "article": "document__article", "occasion": "occasion"}
ALONE = ("claim", "speaker", "outlet", "occasion")  # told to who watches just that
OF_STATEMENTS = {
    RevisionClass.PUBLICATION: AlertKind.SAYING,
    RevisionClass.REINSTATEMENT: AlertKind.AGAIN,
    RevisionClass.ADDITION: AlertKind.LINKED,
    RevisionClass.RETRACTION: AlertKind.WITHDRAWAL,
    RevisionClass.LEGAL_REMOVAL: AlertKind.WITHDRAWAL,
}


class Was(NamedTuple):
    """A statement as the public saw it before: its snapshot, and the rows on which it hung."""

    content: dict[str, Any]
    touched: Touched


class News(NamedTuple):
    """One event, and one statement that it touches (0: none)."""

    kind: AlertKind
    event: str
    number: int
    at: datetime
    statement: int
    touched: Touched
    was: Was | None = None


class Row(NamedTuple):
    """A Revision, but for its body."""

    pk: int
    object_type: str
    object_id: int
    version: int
    revision_class: str
    changed: list[str]
    at: datetime


@dataclass
class Standing:
    """Which rows statements hang on now, and those beneath other rows."""

    of: dict[int, set[tuple[str, int]]] = field(default_factory=lambda: defaultdict(set))
    beneath: dict[tuple[str, int], list[int]] = field(default_factory=lambda: defaultdict(list))


def lots(was: Read, now: Read) -> Iterator[tuple[Read, Read, list[News]]]:
    """What is new from one place to the other, part by part, each with the places between which it stands."""
    at = was
    while rows := _revisions(at.revision, now.revision):
        following = at._replace(revision=rows[-1].pk)
        yield at, following, list(of_revisions(rows))
        at = following
    if at != now:
        yield at, now, list(of_checks(list(Check.objects.told().filter(pk__gt=at.check, pk__lte=now.check).order_by("pk"))))


def _revisions(after: int, last: int) -> list[Row]:
    rows = Revision.objects.filter(pk__gt=after, pk__lte=last).order_by("pk").values_list(*Row._fields)[:LOT]
    return [Row(*row) for row in rows]


def of_revisions(rows: list[Row]) -> Iterator[News]:
    statements = {row.object_id for row in rows if row.object_type == "statement"}
    told = [row for row in rows if row.object_type != "statement" and row.revision_class in RevisionClass.changing()]
    standing = _standing(statements, {(row.object_type, row.object_id) for row in told if row.object_type in BENEATH})
    before = _before([row for row in rows if row.object_type == "statement" and row.version > 1])
    for row in rows:
        if row.object_type == "statement":
            yield from _of_statement(row, standing, before)
    for row in told:
        yield from _of_other(row, standing)


def _of_statement(row: Row, standing: Standing, before: "Before") -> Iterator[News]:
    kind = OF_STATEMENTS.get(RevisionClass(row.revision_class), AlertKind.CORRECTION)
    pk, was = row.object_id, before.of(row)
    touched = standing.of[pk] | was.touched
    if kind == AlertKind.LINKED:
        touched = {one for one in standing.of[pk] - was.touched if one[0] == "claim"}
    if kind in (AlertKind.CORRECTION, AlertKind.WITHDRAWAL):
        touched = touched | {CORRECTIONS}
    if kind == AlertKind.WITHDRAWAL or standing.of[pk]:  # of what was withdrawn since, that alone is told
        yield News(kind, f"r{row.pk}", row.pk, row.at, pk, frozenset(touched), was)


def _of_other(row: Row, standing: Standing) -> Iterator[News]:
    kind = AlertKind.SOURCE if "notices" in row.changed else AlertKind.CORRECTION
    own = {(row.object_type, row.object_id)} if row.object_type in ALONE else set()
    yield News(kind, f"r{row.pk}", row.pk, row.at, 0, frozenset(own | {CORRECTIONS}))
    for pk in standing.beneath[row.object_type, row.object_id]:
        yield News(kind, f"r{row.pk}", row.pk, row.at, pk, frozenset(standing.of[pk]))


def _standing(statements: Collection[int], above: Collection[tuple[str, int]]) -> Standing:
    """Of these statements, and of the public ones beneath those rows: what they hang on."""
    standing = Standing()
    wanted = Q(pk__in=statements)
    for name, path in BENEATH.items():
        if numbers := [pk for kind, pk in above if kind == name]:
            wanted |= Q(**{f"{path}__in": numbers})
    columns = ("pk", "document", "document__article", "occasion", "document__article__outlet")
    for pk, document, article, occasion, outlet in Statement.objects.public().filter(wanted).values_list(*columns):
        standing.of[pk] |= {("statement", pk), ("document", document), ("outlet", outlet), *([("occasion", occasion)] if occasion else ())}
        for one in {("document", document), ("article", article), ("occasion", occasion)} & set(above):
            standing.beneath[one].append(pk)
    _add_speakers_and_claims(standing)
    return standing


def _add_speakers_and_claims(standing: Standing) -> None:
    spoken = Attribution.objects.filter(statement__in=standing.of, speaker__isnull=False)
    for statement, speaker in spoken.order_by().values_list("statement", "speaker"):
        standing.of[statement].add(("speaker", speaker))
    linked = Occurrence.objects.public().filter(statement__in=standing.of)
    for statement, claim in linked.order_by().values_list("statement", "claim"):
        standing.of[statement].add(("claim", claim))


@dataclass(frozen=True)
class Before:
    """What statements were before their Revisions, by statement and version: the snapshot, whose rows stand there by their slugs."""

    contents: dict[tuple[int, int], dict[str, Any]]
    speakers: dict[str, int]
    claims: dict[str, int]
    documents: dict[str, tuple[int, int]]  # with their outlets
    occasions: dict[str, int]

    def of(self, row: Row) -> Was:
        content = self.contents.get((row.object_id, row.version), {})
        speakers = {("speaker", self.speakers.get(one["speaker"] or "", 0)) for one in content.get("speakers", [])}
        claims = {("claim", self.claims.get(one["claim"], 0)) for one in content.get("occurrences", [])}
        document, outlet = self.documents.get(content.get("document", ""), (0, 0))
        occasion = ("occasion", self.occasions.get(content.get("occasion") or "", 0))
        rows = {*speakers, *claims, ("document", document), ("outlet", outlet), occasion, ("statement", row.object_id)}
        return Was(content, frozenset(one for one in rows if one[1]))


def _before(rows: Iterable[Row]) -> Before:
    from_versions = {(row.object_id, row.version - 1) for row in rows}
    kept = Revision.objects.filter(object_type="statement", object_id__in={pk for pk, _version in from_versions})
    contents = {}
    for pk, version, body in kept.values_list("object_id", "version", "body").iterator():
        if (pk, version) in from_versions:
            contents[pk, version + 1] = json.loads(bytes(body))
    told = contents.values()
    speakers = {one["speaker"] for was in told for one in was.get("speakers", []) if one["speaker"]}
    claims = {one["claim"] for was in told for one in was.get("occurrences", [])}
    documents = {was["document"] for was in told if "document" in was}
    occasions = {was["occasion"] for was in told if was.get("occasion")}
    hung_on = Document.objects.filter(public_id__in=documents)
    return Before(
        contents,
        dict(Speaker.objects.filter(slug__in=speakers).values_list("slug", "pk")),
        dict(Claim.objects.filter(slug__in=claims).values_list("slug", "pk")),
        {one: (pk, outlet) for one, pk, outlet in hung_on.values_list("public_id", "pk", "article__outlet")},
        dict(Occasion.objects.filter(public_id__in=occasions).values_list("public_id", "pk")),
    )


def of_checks(checks: list[Check]) -> Iterator[News]:
    """Words that a later look no longer found as they were, when it first did not: a page that changes daily is told once."""
    news = [one for one in checks if one.outcome in (CheckOutcome.CHANGED, CheckOutcome.GONE)]
    seen = Sighting.objects.public().filter(outcome__in=CHANGED_OR_GONE, statement__document__article__in={one.article_id for one in news})
    rows = list(seen.values_list("statement", "statement__document__article", "seen_at", "looked_at"))
    standing = _standing({statement for statement, *_told in rows}, ())
    looks = defaultdict[int, list[tuple[datetime, str]]](list)
    told = Check.objects.told().filter(article__in={article for _statement, article, *_times in rows})
    for article, at, outcome in told.values_list("article", "at", "outcome"):
        looks[article].append((at, outcome))
    for one in news:
        for statement, article, seen_at, looked_at in rows:
            if article == one.article_id and looked_at == one.at and _is_first(one, seen_at, looks[article]) and standing.of[statement]:
                yield News(AlertKind.PAGE, f"c{one.pk}", one.pk, one.at, statement, frozenset(standing.of[statement]))


def _is_first(check: Check, seen_at: datetime, looks: list[tuple[datetime, str]]) -> bool:
    """Whether no look before it, since the words were seen last, found the same."""
    between = [outcome for at, outcome in looks if seen_at < at < check.at]
    return check.outcome not in between if check.outcome == CheckOutcome.GONE else not between
