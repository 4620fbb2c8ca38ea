"""The role printed before a name: "Foreign Minister Anna Smith"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages.callings import is_calling, lemma_of
from archive.extraction.languages.english import capitals, nouns, particles, posts, speech_verbs
from archive.extraction.languages.english.particles import is_adverb
from archive.extraction.languages.families import ByLetters, is_cyrillic
from archive.extraction.languages.slavic import posts as slavic_posts
from archive.extraction.languages.slavic import verbs as slavic_verbs
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.cases import may_be_within
from archive.extraction.languages.slavic.governing import cases_of_office
from archive.extraction.languages.slavic.morphology import cases_of, forms, is_adjective
from archive.extraction.languages.slavic.nominatives import CASES
from archive.extraction.languages.slavic.particles import AND
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

MODIFIERS = ByLetters(capitals.MODIFIERS, slavic.MODIFIERS)
TITLES = ByLetters(capitals.TITLES, slavic.TITLES)
# Capitals that open sentences, or are months and days, and belong to no role and no name.
PLAIN = ByLetters(capitals.PLAIN_CAPITALS, slavic.PLAIN_CAPITALS)
# The same, though "First" may stand within a role: "Minister of First Aid".
NO_ROLE = ByLetters(capitals.PLAIN_CAPITALS - {"First"}, slavic.PLAIN_CAPITALS)
CONNECTORS = ByLetters(posts.CONNECTORS, slavic_posts.CONNECTORS | slavic_posts.INSIDE)
# Behind these a title is somebody else's: "a lawyer for Mr Smith" is not he.
TURNING = ByLetters(posts.CONNECTORS - {"the"}, slavic_posts.CONNECTORS | slavic_posts.INSIDE)
# Titles that are roles too: "Lord".
ROLES = ByLetters(english=nouns.ROLES)
# Before a capital that is a place and no part of the role.
PLACING = ByLetters(english=posts.PLACING)
# Of words that are no callings and belong to a role: "Экс-", "и. о.".
BEGINNINGS = (*(prefix.rstrip("-") for prefix in slavic_posts.PREFIXES), *slavic_posts.SHORTENED)
VERBS = (speech_verbs.SAYING | speech_verbs.TELLING | particles.FINITE | speech_verbs.ACTIONS) - nouns.ROLES
# No noun before a calling in small letters is one of these.
NO_NOUN = (
    particles.STOPS
    | particles.PREPOSITIONS
    | particles.DETERMINERS
    | particles.CONNECTORS
    | particles.PRONOUNS
    | speech_verbs.PARTICIPLES
    | speech_verbs.NAMING
    | particles.AUXILIARY
    | VERBS
)
# Those who speak or act for the one whose office and name stand behind.
SPEAKING_FOR = ByLetters(english=posts.SPEAKING_FOR)
BETWEEN = ByLetters(english=posts.OF)
# A role has no more words.
LONGEST = 18
# Unknown words that may stand between a Slavic role and the name: "директора | областного музея | Марины Ждановой".
LONGEST_CHAIN = 10
# Within so many tokens behind a comma "и" ends a row of what an office is for.
FIELDS = 6
# More words in quotation marks are no name of what is headed.
LEAST_QUOTED = 4
# Shorter words are no nouns before a calling.
LEAST_NOUN = 3


def has_calling(tokens: Sequence[Token]) -> bool:
    return any(is_calling(t.lower) for t in tokens)


def role_start(text: str, tokens: Sequence[Token], name_at: int, floor: int, cases: frozenset[str] = CASES) -> int:
    """The token where the role before a name begins, or the name itself: "Belarusian Minister of Foreign Affairs | Sergei Aleinik".

    `cases` are those in which a Slavic name may stand, and the word for its bearer's office with it."""
    titled = name_at
    while titled > floor and tokens[titled - 1].lower in TITLES:
        titled -= 1
    if titled and tokens[titled - 1].lower in TURNING:
        return titled
    leftmost = _first_calling(text, tokens, (floor, name_at), cases)
    if leftmost == name_at:
        return name_at
    while leftmost > floor and not is_hearer(tokens, leftmost - 1) and BELONGS_BEFORE(text, tokens, leftmost):
        leftmost -= _joined_before(tokens, leftmost, floor) or 1
    return leftmost


def _first_calling(text: str, tokens: Sequence[Token], between: tuple[int, int], cases: frozenset[str]) -> int:
    """The title or calling farthest before a name with nothing but words of a role between, or the name itself where there is none."""
    floor, name_at = between
    leftmost, unknown = name_at, 0
    for at in range(name_at - 1, max(floor, name_at - LONGEST) - 1, -1):
        token = tokens[at]
        if is_beside_office(tokens, at):
            continue
        if not _stands_before(text, tokens, at, name_at) or _is_of_another(tokens, at, leftmost < name_at):
            break
        if token.lower in TITLES or is_calling(token.lower):
            leftmost = at if _agrees(token.lower, cases) else leftmost
        elif not _is_in_role(token):
            unknown += not forms(token.lower)
            if unknown > LONGEST_CHAIN or not may_be_within(token.lower):
                break
    return leftmost


def is_beside_office(tokens: Sequence[Token], at: int) -> bool:
    """ "лидера партии | «Заря» | Ивана Лося", "глава центра | (ЦПС) | Иван Лось": the name of what is headed, and its short form."""
    if tokens[at].text == ",":
        return _lists_fields(tokens, at)
    quoted = tokens[at].quoted
    if quoted is not None:
        return quoted.words < LEAST_QUOTED and is_cyrillic(tokens[at].text)
    brackets = (begin for begin in (at - 2, at - 1, at) if 0 <= begin < len(tokens) - 2 and tokens[begin].text == "(")
    return any(tokens[n + 2].text == ")" and tokens[n + 1].text.isupper() and is_cyrillic(tokens[n + 1].text) for n in brackets)


def _lists_fields(tokens: Sequence[Token], comma: int) -> bool:
    """ "министр науки|, связи и транспорта": what one office is for, in a row."""
    if not 0 < comma < len(tokens) - 1 or lemma_of(tokens[comma + 1].lower):
        return False
    joined = any(t.lower in AND for t in tokens[comma + 2 : comma + FIELDS])
    return joined and all(is_cyrillic(tokens[n].text) and may_be_within(tokens[n].lower) for n in (comma - 1, comma + 1))


def _is_of_another(tokens: Sequence[Token], at: int, held: bool) -> bool:
    """What stands there, or before it, is no part of the role; `held` tells that a calling stands behind it."""
    return is_hearer(tokens, at) or _is_at_the_head(tokens, at) or (held and _speaks_for(tokens, at))


def _is_at_the_head(tokens: Sequence[Token], at: int) -> bool:
    """ "делегация во | главе с министром": nobody's office."""
    return tokens[at].lower in slavic_posts.AT_THE_HEAD and tokens[at + 1].lower in slavic_posts.WITH


def _speaks_for(tokens: Sequence[Token], at: int) -> bool:
    """ "a spokesman | for | Immigration Minister Anna Hill"."""
    return tokens[at].lower in BETWEEN and at > 0 and tokens[at - 1].lower in SPEAKING_FOR


def _agrees(word: str, cases: frozenset[str]) -> bool:
    """ "президента | Анна Ли" is another's office."""
    return not is_cyrillic(word) or not cases.isdisjoint(cases_of_office(word))


def _stands_before(text: str, tokens: Sequence[Token], at: int, name_at: int) -> bool:
    """A word with a space behind it; right before the name there may be none."""
    between = text[tokens[at].end : tokens[at + 1].start]
    return tokens[at].kind == "w" and (between.isspace() or (not between and (at + 1 == name_at or tokens[at + 1].text == ",")))


def is_hearer(tokens: Sequence[Token], at: int) -> bool:
    """ "сообщил сегодня | журналистам | глава фонда": who was told stands right behind the verb, in the dative."""
    word = tokens[at].lower
    if not is_cyrillic(word) or not (word in slavic.OBJECTS or (word.endswith(("ам", "ям")) and is_calling(word))):
        return False
    at -= 1
    while at > 0 and tokens[at].lower in slavic.TODAY:
        at -= 1
    return at >= 0 and tokens[at].lower in slavic_verbs.ALL


def _joined_before(tokens: Sequence[Token], at: int, floor: int) -> int:
    """How many tokens belong before a role that "and" joins: two fields of one office ("Foreign Affairs and | Trade Minister"), or two
    posts of one person ("chairman and | CEO")."""
    if at - 2 < floor or tokens[at - 1].lower != "and":
        return 0
    before, behind = tokens[at - 2], tokens[at]
    fields = before.text in posts.FIELDS and behind.text in posts.FIELDS
    return 2 if fields or (before.lower in posts.POSTS and behind.lower in posts.POSTS) else 0


def _is_in_role(token: Token) -> bool:
    if token.text in NO_ROLE:
        return False
    return token.is_capital or token.lower in CONNECTORS or token.lower in MODIFIERS or _is_slavic_part(token.lower)


def _is_slavic_part(word: str) -> bool:
    return is_cyrillic(word) and slavic.is_role_part(word)


def role_text(text: str, tokens: Sequence[Token], begin: int, end: int) -> str | None:
    """The role as it is printed, from its first word to its last that is no mere title."""
    kept = [t for t in tokens[begin:end] if (t.lower not in TITLES or t.lower in ROLES) and t.text != ","]
    return text[kept[0].start : kept[-1].end] if kept else None


BELONGS_BEFORE = Rules[[str, Sequence[Token], int], bool]("does the word before a role belong to it", otherwise=False)


@BELONGS_BEFORE.when("mark between", False, "“The bridge will open,” engineer Anna Hill said.")
def _parted(text: str, tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].kind != "w" or not text[tokens[at - 1].end : tokens[at].start].isspace()


@BELONGS_BEFORE.when("capital of an opening word", False, "However engineer Anna Hill said the bridge will open.")
def _opening_word(_text: str, tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].text in PLAIN


@BELONGS_BEFORE.rule("and", "The chairman and CEO Anna Hill said the bridge will open.")
def _and(_text: str, tokens: Sequence[Token], at: int) -> bool | None:
    return _joined_before(tokens, at, 0) > 0 if tokens[at - 1].lower == "and" else None


@BELONGS_BEFORE.when("Cyrillic noun", False, "Заявления министра Анны Корзун опубликованы, сообщил Олег Вересаев.")
def _is_noun(_text: str, tokens: Sequence[Token], at: int) -> bool:
    """ "Заявления | вице-премьера Анны Ли", "в Рудне | главы комитета": a capital, but no calling and no adjective."""
    token = tokens[at - 1]
    return token.is_capital and is_cyrillic(token.lower) and not (is_calling(token.lower) or _describes(token.lower))


def _describes(word: str) -> bool:
    """ "Национального", "Новый", "Экс-": part of a role though no calling."""
    adjective = is_adjective(word) if forms(word) else bool(slavic_posts.ADJECTIVE.search(word))
    return adjective or slavic.is_role_part(word) or word.startswith(BEGINNINGS)


@BELONGS_BEFORE.when("office in another case", False, "Секретарь министра Олега Вересаева сообщил, что мост откроют в мае.")
def _other_office(_text: str, tokens: Sequence[Token], at: int) -> bool:
    before, following = tokens[at - 1].lower, tokens[at].lower
    both = is_cyrillic(before) and is_calling(before) and is_calling(following)
    return both and cases_of_office(before).isdisjoint(cases_of_office(following))


@BELONGS_BEFORE.when("place behind a preposition", False, "In Looe engineer Anna Hill said the bridge will open.")
def _place(_text: str, tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].is_capital and at > 1 and tokens[at - 2].lower in PLACING


@BELONGS_BEFORE.when("Latin word before a Cyrillic one", False, "Об этом написал в Ring глава порта Олег Вересаев.")
def _is_foreign(_text: str, tokens: Sequence[Token], at: int) -> bool:
    return is_cyrillic(tokens[at].lower) and tokens[at - 1].text.isascii() and tokens[at - 1].is_capital


@BELONGS_BEFORE.when("capital", True, "Veldania engineer Anna Hill said the bridge will open.")
def _capital(_text: str, tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].is_capital


@BELONGS_BEFORE.when("modifier", True, "The former minister Anna Hill said the bridge will open.")
def _modifier(_text: str, tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].lower in MODIFIERS


@BELONGS_BEFORE.when("Slavic word of offices", True, "Об этом сообщил национальный координатор Олег Вересаев.")
def _slavic_part(_text: str, tokens: Sequence[Token], at: int) -> bool:
    return _is_slavic_part(tokens[at - 1].lower)


@BELONGS_BEFORE.when("Slavic adjective", True, "Об этом сообщил постоянный представитель Олег Вересаев.")
def _adjective(_text: str, tokens: Sequence[Token], at: int) -> bool:
    word, following = tokens[at - 1].lower, tokens[at].lower
    return is_cyrillic(word) and is_adjective(word) and (not forms(following) or not cases_of(word).isdisjoint(cases_of(following)))


@BELONGS_BEFORE.when("noun before a calling", True, "The plant manager Anna Hill said the bridge will open.")
def _noun(_text: str, tokens: Sequence[Token], at: int) -> bool:
    """An unknown English word right before a calling in small letters: "plant | manager", "opera | singer"."""
    token, following = tokens[at - 1], tokens[at]
    word = token.lower
    if not word.isascii() or not word.replace("-", "").isalpha() or following.is_capital or not is_calling(following.lower):
        return False
    adverb = is_adverb(word) and not token.is_capital
    return len(word) >= LEAST_NOUN and word not in NO_NOUN and not adverb and not word.endswith("ed")
