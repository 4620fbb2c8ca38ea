"""What was found for a pasted text, as markup: each statement with how sure it is, why, and the words that are like the text.

{% likenesses rows %}
"""

from collections.abc import Iterable

from django.utils.safestring import SafeString

from timeline.alike.finding import Likeness
from timeline.printing.addresses import link
from timeline.printing.language import one_language
from timeline.printing.language import word as _
from timeline.printing.markup import NOTHING, joined, part
from timeline.printing.spine import CARRIES, LANGUAGE, PLACE, day, held, notes, quote, tag, voices

LIKENESS = part(
    '<li class="entry" id="s-%s">\n<div class="when">%s<i class="mark %s"></i></div>\n<article>\n'
    '<p class="held"><span class="stamp %s">%s</span></p>\n%s\n%s\n%s\n'
    '<blockquote class="words %s"%s dir="auto">%s</blockquote>\n'
    '<p class="by">%s <span class="in">— %s</span> <a href="%s"><bdi>%s</bdi></a>%s&ensp;'
    '<span class="acts"><a href="%s">%s</a></span></p>\n'
    '<p class="also why"><b>%s</b> %s%s</p>\n</article>\n</li>'
)
SENTENCE = part(' %s <q dir="auto">%s</q>')


def likenesses(rows: Iterable[Likeness]) -> SafeString:
    """Which sentence of the text it is like is told where the list tells of several."""
    rows = list(rows)
    is_of_one = len({row.sentence for row in rows}) == 1
    with one_language():
        return joined([_likeness(row, NOTHING if is_of_one else SENTENCE(_("Your words:"), row.sentence)) for row in rows])


def _likeness(row: Likeness, sentence: SafeString) -> SafeString:
    entry, shown, source, grade = row.entry, row.entry.shown, row.entry.source, row.grade
    return LIKENESS(
        shown["id"], day(entry.said), entry.shape,
        grade.tone, grade.words,
        CARRIES(joined([tag(one, shown["id"]) for one in entry.tags])) if entry.tags else NOTHING,
        notes(source), held(shown["force"], entry.tags),
        shown["kind"], LANGUAGE(shown["language"]) if shown["language"] else NOTHING, quote(row.pieces),
        voices(entry.voices), _("in"), link("document", source.public_id), source.outlet,
        PLACE(shown["locator"]) if shown["locator"] else NOTHING,
        link("statement", shown["id"]), _("link to this statement"),
        _("Why:"), row.reasons, sentence,
    )  # fmt: skip
