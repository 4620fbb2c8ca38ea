"""What all filters have in common: a Django form over the address' parameters, which cleans each, names it in each error, and narrows rows.

The filters themselves stand in `filters`.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Self

from django import forms
from django.http import QueryDict

from archive import edtf
from timeline.lists.paging import Count, Rows, count_up_to

PAGING = ("cursor", "page_size", "count")  # parameters that choose a page of a list, not what is in it


@dataclass(frozen=True)
class Active:
    """One filter that is on: what to show of it, and the address (from “?” on) of the same list without it."""

    name: str
    label: str
    value: str
    url_without: str


@dataclass(frozen=True)
class Removal(Active):
    """An active filter, and how many rows there would be without it."""

    count: Count


class Shared(dict[str, forms.Field]):
    """The fields of a filter, which all filters of its kind share: nothing changes one, and Django copies what it finds (0.2 ms)."""

    def __deepcopy__(self, _copied: dict[int, Any]) -> Self:
        return self


class Filter(forms.Form):
    """What all filters have in common. A subclass declares the parameters and, for each that narrows, a method `by_<parameter>`."""

    ALWAYS_ON: tuple[str, ...] = ("dates", "order")  # they say how, not what: never listed as active

    def __init__(self, params: Mapping[str, str] | None = None) -> None:
        """Spaces around a value are none of it: what `given` tells is what is checked, and what pages are kept by."""
        if not isinstance(self.base_fields, Shared):
            type(self).base_fields = Shared(self.base_fields)
        given = {name: value.strip() for name, value in (params or {}).items()}
        super().__init__(given, auto_id="filter-%s", use_required_attribute=False)

    @classmethod
    def of(cls, params: Mapping[str, str]) -> Self:
        """The filter of an address; of all that give nothing of it the same, which is checked already."""
        return cls(params) if any(params.get(name) for name in cls.base_fields) else cls._of_nothing()

    @classmethod
    @cache
    def _of_nothing(cls) -> Self:
        chosen = cls()
        chosen.full_clean()
        return chosen

    def apply(self, rows: Any) -> Any:
        """The rows of a queryset or a walk that pass; none where a parameter is wrong."""
        if not self.is_valid():
            return rows.none()
        for name, value in self.cleaned_data.items():
            if value and (narrow := getattr(self, f"by_{name}", None)):
                rows = narrow(rows, value)
        return rows

    @cached_property
    def given(self) -> dict[str, str]:
        """The filter's own parameters that are not empty, in the order of the form."""
        return {name: value for name in self.fields if (value := self.data.get(name))}

    @cached_property
    def query(self) -> str:
        """The address' query of this filter alone, without “?”: for links to its other formats."""
        return self.query_with()

    def query_with(self, **changes: str) -> str:
        """The same query with some parameters changed; an empty one is left out."""
        query = QueryDict(mutable=True)
        query.update(self.that_go_together(self.given | changes))
        return query.urlencode()

    def that_go_together(self, params: Mapping[str, str]) -> dict[str, str]:
        """Those of the parameters that are not empty, and may stand without the others."""
        return {name: value for name, value in params.items() if value}

    def active(self) -> list[Active]:
        """The filters that are on, also those that are wrong."""
        return [Active(*self._shown(name)) for name in self.given if name not in self.ALWAYS_ON]

    def removals(self, rows: Rows, besides: Collection[str] = ()) -> list[Removal]:
        """For an empty result: each active filter, but for some, with the number of rows without it. One with more than none emptied it."""
        names = [name for name in self.given if name not in self.ALWAYS_ON and name not in besides]
        return [Removal(*self._shown(name), count_up_to(self.without(name).apply(rows))) for name in names]

    def without(self, name: str) -> Self:
        return type(self)(self.that_go_together(self.given | {name: ""}))

    def unknown(self, params: Iterable[str]) -> list[str]:
        """The parameters that neither this filter nor paging knows."""
        return sorted(set(params) - set(self.fields) - set(PAGING))

    def _shown(self, name: str) -> tuple[str, str, str, str]:
        value = self.cleaned_data.get(name) if self.is_valid() or name not in self.errors else None
        words = self._words(name, value) if value else self.given[name]
        return name, str(self.fields[name].label), words, f"?{self.query_with(**{name: ''})}"

    def _words(self, name: str, value: Any) -> str:
        if isinstance(value, edtf.Edtf):
            return value.words
        choices = dict(getattr(self.fields[name], "choices", ()))
        return str(choices.get(value, value))
