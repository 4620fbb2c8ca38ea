"""Whom "the minister", "the head of state", "the Norwegian" or «глава ведомства» may mean, by the roles that a document prints."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.callings import feminine, is_calling, lemma_of
from archive.extraction.languages.english import capitals
from archive.extraction.people.cast import Cast, Person, role_words

# Words for anybody: "the official" may be whoever spoke last.
ANYBODY = words(
    """
    official spokesman spokeswoman spokesperson politician lawmaker legislator diplomat leader man woman expert veteran star athlete
    boss author writer scholar campaigner activist artist singer musician entrepreneur businessman businesswoman pensioner academic
    teenager boy girl youngster mother father actor actress native survivor victim researcher scientist academic expert lawyer
    лидер лідар лідер
    чиновник политик парламентарий эксперт специалист дипломат спортсмен мужчина женщина девушка учёный ученый чыноўнік
    палітык дыпламат спартсмен мужчына жанчына посадовець політик дипломат спортсмен чоловік жінка
    посадовиця чиновница учёная науковець науковиця навуковец навукоўца фахівець автор писатель писательница певец певица артист аўтар
    пісьменнік автор письменник активист активіст актывіст правозащитник бизнесмен юрист врач лікар лекар
    """
)
# Those whom a text leaves without a name on purpose: no name printed elsewhere is theirs.
UNNAMED = words(
    """
    source sources insider insiders whistleblower informant anonymous eyewitness источник источники собеседник
    собеседница собеседники собеседников инсайдер информатор очевидец очевидцы крыніца крыніцы суразмоўца суразмоўцы інсайдар
    інфарматар відавочца відавочцы джерело джерела співрозмовник співрозмовниця співрозмовники інсайдер інформатор очевидець
    """
)
SOME_ONE = words("один одна адзін адна некий некая нехта хтось хтосьці кто-то неназванный анонимный")
# Two words for one office; the second is what the role holds, in dictionary forms.
SAME_ROLES = (
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
    ("лидер", ("президент", "премьер-министр", "премьер")),
    ("лідар", ("прэзідэнт", "прэм'ер-міністр")),
    ("лідер", ("президент", "прем'єр-міністр")),
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
    ("вице-премьер", ("заместитель председатель правительства", "заместитель премьер-министр", "зампред правительства")),
    ("віцэ-прэм'ер", ("намеснік прэм'ер-міністр",)),
    ("віце-прем'єр", ("заступник прем'єр-міністр",)),
    ("глава государство", ("президент", "король")),
    ("глава правительство", ("премьер-министр", "премьер")),
    ("глава мид", ("министр иностранный",)),
    ("глава ведомство", ("министр", "руководитель", "председатель")),
    ("глава министерство", ("министр",)),
    ("глава город", ("мэр",)),
    ("градоначальник", ("мэр",)),
    ("глава регион", ("губернатор",)),
    ("кіраўнік дзяржава", ("прэзідэнт",)),
    ("кіраўнік урад", ("прэм'ер-міністр", "прэм'ер")),
    ("кіраўнік ведамства", ("міністр", "старшыня")),
    ("кіраўнік міністэрства", ("міністр",)),
    ("глава держава", ("президент",)),
    ("глава уряд", ("прем'єр-міністр", "прем'єр")),
    ("очільник уряд", ("прем'єр-міністр", "прем'єр")),
    ("очільник відомство", ("міністр",)),
    ("очільник міністерство", ("міністр",)),
    ("глава відомство", ("міністр",)),
)
# Offices that a text takes as known: "the president" may be the one who was named without it.
OFFICES = words(
    """
    president premier chancellor minister governor mayor президент премьер премьер-министр министр губернатор мэр прэзідэнт прэм'ер
    міністр прем'єр прем'єр-міністр мер
    """
)
NOUNS = {
    "государства": "государство", "правительства": "правительство", "ведомства": "ведомство", "министерства": "министерство",
    "города": "город", "региона": "регион", "дзяржавы": "дзяржава", "ўрада": "урад", "урада": "урад", "держави": "держава",
    "уряду": "уряд", "відомства": "відомство", "міністерства": "міністерство", "міністерку": "міністерка",
}  # fmt: skip
DEFINITE = ("the ", "his ", "her ", "this ", "their ")
# People of a nation whose word does not end in "-an".
NATIONALS = words("Briton Spaniard Pole Swede Dane Finn Turk Serb Croat Scot Czech Slovak Greek Swiss Thai Israeli Iraqi Pakistani Kazakh")
AGED = re.compile(r"(?:the )?\d{1,3}-year-old\b", re.IGNORECASE)


def is_definite(printed: str) -> bool:
    return printed.lower().startswith(DEFINITE) or not printed[:1].isascii()


def is_unnamed(printed: str, head: str) -> bool:
    """ "The source", «собеседник агентства», «один из жителей»: nobody whom the document names."""
    low = printed.lower().split()
    return low[0] in SOME_ONE or (lemma_of(head) or head) in UNNAMED or not UNNAMED.isdisjoint(low)


def is_anybody(printed: str, head: str) -> bool:
    """A word that tells no office: whoever was spoken of may be meant."""
    low = printed.lower()
    lone = printed.rsplit(maxsplit=1)[-1]
    ethnic = lone in NATIONALS or (lone in capitals.NATIONS and lone.endswith("an"))
    named = ethnic or (lone[0].isupper() and lone.endswith(("man", "woman")))
    national = low.startswith("the ") and len(low.split()) == 2 and named
    return (lemma_of(head) or head) in ANYBODY or national or bool(AGED.match(low))


def gender_of_nominal(printed: str) -> str | None:
    told = set(printed.lower().split())
    if told & capitals.FEMALE or any(word.endswith("woman") or feminine(word) for word in told):
        return "f"
    return "m" if told & capitals.MALE else None


def bearers(cast: Cast, printed: str, head: str) -> list[Person]:
    """The people who bear the role, by the words printed."""
    phrase = _phrase(printed)
    found = cast.with_role(head)
    for other, same in SAME_ROLES:
        if (phrase == other or phrase.startswith(f"{other} ") or head == other) and not any(p.holds(other) for p in found):
            found = cast.holding(same) or found
    told = [word for word in phrase.split() if word != (lemma_of(head) or head)]
    needed = [word for word in told if word in capitals.MODIFIERS or (word.isascii() and is_calling(word))]
    found = [p for p in found if all(_holds(p, word) for word in needed)] if any(p.told_by(head) for p in found) else found
    return [p for p in found if told and all(_holds(p, word) for word in told)] or found


def _holds(person: Person, word: str) -> bool:
    return any(word in role_words(role) for role in person.roles)


def _phrase(printed: str) -> str:
    """The words in small letters and dictionary form, without an article."""
    parts = [lemma_of(word) or NOUNS.get(word, word) for word in printed.casefold().split()]
    return " ".join(parts[1:] if parts[:1] and f"{parts[0]} " in DEFINITE else parts)


def sole(people: Sequence[Person]) -> tuple[Person, ...]:
    once = tuple(dict.fromkeys(people))
    return once if len(once) == 1 else ()
