"""The desk speaks as people do: no message has a word of the code in it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
OF_THE_CODE = re.compile(
    r"(?i:\b(?:occurrences?|likeness|stances?|edtf|bcp ?47|iana|spans?|offsets?|querysets?|booleans?|null|slugs?|sha-?256|permalinks?)\b)"
    r"|\bNone\b(?! of)"
)
ROW = re.compile(r"\b(?<!in a )rows?\b", re.IGNORECASE)  # of a sheet alone
PRINTED_BY_PYTHON = re.compile(r"<[A-Z]\w+|object at 0x|datetime\.|Decimal\(|[{\[]'|'[}\]]")
NAME_OF_A_FIELD = re.compile(r"\b[a-z]+_[a-z_]+\b")
TOLD_TO_EDITORS = (
    "archive/acceptance.py", "archive/acts.py", "archive/admin", "archive/capture", "archive/desk", "archive/doubts", "archive/enums.py",
    "archive/errors.py", "archive/identity", "archive/linking", "archive/publication", "archive/removal.py", "archive/review",
    "archive/typed_dates.py", "archive/working",
)  # fmt: skip
ABOUT_SHEETS = ("archive/desk/lists/", "templates/desk/lists/")
TRANSLATED = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
IN_TEMPLATES = re.compile(r"{% translate ([\"'])(.*?)\1|{% blocktranslate[^%]*%}(.*?){% endblocktranslate %}", re.DOTALL)
OF_DJANGO = re.compile(r"{{.*?}}|{%.*?%}|<[^>]*>|%\(\w+\)[sd]|{\w+}")
HAS_A_VALUE_OF_ITS_OWN = {"span of years"}  # of the public pages


def strange_in(text: str, *more: re.Pattern[str]) -> list[str]:
    patterns = (OF_THE_CODE, PRINTED_BY_PYTHON, NAME_OF_A_FIELD, *more)
    return [text[max(0, one.start() - 30) : one.end() + 30] for pattern in patterns for one in pattern.finditer(text)]


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
