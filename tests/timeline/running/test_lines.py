"""The log tells what failed, and nothing of who asked for it."""

import json
import logging
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django.urls import resolve

from timeline.running import lines
from timeline.running.requests import current

pytestmark = pytest.mark.once
TOKEN = f"{'k7m2q9xw4t' * 2}abcd.{'s' * 43}"


def record(message: str, *arguments: Any, error: BaseException | None = None, **extra: Any) -> logging.LogRecord:
    made = logging.LogRecord("timeline.somewhere", logging.ERROR, __file__, 1, message, arguments, error and (type(error), error, None))
    vars(made).update(extra)
    return made


def request(path: str = "/search/", **told: Any) -> HttpRequest:
    made = RequestFactory().get(path, **told)
    made.number = "1234567890abcdef"
    return made


def raised(message: str) -> Exception:
    """As it was caught, with its traceback."""
    with pytest.raises(LookupError) as caught:
        fail(message)
    return caught.value


def fail(message: str) -> None:
    raise LookupError(message)


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Refused for reader@mail.example", "Refused for […]"),
        ("Invalid request from ip=203.0.113.9: bad", "Invalid request from ip=203.0.113.9: bad"),  # an address of documentation
        ("Invalid request from ip=8.8.8.8: bad", "Invalid request from ip=[…]: bad"),
        ("connected from 2a00:1450:4001:82a::200e", "connected from […]"),
        ("connection to server at 10.0.0.5 failed", "connection to server at 10.0.0.5 failed"),
        ("took 12:30:05", "took 12:30:05"),
        ("Error handling request /search/?q=harbour+bridge", "Error handling request /search/?[…]"),
    ],
)
def test_line_without_a_request(message, told):
    assert lines.Json().values(record(message))["message"] == told


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ('no such column: "harbour"', 'no such column: "[…]"'),
        ("can't read 'harbour bridge'", "can't read '[…]'"),
        ("login by 203.0.113.9 via 198.51.100.7", "login by […] via […]"),
        ("session abcdef0123456789 is gone", "session […] is gone"),
        ("Not Found: /search/", "Not Found: /search/"),
    ],
)
def test_what_came_with_a_request_is_left_out(message, told):
    asked = request(
        "/search/?q=harbour+bridge",
        REMOTE_ADDR="203.0.113.9",
        HTTP_X_FORWARDED_FOR="198.51.100.7",
        HTTP_COOKIE="__Host-sessionid=abcdef0123456789",
    )
    asked.resolver_match = resolve("/search/")
    before = current.set(asked)

    values = lines.Json().values(record(message, error=raised(message)))

    current.reset(before)
    assert values["message"] == told
    assert values["error"].endswith(f"LookupError: {told}")
    assert (values["request"], values["path"]) == ("1234567890abcdef", "/search/")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (f"/alerts/end/{TOKEN}/", "/alerts/[…]"),
        ("/documents/c3n8x2/", "/documents/c3n8x2/"),
        ("/wp-login/someone@mail.example/", "/wp-login/[…]"),
    ],
)
def test_path_that_one_reader_alone_has_is_cut(path, told):
    asked = request(path)
    asked.resolver_match = None if "wp-login" in path else resolve(path)

    values = lines.Json().values(record("Not Found: %s", path, request=asked))

    assert (values["path"], values["message"]) == (told, f"Not Found: {told}")


@pytest.mark.parametrize("formatter", [lines.Json(), lines.Text()])
def test_nobody_writes_lines_of_his_own(formatter):
    told = formatter.format(record("failed at %s", "x\n2026-11-30 ERROR root: forged\r\x1b[31m\u2028\x85y"))

    assert len(told.splitlines()) == 1
    assert "\x1b" not in told


def test_json_is_one_object_a_line():
    told = json.loads(lines.Json().format(record("“%s” failed", "мост\x85", error=raised("two\nlines"), status_code=500)))

    assert (told["level"], told["logger"], told["message"], told["status"]) == ("ERROR", "timeline.somewhere", "“мост\x85” failed", 500)
    assert told["error"].endswith("LookupError: two\nlines")
    assert told["time"].endswith("Z")


def test_text_tells_below_the_line_what_raised():
    first, *rest = lines.Text().format(record("failed", error=raised("two\n2026-11-30 lines"))).splitlines()

    assert first.endswith("ERROR timeline.somewhere: failed")
    assert rest[-1] == "    2026-11-30 lines"
    assert all(line.startswith("    ") for line in rest)


@pytest.mark.parametrize("form", [lines.Json, lines.Text])
def test_a_line_without_a_message_still_tells_what_raised(form):
    assert "LookupError: the harbour" in form().format(record("", error=raised("the harbour")))
