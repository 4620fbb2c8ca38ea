"""Cues of several English words: "made it clear that", "is convinced that", "was quoted as saying", "his claim that", "in her words"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.english import particles, speech_verbs
from archive.extraction.languages.english.speech_phrases import BY_FIRST
from archive.extraction.people.unit import Unit
from archive.extraction.speech.english.left import left_of
from archive.extraction.speech.english.noun_phrases import phrase
from archive.extraction.speech.english.predicates import is_adverb
from archive.extraction.speech.english.right import right_of
from archive.extraction.speech.reports import Cue, Source
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

BE = words("is are was were am be been remains remained seems seemed 'm 're feels felt")
QUOTING = words("quoted quotes quote quoting cited cites citing")
EXPRESSING = words("expressed expresses express voiced voices voice reiterated stated repeated declared")
DENIED, NOT = "denied", "not"
BE_NOT = words("isn't aren't wasn't weren't")
SURE = words("sure certain convinced confident persuaded")
FEELINGS = words(
    "confidence hope hopes concern concerns fear fears doubt doubts regret belief conviction certainty optimism view opinion wish surprise"
)
NOUNS = words(
    """
    claim claims assertion assertions allegation allegations argument announcement warning warnings belief view contention suggestion
    accusation accusations prediction remark comment promise pledge denial insistence admission confession conclusion finding opinion
    conviction complaint declaration hint statement assurance assurances assessment testimony
    """
)
OPINIONS = words("words view opinion estimation judgment judgement assessment telling")
OWNERS = {"his": "he", "her": "she", "their": "they"}
IN = words("in by")
OPENING = BY_FIRST.keys() | BE | QUOTING | EXPRESSING | NOUNS | IN | speech_verbs.NAMING
# Between a subject and its verb, beside adverbs.
AUXILIARIES = words("will would does did do could can")
QUOTED = words("quoted cited reported")
SAYING = words("saying telling writing warning")
# Between "is" and what somebody is.
DEGREES = words("not very quite")
# "Few are convinced": of these nothing is said.
HARDLY_ANY = words("not few no hardly")
LONGEST_NOUN = 3  # "his | often repeated | claim"
LONGEST_OWNER = 9
LONGEST_QUOTED = 12  # "was quoted | by a paper of the capital | as saying"


def phrase_cue(unit: Unit, at: int) -> Cue | None:
    """The cue that begins with token `at`, if it is one of several words."""
    lower = unit.tokens[at].lower
    return PHRASE_CUE(unit, at) if lower in OPENING or lower.endswith("n't") else None


PHRASE_CUE = Rules[[Unit, int], Cue | None]("which cue of several English words begins at this word", otherwise=None)


@PHRASE_CUE.rule("listed phrase", "The minister made it clear that no further cuts are planned.")
def _listed(unit: Unit, at: int) -> Cue | None:
    lower = unit.tokens[at].lower
    for listed, word in BY_FIRST.get("n't" if lower.endswith("n't") else lower, ()):
        ahead = tuple(t.lower for t in unit.tokens[at + 1 : at + len(listed)])
        source = _subject(unit, at) if ahead == listed[1:] else None
        if source:
            return Cue(at, at + len(listed) - 1, word, source)
    return None


def _subject(unit: Unit, at: int) -> Source | None:
    """The noun phrase before a verb and its auxiliaries."""
    back = at - 1
    while back >= 0 and (is_adverb(unit.tokens[back]) or unit.tokens[back].lower in AUXILIARIES):
        back -= 1
    source = left_of(unit.tokens, unit.mentions, back)
    return source if source and source.speaks and source.head != "it" else None


@PHRASE_CUE.rule("quoted as saying", "The mayor was quoted as saying: “Nobody is going to starve in this town this winter.”")
def _quoted_as_saying(unit: Unit, at: int) -> Cue | None:
    """ "was | quoted by the paper as saying"; what stands before is whose words they are."""
    tokens = unit.tokens
    if tokens[at].lower not in BE or at + 1 >= len(tokens) or tokens[at + 1].lower not in QUOTED:
        return None
    saying = _as_saying(tokens, at + 2, LONGEST_QUOTED - 2)
    source = _subject(unit, at) if saying else None
    return Cue(at + 1, saying, "said", source) if saying and source else None


@PHRASE_CUE.rule("is convinced", "Investors are worried that the strike will spread.")
def _adjective(unit: Unit, at: int) -> Cue | None:
    adjective = _past_degrees(unit.tokens, at) if unit.tokens[at].lower in BE else None
    if adjective is None or unit.tokens[adjective].lower not in speech_verbs.ADJECTIVES or _is_negated(unit.tokens, at, adjective):
        return None
    source = _subject(unit, at)
    if source is None or source.kind == "document" or _is_hardly_any(unit.tokens, source.first):
        return None
    return Cue(adjective, adjective, unit.tokens[adjective].lower, source)


@PHRASE_CUE.rule("is not sure", "Investors are not sure that the strike will spread.")
def _not_sure(unit: Unit, at: int) -> Cue | None:
    """ "was | not sure that", "| wasn't convinced that"."""
    is_form_of_be = unit.tokens[at].lower in BE or unit.tokens[at].lower in BE_NOT
    adjective = _past_degrees(unit.tokens, at) if is_form_of_be else None
    if adjective is None or unit.tokens[adjective].lower not in SURE or not _is_negated(unit.tokens, at, adjective):
        return None
    source = _subject(unit, at)
    first = at if unit.tokens[at].lower in BE_NOT else next(n for n in range(at, adjective) if unit.tokens[n].lower == NOT)
    return Cue(first, adjective, "not sure", source) if source and source.kind != "document" else None


def _past_degrees(tokens: Sequence[Token], at: int) -> int | None:
    """What somebody is, behind a form of "be" and "not very"."""
    here = at + 1
    while here < len(tokens) and (is_adverb(tokens[here]) or tokens[here].lower in DEGREES):
        here += 1
    return here if here < len(tokens) else None


def _is_negated(tokens: Sequence[Token], at: int, adjective: int) -> bool:
    if tokens[at].lower in BE_NOT:
        return True
    return tokens[at].lower in BE and any(t.lower == NOT for t in tokens[at:adjective])


@PHRASE_CUE.rule("it was announced", "It was announced on Friday that the summit would be held in Vienna.")
def _announced(unit: Unit, at: int) -> Cue | None:
    """ "It | was announced on Friday that": nobody is named."""
    tokens, here = unit.tokens, at + 1
    if not at or tokens[at - 1].lower != "it" or tokens[at].lower not in BE:
        return None
    while here < len(tokens) and is_adverb(tokens[here]):
        here += 1
    announced = here < len(tokens) and (tokens[here].lower in speech_verbs.ANNOUNCED or tokens[here].lower == DENIED)
    return Cue(at - 1, here, "it was announced", _agent(unit, here + 1), nobody=True) if announced else None


def _agent(unit: Unit, at: int) -> Source | None:
    """ "it was denied | by the mayor"."""
    source = right_of(unit.tokens, unit.mentions, at + 1) if at < len(unit.tokens) and unit.tokens[at].lower == "by" else None
    return source if source and source.speaks else None


@PHRASE_CUE.rule("quoted somebody as saying", "State media quoted Anna Hill as saying the bridge was closed.")
def _quoting(unit: Unit, at: int) -> Cue | None:
    """ "quoted the mayor as saying that": the words are the mayor's, whoever quotes."""
    saying = _as_saying(unit.tokens, at + 2, LONGEST_QUOTED) if unit.tokens[at].lower in QUOTING else None
    source = right_of(unit.tokens, unit.mentions, at + 1) if saying else None
    return Cue(at, saying, "said", source) if saying and source and source.speaks else None


@PHRASE_CUE.rule("named by somebody", "The deal was hailed by Anna Hill as “a turning point for the whole of the north”.")
def _named_by(unit: Unit, at: int) -> Cue | None:
    """ "was | described by the mayor as “…”"."""
    tokens = unit.tokens
    if tokens[at].lower not in speech_verbs.NAMING or at + 1 >= len(tokens) or tokens[at + 1].lower != "by":
        return None
    source = right_of(tokens, unit.mentions, at + 2)
    words_as = source.last + 1 if source and source.speaks else len(tokens)
    named = words_as + 1 < len(tokens) and tokens[words_as].lower == "as" and tokens[words_as + 1].kind == "q"
    return Cue(at, words_as, tokens[at].lower, source) if named else None


@PHRASE_CUE.rule("expressed a hope", "Mr. Brand expressed confidence that the plan would win approval.")
def _expressed(unit: Unit, at: int) -> Cue | None:
    if unit.tokens[at].lower not in EXPRESSING:
        return None
    ahead = [t.lower for t in unit.tokens[at + 1 : at + LONGEST_NOUN + 3]]
    feeling = next((n for n, lower in enumerate(ahead[: LONGEST_NOUN + 1]) if lower in FEELINGS), None)
    if feeling is None or ahead[feeling + 1 : feeling + 2] != ["that"]:
        return None
    source = _subject(unit, at)
    return Cue(at, at + 1 + feeling, "expressed", source) if source else None


@PHRASE_CUE.rule("claim by somebody", "A claim by Mr. Brand that the count was rigged has been rejected by three courts.")
def _noun_by(unit: Unit, at: int) -> Cue | None:
    """ "a claim | by Mr. Green that"."""
    if not _is_noun_before(unit.tokens, at, "by"):
        return None
    source = right_of(unit.tokens, unit.mentions, at + 2)
    if source is None or not source.speaks or source.last + 1 >= len(unit.tokens):
        return None
    return Cue(at, at, "claim", source) if unit.tokens[source.last + 1].lower == "that" else None


@PHRASE_CUE.rule("somebody's claim", "Mr. Green's claim that the count was rigged has been rejected by three courts.")
def _noun(unit: Unit, at: int) -> Cue | None:
    """ "Mr. Green's repeated claim | that"."""
    owner = _owner_before(unit.tokens, at, -1) if _is_noun_before(unit.tokens, at, "that") else None
    source = _owner(unit, owner) if owner is not None else None
    return Cue(at, at, "claim", source) if source and source.speaks else None


@PHRASE_CUE.rule("in the words of", "In the words of Anna Hill, the bridge was closed too early.")
def _in_words_of(unit: Unit, at: int) -> Cue | None:
    """ "in the words of | Anna Smith, …"."""
    ahead = [t.lower for t in unit.tokens[at : at + 4]]
    if len(ahead) < 4 or ahead[0] not in IN or ahead[2] not in OPINIONS or (ahead[1], ahead[3]) != ("the", "of"):
        return None
    source = right_of(unit.tokens, unit.mentions, at + 4)
    return Cue(at, at + 3, "according to", source) if source and source.speaks else None


@PHRASE_CUE.rule("in somebody's words", "In his words, “the road to peace runs through every village in this country.”")
def _in_words(unit: Unit, at: int) -> Cue | None:
    """ "In her words, …", "in the minister's view, …": read like "according to"."""
    noun = _opinion(unit.tokens, at) if unit.tokens[at].lower in IN else None
    owner = _owner_before(unit.tokens, noun, at) if noun is not None else None
    source = _owner(unit, owner) if owner else None
    return Cue(at, noun, "according to", source) if noun and source and source.speaks and source.first > at else None


def _as_saying(tokens: Sequence[Token], first: int, reach: int) -> int | None:
    """The participle of the first "as" of these tokens."""
    at = next((n for n in range(first, min(len(tokens) - 1, first + reach)) if tokens[n].lower == "as"), None)
    return at + 1 if at is not None and tokens[at + 1].lower in SAYING else None


def _is_hardly_any(tokens: Sequence[Token], first: int) -> bool:
    return not HARDLY_ANY.isdisjoint((tokens[first].lower, tokens[max(0, first - 1)].lower))


def _is_noun_before(tokens: Sequence[Token], at: int, following: str) -> bool:
    return tokens[at].lower in NOUNS and at + 1 < len(tokens) and tokens[at + 1].lower == following


def _opinion(tokens: Sequence[Token], at: int) -> int | None:
    """The first noun of an opinion behind "in", with its owner between."""
    return next((n for n in range(at + 2, min(len(tokens), at + LONGEST_OWNER)) if tokens[n].lower in OPINIONS), None)


def _owner_before(tokens: Sequence[Token], noun: int, first: int) -> int | None:
    """The last word behind token `first` and not far before a noun that says whose it is."""
    return next((n for n in range(noun - 1, max(first, noun - LONGEST_NOUN - 1), -1) if _owns(tokens[n])), None)


def _owns(token: Token) -> bool:
    return token.lower in OWNERS or token.lower.endswith(("'s", "s'")) or token.text in ("'", "’")


def _owner(unit: Unit, at: int) -> Source | None:
    tokens: Sequence[Token] = unit.tokens
    if tokens[at].lower in OWNERS:
        return Source("pronoun", OWNERS[tokens[at].lower], at, at, tokens[at].start, tokens[at].end)
    source = left_of(tokens, unit.mentions, at)
    if source is None or source.kind == "person" or source.first >= at:
        return source
    first = next((n for n in range(source.first, at) if tokens[n].is_capital or tokens[n].lower in particles.DETERMINERS), source.first)
    return phrase(tokens, unit.mentions, first, at)  # "may disprove | the president's claim"
