"""Said again or reported again: nearly the same words of one speaker within days, in several documents, may be one occasion.

Only a person can tell. What is found here is proposed to be answered (what follows is in `archive.identity.one_occasion`), and whatever was
answered is never asked again.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from archive import edtf, matching
from archive.matching.repeats import Repeat, repeat_of
from archive.models import Document, OccasionSuggestion, Passage, Statement

DAYS = 3  # between two reports of one occasion, where each dates it by its own lights
MOST = 20  # others for one statement; once they are of one occasion, the rest follows


class Text(NamedTuple):
    """A passage of the statement, as `letters_of` writes it."""

    passage: int
    letters: str


def reports_of(statement: Statement, beside: dict[Text, list[Passage]], letters_of: Callable[[str], str]) -> list[OccasionSuggestion]:
    """`beside` holds for each passage of the statement those of other documents that share most with it."""
    alike: dict[int, Repeat] = {}
    for text, others in beside.items():
        for other in others:
            repeat = repeat_of(text.letters, letters_of(other.text))
            if repeat and repeat.share > (alike[other.statement_id].share if other.statement_id in alike else 0):
                alike[other.statement_id] = repeat
    if not alike:
        return []
    rows = []
    ours = _read([statement.pk])[statement.pk]
    for pk, theirs in _read(alike).items():
        if reasons := _reasons(ours, theirs):
            later, earlier = max(ours.pk, pk), min(ours.pk, pk)
            rows.append(_row(later, earlier, alike[pk], [alike[pk].reason, *reasons]))
    return sorted(rows, key=lambda row: (-row.likeness, row.statement_id, row.other_id))[:MOST]


def _read(statements: Iterable[int]) -> dict[int, Statement]:
    rows = Statement.objects.filter(pk__in=list(statements)).select_related("document", "translation_of")
    rows = rows.defer("document__text", "document__raw", "translation_of__text")
    return {row.pk: row for row in rows.prefetch_related("attributions__speaker").order_by("pk")}


def _row(later: int, earlier: int, repeat: Repeat, reasons: list[str]) -> OccasionSuggestion:
    return OccasionSuggestion(
        statement_id=later, other_id=earlier, likeness=round(repeat.share, 4), reasons=reasons,
        method=matching.ENGINE_METHOD, version=matching.ENGINE_VERSION,
    )  # fmt: skip


def _reasons(one: Statement, other: Statement) -> list[str]:
    """Why the two may be reports of one occasion; none where they are one saying already, are held otherwise, or have nobody or no time
    in common."""
    originals = [side.translation_of_id or side.pk for side in (one, other)]
    if one.force != other.force or one.saying_key == other.saying_key or originals[0] == originals[1]:
        return []
    who, when = _who(one, other), _when(one, other)
    copied = _copied(one.document, other.document)
    if not who or not (when or copied):
        return []
    return [reason for reason in (who, when, copied) if reason]


def _who(one: Statement, other: Statement) -> str:
    """Whom both have as a speaker: the same Speaker or, where neither name is resolved, the same name in print."""
    ours, theirs = _speakers(one), _speakers(other)
    shared = [name for key, name in ours.items() if key in theirs]
    return f"both are words of {' and '.join(shared)}" if shared else ""


def _speakers(statement: Statement) -> dict[tuple[str, object], str]:
    speakers: dict[tuple[str, object], str] = {}
    for one in statement.attributions.all():
        if one.speaker:
            speakers["speaker", one.speaker_id] = one.speaker.name
        elif one.name[:1].isupper() and " " in one.name.strip():  # “Anna Kovaleva”, not “a source” or “he”
            speakers["name", one.key] = one.name
    return speakers


def _when(one: Statement, other: Statement) -> str:
    """The days between them where they may be few enough: as they were said, or where one is undated, as they were published."""
    dated = bool(one.said and other.said)
    dates = (row.said if dated else _published(row.document) for row in (one, other))
    known = sorted(filter(None, dates), key=lambda date: date.earliest)
    return _apart(known[0], known[1], "said" if dated else "published") if len(known) == 2 else ""


def _apart(first: edtf.Edtf, last: edtf.Edtf, act: str) -> str:
    fewest = max(0, edtf.days_between(first, last)[0])
    if fewest > DAYS:
        return ""
    if first.earliest == last.earliest and first.latest == last.latest:
        return f"both were {act} on {first.words}" if first.earliest == first.latest else f"both were {act} in {first.words}"
    if fewest == 0:
        return f"both may have been {act} on one day: {first.words}, {last.words}"
    return f"they were {act} {fewest} {'day' if fewest == 1 else 'days'} apart: {first.words}, {last.words}"


def _published(document: Document) -> edtf.Edtf | None:
    return edtf.parse(document.published) if document.published else None


def _copied(one: Document, other: Document) -> str:
    if one.article_id == other.article_id:
        return "both documents are captures of one article"
    if (one.wire_copy_of_id or one.pk) != (other.wire_copy_of_id or other.pk):
        return ""
    of_each_other = one.pk == other.wire_copy_of_id or other.pk == one.wire_copy_of_id
    return "one document is marked as the same text as the other" if of_each_other else "both documents are marked as one text"
