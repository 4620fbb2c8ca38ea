"""Random acts of all kinds on a small archive: after each, entries and counts are what a fresh look finds.

    python -m tests.campaigns.entries_after_acts [HOW MANY ARCHIVES] [FIRST SEED]

On the database of DATABASE_URL, migrated, in a transaction that is taken back.
"""

import os
import sys
from random import Random

ACTS = 25


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    import django  # noqa: PLC0415 - the surroundings come first

    django.setup()
    many, first = (int(value) for value in [*sys.argv[1:], *("100", "0")[len(sys.argv) - 1 :]])
    for seed in range(first, first + many):
        run(seed)
    print(f"{many} archives of {ACTS} acts each: all as a fresh look finds them.")


def run(seed: int) -> None:
    from django.db import transaction  # noqa: PLC0415 - the surroundings come first

    from tests.archive.entries.acts import Archive, expect_fresh  # noqa: PLC0415 - the same

    chance = Random(seed)
    with transaction.atomic():
        archive = Archive()
        archive.fill(chance)
        for turn in range(ACTS):
            done = archive.act(chance)
            try:
                expect_fresh()
            except AssertionError:
                print(f"Seed {seed}, act {turn}: {done}")
                raise
        transaction.set_rollback(True)


if __name__ == "__main__":
    main()
