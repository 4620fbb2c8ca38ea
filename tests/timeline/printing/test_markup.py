"""Whatever is filled into markup is escaped, but for markup."""

import pytest
from django.utils.html import escape
from django.utils.safestring import mark_safe

from timeline.printing.markup import joined, part

pytestmark = pytest.mark.once

LINK = part('<a href="%s">%s</a>')
HOSTILE = "\"><script>alert(1)</script>&'%s%"


def test_texts_are_escaped_as_templates_do_it():
    assert LINK(HOSTILE, HOSTILE) == f'<a href="{escape(HOSTILE)}">{escape(HOSTILE)}</a>'
    assert LINK("/a/", 12) == '<a href="/a/">12</a>'


def test_markup_stands_as_it_is():
    assert LINK("/a/", part("<b>%s</b>")("a < b")) == '<a href="/a/"><b>a &lt; b</b></a>'
    assert LINK("/a/", mark_safe("<b>")) == '<a href="/a/"><b></a>'


def test_joined_parts_are_markup_and_what_is_between_them_is_text():
    assert LINK("/", joined([LINK("a", "b"), LINK("c", "<")], " & ")) == '<a href="/"><a href="a">b</a> &amp; <a href="c">&lt;</a></a>'
