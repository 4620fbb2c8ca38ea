"""Where a row of the tables stands at the desk, whose pages lead back to the tables by “All fields”."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.urls import reverse

from archive.models import Statement
from archive.models.history import type_of


def _statement(statement: Statement) -> str:
    page = reverse("desk:document", args=[statement.document.public_id])
    return f"{page}?from={statement.start}-{statement.end}#card-{statement.public_id}"


def _page(name: str, by: str = "pk") -> Callable[[Any], str]:
    return lambda row: reverse(name, args=[getattr(row, by)])


PAGES: dict[str, Callable[[Any], str]] = {
    "statement": _statement,
    "document": _page("desk:document", "public_id"),
    "speaker": _page("desk:speaker", "slug"),
    "claim": _page("desk:claim", "slug"),
    "suggestion": _page("desk:pair"),
    "occasionsuggestion": _page("desk:one-occasion"),
    "changeproposal": _page("desk:change"),
}


def at_the_desk(row: models.Model) -> str:
    """Its address there; empty where the desk has no page of it."""
    page = PAGES.get(type_of(row))
    return page(row) if page else ""
