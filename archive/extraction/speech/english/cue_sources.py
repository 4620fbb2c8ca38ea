"""Who says so beside an English verb of speech, before it or behind it, and which subjects a verb does not go with."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.english import forces, particles, speech_verbs
from archive.extraction.people.unit import Unit
from archive.extraction.speech.english.left import left_of
from archive.extraction.speech.english.predicates import has_predicate, relative_before
from archive.extraction.speech.english.right import right_of
from archive.extraction.speech.english.subjects import shared
from archive.extraction.speech.reports import Cue, Source
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

# Who says so, and whether they stand behind the verb.
Beside = tuple[Source | None, bool]
# What may follow a speaker named behind the verb.
BEHIND = particles.ADJUNCT_HEADS | particles.TIMES | words("of at from for with who whose as and")
DASHES = ("—", "–", "-")
SECOND_VERB = words("and but then")
NAMED = ("person", "role", "body")
ARTICLES = words("a an")
CLAUSE_MARKS = (";", ":")
OTHER_CLAUSE = words("but while")
NO_ONE = words("neither no nobody none")
IT_SAYS = words("quoted cited believes believed plans warned")
# Of these "it" may be the subject.
SAID_BY_IT = speech_verbs.HUMAN | speech_verbs.EXPECTING | IT_SAYS
READING = words("read reads")
# Of these a thing is the subject that shows something.
FINDING = words("showed shows found indicated indicates")

BESIDE = Rules[[Unit, int, int, Sequence[Cue]], Beside]("who says so beside this English verb of speech", otherwise=(None, False))


def source_beside(unit: Unit, at: int, back: int, found: Sequence[Cue]) -> Beside:
    """Who says so, and whether they stand behind the verb; `back` is the last token before it that is no adverb."""
    return BESIDE(unit, at, back, found) if back >= 0 else (None, False)


@BESIDE.rule("second verb of a subject", "The company reported a loss of $3 million and said it would cut 50 jobs.")
def _shared(unit: Unit, at: int, back: int, found: Sequence[Cue]) -> Beside | None:
    return (shared(unit, at, found), False) if unit.tokens[back].lower in SECOND_VERB else None


@BESIDE.rule("behind a quotation or dash", "“We will stay here,” said a diplomat.")
def _quoted(unit: Unit, at: int, back: int, found: Sequence[Cue]) -> Beside | None:
    if not _is_behind_quotation(unit.tokens, back):
        return None
    right = right_of(unit.tokens, unit.mentions, at + 1)
    return (right, True) if right else (left_of(unit.tokens, unit.mentions, back), False)


@BESIDE.rule("before who", "It was Jan Kessel who said that the bridge was closed.")
def _related(unit: Unit, at: int, back: int, found: Sequence[Cue]) -> Beside | None:
    relative = relative_before(unit.tokens, back)
    return (_antecedent(unit, relative), False) if relative is not None else None


@BESIDE.rule("subject", "Anna Hill said that the bridge was closed.")
def _subject(unit: Unit, at: int, back: int, found: Sequence[Cue]) -> Beside | None:
    return None if unit.tokens[back].text == "," else (left_of(unit.tokens, unit.mentions, back), False)


@BESIDE.rule("before an insertion", "Mayor Anna Hill, by contrast, said Tom Orr “has never set foot on the bridge.”")
def _before_insertion(unit: Unit, at: int, back: int, found: Sequence[Cue]) -> Beside | None:
    """Who stands at the head of the clause, where nothing is said before the comma: no verb but one of the insertion."""
    left = left_of(unit.tokens, unit.mentions, back)
    if left is None or left.kind not in NAMED or left.first >= back:
        return None
    return None if has_predicate(unit.tokens[_clause_start(unit.tokens, back) : back]) else (left, False)


@BESIDE.rule("speaker behind the verb", "The bridge will be closed in May, said Inga Sorrel, the mayor of Port Dorna.")
def _behind(unit: Unit, at: int, back: int, found: Sequence[Cue]) -> Beside | None:
    speaker = _speaker_behind(unit, at + 1)
    return (speaker, True) if speaker else None


@BESIDE.rule("before a comma", "The road is shut and the editor of the paper, Konrad Velt, said that the bridge was closed.")
def _before_comma(unit: Unit, at: int, back: int, found: Sequence[Cue]) -> Beside | None:
    left = left_of(unit.tokens, unit.mentions, back)
    return (left, False) if left else None


@BESIDE.rule("no clause before the comma", "The ministry, said that the bridge was closed.")
def _before_bare_comma(unit: Unit, at: int, back: int, found: Sequence[Cue]) -> Beside | None:
    if has_predicate(unit.tokens[_clause_start(unit.tokens, back) : back]):
        return None
    return left_of(unit.tokens, unit.mentions, back - 1), False


@BESIDE.rule("anybody behind the verb", "The bridge was closed, said nearly half of them.")
def _anybody_behind(unit: Unit, at: int, back: int, found: Sequence[Cue]) -> Beside | None:
    if unit.tokens[at].lower.startswith(speech_verbs.ADDRESSING):
        return None
    right = right_of(unit.tokens, unit.mentions, at + 1)
    return (None if right and _is_thing(unit, right) else right), True


def _is_behind_quotation(tokens: Sequence[Token], back: int) -> bool:
    """ "“…,” said", "“…” — said", "…, — said"."""
    before = tokens[back]
    if before.kind == "q":
        return True
    return back > 0 and (before.text in DASHES or (before.text == "," and tokens[back - 1].kind == "q"))


def _speaker_behind(unit: Unit, at: int) -> Source | None:
    """ ", said Anna Smith, the head of the fund": a person, role or body to the right, with no verb of its own."""
    addressing = unit.tokens[at - 1].lower.startswith(speech_verbs.ADDRESSING)
    source = None if addressing else right_of(unit.tokens, unit.mentions, at)
    if source is None or source.kind not in NAMED or _is_thing(unit, source):
        return None
    after = unit.tokens[source.last + 1] if source.last + 1 < len(unit.tokens) else None
    return source if after is None or after.kind != "w" or after.lower in BEHIND else None


def _is_thing(unit: Unit, source: Source) -> bool:
    """ ", recalled a similar exchange": the object of the verb."""
    return source.kind in ("body", "other") and unit.tokens[source.first].lower in ARTICLES


def _clause_start(tokens: Sequence[Token], at: int) -> int:
    """Where the words before a comma begin: after a quotation, a semicolon or a conjunction."""
    while at > 0 and not _opens_clause(tokens[at - 1]):
        at -= 1
    return at


def _opens_clause(token: Token) -> bool:
    return token.kind == "q" or token.text in CLAUSE_MARKS or token.lower in OTHER_CLAUSE


def _antecedent(unit: Unit, at: int) -> Source | None:
    """ "Anna Smith, who said that": the phrase before the relative pronoun."""
    back = at - 1 if at and unit.tokens[at - 1].text != "," else at - 2
    source = left_of(unit.tokens, unit.mentions, back) if back >= 0 else None
    return source if source and source.speaks and source.kind != "pronoun" else None


UNFIT = Rules[[str, Source, Sequence[Token], int], bool]("does this subject not go with its verb of speech", otherwise=False)


@UNFIT.when("nobody", True, "Nobody said that the bridge was closed.")
def _is_nobody(word: str, source: Source, tokens: Sequence[Token], at: int) -> bool:
    return tokens[source.first].lower in NO_ONE


@UNFIT.rule("what can be read", "Anna Hill read that the bridge was closed.")
def _reads(word: str, source: Source, tokens: Sequence[Token], at: int) -> bool | None:
    return source.kind != "document" if word in READING else None


@UNFIT.rule("went on", "Then Anna Hill went home.")
def _went_on(word: str, source: Source, tokens: Sequence[Token], at: int) -> bool | None:
    return not (at + 1 < len(tokens) and tokens[at + 1].lower == "on") if word == "went" else None


@UNFIT.when("a thing that shows something", True, "The test showed that the bridge was closed.")
def _shows(word: str, source: Source, tokens: Sequence[Token], at: int) -> bool:
    return word in FINDING and source.kind in ("other", "pronoun")


@UNFIT.when("doubts and questions as things", True, "The stone disputes that the bridge was closed.")
def _is_noun(word: str, source: Source, tokens: Sequence[Token], at: int) -> bool:
    return word in forces.NOUNS_TOO and not source.speaks


@UNFIT.when("it", True, "It hoped that the bridge was closed.")
def _is_it(word: str, source: Source, tokens: Sequence[Token], at: int) -> bool:
    return source.kind == "pronoun" and source.head == "it" and word not in SAID_BY_IT
