"""An entry of the log of corrections: what became of which record, why, and each field before and after."""

from collections.abc import Iterable

from django.utils.safestring import SafeString

from archive.enums import RevisionClass
from timeline.corrections.log import Change, Item
from timeline.printing.language import gettext as _
from timeline.printing.markup import NOTHING, joined, part

CORRECTION = part(
    '<p class="carries"><span><span class="stamp %s">%s</span></span></p>\n<p class="head">%s</p>\n%s\n%s\n',
)
WITHDRAWN = part('<a href="%s">%s</a>')
LINKED = part('<a href="%s"><bdi>%s</bdi></a>')
NAMED = part("<bdi>%s</bdi>")
TEXT = part("%s")
REASON = part('<p class="meta">%s</p>')
CHANGE = part('<p class="wording"><span class="label">%s</span>%s%s</p>')
WAS = part("<del><bdi>%s</bdi></del> ")
NOW = part("<ins><bdi>%s</bdi></ins>")


def correction(item: Item) -> SafeString:
    reason = REASON(item.reason) if item.reason else NOTHING
    return CORRECTION(item.tone, RevisionClass(item.revision.revision_class).label, _name(item), reason, changes(item.changes))


def _name(item: Item) -> SafeString:
    record = item.record
    if record is None:
        return TEXT(_("%(kind)s that is not public now") % {"kind": item.kind})
    if record.is_withdrawn:
        return WITHDRAWN(record.url, _("A statement that was withdrawn"))
    return LINKED(record.url, record.name) if record.url else NAMED(record.name)


def changes(rows: Iterable[Change]) -> SafeString:
    return joined([CHANGE(one.label, WAS(one.was) if one.was else NOTHING, NOW(one.now) if one.now else NOTHING) for one in rows])
