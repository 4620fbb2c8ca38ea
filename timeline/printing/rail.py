"""What stands beside a list: the choices of a facet, those with the most of something, the statements of a document."""

from collections.abc import Iterable

from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext

from archive.models.statement import marked
from timeline.chronology import Entry
from timeline.lists.facets import Choice, Facet
from timeline.printing.addresses import link
from timeline.printing.language import one_language
from timeline.printing.markup import NOTHING, joined, part
from timeline.printing.spine import LANGUAGE, day, voices
from timeline.record.profiles import Ranked

LONGEST_TAKEN = 110  # characters

CHOICE = part('<li><a rel="nofollow" href="%s?%s"><bdi>%s</bdi></a> <span class="n">%s</span></li>')
CHOSEN = part('<li class="chosen"><a rel="nofollow" href="%s?%s" aria-label="%s"><bdi>%s</bdi></a> <span class="n">%s</span></li>')
TAKEN = part('<li><p%s dir="auto"><a href="%s">%s</a></p><p class="meta">%s, %s</p></li>')
RANKED = part('<li><a href="%s"><bdi>%s</bdi></a> <a class="n" href="%s" aria-label="%s">%s</a></li>')


def choices(facet: Facet, path: str) -> SafeString:
    """What may be chosen, each as the same list narrowed to it; what is chosen, as the list without it."""
    return joined([_choice(facet, one, path) for one in facet.choices])


def _choice(facet: Facet, one: Choice, path: str) -> SafeString:
    if not one.is_chosen:
        return CHOICE(path, one.query, one.name, one.count)
    taken_away = gettext("Remove the filter %(label)s: %(value)s") % {"label": facet.label, "value": one.name}
    return CHOSEN(path, one.query, taken_away, one.name, one.count)


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
