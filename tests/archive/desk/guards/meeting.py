"""How a person meets a guard at the desk: what stands there, what they press, and where the page tells it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.http import HttpResponse
from django.test import Client
from lxml import html

PASSING = ("BroughtText", "KeptInput", "DocumentHold", "User")  # what a page keeps of who is there, and what they typed or brought
TO_BE_READ = (200, 422)

# Where a sentence stands, as seen from its own element.
WORDS = "self::*[following-sibling::*[not(contains(@class, 'doubt'))][1][contains(@class, 'fields')]]"
BUTTONS = "following-sibling::*[not(contains(@class, 'doubt'))][1][contains(@class, 'acts')]"
ANYWHERE = "self::*"


def field(name: str) -> str:
    """Beside this field: nearer to it than to the others, and than to the buttons of the card."""
    shown = "self::input[@type!='hidden' or not(@type)] or self::select or self::textarea"
    return f"ancestor::*[.//*[{shown}]][1][.//*[@name='{name}']][not(.//button[@value='accept'])]"


@dataclass(frozen=True)
class Meeting:
    """`told` is what the sentence says, with … for what is filled in; `ways` are the labels of the buttons and links beside it."""

    press: Callable[[], HttpResponse]
    told: str
    beside: str = BUTTONS
    ways: Sequence[str] = ()


Situation = Callable[[Client], Meeting]


def expect_told(client: Client, meeting: Meeting) -> None:
    """The page tells it once, where it belongs and with its ways out, and nothing was changed."""
    before = _rows()
    answer = meeting.press()
    if answer.status_code in (301, 302):
        answer = client.get(answer.url)
    assert answer.status_code in TO_BE_READ
    assert _rows() == before
    page = html.fromstring(answer.content.decode())
    (told,) = _innermost(page, meeting.told)
    assert told.xpath(meeting.beside), html.tostring(told.getparent(), encoding="unicode")
    labels = [_spaced(one) for one in told.xpath("ancestor-or-self::*//*[self::a or self::button or self::summary]")]
    assert [way for way in meeting.ways if not any(way in label for label in labels)] == []


def _innermost(page: Any, sentence: str) -> list[Any]:
    """The elements that tell it, without those around them."""
    pattern = re.compile(re.escape(_one_space(sentence)).replace("…", ".+?"))
    telling = [one for one in page.iter() if isinstance(one.tag, str) and pattern.search(_spaced(one))]
    return [one for one in telling if not any(child in telling for child in one)]


def _spaced(element: Any) -> str:
    return _one_space(element.text_content())


def _one_space(text: str) -> str:
    return " ".join(text.split())


def _rows() -> dict[str, list[dict[str, Any]]]:
    tables = (table for table in apps.get_app_config("archive").get_models() if table.__name__ not in PASSING)
    return {table.__name__: list(table._base_manager.order_by("pk").values()) for table in tables}
