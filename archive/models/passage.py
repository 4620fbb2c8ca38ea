"""The private index of linking: sentences of statements, the stems in them and what they are about. Rebuilt at will."""

from typing import Self

from django.db import models

from archive.enums import StatementStatus
from archive.matching.meaning.vectors import MADE_BY
from archive.models.statement import Statement

STILL_TO_BE_MADE = ""


class Term(models.Model):
    """One row is a stem and in how many passages it stands."""

    stem = models.CharField(max_length=64, unique=True)
    passages = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.stem


class PassageQuerySet(models.QuerySet["Passage"]):
    def public(self) -> Self:
        """Of public statements: all that may be told of the index to anybody."""
        return self.filter(statement__status=StatementStatus.PUBLIC)


class Passage(models.Model):
    """One row is a sentence of a Statement in the linking index. Rebuilt at will; nothing that a person decided hangs on it."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="passages")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    engine = models.CharField(max_length=32)
    letters = models.CharField(max_length=16, blank=True)  # the same for the same words, however they are punctuated: see linking.passages
    # The mark of linking.suggest: by which method and version, as what its statement was read, and at which version of it; empty: not yet.
    compared = models.CharField(max_length=96, blank=True)
    compared_lock = models.PositiveIntegerField(default=0)
    compared_among = models.PositiveIntegerField(default=0)  # how many passages the index held then

    objects = PassageQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["statement", "start", "end"], name="passage_once_a_span")]
        indexes = [models.Index(fields=["letters"], condition=~models.Q(letters=""), name="passage_by_letters")]

    def __str__(self) -> str:
        return self.text


class Posting(models.Model):
    """One row says that a Term stands in a Passage: the inverted index that candidates come from, the same on both databases."""

    pk = models.CompositePrimaryKey("term_id", "passage_id")
    term = models.ForeignKey(Term, on_delete=models.CASCADE, related_name="+", db_index=False)  # the key begins with it
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="postings")

    def __str__(self) -> str:
        return f"{self.term_id} in {self.passage_id}"


class PassageVectorQuerySet(models.QuerySet["PassageVector"]):
    def awaited(self) -> Self:
        """Still to be made."""
        return self.filter(made_by=STILL_TO_BE_MADE)

    def made(self) -> Self:
        """By this model: what another made is like nothing."""
        return self.filter(made_by=MADE_BY)


class PassageVector(models.Model):
    """One row is what an English Passage means: 384 numbers of 8 bits, or that they are still to be made. Others have none."""

    passage = models.OneToOneField(Passage, on_delete=models.CASCADE, primary_key=True, related_name="vector")
    numbers = models.BinaryField(default=bytes)
    made_by = models.CharField(max_length=16, blank=True, default=STILL_TO_BE_MADE)  # the model and how it was read

    objects = PassageVectorQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["passage"], condition=models.Q(made_by=STILL_TO_BE_MADE), name="vector_to_be_made")]

    def __str__(self) -> str:
        return f"vector of {self.passage_id}"


class VectorBlock(models.Model):
    """One row holds the signs of the vectors of 1,024 passages, 384 bits each, in the order of their keys; zeros where there is none.

    So a scan of a hundred thousand passages reads a hundred rows. `linking.vectors` alone writes it.
    """

    number = models.PositiveIntegerField(primary_key=True)
    signs = models.BinaryField()

    def __str__(self) -> str:
        return f"signs {self.number}"
