"""Notices with which an outlet puts right or takes back what it published: “Correction: …”, “An earlier version of this article …”.

A label counts where a line begins with it, a phrase anywhere. What is a correction of the market, a House of Corrections or the
retraction of troops is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 1000  # characters of a notice
MOST_LINES = 5000
MOST_NAMED = 10
HEAD_LINES = 3  # within which a label makes the whole text a notice
LONGEST_LABEL = 40  # characters: a longer line that begins with a label is a notice by itself
LONGEST_WHOLE = 4 * LONGEST  # of a text that is nothing else, within which it names what it is about
END = r"(?:\s{0,3}[:.—–-](?=\s|$)|\s{0,3}$)"
CORRECTS = re.compile(
    rf"""[\W_]{{0,6}}(?:
      corrections?(?:\s(?:and|&)\sclarifications?|\snotice|\s\([^()\n]{{1,30}}\))? | clarifications? | errat(?:um|a) | corrigend(?:um|a)
    | исправлени[ея] | поправка | уточнение | выпраўленн[ея] | удакладненне | виправлення | уточнення | korrektur | rectificatif
    ){END} | \(?(?:corrects|corrected\sto|refiles\sto\scorrect)\s[^\n]{{3,200}}""",
    re.IGNORECASE | re.VERBOSE,
)
RETRACTS = re.compile(
    rf"""[\W_]{{0,6}}(?:retraction(?:\snotice)?|retracted|withdrawn|опровержение|спростування|абвяржэнне){END}""",
    re.IGNORECASE | re.VERBOSE,
)
PIECE = r"(?:article|story|report|post|item|dispatch|headline|page|column|transcript|press\srelease|text)"
PIECE_RU = r"(?:стать[ияею]|материал[аеу]?|текст[аеу]?|новост[ии]|публикаци[ия]|сообщени[ея]|заметк[аеи]|заголовк[ае])"
PHRASE = re.compile(
    rf"""\b(?:
      (?:an?|the)\s(?:earlier|previous|prior|original)\sversion\sof\s(?:this|the|our)\s{PIECE}
    | (?:this\s{PIECE}|the\s(?:article|story))\s(?:has\sbeen|was|is)\s(?:since\s)?(?:corrected|amended|(?:updated|revised)\sto\scorrect)
    | (?:has|have)\scorrected\s(?:this|the|an\searlier)\s{PIECE}
    | в\s(?:более\s)?(?:ранней|предыдущей|первоначальной|прежней|первой)\sверсии\s(?:(?:эт|данн)о(?:й|го)\s|настоящей\s)?{PIECE_RU}
    | [ув]\s(?:попередній|ранішій|початковій|первісній)\sверсії\s(?:цієї\s|цього\s)?(?:статті|матеріалу|тексту|новини|публікації|замітки)
    | [ув]\s(?:папярэдняй|ранейшай|першапачатковай)\sверсіі\s(?:гэта(?:га|й)\s)?(?:артыкула|матэрыялу|тэксту|навіны|публікацыі)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
TAKES_BACK = re.compile(
    rf"""\b(?:
      (?:this|the|that|our|an\searlier)\s{PIECE}\s(?:has\sbeen|was|is)\s(?:formally\s)?(?:retracted|withdrawn)(?!\sfrom\s(?!publication))
    | (?:has|have|is|are|hereby)\s(?:hereby\s)?(?:retract(?:ed|s|ing)?|withdr(?:awn|aws|awing))\s
      (?:this|the|that|our|an\searlier|its)\s{PIECE}
    | редакция\s(?:отзывает|отозвала|сняла\sс\sпубликации|опровергает)\s[^\n.]{{0,40}}?{PIECE_RU}
    | (?:статья|материал|новость|публикация|сообщение)\s(?:был[ао]?\s)?(?:отозван[ао]?|снят[ао]?\sс\sпубликации|аннулирован[ао]?)
    | редакція\s(?:відкликає|відкликала|спростовує)\s[^\n.]{{0,40}}?(?:статтю|матеріал|новину|публікацію)
    | рэдакцыя\s(?:адклікае|адклікала|абвяргае)\s[^\n.]{{0,40}}?(?:артыкул|матэрыял|навіну|публікацыю)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
QUOTED = re.compile(r"[“«„\"]([^“”«»„\"\n]{12,300})[”»“\"]")
ADDRESS = re.compile(r"https?://[^\s<>\"“”«»()\[\]]{4,500}")


@dataclass(frozen=True, slots=True)
class Notice:
    """Where it stands, whether it takes back or puts right, what it names; `is_whole` where all of the text is nothing else."""

    start: int
    end: int
    retracts: bool = False
    is_whole: bool = False
    titles: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


def notice_in(text: str, title: str = "") -> Notice | None:
    """The text's notice: one that takes back goes before one that puts right, and the first before the others."""
    found = [one for one in (_read(text, *line) for line in _lines(text)) if one]
    best = min(found, key=lambda one: not one.retracts, default=None)
    kind = _kind_of_label(title)
    if kind is None:
        return best
    start, end = (best.start, best.end) if best else _first_line(text)
    return _named(text, start, end, retracts=kind == "retracts" or bool(best and best.retracts), is_whole=True)


def label_taken_off(title: str) -> str:
    """“Correction: The bridge opens” → “The bridge opens”."""
    match = CORRECTS.match(title) or RETRACTS.match(title)
    return title[match.end() :].strip(" :.—–-") if match else title


def _lines(text: str) -> list[tuple[int, int, bool]]:
    """Start and end of each line with words, and whether it is one of the first."""
    found, at = list[tuple[int, int, bool]](), 0
    for line in text.split("\n")[:MOST_LINES]:
        if line.strip():
            found.append((at, at + len(line), len(found) < HEAD_LINES))
        at += len(line) + 1
    return found


def _read(text: str, start: int, end: int, is_head: bool) -> Notice | None:
    line = text[start : min(end, start + LONGEST)]
    kind = _kind_of_label(line)
    retracts = kind == "retracts" or bool(TAKES_BACK.search(line))
    if kind is None and not retracts and not PHRASE.search(line):
        return None
    stop = _end_of_notice(text, start, end) if kind else min(end, start + LONGEST)
    return _named(text, start, stop, retracts=retracts, is_whole=bool(kind) and is_head)


def _kind_of_label(line: str) -> str | None:
    return "retracts" if RETRACTS.match(line) else "corrects" if CORRECTS.match(line) else None


def _end_of_notice(text: str, start: int, end: int) -> int:
    """A label that stands alone on its line speaks of the next."""
    if end - start > LONGEST_LABEL:
        return min(end, start + LONGEST)
    rest = text[end : end + LONGEST]
    line = next((line for line in rest.split("\n") if line.strip()), "")
    return end + rest.find(line) + len(line) if line else end


def _first_line(text: str) -> tuple[int, int]:
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return start, min(len(text) if end < 0 else end, start + LONGEST)


def _named(text: str, start: int, end: int, *, retracts: bool, is_whole: bool) -> Notice:
    """A notice with what it names; one that is the whole text names it anywhere near its beginning."""
    words = text[start : start + LONGEST_WHOLE] if is_whole else text[start:end]
    titles = tuple(match[1].strip() for match in QUOTED.finditer(words))[:MOST_NAMED]
    addresses = tuple(match[0].rstrip(".,;:!?…'") for match in ADDRESS.finditer(words))[:MOST_NAMED]
    return Notice(start, end, retracts, is_whole, titles, addresses)
