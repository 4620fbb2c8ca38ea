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
    rows = table.objects.select_for_update(no_key=True).filter(pk__in=numbers).order_by("pk")
    kept = {pk: (version, shown) for pk, version, shown in rows.values_list("pk", "version", "shown")}
    fresh = {pk: written(shown) for pk, shown in work_out(numbers).items()}
    changed = []
    for pk in sorted({*kept, *fresh}):
        version, was = kept.get(pk, (0, ""))
        if fresh.get(pk, "") != was:
            changed.append((pk, version + 1, fresh.get(pk, "")))
    key = table._meta.pk.name
    many_rows.write(table, (key, "version", "shown"), changed, key=[key])
    return len(changed)
