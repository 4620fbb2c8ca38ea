"""A second editor's save never overwrites the first's in silence."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.urls import reverse

from archive.models import Event, Outlet, Speaker, Statement
from tests.archive.admin.conftest import signed_in
from tests.archive.admin.forms import FieldsInHtml, errors, messages, save, shown_fields
from tests.factories import make_outlet, make_public_statement, make_speaker, make_statement

EDITORS, SAVES = 4, 6


def change(row) -> str:
    return reverse(f"admin:archive_{row._meta.model_name}_change", args=[row.pk])


OSLO, RIGA = {"time_zone": "Europe/Oslo"}, {"time_zone": "Europe/Riga"}


@pytest.mark.parametrize(
    ("make", "theirs", "ours", "told"),
    [
        (lambda: make_outlet("North"), RIGA, OSLO, RIGA),
        (lambda: make_outlet("North"), RIGA | {"kind": "paper"}, OSLO, RIGA),
        (lambda: make_speaker("Anna"), {"description": "poet"}, {"description": "writer", "since": "1961"}, {"description": "poet"}),
        (make_statement, {"locator": "page 7"}, {"locator": "page 8"}, {"locator": "page 7"}),
    ],
)
def test_second_save_keeps_its_words_in_the_form_and_shows_the_first(db, make, theirs, ours, told):
    row, first, second = make(), signed_in("editor"), signed_in("editor")
    opened = shown_fields(second.get(change(row)))
    save(first, change(row), **theirs)

    answer = second.post(change(row), opened | ours)

    row.refresh_from_db()
    form = answer.context["adminform"].form
    said = errors(answer)
    assert {name: getattr(row, name) for name in theirs} == theirs
    assert f"{first.user} saved this while you were editing" in said.pop("__all__")[0]
    assert said == {name: [f"Saved meanwhile: “{value}”"] for name, value in told.items()}
    assert {name: form[name].value() for name in ours} == ours
    assert Event.objects.filter(verb="edited").count() == 1


@pytest.mark.parametrize(
    ("make", "theirs", "ours", "stored"),
    [
        (lambda: make_outlet("North"), {"kind": "paper"}, OSLO, {"kind": "paper"} | OSLO),
        (lambda: make_speaker("Anna"), {"description": "poet"}, {"name": "Anna Lorne"}, {"description": "poet", "name": "Anna Lorne"}),
        (
            lambda: make_statement(said_on="2021-12~"),
            {"said_on": "May 2019"},
            {"locator": "page 7"},
            {"said_on": "2019-05", "locator": "page 7"},
        ),
        (lambda: make_statement(said_on=""), {"undated": ""}, {"locator": "page 7"}, {"undated": False, "locator": "page 7"}),
        (make_statement, {"locator": "page 7"}, {"locator": "page 7", "kind": "mixed"}, {"locator": "page 7", "kind": "mixed"}),
    ],
)
def test_second_save_keeps_what_only_the_first_touched(db, make, theirs, ours, stored):
    row, first, second = make(), signed_in("editor"), signed_in("editor")
    opened = shown_fields(second.get(change(row)))
    save(first, change(row), **theirs)

    answer = second.post(change(row), opened | ours)

    row.refresh_from_db()
    assert errors(answer) == {}
    assert {name: getattr(row, name) for name in stored} == stored
    assert any("Somebody else saved this while you were editing" in told for told in messages(answer))


def test_conflict_that_is_saved_again_keeps_what_only_the_first_touched(db):
    row, first, second = make_outlet("North"), signed_in("editor"), signed_in("editor")
    opened = shown_fields(second.get(change(row)))
    save(first, change(row), kind="paper", **RIGA)
    conflict = second.post(change(row), opened | OSLO)

    second.post(change(row), shown_fields(conflict))

    row.refresh_from_db()
    assert (row.kind, row.time_zone) == ("paper", "Europe/Oslo")


def test_saving_after_having_seen_the_other_goes_through(db):
    row, first, second = make_outlet(), signed_in("editor"), signed_in("editor")
    opened = shown_fields(second.get(change(row)))
    save(first, change(row), time_zone="Europe/Riga")
    conflict = second.post(change(row), opened | {"time_zone": "Europe/Oslo"})

    answer = second.post(change(row), shown_fields(conflict))

    assert errors(answer) == {}
    assert Outlet.objects.get(pk=row.pk).time_zone == "Europe/Oslo"


def test_speakers_of_a_statement_are_guarded_by_its_version(db):
    statement, first, second = make_statement(speakers=["One"]), signed_in("editor"), signed_in("editor")
    opened = shown_fields(second.get(change(statement)))
    save(first, change(statement), **{"attributions-0-name": "Two"})

    answer = second.post(change(statement), opened | {"attributions-0-name": "Three"})

    row = answer.context["inline_admin_formsets"][0].formset.forms[0]
    assert row.errors == {"name": ["Saved meanwhile: “Two”"]}
    assert row["name"].value() == "Three"
    assert [one.name for one in statement.attributions.all()] == ["Two"]


@pytest.mark.parametrize(
    ("theirs", "ours", "stored"),
    [
        ({"attributions-0-name": "Two"}, {"locator": "page 7"}, [("Two", "")]),
        ({"attributions-0-name": "Two"}, {"attributions-0-role": "minister"}, [("Two", "minister")]),
        (
            {"attributions-TOTAL_FORMS": 2, "attributions-1-name": "Two"},
            {"attributions-0-role": "minister"},
            [("One", "minister"), ("Two", "")],
        ),
        (
            {"attributions-TOTAL_FORMS": 2, "attributions-1-name": "Two", "attributions-0-DELETE": "on"},
            {"locator": "page 7"},
            [("Two", "")],
        ),
    ],
)
def test_speakers_that_only_the_first_touched_stay(db, theirs, ours, stored):
    statement, first, second = make_statement(speakers=["One"]), signed_in("editor"), signed_in("editor")
    opened = shown_fields(second.get(change(statement)))
    save(first, change(statement), **theirs)

    answer = second.post(change(statement), opened | ours)

    assert answer.status_code == 302
    assert [(one.name, one.role) for one in statement.attributions.all()] == stored


def test_row_that_the_first_took_away_is_not_typed_into(db):
    statement, first, second = make_statement(speakers=["One", "Two"]), signed_in("editor"), signed_in("editor")
    opened = shown_fields(second.get(change(statement)))
    save(first, change(statement), **{"attributions-0-DELETE": "on"})

    answer = second.post(change(statement), opened | {"attributions-0-role": "minister"})

    row = answer.context["inline_admin_formsets"][0].formset.forms[0]
    assert "Somebody took this away" in row.errors["__all__"][0]
    assert [(one.name, one.role) for one in statement.attributions.all()] == [("Two", "")]


def test_form_opened_before_publication_says_what_happened(db):
    speaker, editor = make_speaker("Anna"), signed_in("editor")
    opened = shown_fields(editor.get(change(speaker)))
    make_public_statement(speakers=[speaker])

    answer = editor.post(change(speaker), opened | {"name": "Anna Lorne"})

    assert errors(answer) == {"__all__": ["It became public while you were editing. Nothing was saved; change it by a correction."]}
    assert Speaker.objects.get(pk=speaker.pk).name == "Anna"


def test_form_without_its_version_saves_nothing(db):
    outlet, editor = make_outlet("North"), signed_in("editor")

    answer = save(editor, change(outlet), name="South", read_version="")

    assert "__all__" in errors(answer)
    assert Outlet.objects.get(pk=outlet.pk).name == "North"


@pytest.mark.full
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_many_saves_at_once_none_is_lost():
    """Each editor adds a mark of their own to one field, again and again until it was saved; all marks must stand in the end."""
    statement = make_statement(locator="")
    clients = [signed_in("editor") for _editor in range(EDITORS)]
    begin = Barrier(EDITORS)

    def edit(number: int) -> int:
        client, conflicts = clients[number], 0
        begin.wait()
        for turn in range(SAVES):
            while not (answer := add_mark(client, statement, f"{number}.{turn}")):
                conflicts += answer is False
        connections.close_all()
        return conflicts

    with ThreadPoolExecutor(EDITORS) as pool:
        conflicts = sum(pool.map(edit, range(EDITORS)))

    statement = Statement.objects.get()
    saved = Event.objects.filter(verb="edited").count()
    assert sorted(statement.locator.split()) == sorted(f"{number}.{turn}" for number in range(EDITORS) for turn in range(SAVES))
    assert (saved, statement.lock_version) == (EDITORS * SAVES, EDITORS * SAVES + 1)
    assert conflicts > 0


def add_mark(client, statement: Statement, mark: str) -> bool:
    opened = FieldsInHtml(client.get(change(statement)).content.decode()).values
    answer = client.post(change(statement), opened | {"locator": f"{opened['locator']} {mark}".strip()})
    assert answer.status_code in (200, 302)
    return answer.status_code == 302


@pytest.mark.parametrize("marks", ["[" * 200_000, "[]", "no marks"])
def test_marks_that_no_form_shows_are_none(editor, marks):
    speaker = make_speaker("Anna")
    opened = shown_fields(editor.get(change(speaker)))
    save(signed_in("editor"), change(speaker), description="poet")

    answer = editor.post(change(speaker), opened | {"read_values": marks, "description": "writer"})

    speaker.refresh_from_db()
    assert (answer.status_code, speaker.description) == (200, "poet")
