"""What is inserted between commas behind an English noun phrase: where it begins, and whether it explains the phrase."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.english import nouns, particles
from archive.extraction.speech.english.noun_phrases import LONGEST, REACH
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

LONGEST_INSERTED = LONGEST + 3
LONGEST_BRACKETS = 2 * LONGEST
RELATIVE = words("who which whose where that when")
# With these, or with a participle, an inserted clause is about the phrase before it.
TIED = words("who which whose")
JOINING = words("but and while although though because since as")
HEAD = 6  # how far from its beginning an apposition names the role
LONGEST_LABEL = 2

EXPLAINING = Rules[[Sequence[Token]], bool]("do these words between commas explain the phrase before them", otherwise=False)


@EXPLAINING.when("clause of its own", False, "The minister, they were told, said that the bridge was closed.")
def _is_clause(inserted: Sequence[Token]) -> bool:
    """A verb before any relative pronoun."""
    if inserted[0].lower in TIED or inserted[0].lower.endswith("ing"):
        return False
    relative = next((n for n, t in enumerate(inserted) if n and t.lower in RELATIVE), len(inserted))
    return any(t.lower in particles.FINITE for t in inserted[:relative])


@EXPLAINING.when("article", True, "The minister, the head of the party, said that the bridge was closed.")
def _opens_with_article(inserted: Sequence[Token]) -> bool:
    return inserted[0].lower in particles.DETERMINERS


@EXPLAINING.when("small letters", True, "The minister, once a teacher, said that the bridge was closed.")
def _opens_small(inserted: Sequence[Token]) -> bool:
    return not inserted[0].is_capital


@EXPLAINING.when("role", True, "The minister, Merrow mayor in those days, said that the bridge was closed.")
def _names_role(inserted: Sequence[Token]) -> bool:
    return any(t.lower in nouns.ROLES for t in inserted[:HEAD])


@EXPLAINING.when("label", True, "Lena Frost, R-Mont., said Monday that she “has no quarrel” with the idea of a new tax.")
def _is_label(inserted: Sequence[Token]) -> bool:
    """A party, a degree or a rank in short: "R-Calif.", "Ph.D.", "MP"."""
    text = inserted[0].text
    return len(inserted) <= LONGEST_LABEL and (text[:2].isupper() or text[1:2] in ("-", ".") or "." in text[1:])


def opening_of(tokens: Sequence[Token], last: int) -> int | None:
    """The comma before the words that end with token `last`, unless a quotation stands between or nothing before it."""
    marks = (n for n in range(last, max(-1, last - LONGEST_INSERTED), -1) if tokens[n].text == "," or tokens[n].kind == "q")
    opening = next(marks, None)
    if opening is None or tokens[opening].kind == "q":
        return None
    if opening > 2 and tokens[opening - 1].text.isdigit() and tokens[opening - 2].text == ",":  # "Anna Smith, 34, a shopkeeper,"
        return opening - 2
    return opening or None


def before_brackets(tokens: Sequence[Token], at: int) -> int:
    """ "the head of the agency [the Relief Agency for the East] |,": the last token before brackets that close at the token."""
    if tokens[at].text not in "])":
        return at
    return next((n - 1 for n in range(at - 1, max(0, at - LONGEST_BRACKETS), -1) if tokens[n].text in "[("), at)


def phrase_start(tokens: Sequence[Token], end: int) -> int:
    """Where the words before a comma begin: behind the mark or conjunction before them."""
    start = end
    while start and end - start < REACH and tokens[start - 1].kind == "w" and tokens[start - 1].lower not in JOINING:
        start -= 1
    return start
