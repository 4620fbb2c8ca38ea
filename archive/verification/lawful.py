"""What the law had taken out: it is not as it was written, and no fault as long as it is as the act left it."""

import hashlib
from collections import defaultdict
from collections.abc import Collection
from typing import Any

from archive.models import Redaction
from archive.models.log.redaction import bytes_of

Left = dict[str, str]  # by column: the fingerprint of what the last act left there


def left_of(object_type: str, numbers: Collection[int]) -> dict[int, Left]:
    """Of those rows of a table of which something was taken out."""
    found: dict[int, Left] = defaultdict(dict)
    rows = Redaction.objects.filter(object_type=object_type, object_id__in=numbers).order_by("id")
    for number, column, fingerprint in rows.values_list("object_id", "field", "left_sha256"):
        found[number][column] = fingerprint
    return dict(found)


def is_as_left(row: Any, left: Left) -> bool:
    return all(hashlib.sha256(bytes_of(getattr(row, column))).hexdigest() == fingerprint for column, fingerprint in left.items())
