"""What a web address asks for. One that could be read in two ways is refused: two programs would go to two places."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote

import idna

from archive.fetching.networks import is_public
from archive.fetching.unfetched import Inward, Unfetched

LONGEST = 2000
PORTS = {"http": 80, "https": 443}
URL = re.compile(r"(?P<scheme>https?)://(?P<place>[^/?#]++)(?P<path>[^?#]*+)(?:\?(?P<query>[^#]*+))?(?:#.*)?", re.IGNORECASE | re.DOTALL)
PLACE = re.compile(r"(?P<host>\[[^\[\]]*+\]|[^:\[\]]++)(?::(?P<port>[0-9]{1,5}))?")
LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
UNFIT = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029\ud800-\udfff]")
INWARD_NAMES = ("localhost", "localdomain", "local", "internal", "intranet", "private", "lan", "home", "corp", "home.arpa", "onion", "test")
IN_PATH = "/%:@!$&'()*+,;=~-._[]|"


@dataclass(frozen=True, slots=True)
class Address:
    """Where to connect and what to ask there. `host` is in ASCII and small letters, without brackets and last dot."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def is_ip(self) -> bool:
        return ":" in self.host or self.host.replace(".", "").isdigit()

    @property
    def place(self) -> str:
        """The host as it stands in an address and in the Host line."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.place}"

    @property
    def url(self) -> str:
        return self.origin + self.target


def read_address(text: str, *, any_port: bool = False) -> Address:
    """The parts of an address. Raises Unfetched for what is none, and Inward for what names a place inside without asking anybody.

    `any_port` for one that is kept and shown, and not fetched by us.
    """
    text = text.strip()
    if len(text) > LONGEST:
        raise Unfetched(f"The address has {len(text)} characters; at most {LONGEST} are taken.")
    if UNFIT.search(text):
        raise Unfetched("The address holds a blank, a backslash or an invisible character. Copy it again from the browser.")
    parts = URL.fullmatch(text)
    if parts is None:
        raise Unfetched(f"“{text[:200]}” is no web address. Write it as https://….")
    scheme = parts["scheme"].lower()
    host, port = _place(parts["place"])
    port = PORTS[scheme] if port is None else port
    if port not in PORTS.values() and not any_port:
        raise Inward(f"Port {port} is not fetched from: pages of the public web are at 80 and 443.")
    query = f"?{quote(parts['query'], safe=IN_PATH + '?')}" if parts["query"] is not None else ""
    return Address(scheme, host, port, (quote(parts["path"], safe=IN_PATH) or "/") + query)


def read_public_address(text: str) -> Address:
    """The parts of an address that is kept for people to follow: of the public web, as far as it tells by itself."""
    address = read_address(text, any_port=True)
    if address.is_ip and not is_public(address.host):
        raise Inward(f"“{address.host}” is an address inside a network, and not one of the public web.")
    return address


def _place(text: str) -> tuple[str, int | None]:
    if "@" in text:
        raise Unfetched("The address holds a name or password before “@”. Leave that out.")
    if "%" in text:
        raise Unfetched("The host of the address is written with percent signs. Write it in letters.")
    parts = PLACE.fullmatch(text)
    if parts is None:
        raise Unfetched(f"“{text[:100]}” is no host of a web address.")
    host = parts["host"]
    host = _ip_in_brackets(host[1:-1]) if host.startswith("[") else _name(host)
    return host, int(parts["port"]) if parts["port"] else None


def _ip_in_brackets(text: str) -> str:
    try:
        return ipaddress.IPv6Address(text).compressed
    except ValueError as error:
        raise Unfetched(f"“[{text[:100]}]” is no IPv6 address.") from error


def _name(text: str) -> str:
    """A host name in ASCII and small letters, or an IPv4 address in its one proper form."""
    try:
        host = text.lower() if text.isascii() else idna.encode(text, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        raise Unfetched(f"“{text[:100]}” is no host of a web address.") from error
    host = host.removesuffix(".")
    labels = host.split(".")
    if NUMBER.fullmatch(labels[-1]):
        return _ip_of_four_numbers(host)
    if len(host) > 253 or not all(LABEL.fullmatch(label) for label in labels):
        raise Unfetched(f"“{text[:100]}” is no host of a web address.")
    if len(labels) == 1 or any(host == name or host.endswith(f".{name}") for name in INWARD_NAMES):
        raise Inward(f"“{host}” is a name inside a network, and not one of the public web.")
    return host


def _ip_of_four_numbers(host: str) -> str:
    """Browsers also take 2130706433, 0x7f.1 and 0177.0.0.1; nobody publishes under such an address."""
    try:
        return str(ipaddress.IPv4Address(host))
    except ValueError as error:
        raise Inward(f"“{host[:100]}” is a number in place of a host. Write the site's name.") from error
