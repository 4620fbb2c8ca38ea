"""How a Russian, Belarusian or Ukrainian text tells when and on which occasion words were said."""

from __future__ import annotations

import re

from archive.extraction.languages.networks import NETWORKS
from archive.extraction.languages.slavic import occasions
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.statements.patterns import NEVER, TAIL, UPPER, WORD, place_behind

# ---------------------------------------------------------------- the day

# «опубликованном в | понедельник».
ISSUED = re.compile(
    r"\b(?:опубликован\w{0,3}|обнародован\w{0,3}|размещ[её]н\w{0,3}|вышедш\w{0,4}|показан\w{0,3}|записан\w{0,3}|апублікаван\w{0,3}"
    r"|размешчан\w{0,3}|опублікован\w{0,3}|оприлюднен\w{0,3}|розміщен\w{0,3})\s(?:[\w’'-]{1,16}\s){0,5}$"
)
# «выступая перед журналистами в Минске во | вторник»; not «говоря о выборах во вторник».
SPEAKING = re.compile(
    r"\b(?:выступая|выступаючы|виступаючи|общаясь|беседуя|говоря)\b"
    r"(?:\s(?!(?:о|об|аб|пра|про|после|пасля|після)\b)[\w.’'-]{1,30}+){0,12}\s$",
    re.IGNORECASE,
)
# A sentence of its own that tells where somebody spoke: «Он выступал на митинге в субботу.»
SPOKE = re.compile(r"\b(?:выступал\w?|выступил\w?|выступаў|виступав|виступала)\b")
# Another clause begins.
APART = re.compile(r"[,;:]|\b(?:что|што|що)\b")
# «заявил X | , глава управы, 3 марта»: who it is, and no clause that says more.
APPOSITION = re.compile(
    r",\s(?!(?:что|што|що|но|а|але|и|і|когда|калі|коли|добавив|отметив|дадаўшы|додавши)\b)(?:[^\s,;:.«»\"]{1,24}[\s,]\s?){1,14}(?<=,\s)(?:[вуў]о?\s)?",
    re.IGNORECASE,
)
# Before a day at the head of a sentence.
BEFORE_DAY = re.compile(r"\s*(?:(?:[вуў]о?|ранее|раней|раніше|ещё|еще|яшчэ|ще)\s+)*", re.IGNORECASE)
# Who speaks now has not spoken at an occasion that is over.
NOW = re.compile(r"\b(?:сейчас|теперь|ныне|цяпер|зараз|тепер|нині)\b", re.IGNORECASE)
PRESENT = re.compile(
    r"\b\w{2,16}(?:[её]т|ит|[юуая]т|[аую]е|[аую]є|ць|ить|[аюу]ть|[жшч][ае])(?:ся|ца)?\b",
    re.IGNORECASE,
)
# Verbs that go on with what was said just before, on the same day then.
GOES_ON = re.compile(
    r"\b(?:добавил|продолжил|заключил|дадаў|дадала|дадалі|працягнуў|працягнула|додав|додала|додали|продовжи)",
    re.IGNORECASE,
)
PERFECT = NEVER  # these languages have none
# «ранее заявил», «говорил тогда», «не раз повторял».
EARLIER = re.compile(
    r"\b(?:ранее|раньше|прежде|тогда|незадолго\sдо|не\s(?:раз|однажды)|неоднократно|однажды|когда-то|всегда|часто|постоянно|недавно|(?:в|на)\sто\sвремя|на\sтот\sмомент"
    r"|в\s(?:свое|своё)\sвремя|в\sте\s(?:годы|дни)|до\s(?:этого|рубежа|войны|революции)|перед\sэтим|позже|позднее|впоследствии|изначально|первоначально"
    r"|раней|незадоўга\sда|тады|пазней|пасля\sгэтага|неаднаразова|аднойчы|калісьці|заўсёды|нядаўна|[уў]\s(?:той|свой)\sчас|перад\sгэтым|да\sгэтага"
    r"|раніше|незадовго\sдо|тоді|пізніше|згодом|згодам|неодноразово|колись|одного\sразу|завжди|нещодавно|[ув]\sтой\sчас|свого\sчасу|перед\sцим|до\sцього|спочатку)\b",
    re.IGNORECASE,
)
# «Основанный в 1902 году банк сообщил»: of the bank.
OF_SPEAKER = re.compile(
    r"\s?(?:Основанн|Созданн|Построенн|Родивш|Избранн|Назначенн|Заснаван|Створан|Абран|Засновани|Створен|Обран)\w{1,4}\b"
)
# «Анна Ковалева, которая заявила».
WHO = re.compile(r"\b(?:котор(?:ый|ая|ое|ые)|як(?:ий|а|е|і|ая|ое|ія))\b[^,]{0,60}\Z")
# «писал в своих мемуарах».
BOOK = re.compile(
    r"\b[вуў]\s(?:[\w’'-]{1,20}\s){0,4}(?:мемуарах|воспоминаниях|дневнике|дневниках|книге|автобиографии|успамінах|дзённіку|кнізе|спогадах|щоденнику|книзі)\b",
    re.IGNORECASE,
)

# ---------------------------------------------------------------- the phrase

# Beside the occasion, so that the name keeps the word: «по итогам переговоров».
ASIDE_LINKS = (
    "на полях|в кулуарах|по итогам|после|перед|накануне|по завершении|па выніках|пасля|перад|напярэдадні|на палях|за підсумками|після"
    "|напередодні"
)
NEAR_LINKS = "во время|в ходе|в рамках|на|в|во|падчас|у ходзе|у межах|у рамках|у|ў|під час|у ході"
ASIDE = frozenset(ASIDE_LINKS.split("|"))
NOT_BEFORE_NOUN = "что|што|що|на|в|во|у|ў|по|под|после|перед|и|і|с|з|со|от|для"
STEMS = "|".join(sorted({*occasions.STEMS, *occasions.WRITING_STEMS}, key=len, reverse=True))
PHRASES: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"\b(?P<link>(?i:{ASIDE_LINKS}|{NEAR_LINKS}))\s"
        rf"(?P<text>(?:(?!(?:{NOT_BEFORE_NOUN})\b)[\w-]{{1,30}}+\s){{0,4}}?(?P<noun>(?:{STEMS})\w{{0,5}})\b{TAIL})"
    ),
)
# Somebody speaks, and where: no noun of an occasion beside it.
VENUE = re.compile(
    r"\b(?P<text>(?P<noun>(?i:выступая|выступаючы|виступаючи)\s(?:в|во|на|перед|у|ў|перад))"
    rf"\s(?!(?:журналист\w{{0,5}}|журналіст\w{{0,5}})\b){WORD}{TAIL})"
)
# Only the place where reporters were told.
REPORTERS = re.compile(rf"\b(?:журналистам|репортёрам|журналістам|журналистами|журналістамі|журналістами)\s(?:в|у|ў)\s(?=[{UPPER}])")
# Where the next clause begins.
CUT = re.compile(r"\s(?:что|што|що|чтобы|когда|где|который|которая|которое|которые|які|якая|який|яка)\b|\s[—–-]\s|\.\s")
PARTICIPLE = NEVER
BESIDE_PHRASE = re.compile(r"[\s,]*(?:в|во|у|ў)?\s*")

# ---------------------------------------------------------------- its name

DETERMINERS = re.compile(r"(?i:(?:этой|этом|этого|той|том|той же|гэтай|гэтым|цій|цьому)\s)+")
DEFINITE = re.compile(r"(?i:этой|этом|этого|той|том|гэтай|гэтым|цій|цьому)\b")
AROUND_DAY = re.compile(r"(?:[\s,]|\b(?:в|во|у|ў|от|від|ад)\b){1,12}$")
DANGLING = re.compile(r"(?:\s(?:с|з|со|и|і|одним|одной|одного|адным|адной|однієї|из|із)){1,6}$")
# «на канале «Север»»: a word that takes a short name in quotation marks.
TAKES_NAME = re.compile(
    r"\b(?:радио|радыё|радіо|(?:телеканал|канал|программ|праграм|програм|газет|агентств|агенцтв|издани|выданн|видання|журнал|форум"
    r"|конференц)\w{0,4})$"
)
# A verb of speaking alone names no occasion.
BARE = frozenset("выступая выступаючы виступаючи".split())
PLACELESS: frozenset[str] = frozenset()
JOINT = occasions.JOINT

# ---------------------------------------------------------------- its place

PLACE = place_behind("в|у|ў|во", occasions.NO_PLACES | NETWORKS)
# An adjective: «в Гродненскую область».
NO_PLACE = re.compile(r"(?:скую|ской|ском|скай|ській|ську|цкую|цкой|цькій)$")


def holds_place(link: str, noun: str) -> bool:
    """Behind every preposition of place."""
    return True


def nominative_place(place: str) -> str:
    """«Минске» -> «Минск» where the ending leaves one reading, else as printed."""
    if " " in place:
        return place
    for ending, bare in occasions.PLACES_IN_NOMINATIVE:
        if place.endswith(ending) and len(place) > len(ending) + 1:
            return place[: -len(ending)] + bare
    return place


def is_of_the_occasion(text: str, start: int, day: int) -> bool:
    """Whether the day behind the noun is that of the phrase which begins at `start`: it stands bare."""
    return True


def speaking_clause(words: str) -> int:
    """Where a clause of speech begins without a word that joins it: at the name before its verb, «… | Анна Орлова сказала»."""
    found = list(re.finditer(r"[\w-]+", words))
    verb = next((n for n, word in enumerate(found) if word.group().casefold() in slavic.SAYING), None)
    if verb is None:
        return len(words)
    while verb and found[verb - 1].group()[0].isupper() and not found[verb - 1].group().isupper():
        verb -= 1
    return found[verb].start()
