"""Bits of HTML that several pages of the admin show: links between rows, lists, marked words. All words are escaped here."""

from collections.abc import Iterable, Sequence

from django.db import models
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

Span = tuple[int, int]


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


def marked(text: str, spans: Iterable[Span], language: str = "", stressed: Sequence[Span] = ()) -> str:
    """The text with the spans marked, and in them what is stressed; both are in order and do not overlap."""
    parts, at = [], 0
    for start, end in spans:
        if start < at:
            continue
        parts += [text[at:start], format_html("<mark>{}</mark>", _stressed(text, start, end, stressed))]
        at = end
    parts.append(text[at:])
    return format_html('<div class="passage" lang="{}">{}</div>', language, format_html_join("", "{}", ((part,) for part in parts)))


def _stressed(text: str, start: int, end: int, spans: Iterable[Span]) -> str:
    """The words at start:end, with what is stressed in them between tags that are read aloud as such."""
    parts, at = [], start
    for first, last in spans:
        if at <= first < last <= end:
            parts += [text[at:first], format_html("<strong>{}</strong>", text[first:last])]
            at = last
    return format_html_join("", "{}", ((part,) for part in (*parts, text[at:end])))


def around(text: str, span: Span, reach: int = 300, language: str = "", stressed: Iterable[Span] = ()) -> str:
    """The words of a span, marked, with what stands beside them."""
    start, end = span
    first, last = max(0, start - reach), min(len(text), end + reach)
    shown = ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")
    shift = first - (1 if first else 0)
    return marked(shown, [(start - shift, end - shift)], language, [(one - shift, two - shift) for one, two in stressed])
