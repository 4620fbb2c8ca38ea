"""Days written with the names of the months of other languages, in a line that is nothing but a date: a stamp, a form's field.

Running text of these languages is not read. Where a word is a month in two languages it is the same month in both.
"""

from __future__ import annotations

import re

from archive.extraction.dates import civil
from archive.extraction.dates.core import YEAR

# A row holds the twelve months of a language, each in the forms that stand in dates.
ROWS = {
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
DAY_FIRST = re.compile(
    rf"(?<![\w.])(?P<d>\d{{1,2}})(?:\.|er|º|°)?\s(?:de\s|del\s)?(?P<m>{NAME})\.?,?\s(?:de\s|del\s)?(?P<y>{YEAR})(?!\w)", re.IGNORECASE
)
YEAR_FIRST = re.compile(
    rf"(?<![\w.])(?P<y>{YEAR})\.?\s(?:(?:gada|m\.|metų)\s)?(?:(?P<m>{NAME})\s(?P<d>\d{{1,2}})|(?P<d2>\d{{1,2}})\.?\s(?P<m2>{NAME}))(?![\w])"
    r"\.?(?:\sd\.)?",
    re.IGNORECASE,
)


def foreign_day(text: str) -> tuple[int, int, str] | None:
    """The place and the day of the only such date of a short line; None where there is none, or more than one."""
    matches = [*DAY_FIRST.finditer(text), *YEAR_FIRST.finditer(text)]
    if len(matches) != 1:
        return None
    match = matches[0]
    groups = match.groupdict()
    month, number = groups["m"] or groups.get("m2"), groups["d"] or groups.get("d2")
    day = civil.day(int(match["y"]), MONTHS[str(month).casefold()], int(str(number)))
    return (*match.span(), day) if day else None
