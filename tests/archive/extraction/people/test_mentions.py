"""Whom a sentence names, with the role, the title and how sure it is. Every mistake that is found adds a row."""

import pytest

from archive.extraction.languages import callings, english, names, slavic, spelling
from archive.extraction.languages.detection import language_of
from archive.extraction.languages.families import ByLetters, is_cyrillic
from archive.extraction.people import appositions, bodies, candidates, cast, firms, roles, runs
from archive.extraction.people.mentions import KnownNames, mentions_of
from archive.extraction.people.unit import Unit
from archive.extraction.text.tokens import tokens_of

# Each with a full name elsewhere in the document.
SURNAMES = frozenset(["Hill", "Boss", "Лимо", "Градов"])


def told(text):
    """Name, role, title and "?" where the name is doubtful, of each mention."""
    found = mentions_of(text, tokens_of(text, 0, len(text)), KnownNames(language_of(text), SURNAMES))
    return [f"{m.name} | {m.role or ''} | {m.title or ''} | {'' if m.sure else '?'}".rstrip(" |") for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rudo Kamau said so.", ["Rudo Kamau |  |  | ?"]),  # nothing tells that it is a person
        ("Anna Kamau said so.", ["Anna Kamau"]),
        ("Tom Hill Jr. said so.", ["Tom Hill Jr."]),
        ("Tom Kamau's bridge is open.", ["Tom Kamau"]),
        ("Foreign Minister Anna Kamau said so.", ["Anna Kamau | Foreign Minister"]),
        ("The head of the mission, Anna Kamau, said so.", ["Anna Kamau | head of the mission"]),
        ("The mayor, Rudo Kamau on Thursday said so.", ["Rudo Kamau | mayor"]),
        ("Anna Kamau, the foreign minister of the republic, said so.", ["Anna Kamau | foreign minister of the republic"]),
        ("Mr Kamau said so.", ["Kamau |  | Mr"]),
        ("Lord Kamau said so.", ["Kamau | Lord | Lord"]),  # a title that is a role too
        ("London Bridge is open.", []),
        ("Quoting Lincoln, he said so.", []),
        ("The opposition Open List, Anna Kamau, said so.", ["Anna Kamau"]),
        ("Министр обороны Камении Рудо Камау заявил.", ["Рудо Камау | Министр обороны Камении"]),
        ("По словам депутата Анны Корзун, это так.", ["Анна Корзун | депутата"]),  # in the nominative
    ],
)
def test_full_name_is_told_with_role_and_title(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kamau said so.", []),
        ("Hill said so.", ["Hill"]),  # named in full elsewhere
        ("Boss said so.", ["Boss"]),  # though the word is a role
        ("The boss said so.", []),
        ("О здоровье Лимо Градов сказал мало.", ["Градов"]),  # two people's surnames side by side
    ],
)
def test_single_name_is_told_by_the_document(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kate and Tom Harding said so.", ["Kate Harding", "Tom Harding"]),
        ("Ana Prado and Wei Liang said so.", ["Ana Prado", "Wei Liang"]),
        ("Wei Liang and Ana Prado said so.", ["Wei Liang", "Ana Prado"]),
        ("Ana Prado, and Wei Liang, and Zhu Dang said so.", ["Ana Prado", "Wei Liang", "Zhu Dang"]),
        ("Ana Prado saw Wei Liang.", ["Ana Prado", "Wei Liang |  |  | ?"]),
    ],
)
def test_names_that_and_joins_tell_of_each_other(text, expected):
    assert told(text) == expected


def test_a_list_of_names_is_read_to_a_bound():
    text = ", ".join(["Anna Hill"] * 100)

    assert len(mentions_of(text, tokens_of(text, 0, len(text)))) == 40


def test_mention_says_where_it_stands():
    text = "Yesterday Foreign Minister Anna Hill said so."

    (mention,) = mentions_of(text, tokens_of(text, 0, len(text)))

    assert text[mention.start : mention.end] == "Anna Hill"
    assert (mention.first, mention.last, mention.surname, mention.is_full) == (1, 4, "Hill", True)


class Asked(frozenset):
    """A list of words that keeps those it is asked for in `words`."""

    def __new__(cls, listed, words):
        made = super().__new__(cls, listed)
        made.words = words
        return made

    def __contains__(self, word):
        self.words.add(word)
        return super().__contains__(word)


ROOMS = (bodies, candidates, cast, firms, roles, runs, appositions, names, callings, spelling)
ENGLISH_NOUNS = (english.bodies, english.callings, english.capitals, english.names, english.nouns, english.posts)
ENGLISH = (*ENGLISH_NOUNS, english.particles, english.speech_verbs, english.verbs)
SLAVIC = (slavic.callings, slavic.cases, slavic.names, slavic.verbs, slavic.words)


@pytest.fixture
def asked(monkeypatch):
    """The words that the lists of English are asked for, and those that the Slavic ones are."""
    words = {"english": set(), "slavic": set()}
    for module in (*ENGLISH, *SLAVIC, *ROOMS):
        for name, listed in vars(module).items():
            if isinstance(listed, ByLetters):
                for family, kept in words.items():
                    monkeypatch.setattr(listed, family, Asked(getattr(listed, family), kept))
            elif isinstance(listed, frozenset) and listed:
                family = "slavic" if is_cyrillic(next(iter(listed))) else "english"
                monkeypatch.setattr(module, name, Asked(listed, words[family]))
    callings.is_calling.cache_clear()
    yield words
    callings.is_calling.cache_clear()


def read(text):
    """Whatever the room tells of a document."""
    tokens = tokens_of(text, 0, len(text))
    unit = Unit(0, 0, len(text), tuple(tokens), tuple(mentions_of(text, tokens)))
    people = cast.cast_of(unit.mentions)
    return cast.present(people, unit), bodies.bodies_of(text, [unit]), people.spelled_like("Варнолский", None)


def test_cyrillic_word_asks_no_english_list(asked):
    read(
        "Вчера сообщил журналистам новый министр обороны Камении Рудо Камау, 45, глава партии, и экс-депутат Анна Петровна Корзун. "
        "Министерство обороны и корреспондент Ардинформа, губернатор Ардовской области. Заявления председателя Варналского. "
        "Там была Лимо Барда, которая ушла."
    )

    assert {word for word in asked["english"] if is_cyrillic(word)} == set()
    assert len(asked["slavic"]) > 20


def test_latin_word_asks_no_slavic_list(asked):
    read(
        "Bowling Hill, the farmer, told reporters that the chairman and CEO Anna Hill Jr., 45, who runs the Looe Harbour Trust (LHT), and "
        "Foreign Minister R. McKamau, a mayor, met president Varnalsky. Ardent Foods Inc. is the company of the plant manager Tom Reed."
    )

    assert {word for word in asked["slavic"] if not is_cyrillic(word)} == set()
    assert len(asked["english"]) > 20


@pytest.mark.parametrize(("language", "name"), [("be", "Андрэй Быкаў"), ("ru", "Андрэй Быкав"), (None, "Андрэй Быкав")])
def test_name_is_given_in_the_spelling_of_the_document(language, name):
    text = "Пра гэта сказалі міністру Андрэю Быкаву."

    (mention,) = mentions_of(text, tokens_of(text, 0, len(text)), KnownNames(language))

    assert mention.name == name
