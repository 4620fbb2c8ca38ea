"""Where reported words end in an English sentence: before the reporter goes on, with another verb of speech, with what the speaker did
next, or with when and why it was said."""

from __future__ import annotations

from itertools import pairwise

from archive.extraction.languages import words
from archive.extraction.languages.english import particles, speech_verbs
from archive.extraction.speech.english.content.going_on import GOES_ON, PRONOUNS, is_next_pronoun, is_next_source
from archive.extraction.speech.english.opposing import AGAINST, opposes
from archive.extraction.speech.grammar import Cued
from archive.extraction.speech.stretches import end_of_content
from archive.extraction.text.rules import Rules

# Conjunctions after a comma that open a clause of another speaker.
CONJUNCTIONS = words("and but while whereas though although")
# These part two speakers without a comma too.
PARTING = words("while whereas but though")
# With these a second predicate of the speaker follows.
ADDING_ON = words("and but then")
# ", hence urged": the same behind a comma.
FOLLOWING = words("and but then hence thus")
# ", rekindling fears of a slump": what the news did.
EFFECTS = words("fears fear hopes hope concerns concern speculation doubts worries pressure tensions questions")
COMMAS = (",", "—", "–", "-")
# No sentence is left in fewer tokens.
LEAST_SAID = 2
# The reporter's words behind a comma are so many at most.
REACH = 9
WHEN = particles.SPANS | words(
    "on in late early earlier last this the at a of monday tuesday wednesday thursday friday saturday sunday today yesterday"
)
# ", a day after", ", just hours before".
COUNTING = words("a two three four just only")
THEN = words("after before earlier later ahead")
# Nothing ends but at one of these.
MAY_END = AGAINST | PARTING | ADDING_ON | frozenset([*COMMAS, ":", ";", "according", "adding"])

ENDS = Rules[[Cued, int, int], bool]("does what is said in English end at the token", otherwise=False)
AT_COMMA = Rules[[Cued, int], bool]("does the reporter go on behind an English comma", otherwise=False)


def content_end(cued: Cued, begin: int) -> int:
    """One past the reported words that begin at a token."""
    return end_of_content(cued, begin, ends_at)


def ends_at(cued: Cued, n: int, begin: int) -> bool:
    """The words that are reported from `begin` on end before the token."""
    token = cued.tokens[n]
    if token.lower not in MAY_END or n + 1 >= len(cued.tokens):
        return False
    return ENDS(cued, n, begin)


# ------------------------------------------------------------ at any token


@ENDS.rule("comma", "Ms. Pratt said prices would rise, citing a report by the bank.")
def _at_comma(cued: Cued, n: int, begin: int) -> bool | None:
    return AT_COMMA(cued, n) if cued.tokens[n].text in COMMAS else None


@ENDS.when("colon before a quotation", True, "Anna Holt said the plan was simple and cheap: “We build it again, as before.”")
def _before_quotation(cued: Cued, n: int, begin: int) -> bool:
    colon = cued.tokens[n].text == ":" and cued.tokens[n + 1].kind == "q" and n - begin > LEAST_SAID
    return colon and not any(t.lower in speech_verbs.SPEECH for t in cued.tokens[begin:n])


@ENDS.when("semicolon before a pronoun", True, "Anna Holt said the road was shut; she blamed the rain.")
def _before_pronoun(cued: Cued, n: int, begin: int) -> bool:
    return cued.tokens[n].text == ";" and cued.tokens[n + 1].lower in PRONOUNS


@ENDS.when("semicolon before another speaker", True, "Anna Holt said the road is shut; Tom Arlow disagreed.")
def _before_another(cued: Cued, n: int, begin: int) -> bool:
    after = n + 1 + (cued.tokens[n + 1].lower in CONJUNCTIONS)
    return cued.tokens[n].text == ";" and (is_next_source(cued, after) or opposes(cued.tokens, cued.unit.mentions, after))


@ENDS.when("somebody objects", True, "Anna Holt said the road is shut but critics point to costs.")
def _before_objection(cued: Cued, n: int, begin: int) -> bool:
    return cued.tokens[n].lower in AGAINST and opposes(cued.tokens, cued.unit.mentions, n + 1)


@ENDS.when("another speaker without a comma", True, "Rebels claimed they had taken the airport but the government denied it.")
def _before_other_speaker(cued: Cued, n: int, begin: int) -> bool:
    return cued.tokens[n].lower in PARTING and is_next_source(cued, n + 1)


@ENDS.when("second predicate", True, "Anna Holt said the road was shut and left the room.")
def _before_second_predicate(cued: Cued, n: int, begin: int) -> bool:
    return cued.tokens[n].lower in ADDING_ON and n - begin >= LEAST_SAID and GOES_ON(cued, n, begin)


@ENDS.when("adding", True, "Anna Holt said the road was shut adding that it would open in May.")
def _before_adding(cued: Cued, n: int, begin: int) -> bool:
    return cued.tokens[n].lower == "adding" and n - begin >= LEAST_SAID


@ENDS.when("according to", True, "Anna Holt said the road was shut according to the police.")
def _before_according(cued: Cued, n: int, begin: int) -> bool:
    return cued.tokens[n].lower == "according" and cued.tokens[n + 1].lower == "to" and n - begin >= LEAST_SAID


# ------------------------------------------------------------ behind a comma


@AT_COMMA.when("participle of speech", True, "Ms. Pratt said prices would rise, citing a report by the bank.")
def _is_participle(cued: Cued, n: int) -> bool:
    following = cued.tokens[n + 1].lower
    return following in speech_verbs.PARTICIPLES or following in speech_verbs.REPORTING or following == "according"


@AT_COMMA.when("what the news did", True, "The bank announced it will close two branches, rekindling fears for the high street.")
def _is_effect(cued: Cued, n: int) -> bool:
    return cued.tokens[n + 1].lower.endswith("ing") and any(t.lower in EFFECTS for t in cued.tokens[n + 2 : n + 5])


@AT_COMMA.when("how long before or after", True, "Anna Holt said the road was shut, a day after the bridge fell.")
def _is_span(cued: Cued, n: int) -> bool:
    """ ", a day after the vote", ", hours before": when it was said."""
    lower = [t.lower for t in cued.tokens[n + 1 : n + 4]]
    counted = lower[0] in COUNTING
    return len(lower) > 1 + counted and lower[counted] in particles.SPANS and lower[1 + counted] in THEN


@AT_COMMA.when("how or where it was said", True, "Anna Holt said the road was shut, in an interview with the Lantern.")
def _is_afterthought(cued: Cued, n: int) -> bool:
    """ ", in what he called", ", in an interview"."""
    lower = tuple(t.lower for t in cued.tokens[n + 1 : n + 4])
    return lower[:2] in particles.AFTERTHOUGHTS or lower in particles.AFTERTHOUGHTS


@AT_COMMA.when("it was announced", True, "Anna Holt said the road was shut, it was announced in Riga.")
def _is_impersonal(cued: Cued, n: int) -> bool:
    lower = [t.lower for t in cued.tokens[n + 1 : n + 4]]
    return lower[0] == "it" and len(lower) > 2 and lower[1] in particles.PASSIVE and lower[2] in speech_verbs.ANNOUNCED


@AT_COMMA.when("second verb of the speaker", True, "The office said the reports were false, hence urged the public to wait.")
def _is_second_verb(cued: Cued, n: int) -> bool:
    if cued.tokens[n + 1].lower not in FOLLOWING or n + 3 >= len(cued.tokens):
        return False
    verb = cued.tokens[n + 2].lower
    return verb in speech_verbs.SPEECH or verb in speech_verbs.PARTICIPLES or verb in speech_verbs.ACTIONS or is_next_pronoun(cued, n + 2)


@AT_COMMA.rule("another speaker", "Anna Holt said the road was shut, but Tom Arlow said it was open.")
def _is_another(cued: Cued, n: int) -> bool | None:
    """The next reporting clause, unless the words behind the comma only begin one that goes on."""
    joined = cued.tokens[n + 1].lower in CONJUNCTIONS
    if not is_next_source(cued, n + 1 + joined):
        return None
    return joined or _is_short_report(cued, n + 1) or _is_closed_report(cued, n + 1)


@AT_COMMA.when("an outlet has learned", True, "Anna Holt said the road would stay shut, the Lantern has learned.")
def _has_learned(cued: Cued, n: int) -> bool:
    lower = (t.lower for t in cued.tokens[n + 1 : n + REACH])
    return any(a in ("has", "have") and b in ("learned", "learnt") for a, b in pairwise(lower))


@AT_COMMA.when("short report at the end", True, "Anna Holt said the road was shut, or so they said.")
def _is_short(cued: Cued, n: int) -> bool:
    return _is_short_report(cued, n + 1)


def _is_closed_report(cued: Cued, at: int) -> bool:
    """ ", Reuters reported, citing …", ", the minister said earlier this month.": nothing stands behind the verb but when it was."""
    tokens, stop = cued.tokens, cued.openings[at].stop
    end = stop
    while end < len(tokens) and end - stop < REACH and (tokens[end].lower in WHEN or tokens[end].lower in particles.TIMES):
        end += 1
    return end >= len(tokens) or tokens[end].text in (",", ".", ";")


def _is_short_report(cued: Cued, at: int) -> bool:
    """ ", the minister said." at the end of the sentence; ", as investors suggested" belongs to what is said."""
    tail = cued.tokens[at:]
    return (
        tail[0].lower != "as"
        and 2 <= len(tail) <= REACH - 1
        and any(t.lower in speech_verbs.SAYING and k + 2 >= len(tail) and k for k, t in enumerate(tail))
    )
