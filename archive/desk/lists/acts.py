"""What is done with ticked rows: each in a transaction of its own and refused by itself, or one value for all of them or none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from archive import review
from archive.desk.lists.act_forms import ActForm, ReasonForm, SameForAllForm
from archive.desk.lists.ticked import Ticked
from archive.errors import Refused, one_of_many
from archive.models import User

Refusals = dict[int, Refused]  # by the numbers of the rows
Doing = Callable[[Sequence[Ticked], User, dict[str, Any], QueryDict], Refusals]


def _accept(ticked: Sequence[Ticked], by: User, _given: dict[str, Any], _post: QueryDict) -> Refusals:
    return one_by_one(ticked, lambda one: review.accept(one.statement, by=by, confirmed=one.confirmed))


def _reject(ticked: Sequence[Ticked], by: User, given: dict[str, Any], _post: QueryDict) -> Refusals:
    return one_by_one(ticked, lambda one: review.reject(one.statement, by=by, reason=given["reason"]))


def one_by_one(ticked: Sequence[Ticked], do: Callable[[Ticked], Any]) -> Refusals:
    refused = {}
    for one in ticked:
        try:
            with one_of_many(f"statement {one.statement.pk}"), transaction.atomic():
                one.expect_unchanged()
                do(one)
        except Refused as refusal:
            refused[one.statement.pk] = refusal
    return refused


@transaction.atomic
def _set_for_all(ticked: Sequence[Ticked], by: User, given: dict[str, Any], post: QueryDict) -> Refusals:
    """Raises what speaks against it: then nothing was changed."""
    for one in ticked:
        one.expect_unchanged()
    review.change_all([one.statement for one in ticked], given["changes"], by=by, confirmed=post.getlist("seen"))
    return {}


@dataclass(frozen=True)
class Act:
    """A button for ticked rows; `asks` what besides, and whether their `doubts` are to be confirmed row by row."""

    name: str
    label: Any
    permission: str
    do: Doing
    told: Any  # of those that were done, with their number
    asks: type[ActForm] = ActForm
    has_doubts: bool = False


ACCEPTED = ngettext_lazy("%d statement accepted.", "%d statements accepted.")
REJECTED = ngettext_lazy("%d statement rejected.", "%d statements rejected.")
CHANGED = ngettext_lazy("%d statement changed.", "%d statements changed.")
ALL = (
    Act("accept", _("Accept"), "accept_statement", _accept, ACCEPTED, has_doubts=True),
    Act("reject", _("Reject"), "accept_statement", _reject, REJECTED, ReasonForm),
    Act("set", _("Set speaker, date or occasion"), "change_statement", _set_for_all, CHANGED, SameForAllForm),
)
ACTS = {one.name: one for one in ALL}
