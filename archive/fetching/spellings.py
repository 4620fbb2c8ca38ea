"""One form for the addresses of one page. `canonical` is what the record keeps and shows; `address_key` is what it compares.

An address is only shortened by what is known to change nothing on any site: the page that a shortened address leads to must be the same.
The key goes further (mobile and AMP hosts, www, http or https), since it is never opened.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

import idna
import tld

PORTS = {"http": 80, "https": 443}
TRACKING = re.compile(
    r"(?:utm|mtm|hsa|guce_referrer)_\w+|pk_(?:campaign|kwd|keyword|source|medium|content|cid)|(?:fb|g|d|yc?|ys|tw|tt|sc_|ir)clid|msclkid|irclickid"
    r"|ycclid|ysclid|gclsrc|[gw]braid|igshid|igsh|mibextid|mc_[ce]id|mkt_tok|oly_(?:enc|anon)_id|vero_(?:id|conv)|wickedid|rb_clickid|li_fat_id"
    r"|epik|tblci|rdt_cid|_hsenc|_hsmi|__hs(?:tc|sc|fp)|hsctatracking|fb_(?:action_ids|action_types|ref|source)|guce_referrer|guccounter|wt\.mc_id"
    r"|at_(?:medium|campaign\w*|custom\d|link_\w+|ptr_name|bbc_team|format)|ns_(?:mchannel|source|campaign|linkname|fee)|ncid|cmpid|icid|xtor"
    r"|ocid|smid|smtyp|_ga|_gl|_openstat|srsltid|spm|ref_(?:src|url)|__twitter_impression",
    re.IGNORECASE,
)
AMP_PARAMETER = re.compile(
    r"_?amp(?:=(?:1|true|amp)?)?|_?amp_(?:js_v|gsa|markup)(?:=.*)?|(?:outputtype|output|format|view|type|mode)=amp|usqp=.*", re.IGNORECASE
)
AMP_CACHE = re.compile(r"[a-z0-9-]+\.cdn\.ampproject\.org(?=/)/(?:[civ]|wp|r)/(?P<secure>s/)?(?P<rest>.+)", re.DOTALL)
AMP_VIEWER = re.compile(r"(?:www\.)?(?P<viewer>google\.(?:com|(?:com?\.)?[a-z]{2}))/amp/(?P<secure>s/)?(?P<rest>.+)", re.DOTALL)
AMP_PATH = re.compile(r"(?:^/amp(?=/)|/amp(?=/?$)|\.amp(?=(?:\.html?)?$))", re.IGNORECASE)
SAME_SITE_NAMES = {"www", "m", "mobile", "amp", "touch", "wap"}
ENCODED = re.compile(r"%[0-9A-Fa-f]{2}")
UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
AS_WRITTEN = "/%:@!$&'()*+,;=~-._[]|"


def canonical(url: str) -> str:
    """The address as the record keeps it; what is no address comes back as it was."""
    try:
        return _canonical(url)
    except ValueError:  # brackets, a port beyond all ports, half of a surrogate pair
        return url


def _canonical(url: str) -> str:
    parts = urlsplit(url.strip())
    scheme, host = parts.scheme.lower(), _host(parts.hostname or "")
    if scheme not in PORTS or not host:
        return url
    place = host if parts.port in (None, PORTS[scheme]) else f"{host}:{parts.port}"
    path, query = _without_dots(_written(parts.path)) or "/", _without_tracking(parts.query)
    if original := _of_copy(place + path):
        return canonical(f"{original}{query}")
    fragment = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""  # an address within a page that scripts make
    return f"{scheme}://{place}{path}{query}{fragment}"


def _without_tracking(query: str) -> str:
    """With its question mark, if anything is left."""
    kept = "&".join(part for part in query.split("&") if part and not TRACKING.fullmatch(unquote(part.split("=", 1)[0])))
    return f"?{_written(kept, '?')}" if kept else ""


def _of_copy(place: str) -> str:
    """The address of the page whose copy a cache or viewer of AMP pages shows at a place; nothing where it is no such copy."""
    viewed = AMP_VIEWER.fullmatch(place)
    if viewed and site_of(f"http://{viewed['viewer']}/") != viewed["viewer"]:
        return ""  # a host under somebody else's name: anybody could show any page as a copy of another's
    inside = viewed or AMP_CACHE.fullmatch(place)
    if not inside or "." not in inside["rest"].split("/", 1)[0]:
        return ""
    return f"http{'s' if inside['secure'] else ''}://{inside['rest']}"


def address_key(url: str) -> str:
    """The same for all addresses of one page, as far as can be told without opening them; a hash, so that its length is bounded."""
    try:
        written = _key(url)
    except ValueError:  # pages and feeds state such addresses too: each is one of its own
        written = url
    return hashlib.sha256(written.encode(errors="replace")).hexdigest()


def _key(url: str) -> str:
    parts = urlsplit(canonical(url))
    host = _without_aliases(parts.hostname or "")
    path = AMP_PATH.sub("", parts.path) or "/"
    query = "&".join(part for part in parts.query.split("&") if not AMP_PARAMETER.fullmatch(part))
    port = f":{parts.port}" if parts.port and parts.port not in PORTS.values() else ""
    return f"{host}{port}{path}?{query}#{parts.fragment}"


def same_site(one: str, other: str) -> bool:
    """Whether two addresses belong to one owner's site: www.paper.co.uk and m.paper.co.uk do, two blogs of one host don't."""
    return bool(site_of(one)) and site_of(one) == site_of(other)


def same_host(one: str, other: str) -> bool:
    """Whether two addresses are of one host: www.paper.example and m.paper.example are, news.paper.example is another."""
    hosts = [_without_aliases(urlsplit(canonical(url)).hostname or "") for url in (one, other)]
    return bool(hosts[0]) and hosts[0] == hosts[1]


def named_by_page(stated: str, fetched: str) -> str:
    """The page's own address: the one it states (rel=canonical) where that can be believed, else the one it was fetched from.

    Not believed: what is no address, another host's (on a shared one anybody can claim his neighbour's pages), and the front page, which
    broken sites state on every page.
    """
    try:
        stated = _canonical(stated)
        parts = urlsplit(stated)
    except ValueError:
        return canonical(fetched)
    is_front = parts.path in ("", "/") and not parts.query
    return stated if stated and same_host(stated, fetched) and not is_front else canonical(fetched)


@lru_cache(maxsize=1024)
def site_of(url: str) -> str:
    """The registrable domain (under an unknown ending the last two labels); of a bare IP address that itself; nothing where is no host."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    if not host or ":" in host or host.replace(".", "").isdigit():
        return host
    return tld.get_fld(f"http://{host}/", fail_silently=True) or ".".join(host.split(".")[-2:])


def _host(written: str) -> str:
    if ":" in written:
        return f"[{written}]"
    host = written if written.isascii() else idna.encode(written, uts46=True).decode("ascii")  # IDNAError is a ValueError
    return host.lower().removesuffix(".")


def _without_aliases(host: str) -> str:
    site = site_of(f"http://{host}/")
    if not host.endswith(f".{site}"):
        return host
    kept = [label for label in host.removesuffix(site).split(".") if label and label not in SAME_SITE_NAMES]
    return ".".join([*kept, site])


def _written(text: str, more: str = "") -> str:
    """Percent signs in one way: letters bare, all else in capitals, what is not ASCII encoded."""
    return ENCODED.sub(_one_way, quote(text, safe=AS_WRITTEN + more))


def _one_way(match: re.Match[str]) -> str:
    letter = chr(int(match[0][1:], 16))
    return letter if UNRESERVED.fullmatch(letter) else match[0].upper()


def _without_dots(path: str) -> str:
    kept: list[str] = []
    for part in path.split("/"):
        if part == "..":
            del kept[max(1, len(kept) - 1) :]
        elif part != ".":
            kept.append(part)
    return "/".join(kept) + ("/" if path.endswith(("/.", "/..")) and kept[-1:] != [""] else "")
