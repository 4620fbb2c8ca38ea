"""What passages are about, kept in the database and scanned: the signs first, of all; then the numbers, of the few that came near.

Whoever indexes a statement writes that its English passages wait for their vectors; `meanings` makes them. Until then a passage is compared
by its words alone. A scan of the signs reads 48 bytes a passage. Above FILE_ABOVE passages a file beside
the database is asked instead, and only what is newer than the file is scanned: see vector_file.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from django.db import connection, transaction

from archive.linking import vector_file
from archive.linking.lookup.database import ask
from archive.linking.lookup.questions import IN_A_BLOCK, Ask, Near
from archive.matching.meaning.transformer import DIMENSIONS
from archive.matching.meaning.vectors import MADE_BY, codes_from, vectors_from
from archive.models import Passage, PassageVector, VectorBlock

if TYPE_CHECKING:
    import numpy as np

BYTES = DIMENSIONS // 8
# So many times what is asked for come near by their signs and are looked at by their numbers: then nine in ten of the nearest are there.
LOOKED_AT = 3
# Below it two texts have nothing to do with each other.
LEAST_COSINE = 0.3


def await_for(english: Collection[int], there: Collection[int] = ()) -> None:
    """Of some passages that were read just now the English ones, and none else, have a vector of this model or wait for it. `there` are
    those that may have one already."""
    known = dict(PassageVector.objects.filter(pk__in=there).values_list("pk", "made_by"))
    standing = {key for key, made_by in known.items() if key in english and made_by in ("", MADE_BY)}
    drop(known.keys() - standing)
    PassageVector.objects.bulk_create(PassageVector(passage_id=key) for key in english if key not in standing)


@transaction.atomic
def keep(made: Mapping[int, bytes]) -> int:
    """Vectors of passages that still wait for one. Returns how many they were."""
    keys = list(PassageVector.objects.awaited().select_for_update().filter(pk__in=made).order_by("pk").values_list("pk", flat=True))
    rows = [PassageVector(passage_id=key, numbers=made[key], made_by=MADE_BY) for key in keys]
    PassageVector.objects.bulk_create(rows, update_conflicts=True, unique_fields=["passage"], update_fields=["numbers", "made_by"])
    _mark({key: _signs(codes_from(made[key])).tobytes() for key in keys})
    return len(keys)


def drop(keys: Collection[int]) -> None:
    """Passages that are about to go, or are no longer English. The rows are held before the blocks, as `keep` does it."""
    held = PassageVector.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    _mark({key: bytes(BYTES) for key, made_by in held.values_list("pk", "made_by") if made_by})
    PassageVector.objects.filter(pk__in=keys).delete()


def nearest(passage: Passage, limit: int, beside: Collection[int] = (), ask: Ask = ask) -> dict[int, float]:
    """Keys of the passages nearest in meaning, and those of `beside`, with the cosine; none for a passage without a vector."""
    numbers = numbers_of([passage.pk]).get(passage.pk)
    return {} if numbers is None else nearest_to(numbers, limit, beside, ask, but=passage.pk)


def nearest_to(numbers: bytes, limit: int, beside: Collection[int] = (), ask: Ask = ask, *, but: int = 0) -> dict[int, float]:
    """The same for a vector as it would be kept. `but`: the passage that it is of."""
    near = _near(numbers, LOOKED_AT * limit, ask)
    likeness = _cosines(vectors_from(codes_from(numbers))[0], {*near, *beside} - {but})
    found = {key for key in near if likeness.get(key, 0.0) >= LEAST_COSINE}
    best = sorted(found, key=lambda key: (-likeness[key], key))[:limit]
    return {key: likeness[key] for key in {*best, *beside} & likeness.keys()}


def numbers_of(keys: Iterable[int]) -> dict[int, bytes]:
    """The vectors of passages as they are kept; one in another language, or which waits for its own, has none. Hundreds of keys handed over
    one by one would cost more than the rows, so they are written into the query."""
    written = ",".join(str(int(key)) for key in keys)
    if not written:
        return {}
    with connection.cursor() as cursor:
        query = f"SELECT passage_id, numbers FROM {PassageVector._meta.db_table} WHERE passage_id IN ({written}) AND made_by = %s"  # noqa: S608 - whole numbers
        cursor.execute(query, [MADE_BY])
        return {key: bytes(numbers) for key, numbers in cursor.fetchall()}


def _cosines(vector: "np.ndarray", keys: Iterable[int]) -> dict[int, float]:
    known = numbers_of(keys)
    found = vectors_from(codes_from(b"".join(known.values()))) @ vector
    return {key: round(float(likeness), 4) for key, likeness in zip(known, found, strict=True)}


def _near(numbers: bytes, count: int, ask: Ask) -> list[int]:
    """From the file if there is one, and from the blocks that are newer than it."""
    codes, file = codes_from(numbers), vector_file.current()
    known, since = (file.nearest(codes[0], count), file.highest + 1) if file else ([], 0)
    return [*known, *ask(Near(_signs(codes).tobytes(), since, count)).keys.tolist()]


def _signs(rows: "np.ndarray") -> "np.ndarray":
    import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

    return np.packbits(rows > 0, axis=1)


def _mark(signs: Mapping[int, bytes]) -> None:
    """Write signs at their places. Blocks are locked in their order, so that two who accept at once don't wait for each other in a ring."""
    numbers = sorted({key // IN_A_BLOCK for key in signs})
    blocks = _held(numbers)
    if missing := [number for number in numbers if number not in blocks]:
        VectorBlock.objects.bulk_create((VectorBlock(number=n, signs=bytes(IN_A_BLOCK * BYTES)) for n in missing), ignore_conflicts=True)
        blocks = _held(numbers)
    held = {number: bytearray(block.signs) for number, block in blocks.items()}
    for key, code in signs.items():
        number, place = divmod(key, IN_A_BLOCK)
        held[number][place * BYTES : (place + 1) * BYTES] = code
    for number, now in held.items():
        VectorBlock.objects.filter(pk=number).update(signs=bytes(now))


def _held(numbers: list[int]) -> dict[int, VectorBlock]:
    return {block.number: block for block in VectorBlock.objects.select_for_update().filter(number__in=numbers).order_by("number")}
