"""Hostile parameters of the admin's lists, searches and addresses are answered, refused or lead nowhere; never with a failure of ours."""

import itertools
import random

import pytest
from django.contrib import admin
from django.db import models
from django.test import Client

from archive.models import User
from tests.archive.admin.conftest import signed_in
from tests.archive.admin.test_roles import _rows, address, admin_patterns, rows  # noqa: F401 - fixtures
from tests.factories import make_claim, make_public_statement, make_statement

pytestmark = pytest.mark.django_db
VALUES = [
    "9" * 19, "9" * 40, "-" + "9" * 30, "9223372036854775808", "1e999", "NaN", "%00", "a%00b", "%ed%a0%80", "%F0%9F%92%A9", "%E2%80%AE",
    "'",
    '"', "%25", "\\", "' OR 1=1 --", "${7*7}", "{{7*7}}", "../../etc/passwd", "[]", "x" * 5000, "0000-00-00", "9999-12-31", "2023-02-30",
    "１９", "٢٠", "null", "true", "1," + "9" * 30, "-1", "", "%0A", "99999999999-01-01",
]  # fmt: skip
PLAIN = [
    "q",
    "p",
    "o",
    "e",
    "all",
    "_popup",
    "_to_field",
    "_facets",
    "_changelist_filters",
    "term",
    "page",
    "nothing",
    "id__in",
    "pk",
    "id",
]
LOOKUPS = ["", "__id", "__id__exact", "__exact", "__in", "__gt", "__year", "__isnull", "__contains", "__date"]
SAMPLE, ALL = 120, 20_000


@pytest.fixture
def root() -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.create_superuser("root"))
    make_public_statement(claims=[make_claim()])
    make_statement()
    return client


def parameters(model: type[models.Model]) -> list[str]:
    return PLAIN + [f"{field.name}{lookup}" for field in model._meta.get_fields() for lookup in LOOKUPS]


def hostile_lists() -> list[str]:
    return [
        f"/admin/{model._meta.app_label}/{model._meta.model_name}/?{name}={value}"
        for model in admin.site._registry
        for name, value in itertools.product(parameters(model), VALUES)
    ]


def hostile_searches() -> list[str]:
    fields = [(model._meta.model_name, field.name) for model in admin.site._registry for field in model._meta.fields if field.is_relation]
    whole = {"app_label": "archive", "model_name": "attribution", "field_name": "speaker", "term": "a"}
    asked = [whole | {"model_name": model, "field_name": field} for model, field in fields]
    asked = [one | {name: value} for one in (whole, *asked) for name in (*whole, "page") for value in VALUES]
    return ["/admin/autocomplete/?" + "&".join(f"{name}={value}" for name, value in one.items()) for one in asked]


def failures(client: Client, addresses: list[str], most: int) -> list[tuple[str, int]]:
    chosen = random.Random(16).sample(addresses, min(most, len(addresses)))
    answered = ((one[:200], client.get(one).status_code) for one in chosen)
    return [(one, status) for one, status in answered if status >= 500]


def test_some_of_the_parameters_of_every_list(root):
    assert failures(root, hostile_lists(), SAMPLE) == []


@pytest.mark.full
def test_many_parameters_of_every_list(root):
    assert failures(root, hostile_lists(), ALL) == []


def test_searches_of_fields(root):
    assert failures(root, hostile_searches(), SAMPLE // 2) == []


@pytest.mark.full
def test_many_searches_of_fields(root):
    assert failures(root, hostile_searches(), ALL) == []


def test_numbers_and_signs_in_the_addresses(root, rows):  # noqa: F811 - the fixture
    patterns = [pattern for _name, pattern in admin_patterns() if "<" in pattern]
    chosen = ["9" * 19, "9" * 40, "-1", "a%00b", "%ed%a0%80", "null", "%C3%A9", "1%2F1"]
    asked = ["/".join(value if part.startswith("<") else part for part in pattern.split("/")) for pattern in patterns for value in chosen]

    assert failures(root, [one for one in asked if "(?P" not in one], SAMPLE) == []


def test_rows_of_an_act_that_are_none(root):
    failed = []
    for value in ("9" * 30, "a\x00b", "\ud800", "-1", "1,2"):
        for model in admin.site._registry:
            answer = root.post(
                f"/admin/{model._meta.app_label}/{model._meta.model_name}/",
                {"action": "delete_selected", "_selected_action": value.encode("utf-8", "surrogatepass"), "index": "9" * 30},
            )
            if answer.status_code >= 500:
                failed.append((model, value, answer.status_code))

    assert failed == []


def test_choice_that_is_no_row_is_refused(root):
    for chosen in ("*", "\ufdd0", "a\x00b"):
        assert root.post("/admin/archive/article/add/", {"outlet": chosen, "kind": "article"}).status_code in (200, 400)


def test_public_page_of_a_row_is_led_to_for_who_may_see_the_row_alone(rows):  # noqa: F811 - the fixture
    from django.contrib.contenttypes.models import ContentType  # noqa: PLC0415 - beside its one use

    administrator, viewer = signed_in("administrator of people"), signed_in("viewer")
    for table in ("statement", "claim", "speaker", "document", "occasion"):
        row = rows[table]
        led = f"/admin/r/{ContentType.objects.get_for_model(row).pk}/{row.pk}/"

        assert administrator.get(led).status_code == 404
        assert viewer.get(led).url == row.get_absolute_url()
    people = ContentType.objects.get_for_model(User).pk
    assert [client.get(f"/admin/r/{people}/{viewer.user.pk}/").status_code for client in (administrator, viewer)] == [404, 404]
    assert viewer.get("/admin/r/999999/1/").status_code == 404
