"""Cues of several English words: "made it clear that", "is convinced that", "was quoted as saying", "his claim that", "in her words"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.english import words as en
from archive.extraction.people.unit import Unit
from archive.extraction.speech.english.left import left_of
from archive.extraction.speech.english.noun_phrases import phrase
from archive.extraction.speech.english.predicates import is_adverb
from archive.extraction.speech.english.right import right_of
from archive.extraction.speech.reports import Cue, Source
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
LONGEST_NOUN = 3
LONGEST_OWNER = 9


def phrase_cue(unit: Unit, at: int) -> Cue | None:
    """The cue that begins with token `at`, if it is one of several words."""
    lower = unit.tokens[at].lower
    if lower in BY_FIRST or lower.endswith("n't"):
        found = _listed(unit, at)
        if found:
            return found
    if lower in BE:
        return _quoted_as_saying(unit, at) or _adjective(unit, at) or _announced(unit, at)
    if lower in QUOTING:
        return _quoting(unit, at)
    if lower in EXPRESSING:
        return _expressed(unit, at)
    if lower in NOUNS:
        return _noun(unit, at)
    return _in_words(unit, at) if lower in ("in", "by") else None


def _listed(unit: Unit, at: int) -> Cue | None:
    tokens = unit.tokens
    first = "n't" if tokens[at].lower.endswith("n't") else tokens[at].lower
    for listed, word in BY_FIRST.get(first, ()):
        if len(listed) <= len(tokens) - at and all(t.lower == p for t, p in zip(tokens[at + 1 :], listed[1:], strict=False)):
            source = _subject(unit, at)
            if source:
                return Cue(at, at + len(listed) - 1, word, source)
    return None


def _subject(unit: Unit, at: int) -> Source | None:
    """The noun phrase before a verb and its auxiliaries."""
    back = at - 1
    while back >= 0 and (is_adverb(unit.tokens[back]) or unit.tokens[back].lower in ("will", "would", "does", "did", "do")):
        back -= 1
    source = left_of(unit.tokens, unit.mentions, back)
    return source if source and source.speaks and source.head != "it" else None


def _quoted_as_saying(unit: Unit, at: int) -> Cue | None:
    """ "was quoted by the paper as saying"; what stands before is whose words they are."""
    tokens = unit.tokens
    if at + 3 >= len(tokens) or tokens[at + 1].lower not in ("quoted", "cited", "reported"):
        return None
    saying = next((n for n in range(at + 2, min(len(tokens) - 1, at + 12)) if tokens[n].lower == "as"), None)
    if saying is None or tokens[saying + 1].lower not in ("saying", "telling", "writing", "warning"):
        return None
    source = _subject(unit, at)
    return Cue(at + 1, saying + 1, "said", source) if source else None


def _quoting(unit: Unit, at: int) -> Cue | None:
    """ "quoted the mayor as saying that": the words are the mayor's, whoever quotes."""
    tokens = unit.tokens
    saying = next((n for n in range(at + 2, min(len(tokens) - 1, at + 14)) if tokens[n].lower == "as"), None)
    if saying is None or tokens[saying + 1].lower not in ("saying", "telling", "writing", "warning"):
        return None
    source = right_of(tokens, unit.mentions, at + 1)
    return Cue(at, saying + 1, "said", source) if source and source.speaks else None


def _adjective(unit: Unit, at: int) -> Cue | None:
    tokens = unit.tokens
    here = at + 1
    while here < len(tokens) and (is_adverb(tokens[here]) or tokens[here].lower in ("not", "very", "quite")):
        here += 1
    if here >= len(tokens) or tokens[here].lower not in en.ADJECTIVES or any(t.lower == "not" for t in tokens[at:here]):
        return None
    source = _subject(unit, at)
    few = source is not None and {tokens[source.first].lower, tokens[max(0, source.first - 1)].lower} & {"not", "few", "no", "hardly"}
    return Cue(here, here, tokens[here].lower, source) if source and source.kind != "document" and not few else None


def _announced(unit: Unit, at: int) -> Cue | None:
    """ "It was announced on Friday that": nobody is named."""
    tokens = unit.tokens
    here = at + 1
    while here < len(tokens) and is_adverb(tokens[here]):
        here += 1
    if not at or here >= len(tokens) or tokens[at - 1].lower != "it" or tokens[here].lower not in en.ANNOUNCED:
        return None
    return Cue(at - 1, here, "it was announced", None, nobody=True)


def _expressed(unit: Unit, at: int) -> Cue | None:
    tokens = unit.tokens
    here = at + 1
    while here < len(tokens) and here <= at + LONGEST_NOUN and tokens[here].lower not in FEELINGS:
        here += 1
    if here >= len(tokens) or tokens[here].lower not in FEELINGS or here + 1 >= len(tokens) or tokens[here + 1].lower != "that":
        return None
    source = _subject(unit, at)
    return Cue(at, here, "expressed", source) if source else None


def _noun(unit: Unit, at: int) -> Cue | None:
    """ "Mr. Green's repeated claim that", "a claim by Mr. Green that"."""
    tokens = unit.tokens
    if at + 1 < len(tokens) and tokens[at + 1].lower == "by":
        source = right_of(tokens, unit.mentions, at + 2)
        told = source and source.speaks and source.last + 1 < len(tokens) and tokens[source.last + 1].lower == "that"
        return Cue(at, at, "claim", source) if told else None
    if at + 1 >= len(tokens) or tokens[at + 1].lower != "that":
        return None
    owner = next((n for n in range(at - 1, max(-1, at - LONGEST_NOUN - 1), -1) if _owns(tokens[n])), None)
    if owner is None:
        return None
    source = _owner(unit, owner)
    return Cue(at, at, "claim", source) if source and source.speaks else None


def _owns(token: Token) -> bool:
    return token.lower in OWNERS or token.lower.endswith(("'s", "s'")) or token.text in ("'", "’")


def _owner(unit: Unit, at: int) -> Source | None:
    tokens: Sequence[Token] = unit.tokens
    if tokens[at].lower in OWNERS:
        return Source("pronoun", OWNERS[tokens[at].lower], at, at, tokens[at].start, tokens[at].end)
    source = left_of(tokens, unit.mentions, at)
    if source is None or source.kind == "person" or source.first >= at:
        return source
    first = next((n for n in range(source.first, at) if tokens[n].is_capital or tokens[n].lower in en.DETERMINERS), source.first)
    return phrase(tokens, unit.mentions, first, at)  # "may disprove | the president's claim"


def _in_words(unit: Unit, at: int) -> Cue | None:
    """ "In her words, …", "in the minister's view, …", "in the words of Anna Smith, …": read like "according to"."""
    tokens = unit.tokens
    noun = next((n for n in range(at + 2, min(len(tokens), at + LONGEST_OWNER)) if tokens[n].lower in OPINIONS), None)
    if noun is None:
        return None
    if tokens[noun - 1].lower == "the" and noun == at + 2 and noun + 2 < len(tokens) and tokens[noun + 1].lower == "of":
        source = right_of(tokens, unit.mentions, noun + 2)
        return Cue(at, noun + 1, "according to", source) if source and source.speaks else None
    owner = next((n for n in range(noun - 1, max(at, noun - LONGEST_NOUN), -1) if _owns(tokens[n])), None)
    source = _owner(unit, owner) if owner else None
    return Cue(at, noun, "according to", source) if source and source.speaks and source.first > at else None
