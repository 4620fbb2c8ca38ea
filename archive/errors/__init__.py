"""What the stages say to a person when they refuse: one error, and a sentence that says what to do.

The sentences of the guards that all acts share stand here. What one act alone refuses stands beside its guard, in the rooms `capture`,
`linking`, `publication`, `identity`, `review` and in `removal`; what `fetching` could not get is said where it raises `Unfetched`.
"""

import hashlib
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext_lazy

from archive.errors.faults import fault_of

NO_PERSON = gettext_lazy("Only a person can decide this. Sign in and try again.")
NOT_YOUR_ROLE = gettext_lazy("Your role does not allow this ({permission}). Ask somebody whose role does, or the administrator of people.")
WRONG_STATE = {  # by the act: whole sentences, for other languages put the words of each in an order of its own
    "accepted": gettext_lazy("This {row} is {state}; only what is {states} can be accepted."),
    "changed": gettext_lazy("This {row} is {state}; only what is {states} can be changed."),
    "given a speaker": gettext_lazy("This {row} is {state}; only what is {states} can be given a speaker."),
    "given an occasion": gettext_lazy("This {row} is {state}; only what is {states} can be given an occasion."),
    "marked as a translation": gettext_lazy("This {row} is {state}; only what is {states} can be marked as a translation."),
    "published": gettext_lazy("This {row} is {state}; only what is {states} can be published."),
    "rejected": gettext_lazy("This {row} is {state}; only what is {states} can be rejected."),
    "reopened": gettext_lazy("This {row} is {state}; only what is {states} can be reopened."),
    "returned": gettext_lazy("This {row} is {state}; only what is {states} can be returned."),
    "withdrawn": gettext_lazy("This {row} is {state}; only what is {states} can be withdrawn."),
}
NO_REASON = gettext_lazy("Give a reason: it is kept with the record.")
ANSWERED = gettext_lazy("{by} answered this already: {answer}.")
COLLIDES = gettext_lazy("Something like this is here already, for instance under the same name in other letters.")
OVERTAKEN = gettext_lazy("Somebody else saved this while you were editing. Nothing of theirs was overwritten.")
UNFORESEEN = gettext_lazy("An error that nobody foresaw ({kind}) stopped this one. Tell who runs the site: its log has more.")

logger = logging.getLogger(__name__)
DATABASE_GONE = (InterfaceError, OperationalError)  # gone, full or locked for good: whatever comes next would fail too


class Refused(Exception):  # noqa: N818 - says what happened, as the editor reads it
    """A guard said no. The message is shown as it is to the editor; nothing was changed.

    `about` names the field of the row that it is about, where it is about one; `other` is a row that a person may look at.
    """

    def __init__(self, told: Any = "", *, about: str = "", other: Any = None):
        super().__init__(told)
        self.about, self.other = about, other


class NotYours(Refused):
    """The person's role does not allow it."""


class Stale(Refused):
    """Somebody else changed the row since it was read."""


@dataclass(frozen=True)
class Doubt:
    """What may be wrong and may be right: a person has to say that he looked. `about` is a row to look at, if there is one."""

    key: str
    told: str
    about: Any = field(default=None, compare=False)

    @property
    def seen(self) -> str:
        """What stands for it in `confirmed`, so that nobody confirms what he did not read."""
        return f"{self.key}-{hashlib.sha256(self.told.encode()).hexdigest()[:12]}"


class NeedsConfirmation(Refused):
    """An act that is done only when a person confirms what speaks against it."""

    def __init__(self, doubts: Iterable[Doubt]):
        self.doubts = tuple(doubts)
        super().__init__(" ".join(one.told for one in self.doubts))


class Unforeseen(Refused):
    """A fault of ours. What it was about was not done; the log holds the traceback."""

    def __init__(self, error: Exception):
        super().__init__(UNFORESEEN.format(kind=type(error).__name__))


@contextmanager
def one_of_many(name: str, *known: type[Exception]) -> Iterator[None]:
    """Around the work on one of many: a fault in it is logged and becomes a refusal, so that the others have their turn.

    Refusals and the `known` pass as they are, and so does what befell the disk or the database, for then nobody has a turn.
    """
    passing: tuple[type[Exception], ...] = (Refused, *known, *DATABASE_GONE)
    try:
        yield
    except passing:
        raise
    except Exception as error:
        if fault_of(error):
            raise
        logger.exception("Unforeseen at %s", name)
        raise Unforeseen(error) from error
