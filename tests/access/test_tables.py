"""What the admin gives away beside its pages: the public page of any row, and the names that its forms suggest. Each of every table."""

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import models

from archive.roles import ROLES
from tests.access.people import browser_of

pytestmark = pytest.mark.django_db


def sees(role: str, model: type[models.Model]) -> bool:
    return f"view_{model._meta.model_name}" in ROLES[role]


@pytest.mark.parametrize("role", ROLES)
def test_row_leads_to_its_page_for_who_may_see_it(tables, role):
    client, told, rows = browser_of(role), {}, {name: row for name, row in tables.items() if isinstance(name, str)}
    for name, row in rows.items():
        kind = ContentType.objects.get_for_model(row)
        told[name] = client.get(f"/admin/r/{kind.pk}/{row.pk}/").status_code == 302

    assert told == {name: sees(role, type(row)) and hasattr(row, "get_absolute_url") for name, row in rows.items()}
    assert any(told.values()) == (role != "administrator of people")


def lookups() -> list[tuple[type[models.Model], models.Field]]:
    """Every field of every table whose rows are named in a table of the admin that can be searched."""
    fields = [(model, field) for of in admin.site._registry for model in (of, *_parts(of)) for field in model._meta.fields]
    there = [(model, field) for model, field in fields if field.remote_field and field.related_model in admin.site._registry]
    return [(model, field) for model, field in there if admin.site._registry[field.related_model].search_fields]


def _parts(model: type[models.Model]) -> list[type[models.Model]]:
    return [inline.model for inline in admin.site._registry[model].inlines]


@pytest.mark.parametrize("role", ROLES)
def test_names_are_suggested_to_who_may_see_the_rows(tables, role):
    client, told, fields = browser_of(role), {}, lookups()[list(ROLES).index(role) % 3 :: 3]  # in turn: one view answers all of them
    for model, field in fields:
        asked = {"app_label": model._meta.app_label, "model_name": model._meta.model_name, "field_name": field.name, "term": ""}
        told[model.__name__, field.name] = client.get("/admin/autocomplete/", asked).status_code

    assert told == {(model.__name__, field.name): 200 if sees(role, field.related_model) else 403 for model, field in fields}
    assert len(told) > 10
