"""An entry of the log of corrections: what became of which record, why, and each field before and after."""

from collections.abc import Iterable

from django.utils.safestring import SafeString

from archive.enums import RevisionClass
from timeline.corrections.log import Change, Item
from timeline.printing.changed import before, now
from timeline.printing.markup import NOTHING, joined, part
from timeline.printing.tongues import named

CORRECTION = part(
    '<p class="carries"><span><span class="stamp %s">%s</span></span></p>\n<h%s class="head">%s</h%s>\n%s\n%s\n',
)
WITHDRAWN = part('<a href="%s">%s</a>')
LINKED = part('<a href="%s">%s</a>')
TEXT = part("%s")
REASON = part('<p class="meta">%s</p>')
CHANGE = part('<p class="wording"><span class="label">%s</span>%s %s</p>')


def correction(item: Item, level: int = 2) -> SafeString:
    """`level`: of its heading."""
    reason = REASON(named(item.reason)) if item.reason else NOTHING
    return CORRECTION(
        item.tone, RevisionClass(item.revision.revision_class).label, level, _name(item), level, reason, changes(item.changes)
    )


def _name(item: Item) -> SafeString:
    record = item.record
    if record is None or record.is_withdrawn:
        return WITHDRAWN(record.url, item.called) if record else TEXT(item.called)
    return LINKED(record.url, named(item.called)) if record.url else named(item.called)


def changes(rows: Iterable[Change]) -> SafeString:
    return joined(
        [CHANGE(one.label, before(named(one.was)) if one.was else NOTHING, now(named(one.now)) if one.now else NOTHING) for one in rows]
    )
