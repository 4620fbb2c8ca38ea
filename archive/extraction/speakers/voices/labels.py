"""Whom the label of a turn names: "MS. ELLWOOD", "О.Савин", "The Harbour Minister (Ines Calder)", "THE PRESIDENT", "AQ"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from archive.extraction.languages.callings import is_calling
from archive.extraction.page.transcripts.label_shapes import UPPER, Printed
from archive.extraction.page.transcripts.labels import ANSWERS, QUESTIONS, UNNAMED, names_somebody
from archive.extraction.page.transcripts.labels import INITIALS as WITH_INITIALS
from archive.extraction.people.mentions import KnownNames, Mention, mentions_of
from archive.extraction.people.unit import Unit, unit_of
from archive.extraction.speakers.voices.headings import without_office
from archive.extraction.speech.reports import INITIALS, LABEL, OFFICE, Source
from archive.extraction.text.tokens import tokens_of

LONGEST_INITIALS = 3
IRISH = re.compile(r"\b(Mc|O['’])([a-z])")
JOINED = re.compile(rf"(?<=[{UPPER}]\.)(?=[{UPPER}])")
BEHIND = re.compile(rf"(?P<surname>[{UPPER}][\w’'-]{{1,30}}+)\s(?P<initials>[{UPPER}]\.\s?(?:[{UPPER}]\.?)?)")
LETTERS = re.compile(rf"[{UPPER}]{{2,{LONGEST_INITIALS}}}")


def labelled(text: str, label: Printed, block: int, known: KnownNames) -> tuple[Unit, Source]:
    """The label as a unit that names whom it names, and as the source of the words in paragraph `block`."""
    unit = replace(unit_of(text, block, label.start, label.end, (), known), mentions=())
    last = len(unit.tokens) - 1
    source = Source("other", "", 0, last, label.start, label.end)
    written = as_written(label.name)
    low = [word.strip(".") for word in written.casefold().split()]
    if _is_unnamed(low):
        return unit, source
    found = _bearer(label, written, known) or (None if WITH_INITIALS.fullmatch(written) else _named(written, known))
    mention = replace(found or _bare(written), first=0, last=last, start=label.start, end=label.end)
    if LETTERS.fullmatch(label.name):
        return unit, replace(source, kind=INITIALS, head=label.name, mentions=(mention,))
    calling = next((word for word in reversed(low) if is_calling(word)), None)
    if found is None and calling:
        return unit, replace(source, kind=OFFICE, head=calling)
    named = (mention,) if mention.is_full or mention.role else ()
    return replace(unit, mentions=named), replace(source, kind=LABEL, head=mention.name, mentions=(mention,))


def _is_unnamed(low: Sequence[str]) -> bool:
    """ "Q", "Answer", "AUDIENCE MEMBER", "Speaker 2"."""
    whole = " ".join(low)
    return whole in QUESTIONS or whole in ANSWERS or any(word in UNNAMED or word.isdigit() for word in low)


def _bearer(label: Printed, office: str, known: KnownNames) -> Mention | None:
    """Who holds an office, as brackets say behind it: "The DEPUTY SPEAKER (Mr Lund)"."""
    if not names_somebody(label.beside) or not any(is_calling(word.casefold()) for word in office.split()):
        return None
    written = as_written(label.beside)
    return replace(_named(written, known) or _bare(written), role=office.removeprefix("The "))


def _named(written: str, known: KnownNames) -> Mention | None:
    return next((without_office(one) for one in mentions_of(written, tokens_of(written, 0, len(written)), known)), None)


def _bare(written: str) -> Mention:
    """A name of which nothing tells that it is one but its place."""
    return Mention(0, 0, 0, 0, written, None, None, sure=False)


def as_written(label: str) -> str:
    """A label as its name is written in a sentence: "MS. O'NEILL" -> "Ms. O'Neill", "САВИН О.П." -> "О. П. Савин"."""
    spaced = JOINED.sub(" ", label)
    turned = BEHIND.fullmatch(spaced)
    if turned:
        spaced = f"{JOINED.sub(' ', turned['initials'])} {turned['surname']}"
    quiet = " ".join(_quiet(word) for word in spaced.split())
    return IRISH.sub(lambda found: found[1] + found[2].upper(), quiet)


def _quiet(word: str) -> str:
    """A loud word with one capital a part; initials and numerals stay."""
    return "-".join(part.capitalize() for part in word.split("-")) if word.isupper() and "." not in word[:-1] and len(word) > 2 else word
