"""The text of a Word document (.docx): all that it shows, paragraph after paragraph, then its footnotes and endnotes.

What was struck out in it or is hidden does not show.

It is read as what it is, a packed folder with one part for its text. Pictures and fonts stay packed, so that a small file can't become a
large one.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from archive.reading.parsers.html import UNPRINTABLE, line_of
from archive.reading.types import LARGEST, LARGEST_PDF, WORD, ReadText, Unreadable, expect_size

LARGEST_PART = 16 * 2**20
MOST_MEMBERS = 5000
UNSHOWN = frozenset("pPr rPr tblPr tcPr trPr sectPr del moveFrom Fallback instrText delText".split())
WORDS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
DOCUMENT, NOTES = "officeDocument", ("/footnotes", "/endnotes")  # ends of the names of the relations that lead to the parts
NOTE = ("footnote", "endnote")
BROKEN = "The Word document is damaged and can't be read. Open it, copy its text and paste that."
MACROS = "The Word document holds macros, which are programs. Save it as .docx, without them, and capture that."
LOCKED = "The Word document is locked with a password. Save it without one and try again."
NO_TEXT = "The Word document holds no text: what it shows are pictures. Run text recognition over it, and capture what comes out."


def read_word(raw: bytes, **known: Any) -> list[ReadText]:
    """The one text of the document."""
    expect_size(raw, LARGEST_PDF)
    try:
        parts = _parts(raw)
    except DefusedXmlException as error:
        raise Unreadable(BROKEN) from error
    except (zipfile.BadZipFile, zlib.error, ParseError, KeyError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise error if isinstance(error, Unreadable) else Unreadable(BROKEN) from error
    paragraphs = [paragraph for part in parts for paragraph in _paragraphs(part)]
    text = UNPRINTABLE.sub("", "".join(f"{words}{gap}" for words, gap, _ in paragraphs)).strip("\n")
    if not text.strip():
        raise Unreadable(NO_TEXT)
    if len(text.encode()) > LARGEST:
        raise Unreadable("The text of the Word document is longer than the 2 MB that a document may have.")
    title = next((words for words, _, is_title in paragraphs if is_title and words.strip()), "")
    return [ReadText(text, "docx", "format", WORD, title=line_of(title, 500))]


def _parts(raw: bytes) -> list[Element]:
    """The text, and what stands below it."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        members = {member.filename: member for member in packed.infolist()[:MOST_MEMBERS]}
        if any(name.lower().endswith("vbaproject.bin") for name in members):
            raise Unreadable(MACROS)
        if any(member.flag_bits & 1 for member in members.values()):
            raise Unreadable(LOCKED)
        (text,) = _related(_part(packed, members["_rels/.rels"]), "", DOCUMENT)[:1] or [""]
        folder, _, name = text.rpartition("/")
        relations = members.get(f"{folder}/_rels/{name}.rels")
        notes = _related(_part(packed, relations), folder, *NOTES) if relations else []
        return [_part(packed, members[one]) for one in (text, *notes) if one == text or one in members]


def _related(relations: Element, folder: str, *kinds: str) -> list[str]:
    """The parts of these kinds, by their places in the packed folder."""
    targets = [one.get("Target", "") for kind in kinds for one in relations if one.get("Type", "").endswith(kind)]
    return [posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") for target in targets]


def _part(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> Element:
    with packed.open(member) as file:
        unpacked = file.read(LARGEST_PART + 1)
    if len(unpacked) > LARGEST_PART:
        raise Unreadable(f"The Word document holds more than {LARGEST_PART // 2**20} MB of text. Divide it, and capture its parts.")
    root: Element = fromstring(unpacked, forbid_dtd=True)
    return root


def _paragraphs(body: Element) -> Iterator[tuple[str, str, bool]]:
    """The words of each paragraph, what parts it from the next, and whether it is the document's title."""
    waiting, open_ones, rows = [(body, False)], list[list[str]](), 0
    while waiting:
        element, is_over = waiting.pop()
        name = _local(element)
        if is_over and name == "p":
            yield "".join(open_ones.pop()), "\n" if rows else "\n\n", _is_title(element)
        elif is_over:
            rows -= 1
            yield "", "" if rows else "\n", False
        elif name not in UNSHOWN and not _is_hidden(name, element):
            _take(open_ones, name, element)
            if name in ("p", "tr"):
                rows += name == "tr"
                waiting.append((element, True))
            waiting += [(child, False) for child in reversed(element)]


def _take(open_ones: list[list[str]], name: str, element: Element) -> None:
    if name == "p":
        open_ones.append([])
    elif open_ones:
        open_ones[-1].append((element.text or "") if name == "t" else WORDS.get(name, ""))


def _is_hidden(name: str, element: Element) -> bool:
    """A run that is marked so, or the line above the footnotes."""
    if name == "r":
        marks = (mark for about in element if _local(about) == "rPr" for mark in about if _local(mark) == "vanish")
        return any(_told(mark, "val") not in ("0", "false", "off") for mark in marks)
    return name in NOTE and _told(element, "type") not in ("", "normal")


def _is_title(paragraph: Element) -> bool:
    styles = (style for about in paragraph if _local(about) == "pPr" for style in about if _local(style) == "pStyle")
    return any(value == "Title" for style in styles for value in style.attrib.values())


def _told(element: Element, name: str) -> str:
    return next((value for one, value in element.attrib.items() if one.rpartition("}")[2] == name), "")


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
