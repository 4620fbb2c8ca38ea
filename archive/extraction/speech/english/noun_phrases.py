"""Noun phrases that may say something: where one begins to the left of a verb, its head, and whether that is a person, body or document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.extraction.dates.english.terms import NAMES as MONTHS
from archive.extraction.languages import words
from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import nouns, particles, posts, speech_verbs
from archive.extraction.languages.english.bodies import PAPERS
from archive.extraction.people.mentions import Mention
from archive.extraction.speech.reports import Source
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

LONGEST = 16
REACH = 8
# Endings of nouns for people who do something: "protesters", "economists".
PEOPLE = ("ers", "ors", "ists", "ants", "ians", "men", "women")
LEAST_PEOPLE = 6
SMALL = words("of for to in at and & 's ' within inside near")
ARTICLES = words("the a an")
# Alone before the verb these are somebody: "another said".
ALONE = words("another one both some several most")
# Behind the head of a noun phrase.
BEHIND_HEAD = words("of for in to at from by on with within inside near")
COUNTED = words("two three four five six some many most several few both")
ONLY = words("only just about nearly almost")
PARTED = words("the its their his her these those")
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday today yesterday")
# With these no noun phrase begins.
NOT_FIRST = SMALL | particles.CONNECTORS | WEEKDAYS
# Marks within a phrase: "Hoven & Co.", "the members' vote".
INNER_MARKS = ("&", "'", "’")
# A phrase stops behind these on its way to the left.
STOPS = particles.STOPS | (speech_verbs.SAYING - nouns.ROLES - nouns.DOCUMENTS) | {"also"}
LAST = words("last this next")
NAME_OPENS = words("of for")
JOINING = ("and", ",")


def made(kind: str, head: str, tokens: Sequence[Token], first: int, last: int, mentions: tuple[Mention, ...] = ()) -> Source:
    end = tokens[last].end - (2 if tokens[last].text.endswith(("'s", "’s")) else 0)
    return Source(kind, head, first, last, tokens[first].start, end, mentions)


def phrase_left(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    """The noun phrase without a name of its own that ends with token `at`."""
    first = at
    while first > 0 and at - first < LONGEST and (continues_left(tokens[first - 1]) or _joins(tokens, first - 1)):
        first -= 1
    first = _from_article(tokens, _past_small(tokens, first, at), at)
    if _is_joined_before(tokens, first) and tokens[at].lower.endswith("s"):  # ", | state and city officials said"
        first -= 2
    return phrase(tokens, mentions, first, at)


def _past_small(tokens: Sequence[Token], first: int, at: int) -> int:
    """Past prepositions, connectors and days, with which no noun phrase begins."""
    while first < at:
        length = _length_of_time(tokens, first) or int(tokens[first].lower in NOT_FIRST)
        if not length or first + length > at:
            break
        first += length
    return first


def _length_of_time(tokens: Sequence[Token], at: int) -> int:
    """ "On | 5 March | Anna Hill said", "| Last week | fire authorities said": two tokens."""
    here, following = tokens[at], tokens[at + 1]
    day = following if here.text.isdigit() else here if following.text.isdigit() else None
    is_time = (day is not None and day.lower in MONTHS) or (here.lower in LAST and following.lower in particles.SPANS)
    return 2 if is_time else 0


def _from_article(tokens: Sequence[Token], first: int, at: int) -> int:
    """The last article that no preposition governs opens the phrase."""
    inner = (n for n in range(at, first, -1) if tokens[n].lower in ARTICLES and tokens[n - 1].lower not in SMALL)
    return next(inner, first)


def _is_joined_before(tokens: Sequence[Token], first: int) -> bool:
    """A single word and "and" stand between a mark and the phrase."""
    if first < 3 or tokens[first - 1].lower != "and":
        return False
    return tokens[first - 2].kind == "w" and tokens[first - 3].kind != "w"


def joins_posts(tokens: Sequence[Token], at: int) -> bool:
    """ "the founder | and | president", "the Home | and | Justice Secretary", "the Foreign|, | Commonwealth and Development Secretary"."""
    if not 0 < at < len(tokens) - 1 or tokens[at].lower not in JOINING:
        return False
    before, behind = tokens[at - 1], tokens[at + 1]
    fields = before.text in posts.FIELDS and behind.text in posts.FIELDS
    return fields or (tokens[at].lower == "and" and before.lower in posts.POSTS and behind.lower in posts.POSTS)


def _joins(tokens: Sequence[Token], at: int) -> bool:
    return joins_posts(tokens, at) or _joins_name(tokens, at)


def _joins_name(tokens: Sequence[Token], at: int) -> bool:
    """ "the Coalition for Reforms | and | Democracy": within the name of a body that "of" or "for" opens."""
    if tokens[at].lower != "and" or at + 1 >= len(tokens) or not tokens[at + 1].is_capital:
        return False
    first = at
    while first > 0 and at - first < REACH and tokens[first - 1].is_capital:
        first -= 1
    first -= first > 0 and tokens[first - 1].lower == "the"
    named = first > 1 and tokens[first - 1].lower in NAME_OPENS
    return named and first <= at - 1 and (tokens[first - 2].is_capital or tokens[first - 2].lower in nouns.BODIES)


def continues_left(token: Token) -> bool:
    """A word or mark that may stand within a noun phrase."""
    if token.kind != "w":
        return token.text in INNER_MARKS
    return token.lower not in STOPS or (token.is_capital and token.lower in speech_verbs.SAYING)  # "the United States Government"


def phrase(tokens: Sequence[Token], mentions: Sequence[Mention], first: int, last: int) -> Source | None:
    """A noun phrase with its kind, told by its head: the noun before the first preposition."""
    cut = next((n for n in range(first + 1, last + 1) if tokens[n].lower in BEHIND_HEAD), last + 1)
    if _is_part(tokens, cut, last):  # "Two of the officials" are officials
        whole = phrase(tokens, mentions, cut + 1, last)
        return replace(whole, start=tokens[first].start) if whole else None
    head = tokens[cut - 1]
    if _is_counted(tokens, first, last) or (first == last and head.lower in ALONE):
        return made("role", tokens[first].lower, tokens, first, last)
    if first > last or _is_no_head(head) or all(_is_time(t) for t in tokens[first : last + 1]):
        return None
    word = head.bare.lower()
    named = _within(mentions, first, last) if word in nouns.DOCUMENTS else ()
    return made(kind_of(head, word, opens=head is tokens[first]), word, tokens, first, last, named)


def _is_time(token: Token) -> bool:
    """ "last November", "Friday"."""
    return token.lower in WEEKDAYS or token.lower in LAST or token.lower in MONTHS or token.lower in particles.SPANS


def _within(mentions: Sequence[Mention], first: int, last: int) -> tuple[Mention, ...]:
    """The people named in "the report | by Anna Smith"."""
    return tuple(m for m in mentions if m.first >= first and m.last <= last)


def _is_part(tokens: Sequence[Token], cut: int, last: int) -> bool:
    """ "Two | of | the officials"."""
    if cut + 1 >= last or tokens[cut].lower != "of":
        return False
    return tokens[cut - 1].lower in particles.DETERMINERS and tokens[cut + 1].lower in PARTED


def _is_counted(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "only three"."""
    return tokens[last].lower in COUNTED and all(t.lower in ONLY for t in tokens[first:last])


def _is_no_head(token: Token) -> bool:
    """A mark, an article or a small word: "As | noted above", where "WHO" and "AS" in capitals are names."""
    is_small = token.lower in particles.NAMELESS and token.is_capital and not (len(token.text) > 1 and token.text.isupper())
    return token.kind != "w" or token.lower in particles.DETERMINERS or is_small


@dataclass(frozen=True, slots=True)
class PhraseHead:
    """The head of a noun phrase; `word` in small letters, and whether it `opens` the phrase."""

    token: Token
    word: str
    opens: bool


KIND = Rules[[PhraseHead], str]("what speaks by the head of an English noun phrase", otherwise="other")


def kind_of(token: Token, word: str, *, opens: bool) -> str:
    """Role, document, body or other; `word` is the head in small letters, without a possessive ending, and `opens` that it stands first."""
    return KIND(PhraseHead(token, word, opens))


@KIND.when("name of a paper", "body", "The Morning Post said that the bridge was closed.")
def _is_paper(head: PhraseHead) -> bool:
    return head.token.bare in PAPERS and not head.opens


@KIND.when("document", "document", "The report said that the bridge was closed.")
def _is_document(head: PhraseHead) -> bool:
    return head.word in nouns.DOCUMENTS or head.word.removesuffix("s") in nouns.DOCUMENTS


@KIND.when("role", "role", "The minister said that the bridge was closed.")
def _is_role(head: PhraseHead) -> bool:
    return head.word in nouns.ROLES or head.word.removesuffix("s") in nouns.ROLES


@KIND.when("calling", "role", "The shopkeeper said that the bridge was closed.")
def _is_calling(head: PhraseHead) -> bool:
    """Not within a name in capitals: "the Merrow Baker"."""
    return is_calling(head.word) and (not head.token.is_capital or head.opens)


@KIND.when("body", "body", "The ministry said that the bridge was closed.")
def _is_body(head: PhraseHead) -> bool:
    return head.word in nouns.BODIES or head.word.removesuffix("s") in nouns.BODIES


@KIND.when("name in capitals", "body", "The Treasury said that the bridge was closed.")
def _is_named(head: PhraseHead) -> bool:
    return head.token.is_capital


@KIND.when("ending of people who do something", "role", "The weavers said that the bridge was closed.")
def _ends_like_people(head: PhraseHead) -> bool:
    return head.word.endswith(PEOPLE) and len(head.word) >= LEAST_PEOPLE
