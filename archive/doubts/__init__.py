"""What a person is asked before something is entered, accepted, changed or made public: it may be wrong, and it may be right.

`statements`, `spans` and `names` hold the rules, `beside` reads what they look at. What was confirmed is kept with the row and in the
Event, so that nobody is asked twice.
"""

from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from archive.errors import Doubt, NeedsConfirmation
from archive.models import Statement

Done = TypeVar("Done")


def expect_confirmed(doubts: Iterable[Doubt], confirmed: Collection[str]) -> list[str]:
    """Refuse unless every doubt is among the `confirmed`, by its `seen`. Returns the sentences that were confirmed, for the Event."""
    doubts = list(doubts)
    if any(one.seen not in confirmed for one in doubts):
        raise NeedsConfirmation(doubts)
    return [one.told for one in doubts]


def kept_with(statement: Statement) -> set[Doubt]:
    """What was confirmed of this statement before."""
    return {Doubt(one["key"], one["told"]) for one in statement.confirmed}


def keep(statement: Statement, doubts: Iterable[Doubt], confirmed: Collection[str]) -> dict[str, list[str]]:
    """Refuse unless each doubt was confirmed, now or before; then keep them with the row, unsaved. Returns what the Event is to say."""
    before, doubts = kept_with(statement), list(doubts)
    told = expect_confirmed([one for one in doubts if one not in before], confirmed)
    statement.confirmed = [{"key": one.key, "told": one.told} for one in doubts if one in before or one.told in told]
    return {"confirmed": told} if told else {}


def asked_at_once(acts: Iterable[Callable[[], Done]]) -> list[Done]:
    """What each of these did, within a transaction that is undone where one of them asks: then all that they ask is asked together."""
    done: list[Done] = []
    asked: dict[str, Doubt] = {}
    for act in acts:
        try:
            done.append(act())
        except NeedsConfirmation as refusal:
            asked |= {doubt.seen: doubt for doubt in refusal.doubts}
    if asked:
        raise NeedsConfirmation(asked.values())
    return done
