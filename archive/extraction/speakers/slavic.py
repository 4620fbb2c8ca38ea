"""How a Russian, Belarusian or Ukrainian text calls those who speak: pronouns, nouns for people, and the papers in which they say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from archive.extraction.languages import words
from archive.extraction.languages.callings import feminine, lemma_of
from archive.extraction.languages.slavic import cases
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.people.cast import MARKS
from archive.extraction.people.mentions import Mention
from archive.extraction.people.unit import Unit
from archive.extraction.speech.reports import Source
from archive.extraction.speech.slavic.left import clause_subject

# Of one person -> the gender that it tells.
PRONOUNS = slavic.PRONOUNS

# ---------------------------------------------------------------- nouns for people, in dictionary form

# Words for anybody: «чиновник» may be whoever spoke last.
ANYBODY = words(
    """
    лидер лідар лідер чиновник политик парламентарий эксперт специалист дипломат спортсмен мужчина женщина девушка учёный ученый
    чыноўнік палітык дыпламат спартсмен мужчына жанчына посадовець політик чоловік жінка посадовиця чиновница учёная науковець
    науковиця навуковец навукоўца фахівець автор писатель писательница певец певица артист аўтар пісьменнік письменник активист
    активіст актывіст правозащитник бизнесмен юрист врач лікар лекар
    """
)
# Those whom a text leaves without a name on purpose: no name printed elsewhere is theirs.
UNNAMED = words(
    """
    источник источники собеседник собеседница собеседники собеседников инсайдер информатор очевидец очевидцы крыніца крыніцы
    суразмоўца суразмоўцы інсайдар інфарматар відавочца відавочцы джерело джерела співрозмовник співрозмовниця співрозмовники
    інсайдер інформатор очевидець
    """
)
# Before a noun, somebody whom the text does not name.
SOME_ONE = words("один одна адзін адна некий некая нехта хтось хтосьці кто-то неназванный анонимный")
# Offices that a text takes as known: «президент» may be the one who was named without it.
OFFICES = words(
    "президент премьер премьер-министр министр губернатор мэр прэзідэнт прэм'ер міністр прем'єр прем'єр-міністр мер",
)
# Verbs by which somebody takes a stand, which a quotation below may bear out.
JUDGING = words(
    """
    отверг отвергла раскритиковал раскритиковала осудил осудила поддержал поддержала похвалил поблагодарил поблагодарила
    адхіліў адхіліла раскрытыкаваў раскрытыкавала асудзіў асудзіла падтрымаў падтрымала пахваліў пахваліла падзякаваў падзякавала
    відкинув відкинула розкритикував розкритикувала засудив засудила підтримав підтримала похвалив похвалила подякував подякувала
    """
)
# Two words for one office; the second is what the role holds.
SAME_ROLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("лидер", ("президент", "премьер-министр", "премьер")),
    ("лідар", ("прэзідэнт", "прэм'ер-міністр")),
    ("лідер", ("президент", "прем'єр-міністр")),
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
# What is headed, from the case behind «глава» -> its dictionary form.
HEADED = {
    "государства": "государство", "правительства": "правительство", "ведомства": "ведомство", "министерства": "министерство",
    "города": "город", "региона": "регион", "дзяржавы": "дзяржава", "ўрада": "урад", "урада": "урад", "держави": "держава",
    "уряду": "уряд", "відомства": "відомство", "міністерства": "міністерство", "міністерку": "міністерка",
}  # fmt: skip
# Nothing tells by an article that somebody was told of before: every beginning may.
DEFINITE: tuple[str, ...] = ("",)
DEFINITE_PAPER = DEFINITE_BODY = DEFINITE
ANOTHERS: tuple[str, ...] = ()
HAS_ARTICLES = False

# ---------------------------------------------------------------- papers

PAPERS = SAME_PAPER = slavic.DOCUMENTS
ISSUING = words(
    """
    опубликовали подписали приняли обнародовали опубликовал опубликовала подписал подписала апублікавалі падпісалі прынялі
    опублікували підписали ухвалили оприлюднили
    """
)
# «заявили в совместном заявлении» right behind the verb, or «В совместном заявлении …» before who speaks.
IN_A_PAPER = re.compile(r"\b[вВуУў]\s(?:\w{3,14}\s){0,2}(?:заявлении|сообщении|письме|заяве|паведамленні|заяві|повідомленні)\b")
# So far from its beginning the sentence names who opens it.
OPENING_REACH = 12


def papers_of_people(unit: Unit) -> Iterator[Source]:
    """The papers that the sentence calls somebody's: no rule reads them yet."""
    return iter(())


# ---------------------------------------------------------------- forms


def takes_up(unit: Unit, mention: Mention) -> bool:
    """Whether a pronoun tells that a name is a person's: no rule reads it yet."""
    return False


def gender_of_verb(word: str) -> str | None:
    """m or f, as the past tense tells: «сказал», «сказала»."""
    return cases.gender_of_verb(word)


def lemma(word: str) -> str:
    return lemma_of(word) or word


def phrase_of(printed: str) -> str:
    """The words in small letters and dictionary form."""
    words_of = (word.strip(MARKS) for word in printed.casefold().split())
    return " ".join(lemma_of(word) or HEADED.get(word, word) for word in words_of)


def without_article(printed: str) -> str:
    return printed


def body_name(printed: str) -> str:
    """«Министерстве связи» -> «Министерство связи»."""
    return cases.body_nominative(printed)


def gender_of(printed: str) -> str | None:
    """f, as the nouns of a phrase tell; a masculine noun may be a woman's."""
    return "f" if any(feminine(word) for word in printed.lower().split()) else None


def is_anybody(printed: str, head: str) -> bool:
    """A word that tells no office: «чиновник», «эксперт»."""
    return lemma(head) in ANYBODY


def is_nation(word: str) -> bool:
    """No list tells it yet."""
    return False


def tells_apart(word: str) -> bool:
    """A word that whoever is meant must bear too: «первый заместитель» may be called «заместитель» alone."""
    return False


def is_common_body(source: Source, name: str) -> bool:
    """A common noun for a body, in capitals only because it opens the sentence; or a phrase that tells of no body before its first
    capital: «расчёты Исаака Ньютона»."""
    common = source.head.startswith(slavic.BODY_STEMS) and not source.head.startswith(slavic.PROPER_BODIES)
    small = list(takewhile(str.islower, name.split()))
    told = any(word.startswith((*slavic.BODY_STEMS, *slavic.WORK_STEMS)) for word in small)
    return (source.first == source.last == 0 and common) or (bool(small) and not told)


def is_firm(printed: str, head: str) -> bool:
    """A noun for the one firm of the document: none is known to be so."""
    return False


def subject_in(unit: Unit) -> Source | None:
    """Of whom a sentence tells: free word order doesn't tell it."""
    return None


def opener_of(unit: Unit) -> Source | None:
    """Who opens the sentence; a role only where its verb is one of speech: «Глава фонда объяснил своё отношение к закону.»."""
    mention = next((m for m in unit.mentions if m.first < OPENING_REACH), None)
    if mention:
        start = min(unit.tokens[mention.first].start, mention.start)
        return Source("person", mention.name, mention.first, mention.last, start, mention.end, (mention,))
    verb = next((at for at, token in enumerate(unit.tokens) if token.lower in slavic.SAYING), None)
    return clause_subject(unit, verb) if verb else None
