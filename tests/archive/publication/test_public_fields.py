"""Every column and list that the public sees is changed by a publisher alone, with a class and a reason: each is tried as each role, by
form and by stage function. `test_publication` tries the other acts."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from django.db import models, transaction
from django.urls import reverse

from archive import publication
from archive.enums import RevisionClass
from archive.errors import Refused
from archive.models import ChangeProposal, Document, Occasion, Outlet, Revision, Statement, User
from archive.models.fields import EdtfField
from archive.publication.public_fields import PUBLIC_FIELDS, PUBLIC_LISTS
from tests import factories as make
from tests.archive.admin.forms import correct
from tests.archive.publication.seen import OTHERS, OTHERS_IN_TURN, THIEF, changed, seen, signed_in
from tests.timeline.pages import Record

pytestmark = pytest.mark.django_db
WHY = {"revision_class": RevisionClass.CLARIFICATION, "reason": "The outlet said so."}
NEVER_TYPED = {"said_rule"}  # follows from the date


def rows_of(record: Record) -> list[models.Model]:
    """One public row of each table; a statement that carries no claim, so that each of its columns may be changed alone."""
    plain = make.make_public_statement(occasion=make.make_occasion("Talks"))
    link = record.statement.occurrences.public().get()
    return [plain, link, record.claim, record.speaker, record.outlet, plain.occasion, record.document.article, record.document]


# For each column what it becomes, with the columns that have to change beside it

MADE: dict[type[models.Model], Callable[[], models.Model]] = {
    Outlet: make.make_outlet, Document: make.make_document, Occasion: make.make_occasion, Statement: make.make_public_statement,
}  # fmt: skip


def a_notice(row: Document) -> dict[str, Any]:
    return {"relation": "correction", "relates_to": make.make_document(outlet=row.outlet)}


BESIDE: dict[str, Callable[[Any], dict[str, Any]]] = {
    "undated": lambda row: {"undated": True, "said_on": ""},
    "relation": a_notice,
    "relates_to": a_notice,
    "relation_note": lambda row: a_notice(row) | {"relation_note": "52.4 instead of 54.2"},
    "start": lambda row: {"start": row.start + 1},
    "end": lambda row: {"end": row.end - 1},
    "span": lambda row: {"span": (row.start, row.end - 1)},
    "speakers": lambda row: {"speakers": [(None, THIEF, "")]},
    "aliases": lambda row: {"aliases": [THIEF]},
    "roles": lambda row: {"roles": [(THIEF, "2019-05", "")]},
    "fact_checks": lambda row: {"fact_checks": [(THIEF, "https://checks.example/1", "mostly false", "en", "2024-05")]},
    "identifiers": lambda row: {"identifiers": [("wikidata", "Q42")]},
    "affiliations": lambda row: {"affiliations": [("party", THIEF, "2019-05", "")]},
    "time_zone": lambda row: {"time_zone": "Europe/Kyiv"},
}


def changes_of(row: models.Model, name: str) -> dict[str, Any]:
    if name in BESIDE:
        return BESIDE[name](row)
    field = row._meta.get_field(name)
    if field.related_model:
        return {name: MADE[field.related_model]()}
    if field.choices:
        return {name: next(value for value in dict(field.flatchoices) if value != getattr(row, name))}
    if isinstance(field, EdtfField):
        return {name: "2019-05"}
    return {name: "https://example.org/other" if isinstance(field, models.URLField) else THIEF[: field.max_length]}


def columns_of(row: models.Model) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in (*PUBLIC_FIELDS[type(row)], *PUBLIC_LISTS.get(type(row), ())):
        yield name, changes_of(row, name)


def typed(row: models.Model, changes: dict[str, Any]) -> dict[str, Any]:
    """The changes as a form sends them."""
    sent: dict[str, Any] = {}
    for name, value in changes.items():
        sent |= TYPED[name](value) if name in TYPED else {name: value.pk if isinstance(value, models.Model) else value}
    return {name: "on" if value is True else value for name, value in sent.items()}


TYPED: dict[str, Callable[[Any], dict[str, Any]]] = {
    "span": lambda span: {"start": span[0], "end": span[1]},
    "speakers": lambda rows: {"speakers-0-speaker": "", "speakers-0-name": rows[0][1], "speakers-0-role": ""},
    "aliases": lambda names: {"aliases-TOTAL_FORMS": 1, "aliases-INITIAL_FORMS": 0, "aliases-0-name": names[0]},
    "roles": lambda roles: {
        "roles-TOTAL_FORMS": 1, "roles-INITIAL_FORMS": 0, "roles-0-title": roles[0][0], "roles-0-since": roles[0][1],
    },
    "fact_checks": lambda rows: {
        "fact_checks-TOTAL_FORMS": 1, "fact_checks-INITIAL_FORMS": 0, "fact_checks-0-publisher": rows[0][0],
        "fact_checks-0-address": rows[0][1], "fact_checks-0-rating": rows[0][2], "fact_checks-0-language": rows[0][3],
        "fact_checks-0-published": rows[0][4],
    },
    "identifiers": lambda rows: {
        "identifiers-TOTAL_FORMS": 1, "identifiers-INITIAL_FORMS": 0, "identifiers-0-scheme": rows[0][0], "identifiers-0-value": rows[0][1],
    },
    "affiliations": lambda rows: {
        "affiliations-TOTAL_FORMS": 1, "affiliations-INITIAL_FORMS": 0, "affiliations-0-name": rows[0][1],
        "affiliations-0-since": rows[0][2],
    },
}  # fmt: skip


# What is tried


@contextmanager
def taken_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def address(row: models.Model, page: str) -> str:
    return reverse(f"admin:archive_{row._meta.model_name}_{page}", args=[row.pk])


def last_revision(row: models.Model) -> Revision:
    return Revision.objects.of(getattr(row, "statement", row)).last()


def left_behind(row: models.Model, name: str, by: User) -> bool:
    revision = last_revision(row)
    return (revision.by, revision.revision_class, revision.reason) == (by, *WHY.values()) and name in revision.changed


def test_publisher_changes_each_column_by_stage_function_and_leaves_why(record):
    by, wrong = make.make_user("publisher"), []
    for row in rows_of(record):
        for name, changes in columns_of(row):
            with taken_back():
                publication.correct(row, by=by, changes=changes, **WHY)
                wrong += [] if left_behind(row, name, by) else [(row, name)]
            row.refresh_from_db()

    assert wrong == []


def test_publisher_changes_each_column_by_form_and_leaves_why(record):
    (client, by), wrong = signed_in("publisher"), []
    for row in rows_of(record):
        for name, changes in columns_of(row):
            if name in NEVER_TYPED:
                continue
            with taken_back():
                answer = correct(client, address(row, "correct"), **WHY | typed(row, changes))
                wrong += [] if answer.status_code == 302 and left_behind(row, name, by) else [(row, name, answer.status_code)]

    assert wrong == []


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_changes_a_column_by_stage_function(record, role):
    _client, by = signed_in(role)
    rows = [(row, name, changes) for row in rows_of(record) for name, changes in columns_of(row)]
    before = Revision.objects.count()

    for row, _name, changes in rows:
        with pytest.raises(Refused, match="Your role does not allow this"):
            publication.correct(row, by=by, changes=changes, **WHY)
        with suppress(Refused):
            publication.propose(row, by=by, changes=changes, **WHY)

    assert Revision.objects.count() == before
    assert ChangeProposal.objects.exists() == (role == "editor")


@pytest.mark.sqlite  # forms ask what stage functions answer, and these are asked on both
@pytest.mark.parametrize("role", OTHERS_IN_TURN)
def test_nobody_else_changes_by_form_what_the_public_sees(record, role):
    client, _by = signed_in(role)
    tried = [(row, typed(row, changes)) for row in rows_of(record) for _name, changes in columns_of(row)]
    before, revisions = seen(record), Revision.objects.count()

    for row, sent in tried:
        statuses = [
            client.post(address(row, page), sent | {"slug": "the-convicted-thief", "read_version": row.lock_version, **WHY}).status_code
            for page in ("change", "correct")
        ]
        assert statuses[1] == (302 if role == "nobody" else 403)  # a stranger is sent to the login
        if role == "editor":
            correct(client, address(row, "propose"), **WHY | sent)

    assert Revision.objects.count() == revisions
    assert changed(record, before) == []
