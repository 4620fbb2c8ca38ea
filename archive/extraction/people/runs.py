"""Capitals that stand side by side: where such a run ends, and where a name begins in it: "Russian Foreign Minister | Sergey Novik"."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from archive.extraction.languages import words
from archive.extraction.languages.callings import is_calling, lemma_of
from archive.extraction.languages.english import callings as english
from archive.extraction.languages.english import capitals, nouns, particles, posts, speech_verbs
from archive.extraction.languages.english.verbs import BASES
from archive.extraction.languages.families import LATIN_WORD, ByLetters, by_letters, is_cyrillic
from archive.extraction.languages.names import FIRST_NAMES, SUFFIXES
from archive.extraction.languages.slavic import posts as slavic_posts
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.cases import PATRONYMIC
from archive.extraction.languages.slavic.morphology import is_body, is_first_name, is_place, is_plain
from archive.extraction.languages.slavic.nominatives import may_be_first_name
from archive.extraction.people.relatives import end_before_hearer, own_name_at
from archive.extraction.people.roles import PLAIN
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

ROLES = ByLetters(english.ROLES, slavic.ROLES)
OF_ROLES = ByLetters(
    english.ROLES | capitals.MODIFIERS | capitals.TITLES,
    slavic.ROLES | slavic.MODIFIERS | slavic.TITLES,
)
# Capitals of bodies, places and offices.
NO_NAME = ByLetters(capitals.PORTFOLIOS | capitals.ORGANISATIONS | capitals.NATIONS, slavic.NO_NAME)
PARTICLES = ByLetters(english=capitals.PARTICLES)
WEEKDAYS = ByLetters(english=posts.WEEKDAYS)
SAYING = ByLetters(english=speech_verbs.SAYING)
AUXILIARY = ByLetters(english=particles.AUXILIARY)
DETERMINERS = ByLetters(english=particles.DETERMINERS)
# Small words that open a sentence in capitals before a name: "Besides Anna Smith".
OPENING = ByLetters(
    english=particles.STOPS
    | particles.PREPOSITIONS
    | particles.CONNECTORS
    | speech_verbs.SAYING
    | speech_verbs.TELLING
    | speech_verbs.PARTICIPLES
)
# Participles of which the name behind is the object: "Quoting Lincoln".
DOING = speech_verbs.REPORTING | speech_verbs.NAMING
# Behind these a sentence begins.
ENDS = (".", "!", "?", "…")
POSSESSIVES = ("'s", "’s")
MOST_PARTICLES = 3
# Auxiliaries between a surname and its verb of speech, and the verb.
VERB_REACH = 3
LEAST_PARTICIPLE = 6
LONGEST_ACRONYM = 4
INITIALS = 2
# With these one addresses somebody in office too: "Mr President".
ADDRESSING = words("mr mr. madam")
POLITE = words("mr mrs ms miss mr. mrs. ms. dr dr.")
# "Veldania | Ann Other": capitals of a place and of a full name.
PLACE_AND_NAME = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `begin` to before `end` of a unit. A word that is in `surnames` names its bearer without anything beside it."""

    text: str
    tokens: Sequence[Token]
    begin: int
    end: int
    surnames: Container[str]


def run_at(text: str, tokens: Sequence[Token], begin: int, surnames: Container[str]) -> Run:
    """The capitals that stand side by side from a token on, with small particles between them."""
    end = begin + 1
    while end < len(tokens) and not tokens[end - 1].text.endswith(POSSESSIVES):
        if tokens[end].text == "," and end + 1 < len(tokens) and tokens[end + 1].text in SUFFIXES:
            return Run(text, tokens, begin, end + 2, surnames)
        ahead = _past_particles(tokens, end, end + MOST_PARTICLES)
        spaced = text[tokens[end - 1].end : tokens[end].start][:1].isspace()
        if not spaced or ahead == len(tokens) or not tokens[ahead].is_capital or tokens[end].lower in WEEKDAYS:
            break
        if is_cyrillic(tokens[begin].text) and LATIN_WORD.fullmatch(tokens[ahead].text):
            break
        end = ahead + 1
    return Run(text, tokens, begin, end_before_hearer(tokens, begin, end), surnames)


def name_start(run: Run) -> int:
    """Where the name begins, behind the words of roles, bodies and places; the end of the run where there is none."""
    if _is_speaking_word(run):
        return run.begin
    own = own_name_at(run.tokens, run.begin, run.end)
    return _behind_others(run) if own is None else own


def _behind_others(run: Run) -> int:
    at = _past_other_words(run)
    if run.end - at < PLACE_AND_NAME:
        return at
    later = BEGINS_LATER(run, at)
    return at if later is None else later


def _past_particles(tokens: Sequence[Token], at: int, stop: int) -> int:
    while at < min(len(tokens), stop) and tokens[at].lower in PARTICLES:
        at += 1
    return at


def _is_speaking_word(run: Run) -> bool:
    """ "Boss said", "said May": a word that is a surname in this text, alone beside a verb of speech."""
    tokens = run.tokens
    if run.end - run.begin > 1 or tokens[run.begin].text not in run.surnames:
        return False
    after = next((t for t in tokens[run.end : run.end + VERB_REACH] if t.lower not in AUXILIARY), None)
    said = run.begin > 0 and tokens[run.begin - 1].lower in SAYING
    return said or (after is not None and after.lower in SAYING and after.kind == "w")


def _past_other_words(run: Run) -> int:
    """ "Russian Foreign Minister | Sergey Novik"; a surname such as "Church" stays behind a first name."""
    at = run.begin + 1 if _opens_with_participle(run) else run.begin
    for number in range(at, run.end):
        opens = number == 0 and run.end - run.begin > 2
        other = IS_OTHER(run.tokens[number], opens) or _is_apart(run, number)
        if other and not ((number > at and _closes_name(run, number)) or _is_name_all_the_same(run, number)):
            at = number + 1
    while at < run.end and run.tokens[at].lower in PARTICLES and not run.tokens[at].is_capital:
        at += 1
    return at


def _is_apart(run: Run, number: int) -> bool:
    """ "Популярность | Вертинского", "Фонда | Ольги Лось": a plain word that opens a sentence or stands before a first name; the name of
    a place; "Ring | Галина Лось": a firm in Latin letters before a name in Cyrillic ones."""
    if number + 1 == run.end or not is_cyrillic(run.tokens[run.end - 1].text):
        return False
    word, following = run.tokens[number].text, run.tokens[number + 1].text
    first = number == 0 or run.tokens[number - 1].text in ENDS
    opens = (is_plain(word) or lemma_of(word.lower()) is not None) and not may_be_first_name(word) and (first or is_first_name(following))
    return opens or is_place(word) or is_body(word) or not (is_cyrillic(word) or "." in word)


def _closes_name(run: Run, number: int) -> bool:
    """ "Anna | Church", "J. | Bridge": the last word, behind a first name or an initial, or a surname that the text tells elsewhere."""
    before, word = run.tokens[number - 1].text, run.tokens[number].bare
    return number + 1 == run.end and (before in FIRST_NAMES or "." in before or (word in run.surnames and word not in NO_NAME))


def _is_name_all_the_same(run: Run, number: int) -> bool:
    return _is_titled(run, number) or _is_initials(run, number)


def _is_initials(run: Run, number: int) -> bool:
    """ "India's Home Minister, LK Advani": two letters before the only word of a name, behind a role."""
    word, before = run.tokens[number].text, run.tokens[number - 1] if number else None
    if len(word) != INITIALS or not word.isupper() or word in NO_NAME or number + 2 != run.end or before is None:
        return False
    return run.tokens[number + 1].bare not in NO_NAME and (before.lower in ROLES or (before.text == "," and number > 1))


def _is_titled(run: Run, number: int) -> bool:
    """ "Mr | Baker", not "Mr | President"."""
    word = run.tokens[number]
    if not run.begin < number == run.end - 1 or word.lower not in english.ROLES:
        return False
    title = run.tokens[number - 1].lower
    return title in POLITE and (title not in ADDRESSING or word.lower not in nouns.ROLES)


# ---------------------------------------------------------------- words that are no part of a name

# "III" is a suffix before it is an acronym.
IS_OTHER = Rules[[Token, bool], bool]("is a capital no part of a name", otherwise=False)


@IS_OTHER.when("body, nation or office", True, "Russian Anna Hill said the bridge will open.")
def _body(token: Token, _opens: bool) -> bool:
    return token.bare in NO_NAME


@IS_OTHER.when("opening word or date", True, "However Anna Hill said the bridge will open.")
def _plain(token: Token, _opens: bool) -> bool:
    return token.text in PLAIN


@IS_OTHER.when("suffix", False, "The bridge will open, said Tom Hill Jr. on Friday.")
def _suffix(token: Token, _opens: bool) -> bool:
    return token.text in SUFFIXES


@IS_OTHER.when("acronym", True, "BBQ Anna Hill said the bridge will open.")
def _acronym(token: Token, _opens: bool) -> bool:
    return 1 < len(token.text) <= LONGEST_ACRONYM and token.text.isupper() and "." not in token.text[:2]


@IS_OTHER.when("word of a role or a title", True, "Retired engineer Anna Hill said the bridge will open.")
def _role(token: Token, _opens: bool) -> bool:
    return token.lower in OF_ROLES


@IS_OTHER.when("age", True, "Fifty-year-old Anna Hill said the bridge will open.")
def _age(token: Token, _opens: bool) -> bool:
    return token.lower.endswith("-old")


@IS_OTHER.when("role with a prefix", True, "Ex-member Anna Hill said the bridge will open.")
def _prefixed(token: Token, _opens: bool) -> bool:
    prefixes = by_letters(token.text, posts.PREFIXES, slavic_posts.PREFIXES)
    return token.lower.startswith(prefixes) and token.lower.rsplit("-", 1)[1] in ROLES


@IS_OTHER.when("small word that opens the sentence", True, "Besides Anna Hill nobody said that the bridge will open.")
def _small(token: Token, opens: bool) -> bool:
    return opens and token.lower in OPENING and token.text not in FIRST_NAMES


# ---------------------------------------------------------------- a participle before the name

IS_PARTICIPLE = Rules[[Run], bool]("is a word in -ing before a name a participle", otherwise=True)


def _opens_with_participle(run: Run) -> bool:
    """ "Quoting | Lincoln, he said"; "Bowling Hill, a farmer," is somebody whose name is explained."""
    word = run.tokens[run.begin].text
    return word.endswith("ing") and len(word) >= LEAST_PARTICIPLE and run.end - run.begin > 1 and IS_PARTICIPLE(run)


@IS_PARTICIPLE.when("within the sentence", False, "The engineer Bowling Hill said the bridge will open.")
def _within(run: Run) -> bool:
    return run.begin > 0 and run.tokens[run.begin - 1].kind == "w"


@IS_PARTICIPLE.when("no comma behind", False, "Bowling Hill said the bridge will open.")
def _no_comma(run: Run) -> bool:
    return run.end + 1 >= len(run.tokens) or run.tokens[run.end].text != ","


@IS_PARTICIPLE.when("verb", True, "Quoting Lincoln, the mayor said the bridge will open.")
def _verb(run: Run) -> bool:
    word = run.tokens[run.begin].lower
    base = word.removesuffix("ing")
    return word in OPENING or word in DOING or base in BASES or f"{base}e" in BASES


@IS_PARTICIPLE.when("name that is explained", False, "Bowling Hill, a farmer, said the bridge will open.")
def _explained(run: Run) -> bool:
    after = run.tokens[run.end + 1]
    return after.lower in DETERMINERS or is_calling(after.lower) or after.text[0].isdigit()


# ---------------------------------------------------------------- places before the name

BEGINS_LATER = Rules[[Run, int], int | None]("where does a name begin behind the name of a place", otherwise=None)


def _is_placed(run: Run, at: int) -> bool:
    """ "of Veldania Ann Other", "for Financial Stability Ann Other": a place or a field and a name may stand behind such a word."""
    before = run.tokens[run.begin - 1].lower if run.begin else ""
    return (before == "for" or (before == "of" and at == run.begin)) and run.end - at >= PLACE_AND_NAME


@BEGINS_LATER.rule("first name", "The president of Veldania Anna Hill said the bridge will open.")
def _first_name(run: Run, at: int) -> int | None:
    """ "of Veldania | Ann Other", "Ost Veldania | Ann Other", "Каменіі | Леў Корзун"."""
    first = next((n for n in range(at, run.end) if run.tokens[n].text in FIRST_NAMES), at)
    if first == at or run.end - first < 2 or any("." in t.text for t in run.tokens[at:first]):
        return None
    return first if first - at > 1 or _is_placed(run, at) or is_cyrillic(run.tokens[at].text) else None


@BEGINS_LATER.rule("third word from the end", "The president of Veldania Rudo Kamau said the bridge will open.")
def _of_place(run: Run, at: int) -> int | None:
    """ "of Veldania | Rudo Kamau": none of the three is a first name that is known."""
    words = run.tokens[at : run.end]
    return at + 1 if len(words) == PLACE_AND_NAME and _is_placed(run, at) and not any(t.text in FIRST_NAMES for t in words) else None


@BEGINS_LATER.rule("three Cyrillic capitals", "Об этом сообщил министр обороны Камении Рудо Камау.")
def _cyrillic_place(run: Run, at: int) -> int | None:
    """ "Міністр абароны | Каменіі | Рудо Камау": they are a name only with a patronymic or initials."""
    words = run.tokens[at : run.end]
    if len(words) < PLACE_AND_NAME or not at or not is_cyrillic(words[0].text):
        return None
    whole = any("." in t.text or PATRONYMIC.match(t.text) or t.text in SUFFIXES for t in words)
    return None if whole else run.end - 2
