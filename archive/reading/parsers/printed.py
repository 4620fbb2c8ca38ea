"""The dates that a reader sees on a page, scored by where they stand: beside the headline, behind a word such as “published”, or far off.

Dates in menus, footers, comments, lists of other articles and the clock of the masthead count for nothing, nor do those of changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from lxml.html import HtmlElement

from archive.extraction.page.zones import ZONE
from archive.reading.parsers.evidence import DATA, NEVER, PRINT, Evidence
from archive.reading.parsers.moments import CLOCK, Moment, at_clock, read_moment, zoned
from archive.reading.parsers.written import Written, find_written

BESIDE = re.compile(
    r"(?:^|[\s_-])(?:(?:comment|respon[ds]|related|sidebar|widget|footer|navbar|navigation|calendar|recommend|popular|trending|teaser|ticker"
    r"|breadcrumb|copyright|topbar|weather|newsletter|disqus|pagination|carousel|slider|advert|cookie)\w*"
    r"|(?:reply|side-bar|nav|menu|archives?|latest|promo|top-bar|today|current-?date|recent|most|banner|similar|more|next|prev|previous|pager"
    r"|events|upcoming|tags|ads?|login|search)(?:$|[\s_-]))",
    re.IGNORECASE,
)
OF_THE_ARTICLE = re.compile(
    r"(?:entry|post|article|story)[_-]{0,2}(?:footer|meta|date|header|time|info|details|byline|author)", re.IGNORECASE
)
BESIDE_TAGS = frozenset(("nav", "footer", "aside", "form", "select", "button"))
UNREAD = frozenset(("script", "style", "noscript", "template", "svg", "iframe", "head", "option"))
CUE = re.compile(r"date|time|publi|posted|byline|meta|info|author|datum|fecha|data|created|entry|dateline|stamp", re.IGNORECASE)
TOLD = re.compile(
    r"publi[sceéš]|posted|veröffentlicht|erschienen|erstellt|geschrieben|publié|paru|pubblicat|опублик|апублік|опублік|размещ|дата|geplaatst"
    r"|gepubliceerd|opublikowan|dodan|zveřejn|vydán|yayın|postat|publicerad|publisert|udgivet|julkaistu|diterbitkan|δημοσ|submitted|written"
    r"|released?|issued|発表|公開|发布|发表|게시|입력",
    re.IGNORECASE,
)
CHANGED = re.compile(
    r"updat|modif|edited|aktualis|geändert|änderung|mis à jour|actualiz|aggiornat|обновл|измен|абноў|оновл|güncel|zuletzt|bijgewerkt"
    r"|gewijzigd|aktualiz|zmodyf|uppdat|oppdat|opdat|päivit|更新|수정|stand:|last|accessed|retrieved|abgerufen|expires|copyright|©",
    re.IGNORECASE,
)
HISTORY = re.compile(  # of a paper in a journal, or of a page of advice, right before the day
    r"\b(?:received|accepted|submitted(?=:)|approved|revised|reviewed|checked|eingegangen|angenommen|reçu|accepté|revisé|recibido|aceptado"
    r"|поступила|получена|принята\sк\sпечати|одобрена|надійшла|прийнята\sдо\sдруку|паступіла)\W{0,4}(?:on|am|le|el)?\s*$",
    re.IGNORECASE,
)
CLOCK_BEHIND = re.compile(
    rf"(?:[\s,|·–—-]|\b(?:at|um|à|kl|ore|às|a\slas|alle|в|о|у|г|года|году|року|godz|klo|om)\b\.?){{0,8}}+(?:{CLOCK.pattern})", re.IGNORECASE
)
LONGEST_CLOCK = 16  # letters of an element with a clock and its zone
LONGEST, LONGEST_CHUNK = 300, 2000  # characters that are read of a time element or for dates, and of a text
HEADINGS = ("h1", "h2", "h3")
MOST_CHUNKS = 20_000


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of text, or a time element with what it says to machines."""

    number: int
    element: HtmlElement
    text: str
    moment: Moment | None = None


def headline_of(tree: HtmlElement, titles: list[str]) -> HtmlElement | None:
    """The heading that says the page's title; else the first of the highest rank."""
    headings = [heading for rank in HEADINGS for heading in tree.iter(rank)][:60]
    worded = [(heading, _words(heading.text_content()[:500])) for heading in headings]
    title = set().union(*map(_words, titles)) if titles else set()
    likenesses = [(len(words & title) / (len(words) + 1), heading) for heading, words in worded if words]
    best = max(likenesses, key=lambda one: one[0], default=None)
    if best and best[0] > 0.4:
        return best[1]
    return next((heading for heading, words in worded if words), None)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{2,40}", text[:500].casefold()))


def in_print(tree: HtmlElement, language: str, headline: HtmlElement | None) -> list[Evidence]:
    """The printed dates that count, the most trusted first; of equals the first on the page."""
    body = next(tree.iter("body"), tree)
    around = {headline, *headline.iterancestors()} if headline is not None else set()
    chunks, heading_at = [], None
    for chunk in _chunks(body, around, language):
        if headline is not None and heading_at is None and (chunk.element is headline or headline in chunk.element.iterancestors()):
            heading_at = chunk.number
        if chunk.moment or any(letter.isdigit() for letter in chunk.text):
            chunks.append(chunk)
    return sorted(_told_in(chunks, heading_at, language), key=lambda one: -one.trust)


def _told_in(chunks: list[Chunk], heading_at: int | None, language: str) -> Iterator[Evidence]:
    told = {chunk.number: chunk for chunk in chunks}
    for chunk in chunks:
        for one in _evidence(chunk, heading_at, language):
            yield _with_clock_beside(one, chunk, told)


def _with_clock_beside(one: Evidence, chunk: Chunk, told: dict[int, Chunk]) -> Evidence:
    """A day with the clock that stands in an element of its own behind it, or before it."""
    beside = (told[number] for number in (chunk.number + 1, chunk.number - 1) if not one.moment.clock and number in told)
    for other in beside:
        match = CLOCK.match(other.text)
        if match and len(match["hour"]) == 2 and len(other.text) <= LONGEST_CLOCK and CUE.search(other.element.get("class", "")[:300]):
            moment = zoned(at_clock(one.moment.day, match), other.text, match.end())
            return replace(one, moment=replace(moment, other=one.moment.other))
    return one


def _chunks(body: HtmlElement, around: set[HtmlElement], language: str) -> Iterator[Chunk]:
    """Texts in the order of the page, without those beside the article."""
    number, waiting = 0, [(body, False)]
    while waiting and number < MOST_CHUNKS:
        element, is_tail = waiting.pop()
        if is_tail:
            chunk = _chunk(element.getparent(), element.tail)
        elif _is_left_out(element, around):
            continue
        else:
            text = _date_in_parts(element) or element.text
            for child in reversed(element if text == element.text else ()):
                waiting += [(child, True), (child, False)]
            chunk = _time(element, language) or _chunk(element, text)
        if chunk:
            number += 1
            yield replace(chunk, number=number)


def _is_left_out(element: HtmlElement, around: set[HtmlElement]) -> bool:
    if not isinstance(element.tag, str) or element.tag in UNREAD:
        return True
    return element not in around and _is_beside(element)


def _time(element: HtmlElement, language: str) -> Chunk | None:
    stated = element.get("datetime") if element.tag == "time" else None
    return Chunk(0, element, element.text_content()[:LONGEST], read_moment(stated, language)) if stated else None


def _chunk(element: HtmlElement, text: str | None) -> Chunk | None:
    return Chunk(0, element, " ".join(text[:LONGEST_CHUNK].split())) if text and text.strip() else None


def _date_in_parts(element: HtmlElement) -> str | None:
    """The words of a small element that is there for a date: its day, month and year may stand in elements of their own."""
    if not 0 < len(element) <= 8 or not CUE.search(f"{element.get('class', '')} {element.get('id', '')}"[:300]):
        return None
    words = " ".join(" ".join(islice(element.itertext(), 30)).split())
    is_date = 8 <= len(words) <= 80 and next(element.iter("time", "h1", "h2", "h3"), None) is None
    return words if is_date and any(letter.isdigit() for letter in words) else None


def _is_beside(element: HtmlElement) -> bool:
    named = f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}"[:300]
    if OF_THE_ARTICLE.search(named) or element.tag in ("body", "main", "article", "time"):
        return False
    return element.tag in BESIDE_TAGS or bool(BESIDE.search(named))


def _evidence(chunk: Chunk, heading_at: int | None, language: str) -> Iterator[Evidence]:
    before = _label_before(chunk)
    if chunk.moment:
        yield Evidence(chunk.moment, "time element", _trust(chunk, heading_at, before, 0) + 0.3, DATA if chunk.moment.clock else PRINT)
        return
    at = 0
    for written in find_written(chunk.text[:LONGEST], language):
        label = f"{'' if at else before} {chunk.text[max(at, written.start - 40) : written.start]}"
        at = written.end
        beside = len(chunk.text) - (written.end - written.start)
        trust = _trust(chunk, heading_at, label, beside) - (0.5 if written.other else 0)
        yield Evidence(clocked(chunk.text, written), "printed", trust, PRINT)


def clocked(text: str, written: Written) -> Moment:
    """The printed day with the clock that stands right behind it, or right before, and the zone behind that."""
    before = (one for one in CLOCK.finditer(text[: written.start]) if _ends(one, text, written))
    match = CLOCK_BEHIND.match(text, written.end) or next(before, None)
    if match is None:
        return Moment(written.day, other=written.other)
    return replace(zoned(at_clock(written.day, match), text, match.end()), other=written.other)


def _ends(match: re.Match[str], text: str, written: Written) -> bool:
    between = text[match.end() : written.start].strip(" ,|·–—-")
    return not between or bool(ZONE.fullmatch(between))


def _label_before(chunk: Chunk) -> str:
    """The words just before in the same line: of the element before, or of the parent."""
    element = chunk.element
    before = element.getprevious()
    text = (before.tail or before.text or "") if before is not None and isinstance(before.tag, str) else ""
    parent = element.getparent()
    return f"{text[-40:]} {(parent.text or '')[-40:] if parent is not None else ''} {element.get('class', '')[:80]}"


def _trust(chunk: Chunk, heading_at: int | None, label: str, beside: int) -> float:
    named = f"{chunk.element.get('class', '')} {chunk.element.get('id', '')} {chunk.element.get('itemprop', '')}"
    parent = chunk.element.getparent()
    named += f" {parent.get('class', '')} {parent.get('id', '')}" if parent is not None else ""
    trust = 0.4 + 0.6 * bool(CUE.search(named[:400])) + 0.6 * bool(TOLD.search(label))
    trust -= NEVER if HISTORY.search(label) else 2.0 * bool(CHANGED.search(label))
    if heading_at is not None:
        trust += _nearness(chunk.number - heading_at)
    return trust - (0 if beside <= 40 else 0.5 if beside <= 100 else 1.4)


def _nearness(behind: int) -> float:
    """Under the headline is the place for a date, above it the second best; far below it stand other things."""
    if 0 <= behind <= 6:
        return 1.0
    if -4 <= behind <= 14:
        return 0.6
    return 0.0 if 0 < behind < 60 else -0.6
