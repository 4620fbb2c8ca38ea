"""A visit to an address: what robots.txt says, the question, and where the answer redirects; all of it in 15 seconds."""

from __future__ import annotations

from dataclasses import dataclass, field
from email.message import Message
from typing import Protocol
from urllib.parse import urljoin

from archive.fetching.addresses import Address, read_address
from archive.fetching.asking import Received, ask
from archive.fetching.connecting import Deadline, Network
from archive.fetching.robots import LARGEST as LARGEST_ROBOTS
from archive.fetching.robots import Robots
from archive.fetching.unfetched import Busy, Disallowed, Missing, Unfetched

SECONDS = 15.0
MOST_REDIRECTS = 3
REDIRECTS = (301, 302, 303, 307, 308)
GONE = (404, 410)
LONGEST_KEPT = 200
LOCKED = {
    401: "asks for a password",
    402: "asks for a payment",
    403: "lets no program in",
    407: "asks for a password",
    451: "may not show it",
}


@dataclass(frozen=True)
class Page:
    """What stood at an address. `is_unchanged` when the site says that it is still what was fetched before: then there is no body."""

    url: str
    body: bytes = b""
    content_type: str = ""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    is_unchanged: bool = False


class Kept(Protocol):
    """What keeps the rules of sites, by their origin: a dict, or a cache that forgets them after a day."""

    def get(self, origin: str, /) -> str | None: ...
    def __setitem__(self, origin: str, rules: str, /) -> None: ...


@dataclass
class Visitor:
    """Who visits: a product name that sites may name in robots.txt, and an address where they can read what it is about."""

    name: str
    about: str
    network: Network = field(default_factory=Network)
    robots: Kept = field(default_factory=dict[str, str])
    seconds: float = SECONDS

    @property
    def agent(self) -> str:
        return f"{self.name}/1.0 (+{self.about})"

    def visit(self, url: str, *, etag: str = "", last_modified: str = "") -> Page:
        """The page, or an Unfetched that says why not. With what an earlier visit kept, an unchanged page is not sent again."""
        known = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        deadline = Deadline(self.seconds)
        try:
            return self._followed(read_address(url), {name: value for name, value in known.items() if value}, deadline)
        except TimeoutError as error:
            raise Busy("The site took too long to answer. Try again later, or save the page in a browser and capture the file.") from error

    def delay(self, url: str) -> float:
        """The seconds that the site wants between two visits, as far as it is known."""
        return Robots(self.robots.get(read_address(url).origin) or "").delay(self.name)

    def _followed(self, address: Address, known: dict[str, str], deadline: Deadline) -> Page:
        for _ in range(MOST_REDIRECTS + 1):
            self._expect_allowed(address, deadline)
            answer = ask(address, self.agent, self.network, deadline, more=known)
            if answer.status not in REDIRECTS:
                return _page(address, answer)
            following = _next(address, answer.head)
            known = known if _may_know(following, address) else {}
            address = following
        raise Unfetched(f"The address redirects more than {MOST_REDIRECTS} times. Open it in a browser and take the address it ends at.")

    def _expect_allowed(self, address: Address, deadline: Deadline) -> None:
        text = self.robots.get(address.origin)
        if text is None:
            text = self.robots[address.origin] = self._robots_of(address, deadline)
        if not Robots(text).allows(self.name, address.target):
            raise Disallowed(
                f"{address.host} asks programs not to fetch this page (robots.txt). Save it in a browser and capture the file."
            )

    def _robots_of(self, address: Address, deadline: Deadline) -> str:
        """The site's rules: none where it has none; where it can't say now, it is left alone."""
        at = read_address(f"{address.origin}/robots.txt")
        for _ in range(MOST_REDIRECTS + 1):
            answer = ask(at, self.agent, self.network, deadline)
            if answer.status in REDIRECTS:
                at = _next(at, answer.head)
            elif answer.status == 200:
                return answer.body[:LARGEST_ROBOTS].decode("utf-8-sig", "replace")
            elif 400 <= answer.status < 500 and answer.status != 429:
                return ""
            else:
                raise Busy(f"{address.host} doesn't tell now what programs may fetch there (robots.txt). Try again later.")
        return ""


def _next(address: Address, head: Message) -> Address:
    """Where an answer redirects; what it says is no more trusted than what an editor pastes."""
    target = head.get("Location") or ""
    if not target:
        raise Unfetched(f"{address.host} redirects without saying where. Open the address in a browser and take the one it ends at.")
    raw = target.encode("latin-1", "replace").decode("utf-8", "replace")  # http.client reads bytes as Latin-1
    try:
        return read_address(urljoin(address.url, raw))
    except ValueError as error:
        raise Unfetched(f"{address.host} redirects to “{raw[:100]}”, which is no web address.") from error


def _may_know(following: Address, before: Address) -> bool:
    """What a site gave us to remember is told to nobody else; to the same host also where it moves on to https."""
    return following.host == before.host and (following.scheme, following.port) in ((before.scheme, before.port), ("https", 443))


def _page(address: Address, answer: Received) -> Page:
    if answer.status == 304:
        return Page(address.url, is_unchanged=True)
    if answer.status == 200:
        head = answer.head
        return Page(
            url=address.url,
            body=answer.body,
            content_type=head.get_content_type() if head.get("Content-Type") else "",
            charset=str(head.get_content_charset() or "")[:40],
            etag=_kept(head, "ETag"),
            last_modified=_kept(head, "Last-Modified"),
        )
    if answer.status in GONE:
        raise Missing(f"{address.host} says that there is no such page ({answer.status}).")
    if answer.status in LOCKED:
        raise Unfetched(f"{address.host} {LOCKED[answer.status]} ({answer.status}). Save the page in a browser and capture the file.")
    raise Busy(f"{address.host} answers with the error {answer.status}. Try again later.")


def _kept(head: Message, name: str) -> str:
    """A line of the head that goes back to the server as it came; none that is no plain text."""
    value = str(head.get(name) or "")
    return value if len(value) <= LONGEST_KEPT and value.isascii() and value.isprintable() else ""
