"""A second editor's save never overwrites the first's in silence."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.urls import reverse

from archive.models import Event, Outlet, Speaker, Statement
from tests.archive.admin.conftest import signed_in
from tests.archive.admin.forms import FieldsInHtml, errors, save, shown_fields
from tests.factories import make_outlet, make_public_statement, make_speaker, make_statement

EDITORS, SAVES = 4, 6


def change(row) -> str:
    return reverse(f"admin:archive_{row._meta.model_name}_change", args=[row.pk])


OSLO, RIGA = {"time_zone": "Europe/Oslo"}, {"time_zone": "Europe/Riga"}


@pytest.mark.parametrize(
    ("make", "theirs", "ours", "told"),
    [
        (lambda: make_outlet("North"), RIGA, OSLO, RIGA),
        (lambda: make_outlet("North"), {"kind": "paper"}, OSLO, {"kind": "newspaper or magazine", "time_zone": "nothing"}),
        (lambda: make_speaker("Anna"), {"description": "poet"}, {"name": "Anna Lorne"}, {"description": "poet", "name": "Anna"}),
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

    assert "saved this while you were editing" in errors(answer)["__all__"][0]
    assert answer.context["inline_admin_formsets"][0].formset.forms[0]["name"].value() == "Three"
    assert [one.name for one in statement.attributions.all()] == ["Two"]


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
