"""What makes two statements one saying, and two printed names one source, where queries compare them."""

from django.db import models
from django.db.models.functions import Coalesce

from archive.models.fields import folded

Who = tuple[int, str]  # the number of a Speaker, or 0 and the folded name of a source that has no row


def who(speaker: int | None, name: str, role: str) -> Who:
    """Whom an Attribution names, for comparing: a source without a row is one as long as it is called the same."""
    return (speaker, "") if speaker else (0, folded(name or role))


def original_of(path: str) -> Coalesce:
    """In SQL, the statement at this path, or the one that it translates."""
    return Coalesce(f"{path}__translation_of", f"{path}__pk")


def saying_of(path: str) -> Coalesce:
    """`Statement.saying_key` in SQL, as one number: that of the Occasion, or where there is none that of the original below zero."""
    occasion = models.Case(
        models.When(**{f"{path}__translation_of__isnull": False}, then=models.F(f"{path}__translation_of__occasion")),
        default=models.F(f"{path}__occasion"),
    )
    return Coalesce(occasion, original_of(path) * -1)
