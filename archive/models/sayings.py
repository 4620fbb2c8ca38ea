"""What makes two statements one saying, and two printed names one source, where queries compare them; and what counts as which figure.

These are the definitions of all counts: `tallies` keeps them, filters list what they count, charts draw it.
"""

from collections.abc import Iterable

from django.db import models
from django.db.models.functions import Coalesce

from archive.enums import CountedAs, Likeness, Stance
from archive.models.fields import folded
from archive.models.source_note import taken_back
from archive.models.statement import OF_PUBLICATION

Who = tuple[int, str]  # the number of a Speaker, or 0 and the folded name of a source that has no row

# In which figure of its claim an Occurrence counts whose report stands. In one that was retracted a saying counts apart, and the rest in
# none.
COUNTED_AS = {
    CountedAs.SAYINGS: models.Q(stance=Stance.ASSERTS, likeness__in=Likeness.sayings()),
    CountedAs.VARIANTS: models.Q(stance=Stance.ASSERTS, likeness=Likeness.VARIANT),
    CountedAs.NARROWER: models.Q(stance=Stance.ASSERTS, likeness=Likeness.NARROWER),
    CountedAs.WIDER: models.Q(stance=Stance.ASSERTS, likeness=Likeness.WIDER),
    CountedAs.DENIALS: models.Q(stance=Stance.DENIES),
    CountedAs.RELAYS: models.Q(stance=Stance.RELAYS),
}


def figure() -> models.Case:
    """In which figure an Occurrence counts, in SQL; empty where it counts in none."""
    fell = models.Q(models.Exists(taken_back("statement__document")))
    return _first_of([(CountedAs.RETRACTED, fell & COUNTED_AS[CountedAs.SAYINGS]), ("", fell), *COUNTED_AS.items()])


def figure_if_it_stands() -> models.Case:
    """The same in SQL of a report of which it is not asked yet whether it was retracted; `figure_of` tells the rest."""
    return _first_of(COUNTED_AS.items())


def figure_of(if_it_stands: str, *, fell: bool) -> str:
    retracted = CountedAs.RETRACTED.value if if_it_stands == CountedAs.SAYINGS else ""
    return retracted if fell else if_it_stands


def _first_of(rules: Iterable[tuple[str, models.Q]]) -> models.Case:
    return models.Case(*(models.When(condition, then=models.Value(str(name))) for name, condition in rules), default=models.Value(""))


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


def reported(path: str) -> models.Case:
    """`Statement.said_is_reported` in SQL: 1 or 0."""
    day = models.F(f"{path}__said_earliest")
    ends = ("said_latest", "occasion__held_earliest", "occasion__held_latest")
    is_told = models.Q(**{f"{path}__{end}": day for end in ends})
    is_published = models.Q(**{f"{path}__said_rule__in": OF_PUBLICATION}) & ~models.Q(**{f"{path}__said_on": ""})
    rules = (models.When(is_told, then=models.Value(0)), models.When(is_published, then=models.Value(1)))
    return models.Case(*rules, default=models.Value(0))
