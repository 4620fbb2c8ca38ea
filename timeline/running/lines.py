"""The lines of the log, for people or as JSON, with nothing in them that tells of a person.

A line names what failed, where, in which request, and of an editor his number. What a reader sent – his address, the words that he looked
for, what stood in a form or a cookie – is left out wherever it would turn up, in the messages of errors too; so are addresses of mail and
of the public network. Line breaks within a message are escaped, so that nobody writes lines of his own.
"""

import ipaddress
import json
import logging
import re
import time
import traceback
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from django.http import HttpRequest

from timeline.running.requests import current, number_of

LEFT_OUT = "[…]"
MAIL = re.compile(r"[^\s@<>'\"(=:]+@[^\s@<>'\")]+\.\w+")
MAYBE_ADDRESS = re.compile(r"(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?!\w|:\w)")
QUERY = re.compile(r"\?\S+")
SHORTEST, LONGEST, MOST = 3, 1000, 200  # of what is looked for: its characters, and how many of them
FRAME = ("  File ", "Traceback ", "\n", "  [")  # how the parts of a traceback begin in which nobody's words stand
CONTROL = {number: f"\\u{number:04x}" for number in [*range(32), *range(127, 160), 0x2028, 0x2029]}


class Told(logging.Formatter):
    """What a record tells, as values."""

    converter = time.gmtime
    default_time_format, default_msec_format = "%Y-%m-%dT%H:%M:%S", "%s.%03dZ"

    def values(self, record: logging.LogRecord) -> dict[str, Any]:
        request = request_of(record)
        told: dict[str, Any] = {"time": self.formatTime(record), "level": record.levelname, "logger": record.name}
        told["message"] = without_persons(record.getMessage(), request)
        if request is not None:
            told |= {"request": number_of(request), "method": request.method, "path": place_of(request), "user": user_of(request)}
        told |= {
            "status": getattr(record, "status_code", None),
            "ms": getattr(record, "ms", None),
            "user_id": getattr(record, "user_id", None),
        }
        if record.exc_info and record.exc_info[1]:
            told["error"] = "".join(error_lines(record.exc_info[1], request)).rstrip()
        return {name: value for name, value in told.items() if value not in (None, "")}


class Json(Told):
    """One object a line."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(self.values(record), ensure_ascii=False, default=str).translate(CONTROL)


class Text(Told):
    """One line, and indented below it what raised."""

    def format(self, record: logging.LogRecord) -> str:
        told = self.values(record)
        head = f"{told.pop('time')} {told.pop('level')} {told.pop('logger')}: {told.pop('message', '')}"
        error = told.pop("error", "")
        rest = " ".join(f"{name}={value}" for name, value in told.items())
        line = f"{head} ({rest})" if rest else head
        return "\n    ".join([line.translate(CONTROL), *(one.translate(CONTROL) for one in error.split("\n") if one)])


def request_of(record: logging.LogRecord) -> HttpRequest | None:
    given = getattr(record, "request", None)
    return given if isinstance(given, HttpRequest) else current.get()


def place_of(request: HttpRequest) -> str:
    """The path of a page that is there; of others, and of those that only one reader has, where they begin."""
    match = request.resolver_match
    if match and "token" not in match.kwargs:
        return request.path
    first, _, rest = request.path.removeprefix("/").partition("/")
    return f"/{first[:40]}/{LEFT_OUT}" if rest else f"/{first[:40]}"


def user_of(request: HttpRequest) -> int | None:
    """Of whoever is signed in, where the request looked that up already."""
    user = request.__dict__.get("_cached_user")
    return user.pk if user is not None and user.is_authenticated else None


def without_persons(text: str, request: HttpRequest | None) -> str:
    if request is not None:
        text = text.replace(request.path, place_of(request)) if len(request.path) > 1 else text
        if sent := sorted(set(sent_with(request)), key=len, reverse=True)[:MOST]:
            text = re.sub("|".join(map(re.escape, sent)), LEFT_OUT, text)
    else:
        text = QUERY.sub(f"?{LEFT_OUT}", text)  # of a request that the server itself tells of
    return MAYBE_ADDRESS.sub(_unless_public, MAIL.sub(LEFT_OUT, text))


def sent_with(request: HttpRequest) -> Iterator[str]:
    """What came with it, whole and word for word. A form is looked at where it was read, for reading it may fail."""
    meta, form = request.META, request.__dict__.get("_post")
    values = [value for one in (request.GET, form) if one for _, found in one.lists() for value in found]
    values += [*request.COOKIES.values(), meta.get("QUERY_STRING", ""), meta.get("REMOTE_ADDR", "")]
    values += meta.get("HTTP_X_FORWARDED_FOR", "").split(",")
    for value in values[:MOST]:
        cut = str(value)[:LONGEST].strip()
        yield from (part for part in {cut, *cut.split()} if len(part) >= SHORTEST)


def error_lines(error: BaseException, request: HttpRequest | None) -> Iterator[str]:
    for part in traceback.TracebackException.from_exception(error).format():
        yield part if part.startswith(FRAME) else without_persons(part, request)


def _unless_public(found: re.Match[str]) -> str:
    bare = found[0].removesuffix(":")
    with suppress(ValueError):
        if ipaddress.ip_address(bare).is_global:
            return found[0].replace(bare, LEFT_OUT)
    return found[0]
