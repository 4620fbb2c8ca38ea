"""Reads on which day and occasion words were said from the reporter's own words: the occasion named there, "published on Monday", or a
date beside the verb of speech."""

from __future__ import annotations

from archive.extraction.statements.occasion_phrases import OccasionPhrase, phrase_in
from archive.extraction.statements.telling import DAY_LENGTH, Telling, Told
from archive.extraction.statements.wording import wording_of
from archive.extraction.text.rules import Rules
from archive.extraction.types import DateFound, OccasionFound, SaidOnFound, Span

# "Published" and "speaking" stand at most so many characters before their day.
ISSUED_REACH = 80
SPEAKING_REACH = 120
OF_FIGURES = ("month of the figures", "month before what it names")  # rules that read dates, as is the next
COMPARED = "same period of the year before"


def told_in(telling: Telling) -> Told:
    """When and on which occasion words were said, by the reporter's words beside them."""
    phrase = _phrase_of(telling)
    named = OccasionFound(phrase.name, phrase.place) if phrase and (phrase.name or phrase.place) else None
    return Told(SAID_ON(telling, phrase), named, phrase)


def _phrase_of(telling: Telling) -> OccasionPhrase | None:
    """The first occasion that belongs to the verb of speech."""
    for stretch in telling.own:
        phrase = phrase_in(telling.text, stretch, telling.clause or (), telling.dates, telling.wording)
        if phrase and not _is_far(telling, phrase.start):
            return phrase
    return None


def _is_far(telling: Telling, at: int) -> bool:
    """Another clause lies between the verb and the phrase behind it."""
    clause = telling.clause
    return clause is not None and at > clause[1] and _is_apart(telling, clause[1], at)


def _is_apart(telling: Telling, start: int, end: int) -> bool:
    return telling.wording.APART.search(telling.text, start, end) is not None


def speaks_now(telling: Telling, verb: Span | None) -> bool:
    """The reporter tells it in the present: "says", "now said"."""
    present = verb is not None and telling.wording.PRESENT.fullmatch(telling.text, *verb) is not None
    return present or any(telling.wording.NOW.search(telling.text, *stretch) for stretch in telling.own)


def goes_on(text: str, verb: Span | None) -> bool:
    """ "… , she added": the words follow those told before."""
    return verb is not None and wording_of(text[slice(*verb)]).GOES_ON.match(text, *verb) is not None


def is_aside(telling: Telling, told: Told) -> bool:
    """ "Anna Hill, who said last week": the day stands in a clause that tells who somebody is."""
    who = telling.wording.WHO.search(telling.text, *telling.clause) if telling.clause else None
    return bool(who and told.said_on and (told.said_on.start or 0) >= who.start())


# ---------------------------------------------------------------- the day

SAID_ON = Rules[[Telling, OccasionPhrase | None], SaidOnFound | None]("when words were said", otherwise=None)


@SAID_ON.rule("event phrase", "At a press conference in Valmere on 15 May, Anna Hill said that the lock would open.")
def _on_the_occasion(telling: Telling, phrase: OccasionPhrase | None) -> SaidOnFound | None:
    """The day of the occasion. A year or month in which the text appeared ("the 2023 summit") tells less than its own date."""
    date = next(iter(phrase.dates), None) if phrase else None
    if phrase is None or date is None or not date.edtf or _is_the_time_of_the_text(date.edtf, telling.latest):
        return None
    return SaidOnFound(date.edtf, min(phrase.start, date.start), max(phrase.end, date.end), "event phrase")


@SAID_ON.rule("published on", "In a statement released late on Tuesday, Anna Hill said that the lock would open.")
def _published_on(telling: Telling, phrase: OccasionPhrase | None) -> SaidOnFound | None:
    for date in telling.dates:
        issued = telling.wording.ISSUED.search(telling.text, max(0, date.start - ISSUED_REACH), date.start)
        if issued:
            return SaidOnFound(str(date.edtf), issued.start(), date.end, "published on")
    return None


@SAID_ON.rule("date beside the words", "On Monday, Anna Hill said that the lock would open.")
def _beside_the_words(telling: Telling, phrase: OccasionPhrase | None) -> SaidOnFound | None:
    if telling.clause is None:
        return None
    named = range(phrase.start, phrase.end) if phrase and phrase.noun else range(0)
    date = next((d for d in telling.dates if d.start not in named and BESIDE(telling, telling.clause, d)), None)
    return SaidOnFound(str(date.edtf), date.start, date.end, "date beside the words") if date else None


def _is_the_time_of_the_text(edtf: str, latest: str | None) -> bool:
    return latest is not None and len(edtf) < DAY_LENGTH and latest.startswith(edtf)


# ---------------------------------------------------------------- a date beside the verb

BESIDE = Rules[[Telling, Span, DateFound], bool]("is a date the day of the words", otherwise=False)


@BESIDE.when(
    "a quarter is what words are about", False, "The mill predicted “a flat and slow growth” in sales in the first quarter of 2022."
)
def _is_season_of_trade(telling: Telling, clause: Span, date: DateFound) -> bool:
    """A quarter or a half year ("compared to the year-ago quarter"); words are said on a day or in a week."""
    first, _, last = str(date.edtf).partition("/")
    return date.rule == COMPARED or (bool(last) and len(first) < DAY_LENGTH)


@BESIDE.when("names what speaks", False, "The April jobs report showed that the lock would open.")
def _names_what_speaks(telling: Telling, clause: Span, date: DateFound) -> bool:
    return date.rule in OF_FIGURES


@BESIDE.when("tells of the speaker", False, "Основанный в 1902 году банк «Север» сообщил, что мост откроют весной.")
def _tells_of_the_speaker(telling: Telling, clause: Span, date: DateFound) -> bool:
    begin = next((start for start, end in telling.own if start <= date.start < end), date.start)
    return date.end <= clause[1] and telling.wording.OF_SPEAKER.match(telling.text, begin) is not None


@BESIDE.when("before now", False, "The mill earned much in 2014 and experts expect that it will earn more.")
def _is_before_now(telling: Telling, clause: Span, date: DateFound) -> bool:
    """A month or year beside a verb in the present."""
    return len(str(date.edtf)) < DAY_LENGTH and date.end <= clause[0] and telling.wording.PRESENT.search(telling.text, *clause) is not None


@BESIDE.when("behind “speaking”", True, "Anna Hill, speaking at the weekend, said that the lock would open.")
def _is_behind_speaking(telling: Telling, clause: Span, date: DateFound) -> bool:
    stretch = next((start for start, end in telling.own if start <= date.start < end), date.start)
    return telling.wording.SPEAKING.search(telling.text, max(stretch, date.start - SPEAKING_REACH), date.start) is not None


@BESIDE.when("behind who the speaker is", True, "“The lock will open,” said Anna Hill, who builds it, on 3 March.")
def _is_behind_an_apposition(telling: Telling, clause: Span, date: DateFound) -> bool:
    return telling.wording.APPOSITION.fullmatch(telling.text, clause[1], date.start) is not None


@BESIDE.rule("behind the verb", "“The lock will open,” Anna Hill said on Monday.")
def _is_behind_the_verb(telling: Telling, clause: Span, date: DateFound) -> bool | None:
    return not _is_apart(telling, clause[1], date.start) if date.start >= clause[1] else None


@BESIDE.rule("between the verb and its source", "“The lock will open,” Anna Hill on Monday said.")
def _is_within_the_clause(telling: Telling, clause: Span, date: DateFound) -> bool | None:
    return not _is_apart(telling, *clause) if date.start >= clause[0] else None


@BESIDE.when("before the verb", True, "In Valmere on Monday Anna Hill said that the lock would open.")
def _is_before_the_verb(telling: Telling, clause: Span, date: DateFound) -> bool:
    return not _is_apart_before(telling, clause, date)


@BESIDE.when("opens the sentence", True, "On Monday, Anna Hill said that the lock would open.")
def _opens_the_sentence(telling: Telling, clause: Span, date: DateFound) -> bool:
    """ "On Tuesday, X said"."""
    opens = any(start <= date.start and telling.wording.BEFORE_DAY.fullmatch(telling.text, start, date.start) for start, _ in telling.own)
    return opens and telling.text.count(",", date.end, clause[0]) == 1


def _is_apart_before(telling: Telling, clause: Span, date: DateFound) -> bool:
    return telling.wording.APART.search(telling.text[date.end : clause[0]]) is not None
