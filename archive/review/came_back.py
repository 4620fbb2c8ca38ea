"""Drafts that came back: returned with a reason, or changed after they were accepted."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from archive.enums import StatementStatus, Verb
from archive.models import Event, Statement, User
from archive.review.editing import CHANGED


def returned_to(person: User) -> QuerySet[Statement]:
    """Drafts of this person, entered or edited, that somebody else returned, and that were not edited since; with the `reason`."""
    edited = Event.objects.filter(object_type="statement", object_id=OuterRef("pk"), verb=Verb.EDITED)
    theirs = Q(drafted_by=person) | Exists(edited.filter(by=person))
    rows = _returned(Event.objects.exclude(by=person)).filter(theirs)
    return rows.exclude(Exists(edited.filter(pk__gt=OuterRef("returned"))))


def to_accept_again() -> QuerySet[Statement]:
    """Drafts that were accepted as they stood before: what somebody changed since has to be accepted too."""
    return _returned(Event.objects.filter(reason=CHANGED))


def _returned(how: QuerySet[Event]) -> QuerySet[Statement]:
    """Drafts whose last return is one of these and was not taken back; `returned` is its number."""
    returns = Event.objects.filter(object_type="statement", verb=Verb.RETURNED)
    taken_back = Q(verb=Verb.UNDONE, to_state=StatementStatus.ACCEPTED)
    since = Event.objects.filter(object_type="statement", object_id=OuterRef("object_id"), pk__gt=OuterRef("pk"))
    later = since.filter(Q(verb=Verb.RETURNED) | taken_back)
    last = returns.filter(object_id=OuterRef("pk")).order_by("-pk")
    rows = Statement.objects.drafts().filter(pk__in=(returns & how).exclude(Exists(later)).values("object_id"))
    return rows.annotate(returned=Subquery(last.values("pk")[:1]), reason=Subquery(last.values("reason")[:1])).order_by("-returned")
