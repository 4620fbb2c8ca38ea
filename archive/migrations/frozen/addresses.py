"""`address_key` as migration 0013 gives it to the articles that were there: archive/fetching/spellings.py of that day."""

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
AMP_VIEWER = re.compile(r"(?:www\.)?google\.[a-z.]{2,6}/amp/(?P<secure>s/)?(?P<rest>.+)", re.DOTALL)
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
    host, port = _host(parts.hostname or ""), parts.port
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not host:
        return url
    place = host if port in (None, PORTS[scheme]) else f"{host}:{port}"
    path = _without_dots(_written(parts.path)) or "/"
    inside = AMP_CACHE.fullmatch(place + path) or AMP_VIEWER.fullmatch(place + path)
    query = "&".join(part for part in parts.query.split("&") if part and not TRACKING.fullmatch(unquote(part.split("=", 1)[0])))
    whole = f"{path}?{_written(query, '?')}" if query else path
    if inside and "." in inside["rest"].split("/", 1)[0]:
        return canonical(f"http{'s' if inside['secure'] else ''}://{inside['rest']}{whole[len(path) :]}")
    fragment = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""  # an address within a page that scripts make
    return f"{scheme}://{place}{whole}{fragment}"


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
