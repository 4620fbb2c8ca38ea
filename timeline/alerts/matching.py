"""Who is to be told of what is new: watches are found by the rows that it touches, and of narrowed lists the list itself is asked.

So the cost is that of what is new, times the watches that it may concern.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from archive import edtf
from archive.entries.asking import listed
from archive.enums import TallyScope
from archive.models import AlertEntry, AlertWatch, Claim, Speaker
from archive.models.alerts.kinds import AlertKind
from archive.models.search import indexed, left_out, query_phrases
from timeline.alerts.news import News, Was
from timeline.alerts.watched import walk_of
from timeline.lists.known import rows_of
from timeline.lists.sources import holder
from timeline.lists.walks import Walk

MOVED = (AlertKind.CORRECTION, AlertKind.WITHDRAWAL)  # after which a statement may not be in a list any more
FOLLOWED = {"speaker": Speaker, "claim": Claim}  # rows that go on in another one when they are merged


class Watch(NamedTuple):
    """An AlertWatch, as it is matched."""

    pk: int
    receiver: int
    path: str
    of: str
    number: int
    narrowed: bool
    at: Any
    after: int

    def began_before(self, news: News) -> bool:
        return self.at < news.at if news.kind == AlertKind.PAGE else self.after < news.number


def entries_for(lot: list[News]) -> list[AlertEntry]:
    """One for each receiver, event and statement, by the first of his watches that it concerns."""
    by_row = _watches(lot)
    found: dict[tuple[int, str, int], AlertEntry] = {}
    narrowed = defaultdict[str, list[tuple[News, Watch]]](list)
    for news in lot:
        for row in [*news.touched, ("", 0)]:
            for watch in by_row.get(row, ()):
                if not watch.began_before(news):
                    continue
                if watch.narrowed:
                    narrowed[watch.path].append((news, watch))
                else:
                    _add(found, news, watch)
    for path, pairs in narrowed.items():
        for news, watch in _held(walk_of(path), pairs):
            _add(found, news, watch)
    return list(found.values())


def _add(found: dict[tuple[int, str, int], AlertEntry], news: News, watch: Watch) -> None:
    entry = AlertEntry(receiver_id=watch.receiver, watch_id=watch.pk, kind=news.kind, event=news.event, statement=news.statement)
    found.setdefault((watch.receiver, news.event, news.statement), entry)


def _watches(lot: list[News]) -> dict[tuple[str, int], list[Watch]]:
    """By the row that they are of, also where that goes on in another one."""
    wanted = defaultdict[str, set[int]](set)
    for news in lot:
        for of, number in news.touched:
            wanted[of].add(number)
    if any(news.statement for news in lot):
        wanted[""] = {0}
    goes_on = {(of, old): new for of, model in FOLLOWED.items() for old, new in _merged(model, wanted[of]).items()}
    for of, old in goes_on:
        wanted[of].add(old)
    found = defaultdict[tuple[str, int], list[Watch]](list)
    for of, numbers in wanted.items():
        for row in AlertWatch.objects.of_any(of, numbers).order_by("pk").values_list(*Watch._fields):
            watch = Watch(*row)
            found[of, goes_on.get((of, watch.number), watch.number)].append(watch)
    return found


def _merged(model: type[Any], numbers: set[int]) -> dict[int, int]:
    """Rows that were merged into these, also by way of others: in which of these each goes on."""
    found, ends = dict[int, int](), {number: number for number in numbers}
    while ends:
        rows = model.objects.filter(merged_into__in=ends).values_list("pk", "merged_into")
        ends = {old: ends[new] for old, new in rows}
        found |= ends
    return found


def _held(walk: Walk | None, pairs: list[tuple[News, Watch]]) -> Iterable[tuple[News, Watch]]:
    """Those of which the statement stands in the list, or stood there until it was corrected or withdrawn; of a list that is no more, all
    that may have been its last."""
    inside = among(walk, {news.statement for news, _watch in pairs if news.statement}) if walk else set()
    for news, watch in pairs:
        if news.statement in inside or (news.kind in MOVED and news.was and (walk is None or stood_in(walk, news.was))):
            yield news, watch


def among(walk: Walk, numbers: set[int]) -> set[int]:
    """Those of these statements that are in a list, each asked by its number."""
    if walk.known is None or not numbers:
        return set()
    these = holder(f"l.id IN ({listed(numbers)})")
    found = these.select([*these.between(walk.days), *walk.conditions(these)], descending=False, most=len(numbers))
    return {statement for _said_sort, statement in rows_of(found)}


def stood_in(walk: Walk, was: Was) -> bool:
    """Whether the statement stood in a list as the public saw it before, told by its snapshot: its rows, its day and its words."""
    content = was.content
    keys = {(of, str(number)) for of, number in was.touched}
    keys |= {(str(scope), str(content.get(scope))) for scope in (TallyScope.KIND, TallyScope.FORCE)}
    if walk.occasion and ("occasion", str(walk.occasion)) not in keys:
        return False
    return set(walk.keys) <= keys and _was_said_in(walk, content.get("said_on", "")) and _had_words(walk.query, content.get("text", ""))


def _was_said_in(walk: Walk, said_on: str) -> bool:
    said = edtf.parse(said_on) if said_on else None
    if not walk.days[0] <= (said.sort_key if said else edtf.UNDATED_SORT) <= walk.days[1]:
        return False
    ends_early = not walk.ends_by or bool(said and said.latest and said.latest <= walk.ends_by)
    return ends_early and (not walk.ends_from or bool(said and said.latest and said.latest >= walk.ends_from))


def _had_words(query: str, text: str) -> bool:
    stems = f" {indexed(text)} "
    wanted, out = ([[f" {' '.join(way)} " in stems for way in ways] for ways in read(query)] for read in (query_phrases, left_out))
    return all(map(any, wanted)) and not any(map(any, out))
