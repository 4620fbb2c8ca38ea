"""What is the name of an outlet: of a news agency that is known, or by its look. And the clock that a known agency goes by."""

from __future__ import annotations

import re
from collections.abc import Mapping

from archive.extraction.languages import words
from archive.extraction.languages.english.bodies import PAPERS
from archive.extraction.languages.english.nouns import BODIES as ENGLISH_BODIES
from archive.extraction.languages.slavic.words import BODY_STEMS
from archive.extraction.text.rules import Rules

# Agencies that write for readers of one country, in its time.
NATIONAL = {
    "Europe/Minsk": "BelTA, БелТА, БЕЛТА, БЕЛТА Ньюс",
    "Europe/Moscow": "TASS, ТАСС, ITAR-TASS, ИТАР-ТАСС, RIA Novosti, РИА Новости, РИАН, INTERFAX.RU",
    "Europe/Kyiv": "Ukrinform, Укринформ, Укрінформ, UNIAN, УНИАН, УНІАН",
    "Europe/Warsaw": "PAP, ПАП",
    "Europe/Rome": "ANSA",
    "Asia/Shanghai": "Xinhua, Синьхуа",
    "Asia/Seoul": "Yonhap",
    "Asia/Tokyo": "Kyodo",
    "Asia/Kolkata": "PTI",
    "Europe/Istanbul": "Anadolu",
}
OTHERS = (
    "Reuters, Рейтер, AP, Associated Press, The Associated Press, AFP, EFE, DPA, dpa, EPA, UPI, CNN, BBC, Bloomberg, Interfax, Интерфакс"
    ", Interfax-Ukraine, Интерфакс-Украина, Інтерфакс-Україна, Sputnik, Спутник, Prime, Прайм, Regnum, PRNewswire, Business Wire, UrduPoint"
)
ZONES: Mapping[str, str] = {name.casefold(): zone for zone, names in NATIONAL.items() for name in names.split(", ")}
KNOWN = frozenset(ZONES) | {name.casefold() for name in OTHERS.split(", ")}
SLAVIC_PAPERS = words("новости новини навіны газета вести вісті весткі известия вестник вісник веснік правда хроника агентство агенція")
NEWS_AGENCY = re.compile(
    r"^(?:[^\W\d_a-z]\w+\s){1,3}(?:News|Press|Information|Telegraph)\sAgency$|^(?:Информационное\s[Аа]гентство|ИА)\s[«\"]"
)
FIRST_WORDS = words("radio радио радыё радіо телеканал газета сайт агентство агенція")
BODIES = ENGLISH_BODIES - words("agency newspaper magazine paper channel broadcaster network outlet station service nation guard")
STEMS = tuple(stem for stem in BODY_STEMS if not stem.startswith("аген"))
MADE_UP = re.compile(r"[^\W\d_]{1,20}[a-zа-яёіўїє]\d{0,2}[A-ZА-ЯЁІЎЇЄ]|\w{2,30}\.(?:[a-z]{2,4}|[A-Z]{2,3}|РУ|БЕЛ)$")
MOST_WORDS, MOST_WORDS_MADE_UP = 6, 3


def zone_of_agency(agency: str) -> str | None:
    return ZONES.get(agency.casefold())


def is_outlet(name: str) -> bool:
    """Whether the name is an outlet's by itself, wherever it stands."""
    return IS_OUTLET(name)


IS_OUTLET = Rules[[str], bool]("is this name an outlet's", otherwise=False)


@IS_OUTLET.when("known agency", True, "ARDO (Reuters) - The bridge will open, Anna Hill said.")
def is_known(name: str) -> bool:
    return name.casefold() in KNOWN


@IS_OUTLET.when("word of papers", True, "Harbour Gazette\n17 May 2023\n\nThe bridge will open, Anna Hill said.")
def _has_word_of_papers(name: str) -> bool:
    """ "The Ardo Times", "Радио «Берег»", "Coast News Agency": one such word alone heads a page of them."""
    parts = name.partition(" (")[0].split()
    if NEWS_AGENCY.search(name):
        return len(parts) <= MOST_WORDS
    return (
        1 < len(parts) <= MOST_WORDS
        and not any(mark in name for mark in ":;?!")
        and (parts[-1] in PAPERS or parts[-1].casefold() in SLAVIC_PAPERS or parts[0].casefold() in FIRST_WORDS)
    )


@IS_OUTLET.when("marks or many words", False, 'BRIDGE ("the big one") — It will open, Anna Hill said.')
def _is_no_name(name: str) -> bool:
    return any(mark in name for mark in '"«“„:;?!') or len(name.split()) > MOST_WORDS


@IS_OUTLET.when("other body", False, "ARDO (Ministry of Works) - The bridge will open, Anna Hill said.")
def _is_other_body(name: str) -> bool:
    return is_other_body(name)


@IS_OUTLET.when("made up", True, "ARDO (CoastWire) - The bridge will open, Anna Hill said.")
def _is_made_up(name: str) -> bool:
    """As nothing but an outlet writes itself: "CoastWire", "BEREG.RU"."""
    return len(name.split()) <= MOST_WORDS_MADE_UP and bool(MADE_UP.search(name))


def is_other_body(name: str) -> bool:
    """A ministry, a council, a bank: it tells news of itself and is no agency."""
    return any(word in BODIES or word.startswith(STEMS) for word in name.casefold().split()) and name.casefold() not in KNOWN
