"""The words that changed between two occurrences of a claim, or a remark that says why none are shown.

Laid beside a whole sentence, an answer that says nothing by itself (“In 2024”, “Never”, “By the end of the year”) would differ in
everything, and nothing would be told by it. What is not surely an answer is taken for a sentence.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from archive import matching
from timeline.printing.language import gettext as _

if TYPE_CHECKING:
    from archive.extraction.text.tokens import Token

SHORT_WORD = 3  # letters: what stays between two changes and is not longer belongs to them
MOST_KEPT = 2_000  # pairs of texts, which stand on page after page
MOST_WORDS = 8  # of an answer
# What an answer begins with that leaves out what it was asked about.
OPENS_ANSWER = frozenset(
    """
    in on at by before after until till from within during since for of about around under over between
    not no yes never nothing none nobody only perhaps maybe probably possibly certainly absolutely definitely exactly hardly soon later
    next last early late today tomorrow yesterday now then always often sometimes once twice
    january february march april may june july august september october november december spring summer autumn winter
    monday tuesday wednesday thursday friday saturday sunday
    в во на к до после через с со из за у о об не ни нет да никогда ничего никто только скоро возможно конечно завтра сегодня вчера всегда
    у ў з із пасля праз да ні не няма так ніколі нічога толькі хутка магчыма заўтра сёння учора заўсёды
    після через до ні немає так ніколи нічого тільки скоро можливо завтра сьогодні вчора завжди
    """.split()
)
# A figure in letters opens an answer too: “Forty thousand jobs”.
NUMERALS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "thousand million billion half twice".split()
)
LONE = 2  # words, of which the first is no subject of a sentence
SUBJECTS = frozenset("i you he she it we they this that these those there я ты он она оно мы вы они это яны вони він вона ми ви".split())
TIME = re.compile(r"[0-9]{4}|[0-9]+|spring|summer|autumn|winter|year|month|week|day|год\w*|году|рок\w*|весн\w+|лет\w+|осен\w+|зим\w+", re.I)
ARTICLES = frozenset("the a an this next last".split())
BEGINNING = re.compile(r"(?<!\S)[^\W_]")  # of a word behind a blank: a text has no fewer words
VERB = re.compile(
    r"\w{2,}(?:ет|ёт|ит|ут|ют|ат|ят|ем|им|ла|ло|ли|лі|ўся|лся|лась|лись|тся|ться|цца|ть|ти|ць|ав|ив|ів|аў|іў|ыў)|будет|есть|був|был|быў",
    re.I,
)


@dataclass(frozen=True)
class Wording:
    """Some words that stayed, went or came: `op` is same, removed or added."""

    op: str
    words: str


class Remark(NamedTuple):
    """Why no changed words are shown, in the language of the page. `is_short`: one of the two is an answer that can't be compared."""

    words: Callable[[], str]
    is_short: bool = False


class Changes(NamedTuple):
    wording: tuple[Wording, ...] = ()
    remark: Remark | None = None


IN_ANOTHER_LANGUAGE = Remark(lambda: _("in another language"))
# The first whose test of the earlier and the later words holds.
REMARKS: tuple[tuple[Callable[[str, str], bool], Remark], ...] = (
    (matching.is_verbatim, Remark(lambda: _("in the same words"))),
    (
        lambda _older, words: is_elliptic(words),
        Remark(lambda: _("this is a short answer and no sentence by itself, so no words are compared"), is_short=True),
    ),
    (
        lambda older, _words: is_elliptic(older),
        Remark(lambda: _("that was a short answer and no sentence by itself, so no words are compared"), is_short=True),
    ),
)


@lru_cache(maxsize=MOST_KEPT)
def changes(older: str, words: str) -> Changes:
    """From the earlier words to the later ones, which are of one language."""
    remark = next((remark for test, remark in REMARKS if test(older, words)), None)
    return Changes(remark=remark) if remark else Changes(tuple(tidied(matching.changed_words(older, words))))


def tidied(found: list[matching.Change]) -> list[Wording]:
    """Changes as people mark them up: between two of them a single short word counts as changed too, and all that went stands before
    all that came."""
    wording: list[Wording] = []
    went: list[str] = []
    came: list[str] = []
    for place, change in enumerate(found):
        if change.op == "same" and not (0 < place < len(found) - 1 and len(change.words) <= SHORT_WORD):
            wording += _flushed(went, came)
            wording.append(Wording("same", change.words))
            went, came = [], []
            continue
        went += [change.words] if change.op != "added" else []
        came += [change.words] if change.op != "removed" else []
    return wording + _flushed(went, came)


def _flushed(went: list[str], came: list[str]) -> list[Wording]:
    return [Wording(op, " ".join(words)) for op, words in (("removed", went), ("added", came)) if words]


def is_elliptic(text: str) -> bool:
    """A few words without a verb of their own that begin as an answer does."""
    if len(BEGINNING.findall(text)) > MOST_WORDS:
        return False
    from archive.extraction.text.tokens import tokens_of  # noqa: PLC0415 - a third of a second, for pages of claims alone

    words = [token for token in tokens_of(text, 0, len(text)) if token.kind == "w"]
    if not 0 < len(words) <= MOST_WORDS or _has_verb(text, words):
        return False
    first, last = words[0].lower, words[-1].lower
    opens = first in OPENS_ANSWER or first in NUMERALS or first[0].isdigit()
    is_lone = len(words) <= LONE and first not in SUBJECTS
    return opens or is_lone or (first in ARTICLES and TIME.fullmatch(last) is not None)


def _has_verb(text: str, words: list["Token"]) -> bool:
    from archive.extraction.languages.families import is_mostly_cyrillic  # noqa: PLC0415 - as above
    from archive.extraction.speech.english.predicates import is_finite  # noqa: PLC0415 - as above

    if is_mostly_cyrillic(text):
        return any(VERB.fullmatch(word.text) and word.lower not in OPENS_ANSWER for word in words)
    return any(is_finite(words, at) for at in range(len(words)))
