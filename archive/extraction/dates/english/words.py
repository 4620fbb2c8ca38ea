"""The English words that stand around a date: parts, relations, and what makes a bare year a year."""

from __future__ import annotations

import re

from archive.extraction.dates.english import direction
from archive.extraction.dates.english.terms import NUMBER, SMALL, number_of
from archive.extraction.dates.surroundings import Surroundings

EVENTS = (
    "[Cc]up|[Gg]ames|[Oo]lympics|[Cc]hampionships?|[Ss]ummit|[Ee]xpo|[Ff]orum|[Cc]onference|[Ee]lections?|[Ff]estival|[Ee]uro|[Cc]ongress"
    "|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Ff]all|[Bb]udget|[Cc]alendar|[Ff]iscal|FY|[Ss]chool"
)
UNITS = (
    "seconds?|minutes?|hours?|days|weeks|months|years|people|persons?|per\\s?cent|percent|km|kilomet\\w{2,4}|met(?:er|re)s?|miles?|tons?|tonnes?|kg"
    "|dollars?|euros?|roubles?|rubles?|pounds?|men|women|children|million|billion|thousand|hundred|mm|m|ft|feet|calories|hectares|MW|GW"
)
NOT_COUNTED = (
    "was|is|has|as|its|this|his|does|across|plus|vs|versus|towards|perhaps|always|unless|besides|elections|talks|agreements|accords|sanctions|protests"
    "|attacks|olympics|events|reforms|negotiations|figures|prices|hostilities|clashes|terms|focus|status|crisis|census|address|congress|process|analysis"
    "|levels|totals|results|highs|lows|begins|starts|ends|marks|sees|looks|seems|remains|makes|brings"
)
NOUNS = (
    "earnings|results|budget|season|elections?|campaign|census|harvest|treaty|agreement|constitution|report|study|survey|film|novel|album|book"
    "|interview|speech|summit|conference|coup|revolution|war|massacre|uprising|earthquake|tsunami|invasion|disaster|crash|scandal|referendum"
    "|championship|tournament|edition|election|calendar"
)
NAMED = (
    "World\\sCup|Olympics|(?:Olympic|Winter|Summer|Commonwealth|Asian|Paralympic)\\sGames|Championships?|Grand\\sPrix|Expo"
    "|Elections?|Awards|[Ff]estival|[Cc]onference|[Ss]ummit|Forum|(?:Cup|League|Champions)\\s\\w|Marathon|Fair|Parade|Convention|Exhibition|Season|Census"
    "|Revolution|Uprising|[Ee]arthquake|Treaty|Accords?|Agreement|Truce|Budget|Act\\b"
)
OF_YEAR = (
    "[Ll]aw|[Aa]ct|[Tt]reaty|[Ww]ar|[Bb]attle|[Rr]evolution|[Cc]onstitution|[Cc]risis|[Cc]rash|[Ee]arthquake|[Ff]lood|[Cc]lass|[Ee]lection|[Bb]udget"
    "|[Aa]greement|[Aa]ccord|[Cc]onvention|[Cc]ensus|[Cc]oup|[Rr]iot|[Ff]amine|[Cc]ampaign|[Rr]eferendum|[Rr]ecession|[Ss]candal|[Hh]urricane|[Dd]rought|[Ff]ire"
)
# "In the months before the 2020 election" names those months, and not all time before.
NOT_OF_UNITS = "".join(rf"(?<!\b{units}\s)" for units in ("hours", "days", "weeks", "months", "years", "decades"))
CLOSE_YEAR = r"(?:1[89]\d|20[0-4])\d"
ENGLISH = Surroundings(
    part=re.compile(
        r"(?:\b[Aa]t\s)?(?:\b[Tt]he\s)?\b(?:(?P<part>[Ee]arly|[Ll]ate|[Mm]id(?:dle)?|[Bb]eginning|[Ss]tart|[Ee]nd|(?<=[Tt]he\s)[Cc]lose|[Tt]urn|(?:[Ee]arly|[Ll]at(?:er|ter|e)|[Ff]irst|[Ll]ast)\s(?:part|days?|weeks?|weekend)|(?:[Ss]econd|[Tt]hird)\sweek|[Ll]atter\shalf"
        r"|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Ll]ast|[1-4](?:st|nd|rd|th))[\s-](?:half|quarter))"
        rf"|(?:[Ff]irst|(?P<final>[Ll]ast|[Ff]inal))\s(?P<months>\d\d?|{'|'.join(SMALL[1:11])})\smonths)(?:\sof)?(?:\sthe)?[\s-]{{1,3}}$"
    ),
    parts=(
        (r"first\sday", "first day"), (r"last\sday", "last day"), (r"(?:early|first)\s(?:part|days|weeks?|weekend)", "early"),
        (r"(?:second|third)\sweek", "middle"), (r"(?:late|last)\s(?:part|days|weeks?|weekend)|lat(?:er|ter)\s(?:part|days|weeks)", "late"),
        (r"latter\shalf", "second half"),
        ("early", "early"), ("late", "late"), ("mid(?:dle)?", "middle"), ("beginning|start|turn", "beginning"), ("end|close", "end"),
        (r"(?:first|1st)\shalf|first-half", "first half"), (r"(?:second|2nd|last|final)[\s-]half", "second half"),
        (r"(?:first|1st)[\s-]quarter", "first quarter"), (r"(?:second|2nd)[\s-]quarter", "second quarter"),
        (r"(?:third|3rd)[\s-]quarter", "third quarter"), (r"(?:fourth|4th|last|final)[\s-]quarter", "fourth quarter"), (".*", "none"),
    ),
    relation=re.compile(
        rf"\b(?:(?P<since>[Ss]ince)|{NOT_OF_UNITS}(?:(?P<until>[Uu]ntil|[Tt]ill|[Bb]y|(?<!leading\s)(?<!lead-)(?<!run-)(?<!build-)(?<!run\s)[Uu]p\sto|[Nn]o\slater\sthan)"
        r"|(?P<before>[Bb]efore|[Pp]rior\sto)|(?P<after>[Aa]fter))"
        r"|(?P<circa>[Cc]irca|(?<!\.)ca?\.)|(?P<around>[Aa]round|[Aa]bout|[Aa]pproximately|[Rr]oughly|[Ss]ome\stime\sin|[Ss]ometime\sin)"
        r"|(?P<perhaps>[Pp]erhaps|[Pp]ossibly|[Pp]robably|[Mm]aybe|[Rr]eportedly))(?:\s(?:at\sleast|as\s(?:early|far\sback|long\sago)\sas|on|in|the|about)){0,2}\s{0,2}$"
    ),
    company=re.compile(
        r"(?:(?P<sure>\b(?:[Ii]n|[Ss]ince|[Uu]ntil)\s|\(|\b(?:the|in|of|model|fiscal|tax|census|school|financial)\syear\s"
        rf"|\b(?:{OF_YEAR})s?\sof\s|\b(?:[Pp]re|[Pp]ost)-)"
        r"|\b(?P<own>[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Tt]his|(?<=\w)[’']s)\s"
        r"|(?:%|\bper\s?cent)\s(?:above|below|on)\s|\b(?:published|founded|established|released|produced|painted|recorded|due|[Bb]orn|[Ff]ounded|[Pp]ublished)\s"
        r"|\b(?:[Oo]f|[Bb]y|[Bb]efore|[Aa]fter|[Ff]rom|[Dd]uring|[Tt]hrough|[Tt]hroughout|to|years?|[Ff]or|into|beyond|than|versus|vs\.?|against|towards?"
        r"|tied\swith|[Oo]nly|[Bb]oth|[Ll]ike|[Uu]nlike|except"
        r"|compared\s(?:to|with)|[Aa]s\s(?:of|early\sas|late\sas|soon\sas|recently\sas|far\sback\sas)|dates?|dating|[Bb]etween"
        r"|[Uu]ntil|[Tt]ill|over|[Dd]ated|class\sof)\s"
        r"|[A-Za-z]{2},\s|\d{4}(?:,|\s(?:and|or|to)|,\s(?:and|or))\s"
        rf"|(?P<named>\b(?:{EVENTS})(?:\s[A-Z]\w{{1,20}}){{0,2}}\s))$"
    ),
    named_by=re.compile(
        rf"[’']s(?:\s[a-z]|[.,;])|\s(?:[A-Z][\w.’'-]{{1,20}}\s){{0,3}}(?:{NAMED})\b|\s(?:{NOUNS})\b|\s(?:was|saw|marked|brought|has\sbeen|had\sbeen|will\sbe)\s(?:a|an|the|one|not)\b"
    ),
    leads=re.compile(
        rf"(?:,\s{CLOSE_YEAR}){{0,4}},?\s(?:and|or)\s{CLOSE_YEAR}\b(?!,?\d|\s(?!(?:was|as)\b)[a-z]{{2,20}}s\b)"
        r"|\s(?:was|is|saw|has\sbeen|had|will\sbe|brought|marked|began|opened|ended|started|became|turned|proved|looks|looked|came)\s"
    ),
    people=re.compile(r"\s(?:[a-z]{2,15}(?:ers|ors|ees|ants|ents|ists|ians)|members|copies|seats|homes|houses|pages|words|cars|soldiers|engines|points|entries|cases)\b"),
    noun=re.compile(
        r"\s(?!(?:was|were|is|are|be|been|and|or|to|in|on|at|the|a|an|that|when|which|who|where|by|with|for|from|of|as|he|she|they|it|we|had|has|have|did|will"
        r"|would|after|before|but|until|while|than|not|also|because|if|so|through|under|over|during|since|into|there|his|her|their|its|our|this|these|those"
        r"|alone|onwards?|onward|already|election|cost|left|saw|led|brought|began|came|made|took|hit|gave|became|went|ran|fell|rose|put|may|can|could|should"
        r"|must|might|does|do|still|never|now|later|only|according|[a-z]{2,12}ed\s(?:\d{1,4}|the|an?|in|on|by|with|at|that|his|her|its|their)|war|crisis|season|census|budget|levels?)\b)[a-z]"
    ),
    after=re.compile(rf"\s(?:(?P<unit>{UNITS})|(?!(?:{NOT_COUNTED})\b)[a-z]{{2,20}}s)\b"),
    joins=re.compile(r"(?:\s(?:to|through|until|till)\s|(?P<dash>\s?[-–—]\s?)|(?P<and>\sand\s))(?:the\s)?"),
    counted=re.compile(
        rf"(?:{NUMBER}|(?:\b[Tt]he(?=\sday\s)))\s"
        r"(?:(?:(?P<day>days?)|(?P<week>weeks?)|(?P<month>months?)|(?P<year>years?))\s)(?:(?P<back>before|prior\sto|ahead\sof)|after|following)(?:\son)?\s$"
    ),
    number_of=number_of,
    opens=re.compile(r"\b(?:(?P<frame>[Ff]rom)|(?P<between>[Bb]etween)|[Pp]eriod|[Yy]ears|[Oo]ver|[Dd]uring|[Ii]n)(?:\sthe)?\s$"),
    listed=re.compile(r",?\s(?:and|or)\s(?:in\s|on\s)?|,\s|\s?[-–—]\s?"),
    from_to=re.compile(r"\d\s{1,2}(?:to|through|until)\s{1,2}\d"),
    # A law or a birth tells no story in which the next date goes on.
    apart=re.compile(r"\b(?:born|law|act|treaty|agreement|accord|resolution|convention|constitution|dated|since)\b", re.IGNORECASE),
    # "He joined in January 2009 and has been out since August 29": out now.
    still=re.compile(r"\b(?:ha(?:s|ve)|[’'](?:s|ve))\s(?:\w{1,12}\s){1,4}since\s$", re.IGNORECASE),
    verbs=direction.ENGLISH,
)  # fmt: skip
