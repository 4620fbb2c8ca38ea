"""A mail (.eml): its words, its sender, its day and its subject. A page that a browser saved in one file (.mhtml) is built like one."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.policy import default
from email.utils import parseaddr
from typing import Any

from archive.reading.encodings import decode
from archive.reading.limits import harmless
from archive.reading.parsers.evidence import may_be
from archive.reading.parsers.html import UNPRINTABLE, line_of, read_page, tree_of
from archive.reading.parsers.lines import text_of
from archive.reading.parsers.moments import LONGEST, rfc2822
from archive.reading.sheets import with_whole_words
from archive.reading.types import LARGEST, LARGEST_PDF, MAIL, ReadText, Unreadable, absolute_address, expect_size

FORWARDED = re.compile(r"^(?:\s*+(?:re|fwd?|aw|wg|отв|пересл|на)\s*+:|\s*+\[[^\]]{1,40}\])++\s*+", re.IGNORECASE)
SIGNATURE = "-- "
SHORT = 200  # letters of a plain part that may be no more than "open this in a browser"
NO_WORDS = "The mail has no words of its own. Save what is attached to it{} and capture that."
BROKEN = "The mail is damaged and can't be read. Open it, copy its text and paste that."


def read_mail(raw: bytes, *, today: datetime.date, **known: Any) -> list[ReadText]:
    """The one text of the mail, or of the page."""
    expect_size(raw, LARGEST_PDF)
    try:
        mail = BytesParser(_class=EmailMessage, policy=default).parsebytes(raw)
        if address := _saved_from(mail):
            return _page(mail, today, address)
        return [_letter(mail, today)]
    except (LookupError, ValueError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise error if isinstance(error, Unreadable) else Unreadable(BROKEN) from error


def _saved_from(mail: EmailMessage) -> str:
    """Where the page stood that a browser saved."""
    told = mail.get("Snapshot-Content-Location", "")
    if not told and mail.get_content_type() == "multipart/related":
        told = next((place for part in mail.walk() if (place := part.get("Content-Location"))), "")
    return absolute_address(str(told)) if told else ""


def _page(mail: EmailMessage, today: datetime.date, address: str) -> list[ReadText]:
    page = next((part for part in mail.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise Unreadable("The file holds no page. Save the page anew, as HTML, and capture that.")
    return read_page(_bytes(page), today=today, charset=page.get_content_charset() or "", address=address)


def _letter(mail: EmailMessage, today: datetime.date) -> ReadText:
    words = _body(mail)
    if not words.strip():
        names = [name for part in mail.walk() if (name := part.get_filename())]
        raise Unreadable(NO_WORDS.format(f" ({', '.join(names)[:200]})" if names else ""))
    title = line_of(FORWARDED.sub("", str(mail.get("Subject", ""))), 500)
    moment = rfc2822(" ".join(re.sub(r"\([^()]{0,40}\)\s*$", "", str(mail.get("Date", ""))).split())[:LONGEST])
    published = moment.edtf if moment and may_be(moment, today + datetime.timedelta(days=1)) else ""
    text = words if not title or words.lstrip().startswith(title) else f"{title}\n\n{words}"
    if len(text.encode()) > LARGEST:
        raise Unreadable("The text of the mail is longer than the 2 MB that a document may have.")
    return ReadText(text, "eml", "format", MAIL, title=title, author=_sender(mail), published=published,
                    published_source="Date" if published else "")  # fmt: skip


def _sender(mail: EmailMessage) -> str:
    name, address = parseaddr(str(mail.get("From", "")))
    return line_of(name or address, 200)


def _body(mail: EmailMessage) -> str:
    """The plain words; those of the HTML part where there are no others, or the plain part hardly says anything."""
    plain, page = mail.get_body(("plain",)), mail.get_body(("html",))
    words = _plain(plain) if plain else ""
    if page and len(words.strip()) < SHORT:
        shown = text_of(tree_of(harmless(UNPRINTABLE.sub("", _text(page))))) if _text(page).strip() else ""
        words = shown if len(shown) > 2 * len(words.strip()) or not words.strip() else words
    return words


def _plain(part: MIMEPart) -> str:
    text = UNPRINTABLE.sub("", _text(part).replace("\r\n", "\n").replace("\r", "\n"))
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


def _text(part: MIMEPart) -> str:
    return decode(_bytes(part), part.get_content_charset() or "").text


def _bytes(part: MIMEPart) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""
