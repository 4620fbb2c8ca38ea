"""Date expressions of Russian, Belarusian and Ukrainian: one grammar, made for each language from its words."""

from __future__ import annotations

import re

from archive.extraction.dates.core import DateGrammar
from archive.extraction.dates.direction import NEVER
from archive.extraction.dates.slavic.belarusian import BELARUSIAN
from archive.extraction.dates.slavic.calendar import days_and_months, years_and_longer
from archive.extraction.dates.slavic.direction import SLAVIC
from archive.extraction.dates.slavic.forms import counted_by, either, number_of, numbers_of
from archive.extraction.dates.slavic.lists import several_days
from archive.extraction.dates.slavic.narrative import beside_the_date_before, so_long_from_the_date_before
from archive.extraction.dates.slavic.relative import (
    feast_days,
    lately,
    seasons_and_weekends,
    so_long,
    units_alone,
    units_beside,
    weekdays,
    years_in_a_word,
)
from archive.extraction.dates.slavic.russian import RUSSIAN
from archive.extraction.dates.slavic.ukrainian import UKRAINIAN
from archive.extraction.dates.slavic.words import SlavicWords
from archive.extraction.dates.surroundings import Surroundings

ROOMS = (
    days_and_months,
    several_days,
    weekdays,
    years_and_longer,
    units_beside,
    years_in_a_word,
    units_alone,
    so_long,
    lately,
    seasons_and_weekends,
    feast_days,
    so_long_from_the_date_before,
    beside_the_date_before,
)


# Behind a bare year these are counted by no number: small words, and names.
NOT_COUNTED = (
    r"(?:и|а|но|на|в|во|у|ў|з|с|со|из|із|по|за|к|при|он|она|они|оно|его|её|их|мы|не|там|тут|уже|был[аио]?|і|й|та|але|до|да|від|ад|він|вона|вони|його|її|їх|ми"
    r"|ён|яна|яны|яго|яе|мы|вже|ўжо|быў|была|былі|бу[вл]\w?|после|после|пасля|після|через|праз)\b|[А-ЯЁІЇЄҐЎ]"
)


def grammar_of(w: SlavicWords) -> DateGrammar:
    grammar = DateGrammar()
    for register in ROOMS:
        register(grammar, w)
    return grammar


def surroundings_of(w: SlavicWords) -> Surroundings:
    within = either(w.within.split("|"))
    numbers = numbers_of(w)
    part = "|".join(pattern for pattern, _ in w.parts)
    return Surroundings(
        part=re.compile(rf"(?:(?<!\w)(?:{within})\s)?(?<!\w)(?P<part>{part})(?P<months>(?P<final>(?!)))?\s{{1,3}}$", re.IGNORECASE),
        parts=tuple((pattern.lower(), name) for pattern, name in w.parts),
        relation=re.compile(
            rf"(?<!\w)(?:(?P<since>{w.since})|(?P<until>{w.until})|(?P<after>{w.after})|(?P<around>{w.around})|(?P<perhaps>{w.perhaps}))\s{{1,3}}$",
            re.IGNORECASE,
        ),
        company=re.compile(rf"(?:(?P<sure>\()|(?<!\w)(?:{within}|{w.until}|{w.after})\s)(?P<named>)(?P<own>(?!))?$", re.IGNORECASE),
        named_by=re.compile(r"(?!)"),
        leads=re.compile(r"(?!)"),
        people=re.compile(r"(?!)"),
        after=re.compile(rf"\s(?!{NOT_COUNTED}|{w.past_verb}\b)(?P<unit>[\w’'-]{{1,20}})\b"),
        noun=re.compile(rf"\s(?!{NOT_COUNTED}|{w.past_verb}\b)\w"),
        joins=re.compile(rf"\s(?:{w.ranged})\s|(?P<dash>\s?[-–—]\s?)|(?P<and>\s(?:{w.and_})\s)"),
        counted=re.compile(rf"(?<!\w)(?:(?P<back>за)|{w.after_so_long})\s{counted_by(w)}\s(?:{w.until}|перед|{w.after})\s$", re.IGNORECASE),
        number_of=lambda word: number_of(word, numbers),
        opens=re.compile(rf"(?<!\w)(?:(?P<frame>{w.opens})|(?P<between>{w.between})|{within})\s$", re.IGNORECASE),
        listed=re.compile(r",?\s(?:и|или|та|або|чи|й|і|ці)\s(?:в\s|у\s)?|,\s|\s?[-–—]\s?"),
        from_to=re.compile(r"\d\s{1,2}(?:по|па|до|да)\s{1,2}\d"),
        apart=NEVER,
        still=NEVER,
        verbs=SLAVIC,
    )


LANGUAGES = {code: (grammar_of(words), surroundings_of(words)) for code, words in (("ru", RUSSIAN), ("be", BELARUSIAN), ("uk", UKRAINIAN))}
