"""How an English text calls those who speak: pronouns, nouns for people, and the papers in which they say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.extraction.languages import words
from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import bodies, capitals, nouns, particles, speech_verbs
from archive.extraction.people import firms
from archive.extraction.people.candidates import LOOSE
from archive.extraction.people.mentions import Mention
from archive.extraction.people.unit import Unit
from archive.extraction.speech.english.left import left_of
from archive.extraction.speech.english.subjects import subject_of
from archive.extraction.speech.reports import Source

# Of one person -> the gender that it tells.
PRONOUNS = particles.PERSONAL
# Behind a name they tell that it is a person's.
TAKING_UP = frozenset("he she his her him".split())

# ---------------------------------------------------------------- nouns for people

# Words for anybody: "the official" may be whoever spoke last.
ANYBODY = words(
    """
    official spokesman spokeswoman spokesperson politician lawmaker legislator diplomat leader man woman expert veteran star
    athlete boss author writer scholar campaigner activist artist singer musician entrepreneur businessman businesswoman pensioner
    academic teenager boy girl youngster mother father actor actress native survivor victim researcher scientist lawyer
    """
)
# Those whom a text leaves without a name on purpose: no name printed elsewhere is theirs.
UNNAMED = words("source sources insider insiders whistleblower informant anonymous eyewitness")
# Before a noun, somebody whom the text does not name.
SOME_ONE: frozenset[str] = frozenset()
# Offices that a text takes as known: "the president" may be the one who was named without it.
OFFICES = words("president premier chancellor minister governor mayor")
# Of these one is as much the subject as the other: "Anna Hill met Jane Orr".
MEETING = words("met meets meet spoke talked married debated debates faced faces embraced joined joins")
# Verbs by which somebody takes a stand, which a quotation below may bear out.
JUDGING = words(
    """
    defended rejected dismissed praised criticised criticized denied blamed accused condemned welcomed hailed mocked attacked thanked
    apologised apologized disagreed
    """
)
# With one of these a sentence may introduce the words behind it.
OF_SPEAKERS = speech_verbs.SPEECH | speech_verbs.NAMING
# Two words for one office; the second is what the role holds.
SAME_ROLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("head of state", ("president", "king", "queen", "monarch")),
    ("head of government", ("prime minister", "premier", "chancellor")),
    ("premier", ("prime minister",)),
    ("prime minister", ("premier",)),
    ("top diplomat", ("foreign minister", "secretary of state", "minister of foreign affairs", "foreign secretary")),
    ("chief diplomat", ("foreign minister", "secretary of state", "minister of foreign affairs", "foreign secretary")),
    ("foreign minister", ("minister of foreign affairs", "minister for foreign affairs")),
    ("chief executive", ("ceo", "chief executive")),
    ("ceo", ("chief executive",)),
    ("leader", ("president", "prime minister", "premier", "chancellor")),
    ("boss", ("chief executive", "ceo", "manager", "director", "head", "coach")),
    ("skipper", ("captain",)),
    ("mp", ("member of parliament", "lawmaker")),
    ("lawmaker", ("mp", "senator", "congressman", "congresswoman", "member of parliament", "deputy", "representative")),
    ("politician", ("mp", "senator", "congressman", "minister", "leader", "mayor", "governor")),
    ("scientist", ("professor", "researcher", "biologist", "physicist", "chemist", "geologist")),
    ("academic", ("professor", "lecturer")),
    ("attorney", ("lawyer",)),
    ("lawyer", ("attorney", "solicitor", "barrister")),
    ("author", ("novelist", "writer", "poet", "historian", "journalist")),
    ("writer", ("novelist", "author", "poet", "journalist")),
    ("vice-premier", ("deputy prime minister",)),
    ("scholar", ("professor", "historian", "lecturer")),
)
# What opens a phrase for somebody told of before; somebody of another's, such as "her spokesman"; the paper; the body.
DEFINITE: tuple[str, ...] = ("the ", "his ", "her ", "this ", "their ")
ANOTHERS: tuple[str, ...] = ("his ", "her ", "their ")
DEFINITE_PAPER: tuple[str, ...] = ("the ", "this ")
DEFINITE_BODY: tuple[str, ...] = ("the ", "this ", "its ")
HAS_ARTICLES = True
# People of a nation whose word does not end in "-an".
NATIONALS = words("Briton Spaniard Pole Swede Dane Finn Turk Serb Croat Scot Czech Slovak Greek Swiss Thai Israeli Iraqi Pakistani Kazakh")
AGED = re.compile(r"(?:the )?\d{1,3}-year-old\b", re.IGNORECASE)
# "Oslo-based Northern Instruments".
BASED = re.compile(r"^(?:[A-Z][\w.’'-]{1,20},?\s){0,2}[A-Z][\w.]{0,20}-based\s(?=[A-Z])")

# ---------------------------------------------------------------- papers

PAPERS = nouns.DOCUMENTS
ISSUING = words("published issued signed adopted released made")
# What a later sentence calls the paper that was told of before.
SAME_PAPER = words("document text statement message letter communique communiqué report post release declaration")
# "said in a joint statement" right behind the verb, or "In a joint statement on Friday, A and B said" before who speaks.
IN_A_PAPER = re.compile(
    r"\b[Ii]n\s(?:a|an|the|his|her|their|its)\s(?:[a-z-]{2,12}\s){0,2}"
    r"(?:statement|letter|message|document|declaration|communiqué|communique|post|report|release)\b"
)


def papers_of_people(unit: Unit) -> Iterator[Source]:
    """The papers that the sentence calls somebody's: "a joint statement by Ann Hill and Tom Orr"."""
    for mention in unit.mentions:
        source = left_of(unit.tokens, unit.mentions, mention.last)
        if source and source.kind == "document" and source.mentions:
            yield source


# ---------------------------------------------------------------- forms


def takes_up(unit: Unit, mention: Mention) -> bool:
    """ "When Wei Liang came home, she …": a pronoun behind the only name of the sentence tells that it is a person's."""
    if len(unit.mentions) != 1 or (mention.first and unit.tokens[mention.first - 1].lower in LOOSE):
        return False
    return any(token.lower in TAKING_UP for token in unit.tokens[mention.last + 1 :])


def gender_of_verb(word: str) -> str | None:
    """No verb tells whether a man or a woman spoke."""
    return None


def lemma(word: str) -> str:
    return word


def phrase_of(printed: str) -> str:
    """The words in small letters, without an article."""
    parts = printed.casefold().split()
    return " ".join(parts[1:] if f"{parts[0]} " in DEFINITE else parts)


def without_article(printed: str) -> str:
    first, _, rest = printed.partition(" ")
    return rest if first.lower() in ("the", "a", "an") and rest else printed


def body_name(printed: str) -> str:
    """ "the Oslo-based Northern Instruments" -> "Northern Instruments", "the Ardovian weekly Lantern" -> "Lantern"."""
    words_of = BASED.sub("", without_article(printed)).split(" ")
    noun = max((n for n, word in enumerate(words_of) if word in nouns.BODIES), default=-1)
    behind = words_of[noun + 1 :]
    is_name = all(word[:1].isupper() or word in bodies.INSIDE for word in behind) and behind and behind[0][:1].isupper()
    return " ".join(behind if is_name else words_of)


def gender_of(printed: str) -> str | None:
    """m or f, as the nouns of a phrase tell."""
    told = set(printed.lower().split())
    if told & capitals.FEMALE or any(word.endswith("woman") for word in told):
        return "f"
    return "m" if told & capitals.MALE else None


def is_anybody(printed: str, head: str) -> bool:
    """A phrase that tells no office: "the official", "the Norwegian", "the 40-year-old"."""
    return head in ANYBODY or _is_national(printed) or AGED.match(printed) is not None


def _is_national(printed: str) -> bool:
    """ "The Norwegian", "the Yorkshireman": one word behind the article."""
    lone = printed.rsplit(maxsplit=1)[-1]
    of_a_nation = lone in NATIONALS or (lone in capitals.NATIONS and lone.endswith("an"))
    named = of_a_nation or (lone[0].isupper() and lone.endswith(("man", "woman")))
    return named and printed.lower().startswith("the ") and len(printed.split()) == 2


def is_nation(word: str) -> bool:
    """ "palestinian", in small letters."""
    return word.title() in capitals.NATIONS


def tells_apart(word: str) -> bool:
    """A word that whoever is meant must bear too: "the deputy mayor" is no mayor."""
    return word in capitals.MODIFIERS or is_calling(word)


def is_common_body(source: Source, name: str) -> bool:
    """A common noun for a body, in capitals only because it opens the sentence: English puts an article before it."""
    return False


def is_firm(printed: str, head: str) -> bool:
    """ "The company", "the Oslo-based retailer": a definite noun for a firm."""
    return firms.is_firm(printed, head)


def subject_in(unit: Unit) -> Source | None:
    """The person or pronoun of whom the sentence tells, outside quotations; not one of two who met."""
    if len(unit.mentions) > 1 and any(token.lower in MEETING for token in unit.tokens):
        return None
    subject = subject_of(unit, len(unit.tokens))
    return subject if subject and (subject.kind == "person" or subject.head in PRONOUNS) else None


def opener_of(unit: Unit) -> Source | None:
    """Who opens the sentence; a role only where its verb is one of speech: "The mayor described the plan."."""
    subject = subject_of(unit, len(unit.tokens))
    if subject is None or subject.kind == "person":
        return subject
    return subject if any(t.lower in OF_SPEAKERS for t in unit.tokens) else None
