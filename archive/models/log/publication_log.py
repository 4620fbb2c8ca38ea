"""The publication log as a table, and what was signed of it. Triggers refuse that a row is changed, taken away, or left out."""

from typing import Self

from django.db import models

HASH = 32  # bytes of a hash


class LogEntryQuerySet(models.QuerySet["LogEntry"]):
    def size(self) -> int:
        """How many entries there are. None is missing before the last: a trigger holds that."""
        last = self.aggregate(last=models.Max("index"))["last"]
        return 0 if last is None else last + 1

    def between(self, first: int, end: int) -> Self:
        """In their order; `end` is not among them."""
        return self.filter(index__gte=first, index__lt=end).order_by("index")


class LogEntry(models.Model):
    """One row is an entry of the publication log: that a Revision was made. `log.writing` makes it, in the transaction of the Revision.

    `entry` is canonical JSON, as the bytes that are hashed. `hashes` are those of every complete subtree of the Merkle tree (RFC 9162) that
    ends with this entry, its own first: so each stands in one row that never changes, and any proof needs a row for each level of the tree.
    """

    index = models.BigIntegerField(primary_key=True)
    entry = models.BinaryField()
    hashes = models.BinaryField()

    objects = LogEntryQuerySet.as_manager()

    class Meta:
        ordering = ["index"]
        constraints = [models.CheckConstraint(condition=models.Q(index__gte=0), name="log_entry_index_from_nought")]

    def __str__(self) -> str:
        return f"entry {self.index}"

    @property
    def hash(self) -> str:
        """As people read it."""
        return self.hash_at(0).hex()

    def hash_at(self, level: int) -> bytes:
        """Of the complete subtree of 2^level entries that ends with this one; of level 0, of this entry itself."""
        return bytes(self.hashes)[level * HASH : (level + 1) * HASH]


class Checkpoint(models.Model):
    """One row is what this archive once signed of its log: how many entries there were, and the root of their tree.

    `log.checkpoints` makes it. `note` is a checkpoint of C2SP (https://c2sp.org/tlog-checkpoint), to the byte; `key` is the public key
    that it is to be checked with, as those who check such notes write it.
    """

    size = models.BigIntegerField(db_index=True)
    note = models.TextField(unique=True)
    key = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"checkpoint of {self.size} entries"
