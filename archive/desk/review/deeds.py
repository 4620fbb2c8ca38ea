"""What the buttons of a card do: each saves what is typed first, but for those that need none of it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from archive import errors, review
from archive.acts import held
from archive.admin.statements.statement_acts import name_occasion, name_speakers, take_all_proposed
from archive.desk.review.card_form import CardForm
from archive.desk.review.named import Attributed
from archive.desk.review.naming import everywhere
from archive.desk.review.rearranging import PlaceForm
from archive.doubts.spans import mended
from archive.errors import Refused, Stale
from archive.identity.names import entered_speaker
from archive.models import ArchiveState, Attribution, Statement, User


class Untyped(Refused):
    """What is typed can't be read: the form says where."""


@dataclass(frozen=True)
class Asked:
    """What a person wants of a card: with what is typed there, what he confirms, and his remark."""

    form: CardForm
    by: User
    confirmed: Collection[str] = ()
    remark: str = ""

    @property
    def statement(self) -> Statement:
        return self.form.statement


Deed = Callable[[Asked], str]


@transaction.atomic
def do(deed: Deed, asked: Asked) -> str:
    """In one transaction with what it saves; a sentence on what was done. Refuses what is not as the page showed it."""
    ArchiveState.take_turn()
    if held(asked.statement).lock_version != _read_version(asked.form):
        raise Stale(errors.OVERTAKEN)
    return deed(asked)


def _read_version(form: CardForm) -> int | None:
    typed = str(form.shown("read_version") or "")
    return int(typed) if typed.isdecimal() else None


def _typed(asked: Asked) -> dict[str, Any]:
    """What is typed, as a change; who is said to be somebody new is entered."""
    if not asked.form.is_valid():
        raise Untyped(_("Some of this can't be read. Look at what stands beside the fields."))
    changes = asked.form.changes() | _occasion(asked)
    if asked.form.new_names():
        changes["speakers"] = [_with_who_is_new(one, asked) for one in asked.form.speakers()]
    return changes


def _with_who_is_new(named: Attributed, asked: Asked) -> Attributed:
    speaker, name, role = named
    if speaker or name not in asked.form.new_names():
        return named
    return entered_speaker(Attribution(statement=asked.statement, name=name, role=role), by=asked.by), name, role


def _save(asked: Asked, **besides: Any) -> Statement:
    """What is typed, and `besides`."""
    changes = _typed(asked) | besides
    return review.change(asked.statement, changes, by=asked.by, confirmed=asked.confirmed) if changes else asked.statement


def _occasion(asked: Asked) -> dict[str, Any]:
    typed, stands = asked.form.cleaned_data["occasion"].strip(), asked.statement.occasion
    if typed == (str(stands) if stands else ""):
        return {}
    return {"occasion": review.occasion_called(typed, asked.statement, by=asked.by) if typed else None}


def save(asked: Asked) -> str:
    _save(asked)
    return _("Saved.")


def accept(asked: Asked) -> str:
    signed = {"by": asked.by, "confirmed": asked.confirmed}
    changes = _typed(asked)
    accepted = review.accept_changed(asked.statement, changes, **signed) if changes else review.accept(asked.statement, **signed)
    return _("Accepted: “%s”.") % accepted


def reject(asked: Asked) -> str:
    return _("Rejected: “%s”.") % review.reject(asked.statement, by=asked.by, reason=asked.remark)


def reopen(asked: Asked) -> str:
    return _("Waiting again: “%s”.") % review.reopen(asked.statement, by=asked.by)


def return_with_remark(asked: Asked) -> str:
    return _("Returned: “%s”.") % review.return_to_draft(asked.statement, by=asked.by, reason=asked.remark)


def undated(asked: Asked) -> str:
    _save(asked, said_on="", said_words="", said_rule="", undated=True)
    return _("Kept: no date can be found.")


def day_of_publication(asked: Asked) -> str:
    day = asked.statement.document.published.split("T")[0]
    _save(asked, said_on=day, said_words="", said_rule="publication", undated=False)
    return _("The day of publication was taken.")


def mend_ends(asked: Asked) -> str:
    """The words without spaces and marks of their own at their ends, and without cutting a word."""
    statement = _save(asked)
    review.change(statement, {"span": mended(statement.document.text, statement.start, statement.end)}, by=asked.by)
    return _("The ends were put right.")


def split(asked: Asked) -> str:
    """Before the place that was chosen in the text, or before the words that were pasted."""
    at = asked.form.data.get("at", "")
    text = asked.form.data.get("text", "")
    place = int(at) if at.isdecimal() else PlaceForm({"text": text}).span_in(asked.statement.document)[0]
    first, second = review.split(asked.statement, place, by=asked.by, confirmed=asked.confirmed)
    return _("Two statements now: “%(first)s” and “%(second)s”.") % {"first": first, "second": second}


def join(asked: Asked) -> str:
    behind = Statement.objects.in_reading_order(asked.statement.document).filter(start__gte=asked.statement.end).standing().first()
    if behind is None:
        raise Refused(_("No statement stands behind it."))
    return _("One statement now: “%s”.") % review.join(_save(asked), behind, by=asked.by, confirmed=asked.confirmed)


def after_saving(act: Callable[..., str]) -> Deed:
    def done(asked: Asked) -> str:
        return act(_save(asked), by=asked.by)

    return done


DEEDS: dict[str, Deed] = {
    "accept": accept,
    "save": save,
    "reject": reject,
    "reopen": reopen,
    "return": return_with_remark,
    "undated": undated,
    "day-of-publication": day_of_publication,
    "mend-ends": mend_ends,
    "split": split,
    "join": join,
    "name-speakers": after_saving(everywhere(name_speakers)),
    "take-proposed": after_saving(everywhere(take_all_proposed)),
    "name-occasion": after_saving(name_occasion),
}
GO_ON = ("accept", "reject")  # the person goes on to the next that waits
BEYOND_THE_CARD = ("split", "join", "name-speakers", "take-proposed")  # other cards are shown anew as well
