"""Finds the verbs by which a sentence reports speech, each with its source, and leaves out those that report nothing."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages.english import verbs
from archive.extraction.languages.english import words as en
from archive.extraction.people.unit import Unit
from archive.extraction.speech.colons import colon_cue, is_colon
from archive.extraction.speech.english.according import according
from archive.extraction.speech.english.left import left_of
from archive.extraction.speech.english.phrase_cues import phrase_cue
from archive.extraction.speech.english.predicates import has_predicate, is_adverb
from archive.extraction.speech.english.right import right_of
from archive.extraction.speech.english.subjects import shared
from archive.extraction.speech.english.unsaid import is_unsaid
from archive.extraction.speech.reports import Cue, Source
from archive.extraction.text.tokens import Token

# Open the clause of another speaker behind a semicolon.
JOINING = frozenset("and but while whereas".split())
# With "is" before it a participle is the verb: "analysts are expecting a loss".
PROGRESSIVE = en.PARTICIPLES | en.FORESEEING
VERBS = en.SAYING | en.TELLING | en.NAMING | PROGRESSIVE | en.AMBIGUOUS
# Before these words a verb of speech is a noun or an infinitive.
NOUN_BEFORE = en.DETERMINERS - {
    "this",
    "that",
    "all",
    "both",
    "some",
    "many",
    "most",
    "others",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
} | frozenset("of for in with no such any".split())
# Verbs with the hearer as their object.
ADDRESSING = ("told", "tell", "assur", "remind", "inform", "warn", "asked", "notif", "advis", "persuad", "convinc")
# What may follow a speaker named behind the verb.
BEHIND = en.ADJUNCT_HEADS | en.TIMES | frozenset("of at from for with who whose as and".split())
# "Before she could say so" tells nothing that was said.
MODALS = frozenset("could can cannot might may must should let ca".split())
# Before a plural noun that looks like a verb: "in 17 states", "several reports".
MANY = frozenset("two three four five six seven eight nine ten several many some few other these those all both more most".split())
NO_ONE = frozenset("neither no nobody none".split())
IT_SAYS = frozenset("quoted cited believes believed plans warned".split())
NO_PLURALS = frozenset("as this its his us thus plus always perhaps whereas unless besides across is was has does yes".split())
READING = frozenset("read reads".split())
# "alleged payments", "reported threats": before a noun these say nothing.
DOUBTING = frozenset("alleged suspected reported claimed rumoured rumored supposed promised proposed estimated".split())
WHEN = frozenset("when if while once whenever being unless".split())
ANSWERING = frozenset("responding replying responded replied responds replies".split())


def cues_of(unit: Unit) -> list[Cue]:
    """The cues of an English sentence in order."""
    found: list[Cue] = []
    for at, token in enumerate(unit.tokens):
        if is_colon(unit, at):
            cue = colon_cue(unit, at, left_of(unit.tokens, unit.mentions, at - 1), JOINING)
            found += [cue] if cue else []
        if token.kind != "w":
            continue
        cue = according(unit, at) if token.lower == "according" else phrase_cue(unit, at)
        if cue is None and token.lower in VERBS and _is_verb(unit.tokens, at):
            cue = _verb(unit, at, found)
        if cue and not (found and found[-1].last >= cue.first) and not is_unsaid(unit.tokens, cue):
            found.append(cue)
    return found


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.is_capital and at > 0 and tokens[at - 1].text not in (",", "—", "–", "-") and tokens[at - 1].kind != "q":
        return False
    back = at - 1
    while back >= 0 and is_adverb(tokens[back]):
        back -= 1
    before = tokens[back].lower if back >= 0 else ""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if _is_participle(tokens, at, before, following) or _is_answering(tokens, at):
        return False
    if (
        (before in en.PASSIVE and not (token.lower in PROGRESSIVE and before not in ("been", "being", "be")))
        or before == "to"
        or before in en.NEGATED
        or before in MODALS
        or (before.endswith(("'s", "n't")) and token.lower not in en.PARTICIPLES)
    ):
        return False
    capital = back >= 0 and tokens[back].is_capital and before not in en.PREPOSITIONS
    named = capital or before in en.PRONOUNS or before == ")"
    if token.lower == "reports" and not named:  # the noun
        return False
    if token.lower.endswith("s") and token.lower not in en.PURE and (before[:1].isdigit() or before in MANY):
        return False
    if token.lower.startswith("call") and following in ("for", "on", "upon"):
        return False
    if following == "to" and token.lower not in en.COMMITTING | en.EXPECTING | {"pointed"}:
        return False
    if token.lower in en.AMBIGUOUS and not _is_plural(tokens, back) and not _is_forecast(tokens, at):
        return False
    if any(t.lower in en.NEGATED for t in tokens[max(0, at - 3) : at]):
        return False
    another = token.lower in en.PURE and before == "another"
    return token.lower in PROGRESSIVE or another or before not in NOUN_BEFORE


def _is_participle(tokens: Sequence[Token], at: int, before: str, following: str) -> bool:
    """ "planets announced by Ann Hill", "when asked", "alleged payments": said of things, by somebody else, or nothing that was said."""
    word = tokens[at].lower
    if not word.endswith(("ed", "told")):
        return False
    if following == "by" and not (at + 2 < len(tokens) and tokens[at + 2].lower in en.CHANNELS):
        return True
    adjective = word in DOUBTING and following != "that" and (before in en.PREPOSITIONS or before.endswith("ing") or before in en.FINITE)
    return before in WHEN or adjective


def _is_answering(tokens: Sequence[Token], at: int) -> bool:
    """ "was responding Wednesday to a letter": what is answered was not said."""
    ahead = [t.lower for t in tokens[at + 1 : at + 4]]
    return tokens[at].lower in ANSWERING and "to" in ahead and not any(t.kind == "q" for t in tokens[at + 1 : at + 4])


def _is_forecast(tokens: Sequence[Token], at: int) -> bool:
    """ "forecast" is its own past: a verb behind "had", and before an article, a figure or what changes."""
    if tokens[at].lower != "forecast" or not at or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    opens = after.lower in en.DETERMINERS | en.CHANGES | {"that"} or not after.text[0].isalpha()
    return tokens[at - 1].lower in ("has", "have", "had") or opens or tokens[at - 1].lower in ("and", "but")


def _is_plural(tokens: Sequence[Token], at: int) -> bool:
    """What stands before a base form can be its subject: "dealers claim", "the police report"."""
    if at < 0 or tokens[at].kind != "w" or tokens[at].lower in NO_PLURALS:
        return False
    return tokens[at].lower in verbs.PLURALS or (tokens[at].lower.endswith("s") and not tokens[at].text.endswith(("'s", "’s", "ss")))


def _verb(unit: Unit, at: int, found: Sequence[Cue]) -> Cue | None:
    tokens = unit.tokens
    word = tokens[at].lower
    back = at - 1
    while back > 0 and word in PROGRESSIVE and (is_adverb(tokens[back]) or tokens[back].lower == "now"):
        back -= 1
    if word in PROGRESSIVE and back > 0 and tokens[back].lower in en.PASSIVE - {"been", "being", "be"}:
        back -= 1
    elif word in PROGRESSIVE and word not in en.SAYING:
        return None if word in en.FORESEEING - en.PARTICIPLES else _participle(unit, at, found)
    while back >= 0 and (is_adverb(tokens[back]) or tokens[back].lower in ("is", "will", "would")):
        back -= 1
    source, inverted = _source_beside(unit, at, back, found)
    if source is None or _unfit(word, source, tokens, at):
        return None
    goes_on = at + 1 < len(tokens) and tokens[at + 1].lower in ("out", "on") and word in ("pointed", "went", "points", "goes")
    return Cue(at, at + 1 if goes_on else at, word, source, inverted)


def _source_beside(unit: Unit, at: int, back: int, found: Sequence[Cue]) -> tuple[Source | None, bool]:
    """Who says so, and whether they stand behind the verb; `back` is the last token before it that is no adverb."""
    tokens, mentions = unit.tokens, unit.mentions
    if back < 0:
        return None, False
    before = tokens[back]
    if before.lower in ("and", "but", "then"):
        return shared(unit, at, found), False
    quoted = before.kind == "q" or (before.text in (",", "—", "–", "-") and back and (tokens[back - 1].kind == "q" or before.text != ","))
    if quoted:
        right = right_of(tokens, mentions, at + 1)
        return (right, True) if right else (left_of(tokens, mentions, back), False)
    if before.text != ",":
        return (_antecedent(unit, back) if before.lower in ("who", "which") else left_of(tokens, mentions, back)), False
    behind = _speaker_behind(unit, at + 1)
    if behind:
        return behind, True
    left = left_of(tokens, mentions, back)
    if left is None and not has_predicate(tokens[_clause_start(tokens, back) : back]):
        return left_of(tokens, mentions, back - 1), False
    if left is None and not tokens[at].lower.startswith(ADDRESSING):
        right = right_of(tokens, mentions, at + 1)
        return (None if right and _is_thing(unit, right) else right), True
    return left, False


def _speaker_behind(unit: Unit, at: int) -> Source | None:
    """ ", said Anna Smith, the head of the fund": a person, role or body to the right, with no verb of its own."""
    source = None if unit.tokens[at - 1].lower.startswith(ADDRESSING) else right_of(unit.tokens, unit.mentions, at)
    if source is None or source.kind not in ("person", "role", "body"):
        return None
    if _is_thing(unit, source):
        return None
    after = unit.tokens[source.last + 1] if source.last + 1 < len(unit.tokens) else None
    return source if after is None or after.kind != "w" or after.lower in BEHIND else None


def _is_thing(unit: Unit, source: Source) -> bool:
    """ ", recalled a similar exchange": the object of the verb."""
    return source.kind in ("body", "other") and unit.tokens[source.first].lower in ("a", "an")


def _clause_start(tokens: Sequence[Token], at: int) -> int:
    """Where the words before a comma begin: after a quotation, a semicolon or a conjunction."""
    while at > 0 and tokens[at - 1].kind != "q" and tokens[at - 1].text not in (";", ":") and tokens[at - 1].lower not in ("but", "while"):
        at -= 1
    return at


def _antecedent(unit: Unit, at: int) -> Source | None:
    """ "Anna Smith, who said that": the phrase before the relative pronoun."""
    back = at - 1 if at and unit.tokens[at - 1].text != "," else at - 2
    source = left_of(unit.tokens, unit.mentions, back) if back >= 0 else None
    return source if source and source.speaks and source.kind != "pronoun" else None


def _unfit(word: str, source: Source, tokens: Sequence[Token], at: int) -> bool:
    if tokens[source.first].lower in NO_ONE:
        return True
    if word in READING:
        return source.kind not in ("document",)
    if word == "went":
        return not (at + 1 < len(tokens) and tokens[at + 1].lower == "on")
    if word in ("showed", "shows", "found", "indicated", "indicates") and source.kind in ("other", "pronoun"):
        return True
    return source.kind == "pronoun" and source.head == "it" and word not in en.HUMAN | en.EXPECTING | IT_SAYS


def _participle(unit: Unit, at: int, found: Sequence[Cue]) -> Cue | None:
    """ ", adding that …" goes on for the last source; "with one poster writing" and "a message stating" have their own."""
    tokens = unit.tokens
    before = tokens[at - 1] if at else None
    if before is not None and before.kind == "w" and before.lower not in ("and", "in", "by", "while", "or"):
        source = left_of(tokens, unit.mentions, at - 1)
        introduced = source and source.speaks and source.first and tokens[source.first - 1].lower == "with"
        if source and (introduced or source.kind == "document"):
            return Cue(at, at, tokens[at].lower, source)
        return None
    source = shared(unit, at, found)
    last = at + 1 if tokens[at].lower == "pointing" and at + 1 < len(tokens) and tokens[at + 1].lower == "out" else at
    return Cue(at, last, tokens[at].lower, source) if source else None
