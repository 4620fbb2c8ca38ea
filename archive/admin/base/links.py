"""Bits of HTML that several pages of the admin show: links between rows, lists, marked words. All words are escaped here."""

from collections.abc import Iterable

from django.db import models
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _


def change_url(model_name: str, pk: int) -> str:
    return reverse(f"admin:archive_{model_name}_change", args=[pk])


def link_to(row: models.Model | None, words: str = "") -> str:
    if row is None:
        return "–"
    return format_html('<a href="{}">{}</a>', change_url(row._meta.model_name, row.pk), words or str(row))


def rows_of(items: Iterable[str]) -> str:
    """A list, or a word that there is nothing."""
    items = list(items)
    return format_html('<ul class="rows">{}</ul>', format_html_join("", "<li>{}</li>", ((item,) for item in items))) if items else _("none")


def marked(text: str, spans: Iterable[tuple[int, int]], language: str = "") -> str:
    """The text with the spans marked; they are in order and do not overlap."""
    parts, at = [], 0
    for start, end in spans:
        if start < at:
            continue
        parts += [(text[at:start], False), (text[start:end], True)]
        at = end
    parts.append((text[at:], False))
    inner = format_html_join("", "{}", ((format_html("<mark>{}</mark>", words) if is_marked else words,) for words, is_marked in parts))
    return format_html('<div class="passage" lang="{}">{}</div>', language, inner)


def around(text: str, start: int, end: int, reach: int = 300, language: str = "") -> str:
    """The words at start:end, marked, with what stands beside them."""
    first, last = max(0, start - reach), min(len(text), end + reach)
    shown = ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")
    shift = first - (1 if first else 0)
    return marked(shown, [(start - shift, end - shift)], language)
