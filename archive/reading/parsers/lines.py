"""All the words of a piece of HTML, a line for each block."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

LINES = frozenset("p div br li ul ol table tr h1 h2 h3 h4 h5 h6 blockquote pre section article figure figcaption dd dt header main".split())
UNREAD = frozenset("head script style noscript iframe template svg object nav footer form button select".split())


def text_of(tree: HtmlElement) -> str:
    words: list[str] = []
    waiting: list[tuple[HtmlElement, bool]] = [(tree, False)]
    while waiting:
        element, is_over = waiting.pop()
        is_line = element.tag in LINES
        if is_over:
            words.append(("\n" if is_line else "") + _in_line(element.tail))
        elif isinstance(element.tag, str) and element.tag not in UNREAD:
            words.append(("\n" if is_line else "") + _in_line(element.text))
            waiting.append((element, True))
            waiting += [(child, False) for child in reversed(element)]
        else:
            words.append(_in_line(element.tail))
    lines = (" ".join(line.split()) for line in "".join(words).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _in_line(words: str | None) -> str:
    return (words or "").replace("\n", " ").replace("\r", " ")
