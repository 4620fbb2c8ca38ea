"""Who quoted what on an occasion, as a table: passages down, outlets across. On a narrow page the cells stand below each other, so each
says whose it is, and the roles of the table are said in words."""

from collections.abc import Sequence

from django.utils.safestring import SafeString
from django.utils.text import Truncator

from archive.enums import Force
from timeline.printing.addresses import link, list_address
from timeline.printing.changed import added, removed
from timeline.printing.language import gettext, language_name, one_language
from timeline.printing.language import word as _
from timeline.printing.markup import NOTHING, joined, part
from timeline.printing.spine import voices
from timeline.printing.tongues import lang, named
from timeline.printing.trail import IN_BRACKETS, SAME
from timeline.quoting.said import Outlet, Said
from timeline.quoting.table import Passage, Table
from timeline.quoting.ways import ALONE, CUT, FULLEST, NEARLY, OTHERWISE, VERBATIM, Quote

LONGEST = 700  # characters of a passage
TO_TELL = 40  # characters that tell one link from another
TONES = {ALONE: "first", FULLEST: "first", VERBATIM: "first", CUT: "again", NEARLY: "again", OTHERWISE: "aside"}

TABLE = part(
    '<table class="quoting across-%s" role="table">\n<caption class="hidden">%s</caption>\n'
    '<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">%s</th>%s</tr></thead>\n'
    '<tbody role="rowgroup">\n%s\n</tbody></table>'
)
COLUMN = part('<th role="columnheader" scope="col">%s</th>')
OUTLET = part('<a href="%s">%s</a>')
ROW = part('<tr role="row"><th role="rowheader" scope="row" id="p-%s">%s<p class="by">%s</p></th>%s</tr>')
WORDS = part('<div class="wordings">%s</div>')
REPORT = part('%s<blockquote class="words %s"%s dir="auto">%s</blockquote>')
LANGUAGE_NAME = part('<p class="label">%s</p>')
CELL = part('<td role="cell"><p class="outlet" aria-hidden="true">%s</p>%s</td>')
LEFT_OUT = part('<p class="left-out">%s</p>')
QUOTE = part('<div class="quote"><p><a class="stamp %s" href="%s">%s%s</a>%s</p>%s</div>')
CHANGED = part('<p class="wording"%s dir="auto">%s</p><p class="also"><a rel="nofollow" href="%s?a=%s&amp;b=%s">%s%s</a></p>')
APART = part('<span class="hidden">: %s, %s</span>')


def table(row: Table) -> SafeString:
    with one_language():
        columns = joined([COLUMN(_outlet(one)) for one in row.across])
        rows = joined([_passage(one, row.across) for one in row.passages], "\n")
        return TABLE(len(row.across), _("Who quoted what: passages down, outlets across"), _("What was said"), columns, rows)


def name_of(outlet: Outlet) -> str:
    return outlet.name or gettext("no outlet")


def _outlet(one: Outlet) -> SafeString:
    return OUTLET(link("outlet", one.slug), named(one.name)) if one.slug else _("no outlet")


def _passage(row: Passage, across: Sequence[Outlet]) -> SafeString:
    fullest = row.fullest
    words = WORDS(joined([_fullest(one, is_alone=len(fullest) == 1) for one in fullest]))
    return ROW(row.key, words, voices(fullest[0].entry.voices, fullest[0].shown["language"]), joined([_cell(row, one) for one in across]))


def _fullest(one: Said, *, is_alone: bool) -> SafeString:
    shown = one.shown
    name = NOTHING if is_alone else LANGUAGE_NAME(_named(shown["language"], is_translation=bool(shown["translation_of"])))
    return REPORT(name, shown["kind"], lang(shown["text"], shown["language"]), Truncator(shown["text"]).chars(LONGEST))


def _named(code: str, *, is_translation: bool) -> str:
    name = language_name(code)
    return gettext("translation, %(language)s") % {"language": name} if is_translation else name


def _cell(row: Passage, outlet: Outlet) -> SafeString:
    quotes = joined([_quote(one, row.fullest[0]) for one in row.quotes(outlet)])
    return CELL(named(name_of(outlet)), quotes or LEFT_OUT(_("left out")))


def _quote(one: Quote, fullest: Said) -> SafeString:
    shown, apart = one.said.shown, APART(Truncator(one.said.shown["text"]).chars(TO_TELL), name_of(one.said.outlet))
    return QUOTE(
        TONES[one.way], link("statement", shown["id"]), one.label, apart,
        joined([IN_BRACKETS(told) for told in _told(one, fullest.shown["language"])]),
        NOTHING if one.way in (ALONE, FULLEST, VERBATIM) else _changed(one, fullest, apart),
    )  # fmt: skip


def _changed(one: Quote, fullest: Said, apart: SafeString) -> SafeString:
    """Its words, and the page on which they stand beside the fullest report."""
    shown = one.said.shown
    beside = list_address("compare"), fullest.shown["id"], shown["id"], _("side by side"), apart
    return CHANGED(lang(shown["text"], shown["language"]), _words(one), *beside)


def _words(one: Quote) -> SafeString | str:
    parts = {"added": added, "removed": removed}
    return (
        joined([SAME(parts[piece.op](piece.words) if piece.op in parts else piece.words) for piece in one.wording])
        or one.said.shown["text"]
    )


def _told(one: Quote, language: str) -> list[str]:
    """What has to be told beside it: that it is in another language than the fullest report, how its speaker holds it, what became of
    its own report."""
    shown, notes = one.said.shown, one.said.entry.source.notes
    named = _named(shown["language"], is_translation=one.is_translation) if shown["language"] != language else ""
    return [told for told in (named, Force(shown["force"]).mark, str(notes[0].status.label) if notes else "") if told]
