"""First names that are names of places too: "Paris Dunne, 24,", "London Pryce, a nurse,"."""

from __future__ import annotations

from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import capitals
from archive.extraction.languages.families import ByLetters
from archive.extraction.people.appositions import apposition, is_aged
from archive.extraction.people.roles import PLAIN
from archive.extraction.people.runs import DETERMINERS, NO_NAME, OF_ROLES, Run

NATIONS = ByLetters(english=capitals.NATIONS)


def is_called_like_place(run: Run) -> bool:
    """Two capitals, the first a place, and behind them an age or what somebody is."""
    first, last = run.tokens[run.begin], run.tokens[run.end - 1]
    if run.end - run.begin != 2 or first.text not in NATIONS or last.bare in NO_NAME or last.lower in OF_ROLES or last.text in PLAIN:
        return False
    return is_aged(run.tokens, run.end) or _is_called(run)


def _is_called(run: Run) -> bool:
    """ "|, a nurse from Looe,", "|, mayor of Looe,"; not "|, including the police"."""
    opening = run.tokens[run.end + 1 : run.end + 2]
    opens = bool(opening) and (opening[0].lower in DETERMINERS or is_calling(opening[0].lower))
    return opens and apposition(run.text, run.tokens, run.end) is not None
