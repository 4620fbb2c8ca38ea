"""What stands before and around a Russian, Belarusian or Ukrainian verb of speech: "Дорогу откроют, сказала Анна Ли"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages.slavic import forces
from archive.extraction.languages.slavic import verbs as slavic_verbs
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.converbs import CONVERB
from archive.extraction.languages.slavic.particles import BREAKS
from archive.extraction.speech.grammar import NOTHING, Content, Cued, Reached
from archive.extraction.speech.reports import ACCORDING, LINKS
from archive.extraction.speech.slavic.content.behind import CLAUSE, HOW, clause_from, is_as_told, names_source, past_that
from archive.extraction.speech.slavic.content.ends import LEAST_WORDS, content_end
from archive.extraction.speech.slavic.content.titles import is_title
from archive.extraction.speech.slavic.noun_phrases import is_short_quote
from archive.extraction.speech.stretches import past_links
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

# A clause is cut in two behind so many words at most.
MOST_SPLIT = 4
# Before ", как отметил министр," stand so many.
MOST_BEFORE_HOW = 16
# The colon stands so near to the verb that announces it.
COLON_REACH = 3
NO_CLAUSE = BREAKS | slavic.SAYING
FORWARD = forces.DENYING | forces.DOUBTING | (forces.ASKING - slavic_verbs.ALL)
AROUND = Rules[[Reached], Content]("what stands around a Slavic reporting clause", otherwise=NOTHING)
TRAILS = Rules[[Reached, int], bool]("is the Slavic clause before the verb what it reports", otherwise=True)


def opening(here: Reached) -> int:
    return here.cue.begin


def past_opener(cued: Cued, begin: int, end: int) -> int:
    return past_links(cued.tokens, begin, end)


# ------------------------------------------------------------ the reporter in the middle: «Договор, уточнил чиновник, подпишут в Минске»


def around(here: Reached) -> Content:
    """What the cue reports on both of its sides, or behind it where the reporter's words alone stand before it."""
    return AROUND(here) if _stands_between(here) else NOTHING


def _stands_between(here: Reached) -> bool:
    """Few words before the reporting clause, marks on both of its sides, and words behind it."""
    cue, tokens, end = here.cue, here.tokens, here.cue.begin - 1
    as_told = end > here.at and tokens[end].lower in HOW
    end -= as_told
    few = 0 < end - here.at <= (MOST_BEFORE_HOW if as_told else MOST_SPLIT)
    if not (cue.inverted and cue.word in slavic.SAYING) or not few or cue.stop + 2 >= len(tokens):
        return False
    return tokens[end].text in LINKS and tokens[cue.stop].text == ","


def _words_before(here: Reached) -> Sequence[Token]:
    """Those before the comma of the reporting clause."""
    end = here.cue.begin - 1
    return here.tokens[here.at : end - (here.tokens[end].lower in HOW)]


@AROUND.rule("opener", "При этом, добавил Петров, цены на хлеб не вырастут до конца года.")
def _behind_opener(here: Reached) -> Content | None:
    opened = " ".join(t.lower for t in _words_before(here)) in slavic.OPENERS
    return clause_from(here, here.cue.stop + 1, CLAUSE) if opened else None


@AROUND.when("more than words before", NOTHING, "«Мы не отступим», — подчеркнул он, добавив, что мост закрыт.")
def _is_marked(here: Reached) -> bool:
    return any(t.kind != "w" for t in _words_before(here))


@AROUND.when("another clause behind", NOTHING, "Мост, уточнил чиновник, который приехал, закрыт.")
def _begins_another(here: Reached) -> bool:
    second = here.cue.stop + 1
    return here.tokens[second].lower in NO_CLAUSE or any(second in (cue.begin, cue.first) for cue in here.cued.cues)


@AROUND.rule("one clause", "Договор, уточнил чиновник, подпишут в Минске.")
def _one_clause(here: Reached) -> Content:
    return Content(here.at, content_end(here.cued, here.cue.stop + 1), "clause around")


def continuation(here: Reached) -> Content:
    """What follows the reporting clause is the reporter's, unless the clause is cut in two."""
    return NOTHING


# ------------------------------------------------------------ the reporter behind


def trails(here: Reached, end: int) -> bool:
    """The words from where the walk stands to the token are what the cue behind them reports."""
    return TRAILS(here, end)


@TRAILS.when("too few words", False, "Правда, Иван Ковалёв сказал, что мост закрыт.")
def _is_few(here: Reached, end: int) -> bool:
    return sum(t.kind == "w" for t in here.tokens[here.at : end]) < LEAST_WORDS


@TRAILS.when("according to somebody", False, "Мост откроют в мае, по словам министра.")
def _is_according(here: Reached, end: int) -> bool:
    """What stands before, around and behind it is looked at together."""
    return here.cue.word == ACCORDING


@TRAILS.when("another's verb of speech", False, "«Мост откроют в мае, а дорогу починят», — сказал министр, сообщает Ространс.")
def _is_of_another(here: Reached, end: int) -> bool:
    return here.last is not None and past_links(here.tokens, here.at, end) == here.last.first


@TRAILS.when("what the speaker did", False, "Выступаючи в залі, міністр Андрій Коваль пояснив зміст угоди.")
def _is_converb(here: Reached, end: int) -> bool:
    return CONVERB.fullmatch(here.tokens[here.at].lower) is not None


@TRAILS.when("verb of what stands behind it", False, "Мост закрыт до мая, отверг обвинения Иван Ковалёв.")
def _is_forward(here: Reached, end: int) -> bool:
    """ "Мост закрыт, отверг обвинения министр": who denies in this order has said the words, or their opposite."""
    return here.cue.word in FORWARD


@TRAILS.when("as another says", False, "Как стало известно вчера, сказала Анна Новик.")
def _is_as_told(here: Reached, end: int) -> bool:
    return is_as_told(here, here.at)


@TRAILS.when("words behind the verb", False, "Мост закрыт, Ольга Рыбак сказала: «Здесь прямая связь».")
def _introduces(here: Reached, end: int) -> bool:
    """A quotation, a colon or "что" follows the verb."""
    tokens, stop = here.tokens, here.cue.stop
    if stop >= len(tokens):
        return False
    at = next((n for n in range(stop, min(len(tokens), stop + COLON_REACH)) if tokens[n].kind != "w"), stop)
    named = names_source(here.cued, stop, at) or (is_short_quote(tokens[at]) and is_title(here.cued, at))
    return (tokens[at].kind == "q" and not named) or tokens[at].text == ":" or past_that(here.cued, stop) is not None
