"""Each answer has the number of its request, and the page of an error the one under which the log tells of it."""

import logging
import re

import pytest
from django.http import HttpRequest
from django.test import Client
from django.urls import path

from timeline.running import lines

pytestmark = [pytest.mark.once, pytest.mark.urls(__name__)]
WORDS = "the old harbour bridge"
MADE = re.compile("[0-9a-f]{16}")


def raises(request: HttpRequest) -> None:
    raise ValueError(f"nothing to do with {request.POST['words']!r} of {request.META['REMOTE_ADDR']}")


urlpatterns = [path("raises/", raises, name="raises")]
handler500 = "timeline.views.broken.broken"


@pytest.fixture
def asked() -> Client:
    return Client(raise_request_exception=False)


def test_each_answer_has_a_number_of_its_own(asked):
    numbers = [asked.get("/healthz").headers["X-Request-ID"] for _ in range(2)]

    assert all(map(MADE.fullmatch, numbers))
    assert numbers[0] != numbers[1]


@pytest.mark.parametrize("given", ["8e2f17f0-2c2b-4d7e-9a58-1a2b3c4d5e6f", "a" * 64, "12345678"])
def test_well_formed_number_of_a_proxy_is_kept(asked, given):
    assert asked.get("/healthz", headers={"X-Request-ID": given}).headers["X-Request-ID"] == given


@pytest.mark.parametrize(
    "given", ["", "short", "a" * 65, "<script>alert(1)</script>", "12345678 level=error", "12345678\n", "１２３４５６７８９", "-2345678"]
)
def test_other_number_is_replaced(asked, given):
    assert MADE.fullmatch(asked.get("/healthz", headers={"X-Request-ID": given}).headers["X-Request-ID"])


def test_page_of_an_error_has_the_number_that_stands_in_the_log(asked, caplog):
    answer = asked.post("/raises/", {"words": WORDS}, REMOTE_ADDR="203.0.113.9")
    number = answer.headers["X-Request-ID"]
    (told,) = [lines.Json().values(record) for record in caplog.records]

    assert answer.status_code == 500
    assert f"<code>{number}</code>" in answer.content.decode()
    assert {name: told[name] for name in ("request", "status", "method", "path", "message")} == {
        "request": number,
        "status": 500,
        "method": "POST",
        "path": "/raises/",
        "message": "Internal Server Error: /raises/",
    }
    assert told["error"].endswith("ValueError: nothing to do with '[…]' of […]")
    assert f'{__file__}", line ' in told["error"]


def test_request_is_told_of_where_that_is_asked_for(asked, caplog):
    with caplog.at_level(logging.INFO, "timeline.running.requests"):
        asked.get("/healthz")

    (told,) = [lines.Json().values(record) for record in caplog.records]
    assert {name: told[name] for name in ("message", "path", "status")} == {"message": "Answered", "path": "/healthz", "status": 200}
    assert told["ms"] >= 0
