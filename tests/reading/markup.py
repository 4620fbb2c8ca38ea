"""What is wrong with a page as it is written: what a strict parser finds, identifiers that stand twice, links that lead nowhere."""

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import html5lib

LINKS = "{http://www.w3.org/1999/xhtml}a"


class Read(NamedTuple):
    """A page that was parsed: what is wrong with it, the identifiers in it, and where its links lead."""

    faults: list[str]
    ids: set[str]
    links: set[str]


def read(html: str, address: str) -> Read:
    parser = html5lib.HTMLParser()
    tree = parser.parse(html)
    ids = Counter(one.get("id") for one in tree.iter() if one.get("id"))
    faults = [f"line {place[0]}: {code} {told or ''}" for place, code, told in parser.errors]
    faults += [f"id {name} stands {number} times" for name, number in ids.items() if number > 1]
    links = {urljoin(address, one.get("href")) for one in tree.iter(LINKS) if one.get("href")}
    return Read(faults, set(ids), links)


def dead_ends(page: Read, address: str, read_other: Callable[[str], Read | None]) -> list[str]:
    """Its links within the site that lead to no page, or to no such place of one. `read_other`: None where no page answers."""
    here, faults = urlsplit(address).netloc, []
    for link in sorted(page.links):
        if urlsplit(link).netloc != here:
            continue
        other, place = urldefrag(link)
        found = page if other == urldefrag(address)[0] else read_other(other)
        if found is None:
            faults.append(f"{link} answers with no page")
        elif place and unquote(place) not in found.ids:
            faults.append(f"{link} is no place of its page")
    return faults
