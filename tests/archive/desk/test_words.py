"""The desk speaks as people do: no page and no message has a word of the code in it."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import TextChoices

from archive import enums
from tests.archive.desk.pile import Pile
from tests.archive.desk.test_every_page import PAGES, address_of, signed_in

ROOT = Path(settings.BASE_DIR)
OF_THE_CODE = re.compile(
    r"(?i:\b(?:occurrences?|likeness|stances?|edtf|bcp ?47|iana|spans?|offsets?|querysets?|booleans?|null|slugs?|sha-?256|permalinks?)\b)"
    r"|\bNone\b(?! of)"
)
ROW = re.compile(r"\b(?<!in a )rows?\b", re.IGNORECASE)  # of a sheet alone
PRINTED_BY_PYTHON = re.compile(r"<[A-Z]\w+|object at 0x|datetime\.|Decimal\(|[{\[]'|'[}\]]")
NAME_OF_A_FIELD = re.compile(r"\b[a-z]+_[a-z_]+\b")
SPACED_OUT = re.compile(r"[^\s.…] [,;:.!?](?=\s|$)|[(“«] | [)”»](?=\s|$)", re.MULTILINE)
SAID_IN_THE_PILE = re.compile(r"\b[Ss]pan(?: number)?\b")  # of the bridge that its texts tell of
APART = {"p", "div", "li", "td", "th", "h1", "h2", "h3", "label", "button", "option", "dt", "dd", "kbd", "legend", "summary", "a", "span"}
READ_ALOUD = ("aria-label", "title", "placeholder", "alt")
ROOMS_OF_SHEETS = {"import", "sheet"}
TOLD_TO_EDITORS = (
    "archive/acceptance.py", "archive/acts.py", "archive/admin", "archive/capture", "archive/desk", "archive/doubts", "archive/enums.py",
    "archive/errors/__init__.py", "archive/identity", "archive/linking", "archive/publication", "archive/readers", "archive/removal.py",
    "archive/review", "archive/typed_dates.py", "archive/working",
)  # fmt: skip
ABOUT_SHEETS = ("archive/desk/lists/", "templates/desk/lists/")
TRANSLATED = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
IN_TEMPLATES = re.compile(r"{% translate ([\"'])(.*?)\1|{% blocktranslate[^%]*%}(.*?){% endblocktranslate %}", re.DOTALL)
OF_DJANGO = re.compile(r"{{.*?}}|{%.*?%}|<[^>]*>|%\(\w+\)[sd]|{\w+}")
EVERYDAY = {"addition", "content", "copy", "listed", "no", "paper", "sayings", "undone", "unknown", "variant", "word", "yes"}
HAS_A_VALUE_OF_ITS_OWN = {"span of years"}  # of the public pages


class Words(HTMLParser):
    """What a page shows and reads aloud, a line an element."""

    def __init__(self, html: str):
        super().__init__()
        self.lines, self.hidden = [""], 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("script", "style")
        self.lines[-1] += "\n" if tag in APART else ""
        self.lines += [f"{value}\n" for name, value in attrs if name in READ_ALOUD and value] + [""]

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style")
        self.lines[-1] += "\n" if tag in APART else ""

    def handle_data(self, data):
        self.lines[-1] += "" if self.hidden else re.sub(r"\s+", " ", data)

    @property
    def text(self) -> str:
        return SAID_IN_THE_PILE.sub("bridge", re.sub(r" *\n\s*", "\n", "".join(self.lines)))


def values_that_are_no_words() -> set[str]:
    """Of the vocabularies, those values that stand in no label as they are, and are no words that people use."""
    kinds = [one for one in vars(enums).values() if isinstance(one, type) and issubclass(one, TextChoices) and one is not TextChoices]
    labels = " ".join(str(label) for kind in kinds for label in kind.labels)
    return {value for kind in kinds for value in kind.values if value and not re.search(rf"\b{value}\b", labels)} - EVERYDAY


def strange_in(text: str, *more: re.Pattern[str]) -> list[str]:
    patterns = (OF_THE_CODE, PRINTED_BY_PYTHON, NAME_OF_A_FIELD, *more)
    return [text[max(0, one.start() - 30) : one.end() + 30] for pattern in patterns for one in pattern.finditer(text)]


@pytest.mark.django_db
def test_every_page_is_in_everyday_words():
    pile, found = Pile(2), {}
    client = signed_in(pile.person)
    values = re.compile(rf"\b(?:{'|'.join(sorted(values_that_are_no_words()))})\b")
    for name in PAGES:
        text = Words(client.get(address_of(name, pile)).content.decode()).text
        if strange := strange_in(text, values, SPACED_OUT, *(() if name in ROOMS_OF_SHEETS else (ROW,))):
            found[name] = strange

    assert found == {}


def messages_of_code(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TRANSLATED:
            yield from (one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str))


def messages_of_templates(path: Path) -> Iterator[str]:
    for match in IN_TEMPLATES.finditer(path.read_text("utf-8")):
        yield match[2] or match[3]


def test_every_message_is_in_everyday_words():
    modules = [path for told in TOLD_TO_EDITORS for path in [ROOT / told, *(ROOT / told).rglob("*.py")] if path.is_file()]
    templates = [path for folder in ("desk", "admin") for path in sorted((ROOT / "templates" / folder).rglob("*.html"))]
    found = {}
    for path in (*modules, *templates):
        place = path.relative_to(ROOT).as_posix()
        more = () if place.startswith(ABOUT_SHEETS) else (ROW,)
        for told in messages_of_code(path) if path.suffix == ".py" else messages_of_templates(path):
            if told not in HAS_A_VALUE_OF_ITS_OWN and (strange := strange_in(OF_DJANGO.sub("", told), *more)):
                found[place, told] = strange

    assert found == {}
