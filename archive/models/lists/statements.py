"""What statements are picked by where people work on them: what they lack, how they were read, what happened to them."""

from datetime import date
from functools import reduce
from operator import or_
from typing import Any, Self, TypeVar

from django.db import models
from django.db.models import BooleanField, Case, Exists, OuterRef, Q, Subquery, Value, When

from archive.enums import StatementStatus, Verb
from archive.models.history import Event

Row = TypeVar("Row", bound=models.Model)


def _edited_since() -> models.QuerySet[Event]:
    """What was edited of the statement of a query after it was accepted last."""
    done = Event.objects.filter(object_type="statement")
    accepted = done.filter(object_id=OuterRef("object_id"), verb=Verb.ACCEPTED).order_by("-pk").values("pk")[:1]
    return done.filter(object_id=OuterRef("pk"), verb=Verb.EDITED, pk__gt=Subquery(accepted))


def spelled_so(words: str) -> Q:
    """The text holds these words. SQLite folds the case of Latin letters alone, so other ways to write them are tried too."""
    spelled = {words, words.lower(), words.upper(), words.capitalize()}
    return reduce(or_, (Q(text__icontains=one) for one in sorted(spelled)))


class StatementConditions(models.QuerySet[Row]):
    def drafts(self) -> Self:
        """What waits for a reviewer."""
        return self.filter(status=StatementStatus.DRAFT)

    def to_publish(self) -> Self:
        """Accepted, and waiting for a publisher."""
        return self.filter(status=StatementStatus.ACCEPTED)

    def rejected(self) -> Self:
        return self.filter(status=StatementStatus.REJECTED)

    def withdrawn(self) -> Self:
        return self.filter(status=StatementStatus.WITHDRAWN)

    def standing(self) -> Self:
        """What nobody rejected or withdrew."""
        return self.exclude(status__in=[StatementStatus.REJECTED, StatementStatus.WITHDRAWN])

    def returned(self) -> Self:
        """Drafts that were accepted once, and came back."""
        came_back = Event.objects.filter(object_type="statement", object_id=OuterRef("pk"), verb=Verb.RETURNED)
        return self.drafts().filter(Exists(came_back))

    def telling_changes(self) -> Self:
        """Each with `is_overtaken`: whether it was changed after a reviewer accepted it."""
        overtaken = When(Exists(_edited_since()), status=StatementStatus.ACCEPTED, then=Value(True))
        return self.annotate(is_overtaken=Case(overtaken, default=Value(False), output_field=BooleanField()))

    def changed_after_acceptance(self) -> Self:
        """Nobody has judged these as they stand: a publisher is told."""
        return self.to_publish().filter(Exists(_edited_since()))

    def without_speaker(self) -> Self:
        """None of those named beside them leads to a speaker of the archive."""
        return self.exclude(Exists(self._beside("attributions").filter(statement=OuterRef("pk"), speaker__isnull=False)))

    def without_date(self) -> Self:
        """No date stands there, and nobody said that none can be found."""
        return self.filter(said_on="", undated=False)

    def read_with(self, least: float, below: float) -> Self:
        """Proposed by reading, whose confidence of their speakers lies between these."""
        return self.filter(confidence__gte=least, confidence__lt=below)

    def not_measured(self) -> Self:
        """Entered by people, or put right by them."""
        return self.filter(confidence__isnull=True)

    def of_speakers(self, speakers: Any) -> Self:
        return self.filter(pk__in=self._beside("attributions").filter(speaker__in=speakers).values("statement"))

    def of_outlets(self, outlets: Any) -> Self:
        return self.filter(document__article__outlet__in=outlets)

    def said_within(self, first: date, last: date) -> Self:
        """That may have been said on one of these days."""
        return self.filter(said_earliest__lte=last, said_latest__gte=first)

    def holding(self, words: str) -> Self:
        """Whose words hold these side by side."""
        return self.filter(spelled_so(words))

    def _beside(self, field: str) -> Any:
        """All rows of a table that points at this one, and whose module imports this one."""
        related: Any = self.model._meta.get_field(field).related_model
        return related.objects
