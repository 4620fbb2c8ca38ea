"""Tells a clause from a noun phrase in English: counts the verbs that stand as verbs, and the conjunctions that claim one each."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.english import verbs
from archive.extraction.languages.english import words as en
from archive.extraction.text.tokens import Token

# Each of these has a verb of its own in its clause.
CLAIMING = words("which who whose whom that if although though because when whenever where while since unless until whether what how why")
PARTICIPLES = words("based located called named known aimed related compared linked united entitled titled titled so-called")
# "third-quarter financial results": before a noun at the end of its phrase, rather than a verb.
ADJECTIVAL = ("ial", "nal", "cal", "ral", "ual", "ive", "ary", "ous", "ful", "terly", "early", "new", "strong", "weak", "latest")
# Nouns that end like adverbs: "the family said".
NO_ADVERBS = words(
    """
    family ally assembly anomaly monopoly bully belly jelly rally tally reply supply butterfly fly folly doily lily italy july assembly
    subfamily dragonfly homily melancholy ply
    """
)
# The month and the first name.
MAY_BE_NAMES = words("may will")
NOT_BEFORE_VERB = en.DETERMINERS - {"this", "that", "these", "those", "both", "all", "some", "many", "most", "each", "one"} | words(
    "of in on at for from with by to and or as into than very"
)


def has_predicate(tokens: Sequence[Token]) -> bool:
    """There is a verb left when every conjunction and every relative pronoun has taken one."""
    open_clauses = 1
    for at, token in enumerate(tokens):
        if token.kind == "q":  # what is quoted may hold the verb
            open_clauses -= at > 0 and bool(token.quoted and token.quoted.words > 2)
        elif _is_claim(tokens, at):
            open_clauses += 1
        elif is_finite(tokens, at):
            open_clauses -= 1
        if open_clauses <= 0:
            return True
    return False


def is_adverb(token: Token) -> bool:
    """ "publicly", "earlier", or an auxiliary: what stands between a subject and its verb. Names such as Kelly or Long do not."""
    if token.kind != "w" or token.is_capital:
        return False
    return token.lower in en.AUXILIARY or (token.lower.endswith("ly") and token.lower not in NO_ADVERBS)


def _ends_phrase(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 >= len(tokens) or tokens[at + 1].kind != "w" or tokens[at + 1].lower in ("for", "of", "from", "in", "on")


def _is_claim(tokens: Sequence[Token], at: int) -> bool:
    """The token asks for a verb: a conjunction or relative pronoun, or "but" before one: "a loss that beat forecasts but widened"."""
    if tokens[at].lower == "but":
        return is_finite(tokens, at + 1)
    return (tokens[at].lower in CLAIMING or _is_while(tokens, at)) and not (
        tokens[at].lower == "that" and not at and is_finite(tokens, at + 1)
    )


def _is_while(tokens: Sequence[Token], at: int) -> bool:
    """ "as investors sold": a conjunction, not "as soon as March" or "as chairman"."""
    if tokens[at].lower != "as" or at + 2 >= len(tokens):
        return False
    return tokens[at + 1].lower.endswith("s") or tokens[at + 1].lower in en.DETERMINERS | en.PRONOUNS - {"a", "an"}


def past_predicate(tokens: Sequence[Token], begin: int, end: int) -> int:
    """Where the clause ends that begins at a token, when another verb follows whose subject stands before it:
    "his claim that | the count was rigged | has been rejected"."""
    open_clauses, last = 1, -2
    for at in range(begin, end):
        if tokens[at].lower in CLAIMING or tokens[at].lower in ("and", "but", "or"):
            open_clauses += at > begin
        elif is_finite(tokens[begin:end], at - begin):
            if (
                open_clauses <= 0
                and at > last + 1
                and not _is_after_negation(tokens, at, last)
                and tokens[at].lower in verbs.ALWAYS | verbs.PASTS | verbs.THIRDS
            ):
                return at
            open_clauses, last = open_clauses - 1, at
    return end


def _is_after_negation(tokens: Sequence[Token], at: int, last: int) -> bool:
    """ "did not | have": one verb with its auxiliary."""
    return last >= 0 and all(t.lower in en.NEGATED or is_adverb(t) for t in tokens[last + 1 : at])


def is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is a verb with a subject before it, as far as its form and its neighbours tell."""
    if at >= len(tokens) or tokens[at].kind != "w":
        return False
    word = tokens[at].lower
    if word in MAY_BE_NAMES and tokens[at].is_capital and at:
        return False
    if at and word in ("have", "do", "be") and tokens[at - 1].lower == "to":
        return False
    if word in verbs.ALWAYS or word.endswith(verbs.CONTRACTED):
        return at > 0 or word.endswith(("'s", *verbs.CONTRACTED))
    before = tokens[at - 1] if at else None
    if (
        before is None
        or tokens[at].is_capital
        or before.text[0].isdigit()
        or before.lower in verbs.ALWAYS
        or before.lower in NOT_BEFORE_VERB
        or before.text in ("-", "“")
    ):
        return False
    if word in verbs.PASTS:
        return True
    if word.endswith("ed") and len(word) > 4:
        return word not in PARTICIPLES and not (at + 1 < len(tokens) and tokens[at + 1].lower == "by")
    if word in verbs.THIRDS and _ends_phrase(tokens, at) and before.lower.endswith(ADJECTIVAL):
        return word in verbs.CERTAIN
    if word in verbs.THIRDS:
        return word in verbs.CERTAIN or not before.lower.endswith("s") or before.is_capital or before.lower in en.PRONOUNS
    plural = before.lower in verbs.PLURALS or (before.lower.endswith("s") and not before.lower.endswith(("'s", "ss"))) or before.text == ")"
    return word in verbs.BASES and plural
