"""Requests that nobody sends by mistake: made up from a seed, out of real addresses, real forms and signs that break programs."""

import json
from collections.abc import Sequence
from random import Random
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode, urljoin, urlsplit

from django.test import Client
from lxml import html

from tests.access.addresses import Address

SIGNS = [
    "\0", "a\0b", "\r\nX: y", "\n", "\x7f", "\u202e\u2066x", "\u200b", "\ufeff", "\ufdd0", "\U000e0041", "\U0001f4a9",
    "e\u0301" * 40, "9" * 19, "9" * 40, "-"+"9" * 30, "9223372036854775808", "2147483648", "1e999", "NaN", "Infinity", "-1", "0",
    "1.5", "0x10", "١٩٩٩", "１９", "null", "true", "[]", "{}", "[" * 3000, '{"a":' * 500, "' OR 1=1 --", '"', "'", "\\", "%", "%%s",
    "_", "NEAR(a b)", '"""', "a AND", "(", ")", "*", "^", "a:b", "& | !", "<->", "${7*7}", "{{7*7}}", "../../etc/passwd",
    "//evil.example/", "javascript:alert(1)", "http://127.0.0.1/", "http://[::1", "http://a\u2100.example/", "<script>", "x" * 5000,
    "л" * 4000, "0000-00-00", "9999-12-31", "2023-02-30", "2023-06~/..", "-0001", "0001-01-01/9999-12-31", "31.12.9999",
    "yesterday", "99999999999999 AD", "1,2", "a,", " ", "",
]  # fmt: skip
RAW = ["%00", "%ed%a0%80", "%ff%fe", "%0A", "%0d%0aSet-Cookie:%20a=b", "%", "%2", "%2e%2e", "%u0041", "+", ";", "%C0%80", "%F4%90%80%80"]
NAMES = [
    "q", "like", "speaker", "outlet", "claim", "kind", "force", "said_from", "said_to", "dates", "order", "cursor", "page_size",
    "count", "p", "o", "e", "all", "_popup", "_to_field", "_facets", "_changelist_filters", "term", "page", "id", "pk", "id__in",
    "status", "status__exact", "document", "occasion", "passage", "beside", "at", "more", "watch", "about", "url", "maxwidth",
    "from", "to", "a", "b", "next", "kept", "list", "mine", "app_label", "model_name", "field_name", "said_sort__gte",
    "document__article__outlet", "drafted_by__password__startswith", "typed", "action", "_selected_action", "index",
    "select_across", "_save", "_act", "version", "confirm", "reason", "csrfmiddlewaretoken",
]  # fmt: skip
HEADERS = [
    "Accept", "Accept-Language", "Accept-Encoding", "If-None-Match", "If-Modified-Since", "Range", "If-Range", "Referer",
    "User-Agent", "Cookie", "Origin", "Host", "Authorization", "HX-Request", "HX-Target", "HX-Current-URL", "X-Forwarded-For",
    "X-Forwarded-Proto", "X-Forwarded-Host", "X-Request-ID", "X-HTTP-Method-Override", "Content-Encoding",
    "Forwarded", "traceparent",
]  # fmt: skip
FORM, PARTS, JSON = "application/x-www-form-urlencoded", "multipart/form-data; boundary=B", "application/json"
TYPES = [FORM, PARTS, JSON, "", "text/plain", "multipart/form-data", f"{FORM}; charset=utf-7", "application/xml", f"{JSON}; charset=x-none",
    "multipart/form-data; boundary=" + "B" * 300]  # fmt: skip
METHODS = ["GET"] * 11 + ["POST"] * 8 + ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "BREW"]
Fields = list[tuple[str, str]]


class Request(NamedTuple):
    method: str
    address: str
    body: bytes
    media_type: str
    headers: dict[str, str]

    def send(self, client: Client) -> Any:
        return client.generic(self.method, self.address, self.body, self.media_type, headers=self.headers)


def forms(client: Client, addresses: Sequence[Address]) -> dict[str, Fields]:
    """What is filled in in the forms of all pages, by the address that each is sent to."""
    found: dict[str, Fields] = {}
    for address in addresses:
        answer = client.get(address.path)
        if answer.status_code == 200 and not answer.streaming and b"<form" in answer.content:
            for one in html.document_fromstring(b"<body>" + answer.content).forms:
                place = urlsplit(urljoin(address.path, one.action or "")).path
                found.setdefault(place, [(name, str(value)) for name, value in one.form_values()])
    return found


class Enemy:
    def __init__(self, seed: int, addresses: Sequence[Address], fields: dict[str, Fields]):
        self.chance, self.addresses, self.fields = Random(seed), addresses, fields

    def request(self) -> Request:
        method, address = self.chance.choice(METHODS), self.chance.choice(self.addresses)
        path, _, query = address.path.partition("?")
        fields = self.fields.get(path, [])
        body, media_type = self._body(fields) if method not in ("GET", "HEAD") else (b"", "")
        headers = {self.chance.choice(HEADERS): self._header() for _ in range(self.chance.choice((0, 0, 0, 1, 2)))}
        return Request(method, f"{self._path(path)}?{self._query(query, fields)}".rstrip("?"), body, media_type, headers)

    def _sign(self) -> str:
        one = self.chance.choice(SIGNS)
        return one if self.chance.random() < 0.8 else one + self.chance.choice(SIGNS)

    def _raw(self) -> str:
        return self.chance.choice(RAW) if self.chance.random() < 0.2 else quote(self._sign()[:3000], safe="")

    def _path(self, path: str) -> str:
        """Mostly as it is; or with a piece that is none."""
        if self.chance.random() < 0.7:
            return path
        pieces = path.split("/")
        pieces[self.chance.randrange(1, len(pieces)) if len(pieces) > 1 else 0] = self._raw()
        return "/" + "/".join(pieces).lstrip("/")

    def _query(self, query: str, fields: Fields) -> str:
        names = NAMES + [name for name, _value in fields]
        given = [query] if query and self.chance.random() < 0.5 else []
        given += [f"{self.chance.choice(names)}={self._raw()}" for _ in range(self.chance.choice((0, 1, 1, 2, 3)))]
        if self.chance.random() < 0.05:
            given += [f"{self._raw()}={self._raw()}"] * self.chance.choice((1, 2, 200))
        return "&".join(given)

    def _header(self) -> str:
        """As a server takes them: Latin letters, no end of a line."""
        return "".join(sign for sign in self._sign() if sign not in "\r\n\0").encode()[:4000].decode("latin-1")

    def _body(self, fields: Fields) -> tuple[bytes, str]:
        media_type = self.chance.choice((FORM, FORM, FORM, PARTS, PARTS, *TYPES))
        changed = self._changed(fields)
        if media_type == JSON:
            return self._json(changed), media_type
        if media_type == PARTS:
            return b"".join(self._part(name, value) for name, value in changed) + self.chance.choice(
                (b"--B--\r\n", b"", b"--B")
            ), media_type
        if self.chance.random() < 0.003:
            return b"a=" + b"x" * 9_000_000, media_type
        return urlencode(changed, errors="surrogatepass").encode(), media_type

    def _changed(self, fields: Fields) -> Fields:
        """The form as it stands on its page, with one or two of its fields made hostile, left out, doubled or new."""
        changed = list(fields)
        for _ in range(self.chance.choice((1, 1, 2))):
            at = self.chance.randrange(len(changed)) if changed else 0
            name = changed[at][0] if changed else self.chance.choice(NAMES)
            changed[at : at + self.chance.choice((0, 1, 1, 1))] = self.chance.choice(
                ([(name, self._sign())], [(name, self._sign())], [(name, "\ud800x")], [(self._sign()[:300], "x")], [], [(name, "1")] * 3)
            )
        return changed

    def _part(self, name: str, value: str) -> bytes:
        file = self.chance.choice(("", "", "", '; filename="a.csv"', "; filename*=UTF-8''%ff%00", '; filename="../../a\x00"', "; filename"))
        kind = self.chance.choice(("", "", "Content-Type: text/csv; charset=utf-16\r\n", "Content-Transfer-Encoding: base64\r\n"))
        head = f'--B\r\nContent-Disposition: form-data; name="{name}"{file}\r\n{kind}\r\n'
        return head.encode(errors="surrogatepass") + value.encode(errors="surrogatepass") + b"\r\n"

    def _json(self, fields: Fields) -> bytes:
        deep = self.chance.choice((0, 0, 50, 100_000))
        inner = json.dumps(dict(fields)).encode()
        return b"[" * deep + self.chance.choice((inner, inner[:-1], b'{"a":1,"a":2}', b"NaN", b"\xff", b"1" * 5000)) + b"]" * deep
