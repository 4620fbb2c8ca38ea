"""What a site's robots.txt allows a program of our name, as RFC 9309 reads it: the longest rule wins, and allowing wins a tie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

LARGEST = 500 * 2**10  # of the file; the rest is not read
MOST_RULES = 5000
LINE = re.compile(r"\s*(?P<key>user-agent|allow|disallow|crawl-delay)\s*:(?P<value>[^#]*)", re.IGNORECASE)
PRODUCT = re.compile(r"[A-Za-z_-]*")
AS_WRITTEN = "/%:@!&'()+,;=~-._?[]|"  # `*` and `$` are octets like others where they stand for themselves
OCTET = re.compile(r"%([0-9A-Fa-f]{2})")
UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


@dataclass(frozen=True)
class Rule:
    allows: bool
    pattern: str

    def matches(self, target: str) -> bool:
        """`*` stands for anything, a last `$` for the end. No regular expression: a row of stars would keep one busy."""
        ends = self.pattern.endswith("$")
        first, *rest = self._pieces
        if not rest:
            return target == first if ends else target.startswith(first)
        if not target.startswith(first):
            return False
        at = len(first)
        for piece in rest[:-1]:
            at = target.find(piece, at)
            if at < 0:
                return False
            at += len(piece)
        return target.endswith(rest[-1]) and len(target) - len(rest[-1]) >= at if ends else target.find(rest[-1], at) >= 0

    @cached_property
    def _pieces(self) -> list[str]:
        return [compared(piece) for piece in self.pattern.removesuffix("$").split("*")]

    @property
    def octets(self) -> int:
        return len("*".join(self._pieces)) + self.pattern.endswith("$")


def compared(written: str) -> str:
    """A path as it is compared (RFC 9309, 2.2.2): what need not be percent-encoded is not, all else is, in capitals."""
    return OCTET.sub(_octet, quote(written, safe=AS_WRITTEN))


def _octet(match: re.Match[str]) -> str:
    letter = chr(int(match[1], 16))
    return letter if letter in UNRESERVED else match[0].upper()


@dataclass(frozen=True)
class Robots:
    """The rules of one site, for whoever asks."""

    text: str

    @cached_property
    def _groups(self) -> list[tuple[set[str], list[Rule], list[float]]]:
        groups: list[tuple[set[str], list[Rule], list[float]]] = []
        is_naming = False
        for key, value in _lines(self.text):
            if key == "user-agent":
                if not is_naming:
                    groups.append((set(), [], []))
                groups[-1][0].add("*" if value.startswith("*") else (PRODUCT.match(value) or [""])[0].lower())
            elif groups and key == "crawl-delay":
                groups[-1][2].extend(_seconds(value))
            elif groups and value:
                groups[-1][1].append(Rule(key == "allow", value))
            is_naming = key == "user-agent"
        return groups

    def allows(self, agent: str, target: str) -> bool:
        """Whether the program of this name may ask for the path (with its query)."""
        target = compared(target)
        best = max(
            (rule for _, rules, _ in self._of(agent) for rule in rules if rule.matches(target)),
            key=lambda rule: (rule.octets, rule.allows),
            default=None,
        )
        return best is None or best.allows

    def delay(self, agent: str) -> float:
        """The seconds that the site wants between two questions; 0 where it doesn't say."""
        return max((seconds for _, _, delays in self._of(agent) for seconds in delays), default=0.0)

    def _of(self, agent: str) -> list[tuple[set[str], list[Rule], list[float]]]:
        named = [group for group in self._groups if agent.lower() in group[0]]
        return named or [group for group in self._groups if "*" in group[0]]


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines()[:MOST_RULES]:
        if match := LINE.match(line):
            yield match["key"].lower(), match["value"].strip()


def _seconds(text: str) -> list[float]:
    return [float(text)] if re.fullmatch(r"[0-9]{1,6}(?:\.[0-9]{1,6})?", text) else []
