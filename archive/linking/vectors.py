"""What passages are about, kept in the database and scanned: the signs first, of all; then the numbers, of the few that came near.

Whoever indexes a statement writes that its English passages wait for their vectors; `meanings` makes them. Until then a passage is compared
by its words alone. A scan of the signs reads 48 bytes a passage. Above FILE_ABOVE passages a file beside
the database is asked instead, and only what is newer than the file is scanned: see vector_file.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from django.db import connection, transaction

from archive.linking import vector_file
from archive.matching.meaning.transformer import DIMENSIONS
from archive.matching.meaning.vectors import MADE_BY, codes_from, vectors_from
from archive.models import Passage, PassageVector, VectorBlock

if TYPE_CHECKING:
    import numpy as np

IN_A_BLOCK = 1024
BYTES = DIMENSIONS // 8
# So many times what is asked for come near by their signs and are looked at by their numbers: then nine in ten of the nearest are there.
LOOKED_AT = 3
AT_ONCE = 8  # blocks
NOBODY = 2 * DIMENSIONS  # signs apart, where there is no passage
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


def nearest(passage: Passage, limit: int, beside: Collection[int] = ()) -> dict[int, float]:
    """Keys of the passages nearest in meaning, and those of `beside`, with the cosine; none for a passage without a vector."""
    numbers = numbers_of([passage.pk]).get(passage.pk)
    if numbers is None:
        return {}
    near = _near(numbers, LOOKED_AT * limit)
    likeness = _cosines(vectors_from(codes_from(numbers))[0], {*near, *beside} - {passage.pk})
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


def _near(numbers: bytes, count: int) -> list[int]:
    """From the file if there is one, and from the blocks that are newer than it."""
    codes = codes_from(numbers)[0]
    file = vector_file.current()
    if file is None:
        return _scanned(codes, count, 0)
    return [*file.nearest(codes, count), *_scanned(codes, count, file.highest + 1)]


def _scanned(codes: "np.ndarray", count: int, lowest: int) -> list[int]:
    """The keys from `lowest` on whose signs differ least. A few blocks at a time stay in the processor's cache: a fifth of what it costs
    to hold all of them at once."""
    import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

    asked, counts = _signs(codes[None]).view(np.uint64), np.zeros(NOBODY + 1, dtype=np.int64)
    numbers: list[int] = []
    parts: list[np.ndarray] = []
    with connection.cursor() as cursor:
        query = f"SELECT number, signs FROM {VectorBlock._meta.db_table} WHERE number >= %s ORDER BY number"  # noqa: S608 - our own table
        cursor.execute(query, [lowest // IN_A_BLOCK])
        while rows := cursor.fetchmany(AT_ONCE):
            part = _apart(b"".join(signs for _, signs in rows), asked)
            if not parts:
                part[: max(0, lowest - rows[0][0] * IN_A_BLOCK)] = NOBODY
            numbers += [number for number, _ in rows]
            parts.append(part)
            counts += np.bincount(part, minlength=NOBODY + 1)
    if not parts:
        return []
    # All that are as near as the last one come in, so that it doesn't hang on the sort which of equals do.
    last = min(int(counts.cumsum().searchsorted(count)), DIMENSIONS)
    places = np.flatnonzero(np.concatenate(parts) <= last)
    keys = np.array(numbers)[places // IN_A_BLOCK] * IN_A_BLOCK + places % IN_A_BLOCK
    return [int(key) for key in keys[: 2 * count]]


def _apart(signs: bytes, asked: "np.ndarray") -> "np.ndarray":
    """In how many signs each differs from the one asked about; in more than there are where there is no passage."""
    import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

    codes = np.frombuffer(signs, dtype=np.uint64).reshape(-1, BYTES // 8)
    counts = np.bitwise_count(codes ^ asked).astype(np.uint16)
    apart: np.ndarray = counts.sum(axis=1, dtype=np.uint16)
    apart[codes[:, 0] == 0] = NOBODY  # 64 signs in a row are never all negative
    return apart


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
