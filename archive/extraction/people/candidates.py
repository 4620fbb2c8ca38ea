"""What may be a person's name, with what stands beside it: whether a single name counts, and whether it is sure that somebody is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.extraction.languages.callings import feminine, is_calling
from archive.extraction.languages.english import names as english
from archive.extraction.languages.english import posts
from archive.extraction.languages.families import ByLetters, is_cyrillic
from archive.extraction.languages.names import AND, FIRST_NAMES, SUFFIXES, ends_like_surname
from archive.extraction.languages.slavic.cases import PATRONYMIC, gender_of_verb
from archive.extraction.languages.slavic.governing import asked_by, cases_of_office
from archive.extraction.languages.slavic.morphology import is_body, is_first_name, is_place
from archive.extraction.languages.slavic.nominatives import (
    CASES,
    NOMINATIVE,
    cases_of_name,
    genders_of_name,
    may_be_first_name,
    possible_cases,
)
from archive.extraction.languages.slavic.posts import CORRESPONDENTS, OF_PLACE
from archive.extraction.people.appositions import apposition, is_described, role_before_comma
from archive.extraction.people.relatives import is_of_his_kin
from archive.extraction.people.roles import TITLES, has_calling, role_start, role_text
from archive.extraction.people.runs import PARTICLES, Run
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

# What stands before a name of something else: "the director of the Nutrition Study".
LOOSE = ByLetters(english=posts.LOOSE)
# Before a capital that is the name of a place.
PLACING = ByLetters(english=posts.PLACING)
ARTICLES = ByLetters(english=posts.ARTICLES)
# A name with no comma behind it may follow "The mayor," at the head of the sentence.
CLOSING = (",", ".", ")")
# "The mayor, Anna Hill".
LEAST_BEFORE_COMMA = 2
# Words before a name that may ask for its case: "по словам".
MOST_ASKING = 2
# How far behind a comma an enumeration is told by its "and".
ENUMERATION_REACH = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """The end of a run from token `at` on, with the role before it from token `role_at` on."""

    run: Run
    at: int
    role_at: int

    @property
    def name(self) -> Sequence[Token]:
        return self.run.tokens[self.at : self.run.end]

    @property
    def is_single(self) -> bool:
        return self.at + 1 == self.run.end

    @property
    def has_role(self) -> bool:
        return self.role_at < self.at

    @property
    def before(self) -> Token | None:
        return self.run.tokens[self.at - 1] if self.at else None

    @property
    def role_behind(self) -> str | None:
        """In an apposition."""
        behind = apposition(self.run.text, self.run.tokens, self.run.end)
        return self.run.text[behind[0] : behind[1]] if behind else None

    @property
    def title(self) -> str | None:
        return next((t.text for t in self.run.tokens[self.role_at : self.at] if t.lower in TITLES), None)

    @property
    def office(self) -> str | None:
        """The word of the role that says what somebody is."""
        return next((t.lower for t in self.run.tokens[self.role_at : self.at] if is_calling(t.lower)), None)

    @property
    def asked(self) -> frozenset[str]:
        """The cases in which a Slavic name may stand here, as its office tells or the words before it."""
        if self.office:
            return cases_of_office(self.office) or CASES
        tokens = self.run.tokens
        return asked_by([t.lower for t in tokens[max(0, self.role_at - MOST_ASKING) : self.role_at]])

    @property
    def role(self) -> str | None:
        """As it is printed."""
        return role_text(self.run.text, self.run.tokens, self.role_at, self.at) or self.role_behind


def candidate_at(run: Run, at: int, floor: int) -> Candidate:
    """The name that begins at a token of a run, with its role, which begins at token `floor` at the earliest."""
    return Candidate(run, at, at if is_of_his_kin(run.tokens, at, run.end) else _role_at(run, at, floor))


def _role_at(run: Run, at: int, floor: int) -> int:
    tokens = run.tokens
    cases, comma = _cases(run, at), at - 1
    role_at = role_start(run.text, tokens, at, floor, cases)
    if floor < role_at < at and tokens[role_at - 1].text == "," and is_cyrillic(run.tokens[at].text):
        return _with_office_before(run, role_at, floor, cases)
    if role_at < at or comma < LEAST_BEFORE_COMMA or tokens[comma].text != ",":
        return role_at
    before = comma if _is_of_town(run, at) else role_before_comma(tokens, comma, floor)
    belongs = before < comma and _agrees(tokens[before:comma], cases)
    return before if belongs and (_is_closed(run) or _opens_sentence(tokens, before, comma - 1)) else at


def _is_closed(run: Run) -> bool:
    return run.end >= len(run.tokens) or run.tokens[run.end].text in CLOSING


def _agrees(role: Sequence[Token], cases: frozenset[str]) -> bool:
    """Its first Slavic word for somebody stands in a case of the name: not "перед депутатами|, Анна Ли"."""
    office = next((t.lower for t in role if is_cyrillic(t.lower) and is_calling(t.lower)), None)
    return office is None or not cases.isdisjoint(cases_of_office(office))


def _with_office_before(run: Run, role_at: int, floor: int, cases: frozenset[str]) -> int:
    """ "заместитель министра, | начальник управления Иван Лось": two offices of one person."""
    before = role_start(run.text, run.tokens, role_at - 1, floor, cases)
    return before if before < role_at - 1 else role_at


def _cases(run: Run, at: int) -> frozenset[str]:
    """The cases in which a Slavic name may stand; any, where nothing tells."""
    name = " ".join(token.text for token in run.tokens[at : run.end])
    return (possible_cases(name) if is_cyrillic(name) else CASES) or CASES


def _is_of_town(run: Run, at: int) -> bool:
    """ "workers at a plant in Goshen, | Indiana|,": one word behind a place."""
    tokens = run.tokens
    return run.end - at == 1 and tokens[at - 2].is_capital and tokens[at - 3].lower in PLACING


def _opens_sentence(tokens: Sequence[Token], begin: int, last: int) -> bool:
    """ "The club's head coach, José Pardo on Thursday said": a role at the head of its sentence, with no comma behind the name."""
    head = begin == 0 or (begin == 1 and tokens[0].lower in ARTICLES)
    return head and is_calling(tokens[last].lower)


def is_part_of_role(candidate: Candidate) -> bool:
    """ "the opposition Open List, Anna Smith": the capitals before the comma belong to the role of the one who is named behind it."""
    tokens, end = candidate.run.tokens, candidate.run.end
    if end + 1 >= len(tokens) or tokens[end].text != "," or tokens[end + 1].text not in FIRST_NAMES:
        return False
    listed = any(t.lower in AND for t in tokens[end + 1 : end + ENUMERATION_REACH])
    return not listed and not any(t.text in FIRST_NAMES or _is_first_name(t.text) for t in candidate.name)


# ---------------------------------------------------------------- single names

MAY_STAND_ALONE = Rules[[Candidate], bool]("may a single name stand alone", otherwise=False)


@MAY_STAND_ALONE.when("surname of somebody named elsewhere", True, "Anna Hill is here. The bridge will open, Hill said.")
def _is_known(candidate: Candidate) -> bool:
    return candidate.is_single and candidate.name[0].bare in candidate.run.surnames


@MAY_STAND_ALONE.when("no role", False, "Veldania opened its bridge, the engineer said.")
def _no_role(candidate: Candidate) -> bool:
    return not candidate.has_role


@MAY_STAND_ALONE.when("adjective of a place", False, "Об этом сообщил губернатор Ардовской области.")
def _place(candidate: Candidate) -> bool:
    name, after = candidate.name[0].lower, next(iter(candidate.run.tokens[candidate.run.end : candidate.run.end + 1]), None)
    goes_on = after is not None and after.kind == "w" and not after.is_capital
    return goes_on and is_cyrillic(name) and OF_PLACE.search(name) is not None


@MAY_STAND_ALONE.when("place or body", False, "Мост откроют в мае, сообщил глава Норвегии.")
def _named_place(candidate: Candidate) -> bool:
    name = candidate.name[0].text
    return is_cyrillic(name) and (is_place(name) or is_body(name))


@MAY_STAND_ALONE.when("other letters than the office has", False, "Об этом сообщил представитель Arlen.")
def _firm(candidate: Candidate) -> bool:
    office = candidate.run.tokens[candidate.at - 1].text
    return is_cyrillic(office) and not is_cyrillic(candidate.name[0].text)


@MAY_STAND_ALONE.when("another case than the office", False, "Мост откроют в мае, сообщил глава Президиума.")
def _of_something(candidate: Candidate) -> bool:
    name, office = candidate.name[0].text, candidate.office
    if office is None or not is_cyrillic(name):
        return False
    return cases_of_office(office).isdisjoint(cases_of_name(name)) or (not feminine(office) and _is_womans_alone(candidate))


def _is_womans_alone(candidate: Candidate) -> bool:
    """ "глава Львова": a woman's surname or the genitive of a place, where no verb tells of a woman."""
    tokens, end = candidate.run.tokens, candidate.run.end
    beside = [tokens[n].lower for n in (candidate.role_at - 1, end) if 0 <= n < len(tokens)]
    nominatives = genders_of_name(candidate.name[0].text)
    return candidate.asked == {NOMINATIVE} and nominatives == {"f"} and not any(gender_of_verb(word) == "f" for word in beside)


@MAY_STAND_ALONE.when("agency of a correspondent", False, "Об этом сообщил корреспондент Ардинформа.")
def _agency(candidate: Candidate) -> bool:
    before = candidate.before
    return is_cyrillic(candidate.name[0].text) and before is not None and before.lower.startswith(CORRESPONDENTS)


@MAY_STAND_ALONE.when("small word before", False, "The director of the Veldania said the bridge will open.")
def _small_word(candidate: Candidate) -> bool:
    return candidate.before is not None and candidate.before.lower in LOOSE


@MAY_STAND_ALONE.when("possessive behind a role in small letters", False, "The engineer said that president Veldania's bridge will open.")
def _possessive(candidate: Candidate) -> bool:
    name, before = candidate.name[0], candidate.before
    return name.bare != name.text and candidate.title is None and before is not None and not before.is_capital


@MAY_STAND_ALONE.when("title", True, "Mr Hill said the bridge will open.")
def _titled(candidate: Candidate) -> bool:
    return candidate.title is not None


@MAY_STAND_ALONE.when("calling", True, "President Hill said the bridge will open.")
def _called(candidate: Candidate) -> bool:
    return has_calling(candidate.run.tokens[candidate.role_at : candidate.at])


# ---------------------------------------------------------------- sure names

IS_SURE = Rules[[Candidate], bool]("is it sure that somebody is named", otherwise=False)


@IS_SURE.when("surname of somebody named elsewhere", True, "Anna Hill is here. The bridge will open, Hill said.")
def _known(candidate: Candidate) -> bool:
    return _is_known(candidate)


@IS_SURE.when("small word before", False, "They opened the Rudo Kamau, a bridge, Anna Hill said.")
def _loose(candidate: Candidate) -> bool:
    """ "the Ost Veldania": no role, and no first name at its head."""
    before = candidate.run.tokens[candidate.run.begin - 1] if candidate.run.begin else None
    return before is not None and before.lower in LOOSE and not candidate.has_role and not _begins_like_one(candidate.name)


@IS_SURE.when("role", True, "The minister Rudo Kamau said the bridge will open.")
def _with_role(candidate: Candidate) -> bool:
    return candidate.has_role or candidate.role_behind is not None


@IS_SURE.when("age or “who” behind", True, "Rudo Kamau, 45, said the bridge will open.")
def _described(candidate: Candidate) -> bool:
    return is_described(candidate.run.tokens, candidate.run.end)


@IS_SURE.when("initial", True, "R. Kamau said the bridge will open.")
def _initial(candidate: Candidate) -> bool:
    return any(t.text.endswith(".") for t in candidate.name)


@IS_SURE.when("first name", True, "Anna Kamau said the bridge will open.")
def _first_name(candidate: Candidate) -> bool:
    first = candidate.name[0].text
    return first in FIRST_NAMES or (not candidate.is_single and _is_first_name(first))


def _is_first_name(word: str) -> bool:
    """In any case, of a Slavic name: "Марии"."""
    return is_cyrillic(word) and (is_first_name(word) or may_be_first_name(word, "be")) and not is_place(word)


@IS_SURE.when("word of people alone", True, "Rudo McKamau said the bridge will open.")
def _of_people(candidate: Candidate) -> bool:
    return any(_tells_a_person(t) for t in candidate.name[1:])


@IS_SURE.when("ending of Slavic surnames", True, "Rudo Kamauski said the bridge will open.")
def _slavic_surname(candidate: Candidate) -> bool:
    return not candidate.is_single and ends_like_surname(candidate.name[-1].bare)


def _begins_like_one(name: Sequence[Token]) -> bool:
    """ "Ann Hill" or "M. Patricia Hill": a first name, perhaps behind an initial."""
    return name[0].text in FIRST_NAMES or (name[0].text.endswith(".") and len(name) > 2 and name[1].text in FIRST_NAMES)


def _tells_a_person(token: Token) -> bool:
    """Particles, "O'Hara", "McBride", suffixes and patronymics stand in names of people alone."""
    if is_cyrillic(token.text):
        return PATRONYMIC.match(token.text) is not None
    return token.lower in PARTICLES or token.text in SUFFIXES or token.text.startswith(english.BEGINNINGS)
