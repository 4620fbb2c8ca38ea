"""Whether columns that follow from others still do, and whether what a row names is there; of every table, by what its fields say of
themselves, so that a new one is asked too."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef

from archive import edtf
from archive.log.faults import Fault
from archive.models.fields import AddressKeyField, EdtfField, KeyField
from archive.models.history import type_of
from archive.verification.lots import lots
from archive.verification.naming import named

FOLLOWING = (KeyField, AddressKeyField, EdtfField)  # those that a save works out, or that others are worked out of
FOLLOWED_BY = ("earliest", "latest", "sort")


def tables() -> list[type[models.Model]]:
    return list(apps.get_app_config("archive").get_models(include_auto_created=True))


def columns_that_follow() -> Iterator[Fault]:
    for model in tables():
        fields = [field for field in model._meta.concrete_fields if isinstance(field, FOLLOWING)]
        for rows in lots(model._base_manager.only("pk", *_read(model, fields))) if fields else ():
            for row in rows:
                yield from (Fault(named(row), told) for told in _otherwise(row, fields))


def _read(model: type[models.Model], fields: list[Any]) -> set[str]:
    own = {field.name for field in model._meta.concrete_fields}
    sources = {getattr(field, "source", "") for field in fields}
    followed = {f"{field.prefix}_{name}" for field in fields if isinstance(field, EdtfField) for name in FOLLOWED_BY}
    return ({field.name for field in fields} | sources | followed | {"public_id", "slug"}) & own


def _otherwise(row: models.Model, fields: list[Any]) -> Iterator[str]:
    before = dict(row.__dict__)
    try:
        for field in fields:
            field.pre_save(row, False)
    except (edtf.EdtfError, ValueError, TypeError):
        yield "one of its dates can't be read"
        return
    changed = sorted(name for name, value in before.items() if name != "_state" and row.__dict__[name] != value)
    if changed:
        yield f"what follows from its other columns is kept otherwise: {', '.join(changed)}"


def rows_that_are_named() -> Iterator[Fault]:
    """What only switching off the database's own rules can bring about: a row names another that is gone."""
    for model in tables():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.ForeignKey):
                there = field.related_model._base_manager.filter(pk=OuterRef(field.attname))
                lost = model._base_manager.filter(~Exists(there), **{f"{field.name}__isnull": False})
                told = f"the {field.name.replace('_', ' ')} that it names is gone: {type_of(field.related_model)} number "
                for row in lost.defer(*_heavy(model)).iterator(1000):
                    yield Fault(named(row), f"{told}{getattr(row, field.attname)}")


def _heavy(model: type[models.Model]) -> list[str]:
    return [field.name for field in model._meta.concrete_fields if field.name in ("raw", "body", "shown")]
