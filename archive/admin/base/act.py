"""An act on the record as the admin offers it: its label, who may, what it asks and what it would make; and how it is done on a row."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models, transaction
from django.utils.translation import gettext_lazy

from archive.acts import held
from archive.admin.base.act_rows import Answered, mark_of
from archive.errors import Doubt, Refused, Stale
from archive.models import ArchiveState

CHANGED = gettext_lazy("Somebody changed it since you opened it. Look at it again, then decide.")
OTHERWISE = gettext_lazy("What would be made of it is not what was shown. Look at it again, then decide.")


@dataclass(frozen=True)
class Act:
    """`run(row, by=user, **answers)` may return a sentence to show; `asks` is the form of the answers; `states` are those it fits."""

    name: str
    label: str
    done: str
    permission: str
    run: Callable[..., Any]
    states: tuple[str, ...] = ()
    asks: type[forms.Form] | None = None
    proposes: Callable[[models.Model], dict[str, Any]] = lambda row: {}  # what stands in that form to begin with, for a button
    is_wanted: Callable[[models.Model], bool] = lambda row: True
    in_lists: bool = True
    as_button: bool = True
    passed_over: tuple[type[Refused], ...] = ()  # refusals that in a list only mean: nothing to do on this row
    afterwards: Callable[[list], str] = lambda rows: ""  # a sentence on the rows that it was done on
    would: Callable[[models.Model], list[str]] | None = None  # what it would make of a row, in sentences: they are read before it is done
    beside: Callable[[models.Model], Iterable[models.Model]] = lambda row: ()  # rows that it makes sense on together with this one
    doubts: Callable[[models.Model], Iterable[Doubt]] | None = None  # what `run` asks before it does it; it takes `confirmed`
    is_long: bool = False  # and changes nothing public: who publishes does not wait for it
    ends: bool = False  # whether the row is gone afterwards, so that nothing typed into it is saved before

    def fits(self, row: models.Model) -> bool:
        return (not self.states or row.status in self.states) and self.is_wanted(row)

    def shows_first(self, row: models.Model) -> bool:
        """Whether there is anything to read or to answer before."""
        foretold = (self.would and self.would(row)) or (self.doubts and self.doubts(row))
        return bool(self.asks or foretold or any(self.beside(row)))


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Reason", widget=forms.Textarea(attrs={"rows": 3}), help_text="Kept with the record.")


class OptionalReasonForm(ReasonForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = False


class Unfit(Refused):
    """The act makes no sense on this row of a list."""


def as_foretold(act: Act, row: models.Model, shown: Answered) -> Answered:
    """Before the first row is done, for what is made of one may change what would be made of the next."""
    is_otherwise = bool(act.would and shown.mark and shown.mark != mark_of(act.would(row)))
    return shown._replace(is_otherwise=is_otherwise)


@transaction.atomic
def run_on(act: Act, row: models.Model, by, answers: dict[str, Any], shown: Answered, choosing: bool) -> Any:
    """The act, unless the row was changed since it was shown. In a list it may not fit at all."""
    if not act.is_long:
        ArchiveState.take_turn()
    now = held(row)
    if shown.version and shown.version != str(getattr(now, "lock_version", "")):
        raise Stale(CHANGED)
    if shown.is_otherwise:
        raise Stale(OTHERWISE)
    if choosing and not act.fits(now):
        raise Unfit
    confirmed = {"confirmed": shown.confirmed} if act.doubts else {}
    return act.run(row, by=by, **answers, **confirmed)
