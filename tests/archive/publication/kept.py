"""What acts of publication leave in the tables, as their tests compare it."""

from datetime import UTC, datetime

from django.apps import apps

from archive.models import Event, Revision, Tally

AT = datetime(2024, 7, 2, 9, tzinfo=UTC)


def everything() -> dict:
    """All that stands in the archive's tables."""
    models = [model for model in apps.get_app_config("archive").get_models() if model._meta.model_name != "user"]
    return {model.__name__: sorted(map(str, model.objects.values_list())) for model in models}


def revisions(row) -> list[tuple]:
    rows = Revision.objects.of(row)
    return [(one.version, one.revision_class, one.reason, one.changed, one.by, one.at) for one in rows]


def events(row) -> list[tuple]:
    rows = Event.objects.filter(object_type=row._meta.model_name, object_id=row.pk).order_by("id")
    return [(one.verb, one.from_state, one.to_state, one.reason, one.by, one.at) for one in rows]


def tally() -> dict:
    return {(one.scope, one.key): one.statements for one in Tally.objects.filter(statements__gt=0)}
