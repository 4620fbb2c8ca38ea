"""Tells what stands before a colon: the name of a speaker, question and answer, or the heading of something else."""

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
from archive.extraction.text.rules import Rules

LABEL = re.compile(
    r"(?P<name>[^\W\d_a-zа-яёіїєґў][\w.’'-]{0,30}(?:\s[\w.’'()-]{1,30}){0,5}?)(?:\s\([^)\n]{1,40}\))?"
    r"(?P<role>,\s[^:,.!?\n]{3,80})?:\s{1,3}(?=\S)"
)
# What opens a paragraph of its own kind, and names nobody.
NO_SPEAKER = ByLetters(
    words(
        """
        note source sources photo image warning update updated correction editor's background context topics summary ps p.s related
        tags read see also more watch location date time place contact media when where who what why subject re price result results
        score address phone email tel example conclusion introduction overview attention important question answer q a
        """
    ),
    words("примечание источник фото справка внимание дата место время адрес телефон важно обновлено вопрос ответ"),
)
QUESTIONS = ByLetters(
    words("q question interviewer moderator host journalist reporter"),
    words("вопрос журналист корреспондент ведущий пытанне питання журналіст кореспондент"),
)
ANSWERS = ByLetters(words("a answer"), words("ответ адказ відповідь"))
SPEAKING = ByLetters(speech_verbs.SAYING | speech_verbs.TELLING, slavic.SAYING)
SAID_OR_DONE = ByLetters(speech_verbs.SAYING | particles.FINITE, slavic.SAYING)
OFTEN = 2  # a label that comes back
LONGEST_LABEL = 4  # words
LONGEST_OFFICE = 6  # words of an office, of which one is a calling


@dataclass(frozen=True, slots=True)
class Label:
    """The words before a colon, how often they come, and the surnames that the text knows. `is_only` where no other paragraph has one."""

    text: str
    times: int
    surnames: Container[str]
    is_only: bool

    @property
    def words(self) -> list[str]:
        return self.text.split()

    @property
    def low(self) -> list[str]:
        return [word.casefold().strip(".") for word in self.words]


IS_SPEAKER = Rules[[Label], bool]("does this label name a speaker", otherwise=False)


@IS_SPEAKER.when("question or answer", True, "Question: Will the bridge open in May?")
def _is_question(label: Label) -> bool:
    return label.text.casefold() in QUESTIONS or label.text.casefold() in ANSWERS


@IS_SPEAKER.when("heading", False, "Background: The bridge was closed for two years.")
def _is_heading(label: Label) -> bool:
    return label.low[0] in NO_SPEAKER


@IS_SPEAKER.when("verb in it", False, "Anna Hill said: The bridge will open in May.")
def _holds_a_verb(label: Label) -> bool:
    return any(word in SAID_OR_DONE for word in label.low)


@IS_SPEAKER.when("somebody's name", True, "Anna Hill: The bridge will open in May.")
def _names_somebody(label: Label) -> bool:
    return is_name(label.text, label.surnames)


@IS_SPEAKER.when("word in small letters", False, "Our plan: The bridge will open in May.")
def _has_small_letters(label: Label) -> bool:
    return any(word[0].isalpha() and not word[0].isupper() and word not in capitals.PARTICLES for word in label.words)


@IS_SPEAKER.when("many words", False, "Bridge Road Harbour Town Hall: We will open the bridge in May.")
def _is_long(label: Label) -> bool:
    return len(label.words) > LONGEST_LABEL


@IS_SPEAKER.when("in capitals", True, "MAYOR: We will open the bridge in May.")
def _is_loud(label: Label) -> bool:
    """Where it stands alone it names the city of a report."""
    return label.text.removeprefix("The ").isupper() and len(label.text) > 2 and not label.is_only


@IS_SPEAKER.when("comes back", True, "Caller: We will open it.\n\nCaller: We will open it in May.")
def _comes_back(label: Label) -> bool:
    return label.times >= OFTEN


def is_name(label: str, surnames: Container[str]) -> bool:
    """A surname that the text knows, or a common first name with not many words behind it."""
    parts = label.split()
    return parts[-1].casefold().strip(".") in surnames or (parts[0] in FIRST_NAMES and len(parts) <= LONGEST_LABEL)


def is_office_or_nothing(behind: str | None) -> bool:
    """What may stand between the name and the colon: "Mr. Orr, Minister for Trade:"."""
    if behind is None:
        return True
    low = behind.lower().split()
    return any(is_calling(word) for word in low[1:LONGEST_OFFICE]) and not any(word in SPEAKING for word in low)
