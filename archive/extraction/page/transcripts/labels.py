"""Tells what stands at the head of a paragraph: the name of a speaker, question and answer, or the heading of something else."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from archive.extraction.languages import words
from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import capitals, particles, speech_verbs
from archive.extraction.languages.families import ByLetters
from archive.extraction.languages.names import FIRST_NAMES
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.morphology import forms
from archive.extraction.page.transcripts.label_shapes import UPPER
from archive.extraction.text.rules import Rules

# What opens a paragraph of its own kind, and names nobody.
NO_SPEAKER = ByLetters(
    words(
        """
        note source sources photo image warning update updated correction editor's background context topics summary ps p.s related
        tags read see also more watch location date time place contact media when where who what why subject re price result results
        score address phone email tel example conclusion introduction overview attention important question answer q a
        participants present attendees guests from to cc bcc sent monday tuesday wednesday thursday friday saturday sunday
        """
    ),
    words(
        "примечание источник фото справка внимание дата место время адрес телефон важно обновлено вопрос ответ участники присутствовали "
        "от кому тема копия від ад каму"
    ),
)
QUESTIONS = ByLetters(
    words("q question interviewer moderator host journalist reporter presenter"),
    words(
        "вопрос журналист корреспондент ведущий ведущая пытанне питання запитання журналіст кореспондент карэспандэнт вядучы вядучая ведуча"
    ),
)
ANSWERS = ByLetters(words("a answer"), words("ответ адказ відповідь"))
# Voices of whom nobody is told.
UNNAMED = ByLetters(
    words("audience participant participants caller voice voices member members crowd unidentified unknown male female inaudible"),
    words("реплика голос голоса зал зала рэпліка репліка"),
)
SPEAKING = ByLetters(speech_verbs.SAYING | speech_verbs.TELLING, slavic.SAYING)
SAID_OR_DONE = ByLetters(speech_verbs.SAYING | particles.FINITE, slavic.SAYING)
# Small words within the name of an office: "The Minister for Trade and Industry".
SMALL = capitals.PARTICLES | frozenset({"of", "for", "and", "the"})
NO_NAME = capitals.PORTFOLIOS | capitals.ORGANISATIONS | capitals.NATIONS
# «О. Савин», «О.П.Савин», «Савин О. П.».
INITIALS = re.compile(
    rf"(?:[{UPPER}]\.\s?){{1,2}}[{UPPER}][\w’'-]{{1,30}}|(?!The\b)[{UPPER}][\w’'-]{{1,30}}\s(?:[{UPPER}]\.\s?)?[{UPPER}]\.?"
)
OFTEN = 2  # a label that comes back
LONGEST_LABEL = 4  # words
LONGEST_OFFICE = 6  # words of an office, of which one is a calling
FEW = 4  # labels
LEAST_LOUD = 2  # letters


@dataclass(frozen=True, slots=True)
class Label:
    """What may be a label, how often it comes, and the surnames that the text knows. `is_only` where no other paragraph has one."""

    text: str
    times: int
    surnames: Container[str]
    is_only: bool
    shape: str = "colon"
    beside: str = ""
    role: str = ""
    # Whether it ends in a sign, or is a line that comes back.
    is_marked: bool = True
    # Whether labels of the text come back, or are few.
    is_of_script: bool = True
    # Words that the text prints in small letters, where another label names a speaker for sure.
    small_words: Container[str] | None = None

    @property
    def words(self) -> list[str]:
        return self.text.split()

    @property
    def low(self) -> list[str]:
        return [word.casefold().strip(".") for word in self.words]

    @property
    def is_loud(self) -> bool:
        """In capitals, perhaps behind a title or an article: "Mr HILL", "The DEPUTY SPEAKER"."""
        opens = len(self.words) > 1 and (self.words[0] == "The" or self.words[0].casefold() in capitals.TITLES)
        return " ".join(self.words[opens:]).isupper()

    @property
    def is_titled(self) -> bool:
        return len(self.words) > 1 and self.words[0].casefold() in capitals.TITLES and self.words[1][0].isupper()

    @property
    def is_explained(self) -> bool:
        """By an office behind the name or in brackets."""
        return bool(self.role or self.beside)

    @property
    def has_calling(self) -> bool:
        return any(is_calling(word) for word in self.low)


IS_SPEAKER = Rules[[Label], bool]("does this label name a speaker", otherwise=False)


@IS_SPEAKER.when("question or answer", True, "Question: Will the bridge open in May?")
def _is_question(label: Label) -> bool:
    return label.is_marked and (label.text.casefold() in QUESTIONS or label.text.casefold() in ANSWERS)


@IS_SPEAKER.when("sign of another kind once", False, "YES. We will open the bridge in May.")
def _is_marked_once(label: Label) -> bool:
    """What ends in a full stop or a dash is a label where it has a title, an office or a role beside it, or comes back."""
    return label.shape in ("stop", "dash") and not (label.is_explained or label.times >= OFTEN or (label.is_titled and label.is_loud))


@IS_SPEAKER.when("initials before or behind the name", True, "A. Hill: We will open the bridge in May.")
def _has_initials(label: Label) -> bool:
    return INITIALS.fullmatch(label.text) is not None


@IS_SPEAKER.when("heading", False, "Background: The bridge was closed for two years.")
def _is_heading(label: Label) -> bool:
    return label.low[0] in NO_SPEAKER


@IS_SPEAKER.when("verb in it", False, "Anna Hill said: The bridge will open in May.")
def _holds_a_verb(label: Label) -> bool:
    return any(word in SAID_OR_DONE for word in label.low)


@IS_SPEAKER.when("line that comes once", False, "Anna Hill\n\nThe bridge will open in May.")
def _is_any_line(label: Label) -> bool:
    return label.shape == "line" and not label.is_marked


@IS_SPEAKER.when("somebody spoken to", False, "Mr. Chairman: We will open it.\n\nMr. Chairman, we thank you.")
def _is_spoken_to(label: Label) -> bool:
    return label.is_titled and is_calling(label.low[1]) and not label.beside


@IS_SPEAKER.when("title before the name", True, "Mr. Hill: We will open the bridge in May.")
def _is_titled(label: Label) -> bool:
    return label.is_titled


@IS_SPEAKER.when("office with somebody in brackets", True, "The Trade Minister (Anna Hill): We will open the bridge in May.")
def _is_office_of_somebody(label: Label) -> bool:
    return label.has_calling and names_somebody(label.beside)


@IS_SPEAKER.when("office in capitals", True, "THE MAYOR: We will open the bridge in May.")
def _is_loud_office(label: Label) -> bool:
    return label.low[0] == "the" and label.has_calling and label.is_loud


@IS_SPEAKER.when("sign of another kind and no office", False, "YES. We will open it.\n\nYES. We will open it in May.")
def _is_marked_otherwise(label: Label) -> bool:
    return label.shape in ("stop", "dash") and not label.has_calling


@IS_SPEAKER.when("somebody's name", True, "Anna Hill: The bridge will open in May.")
def _names_somebody(label: Label) -> bool:
    return is_name(label.text, label.surnames)


@IS_SPEAKER.when("capitals beside another speaker", True, "Anna Hill: We will open it.\n\nRudo Kamau: We will open it in May.")
def _looks_like_a_name(label: Label) -> bool:
    """Two or three words that the text never prints in small letters, as it does those of a heading."""
    if label.small_words is None or not label.is_of_script or not 1 < len(label.words) < LONGEST_LABEL:
        return False
    return all(word.isalpha() and word[0].isupper() and word not in NO_NAME for word in label.words) and not any(
        word in label.small_words for word in label.low
    )


@IS_SPEAKER.when("word in small letters", False, "Our plan: The bridge will open in May.")
def _has_small_letters(label: Label) -> bool:
    return any(word[0].isalpha() and not word[0].isupper() and word not in SMALL for word in label.words)


@IS_SPEAKER.when("the office", True, "The Mayor of Ardo: We will open it.\n\nThe Clerk: We will open it in May.")
def _is_the_office(label: Label) -> bool:
    return label.low[0] == "the" and label.has_calling and not label.is_only


@IS_SPEAKER.when("many words", False, "Bridge Road Harbour Town Hall: We will open the bridge in May.")
def _is_long(label: Label) -> bool:
    return len(label.words) > LONGEST_LABEL and not label.has_calling


@IS_SPEAKER.when("in capitals", True, "MAYOR: We will open the bridge in May.")
def _is_loud(label: Label) -> bool:
    """Where it stands alone it names the city of a report; two letters are somebody's initials where they come back."""
    long = len(label.text) > (1 if label.times >= OFTEN else LEAST_LOUD)
    return label.is_loud and label.is_of_script and long and not label.is_only


@IS_SPEAKER.when("thing", False, "Погода: Днём пойдёт дождь.\n\nПогода: Ночью он кончится.")
def _is_thing(label: Label) -> bool:
    """One word that the dictionary knows as that of a thing."""
    found = forms(label.text) if len(label.words) == 1 and not label.has_calling else ()
    return bool(found) and not any(form.kind or form.is_animate or form.part != "NOUN" for form in found)


@IS_SPEAKER.when("comes back", True, "Caller: We will open it.\n\nCaller: We will open it in May.")
def _comes_back(label: Label) -> bool:
    """A line of its own is one by its words too: headings come back as well."""
    return label.times >= OFTEN and (label.shape != "line" or label.has_calling)


def is_name(label: str, known: Container[str]) -> bool:
    """Words of names that the text knows, perhaps behind a title or an office, or a common first name with not many words behind it."""
    parts = label.split()
    if parts[0] in FIRST_NAMES and len(parts) <= LONGEST_LABEL:
        return all(part in capitals.PARTICLES or part[:1] == part[:1].upper() for part in parts)
    *before, last = (part.casefold().strip(".") for part in parts)
    if last not in known:
        return False
    holds_office = any(is_calling(word) for word in before)
    return holds_office or all(word in known or word in capitals.TITLES or len(word) == 1 for word in before)


def names_somebody(beside: str) -> bool:
    """Whether what stands in brackets behind an office is its bearer: "Mr Lund", "Ines Calder"."""
    parts = beside.split()
    if not 1 < len(parts) <= LONGEST_LABEL or not all(part[0].isupper() for part in parts):
        return False
    return parts[0].casefold() in capitals.TITLES or not any(part in NO_NAME for part in parts)


def is_office_or_nothing(behind: str) -> bool:
    """What may stand between the name and the colon: "Mr. Orr, Minister for Trade:", "ORR, CNN ANCHOR:"."""
    low = behind.lower().split()
    if not low or behind.isupper():
        return True
    return any(is_calling(word.rstrip(",")) for word in low[1:LONGEST_OFFICE]) and not any(word in SPEAKING for word in low)
