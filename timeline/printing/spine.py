"""The entries of a list of statements, under their years and months: what a reader sees of each, as markup.

    {% spine years query %}

A part for each thing that a designer would call by a name; `entry` says how they stand together. An entry that was printed before is
not printed again as long as it and what it names stay what they are.
"""

from collections.abc import Iterable
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy

from archive import edtf
from archive.entries.whens import When
from archive.enums import Force
from archive.models.source_note import SourceNote
from timeline.chronology import Entry, Month, Segment, Voice, Year
from timeline.lists.named import Source
from timeline.printing.addresses import link
from timeline.printing.language import one_language
from timeline.printing.language import word as _
from timeline.printing.markup import NOTHING, joined, part
from timeline.said_again import Tag

MOST_PRINTED = 1_000  # entries a process keeps, of some 6 kB each

YEAR = part('<section class="year">\n<h2><a href="%s%s">%s</a></h2>\n%s\n</section>')
NO_YEAR = part('<section class="year">\n%s\n</section>')
MONTH = part('<div class="month">\n%s\n<ol>\n%s\n</ol>\n</div>')
MONTH_NAME = part('<h3><a href="%s%s">%s<span class="hidden"> %s</span></a></h3>')
MONTH_WITHOUT_PAGE = part('<h3>%s<span class="hidden"> %s</span></h3>')
ENTRY = part(
    '<li class="entry" id="s-%s">\n<div class="when">%s<i class="mark %s"></i></div>\n<article>\n%s\n%s\n\n%s\n'
    '<blockquote class="words %s"%s dir="auto">%s</blockquote>\n'
    '<p class="by">%s <span class="in">— %s</span> <a href="%s"><bdi>%s</bdi></a>%s&ensp;'
    '<span class="acts"><a href="%s">%s</a> · <a href="%s#cite">%s</a></span></p>\n</article>\n</li>'
)
LANGUAGE = part(' lang="%s"')
MARKED = part("<mark>%s</mark>")
TEXT = part("%s")
CARRIES = part('<ul class="carries">%s</ul>')
TAG = part('<li><span class="stamp %s">%s%s</span> <a href="%s?at=%s#s-%s"><bdi>%s</bdi></a></li>')
DETAIL = part(" · %s")
HELD = part('<p class="held"><span class="stamp %s" title="%s">%s</span></p>')
NOTE = part('<p class="also source"><span class="stamp %s">%s</span> <bdi>%s</bdi>%s%s</p>')
NOTICE = part(' · <a href="%s">%s</a>')
NOTICE_ELSEWHERE = part(' · <a rel="external noreferrer" href="%s">%s</a>')
VOICE = part("<b>%s</b>%s")
SPEAKER = part('<a href="%s"><bdi>%s</bdi></a>')
NAME = part("<bdi>%s</bdi>")
ROLE = part(', <span class="role"><bdi>%s</bdi></span>')
PLACE = part(", %s")
EXACT_DAY = part('<time datetime="%s">%s</time>')
COARSE_DAY = part('<span data-edtf="%s">%s</span>')

WHY = {
    Force.ASSERTED: "",
    Force.DENIED: gettext_lazy("The speaker denies this."),
    Force.ASKED: gettext_lazy("The speaker asks this."),
    Force.SUPPOSED: gettext_lazy("The speaker supposes this, or leaves it open."),
}


def spine(years: Iterable[Year], query: str = "") -> SafeString:
    """The years with their months and entries. `query`: the filter that the pages of the headings keep."""
    asked = f"?{query}" if query else ""
    with one_language():
        return joined([year(one, asked) for one in years])


def year(row: Year, asked: str) -> SafeString:
    months = joined([month(one, row, asked) for one in row.months])
    return YEAR(row.url, asked, row.name or _("Undated"), months) if row.url else NO_YEAR(months)


def month(row: Month, within: Year, asked: str) -> SafeString:
    name = MONTH_WITHOUT_PAGE(row.name, within.name) if row.name else NOTHING
    if row.url:
        name = MONTH_NAME(row.url, asked, row.name, within.name)
    language = get_language()
    return MONTH(name, joined([printed(one, language) for one in row.entries]))


@lru_cache(maxsize=MOST_PRINTED)
def printed(row: Entry, _language: str | None) -> SafeString:
    return entry(row)


def entry(row: Entry) -> SafeString:
    shown, source, tags = row.shown, row.source, row.tags
    own = link("statement", shown["id"])
    return ENTRY(
        shown["id"], day(row.said), row.shape,
        CARRIES(joined([tag(one, shown["id"]) for one in tags])) if tags else NOTHING,
        notes(source), held(shown["force"], tags),
        shown["kind"], LANGUAGE(shown["language"]) if shown["language"] else NOTHING, quote(row.quote),
        voices(row.voices), _("in"), link("document", source.public_id), source.outlet,
        PLACE(shown["locator"]) if shown["locator"] else NOTHING,
        own, _("link to this statement"), own, _("cite"),
    )  # fmt: skip


def day(said: When | None) -> SafeString | str:
    """The day of saying; one that was taken from publication says so, and where there is none that it is not known."""
    if said is None:
        return _("Undated")
    shown = date(said.date)
    return format_html(_("reported {}"), shown) if said.is_reported else shown


def date(value: edtf.Edtf) -> SafeString:
    """As precisely as it is known: <time> for an exact day, else its words with the EDTF beside them."""
    if value.is_exact_day:
        return EXACT_DAY(value.time.isoformat() if value.time else value.earliest.isoformat(), value.words)
    return COARSE_DAY(value.text, value.words)


def tag(row: Tag, public_id: str) -> SafeString:
    detail = DETAIL(row.detail) if row.detail else NOTHING
    return TAG(row.tone, row.label, detail, link("claim", row.claim.slug), public_id, public_id, row.claim.text)


def notes(source: Source) -> SafeString:
    """What the outlet corrected or retracted."""
    return joined([_note(one) for one in source.notes])


def _note(one: SourceNote) -> SafeString:
    tone, label = ("denied", _("Retracted")) if one.is_retraction else ("again", _("Corrected"))
    here = NOTICE(link("document", one.by), _("the notice")) if one.is_public else NOTHING
    there = NOTICE_ELSEWHERE(one.url, _("the notice at its outlet")) if one.url else NOTHING
    return NOTE(tone, label, one.words, here, there)


def held(force: str, tags: Iterable[Tag] = ()) -> SafeString:
    """The mark of words that are denied, asked or supposed. None where one of the `tags` above says “Denied” already."""
    is_denied = force == Force.DENIED
    if force == Force.ASSERTED or (is_denied and any(one.tone == "denied" for one in tags)):
        return NOTHING
    return HELD("denied" if is_denied else "aside", WHY[Force(force)], Force(force).mark)


def quote(pieces: Iterable[Segment]) -> SafeString:
    return joined([MARKED(one.text) if one.marked else TEXT(one.text) for one in pieces])


def voices(rows: Iterable[Voice]) -> SafeString:
    """Who speaks, each with a role where the name does not tell it."""
    return joined([_voice(one) for one in rows], "; ")


def _voice(one: Voice) -> SafeString:
    name = SPEAKER(link("speaker", one.slug), one.name) if one.slug else NAME(one.name)
    return VOICE(name, ROLE(one.role) if one.role else NOTHING)
