"""Dates as pages print them, in the languages of many countries: “17 May 2023”, “17. května 2023”, “2023年5月17日”, “17.05.2023”.

Only whole days with their year count. A numeric date that can be two days gives the one with the day first, and the other beside it; the
language, or other dates of the same page, may tell which it is.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

# Twelve groups a language: full name, the form beside a day, usual short forms; folded (no accents, small letters) when they are looked up.
NAMES = {
    "en": "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct"
    "|november nov|december dec",
    "de": "januar jänner jän|februar feber|märz mär maerz|april|mai|juni|juli|august|september|oktober okt|november"
    "|dezember dez",
    "fr": "janvier janv|février févr fév fevrier|mars|avril avr|mai|juin|juillet juil|août aout|septembre|octobre"
    "|novembre|décembre déc",
    "es": "enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre set|octubre|noviembre"
    "|diciembre dic",
    "pt": "janeiro|fevereiro fev|março|abril|maio|junho|julho|agosto|setembro|outubro out|novembro|dezembro dez",
    "it": "gennaio gen|febbraio|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto|settembre|ottobre ott|novembre"
    "|dicembre",
    "nl": "januari|februari|maart mrt|april|mei|juni|juli|augustus|september|oktober|november|december",
    "pl": "stycznia styczeń sty|lutego luty lut|marca marzec|kwietnia kwiecień kwi|maja maj|czerwca czerwiec cze"
    "|lipca lipiec lip|sierpnia sierpień sie|września wrzesień wrz|października październik paź"
    "|listopada listopad lis|grudnia grudzień gru",
    "cs": "ledna leden|února únor|března březen|dubna duben|května květen|června červen|července červenec|srpna srpen"
    "|září|října říjen|listopadu|prosince prosinec",
    "sk": "januára január|februára február|marca marec|apríla|mája máj|júna jún|júla júl|augusta|septembra"
    "|októbra október|novembra|decembra",
    "sl": "januarja|februarja|marca|aprila|maja|junija|julija|avgusta avg|septembra|oktobra|novembra|decembra",
    "hr": "siječnja sij|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|listopada|studenoga studenog|prosinca",
    "sr": "januara јануара јануар|februara фебруара фебруар|marta марта март|aprila априла април|maja маја мај"
    "|juna јуна јун|jula јула јул|avgusta августа август|septembra септембра септембар|oktobra октобра октобар"
    "|novembra новембра новембар|decembra децембра децембар",
    "hu": "január jan|február|március márc|április ápr|május máj|június jún|július júl|augusztus|szeptember szept|október"
    "|november|december",
    "ro": "ianuarie ian|februarie|martie|aprilie|mai|iunie iun|iulie iul|august|septembrie|octombrie|noiembrie noi"
    "|decembrie",
    "sv": "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
    "da": "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december",
    "nb": "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember des",
    "fi": "tammikuuta tammikuu|helmikuuta helmikuu|maaliskuuta maaliskuu|huhtikuuta huhtikuu|toukokuuta toukokuu"
    "|kesäkuuta kesäkuu|heinäkuuta heinäkuu|elokuuta elokuu|syyskuuta syyskuu|lokakuuta lokakuu"
    "|marraskuuta marraskuu|joulukuuta joulukuu",
    "et": "jaanuar jaan|veebruar veebr|märts|aprill|mai|juuni|juuli|august|september|oktoober|november|detsember dets",
    "lv": "janvāris janvārī|februāris februārī|marts martā|aprīlis aprīlī|maijs maijā|jūnijs jūnijā|jūlijs jūlijā"
    "|augusts augustā|septembris septembrī|oktobris oktobrī|novembris novembrī|decembris decembrī",
    "lt": "sausio sausis|vasario vasaris|kovo kovas|balandžio balandis|gegužės gegužė|birželio birželis|liepos liepa"
    "|rugpjūčio rugpjūtis|rugsėjo rugsėjis|spalio spalis|lapkričio lapkritis|gruodžio gruodis",
    "tr": "ocak oca|şubat şub|mart|nisan nis|mayıs|haziran haz|temmuz tem|ağustos ağu|eylül eyl|ekim eki|kasım kas"
    "|aralık ara",
    "az": "yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr",
    "id": "januari|februari|maret|april|mei|juni|juli|agustus agu|september|oktober|november nop|desember des",
    "ru": "января январь янв|февраля февраль фев февр|марта март мар|апреля апрель апр|мая май|июня июнь июн"
    "|июля июль июл|августа август авг|сентября сентябрь сен сент|октября октябрь окт|ноября ноябрь ноя нояб"
    "|декабря декабрь дек",
    "be": "студзеня студзень|лютага люты|сакавіка сакавік|красавіка красавік|траўня травень мая май|чэрвеня чэрвень"
    "|ліпеня ліпень|жніўня жнівень|верасня верасень|кастрычніка кастрычнік|лістапада лістапад|снежня снежань",
    "uk": "січня січень|лютого лютий|березня березень|квітня квітень|травня травень|червня червень|липня липень"
    "|серпня серпень|вересня вересень|жовтня жовтень|листопада листопад|грудня грудень",
    "bg": "януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември",
    "el": "ιανουαρίου ιαν|φεβρουαρίου φεβ|μαρτίου μαρ|απριλίου απρ|μαΐου μάιος|ιουνίου ιουν|ιουλίου ιουλ|αυγούστου αυγ"
    "|σεπτεμβρίου σεπ|οκτωβρίου οκτ|νοεμβρίου νοε|δεκεμβρίου δεκ",
    "ar": "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
}  # fmt: skip
YEAR = r"(?P<{0}>(?:19|20)\d\d)(?!\d)"
WORD = r"(?P<{0}>[^\W\d_]{{3,14}})"
DAY = r"(?P<{0}>[0-3]?\d)"
WORDED = re.compile(
    rf"(?<![\d.,:/-]){DAY.format('d1')}(?:st|nd|rd|th|er|e|[.ºª]|-?го)?[\s-]{{0,2}}(?:of\s|de\s|di\s|d['’]|τ\w\w\s)?{WORD.format('m1')}[.,]?"
    rf"[\s,/-]{{0,3}}(?:de\s|del\s|de\sl['’])?{YEAR.format('y1')}"
    rf"|(?<![^\W\d_]){WORD.format('m2')}\.?\s{{0,2}}(?<!\d){DAY.format('d2')}(?:st|nd|rd|th|\.)?,?\s{{0,2}}{YEAR.format('y2')}"
    rf"|(?<!\d){YEAR.format('y3')}(?:\.\s?gada|\s?m\.|\.)?\s(?:{WORD.format('m3')}\s{DAY.format('d3')}|{DAY.format('d4')}\.?\s{WORD.format('m4')})(?!\d)"
    rf"|(?<!\d){YEAR.format('y5')}\s?[年년]\s?(?P<m5>[01]?\d)\s?[月월]\s?{DAY.format('d5')}\s?[日일]"
    rf"|(?<!\d){DAY.format('d6')}\stháng\s(?P<m6>[01]?\d),?\s(?:năm\s)?{YEAR.format('y6')}"
)
NUMERIC = re.compile(
    r"(?<![\d./:-])(?P<y1>(?:19|20)\d\d)(?P<s1>[-/.])(?P<m1>[01]?\d)(?P=s1)(?P<d1>[0-3]?\d)(?![\d/-]|\.\d)"
    r"|(?<![\d./:-])(?P<a>[0-3]?\d)(?P<s2>[-/.])\s?(?P<b>[0-3]?\d)(?P=s2)\s?(?P<y2>(?:19|20)\d\d|\d\d)(?![\d/-]|[.:]\d)"
)
YEAR_OR_NUMBERS = re.compile(r"(?:19|20)\d\d|\d[./-]\s?[0-3]?\d[./-]\s?\d")  # without one of them there is no date: most texts end here
MONTH_FIRST = ("en-us", "en_us", "en-ph", "fil", "es-us")
IN_NO_COUNTRY = ("", "en")  # languages that tell of no order


@dataclass(frozen=True, slots=True)
class Written:
    """A day that is printed at these characters. `other` is the second reading of a numeric date, where there is one: month first."""

    start: int
    end: int
    day: datetime.date
    other: datetime.date | None = None


def find_written(text: str, language: str = "") -> Iterator[Written]:
    """The days in a text, in order. `language` is the page's, as in its lang attribute."""
    if not YEAR_OR_NUMBERS.search(text):
        return iter(())
    found = [_worded(match, language) for match in WORDED.finditer(text)] + [_numeric(match) for match in NUMERIC.finditer(text)]
    return iter(sorted((one for one in found if one), key=lambda one: one.start))


def _worded(match: re.Match[str], language: str) -> Written | None:
    number = next(name[1] for name in ("d1", "d2", "d3", "d4", "d5", "d6") if match[name])
    year = match["y3"] if number == "4" else match[f"y{number}"]
    written = match[f"m{number}"]
    month = int(written) if written.isdigit() else month_of(written, language)
    day = _day(int(year), month, int(match[f"d{number}"])) if month else None
    return Written(match.start(), match.end(), day) if day else None


def has_day_first(texts: Iterable[str], language: str = "") -> bool | None:
    """The order of numeric dates, as the language tells it, or else those that can be read in one way alone; None where they don't."""
    if language.lower() not in IN_NO_COUNTRY:
        return not language.lower().startswith(MONTH_FIRST)
    pairs = [(int(match["a"]), int(match["b"])) for text in texts for match in NUMERIC.finditer(text) if match["a"] and match["s2"] != "."]
    told = {first > 12 for first, second in pairs if min(first, second) <= 12 < max(first, second) <= 31}
    return told.pop() if len(told) == 1 else None


def _numeric(match: re.Match[str]) -> Written | None:
    if match["y1"]:
        day = _day(int(match["y1"]), int(match["m1"]), int(match["d1"]))
        return Written(match.start(), match.end(), day) if day else None
    year = _full_year(match["y2"])
    first, second = int(match["a"]), int(match["b"])
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if match["s2"] == ".":
        month_first = None
    best = day_first or month_first
    other = month_first if day_first and month_first != day_first else None
    return Written(match.start(), match.end(), best, other) if best else None


def _full_year(written: str) -> int:
    return int(written) if len(written) == 4 else int(written) + (1900 if int(written) >= 70 else 2000)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def month_of(word: str, language: str = "") -> int | None:
    """The month that a word names in the page's language, else in the first language that knows it."""
    folded = _folded(word)
    own = _months(language.lower()[:2])
    return own.get(folded) or _all_months().get(folded)


@lru_cache(maxsize=64)
def _months(language: str) -> dict[str, int]:
    groups = NAMES.get(language, "").split("|")
    return {_folded(name): number for number, names in enumerate(groups, 1) for name in names.split()}


@lru_cache(maxsize=1)
def _all_months() -> dict[str, int]:
    found: dict[str, int] = {}
    for language in NAMES:
        for name, number in _months(language).items():
            found.setdefault(name, number)
    return found


def _folded(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.replace("ı", "i").replace("İ", "i").casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
