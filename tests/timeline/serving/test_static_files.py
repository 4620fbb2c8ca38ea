"""What readers fetch beside a page: without comments and indents, and otherwise as it was written."""

import re
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage

from timeline.serving.static_files import StaticFiles, shorter_styles

pytestmark = pytest.mark.once

STYLES = settings.BASE_DIR / "timeline" / "static" / "timeline" / "css"
RULES = """
(text) => {
  const styles = new CSSStyleSheet();
  styles.replaceSync(text);
  return Array.from(styles.cssRules, (rule) => rule.cssText).join("\\n").replaceAll(/ \\*(?=:)/g, " ").replaceAll(", ", ",");
}
"""  # as a browser read them; a star before a colon and a space behind a comma tell it nothing

WRITTEN = {
    "timeline/some.css": "/* Why. */\n.entry > .words, .by {\n  margin: 0 calc(1px + 2em);\n}\n",
    "timeline/some.js": '// Why.\nconst told = "  // kept";\n',
    "desk/some.css": "/* Why. */\n.cell { margin: 0; }\n",
}
SHORT = {
    "timeline/some.css": ".entry>.words,.by{margin:0 calc(1px + 2em)}",
    "timeline/some.js": 'const told="  // kept";',
    "desk/some.css": WRITTEN["desk/some.css"],
}


def collected(source: Path, target: Path) -> dict[str, str]:
    """Each file as it is served, by its own name."""
    files, found = FileSystemStorage(location=source), StaticFiles(location=target, base_url="/static/")
    shutil.copytree(source, target, dirs_exist_ok=True)
    list(found.post_process({name: (files, name) for name in WRITTEN}))
    return {name: (target / found.hashed_files[name]).read_text() for name in WRITTEN}


def test_what_readers_fetch_is_without_what_browsers_leave_unread(tmp_path):
    for name, text in WRITTEN.items():
        place = tmp_path / "source" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)

    first = collected(tmp_path / "source", tmp_path / "target")

    assert first == SHORT
    assert collected(tmp_path / "source", tmp_path / "target") == SHORT


def test_a_browser_reads_shortened_styles_as_they_were_written(page):
    written = {file.name: file.read_text() for file in STYLES.glob("*.css")}
    layers = "@layer a { .b :is(c, d) { margin: 0; } @media print { .b :not(.c) ::before, e:not(f) { margin: 0; } } }"

    read = {name: page.evaluate(RULES, text) for name, text in written.items()}

    assert {name: page.evaluate(RULES, shorter_styles(text)) for name, text in written.items()} == read
    assert page.evaluate(RULES, shorter_styles(layers)) == page.evaluate(RULES, layers)


def test_every_style_of_the_public_pages_is_loaded_by_some_page():
    styles = {file.name for file in STYLES.glob("*.css")}
    templates = "".join(file.read_text() for file in (settings.BASE_DIR / "templates").rglob("*.html"))

    assert styles == set(re.findall(r"'timeline/css/([a-z]+\.css)'", templates))
