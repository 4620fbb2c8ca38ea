"""A citation in prose: as plain text, and in Markdown (CommonMark), where the words mean what they meant, whatever signs they hold."""

import re

from django.utils.translation import gettext as _

from timeline.record.citing.cited import Cited
from timeline.record.citing.credits import attributed, note, version

SIGNS = re.compile(r"[\\`*_\[\]<>&~|#$]")
AT_THE_HEAD = re.compile(r"^(?:(?P<number>\d{1,9})(?P<stop>[.)])|(?P<sign>[-+=:]))")
UNSAFE = {"\\": "%5C", "<": "%3C", ">": "%3E", " ": "%20", "&": "&amp;"}


def plain(cited: Cited) -> str:
    return f"{note(cited)}, {cited.link}"


def markdown(cited: Cited) -> str:
    """A block of quotation for the speaker's own words alone."""
    original = f", [{_('original')}]({_destination(cited.source_url)})" if cited.source_url else ""
    kept = f"[{escaped(cited.site)}]({_destination(cited.link)}), {version(cited)}"
    credit = f"— {escaped(attributed(cited))}{original}. {kept}"
    return f"> {escaped(cited.words)}\n>\n> {credit}" if cited.is_quotation else f"{escaped(cited.words)} {credit}"


def escaped(text: str) -> str:
    """Text of one line in which Markdown finds no sign of its own."""
    safe = SIGNS.sub(r"\\\g<0>", text)
    return AT_THE_HEAD.sub(lambda head: f"\\{head['sign']}" if head["sign"] else f"{head['number']}\\{head['stop']}", safe)


def _destination(url: str) -> str:
    return f"<{''.join(UNSAFE.get(sign, sign) for sign in url)}>"
