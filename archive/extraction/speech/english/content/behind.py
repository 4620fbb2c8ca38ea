"""What stands behind an English verb of speech: a quotation, a clause with or without "that", what somebody binds himself to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from archive.extraction.languages import words
from archive.extraction.languages.english import forces, speech_verbs
from archive.extraction.speech.english.content import statable
from archive.extraction.speech.english.content.adjuncts import past_adjuncts
from archive.extraction.speech.english.content.begins import fills, past_claim, past_opener, past_that, quotation_at
from archive.extraction.speech.english.content.hearers import is_about, past_hearers
from archive.extraction.speech.english.content.speaking import BEHIND_ALONE, OPEN_CUES, QUOTED_ONLY
from archive.extraction.speech.english.content.statable import CLAUSE_WORDS, LONGEST_PHRASE
from archive.extraction.speech.english.content.taken import CLAUSE, THAT, WHETHER, clause_from, end_of_clause
from archive.extraction.speech.grammar import NOTHING, Content, Reached
from archive.extraction.speech.reports import ACCORDING, LINKS
from archive.extraction.speech.stretches import first_at, is_long_quote, quotation_in_clause, quotations
from archive.extraction.text.rules import Rules

AND = words("and")
ANSWERS = words("yes no so")
DENYING = "denying"
HIM = words("me him us them")
# "asked | for the letters that", "asked the mayor | to name the rules that".
OF_SOMETHING = words("to for about of")
# Before "according to" these open the clause that it tells of.
OPENING = words("that and but while whereas")


@dataclass(frozen=True)
class Behind:
    """A verb of speech; from `at` on stands what is behind it and its hearers, from `start` on what is behind a phrase of time too."""

    here: Reached
    at: int
    start: int

    @cached_property
    def end(self) -> int:
        """Where a clause ends that begins at the start."""
        return end_of_clause(self.here, self.start)

    @cached_property
    def is_clause(self) -> bool:
        """A clause stands there, and no thing that was presented."""
        if not statable.is_clause(self.here.cued, self.start, self.end):
            return False
        return self.here.cue.word not in speech_verbs.PRESENTING or not statable.is_presented(self.here.cued, self.start, self.end)

    def clause(self, how: str = CLAUSE) -> Content:
        return clause_from(self.here, self.start, how)


BEHIND = Rules[[Reached, int], Content]("what stands behind an English verb of speech", otherwise=NOTHING)
CLAUSES = Rules[[Behind], Content]("which clause stands behind an English verb of speech", otherwise=NOTHING)


def behind(here: Reached) -> Content:
    """What the cue reports behind it."""
    return BEHIND(here, past_hearers(here))


@BEHIND.rule("according to", "Two people were arrested, according to police.")
def _according(here: Reached, at: int) -> Content | None:
    if here.cue.word != ACCORDING:
        return None
    return NOTHING if here.told else _beside_according(here)


@BEHIND.rule("quotation", "Anna Kovaleva said: “We will stay here.”")
def _quotation(here: Reached, at: int) -> Content | None:
    quote = quotation_at(here.cued, at)
    return quotations(here.tokens, quote, joining=AND) if quote is not None else None


@BEHIND.rule("clause", "Prosecutors have said they will appeal.")
def _clause(here: Reached, at: int) -> Content | None:
    return CLAUSES(Behind(here, at, past_adjuncts(here.cued, at))) or None


@BEHIND.rule("quotation in the clause", "She called the union “a market with one owner and five customers”.")
def _quotation_in_clause(here: Reached, at: int) -> Content | None:
    if here.told or here.cue.word in speech_verbs.UTTERING or here.cue.word in BEHIND_ALONE - QUOTED_ONLY:
        return None
    return quotation_in_clause(here, at, joining=AND) or None


# ------------------------------------------------------------ the clause behind the verb


@CLAUSES.when("told about something", NOTHING, "The weather service warned of heavy snow in the mountains.")
def _about(verb: Behind) -> bool:
    return is_about(verb.here, verb.start)


@CLAUSES.rule("to do something", "The president promised to veto the bill.")
def _promised(verb: Behind) -> Content | None:
    """ "promised on Friday to veto the bill"."""
    return None if verb.here.told or not is_bound(verb.here, verb.start) else verb.clause("what is promised")


def is_bound(here: Reached, at: int) -> bool:
    return here.cue.word in speech_verbs.COMMITTING and at + 2 < len(here.tokens) and here.tokens[at].lower == "to"


@CLAUSES.rule("that", "Anna Holt said that the road was shut.")
def _with_that(verb: Behind) -> Content | None:
    that = past_that(verb.here.cued, verb.at) or past_that(verb.here.cued, verb.here.cue.stop)
    if that is None or _is_barred(verb.here.cue.word):
        return None
    return NOTHING if _is_about_something(verb, that) else clause_from(verb.here, that, THAT)


def _is_barred(word: str) -> bool:
    """ "called on the mayor that", "larger questions that"."""
    return (word in QUOTED_ONLY and word not in forces.DENYING) or word in forces.QUESTIONING


def _is_about_something(verb: Behind, that: int) -> bool:
    """ "is concerned with the tax, and it is the tax that", "asked the mayor to name the rules that": the clause is of another word."""
    between = verb.here.tokens[verb.at : that]
    if verb.here.cue.word in forces.ASKING:
        return any(t.text == "," or t.lower in OF_SOMETHING for t in between)
    return verb.here.cue.word in speech_verbs.ADJECTIVES and any(t.text == "," for t in between)


@CLAUSES.rule("a claim that", "Anna Holt rejected claims that the road was shut.")
def _with_claim(verb: Behind) -> Content | None:
    that = past_claim(verb.here.cued, verb.at) if verb.here.cue.word in forces.DENYING else None
    return None if that is None else clause_from(verb.here, that, THAT)


@CLAUSES.when("a report, and what is said of it", NOTHING, "Anna Holt denied the report: “There is no such plan and never was.”")
def _is_answered(verb: Behind) -> bool:
    tokens = verb.here.tokens
    colon = first_at(tokens, verb.at, min(len(tokens) - 1, verb.at + LONGEST_PHRASE), (":",))
    return verb.here.cue.word in forces.DENYING and colon is not None and is_long_quote(tokens[colon + 1])


@CLAUSES.rule("whether", "Anna Holt asked whether the road was shut.")
def _with_whether(verb: Behind) -> Content | None:
    asked = verb.here.cue.word in forces.BEFORE_WHETHER and verb.start + 1 < len(verb.here.tokens)
    return clause_from(verb.here, verb.start + 1, WHETHER) if asked and verb.here.tokens[verb.start].lower in forces.WHETHER else None


@CLAUSES.when("yes or no", NOTHING, "When Anna Holt said no, Tom Arlow left the room.")
def _yes_or_no(verb: Behind) -> bool:
    """ "said | so, and", "said | no."."""
    tokens = verb.here.tokens
    alone = verb.start + 1 >= len(tokens) or tokens[verb.start + 1].kind == "p"
    return verb.start < len(tokens) and tokens[verb.start].lower in ANSWERS and alone


@CLAUSES.when("nothing more", NOTHING, "The road is shut, Anna Holt said.")
def _nothing_more(verb: Behind) -> bool:
    return verb.here.told or verb.start >= len(verb.here.tokens)


@CLAUSES.rule("colon", "The editor replies: We did ask, and we are glad to have an answer.")
def _with_colon(verb: Behind) -> Content | None:
    if verb.here.tokens[verb.start].text != ":" or verb.here.cue.word not in speech_verbs.SPEECH:
        return None
    return clause_from(verb.here, verb.start + 1, CLAUSE) if verb.start + CLAUSE_WORDS < len(verb.here.tokens) else NOTHING


@CLAUSES.rule("quotation behind a phrase", "Anna Holt said on Friday “we will not sell the port”.")
def _quotation_behind_phrase(verb: Behind) -> Content | None:
    tokens = verb.here.tokens
    quoted = verb.start > verb.here.cue.last + 1 and tokens[verb.start].kind == "q" and fills(tokens, verb.start)
    return quotations(tokens, verb.start, joining=AND) if quoted else None


@CLAUSES.rule("anything behind said", "Anna Holt said the road was shut.")
def _anything(verb: Behind) -> Content | None:
    if verb.here.cue.word not in speech_verbs.PURE:
        return None
    where = (verb.here.cued, verb.start, verb.end)
    return verb.clause() if statable.opens_with_phrase(*where) or statable.may_be_said(*where) else NOTHING


@CLAUSES.rule("clause without that", "The army denied it had shelled the village.")
def _without_that(verb: Behind) -> Content | None:
    if verb.here.cue.word not in OPEN_CUES or not verb.is_clause or _is_refused(verb):
        return None
    return verb.clause()


def _is_refused(verb: Behind) -> bool:
    """ "in denying | tax benefits that seemed due", "denied | him the visa that": a thing that is not granted."""
    word, start = verb.here.cue.word, verb.here.tokens[verb.start].lower
    return (word in forces.DENYING and start in HIM) or (word == DENYING and not statable.is_plain(verb.here.cued, verb.start, verb.end))


@CLAUSES.rule("what is to come", "Brokers now expect the bank to cut rates twice this year.")
def _to_come(verb: Behind) -> Content | None:
    return verb.clause() if verb.here.cue.word in OPEN_CUES and statable.is_future(verb.here, verb.start, verb.end) else None


@CLAUSES.rule("what is concluded", "District staff determined the cuts would be necessary to balance the budget.")
def _concluded(verb: Behind) -> Content | None:
    plain = verb.here.cue.word in speech_verbs.CONCLUDING and verb.is_clause and statable.is_plain(verb.here.cued, verb.start, verb.end)
    return verb.clause() if plain else None


@CLAUSES.rule("figures to come", "Dealers on average had forecast revenue of $4.1 billion.")
def _figures(verb: Behind) -> Content | None:
    return verb.clause("what is forecast") if statable.is_forecast(verb.here, verb.start, verb.end) else None


@CLAUSES.rule("noun with a clause", "Anna Holt recalled the memorandum that was signed in 1996.")
def _noun(verb: Behind) -> Content | None:
    """ "denied the reports that the talks had failed"."""
    cue = verb.here.cue
    named = cue.word in speech_verbs.NOUN_OBJECTS and cue.source is not None and cue.source.kind in ("person", "pronoun", "role")
    return clause_from(verb.here, verb.at, "noun phrase after") if named and statable.is_object(verb.here.cued, verb.at) else None


# ------------------------------------------------------------ according to somebody


def _beside_according(here: Reached) -> Content:
    """The clause before "according to" without a comma, or the one behind the comma after it."""
    tokens, cue = here.tokens, here.cue
    if cue.first > here.at + 1 and tokens[cue.first - 1].lower not in OPENING:
        begin = past_opener(here.cued, here.at, cue.first)
        linked = tokens[cue.first - 1].text in LINKS
        end = cue.first - 1 if linked else cue.first
        if here.last and begin <= here.last.first < end:  # "…, Y told Z, according to X"
            return NOTHING
        if end - begin >= CLAUSE_WORDS:
            is_said = linked or statable.is_clause(here.cued, begin, end)
            return Content(begin, end, "clause before", past=cue.stop) if is_said else NOTHING
    comma = first_at(tokens, cue.stop, cue.stop + LONGEST_PHRASE, (",", ":"))
    if comma is None or comma + 1 >= len(tokens) or tokens[comma + 1].kind == "p":
        return NOTHING
    return clause_from(here, comma + 1, CLAUSE)
