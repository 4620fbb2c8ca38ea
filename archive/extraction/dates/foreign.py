"""Days as they stand in a line that is nothing but a date, a stamp or a form's field: with the month's name in any of these languages,
in its first form or short, and in any letters: "17-MAY-2023", "17 Травень 2023", "Mai 17, 2023".

Running text is not read so. Where a word is a month in two languages it is the same month in both.
"""

from __future__ import annotations

import re

from archive.extraction.dates import civil
from archive.extraction.dates.core import YEAR

# A row holds the twelve months of a language, each in the forms that stand in dates.
ROWS = {
    "English": (
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov "
        "december|dec"
    ),
    "Russian": (
        "января|январь|янв февраля|февраль|фев марта|март|мар апреля|апрель|апр мая|май июня|июнь|июн июля|июль|июл августа|август|авг "
        "сентября|сентябрь|сен|сент октября|октябрь|окт ноября|ноябрь|ноя декабря|декабрь|дек"
    ),
    "Belarusian": (
        "студзеня|студзень|студз лютага|люты|лют сакавіка|сакавік|сак красавіка|красавік|крас траўня|травень|траўень|траўнь чэрвеня|чэрвень"
        "|чэрв ліпеня|ліпень|ліп жніўня|жнівень|жнів верасня|верасень|вер кастрычніка|кастрычнік|кастр лістапада|лістапад|ліст снежня"
        "|снежань|снеж"
    ),
    "Ukrainian": (
        "січня|січень|січ лютого|лютий|лют березня|березень|бер квітня|квітень|квіт травня|травень|трав червня|червень|черв "
        "липня|липень|лип серпня|серпень|серп вересня|вересень|вер жовтня|жовтень|жовт листопада|листопад|лист грудня|грудень|груд"
    ),
    "German": (
        "januar|jänner|jan februar|feber märz|maerz|mär april|apr mai juni|jun juli|jul august|aug september|sep|sept "
        "oktober|okt november|nov dezember|dez"
    ),
    "French": (
        "janvier|janv février|fevrier|févr mars avril|avr mai juin juillet|juil août|aout septembre|sept octobre|oct "
        "novembre|nov décembre|decembre|déc"
    ),
    "Spanish": "enero|ene febrero|feb marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre noviembre diciembre|dic",
    "Italian": (
        "gennaio|gen febbraio|febb marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre|set ottobre|ott novembre dicembre"
    ),
    "Portuguese": "janeiro fevereiro|fev março|marco abril maio junho julho agosto setembro outubro|out novembro dezembro",
    "Polish": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "Czech": "ledna února března dubna května června července srpna září října listopadu prosince",
    "Slovak": "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "Lithuanian": "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
    "Latvian": (
        "janvāris|janvārī|janvāra februāris|februārī|februāra marts|martā|marta aprīlis|aprīlī|aprīļa maijs|maijā|maija "
        "jūnijs|jūnijā|jūnija jūlijs|jūlijā|jūlija augusts|augustā|augusta septembris|septembrī|septembra "
        "oktobris|oktobrī|oktobra novembris|novembrī|novembra decembris|decembrī|decembra"
    ),
    "Estonian": "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "Dutch, Swedish": "januari februari maart|mars april mei|maj juni juli augusti|augustus september oktober november december",
    "Danish, Norwegian": "januar februar marts april maj juni juli august september oktober november desember|december",
    "Finnish": (
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta"
    ),
    "Turkish": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "Romanian": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "Hungarian": "január február március április május június július augusztus szeptember október november december",
}
MONTHS = {form: number for row in ROWS.values() for number, forms in enumerate(row.split(), 1) for form in forms.split("|")}
NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
GAP = r"[\s/-]"
IN_YEAR = r"\.?\s(?:(?:gada|m\.|metų)\s)?"
PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w.])(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|°)?{GAP}(?:of\s|de\s|del\s)?(?P<m>{NAME})\.?,?{GAP}(?:de\s|del\s)?(?P<y>{YEAR})(?!\w)",
        rf"(?<!\w)(?P<m>{NAME})\.?{GAP}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?{GAP}(?P<y>{YEAR})(?!\w)",
        rf"(?<![\w.])(?P<y>{YEAR}){IN_YEAR}(?P<m>{NAME})\s(?P<d>\d{{1,2}})(?!\w)\.?(?:\sd\.)?",
        rf"(?<![\w.])(?P<y>{YEAR}){IN_YEAR}(?P<d>\d{{1,2}})\.?\s(?P<m>{NAME})(?!\w)",
    )
)


def foreign_day(text: str) -> tuple[int, int, str] | None:
    """The place and the day of the only such date of a short line; None where there is none, or more than one."""
    matches = [match for pattern in PATTERNS for match in pattern.finditer(text)]
    if len(matches) != 1:
        return None
    (match,) = matches
    day = civil.day(int(match["y"]), MONTHS[match["m"].casefold()], int(match["d"]))
    return (*match.span(), day) if day else None
