"""What stands behind a Russian, Belarusian or Ukrainian verb of speech: a quotation, a clause with "что", "што" or "що"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.slavic import forces
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.morphology import forms
from archive.extraction.languages.slavic.particles import BREAKS, JOINING
from archive.extraction.speech.grammar import NOTHING, Content, Cued, Reached
from archive.extraction.speech.reports import ACCORDING, LINKS
from archive.extraction.speech.slavic.content.ends import content_end
from archive.extraction.speech.stretches import first_at, is_long_quote, past_links, quotation_in_clause, quotations
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

HOW = words("как як")
# "Как только", "Как правило": with these behind it the word does not tell that somebody says so.
NOT_AS_TOLD = words("только бы ни правило минимум толькі б правіла тільки мінімум раз будто")
# Before "по словам" these open the clause that it tells of.
OPENING = words("и а но што і але що й та ды однако аднак однак")
# "Деньги, | которые, по его словам, обещали": a clause within another.
WHICH = ("котор", "якi", "які", "якая", "якое", "якую", "яка", "якого", "якому", "якій")
# "Как сообщает ТАСС" stands so near to the head of the sentence.
LONGEST_OPENING = 10
# A clause has so many tokens at least.
CLAUSE_WORDS = 3
# "что", a quotation, and the comma that opens the clause behind "по словам" stand so near.
THAT_REACH = 18
QUOTE_REACH = 14
ACCORDING_REACH = 26
# The comma before "whether" stands so near, and "ли" so near behind it.
WHETHER_REACH, WITHIN_REACH = 8, 5
# What makes a clause of words, in the dictionary.
FINITE = ("VERB", "PRTS", "ADJS", "PRED")
CLAUSE, WHETHER = "clause after", "clause after whether"

BEHIND = Rules[[Reached], Content]("what stands behind a Slavic verb of speech", otherwise=NOTHING)


def behind(here: Reached) -> Content:
    """What the cue reports behind it."""
    return BEHIND(here)


@BEHIND.rule("as somebody says", "Как добавил собеседник агентства, груз уже в порту.")
def _as_told(here: Reached) -> Content | None:
    """ "Как сообщает ТАСС, дорогу откроют в мае"."""
    opens = is_as_told(here, 0) and here.cue.first <= LONGEST_OPENING
    if not opens or here.told or past_that(here.cued, here.cue.stop) is not None:
        return None
    comma = first_at(here.tokens, here.cue.stop, len(here.tokens), (",",))
    if comma is None or comma + 2 >= len(here.tokens) or _is_told_on(here.cued, comma + 1):
        return NOTHING
    return clause_from(here, comma + 1, CLAUSE)


def is_as_told(here: Reached, at: int) -> bool:
    """ "Как | сообщает", "Как | стало известно"; not "Как | только"."""
    return here.tokens[at].lower in HOW and at + 1 < len(here.tokens) and here.tokens[at + 1].lower not in NOT_AS_TOLD


def _is_told_on(cued: Cued, at: int) -> bool:
    """ "Как сообщает ТАСС, | адвокат пояснила, что": the words are hers."""
    inner = next((c for c in cued.cues if c.begin == at and c.source and c.source.kind != "body"), None)
    return inner is not None and inner.word in slavic.SAYING and past_that(cued, inner.stop) is not None


@BEHIND.rule("according to", "На думку эксперта, рынак чакае спад.")
def _according(here: Reached) -> Content | None:
    if here.cue.word != ACCORDING:
        return None
    return NOTHING if here.told else _beside_according(here)


@BEHIND.rule("quotation", "Президент України Андрій Коваль заявив: «Ми готові до переговорів».")
def _quotation(here: Reached) -> Content | None:
    quote = _quotation_at(here.cued, here.cue.stop)
    return None if quote is None or _is_of_a_thing(here, quote) else quotations(here.tokens, quote)


def _is_of_a_thing(here: Reached, at: int) -> bool:
    """ "опровергают | «оградительные» функции забора"."""
    goes_on = at + 1 < len(here.tokens) and here.tokens[at + 1].kind == "w"
    return goes_on and here.cue.word in forces.DENYING and not is_long_quote(here.tokens[at])


@BEHIND.rule("that", "Ганна Коваль дадала, што ідзе дождж.")
def _with_that(here: Reached) -> Content | None:
    that = past_that(here.cued, here.cue.stop)
    return None if that is None else clause_from(here, that, "clause after that") or None


@BEHIND.rule("whether", "Анна Новик спросила, откроют ли мост в мае.")
def _with_whether(here: Reached) -> Content | None:
    asks = here.cue.word in forces.ASKING or here.cue.word in forces.DOUBTING
    asked = past_whether(here.cued, here.cue.stop) if asks else None
    return None if asked is None else clause_from(here, asked, WHETHER) or None


@BEHIND.rule("colon", "Анна Новик уверена: мост откроют в мае.")
def _behind_colon(here: Reached) -> Content | None:
    tokens, stop = here.tokens, here.cue.stop
    introduces = not here.told and _is_subject_first(here) and stop + 1 < len(tokens) and tokens[stop].text == ":"
    return clause_from(here, stop + 1, CLAUSE) or None if introduces and tokens[stop + 1].kind == "w" else None


@BEHIND.rule("clause without a conjunction", "Председатель Олег Жданов добавил, завод всегда работал исправно.")
def _without_that(here: Reached) -> Content | None:
    if here.told or not _is_subject_first(here) or not _goes_on_behind(here):
        return None
    content = clause_from(here, here.cue.stop + 1, CLAUSE)
    return content if content and _has_verb(here, content) else None


def _is_subject_first(here: Reached) -> bool:
    source = here.cue.source
    return source is not None and source.last < here.cue.first and here.cue.word in slavic.SAYING


def _has_verb(here: Reached, content: Content) -> bool:
    """The clause says something of something: it holds a verb before its first comma, and begins with none of manner or time."""
    tokens = here.tokens
    comma = first_at(tokens, content.begin, content.end, (",",)) or content.end
    inside = [forms(token.lower) for token in tokens[content.begin : comma] if token.kind == "w"]
    opens_with_converb = any(form.part == "GRND" for form in inside[0]) if inside else True
    untold = here.cued.unit.language == "be"
    return not opens_with_converb and (untold or any(form.part in FINITE for known in inside for form in known))


@BEHIND.rule("quotation in the clause", "Жданов назвал обвинения «полной чушью и провокацией».")
def _quotation_in_clause(here: Reached) -> Content | None:
    return None if here.told else quotation_in_clause(here, here.cue.stop) or None


# ------------------------------------------------------------ where the words begin


def past_that(cued: Cued, at: int) -> int | None:
    """One past ", что" behind a verb, if no quotation or colon stands before it."""
    tokens = cued.tokens
    for n in range(at, min(len(tokens), at + THAT_REACH)):
        if tokens[n].lower in slavic.THAT and n and tokens[n - 1].text == ",":
            return n + 1 if n + 1 < len(tokens) else None
        if (tokens[n].kind == "q" and not _is_told_to(cued, n)) or tokens[n].text in (":", ";"):
            return None
    return None


def past_whether(cued: Cued, at: int) -> int | None:
    """Where the clause begins behind the comma: with "чи" or "ці" before it, or "ли" behind its first words."""
    tokens = cued.tokens
    comma = first_at(tokens, at, at + WHETHER_REACH, (",",))
    if comma is None or comma + 2 >= len(tokens):
        return None
    if tokens[comma + 1].lower in forces.WHETHER:
        return comma + 2
    opening = tokens[comma + 1 : comma + 1 + WITHIN_REACH]
    return comma + 1 if any(t.lower in forces.WITHIN_WHETHER for t in opening) else None


def _quotation_at(cued: Cued, at: int) -> int | None:
    tokens = cued.tokens
    for n in range(at, min(len(tokens), at + QUOTE_REACH)):
        if tokens[n].kind == "q" and names_source(cued, at, n):
            return None
        if tokens[n].kind == "q" and not _is_told_to(cued, n):
            return n if n == at or tokens[n - 1].text in LINKS else None
        if tokens[n].lower in BREAKS:
            return None
    return None


def names_source(cued: Cued, stop: int, at: int) -> bool:
    """ "сообщает служба радио | «Заря»": a short name that ends the reporting clause."""
    return at == stop and not is_long_quote(cued.tokens[at]) and any(cue.inverted and cue.stop == stop for cue in cued.cues)


def _is_told_to(cued: Cued, at: int) -> bool:
    """ "рассказал «Вестнику», что": a short name with a clause behind it."""
    tokens = cued.tokens
    short = tokens[at].kind == "q" and not is_long_quote(tokens[at]) and at + 2 < len(tokens)
    return short and tokens[at + 1].text == "," and tokens[at + 2].lower in slavic.THAT


def _beside_according(here: Reached) -> Content:
    """The clause before a comma and "по словам", the one on both of its sides, or the one behind the comma after it."""
    tokens, cue = here.tokens, here.cue
    begin = _clause_begin(here)
    linked = tokens[cue.first - 1].text in LINKS
    end = cue.first - linked
    if end > begin:
        return _with_words_before(here, begin, end) if linked else NOTHING
    comma = first_at(tokens, cue.stop, cue.stop + ACCORDING_REACH, (",", ":"))
    if comma is None or comma + 1 >= len(tokens) or tokens[comma + 1].kind == "p":
        return NOTHING
    return clause_from(here, comma + 1, CLAUSE)


def _clause_begin(here: Reached) -> int:
    """Where the clause begins in which "по словам" stands: "мост готов, и | рейсы, по словам мэра, начнутся"."""
    tokens, first = here.tokens, here.cue.first
    begin = past_links(tokens, here.at, first)
    joined = (n for n in range(first - 1, begin, -1) if tokens[n].lower in OPENING and (tokens[n - 1].text == "," or n >= first - 2))
    return next(joined, begin if tokens[begin].lower in JOINING else begin - 1) + 1


def _with_words_before(here: Reached, begin: int, end: int) -> Content:
    tokens, cue = here.tokens, here.cue
    if here.last and begin <= here.last.first < end:  # "…, Y сказал Z, по словам X"
        return NOTHING
    if any(tokens[n].lower.startswith(WHICH) for n in range(begin, end) if n == begin or tokens[n - 1].text in LINKS):
        return NOTHING
    if _goes_on_behind(here):
        opened = " ".join(t.lower for t in tokens[begin:end]) in slavic.OPENERS
        if opened:
            return clause_from(here, cue.stop + 1, CLAUSE)
        return Content(begin, content_end(here.cued, cue.stop + 1), "clause around")
    return Content(begin, end, "clause before", past=cue.stop) if end - begin >= CLAUSE_WORDS else NOTHING


def _goes_on_behind(here: Reached) -> bool:
    """ "Мост, по словам мэра, | откроют": no other clause and no verb of speech begins behind the comma."""
    tokens, stop = here.tokens, here.cue.stop
    if stop + 1 >= len(tokens) or tokens[stop].text != "," or tokens[stop + 1].kind == "p":
        return False
    word = tokens[stop + 1].lower
    return not (word in BREAKS or word in OPENING or word in slavic.SAYING or word.startswith(WHICH))


def _credits(tokens: Sequence[Token], at: int) -> bool:
    """ "Как сообщает «Заря», | об этом пишет «Вестник»": who told it, and nothing of what."""
    about = " ".join(t.lower for t in tokens[at : at + 2]) in slavic.ABOUT
    return about and at + 2 < len(tokens) and tokens[at + 2].lower in slavic.SAYING


# ------------------------------------------------------------ the clause as it is taken


def clause_from(here: Reached, at: int, how: str) -> Content:
    """The clause that begins at the token, if it is more than a word."""
    tokens = here.tokens
    while at + 1 < len(tokens) and tokens[at].text == ",":
        at += 1
    if _credits(tokens, at):
        return NOTHING
    end = content_end(here.cued, at)
    if sum(t.kind != "p" for t in tokens[at:end]) < 2:
        return NOTHING
    return Content(at, end, how)
