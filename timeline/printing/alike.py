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
from timeline.printing.spine import CARRIES, heading, held, notes, placed, printed_in, quote, tag, told_apart, voices
from timeline.printing.tongues import lang

LEVEL = 3  # of the heading of each
LIKENESS = part(
    '<li class="entry" id="s-%s">\n%s\n<article>\n'
    '<p class="held"><span class="stamp %s">%s</span></p>\n%s\n%s\n%s\n'
    '<blockquote class="words %s"%s dir="auto">%s</blockquote>\n'
    '<p class="by">%s <span class="in">— %s</span> %s%s&ensp;'
    '<span class="acts"><a href="%s">%s%s</a></span></p>\n'
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
    own = link("statement", shown["id"])
    return LIKENESS(
        shown["id"], heading(entry, entry.shape, LEVEL),
        grade.tone, grade.words,
        CARRIES(joined([tag(one, shown["id"]) for one in entry.tags])) if entry.tags else NOTHING,
        notes(source), held(shown["force"], entry.tags),
        shown["kind"], lang(shown["text"], shown["language"]), quote(row.pieces, own),
        voices(entry.voices, shown["language"]), _("in"), printed_in(source, shown["language"]), placed(shown["locator"]),
        own, _("link to this statement"), told_apart(entry),
        _("Why:"), row.reasons, sentence,
    )  # fmt: skip
