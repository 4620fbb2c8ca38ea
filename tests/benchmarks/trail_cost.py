"""What the last page of a claim's trail costs, however often the claim was said.

    python -m tests.benchmarks.trail_cost [SIZE …]

Writes claims of so many public occurrences into a temporary database (or that of DATABASE_URL, which has to be empty), in four mixes, and
prints CPU and wall milliseconds of what `archive.entries.histories` reads for the last fifty, and of the whole page.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from typing import Any

PAGE, ROUNDS = 50, 5
MIXES: dict[str, dict[str, Any]] = {
    "each on its own": {"occasions": 0, "people": 300},
    "ten reports an occasion": {"occasions": 0.1, "people": 300},
    "one occasion": {"occasions": 1, "people": 300},
    "disputed, by new speakers": {"occasions": 0.1, "people": 1.0, "denied": 0.5},
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sizes", type=int, nargs="*", default=[8000])
    with tempfile.TemporaryDirectory() as folder:
        script = f"from tests.benchmarks.trail_cost import measure; measure({options.parse_args().sizes})"
        subprocess.run([sys.executable, "-c", script], env={**os.environ, "VAR_DIR": folder}, check=True)


def measure(sizes: list[int]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    os.environ.setdefault("DEBUG", "false")
    os.environ.setdefault("SECRET_KEY", "benchmark-" + "".join(chr(97 + n % 26) for n in range(60)))
    import django  # noqa: PLC0415 - the surroundings come first

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - the same
    from django.db import connection  # noqa: PLC0415 - the same

    call_command("migrate", verbosity=0)
    for size in sizes:
        for name, mix in MIXES.items():
            claim = claim_said(random.Random(5), size, **mix)
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")  # as PostgreSQL does by itself, within a minute
            print(f"{size:7,} occurrences, {name:26}: {', '.join(spent(claim))}", flush=True)


def claim_said(rng: random.Random, size: int, *, occasions: float, people: float, denied: float = 0.0, odd: float = 0.05) -> Any:
    """A public claim of so many occurrences, its rows written in bulk. `occasions` and `people`: how many, or a share of the size."""
    from archive.entries import sides  # noqa: PLC0415 - the same
    from archive.enums import Stance  # noqa: PLC0415 - the surroundings come first
    from archive.models import Attribution, ClaimTally, Occasion, Occurrence  # noqa: PLC0415 - the same
    from tests import factories as make  # noqa: PLC0415 - the same

    chief, claim = make.the_chief(), make.make_claim(f"The toll on bridge {next(make.numbers)} stays.")
    held = Occasion.objects.bulk_create([Occasion(name=f"Occasion {n}") for n in range(_count(occasions, size))])
    known = _people(claim, _count(people, size))
    statements = _statements(rng, size, held, odd)
    Attribution.objects.bulk_create(Attribution(statement=one, **_speaker(rng, known)) for one in statements)
    links = [_link(rng, one, denied, odd) for one in statements]
    for link in links:
        link.claim, link.judged_by, link.judged_at = claim, chief, link.statement.document.captured_at
    Occurrence.objects.bulk_create(links, batch_size=1000)
    sides.renew(one.pk for one in statements)
    counted: dict[str, Any] = {"denials": sum(one.stance == Stance.DENIES for one in links), "first_sort": 0, "last_sort": 0}
    counted["first_said"] = next((one.statement.said_on for one in links if one.is_saying), "")
    ClaimTally.objects.create(claim=claim, sayings=size, reports=size, **counted)
    return claim


def _people(claim: Any, count: int) -> list:
    from archive.models import Speaker  # noqa: PLC0415 - the surroundings come first

    people = [Speaker(name=f"P {claim.pk} {n}", slug=f"p-{claim.pk}-{n}", name_key=f"p {claim.pk} {n}") for n in range(count)]
    return Speaker.objects.bulk_create(people)


def _statements(rng: random.Random, size: int, held: list, odd: float) -> list:
    """One document's, on days of twenty years in their order; some are on an occasion, and the odd one is a translation."""
    from archive.enums import StatementStatus  # noqa: PLC0415 - the surroundings come first
    from archive.models import Statement  # noqa: PLC0415 - the same
    from tests import factories as make  # noqa: PLC0415 - the same

    chief, document = make.the_chief(), make.make_document("x" * (size + 1))
    statements: list = []
    for n, day in enumerate(sorted(rng.choices(range(1, 28 * 12 * 20), k=size))):
        said_on = f"{2000 + day // 336}-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}"
        fields = {"occasion": rng.choice([*held, None]) if held else None, "undated": False, "status": StatementStatus.PUBLIC}
        row = Statement(document=document, start=n, end=n + 1, text="x", language="en", said_on=said_on, **fields)
        row.version, row.recorded_at, row.published_by = 1, document.captured_at, chief
        if statements and rng.random() < odd:
            row.translation_of = rng.choice([one for one in statements[-20:] if one.translation_of is None] or [None])
        Statement._meta.get_field("said_on").pre_save(row, add=True)
        statements.append(row)
        row.save()
    return statements


def _link(rng: random.Random, one: Any, denied: float, odd: float) -> Any:
    from archive.enums import Likeness, OccurrenceStatus, Stance  # noqa: PLC0415 - the surroundings come first
    from archive.models import Occurrence  # noqa: PLC0415 - the same

    stance = Stance.DENIES if rng.random() < denied else rng.choice(list(Stance)) if rng.random() < odd else Stance.ASSERTS
    likeness = rng.choice(list(Likeness)) if rng.random() < odd else Likeness.PARAPHRASE
    how = {"stance": stance, "likeness": likeness, "status": OccurrenceStatus.PUBLIC}
    return Occurrence(statement=one, start=one.start, end=one.end, said_sort=one.said_sort, **how)


def _count(wanted: float, size: int) -> int:
    return int(wanted * size) if isinstance(wanted, float) else wanted


def _speaker(rng: random.Random, known: list) -> dict:
    if rng.random() < 0.1:
        return {"name": rng.choice(["A source in the ministry", "a source in the Ministry", "", "an aide"]), "role": "aide"}
    return {"speaker": rng.choice(known)}


def spent(claim: Any) -> list[str]:
    from archive.entries.values import shown_of  # noqa: PLC0415 - the surroundings come first
    from timeline.lists.occurrences import Occurrences  # noqa: PLC0415 - the same
    from timeline.lists.paging import NEWEST_FIRST, OLDEST_FIRST, page_of  # noqa: PLC0415 - the same
    from timeline.record.trails import trail  # noqa: PLC0415 - the same

    rows = Occurrences(claim.pk)
    last = rows.read(NEWEST_FIRST, None, PAGE, back=False)
    page = page_of(rows, OLDEST_FIRST, cursor="", size=PAGE)
    page.rows[:] = last[::-1]
    acts = {"entries": lambda: shown_of([row.statement for row in page.rows]), "trail": lambda: trail(page, rows)}
    return [f"{name} {_timed(act)}" for name, act in acts.items()]


def _timed(act: Any) -> str:
    act()
    cpu, wall = time.process_time(), time.perf_counter()
    for _ in range(ROUNDS):
        act()
    return f"{(time.process_time() - cpu) / ROUNDS * 1000:.0f} CPU ms, {(time.perf_counter() - wall) / ROUNDS * 1000:.0f} ms"


if __name__ == "__main__":
    main()
