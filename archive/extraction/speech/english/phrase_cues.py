"""Cues of several English words: "made it clear that", "is convinced that", "was quoted as saying", "his claim that", "in her words"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.english import particles, speech_verbs
from archive.extraction.people.unit import Unit
from archive.extraction.speech.english.left import left_of
from archive.extraction.speech.english.noun_phrases import phrase
from archive.extraction.speech.english.predicates import is_adverb
from archive.extraction.speech.english.right import right_of
from archive.extraction.speech.reports import Cue, Source
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

BE = words("is are was were am be been remains remained seems seemed 'm 're feels felt")
# Phrases by their words; the last is what the cue is called.
PHRASES = tuple(
    (tuple(phrase.split()), word)
    for phrases, word in (
        ("made it clear|makes it clear|make it clear|made clear|makes clear|make clear|made it plain|makes it plain", "made clear"),
        ("let it be known|lets it be known|made it known|made known", "made known"),
        ("not rule out|n't rule out|not ruled out|n't ruled out|not excluded|not exclude", "not rule out"),
        ("took the view|takes the view|take the view|held the view|holds the view|is of the opinion|was of the opinion", "took the view"),
        ("has no doubt|have no doubt|had no doubt|left no doubt|leaves no doubt|leave no doubt|made no secret", "has no doubt"),
        ("gave assurances|gave an assurance|gave his word|gave her word|drew attention to the fact|sounded the alarm", "gave assurances"),
        ("went on to say|goes on to say|went on to add|was quick to say|was quick to add|go on to say", "said"),
        ("is on record as saying|was on record as saying|issued a statement saying|released a statement saying", "said"),
        ("put out a statement saying|sent out a statement saying|wrote a letter saying", "said"),
    )
    for phrase in phrases.split("|")
)
BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _phrase, _word in PHRASES:
    BY_FIRST.setdefault(_phrase[0], []).append((_phrase, _word))
QUOTING = words("quoted quotes quote quoting cited cites citing")
EXPRESSING = words("expressed expresses express voiced voices voice reiterated stated repeated declared")
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
OPENING = BY_FIRST.keys() | BE | QUOTING | EXPRESSING | NOUNS | IN
# Between a subject and its verb, beside adverbs.
AUXILIARIES = words("will would does did do")
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
    tokens, here = unit.tokens, at + 1
    while here < len(tokens) and (is_adverb(tokens[here]) or tokens[here].lower in DEGREES):
        here += 1
    if tokens[at].lower not in BE or here >= len(tokens) or tokens[here].lower not in speech_verbs.ADJECTIVES:
        return None
    source = _subject(unit, at) if not any(t.lower == "not" for t in tokens[at:here]) else None
    if source is None or source.kind == "document" or _is_hardly_any(tokens, source.first):
        return None
    return Cue(here, here, tokens[here].lower, source)


@PHRASE_CUE.rule("it was announced", "It was announced on Friday that the summit would be held in Vienna.")
def _announced(unit: Unit, at: int) -> Cue | None:
    """ "It | was announced on Friday that": nobody is named."""
    tokens, here = unit.tokens, at + 1
    if not at or tokens[at - 1].lower != "it" or tokens[at].lower not in BE:
        return None
    while here < len(tokens) and is_adverb(tokens[here]):
        here += 1
    announced = here < len(tokens) and tokens[here].lower in speech_verbs.ANNOUNCED
    return Cue(at - 1, here, "it was announced", None, nobody=True) if announced else None


@PHRASE_CUE.rule("quoted somebody as saying", "State media quoted Anna Hill as saying the bridge was closed.")
def _quoting(unit: Unit, at: int) -> Cue | None:
    """ "quoted the mayor as saying that": the words are the mayor's, whoever quotes."""
    saying = _as_saying(unit.tokens, at + 2, LONGEST_QUOTED) if unit.tokens[at].lower in QUOTING else None
    source = right_of(unit.tokens, unit.mentions, at + 1) if saying else None
    return Cue(at, saying, "said", source) if saying and source and source.speaks else None


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
