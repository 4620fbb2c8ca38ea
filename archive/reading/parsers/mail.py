"""A mail (.eml): its words, its sender, its day and its subject. A page that a browser saved in one file (.mhtml) is built like one."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.policy import default
from email.utils import parseaddr
from typing import Any

from archive.reading.encodings import decode
from archive.reading.letters import decoded, guess
from archive.reading.limits import harmless
from archive.reading.parsers.evidence import may_be
from archive.reading.parsers.html import UNPRINTABLE, line_of, read_page, tree_of
from archive.reading.parsers.lines import text_of
from archive.reading.parsers.moments import LONGEST, rfc2822
from archive.reading.plain import CHOOSE
from archive.reading.sheets import with_whole_words
from archive.reading.types import LARGEST, LARGEST_PDF, MAIL, ReadText, Unreadable, absolute_address, expect_size

FORWARDED = re.compile(r"^(?:\s*+(?:re|fwd?|aw|wg|отв|пересл|на)\s*+:|\s*+\[[^\]]{1,40}\])++\s*+", re.IGNORECASE)
SIGNATURE = "-- "
SHORT = 200  # letters of a plain part that may be no more than "open this in a browser"
NO_WORDS = "The mail has no words of its own. Save what is attached to it{} and capture that."
HEAD = ("From", "Date", "Subject")
BREAKS = (LookupError, ValueError, TypeError, AttributeError, IndexError, RecursionError)
BROKEN = "The mail is damaged and can't be read. Open it, copy its text and paste that."


def read_mail(raw: bytes, *, today: datetime.date, charset: str = "", **known: Any) -> list[ReadText]:
    """The one text of the mail, or of the page."""
    expect_size(raw, LARGEST_PDF)
    try:
        mail = BytesParser(_class=EmailMessage, policy=default).parsebytes(raw)
        if address := _saved_from(mail):
            return _page(mail, today, address)
        return [_letter(mail, today, charset)]
    except BREAKS as error:
        raise error if isinstance(error, Unreadable) else Unreadable(BROKEN) from error


def _saved_from(mail: EmailMessage) -> str:
    """Where the page stood that a browser saved. A mail that holds a page is addressed to somebody."""
    told = mail.get("Snapshot-Content-Location", "")
    if not told and mail.get_content_type() == "multipart/related" and "To" not in mail:
        told = next((place for part in _pages(mail) if (place := part.get("Content-Location"))), "")
    return absolute_address(str(told)) if told else ""


def _pages(mail: EmailMessage) -> Iterator[MIMEPart]:
    return (part for part in mail.walk() if part.get_content_type() == "text/html")


def _page(mail: EmailMessage, today: datetime.date, address: str) -> list[ReadText]:
    page = next(_pages(mail), None)
    if page is None:
        raise Unreadable("The file holds no page. Save the page anew, as HTML, and capture that.")
    return read_page(_bytes(page), today=today, charset=page.get_content_charset() or "", address=address)


def _letter(mail: MIMEPart, today: datetime.date, charset: str) -> ReadText:
    """A mail that does no more than carry another is that other."""
    own, carried = _words(mail, charset), list(_carried(mail))
    if not own.strip() and len(carried) == 1:
        return _letter(carried[0], today, charset)
    words = _with_carried(own, carried, charset)
    if not words.strip():
        names = [name for part in mail.walk() if (name := part.get_filename())]
        raise Unreadable(NO_WORDS.format(f" ({', '.join(names)[:200]})" if names else ""))
    title = line_of(FORWARDED.sub("", _told(mail, "Subject", charset)), 500)
    moment = rfc2822(" ".join(re.sub(r"\([^()]{0,40}\)\s*$", "", _told(mail, "Date", charset)).split())[:LONGEST])
    published = moment.edtf if moment and may_be(moment, today + datetime.timedelta(days=1)) else ""
    text = words if not title or words.lstrip().startswith(title) else f"{title}\n\n{words}"
    if len(text.encode()) > LARGEST:
        raise Unreadable("The text of the mail is longer than the 2 MB that a document may have.")
    return ReadText(text, "eml", "format", MAIL, title=title, author=_sender(mail, charset), published=published,
                    published_source="Date" if published else "")  # fmt: skip


def _sender(mail: MIMEPart, charset: str) -> str:
    name, address = parseaddr(_told(mail, "From", charset))
    return line_of(name or address, 200)


def _told(mail: MIMEPart, name: str, charset: str) -> str:
    """A line of the head. One that breaks the rules is read as it stands, in the letters of the mail where those are sure."""
    line = next((str(value) for one, value in mail.raw_items() if one.lower() == name.lower()), "")
    labels = (label for part in mail.walk() if (label := part.get_content_charset()))
    try:
        return str(mail.get(name, "")) if line.isascii() else _decoded(line.encode("utf-8", "surrogateescape"), next(labels, ""), charset)
    except BREAKS:
        return line if line.isascii() else ""


def _words(part: MIMEPart, charset: str) -> str:
    """What the parts say one after the other. Of those that say the same, the plain one; another where that hardly says anything."""
    kind = part.get_content_type()
    if part.is_attachment():
        return ""
    if part.is_multipart() and not kind.startswith("message/"):
        parts = sorted(part.iter_parts(), key=lambda one: kind == "multipart/alternative" and one.get_content_type() != "text/plain")
        told = [words for one in parts if (words := _words(one, charset)).strip()]
        return _fullest(told) if kind == "multipart/alternative" else "\n\n".join(told)
    return _plain(part, charset) if kind == "text/plain" else _shown(part, charset) if kind == "text/html" else ""


def _fullest(told: list[str]) -> str:
    longest = max(told, key=len, default="")
    return longest if not told or (len(told[0]) < SHORT and len(longest) > 2 * len(told[0].strip())) else told[0]


def _carried(part: MIMEPart) -> Iterator[MIMEPart]:
    """The mails that this one forwards."""
    if part.get_content_type() == "message/rfc822":
        yield from part.iter_parts()
    elif part.is_multipart():
        for one in part.iter_parts():
            yield from _carried(one)


def _with_carried(own: str, carried: Iterable[MIMEPart], charset: str) -> str:
    """The words, and below them those of the mails that are forwarded, each under its head."""
    written = [own] if own.strip() else []
    for mail in carried:
        head = "".join(f"{name}: {line_of(told, 500)}\n" for name in HEAD if (told := _told(mail, name, charset)))
        written.append(f"{head}\n{_with_carried(_words(mail, charset), _carried(mail), charset)}")
    return "\n\n".join(written)


def _shown(page: MIMEPart, charset: str) -> str:
    source = UNPRINTABLE.sub("", _text(page, charset))
    try:
        return text_of(tree_of(harmless(source)))
    except Unreadable:
        return ""  # it is empty


def _plain(part: MIMEPart, charset: str) -> str:
    text = UNPRINTABLE.sub("", _text(part, charset).replace("\r\n", "\n").replace("\r", "\n"))
    if str(part.get_param("format", "")).lower() == "flowed":
        text = "\n".join(_flowing(text.split("\n"), deletes=str(part.get_param("delsp", "")).lower() == "yes"))
    return with_whole_words(text.strip("\n"))


def _flowing(lines: list[str], *, deletes: bool) -> Iterator[str]:
    """Paragraphs as wholes (RFC 3676): a line that ends in a space goes on in the next."""
    begun = ""
    for line in lines:
        goes_on = line.endswith(" ") and line != SIGNATURE
        if begun and (line == SIGNATURE or line.startswith(">") or not line):
            yield begun
            begun = ""
        if goes_on and not line.startswith(">"):
            begun += line[:-1] if deletes else line
        else:
            yield begun + line
            begun = ""
    yield from [begun] if begun else []


def _text(part: MIMEPart, charset: str) -> str:
    return _decoded(_bytes(part), part.get_content_charset() or "", charset)


def _decoded(raw: bytes, label: str, charset: str) -> str:
    """As the mail says; where it does not, or not truly, as who brings it says, or in the encoding of an old program."""
    text = decoded(raw, label) if label.startswith("utf-16") else None
    read = decode(raw, label)
    if text is None and read.source == "guessed" and read.encoding != "utf-8":
        found = guess(raw)
        if found.names and not charset:
            raise Unreadable(f"The mail does not say how it is written. It may be {' or '.join(found.names)}. {CHOOSE}")
        text = decoded(raw, charset) if charset else found.text
    return read.text if text is None else text


def _bytes(part: MIMEPart) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""
