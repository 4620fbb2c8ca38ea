"""Tampers at random with rows of every table that the record consists of, triggers off, and expects `verify` to name what was touched; and
lets people do at random what they may, and expects `verify` and the program for readers to accuse nobody.

    python -m tests.campaigns.tampering [TAMPERINGS] [HISTORIES] [FIRST SEED]

On the database of DATABASE_URL, migrated, in transactions that are taken back. What the record is, and what is no part of it and why:
tests/archive/verification/record.py. Prints each that was not found or wrongly accused, and ends with 1 then.
"""

import contextlib
import io
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.archive.entries.acts import Archive

OF_ONE_ARCHIVE, HISTORIES, ACTS = 100, 20, 30  # tamperings and histories that begin in one archive, and what is done in a history


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    import django  # noqa: PLC0415 - the surroundings come first

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - the same

    call_command("collectstatic", "--noinput", verbosity=0)  # a dossier has the site's styles
    given = [int(value) for value in sys.argv[1:]]
    tamperings, histories, first = [*given, *(10_000, 1_000, 0)[len(given) :]]
    began, accused = time.monotonic(), sum(accused_of(first + seed, histories - seed) for seed in range(0, histories, HISTORIES))
    print(f"{histories} honest histories of {ACTS} acts: {accused} accused, {time.monotonic() - began:.0f} s", flush=True)
    began, told = time.monotonic(), Counter[str]()
    for seed in range(first, first + tamperings):
        if told["found"] + told["missed"] >= tamperings:
            break
        told += tampered(seed, min(OF_ONE_ARCHIVE, tamperings - told["found"] - told["missed"]))
    refused = f"{told['refused']} refused by the database itself or without effect"
    print(f"{told['found'] + told['missed']} tamperings: {told['found']} found and named, {told['missed']} missed; {refused}, ", end="")
    print(f"{time.monotonic() - began:.0f} s")
    sys.exit(bool(accused or told["missed"]))


def accused_of(seed: int, number: int) -> int:
    """How many honest histories of one archive, no more than so many, are told to have a fault."""
    from django.db import transaction  # noqa: PLC0415 - the surroundings come first

    from tests.archive.verification import honest  # noqa: PLC0415 - the same

    with beside_a_key_of_its_own(), transaction.atomic():
        archive = honest.begun(Random(seed))
        accused = sum(accuse(archive, seed + one) for one in range(min(HISTORIES, number)))
        transaction.set_rollback(True)
    return accused


@contextlib.contextmanager
def beside_a_key_of_its_own(begun: Path | None = None) -> Iterator[None]:
    """A `var/` that is empty, or as that one is; what is signed in this is gone behind it."""
    from django.test import override_settings  # noqa: PLC0415 - the surroundings come first

    with TemporaryDirectory() as var, override_settings(VAR_DIR=Path(var)):
        if begun:
            shutil.copytree(begun, var, dirs_exist_ok=True)
        yield


def accuse(archive: "Archive", seed: int) -> bool:
    """Whether an honest history is told to have a fault. It is taken back before the next."""
    from django.conf import settings  # noqa: PLC0415 - the surroundings come first
    from django.db import transaction  # noqa: PLC0415 - the same

    from archive.verification import faults  # noqa: PLC0415 - the same
    from tests.archive.verification import honest  # noqa: PLC0415 - the same

    chance = Random(seed)
    with beside_a_key_of_its_own(Path(settings.VAR_DIR)), transaction.atomic():
        done = [honest.act(archive, chance) for _ in range(ACTS)]
        found = [*map(str, faults()), *told_outside()]
        transaction.set_rollback(True)
    if found:
        print(f"seed {seed}: accused: {found[:3]} after {[one for one in done if 'refused' not in one]}", flush=True)
    return bool(found)


def told_outside() -> list[str]:
    """What the program for readers says of a dossier of everything, if it is not satisfied."""
    from django.core.cache import cache  # noqa: PLC0415 - the surroundings come first
    from django.test import Client  # noqa: PLC0415 - the same

    from archive.log import checkpoints, verifier  # noqa: PLC0415 - the same

    cache.clear()  # of histories that were taken back, whose states had the same numbers
    key, said = checkpoints.make().key, io.StringIO()
    with tempfile.NamedTemporaryFile(suffix=".zip") as file, contextlib.redirect_stdout(said):
        file.write(Client(SERVER_NAME="localhost").get("/chronology/dossier.zip").getvalue())
        file.flush()
        return said.getvalue().splitlines() if verifier.main([file.name, "--key", key]) else []


def tampered(seed: int, number: int) -> Counter[str]:
    """So many in one archive, each taken back before the next. What lies beside the key is of that archive too."""
    from django.db import transaction  # noqa: PLC0415 - the surroundings come first

    from archive.log import kept_histories  # noqa: PLC0415 - the same
    from tests.archive.verification import honest  # noqa: PLC0415 - the same

    chance, told = Random(seed), Counter[str]()
    with beside_a_key_of_its_own(), transaction.atomic():
        archive = honest.begun(chance)
        for _ in range(ACTS // 2):
            honest.act(archive, chance)
        kept_histories.keep(settled=0)
        while told["found"] + told["missed"] < number and told["refused"] < 20 * number:
            told[one_tampering(seed, chance)] += 1
        transaction.set_rollback(True)
    return told


def one_tampering(seed: int, chance: Random) -> str:
    from django.db import connection, transaction  # noqa: PLC0415 - the surroundings come first

    from archive.verification import faults  # noqa: PLC0415 - the same
    from tests.archive.log.tampering import triggers_off  # noqa: PLC0415 - the same
    from tests.archive.verification.attack import tamper  # noqa: PLC0415 - the same

    with transaction.atomic():
        with triggers_off(), connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("PRAGMA defer_foreign_keys = ON")
            done = tamper(chance)
        found = [str(one) for one in faults()] if done and os.environ.get("ALL_FAULTS") else []
        named = bool(done) and any(done.is_named_in(line) for line in (found or map(str, faults())))
        transaction.set_rollback(True)
    if done is None:
        return "refused"
    if not named:
        print(f"seed {seed}: missed: {done.told}", flush=True)
    return "found" if named else "missed"


if __name__ == "__main__":
    main()
