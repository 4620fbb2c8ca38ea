"""The entries of a claim's trail: each as a list shows it, the words changed since the one before, and who else reported it.

{% trail steps %}

One that was printed before is not printed again as long as it and what it names stay what they are.
"""

from collections.abc import Iterable
from functools import lru_cache

from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import get_language

from archive.enums import Force
from timeline.printing.addresses import address, list_address
from timeline.printing.changed import added, removed
from timeline.printing.language import gettext as _
from timeline.printing.language import one_language
from timeline.printing.markup import NOTHING, joined, part
from timeline.printing.spine import DETAIL, MARKED, day, heading, held, notes, placed, printed_in, told_apart, voices
from timeline.printing.tongues import lang, named
from timeline.record.comparing import Wording
from timeline.record.reports_of_claims import Report
from timeline.record.trails import Compared, Step

MOST_PRINTED = 1_000  # entries a process keeps, of some 3 kB each
LONGEST_REPEAT = 70  # characters of the same words in other words
LEVEL = 3  # of an entry's heading, below “Every time on record”

STEP = part(
    '<li class="entry%s"%s>\n%s<article>'
    '<p class="carries"><span><span class="stamp %s">%s%s</span></span></p>%s%s\n'
    '<blockquote class="words %s"%s dir="auto">%s</blockquote>\n'
    '<p class="by">%s <span class="in">— %s</span> %s%s&ensp;'
    '<span class="acts"><a href="%s">%s%s</a></span></p>%s%s%s%s\n</article>\n</li>'
)
ANCHOR = part(' id="s-%s"')
ALSO_HERE = part('<span id="s-%s"></span>')
PIECES = part("%s%s%s")
COMPARED = part('<p class="also">%s <a href="%s">%s, %s</a>%s · <a rel="nofollow" href="%s?a=%s&amp;b=%s">%s%s</a></p>%s')
REMARK = part("%s %s")
CHANGED = part('<p class="wording"%s dir="auto"><span class="label" lang="%s">%s</span>%s</p>')
SAME = part("%s ")
ALSO = part('<p class="also">%s %s</p>')
REPEAT = part('<a%s href="%s">%s</a>')
ELSEWHERE = part('<a%s href="%s">%s<span class="hidden">, %s</span></a>%s%s%s')
IN_BRACKETS = part(" (%s)")
COUNTED_ALREADY = part('<p class="also">%s</p>')


def trail(steps: Iterable[Step]) -> SafeString:
    language = get_language()
    with one_language():
        return joined([printed(one, language) for one in steps])


@lru_cache(maxsize=MOST_PRINTED)
def printed(row: Step, _language: str | None) -> SafeString:
    return step(row)


def step(row: Step) -> SafeString:
    lead = row.lead
    shown, source, tag = lead.shown, lead.source, row.tag
    return STEP(
        "" if row.counts else " uncounted", _anchor(lead, row), heading(lead, row.shape, LEVEL),
        tag.tone, tag.label, DETAIL(tag.detail) if tag.detail else NOTHING,
        notes(source), held(shown["force"], [tag]),
        shown["kind"], lang(shown["text"], shown["language"]), _pieces(lead),
        voices(lead.voices, shown["language"]), _("in"), printed_in(source, shown["language"]), placed(shown["locator"]),
        address("statement", shown["id"]), _("link to this statement"), told_apart(lead),
        _compared(row.compared, lead) if row.compared else NOTHING,
        ALSO(_("Again in the same report:"), joined([_repeat(one, row) for one in row.repeats], ", ")) if row.repeats else NOTHING,
        ALSO(_("Also reported in"), joined([_elsewhere(one, row) for one in row.elsewhere], ", ")) if row.elsewhere else NOTHING,
        COUNTED_ALREADY(_("On an occasion that is counted already.")) if lead.counted_as and not row.counts else NOTHING,
    )  # fmt: skip


def _anchor(one: Report, within: Step) -> SafeString:
    return ANCHOR(one.public_id) if one.number in within.anchors else NOTHING


def _pieces(lead: Report) -> SafeString:
    """The statement's words, with those marked that carry the claim, if they do not all."""
    before, within, after = lead.pieces
    return PIECES(before, MARKED(within) if before or after else within, after)


def _compared(found: Compared, lead: Report) -> SafeString:
    older = found.report
    what, stop = (_("Before it:"), ";") if found.is_short else (_("Compared with"), ":")
    names = joined([named(one.name) for one in older.voices], ", ")
    remark = REMARK(stop, found.remark) if found.remark else NOTHING
    changed = _changed(found.wording, lead.shown["language"]) if found.wording else NOTHING
    beside = list_address("compare"), older.public_id, lead.public_id, _("side by side"), told_apart(lead)
    return COMPARED(what, found.url, day(older.said), names, remark, *beside, changed)


def _changed(wording: Iterable[Wording], language: str) -> SafeString:
    parts = {"added": added, "removed": removed}
    changes = joined([SAME(parts[one.op](one.words) if one.op in parts else one.words) for one in wording])
    return CHANGED(lang(" ".join(one.words for one in wording), language), get_language() or "en", _("Words changed since then"), changes)


def _repeat(one: Report, within: Step) -> SafeString:
    mark, words = Force(one.shown["force"]).mark, Truncator(one.words).chars(LONGEST_REPEAT)
    told = f"[{mark}] {words}" if mark else words
    return REPEAT(_anchor(one, within), address("statement", one.public_id), named(told, one.shown["language"]))


def _elsewhere(reports: list[Report], within: Step) -> SafeString:
    one, *others = reports
    status = IN_BRACKETS(one.source.notes[0].status.label) if one.source.notes else NOTHING
    also = joined([ALSO_HERE(other.public_id) for other in others if other.number in within.anchors])
    own, name = address("statement", one.public_id), named(one.source.outlet)
    return ELSEWHERE(_anchor(one, within), own, name, one.said_in_words or _("undated"), status, _translated(one, within), also)


def _translated(one: Report, within: Step) -> SafeString:
    language = one.shown["language"]
    if one.placed.original:
        return IN_BRACKETS(_("translation, %(language)s") % {"language": language})
    return IN_BRACKETS(language) if language != within.lead.shown["language"] else NOTHING
