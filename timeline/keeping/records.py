"""A page as it is written down: its headers and its body, in one encoding."""

import json
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags

from timeline.keeping.encodings import PLAIN, Encoding

VARY = "Accept-Encoding"
OF_ONE_ENCODING = {"content-length", "content-encoding", "vary"}


class Kept(NamedTuple):
    """A page that was made. `day`: the one on which it holds; empty where it tells no day."""

    day: str
    headers: dict[str, str]
    body: bytes

    @classmethod
    def of(cls, response: HttpResponse, encoding: Encoding) -> "Kept":
        """What a view answered, which no encoding was applied to."""
        headers = {name: value for name, value in response.items() if name.lower() not in OF_ONE_ENCODING}
        return cls(response.holds_on, headers, encoding.encode(response.content))

    @classmethod
    def read(cls, record: bytes) -> "Kept":
        head, _, body = record.partition(b"\n")
        return cls(*json.loads(head), body)

    def written(self) -> bytes:
        return json.dumps([self.day, self.headers]).encode() + b"\n" + self.body

    def recoded(self, was: Encoding, wanted: Encoding) -> "Kept":
        return self._replace(body=wanted.encode(was.decode(self.body)))

    def answer(self, request: HttpRequest, encoding: Encoding) -> HttpResponse:
        """The page, or 304 to who has it already; to HEAD what GET would be told, without the body."""
        if _has(request, self.headers["ETag"]):
            return HttpResponseNotModified(headers=self._told(encoding))
        return self.onto(HttpResponse(), encoding, body=b"" if request.method == "HEAD" else self.body)

    def onto(self, response: HttpResponse, encoding: Encoding, *, body: bytes) -> HttpResponse:
        response.content = body
        for name, value in self._told(encoding).items():
            response[name] = value
        response["Content-Length"] = str(len(self.body))
        if encoding is not PLAIN:
            response["Content-Encoding"] = encoding.name
        return response

    def _told(self, encoding: Encoding) -> dict[str, str]:
        """The headers, for other caches too. A strong ETag names bytes, so it is weak where they were encoded."""
        etag = self.headers["ETag"]
        return {**self.headers, "Vary": VARY, "ETag": etag if encoding is PLAIN else _weak(etag)}


def _has(request: HttpRequest, etag: str) -> bool:
    """Compared weakly: a page is the same page in each encoding."""
    known = request.META.get("HTTP_IF_NONE_MATCH", "")
    return bool(known) and _weak(etag) in {_weak(one) for one in parse_etags(known)}


def _weak(etag: str) -> str:
    return etag if etag.startswith("W/") else f"W/{etag}"
