"""Pairs that wait, and who answers them."""

import re
from html import unescape

import pytest
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client

from archive import linking
from archive.models import Suggestion
from tests.factories import make_accepted_statement, make_document, make_user

SAYINGS = [
    ("2019-05", "The northern bridge over the river Veyra will be opened to freight trains."),
    ("2021-03-02", "The northern bridge over the river Veyra will soon be opened to freight trains."),
    ("2023-05-17", "The northern bridge over the river Veyra shall be opened to all freight trains."),
]


def told(reply: HttpResponse) -> list[str]:
    return [str(one) for one in get_messages(reply.wsgi_request)]


def undo(client: Client, reply: HttpResponse) -> HttpResponse:
    """A press on the button that stands beside what was kept."""
    (address,) = re.findall(r'formaction="([^"]+)"', told(reply)[-1])
    return client.post(unescape(address))


@pytest.fixture
def editor(client: Client, db: None) -> Client:
    client.user = make_user("editor")
    client.force_login(client.user)
    return client


@pytest.fixture
def queue(db: None) -> list[Suggestion]:
    return three_that_may_say_the_same()


def three_that_may_say_the_same() -> list[Suggestion]:
    """What is asked about three statements, the best first."""
    said = [make_accepted_statement(make_document(f"Before it. {words} After it, {day}."), words, said_on=day) for day, words in SAYINGS]
    linking.suggest(said)
    return list(Suggestion.objects.open())
