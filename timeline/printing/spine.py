"""The entries of a list of statements, under their years and months: what a reader sees of each, as markup.

    {% spine years query %}

A part for each thing that a designer would call by a name; `entry` says how they stand together. An entry that was printed before is
not printed again as long as it and what it names stay what they are.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext_lazy

from archive import edtf
from archive.entries.whens import When
from archive.enums import Force
from archive.models.source_note import SourceNote
from timeline.chronology import Entry, Month, Segment, Voice, Year
from timeline.folding import Fold
from timeline.lists.named import Shown, Source
from timeline.printing.addresses import link
from timeline.printing.language import ngettext, one_language
from timeline.printing.language import word as _
from timeline.printing.markup import NOTHING, joined, part
from timeline.printing.tongues import lang, named, spoken
from timeline.said_again import Tag

MOST_PRINTED = 1_000  # entries a process keeps, of some 6 kB each
FIRST_WORDS = 40  # characters that tell a link from another

YEAR = part('<section class="year">\n<h2><a href="%s%s">%s</a></h2>\n%s\n</section>')
RECORDED = part('<section class="recorded">\n<h2 class="label">%s</h2>\n%s\n</section>')
NO_YEAR = part('<section class="year">\n%s\n</section>')
MONTH = part('<div class="month">\n%s\n<ol>\n%s\n</ol>\n</div>')
MONTH_NAME = part('<h3><a href="%s%s">%s<span class="hidden"> %s</span></a></h3>')
MONTH_WITHOUT_PAGE = part('<h3>%s<span class="hidden"> %s</span></h3>')
ENTRY = part(
    '<li class="entry" id="s-%s">\n%s<article>%s%s%s\n'
    '<blockquote class="words %s"%s dir="auto">%s</blockquote>\n'
    '<p class="by">%s <span class="in">— %s</span> %s%s&ensp;'
    '<span class="acts"><a href="%s">%s%s</a> · <a href="%s#cite">%s%s</a></span></p>\n</article>\n</li>'
)
FOLD = part(
    '<li class="occasion"><div><h%s class="head"><a href="%s">%s</a>%s</h%s>\n<p class="meta">%s</p></div></li>\n%s\n'
    '<li class="occasion rest"><p class="also">%s · <a href="%soccasion=%s">%s%s</a> · <a href="%s#quoted">%s%s</a></p></li>'
)
WHEN = part('<h%s class="when">%s%s<i class="mark %s"></i></h%s>')
SPEAKING = part('<span class="hidden">%s, </span>')
TOLD_APART = part('<span class="hidden">: %s: %s</span>')
SOURCE = part('<a href="%s">%s%s</a>')
ENTITLED = part('<span class="hidden">: %s</span>')
MARKED = part("<mark>%s</mark>")
GAP = part('<a class="gap" href="%s" aria-label="%s">%s</a>')
TEXT = part("%s")
CARRIES = part('<ul class="carries">%s</ul>')
TAG = part('<li><span class="stamp %s">%s%s</span> <a href="%s?at=%s#s-%s">%s</a></li>')
DETAIL = part(" · %s")
HELD = part('<p class="held"><span class="stamp %s" title="%s">%s</span></p>')
NOTE = part('<p class="also source"><span class="stamp %s">%s</span> %s%s%s</p>')
NOTICE = part(' · <a href="%s">%s</a>')
NOTICE_ELSEWHERE = part(' · <a rel="external noreferrer" href="%s">%s</a>')
VOICE = part("<b>%s</b>%s")
SPEAKER = part('<a href="%s">%s</a>')
ROLE = part(', <span class="role">%s</span>')
PLACE = part(", %s")
EXACT_DAY = part('<time datetime="%s">%s</time>')
COARSE_DAY = part('<span data-edtf="%s">%s</span>')

WHY = {
    Force.ASSERTED: "",
    Force.DENIED: gettext_lazy("The speaker denies this."),
    Force.ASKED: gettext_lazy("The speaker asks this."),
    Force.SUPPOSED: gettext_lazy("The speaker supposes this, or leaves it open."),
}


class Spoken(Protocol):
    """An entry, or a report of a claim."""

    @property
    def shown(self) -> Shown: ...
    @property
    def source(self) -> Source: ...
    @property
    def said(self) -> When | None: ...
    @property
    def voices(self) -> tuple[Voice, ...]: ...


def spine(years: Iterable[Year], query: str = "") -> SafeString:
    """The years with their months and entries. `query`: the filter that the pages of the headings keep."""
    asked = f"?{query}" if query else ""
    with one_language():
        return joined([year(one, asked) for one in years])


def year(row: Year, asked: str) -> SafeString:
    months = joined([month(one, row, asked) for one in row.months])
    if row.url:
        return YEAR(row.url, asked, row.name or _("Undated"), months)
    return RECORDED(row.name, months) if row.name else NO_YEAR(months)


def month(row: Month, within: Year, asked: str) -> SafeString:
    name = MONTH_WITHOUT_PAGE(row.name, within.name) if row.name else NOTHING
    if row.url:
        name = MONTH_NAME(row.url, asked, row.name, within.name)
    language = get_language()
    level = 2 + bool(within.url) + bool(row.name)
    return MONTH(name, joined([_row(one, asked, level, language) for one in row.entries]))


def _row(row: Entry | Fold, asked: str, level: int, language: str | None) -> SafeString:
    if isinstance(row, Fold):
        return fold(row, asked, level, language)
    return printed(row, level, language)


def fold(row: Fold, asked: str, level: int, language: str | None) -> SafeString:
    """An occasion under a heading, its first entries, and where the others are: in the same list narrowed to it."""
    occasion, left = row.occasion, f"{row.left:,}"
    own, apart = link("occasion", occasion.public_id), ENTITLED(named(occasion.name))
    return FOLD(
        level, own, named(occasion.name), PLACE(named(occasion.place)) if occasion.place else NOTHING, level, row.reported.words,
        joined([printed(one, level + 1, language) for one in row.entries]),
        ngettext("and %(shown)s more here", "and %(shown)s more here", row.left) % {"shown": left},
        f"{asked}&" if asked else "?", occasion.public_id, _("all statements of it"), apart, own, _("who quoted what"), apart,
    )  # fmt: skip


@lru_cache(maxsize=MOST_PRINTED)
def printed(row: Entry, level: int, _language: str | None) -> SafeString:
    return entry(row, level)


def entry(row: Entry, level: int = 4) -> SafeString:
    """`level`: of its heading, below those of its year and month."""
    shown, source, tags = row.shown, row.source, row.tags
    own, apart = link("statement", shown["id"]), told_apart(row)
    return ENTRY(
        shown["id"], heading(row, row.shape, level),
        CARRIES(joined([tag(one, shown["id"]) for one in tags])) if tags else NOTHING,
        notes(source), held(shown["force"], tags),
        shown["kind"], lang(shown["text"], shown["language"]), quote(row.quote, own),
        voices(row.voices, shown["language"]), _("in"), printed_in(source, shown["language"]), placed(shown["locator"]),
        own, _("link to this statement"), apart, own, _("cite"), apart,
    )  # fmt: skip


def heading(row: Spoken, shape: str, level: int) -> SafeString:
    """Who said it, for those who hear the page, and when."""
    names = joined([spoken(one.name) for one in row.voices], ", ")
    return WHEN(level, SPEAKING(names) if names else NOTHING, day(row.said), shape, level)


def told_apart(row: Spoken) -> SafeString:
    """What tells a link of an entry from the same link of another, for those who hear the page; who speaks is told in its heading."""
    shown = row.shown
    words = Truncator(shown["text"]).chars(FIRST_WORDS)
    told = [row.source.outlet, row.said.words if row.said else ""]
    return TOLD_APART(joined([spoken(one) for one in told if one], ", "), spoken(words, shown["language"]))


def printed_in(source: Source, language: str) -> SafeString:
    """The outlet, and for those who hear the page which document of it."""
    title = ENTITLED(spoken(source.title, language)) if source.title else NOTHING
    return SOURCE(link("document", source.public_id), named(source.outlet), title)


def placed(locator: str) -> SafeString:
    return PLACE(spoken(locator)) if locator else NOTHING


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
    return TAG(row.tone, row.label, detail, link("claim", row.claim.slug), public_id, public_id, named(row.claim.text))


def notes(source: Source) -> SafeString:
    """What the outlet corrected or retracted."""
    return joined([_note(one) for one in source.notes])


def _note(one: SourceNote) -> SafeString:
    tone, label = ("denied", _("Retracted")) if one.is_retraction else ("again", _("Corrected"))
    here = NOTICE(link("document", one.by), _("the notice")) if one.is_public else NOTHING
    there = NOTICE_ELSEWHERE(one.url, _("the notice at its outlet")) if one.url else NOTHING
    return NOTE(tone, label, named(one.words), here, there)


def held(force: str, tags: Iterable[Tag] = ()) -> SafeString:
    """The mark of words that are denied, asked or supposed. None where one of the `tags` above says “Denied” already."""
    is_denied = force == Force.DENIED
    if force == Force.ASSERTED or (is_denied and any(one.tone == "denied" for one in tags)):
        return NOTHING
    return HELD("denied" if is_denied else "aside", WHY[Force(force)], Force(force).mark)


def quote(pieces: Iterable[Segment], own: SafeString) -> SafeString:
    """The words; what is left out of them is a link to all."""
    return joined([_piece(one, own) for one in pieces])


def _piece(one: Segment, own: SafeString) -> SafeString:
    if one.is_gap:
        return GAP(own, _("all of the words"), one.text)
    return MARKED(one.text) if one.marked else TEXT(one.text)


def voices(rows: Iterable[Voice], language: str = "") -> SafeString:
    """Who speaks, each with a role where the name does not tell it. `language`: of roles, and of what a source without a row is called."""
    return joined([_voice(one, language) for one in rows], "; ")


def _voice(one: Voice, language: str) -> SafeString:
    name = SPEAKER(link("speaker", one.slug), named(one.name)) if one.slug else named(one.name, language)
    return VOICE(name, ROLE(named(one.role, language)) if one.role else NOTHING)
