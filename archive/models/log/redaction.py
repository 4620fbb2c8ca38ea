"""What the law had taken out: where it stood, and a hash by which whoever has the words can show that these they were."""

import hashlib
import json
import secrets
from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.account import User
from archive.models.document import Document

SALT = 16  # bytes by chance


def bytes_of(value: Any) -> bytes:
    """A value of a column as bytes, the same for the same value."""
    if isinstance(value, bytes | memoryview):
        return bytes(value)
    return (value if isinstance(value, str) else json.dumps(value, sort_keys=True, ensure_ascii=False)).encode("utf-8", "surrogatepass")


class RedactionQuerySet(models.QuerySet["Redaction"]):
    def places(self) -> Self:
        """Those in the texts of documents, in the order of the text."""
        return self.filter(field="text", object_type="document").order_by("object_id", "start", "end", "id")

    def acts_on(self, documents: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
        """Of each document in whose text something was taken out: when, with which public reason, and from where to where, act by act."""
        found: dict[int, list[dict[str, Any]]] = {}
        for one in self.filter(field="text", object_type="document", object_id__in=documents).order_by("id"):
            acts, told = found.setdefault(one.object_id, []), {"at": one.at.isoformat(), "reason": one.reason}
            if not acts or acts[-1]["at"] != told["at"]:
                acts.append(told | {"places": []})
            acts[-1]["places"].append([one.start, one.end])
        return found


class Redaction(models.Model):
    """One row says that something was taken out of a column of a row because the law asks for it. `publication.redact` makes it.

    `hash` is that of `salt` and what stood there: of a text the words from `start` to `end`, of another column its whole value.
    `left_sha256` is of the whole value that the act left. All of an act stand under the `document` that it was about, whose Revision in
    the log holds a digest of them (`publication.snapshots`): so what was blocked out by law is told from what somebody changed.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="redactions", verbose_name=_("document"))
    object_type = models.CharField(max_length=32)
    object_id = models.BigIntegerField()
    field = models.CharField(max_length=32)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    salt = models.BinaryField()
    hash = models.CharField(max_length=64)
    left_sha256 = models.CharField(max_length=64)
    reason = models.TextField(_("public reason"))
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("when"))

    objects = RedactionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["object_type", "object_id"], name="redaction_by_object")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="redaction_says_why"),
            models.CheckConstraint(
                condition=models.Q(start=None, end=None) | models.Q(start__isnull=False, end__gt=models.F("start")),
                name="redaction_place_not_empty",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field} of {self.object_type} {self.object_id}"

    def keep(self, stood: Any, left: Any) -> "Redaction":
        """Hold, by hashes alone, what stood there and what stands there now."""
        self.salt = secrets.token_bytes(SALT)
        self.hash = hashlib.sha256(self.salt + bytes_of(stood)).hexdigest()
        self.left_sha256 = hashlib.sha256(bytes_of(left)).hexdigest()
        return self

    def was(self, words: Any) -> bool:
        """Whether this is what stood there."""
        return hashlib.sha256(bytes(self.salt) + bytes_of(words)).hexdigest() == self.hash

    @property
    def told(self) -> list[Any]:
        """As the digest of a document's redactions takes it."""
        place = [self.object_type, self.object_id, self.field, self.start or 0, self.end or 0]
        return [*place, bytes(self.salt).hex(), self.hash, self.left_sha256]
