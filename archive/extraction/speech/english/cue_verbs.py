"""Tells whether an English word of speech stands as a verb that reports, or as a noun, an infinitive, or a participle of something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.extraction.languages import words
from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import forces, nouns, particles, speech_verbs, verbs
from archive.extraction.speech.english.predicates import is_adverb, is_finite
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

# With "is" before it a participle is the verb: "analysts are expecting a loss".
PROGRESSIVE = speech_verbs.PARTICIPLES | speech_verbs.FORESEEING
VERBS = speech_verbs.SAYING | speech_verbs.TELLING | speech_verbs.NAMING | PROGRESSIVE | speech_verbs.AMBIGUOUS | forces.VERBS
# Determiners that may stand as the subject: "some said".
SUBJECTS = words("this that all both some many most one two three four five six")
# Determiners that are somebody before a verb that is never a noun: "another said".
SUBJECTS_OF_SAID = words("another each several")
# Behind these words a verb of speech is a noun or an infinitive.
NOUN_BEFORE = particles.DETERMINERS - SUBJECTS | words("of for in with no such any")
# Forms of "be" behind an auxiliary, with which a participle is passive: "had been announcing" is not met.
BE_BEHIND = words("been being be")
# "Before she could say so" tells nothing that was said.
MODALS = words("could can cannot might may must should let ca")
# Before a plural noun that looks like a verb: "in 17 states", "several reports".
MANY = words("two three four five six seven eight nine ten several many some few other these those all both more most")
NO_PLURALS = words("as this its his us thus plus always perhaps whereas unless besides across is was has does yes")
# "alleged payments", "reported threats": before a noun these say nothing.
DOUBTING = words("alleged suspected reported claimed rumoured rumored supposed promised proposed estimated")
WHEN = words("when if while once whenever being unless")
ANSWERING = words("responding replying responded replied responds replies")
# "calls for", "called on".
CALLING_FOR = words("for on upon")
# Before an infinitive these report all the same: "pointed to".
BINDING = speech_verbs.COMMITTING | speech_verbs.EXPECTING | {"pointed"}
# Endings of what stands before a noun: "associated states".
ADJECTIVES = ("ed", "ous", "able", "ful", "less")
HAVE = words("has have had")
NEITHER = words("neither nor")
JOINING = words("and but")
SECOND_VERB_MARKS = (",", "—", "–", "-")
NEGATED_WITHIN = 3
ANSWERED_WITHIN = 3
HEARERS_WITHIN = 6
INFINITIVE_BEFORE = 2  # "to confirm | or"
FORECAST = "forecast"
# What a forecast is of: "forecast a loss", "forecast that".
FORECAST_OPENINGS = particles.DETERMINERS | nouns.CHANGES | {"that"}


@dataclass(frozen=True, slots=True)
class Standing:
    """A word of speech among its neighbours: `back` is the last token before it that is no adverb."""

    tokens: Sequence[Token]
    at: int
    back: int

    @property
    def word(self) -> str:
        return self.tokens[self.at].lower

    @property
    def before(self) -> str:
        return self.tokens[self.back].lower if self.back >= 0 else ""

    @property
    def following(self) -> str:
        return self.tokens[self.at + 1].lower if self.at + 1 < len(self.tokens) else ""

    @property
    def is_participle(self) -> bool:
        return self.word.endswith(("ed", "told"))


def is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token of VERBS reports what the words before or behind it say."""
    back = at - 1
    while back >= 0 and is_adverb(tokens[back]):
        back -= 1
    return IS_VERB(Standing(tokens, at, back))


IS_VERB = Rules[[Standing], bool]("does this word of speech stand as a verb that reports", otherwise=True)


@IS_VERB.when("capital within the sentence", False, 'The State Department said Thursday that it was "deeply troubled" by the arrests.')
def _is_name(one: Standing) -> bool:
    token = one.tokens[one.at]
    if not one.at or not token.is_capital:
        return False
    if token.text.isupper():
        return True
    beside = one.tokens[one.at - 1]
    return beside.text not in SECOND_VERB_MARKS and beside.kind != "q"


@IS_VERB.when("said by somebody behind it", False, "Asked by reporters whether the deal was dead, he said, “Not yet.”")
def _has_agent(one: Standing) -> bool:
    """ "planets | announced | by Ann Hill"; not "announced by telephone"."""
    if one.following != "by" or not one.is_participle:
        return False
    return not (one.at + 2 < len(one.tokens) and one.tokens[one.at + 2].lower in nouns.CHANNELS)


@IS_VERB.when("when asked", False, "If asked, Jan Kessel would say that the bridge was closed.")
def _is_circumstance(one: Standing) -> bool:
    return one.is_participle and one.before in WHEN


@IS_VERB.when("before a noun in doubt", False, "A scandal involving alleged secret payments to an aide gathered momentum.")
def _is_doubting(one: Standing) -> bool:
    """ "over alleged payments"."""
    if one.word not in DOUBTING or one.following == "that":
        return False
    return one.before in particles.PREPOSITIONS or one.before.endswith("ing") or one.before in particles.FINITE


@IS_VERB.when("answering a letter", False, "Ed Shaw was responding Wednesday to a letter the publisher sent to the staff.")
def _is_answering(one: Standing) -> bool:
    """ "was responding Wednesday to a letter": what is answered was not said."""
    ahead = one.tokens[one.at + 1 : one.at + 1 + ANSWERED_WITHIN]
    return one.word in ANSWERING and any(t.lower == "to" for t in ahead) and not any(t.kind == "q" for t in ahead)


@IS_VERB.when("passive", False, "Anna Hill was told that the bridge was closed.")
def _is_passive(one: Standing) -> bool:
    """ "was told"; "are expecting" is no passive, "is being called" is one."""
    return one.before in particles.PASSIVE and (one.word not in PROGRESSIVE or one.before in BE_BEHIND)


@IS_VERB.when("infinitive", False, "The law may have to say for how long.")
def _is_infinitive(one: Standing) -> bool:
    return one.before == "to"


@IS_VERB.when("denied", False, "Anna Hill did not say that the bridge was closed.")
def _is_denied(one: Standing) -> bool:
    return one.before in particles.NEGATED or one.before in NEITHER


@IS_VERB.when("second infinitive", False, "Anna Hill refused to confirm or deny that the bridge was closed.")
def _is_second_infinitive(one: Standing) -> bool:
    return one.before == "or" and one.back >= INFINITIVE_BEFORE and one.tokens[one.back - INFINITIVE_BEFORE].lower == "to"


@IS_VERB.when("behind a modal", False, "Anna Hill could say that the bridge was closed.")
def _is_possible(one: Standing) -> bool:
    return one.before in MODALS


@IS_VERB.when("behind a possessive or a contraction", False, "The government's answer came within the hour.")
def _is_owned(one: Standing) -> bool:
    """ "the firm's claim", "doesn't say"."""
    return one.before.endswith(("'s", "n't")) and one.word not in speech_verbs.PARTICIPLES


@IS_VERB.when("the noun reports", False, "The office said the reports were false, hence urged the public to wait.")
def _is_reports(one: Standing) -> bool:
    if one.word != "reports":
        return False
    capital = one.back >= 0 and one.tokens[one.back].is_capital and one.before not in particles.PREPOSITIONS
    return not (capital or one.before in particles.PRONOUNS or one.before == ")")


@IS_VERB.when("counted plural", False, "Marriages were legal in 17 states that once had bans.")
def _is_counted(one: Standing) -> bool:
    """ "in 17 | states", "several | reports"."""
    if not one.word.endswith("s") or one.word in speech_verbs.PURE:
        return False
    return one.before[:1].isdigit() or one.before in MANY


@IS_VERB.when("what is denied", False, "The council rejected claims that cost more than the bridge.")
def _is_rejected(one: Standing) -> bool:
    """ "rejected | claims", "denied | reports": nobody claims or reports there."""
    return one.word in forces.CLAIMS and one.before in forces.DENYING


@IS_VERB.when("plural behind an adjective", False, "The fund is open to counties, associated states, and towns that want to join.")
def _is_described(one: Standing) -> bool:
    plural = one.word.endswith("s") and one.word not in speech_verbs.PURE
    return (
        plural and one.back >= 0 and one.before.endswith(ADJECTIVES) and not one.tokens[one.back].is_capital and not is_calling(one.before)
    )


@IS_VERB.when("plural before a verb", False, "Ministers of the twelve member states issued the message after talks in Riga.")
def _has_verb_behind(one: Standing) -> bool:
    return one.word.endswith("s") and one.word not in speech_verbs.PURE and is_finite(one.tokens, one.at + 1)


@IS_VERB.when("calls for", False, "The minister went to Vienna, met his counterpart and called for calm.")
def _is_calling_for(one: Standing) -> bool:
    return one.following in CALLING_FOR and one.word.startswith("call")


@IS_VERB.when("to do something", False, "The guarantees to Ardovia are legally binding.")
def _is_before_infinitive(one: Standing) -> bool:
    return one.following == "to" and one.word not in BINDING and not _has_hearers(one)


def _has_hearers(one: Standing) -> bool:
    """ "conceded | to reporters that", "explained | to the agents: “…”"."""
    ahead = one.tokens[one.at + 2 : one.at + 2 + HEARERS_WITHIN]
    told = next((n for n, t in enumerate(ahead) if t.kind != "w" or t.lower == "that"), 0)
    return told > 0 and (ahead[told].lower == "that" or ahead[told].kind == "q" or ahead[told].text in (":", ","))


@IS_VERB.when("base form without a plural", False, "The ministry denied the report.")
def _is_noun_form(one: Standing) -> bool:
    return one.word in speech_verbs.AMBIGUOUS and not _is_plural(one.tokens, one.back) and not _is_forecast(one.tokens, one.at)


@IS_VERB.when("denied a few words before", False, "The ministry did not return our calls.")
def _is_denied_before(one: Standing) -> bool:
    return any(t.lower in particles.NEGATED for t in one.tokens[max(0, one.at - NEGATED_WITHIN) : one.at])


@IS_VERB.when("participle that goes on", True, "Ms. Pratt said prices would rise, citing a report by the bank.")
def _is_progressive(one: Standing) -> bool:
    return one.word in PROGRESSIVE


@IS_VERB.when("noun", False, "Anna Hill welcomed the claimed success of the plan.")
def _is_noun(one: Standing) -> bool:
    alone = one.before in SUBJECTS_OF_SAID and one.word in speech_verbs.PURE
    return one.before in NOUN_BEFORE and not alone


def _is_forecast(tokens: Sequence[Token], at: int) -> bool:
    """ "forecast" is its own past: a verb behind "had", and before an article, a figure or what changes."""
    if tokens[at].lower != FORECAST or not at or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    opens = after.lower in FORECAST_OPENINGS or not after.text[0].isalpha()
    return opens or tokens[at - 1].lower in HAVE | JOINING


def _is_plural(tokens: Sequence[Token], at: int) -> bool:
    """What stands before a base form can be its subject: "dealers claim", "the police report"."""
    if at < 0 or tokens[at].kind != "w" or tokens[at].lower in NO_PLURALS:
        return False
    return tokens[at].lower in verbs.PLURALS or (tokens[at].lower.endswith("s") and not tokens[at].text.endswith(("'s", "’s", "ss")))
