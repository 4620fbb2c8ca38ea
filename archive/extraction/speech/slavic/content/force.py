"""How a speaker holds the Russian, Belarusian or Ukrainian words that are reported: denied, asked, supposed, or asserted as most are.

What the words themselves tell is asserted as it is. What stands before them makes the force: "опровергла, что", "спросила, … ли",
"сказала, что не знает, … ли". Hopes and doubts suppose what they are of, and so does what is "не исключено", "не опровергнуто" or "не
подтверждено": the speaker leaves it open.
"""

from __future__ import annotations

import re
from functools import cached_property

from archive.extraction.languages import words
from archive.extraction.languages.slavic import forces, particles
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.speech.grammar import Content, Cued, Held
from archive.extraction.speech.holding import Holding
from archive.extraction.speech.reports import ASKED, ASSERTED, DENIED, SUPPOSED, Cue
from archive.extraction.speech.slavic.content.behind import WHETHER, past_whether
from archive.extraction.text.rules import Rules

# ", но", and " - это просто ремонт": what the reporter, or the speaker, says of it.
AGAINST = words("но однако хотя але хоча аднак хоць это гэта це")
LIKENING = words("как як")
PRONOUN = r"(?:(?:он|она|они|ён|яна|яны|він|вона|вони|им|ему|ей) )?"
THAT = r" , (?:что|што|що) "
# "сказал, что | это неправда, что".
FALSE = re.compile(rf"(?:это |то )?(?:неправда|не правда|ложь|неверно|не соответствует действительности|няпраўда|хлусня|брехня){THAT}")
# "сказал, что | не уверен, что".
UNSURE = re.compile(
    rf"{PRONOUN}(?:не (?:уверен[аы]?|[ўу]пэўнен[ыа]|впевнен(?:ий|а|і))|сомнева(?:ется|ются)|сумніва(?:ється|ються)|сумнява(?:ецца|юцца))"
    rf"(?: в том| у тым| у тому)?{THAT}"
)
# "сказал, что | не знает, откроют ли".
UNKNOWN = re.compile(
    rf"{PRONOUN}(?:пока |пока что |ещё |еще |точно |пакуль |поки )?(?:не (?:знает|знают|ведае|ведаюць|знає|знають|уверена?)"
    r"|не ?известно|невядома|невідомо) ,"
)
# "слова министра, | который сказал, что": what another said is denied with his words.
WHICH = ("котор", "які", "якая", "яка")
# ", | заявляя, что": what the speaker did meanwhile.
CONVERB = re.compile(r"\w{3,20}(?:я|в|вши|шы|ши|ючи|ючы|учи|учы|ячи|ячы)")

FORCE = Rules[["SlavicHolding"], Held | None]("how does the speaker hold these Slavic words", otherwise=None)


class SlavicHolding(Holding):
    """What a Slavic cue reports."""

    def is_set_against(self, begin: int, at: int) -> bool:
        """Behind ", и" with a verb of speech the speaker goes on: "что мост закрыт, | и назвали это"."""
        if super().is_set_against(begin, at):
            return True
        return self.tokens[at].text == "," and self.tokens[at + 1].lower in particles.AND and self.tokens[at + 2].lower in slavic.SAYING

    @cached_property
    def negation(self) -> int | None:
        """ "| не исключил"."""
        at = self.cue.last - 1
        return at if at >= 0 and self.tokens[at].lower in particles.NOT else None

    @cached_property
    def said_between(self) -> int | None:
        """The verb by which the speaker goes on before the words: "опроверг это, | заявив, что"."""
        between = range(self.cue.last + 1, self.content.begin)
        verb = next((n for n in between if self.tokens[n].lower in slavic.SAYING or self._is_converb(n)), None)
        of_another = verb is not None and any(self.tokens[n].lower.startswith(WHICH) for n in between if n < verb)
        return None if of_another else verb

    def _is_converb(self, at: int) -> bool:
        alone = self.tokens[at - 1].text == "," == self.tokens[at + 1].text
        return alone and CONVERB.fullmatch(self.tokens[at].lower) is not None


def held(cued: Cued, cue: Cue, content: Content) -> Held | None:
    """How the speaker holds the content; None where it is asserted."""
    return FORCE(SlavicHolding(cued, cue, content, AGAINST, LIKENING))


@FORCE.rule("not true", "Анна Новик сказала, что неправда, что мост закрыт.")
def _not_true(one: SlavicHolding) -> Held | None:
    return one.rest_held(DENIED, one.opened_by(FALSE))


@FORCE.rule("not sure that", "Анна Новик сказала, что не уверена, что мост откроют.")
def _not_sure(one: SlavicHolding) -> Held | None:
    return one.rest_held(SUPPOSED, one.opened_by(UNSURE))


@FORCE.rule("does not know whether", "Анна Новик сказала, что не знает, откроют ли мост.")
def _not_known(one: SlavicHolding) -> Held | None:
    unknown = one.opened_by(UNKNOWN) is not None
    return one.rest_held(SUPPOSED, past_whether(one.cued, one.content.begin)) if unknown else None


@FORCE.rule("hearsay", "Министр якобы заявил, что мост откроют в мае.")
def _hearsay(one: SlavicHolding) -> Held | None:
    heard = one.cue.last - 1
    return one.held(SUPPOSED, heard) if heard >= 0 and one.tokens[heard].lower in forces.HEARSAY else None


@FORCE.rule("said in between", "Анна Новик опровергла это, заявив, что мост открыт.")
def _in_between(one: SlavicHolding) -> Held | None:
    """What stands behind the second verb is asserted, and that verb tells so."""
    doubted = one.cue.word in forces.DENYING or one.cue.word in forces.SUPPOSING or one.negation is not None
    said = one.said_between if doubted and not one.content.apart else None
    return Held(ASSERTED, said, said, one.content.begin, one.content.end) if said is not None else None


@FORCE.rule("not ruled out", "Министр не исключил, что мост закроют.")
def _not_ruled_out(one: SlavicHolding) -> Held | None:
    supposed = one.negation is not None and one.cue.word in forces.NOT_RULED_OUT and not one.is_in_own_words
    return one.held(SUPPOSED, one.negation) if supposed and one.negation is not None else None


@FORCE.rule("called a lie", "Анна Новик назвала ложью утверждение, что мост закрыт.")
def _called_a_lie(one: SlavicHolding) -> Held | None:
    between = one.tokens[one.cue.last + 1 : one.content.begin] if one.cue.word in forces.CALLING and not one.content.apart else ()
    return one.held(DENIED, one.cue.last) if any(t.lower in forces.LIES for t in between) else None


@FORCE.rule("denied", "Анна Новик опровергла, что программа закрыта.")
def _denied(one: SlavicHolding) -> Held | None:
    denied = one.negation is None and one.cue.word in forces.DENYING and not one.is_in_own_words
    return one.held(DENIED, one.cue.last) if denied else None


@FORCE.rule("asked whether", "Анна Новик спросила, откроют ли мост в мае.")
def _asked(one: SlavicHolding) -> Held | None:
    return one.held(ASKED, one.cue.last) if one.cue.word in forces.ASKING and one.content.how == WHETHER else None


@FORCE.rule("supposed", "Анна Новик надеется, что мост откроют в мае.")
def _supposed(one: SlavicHolding) -> Held | None:
    supposed = one.negation is None and one.cue.word in forces.SUPPOSING and not one.is_in_own_words
    return one.held(SUPPOSED, one.cue.last) if supposed else None


@FORCE.rule("expressed hope", "Анна Новик выразила надежду, что мост откроют в мае.")
def _hoped(one: SlavicHolding) -> Held | None:
    between = one.tokens[one.cue.last + 1 : one.content.begin] if one.is_behind else ()
    return one.held(SUPPOSED, one.cue.last) if any(t.lower in forces.FEELINGS for t in between) else None
