"""Addresses in what somebody pastes: one a line, or a text that cites them, plain, in HTML, Markdown or BibTeX."""

import re
from collections.abc import Iterable
from html import unescape

from timeline.alerts.watched import Misread, Understood, understand
from timeline.old_addresses import our_hosts

MOST_READ = 300  # addresses of one text
LONGEST_TEXT = 200_000
PARTS = r"[^\s<>\"'“”«»„‟{}|\\^`\[\]]"
BEHIND = ".,;:!?…*_)"  # ends the sentence and not the address


def addresses_in(text: str) -> list[str]:
    """Each once, in their order; without “https://” those of this site, with or without its host."""
    hosts = "|".join(re.escape(host) for host in our_hosts())
    found = re.finditer(rf"https?://{PARTS}+|(?<![\w/.@-])(?:{hosts})/{PARTS}*|(?<![^\s(,;>])/{PARTS}*", unescape(text))
    return list(dict.fromkeys(_whole(one[0].rstrip(BEHIND)) for one in found))[:MOST_READ]


def _whole(address: str) -> str:
    return address if address.startswith(("/", "http://", "https://")) else f"https://{address}"


def read(addresses: Iterable[str]) -> tuple[list[Understood], list[Misread]]:
    """Which of them can be watched, each once, and which not."""
    understood: dict[str, Understood] = {}
    misread = list[Misread]()
    for one in map(understand, addresses):
        if isinstance(one, Understood):
            understood[one.path] = one
        else:
            misread.append(one)
    return list(understood.values()), misread
