"""What the record consists of, table by table and column by column: whatever is part of it must be found when it is tampered with.

A new table or column belongs to it unless it is listed, with the reason why not.
"""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef

from archive import models as tables
from archive.enums import Verb
from archive.models import Claim, Document, Entry, Event, Outlet, Revision, Speaker, Statement, Tally

WORK = "work in progress: nothing public hangs on it, and it goes when it is done"
INDEX = "the index of linking: made anew at will, and nothing that a person decided hangs on it"
ACCESS = "who may work here: no part of what was said"
READER = "a reader's own, or what is to be sent"
LOOK = "a later look at somebody else's page, which the next look replaces"
QUESTION = "the machine's question; what was answered is held by its Event"
NO_PART = {
    **dict.fromkeys(["User", "User_groups", "User_user_permissions", "Session", "AccessChange", "Policy"], ACCESS),
    **dict.fromkeys(["Assignment", "DocumentHold", "KeptInput", "Remark", "BroughtText", "Sheet", "SheetRow", "Feed"], WORK),
    **dict.fromkeys(["Passage", "PassageVector", "Posting", "Term", "VectorBlock", "Suggestion", "Threshold", "Sketch"], INDEX),
    **dict.fromkeys(["AlertAsking", "AlertDelivery", "AlertEntry", "AlertMark", "AlertReceiver", "AlertWatch", "ErrorReport"], READER),
    **dict.fromkeys(["Check", "Sighting"], LOOK),
    **dict.fromkeys(["CopySuggestion", "NoticeSuggestion", "OccasionSuggestion", "SpeakerPair"], QUESTION),
    "Judgement_about": INDEX,
    "KeptFigures": "worked out anew every day",
    "ArchiveState": "the key of kept pages: another number makes them anew",
}
READ = "what the machine read, for people to look at; it is not published"
NOT_TOLD = "not public, and may be put right without an act"
CACHE = "which version a kept page was made of"
WHO = "who did is told by the Event; kept for a rule of who may do what"
FREE: dict[str, dict[str, str]] = {
    "Statement": {
        **dict.fromkeys(
            ["duplicates", "mentioned", "relayed", "occasion_proposed", "speakers_proposed", "place_proposed", "confidence", "method"], READ
        ),
        "confirmed": NOT_TOLD,
        "accepted_as": "what was accepted, asked when it is published; what was published has its Revision",
    },
    "Document": {
        **dict.fromkeys(["outlet_printed", "file_name", "drafted_as"], READ),
        "supersedes": "the order of captures, worked out of their days",
    },
    "Attribution": {**dict.fromkeys(["start", "end"], READ), "position": "an order; their names have theirs in the Revision"},
    "Occurrence": dict.fromkeys(["judgement", "judged_by", "judged_at", "published_by"], WHO),
    "Judgement": dict.fromkeys(["question", "rests_on"], INDEX),
    "Outlet": dict.fromkeys(["since", "since_earliest"], NOT_TOLD),
    "Speaker": dict.fromkeys(["since", "since_earliest"], NOT_TOLD),
    "Entry": {"version": CACHE},
    "DocumentEntry": {"version": CACHE},
    "SearchEntry": {"engine": "by which version of the program it was made"},
}
OF_SPEAKERS = ("SpeakerAlias", "SpeakerRole", "SpeakerIdentifier", "Affiliation")


CAPTURED = Event.objects.filter(object_type="document", object_id=OuterRef("pk"), verb=Verb.CAPTURED)


def _published(table: str) -> Exists:
    return Exists(Revision.objects.filter(object_type=table, object_id=OuterRef("pk")))


ROWS: dict[str, Callable[[], Any]] = {
    "Outlet": Outlet.objects.public,
    "Article": lambda: tables.Article.objects.filter(documents__in=Document.objects.public()),
    "Document": lambda: Document.objects.public().filter(Exists(CAPTURED)),
    "Speaker": Speaker.objects.public,
    "Occasion": tables.Occasion.objects.filter(statements__in=Statement.objects.public()).all,
    "Claim": Claim.objects.public,
    "Statement": Statement.objects.filter(_published("statement")).all,
    "Attribution": tables.Attribution.objects.filter(statement__status="public").all,
    "Occurrence": tables.Occurrence.objects.public,
    "FactCheck": lambda: tables.FactCheck.objects.filter(claim__in=Claim.objects.public()),
    "Tally": Tally.objects.filter(statements__gt=0).all,
    "SharedTally": tables.SharedTally.objects.filter(statements__gt=0).all,
    "Entry": Entry.objects.exclude(shown="").all,
    "DocumentEntry": tables.DocumentEntry.objects.exclude(shown="").all,
} | {name: (lambda name=name: getattr(tables, name).objects.filter(speaker__in=Speaker.objects.public())) for name in OF_SPEAKERS}
# Rows that may come by an act that is not told beside them: a new one of these is found where it is shown.
NOT_INSERTED = {"Outlet", "Article", "Document", "Speaker", "Occasion", "Claim", "Statement", "ChangeProposal", "Redaction"}


def all_tables() -> list[type[models.Model]]:
    return list(apps.get_app_config("archive").get_models(include_auto_created=True))


def parts() -> list[type[models.Model]]:
    """The tables of the record."""
    return [model for model in all_tables() if model.__name__ not in NO_PART]


def rows_of(model: Any) -> Any:
    return ROWS.get(model.__name__, model._base_manager.all)().order_by()


def columns_of(model: type[models.Model]) -> list[Any]:
    """Those that must not change in silence."""
    free = {"lock_version", "id", *FREE.get(model.__name__, {})}
    return [field for field in model._meta.concrete_fields if field.name not in free]
