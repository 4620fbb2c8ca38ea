"""Documents that must be read whole, without a mistake: each line of gold is a check that holds or not.

{"documents": [{"file": "a.txt", "title": {"text", "start", "end"}, "outlet": {"name"}, "author": null, "language": "en",
                "publication": {"edtf", "zone_source"}, "dateline": {"place", "date", "start", "end"},
                "statements": [{"id", "required", "kind", "start", "end", "speakers": [{"name", "role"}], "source_mention": {"start",
                                "end"}, "statement_date": {"edtf"}, "duplicate_spans": [[…]], "mentioned_dates": [{"start", "end",
                                "edtf", "accept": []}]}],
                "not_statements": [{"start", "end"}], "not_speakers": ["…"]}]}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from archive.evaluation.gold import GoldError
from archive.evaluation.names import bare
from archive.evaluation.quotations import mentions_of
from archive.evaluation.shares import Measure, share
from archive.extraction.types import DateFound, Extraction, Span, SpeakerFound, StatementFound

Check: TypeAlias = tuple[str, bool, str]  # the group that it counts in, whether it holds, what was looked at
NEEDED = ("file", "title", "outlet", "language", "publication", "statements")


def documents_of(name: str, gold: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    documents = gold["documents"]
    if not isinstance(documents, list):
        raise GoldError(f'{name}: "documents" must be a list.')
    for number, one in enumerate(documents):
        missing = [key for key in NEEDED if not isinstance(one, dict) or key not in one]
        if missing:
            raise GoldError(f"{name}, documents[{number}]: {', '.join(missing)} missing.")
    return documents


def measures_of(gold: Sequence[Mapping[str, Any]], found: Sequence[Extraction]) -> tuple[list[Measure], list[str]]:
    try:
        checks = [(one["file"], check) for one, extraction in zip(gold, found, strict=True) for check in checks_of(one, extraction)]
    except (KeyError, TypeError) as error:
        raise GoldError(f"A document of the gold lacks {error}, or has it in another shape.") from error
    groups = list(dict.fromkeys(group for _, (group, _, _) in checks))
    made = [
        share(f"seeds, {group}", sum(c[1] for _, c in checks if c[0] == group), sum(c[0] == group for _, c in checks), 1.0)
        for group in groups
    ]
    made.append(share("seeds, all checks", sum(c[1] for _, c in checks), len(checks), 1.0))
    return made, [f"{file} | {group} | {what}" for file, (group, holds, what) in checks if not holds]


def checks_of(gold: Mapping[str, Any], found: Extraction) -> Iterator[Check]:
    yield from _head(gold, found)
    for wanted in gold["statements"]:
        if wanted.get("required", True):
            yield from _statement(wanted, found.statements)
    yield from _nothing_else(gold, found)


def _head(gold: Mapping[str, Any], found: Extraction) -> Iterator[Check]:
    title, outlet, author = found.title and found.title.text, found.outlet and found.outlet.name, found.author and found.author.name
    yield "metadata", title == gold["title"]["text"], f"title {title}"
    yield "metadata", outlet == gold["outlet"]["name"], f"outlet {outlet}"
    yield "metadata", author == gold.get("author"), f"author {author}"
    yield "metadata", found.language == gold["language"], f"language {found.language}"
    yield from _published(gold["publication"], found)
    if line := gold.get("dateline"):
        yield from _placed(line, found)


def _published(wanted: Mapping[str, Any], found: Extraction) -> Iterator[Check]:
    edtf, source = (found.published.edtf, found.published.zone_source) if found.published else ("", "")
    stated = wanted.get("zone_source") == "stated"
    same = _moment(edtf) == _moment(wanted["edtf"]) or (not stated and edtf[:16] == wanted["edtf"][:16] and len(edtf) in (16, 19))
    yield "metadata", same, f"published {edtf}, not {wanted['edtf']}"
    yield "metadata", source == "stated" if stated else source != "stated", f"zone of the publication {source}"


def _placed(wanted: Mapping[str, Any], found: Extraction) -> Iterator[Check]:
    line = found.dateline
    place, day = (line.place, line.edtf) if line else (None, None)
    yield "metadata", place is not None and place.casefold() == wanted["place"].casefold(), f"dateline {place}"
    yield "metadata", not wanted.get("date") or day == wanted["date"], f"dateline's day {day}"


def _moment(edtf: str) -> str:
    return edtf.replace("+00:00", "Z").replace(":00Z", "Z").replace(":00+", "+")


def _statement(wanted: Mapping[str, Any], statements: Sequence[StatementFound]) -> Iterator[Check]:
    who, span = wanted.get("id", ""), _span(wanted)
    here = [one for one in statements if _is_near((one.start, one.end), span)]
    one = here[0] if here else None
    yield "statements", len(here) == 1, f"{who} proposed {len(here)} times"
    yield "statements", one is not None and one.kind == wanted["kind"], f"{who} kind {one and one.kind}"
    yield from _speakers(who, wanted, one.speakers if one else ())
    said, day = one and one.said_on and one.said_on.edtf, wanted["statement_date"]["edtf"]
    yield "dates", said == day, f"{who} said on {said}, not {day}"
    copies, given = [tuple(copy) for copy in wanted.get("duplicate_spans", [])], list(one.duplicates) if one else []
    yield "statements", one is not None and _are_near(copies, given), f"{who} printed again at {given}, not {copies}"
    yield from _mentioned(who, wanted.get("mentioned_dates", []), one.dates if one else None)


def _speakers(who: str, wanted: Mapping[str, Any], given: Sequence[SpeakerFound]) -> Iterator[Check]:
    names = {bare(one.name): (one.role or "").casefold() for one in given}
    yield "speakers", set(names) == {bare(one["name"]) for one in wanted["speakers"]}, f"{who} said by {sorted(map(sorted, names))}"
    for person in wanted["speakers"]:
        yield "speakers", names.get(bare(person["name"])) == person.get("role", "").casefold(), f"{who} role of {person['name']}"
    mentions = mentions_of(given)
    yield "speakers", any(_touch(mention, _span(wanted["source_mention"])) for mention in mentions), f"{who} mention {mentions}"


def _mentioned(who: str, wanted: Sequence[Mapping[str, Any]], given: Sequence[DateFound] | None) -> Iterator[Check]:
    for date in wanted:
        values = [one.edtf for one in given or () if _touch((one.start, one.end), _span(date))]
        yield "dates", any(value in (date["edtf"], *date.get("accept", ())) for value in values), f"{who} {date.get('text')}: {values}"
    extra = [one.text for one in given or () if not any(_touch((one.start, one.end), _span(date)) for date in wanted)]
    yield "dates", given is not None and not extra, f"{who} no date: {extra}"


def _nothing_else(gold: Mapping[str, Any], found: Extraction) -> Iterator[Check]:
    for no in gold.get("not_statements", ()):
        here = [one.text for one in found.statements if _touch((one.start, one.end), _span(no))]
        yield "nothing else proposed", not here, f"{no.get('why', 'no statement')}: {here}"
    places = [place for one in gold["statements"] for place in (_span(one), *map(tuple, one.get("duplicate_spans", ())))]
    extra = [
        one.text for one in found.statements if not any(_is_of((one.start, one.end), place) for place in [*places, _span(gold["title"])])
    ]
    yield "nothing else proposed", not extra, f"no statement: {extra}"
    silent = {bare(name.split("(")[0]) for name in gold.get("not_speakers", ())} | {bare(gold["outlet"]["name"])}
    talking = [p.name for one in found.statements for p in one.speakers if bare(p.name) in silent]
    yield "nothing else proposed", not talking, f"speaks though silent: {talking}"


def _span(row: Mapping[str, Any]) -> Span:
    return row["start"], row["end"]


def _touch(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _is_near(a: Span, b: Span) -> bool:
    return abs(a[0] - b[0]) <= 1 and abs(a[1] - b[1]) <= 1


def _are_near(wanted: Sequence[Span], given: Sequence[Span]) -> bool:
    return len(given) == len(wanted) and all(any(_is_near(one, other) for other in given) for one in wanted)


def _is_of(found: Span, place: Span) -> bool:
    """A part of the place, or most of it with something beside."""
    inside = min(found[1], place[1]) - max(found[0], place[0])
    return (place[0] - 1 <= found[0] and found[1] <= place[1] + 1) or 2 * inside > max(found[1], place[1]) - min(found[0], place[0])
