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
from timeline.printing.spine import day, voices
from timeline.printing.tongues import named
from timeline.record.profiles import Ranked

LONGEST_TAKEN = 110  # characters

CHOICE = part('<li><a rel="nofollow" href="%s?%s"><span class="hidden">%s: </span>%s</a>%s</li>')
COUNT = part(' <span class="n">%s</span>')
CHOSEN = part('<li class="chosen"><a rel="nofollow" href="%s?%s" aria-label="%s">%s</a> <span class="n">%s</span></li>')
TAKEN = part('<li><p><a href="%s">%s</a></p><p class="meta">%s, %s</p></li>')
RANKED = part('<li><a href="%s">%s</a> <a class="n" href="%s" aria-label="%s: %s">%s</a></li>')


def choices(facet: Facet, path: str) -> SafeString:
    """What may be chosen, each as the same list narrowed to it; what is chosen, as the list without it."""
    return joined([_choice(facet, one, path) for one in facet.choices])


def _choice(facet: Facet, one: Choice, path: str) -> SafeString:
    if not one.is_chosen:
        return CHOICE(path, one.query, facet.label, named(one.name), NOTHING if one.count is None else COUNT(one.count))
    taken_away = gettext("Remove the filter %(label)s: %(value)s") % {"label": facet.label, "value": one.name}
    return CHOSEN(path, one.query, taken_away, named(one.name), one.count)


def ranked(rows: Iterable[Ranked]) -> SafeString:
    return joined([RANKED(one.url, named(one.name), one.counted_url, one.words, one.name, f"{one.count:,}") for one in rows])


def taken(statements: Iterable[Entry]) -> SafeString:
    """Those that were taken from a document, in a line or two each."""
    with one_language():
        return joined([_taken(one) for one in statements])


def _taken(one: Entry) -> SafeString:
    shown = one.shown
    words = marked(Truncator(shown["text"]).chars(LONGEST_TAKEN), shown["force"])
    said = named(words, shown["language"])
    return TAKEN(link("statement", shown["id"]), said, voices(one.voices, shown["language"]), day(one.said))
