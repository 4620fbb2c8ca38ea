"""Writes entries: only those that became others, each with a higher version.

What is public no more keeps an empty one, so that no version ever stands for two things.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

import orjson

from archive import many_rows

Shown = dict[str, Any]
WorkOut = Callable[[Collection[int]], Mapping[int, Shown]]


def written(shown: Shown) -> str:
    """As an entry keeps it."""
    return orjson.dumps(shown).decode()


def rewrite(table: Any, numbers: Collection[int], work_out: WorkOut) -> int:
    """The rows of Entry or DocumentEntry with these numbers anew; returns how many became others.

    Those that are kept are held before anything is worked out, so that of two acts the later one tells what both did.
    """
    changed = others(table.objects.select_for_update(no_key=True), numbers, work_out)
    key = table._meta.pk.name
    many_rows.write(table, (key, "version", "shown"), changed, key=[key])
    return len(changed)


def others(rows: Any, numbers: Collection[int], work_out: WorkOut) -> list[tuple[int, int, str]]:
    """Those of these numbers that ought to be others: each with its next version, and as it is to be kept."""
    known = rows.filter(pk__in=numbers).order_by("pk").values_list("pk", "version", "shown")
    kept = {pk: (version, shown) for pk, version, shown in known}
    fresh = {pk: written(shown) for pk, shown in work_out(numbers).items()}
    none = (0, "")
    return [
        (pk, kept.get(pk, none)[0] + 1, fresh.get(pk, "")) for pk in sorted({*kept, *fresh}) if fresh.get(pk, "") != kept.get(pk, none)[1]
    ]
