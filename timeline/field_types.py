"""The fields of a filter: a public row by its slug or id, also by an old slug, and a date as people type it."""

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from django import forms
from django.db.models import Model
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from archive import edtf
from archive.models import Statement
from timeline.old_addresses import leads_to

MOST_CHOSEN = 250  # statements of one address
LONGEST_ADDRESS = 500  # characters
ID = r"([0-9a-z]{1,16})"
# In the order in which they are looked for: the page of a statement, its place on a page of something else, an id alone.
PLACES = [re.compile(one) for one in (rf"(?:^|/)statements/{ID}(?:[/?#.]|$)", rf"#s-{ID}$", rf"[?&]at={ID}(?:[&#]|$)", rf"^{ID}$")]
WRITTEN_AS_EDTF = re.compile("[0-9X]{4}-")  # a slip in it is told, not guessed at


def moved_slug(route: str, slug: str) -> str | None:
    """Where an old public address leads today: the last part of the new one."""
    try:
        old_path = reverse(route, args=[slug])
    except NoReverseMatch:  # what no address can hold was never one
        return None
    new_path = leads_to(old_path)
    return unquote(new_path.rstrip("/").rsplit("/", 1)[-1]) if new_path else None


class PublicRowField(forms.CharField):
    """What names a row in its address, in the column `key`; cleans to the public row that has it, or that an old slug leads to."""

    def __init__(self, model: type[Model], route: str, *, key: str = "slug", **kwargs: Any) -> None:
        self.model, self.route, self.key = model, route, key
        super().__init__(required=False, max_length=120, **kwargs)

    def clean(self, value: Any) -> Model | None:
        slug = super().clean(value)
        if not slug:
            return None
        row = self._public(slug) or self._public(moved_slug(self.route, slug))
        if row is None:
            raise forms.ValidationError(_("Nothing public has the address “%(slug)s” here."), code="unknown", params={"slug": slug})
        return row

    def _public(self, slug: str | None) -> Model | None:
        return self.model.objects.public().filter(**{self.key: slug}).first() if slug else None


class DateField(forms.CharField):
    """A date as EDTF or as people type it; cleans to an Edtf."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=100, **kwargs)

    def clean(self, value: Any) -> edtf.Edtf | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return edtf.parse(text)
        except edtf.EdtfError as error:
            if WRITTEN_AS_EDTF.match(text):
                raise self._refusal((), str(error)) from error
            from archive.extraction import read_date  # noqa: PLC0415 - a third of a second, for who writes a date in words

            reading = read_date(text)
            if reading.edtf:
                return edtf.parse(reading.edtf)
            raise self._refusal(reading.readings, str(error)) from error

    def _refusal(self, readings: Sequence[str], advice: str) -> forms.ValidationError:
        if readings:
            words = _(" or ").join(edtf.parse(one).words for one in readings)
            return forms.ValidationError(_("This can be %(words)s. Write the month as a word."), code="ambiguous", params={"words": words})
        return forms.ValidationError(advice, code="date")


class PublicStatementsField(forms.CharField):
    """Statements by their ids or addresses, with commas or spaces between them; cleans to their numbers."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=MOST_CHOSEN * 100, **kwargs)

    def clean(self, value: Any) -> tuple[int, ...]:
        ids = ids_in(super().clean(value))
        if len(ids) > MOST_CHOSEN:
            raise forms.ValidationError(_("At most %(most)s statements can be chosen at once."), code="many", params={"most": MOST_CHOSEN})
        known = dict(Statement.objects.public().filter(public_id__in=ids).values_list("public_id", "pk"))
        unknown = [one for one in ids if one not in known]
        if unknown:
            named = ", ".join(unknown[:5])
            raise forms.ValidationError(_("No public statement has this id: %(ids)s."), code="unknown", params={"ids": named})
        return tuple(known.values())


def ids_in(text: str) -> list[str]:
    """The ids of statements in a list of ids and addresses, each once; what names none stays as it is, to be told of."""
    return list(dict.fromkeys(id_in(part) or part for part in re.split(r"[\s,;]+", text) if part))


def id_in(given: str) -> str:
    """The id of a statement by itself or in an address that leads to it; nothing where there is none."""
    found = (place.search(given[:LONGEST_ADDRESS]) for place in PLACES)
    return next((one[1] for one in found if one), "")
