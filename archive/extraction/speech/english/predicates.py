"""Tells a clause from a noun phrase in English: counts the verbs that stand as verbs, and the conjunctions that claim one each."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.english import particles, verbs
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

# Each of these has a verb of its own in its clause.
CLAIMING = words("which who whose whom that if although though because when whenever where while since unless until whether what how why")
PARTICIPLES = words("based located called named known aimed related compared linked united entitled titled so-called")
# "third-quarter financial results": before a noun at the end of its phrase, rather than a verb.
ADJECTIVAL = ("ial", "nal", "cal", "ral", "ual", "ive", "ary", "ous", "ful", "terly", "early", "new", "strong", "weak", "latest")
RELATIVE = words("who which")
LONGEST_PLACED = 6  # "which | during the day | said"
# The month and the first name.
MAY_BE_NAMES = words("may will")
NOT_BEFORE_VERB = particles.DETERMINERS - {"this", "that", "these", "those", "both", "all", "some", "many", "most", "each", "one"} | words(
    "of in on at for from with by to and or as into than very"
)

# Before "to" these are its infinitive.
AUXILIARY_BASES = words("have do be")
FORMS = verbs.ALWAYS | verbs.PASTS | verbs.THIRDS | verbs.BASES
ENDINGS = ("ed", *verbs.CONTRACTED)
# Of these the subject is a part: "it's", "they'll".
WITH_SUBJECT = ("'s", *verbs.CONTRACTED)
LEAST_PAST = 5
OPENING = ("-", "“")
NO_PLURAL = ("'s", "ss")
PHRASE_GOES_ON = words("for of from in on")
JOINING = words("and but or")
FINITE_FORMS = verbs.ALWAYS | verbs.PASTS | verbs.THIRDS


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
    return particles.is_adverb(token.lower)


def relative_before(tokens: Sequence[Token], at: int) -> int | None:
    """The relative pronoun whose verb the token may end: "who | has strenuously", "which | during the day"."""
    while at > 0 and is_adverb(tokens[at]):
        at -= 1
    if at >= 0 and tokens[at].lower in RELATIVE:
        return at
    reach = range(at - 1, max(-1, at - LONGEST_PLACED), -1)
    relative = next((n for n in reach if tokens[n].kind != "w" or tokens[n].lower in RELATIVE or tokens[n].lower in particles.FINITE), None)
    placed = relative is not None and tokens[relative].lower in RELATIVE and tokens[relative + 1].lower in particles.PREPOSITIONS
    return relative if placed else None


def _ends_phrase(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 >= len(tokens) or tokens[at + 1].kind != "w" or tokens[at + 1].lower in PHRASE_GOES_ON


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
    return tokens[at + 1].lower.endswith("s") or tokens[at + 1].lower in particles.DETERMINERS | particles.PRONOUNS - {"a", "an"}


def past_predicate(tokens: Sequence[Token], begin: int, end: int) -> int:
    """Where the clause ends that begins at a token, when another verb follows whose subject stands before it:
    "his claim that | the count was rigged | has been rejected"."""
    open_clauses, last = 1, -2
    for at in range(begin, end):
        if tokens[at].lower in CLAIMING or tokens[at].lower in JOINING:
            open_clauses += at > begin
        elif is_finite(tokens[begin:end], at - begin):
            outside = open_clauses <= 0 and at > last + 1 and not _is_after_negation(tokens, at, last)
            if outside and tokens[at].lower in FINITE_FORMS:
                return at
            open_clauses, last = open_clauses - 1, at
    return end


def _is_after_negation(tokens: Sequence[Token], at: int, last: int) -> bool:
    """ "did not | have": one verb with its auxiliary."""
    return last >= 0 and all(t.lower in particles.NEGATED or is_adverb(t) for t in tokens[last + 1 : at])


def is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is a verb with a subject before it, as far as its form and its neighbours tell."""
    if at >= len(tokens) or tokens[at].kind != "w" or not _has_form_of_verb(tokens[at].lower):
        return False
    return IS_FINITE(tokens, at)


def _has_form_of_verb(word: str) -> bool:
    return word in FORMS or word.endswith(ENDINGS)


IS_FINITE = Rules[[Sequence[Token], int], bool]("is this form of a verb one with its subject before it", otherwise=False)


@IS_FINITE.when("month or name", False, "Anna Hill hoped the fair of May would be cheap.")
def _is_name(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at].is_capital and tokens[at].lower in MAY_BE_NAMES


@IS_FINITE.when("infinitive", False, "Anna Hill believes a plan to have roads closed would fail.")
def _is_infinitive(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at].lower in AUXILIARY_BASES and tokens[at - 1].lower == "to"


@IS_FINITE.rule("always finite", "Anna Hill believes the road is shut.")
def _always(tokens: Sequence[Token], at: int) -> bool | None:
    word = tokens[at].lower
    if word not in verbs.ALWAYS and not word.endswith(verbs.CONTRACTED):
        return None
    return at > 0 or word.endswith(WITH_SUBJECT)


@IS_FINITE.when("at the head", False, "Anna Hill warned closed roads would cost the town its trade.")
def _is_head(tokens: Sequence[Token], at: int) -> bool:
    return at == 0


@IS_FINITE.when("capital", False, "Anna Hill believes the Merrow Works would close.")
def _is_capital(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].is_capital


@IS_FINITE.when("behind a figure", False, "Anna Hill warned some 20 claims would fail.")
def _is_counted(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].text[0].isdigit()


@IS_FINITE.when("behind another verb", False, "Anna Hill hoped the bridge that was closed in May would open.")
def _is_second(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].lower in verbs.ALWAYS


@IS_FINITE.when("behind an article or preposition", False, "Anna Hill believes a closed road would cost the town its trade.")
def _is_governed(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].lower in NOT_BEFORE_VERB


@IS_FINITE.when("behind a hyphen or opening mark", False, "Anna Hill believes the road - closed in May - would open.")
def _is_opened(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].text in OPENING


@IS_FINITE.when("irregular past", True, "Anna Hill believes the bridge fell into the river.")
def _is_irregular(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].lower in verbs.PASTS


@IS_FINITE.rule("regular past", "Anna Hill believes the firm closed the road.")
def _past(tokens: Sequence[Token], at: int) -> bool | None:
    word = tokens[at].lower
    if not word.endswith("ed") or len(word) < LEAST_PAST:
        return None
    return word not in PARTICIPLES and not (at + 1 < len(tokens) and tokens[at + 1].lower == "by")


@IS_FINITE.rule("noun at the end of its phrase", "Anna Hill warned its annual results for May had been poor.")
def _described(tokens: Sequence[Token], at: int) -> bool | None:
    """ "third-quarter financial results"."""
    word = tokens[at].lower
    ends = word in verbs.THIRDS and _ends_phrase(tokens, at) and tokens[at - 1].lower.endswith(ADJECTIVAL)
    return word in verbs.CERTAIN if ends else None


@IS_FINITE.rule("third person", "Anna Hill believes the firm expects a loss.")
def _third(tokens: Sequence[Token], at: int) -> bool | None:
    word, before = tokens[at].lower, tokens[at - 1]
    if word not in verbs.THIRDS:
        return None
    one = before.is_capital or before.lower in particles.PRONOUNS or not before.lower.endswith("s")
    return one or word in verbs.CERTAIN


@IS_FINITE.when("base form behind a plural", True, "Anna Hill believes farmers need the road.")
def _is_base(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1]
    plural = before.lower.endswith("s") and not before.lower.endswith(NO_PLURAL)
    return tokens[at].lower in verbs.BASES and (plural or before.lower in verbs.PLURALS or before.text == ")")
