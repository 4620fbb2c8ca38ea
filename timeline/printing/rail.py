"""What stands beside a list: the choices of a facet, those with the most of something, the statements of a document."""

from collections.abc import Iterable

from django.utils.safestring import SafeString
from django.utils.text import Truncator

from archive.models.statement import marked
from timeline.chronology import Entry
from timeline.lists.facets import Facet
from timeline.printing.addresses import link
from timeline.printing.language import one_language
from timeline.printing.markup import NOTHING, joined, part
from timeline.printing.spine import LANGUAGE, day, voices
from timeline.record.profiles import Ranked

LONGEST_TAKEN = 110  # characters

CHOICE = part('<li><a href="%s?%s"><bdi>%s</bdi></a>%s</li>')
TAKEN = part('<li><p%s dir="auto"><a href="%s">%s</a></p><p class="meta">%s, %s</p></li>')
COUNT = part(' <span class="n">%s</span>')
RANKED = part('<li><a href="%s"><bdi>%s</bdi></a> <a class="n" href="%s" aria-label="%s">%s</a></li>')


def choices(facet: Facet, path: str) -> SafeString:
    """What may be chosen, each as the same list narrowed to it."""
    return joined([CHOICE(path, one.query, one.name, NOTHING if one.count is None else COUNT(f"{one.count:,}")) for one in facet.choices])


def ranked(rows: Iterable[Ranked]) -> SafeString:
    return joined([RANKED(one.url, one.name, one.counted_url, one.words, f"{one.count:,}") for one in rows])


def taken(statements: Iterable[Entry]) -> SafeString:
    """Those that were taken from a document, in a line or two each."""
    with one_language():
        return joined([_taken(one) for one in statements])


def _taken(one: Entry) -> SafeString:
    shown = one.shown
    words = marked(Truncator(shown["text"]).chars(LONGEST_TAKEN), shown["force"])
    language = LANGUAGE(shown["language"]) if shown["language"] else NOTHING
    return TAKEN(language, link("statement", shown["id"]), words, voices(one.voices), day(one.said))
