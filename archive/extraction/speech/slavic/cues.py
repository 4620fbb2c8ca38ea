"""Finds the verbs of speech of a Russian, Belarusian or Ukrainian sentence, each with its source on either side, and phrases such as
"по словам"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from archive.extraction.languages import words
from archive.extraction.languages.slavic import forces, occasions, particles
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.cases import gender_of_verb
from archive.extraction.languages.slavic.morphology import cases_of, forms
from archive.extraction.people.unit import Unit
from archive.extraction.speech.colons import colon_cue, is_colon
from archive.extraction.speech.reports import DASHES, Cue, Source
from archive.extraction.speech.slavic.asides import behind_aside, past_days
from archive.extraction.speech.slavic.left import anyone_left, before_adjunct, clause_subject, left_of
from archive.extraction.speech.slavic.noun_phrases import lower_at, past_hearer, source_of
from archive.extraction.speech.slavic.relatives import before_hearer, is_told, quoted, speaking
from archive.extraction.speech.slavic.right import anyone_right, called, from_calling, right_of
from archive.extraction.speech.slavic.unsaid import is_unsaid
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

# With "not" before them these say something all the same: "не исключил, что", "не скрывал, что".
NEGATED = forces.NOT_RULED_OUT | forces.NOT_HIDDEN
# Before a second verb of one subject: "вышел и | сказал".
TOGETHER = particles.AND | words("а но але однако однак аднак проте")
# What stands between a dash and its verb.
BEFORE_VERB = particles.INSERTED | particles.ADVERBS
MANNER = re.compile(r"[а-яіўєґ]{2,14}(?:енно|ивно|ично|льно|рдо|стро|ратко|нно|чна|льна)")
LOCATIVE = "loct"
# Times, occasions and places at large, in which others than a body speak: "сообщили | в мае".
TIMES = tuple(
    "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр студзен лют сакавік красавік чэрвен ліпен жні верас кастрычнік"
    " лістапад снеж січ берез квіт трав черв лип серп верес жовт листопад груд год рок недел тыжн тижн час утр вечер веч ран сет мереж"
    " народ город горад місті мир світ стран країн".split()
)
NO_BODY = (*occasions.STEMS, *occasions.WRITING_STEMS, *TIMES)
TELLING = ("ают", "яют", "ують", "яють", "ають", "аюць", "уюць")  # "сообщают"
MANY = ("ли", "лі")  # the past of many, as nobody's name has it: "сообщили"
# Behind these stands whoever says so: "по данным | следствия".
WITH_ANYBODY = frozenset(phrase for phrase in slavic.ACCORDING if len(phrase) > 1 and phrase[-1] != "з")
# The phrases "по словам", "згідно з" by their first word.
BY_FIRST = {first: tuple(phrase for phrase in slavic.ACCORDING if phrase[0] == first) for first, *_ in slavic.ACCORDING}


def cues_of(unit: Unit) -> list[Cue]:
    """The cues of the sentence in order."""
    found: list[Cue] = []
    for at, token in enumerate(unit.tokens):
        if is_colon(unit, at):
            cue = colon_cue(unit, at, left_of(unit, at - 1), particles.JOINING)
            found += [cue] if cue else []
        if token.kind != "w":
            continue
        phrase = _words_of(unit, at) or according(unit, at)
        if phrase:
            found.append(phrase)
        elif token.lower in (NEGATED if _is_negated(unit.tokens, at) else slavic.SAYING):
            cue = _cue_of(Verb(unit, at, found[-1].source if found else None))
            if cue and not is_unsaid(unit.tokens, cue):
                found.append(cue)
    return found


def _is_negated(tokens: tuple[Token, ...], at: int) -> bool:
    return lower_at(tokens, at - 1) in particles.NOT


def according(unit: Unit, at: int) -> Cue | None:
    """ "по словам министра": the source is in the genitive after it."""
    tokens = unit.tokens
    for phrase in BY_FIRST.get(tokens[at].lower, ()):
        if tuple(t.lower for t in tokens[at : at + len(phrase)]) == phrase:
            behind = at + len(phrase)
            source = (called(unit, behind) if phrase[-1] in slavic.WORDS_OF else None) or right_of(unit, behind)
            source = source or (anyone_right(unit, behind, particles.PLACING) if phrase in WITH_ANYBODY else None)
            return Cue(at, at + len(phrase) - 1, "according to", quoted(unit, source)) if source else None
    return None


def _words_of(unit: Unit, at: int) -> Cue | None:
    """ "по его словам"."""
    tokens = unit.tokens
    if at + 2 >= len(tokens) or tokens[at].lower not in slavic.BEFORE_WORDS_OF:
        return None
    owner = next((n for n in (at + 1, at + 2) if tokens[n].lower in slavic.POSSESSIVES), None)
    of_another = owner == at + 2 and at + 3 < len(tokens) and tokens[at + 3].kind == "w"  # "по словам его | помощника"
    if owner is None or of_another or not {tokens[at + 1].lower, tokens[at + 2].lower} & slavic.WORDS_OF:
        return None
    source = Source("pronoun", slavic.POSSESSIVES[tokens[owner].lower], at, at + 2, tokens[owner].start, tokens[owner].end)
    return Cue(at, at + 2, "according to", source)


@dataclass(frozen=True)
class Verb:
    """A verb of speech at token `at`, and who may be its subject; `before` is the source of the verb of speech before it."""

    unit: Unit
    at: int
    before: Source | None

    @cached_property
    def opening(self) -> int:
        """The first token of the verb with its adverbs: "— | также твёрдо сказал"."""
        tokens, at = self.unit.tokens, self.at
        while at > 1 and (tokens[at - 1].lower in BEFORE_VERB or MANNER.fullmatch(tokens[at - 1].lower)):
            at -= 1
        return at

    @cached_property
    def is_after_words(self) -> bool:
        """What it reports may end right before it."""
        ended = self.unit.tokens[self.opening - 1] if self.opening else None
        return ended is not None and (ended.kind == "q" or ended.text == "," or ended.text in DASHES)

    @cached_property
    def left(self) -> Source | None:
        """Who stands before the verb; before "и" it is the subject of the clause, or of the verb of speech before."""
        if lower_at(self.unit.tokens, self.opening - 1) in TOGETHER:
            return self.before or clause_subject(self.unit, self.opening - 1)
        return left_of(self.unit, self.at - 1) or before_adjunct(self.unit, self.at - 1)

    @cached_property
    def is_within(self) -> bool:
        """ "сообщили | в министерстве"; one person is not said to speak so."""
        tokens, at = self.unit.tokens, self.past_days
        return at + 1 < len(tokens) and tokens[at].lower in particles.WITHIN

    @cached_property
    def past_days(self) -> int:
        return past_days(self.unit.tokens, self.at + 1)

    @property
    def behind(self) -> int:
        """The token with which a source behind the verb begins."""
        return self.past_days + 1 if self.is_within else past_hearer(self.unit, self.past_days)

    @cached_property
    def right(self) -> Source | None:
        """Who stands behind the verb, or behind the day, the place and the occasion."""
        beyond = behind_aside(self.unit, self.past_days)
        if beyond is not None:
            return right_of(self.unit, beyond)
        if self.is_within and gender_of_verb(self.unit.tokens[self.at].lower):
            return None
        source = right_of(self.unit, self.behind)
        if source is None or source.kind == "body":
            return self._told_body(source) if source else self._inside()
        if self.is_within and source.kind == "role":
            return from_calling(self.unit, source)
        return None if self.is_within and source.kind == "person" else source

    def _inside(self) -> Source | None:
        """ "сообщили | в центре": a place of which no word tells that it is a body, and no occasion."""
        tokens, at = self.unit.tokens, self.behind
        if not self.is_within or not tokens[self.at].lower.endswith((*MANY, *TELLING)) or tokens[at].lower.startswith(NO_BODY):
            return None
        word = tokens[at].lower
        return source_of(self.unit, "body", word, at, at) if LOCATIVE in cases_of(word) or not forms(word) else None

    def _told_body(self, body: Source) -> Source:
        """ "повідомили | Інформбюро у прес-службі": who was told stands before the body that tells."""
        tokens, at = self.unit.tokens, body.last + 1
        if body.first != body.last or not tokens[self.at].lower.endswith(MANY):
            return body
        if at + 1 >= len(tokens) or tokens[at].lower not in particles.WITHIN:
            return body
        telling = right_of(self.unit, at + 1)
        return telling if telling and telling.kind == "body" else body


def _cue_of(verb: Verb) -> Cue | None:
    """The verb with its source, if somebody speaks."""
    tokens = verb.unit.tokens
    source, inverted = SPEAKER(verb)
    if source is None:
        return None
    source = speaking(verb.unit, source)
    first = verb.opening if verb.is_after_words else verb.at
    return Cue(first, verb.at, tokens[verb.at].lower, source, inverted=inverted)


Found = tuple[Source | None, bool]
# The answer is the source, and whether it stands behind the verb.
SPEAKER = Rules[[Verb], Found]("whose verb of speech is it in a Slavic sentence", otherwise=(None, False))


def _behind(source: Source | None) -> Found | None:
    return (source, True) if source else None


def _before(source: Source | None) -> Found | None:
    return (source, False) if source else None


def _without_hearer(verb: Verb) -> Source | None:
    return before_hearer(verb.unit, verb.right) if verb.right else None


@SPEAKER.rule("behind the verb that follows the words", "«Мост откроют в мае, а дорогу починят», — сказал министр.")
def _after_words(verb: Verb) -> Found | None:
    return _behind(_without_hearer(verb)) if verb.is_after_words else None


@SPEAKER.rule("before the verb", "Министр заявил, что мост откроют в мае.")
def _left(verb: Verb) -> Found | None:
    return None if verb.left and is_told(verb.unit, verb.left) else _before(verb.left)


@SPEAKER.rule("behind the verb", "Вчера сообщил министр транспорта, что мост откроют в мае.")
def _right(verb: Verb) -> Found | None:
    return _behind(_without_hearer(verb))


@SPEAKER.rule("anyone behind the verb that follows the words", "Мост, уточнил охранявший его, откроют в мае.")
def _anyone_right(verb: Verb) -> Found | None:
    return _behind(anyone_right(verb.unit, verb.behind)) if verb.is_after_words and not verb.is_within else None


@SPEAKER.rule("anyone before the verb", "Вчера прохожий рассказал, что мост откроют в мае.")
def _anyone_left(verb: Verb) -> Found | None:
    return _before(anyone_left(verb.unit, verb.at - 1))
