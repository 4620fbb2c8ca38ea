"""What was changed after a reviewer accepted it: a publisher is told, for nobody has judged it as it stands."""

from django.db.models import BooleanField, Case, Exists, OuterRef, Subquery, Value, When

from archive.enums import StatementStatus, Verb
from archive.models import Event


def changed_after_acceptance() -> Case:
    """Of a query of statements: accepted, and edited since."""
    done = Event.objects.filter(object_type="statement")
    accepted = done.filter(object_id=OuterRef("object_id"), verb=Verb.ACCEPTED).order_by("-pk").values("pk")[:1]
    edited = done.filter(object_id=OuterRef("pk"), verb=Verb.EDITED, pk__gt=Subquery(accepted))
    return Case(When(Exists(edited), status=StatementStatus.ACCEPTED, then=Value(True)), default=Value(False), output_field=BooleanField())
