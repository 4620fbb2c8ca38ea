"""The table as a sheet that one types into: one Save, each row its own."""

from typing import Any

import pytest
from django.test import Client

from archive import review
from archive.models import Speaker, Statement
from tests import factories as make

pytestmark = pytest.mark.django_db
SAVE, SHEET = "/desk/statements/sheet/?q=", "/desk/statements/?sheet"


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_user("editor"))
    return client


def fields(answer) -> dict[str, Any]:
    """What a browser would send of the page, with nothing typed."""
    sent: dict[str, Any] = {"all": "1", "shown": []}
    for form in answer.context["forms"]:
        sent["shown"].append(f"{form.statement.pk}:{form.read_version}")
        for field in form:
            sent[field.html_name] = field.value()
            sent[field.html_initial_name] = field.field.widget.value_from_datadict(form.data, {}, field.html_initial_name) or field.initial
    return sent


def save(desk: Client, statement: Statement, **typed: str):
    sent = fields(desk.get(SHEET)) | {f"{statement.pk}-{name}": value for name, value in typed.items()}
    return desk.post(SAVE, sent)


def outcomes(answer) -> dict[str, str]:
    return {form.statement.text: form.outcome for form in answer.context["forms"]}


@pytest.fixture
def rows() -> list[Statement]:
    document = make.make_document("Prices fell. Wages rose.", published="2023-05-18")
    return [make.make_statement(document, words, speakers=["Olga Reyne"]) for words in ("Prices fell", "Wages rose")]


def test_what_was_changed_is_saved_and_nothing_else(desk, rows):
    speaker = make.make_speaker("Ivan Ostrow")

    answer = save(desk, rows[0], speakers="Ivan Ostrow; Olga Reyne", roles="aide", said_on="yesterday", kind="indirect", force="denied")

    assert outcomes(answer) == {"Prices fell": "Saved.", "Wages rose": ""}
    one = Statement.objects.get(pk=rows[0].pk)
    assert [(who.speaker, who.name, who.role) for who in one.attributions.all()] == [
        (speaker, "Ivan Ostrow", "aide"), (None, "Olga Reyne", ""),
    ]  # fmt: skip
    assert (one.said_on, one.said_rule.startswith("entered by an editor"), one.kind, one.force) == (
        "2023-05-17",
        True,
        "indirect",
        "denied",
    )
    assert Statement.objects.get(pk=rows[1].pk).lock_version == rows[1].lock_version


def test_name_that_stands_there_stays_as_it_is_printed(desk):
    speaker = make.make_speaker("Olga Reyne")
    statement = make.make_statement(speakers=[(speaker, "Ms Reyne", "")])

    save(desk, statement, roles="minister")

    (who,) = Statement.objects.get(pk=statement.pk).attributions.all()
    assert (who.speaker, who.name, who.role) == (speaker, "Ms Reyne", "minister")


def test_day_may_be_taken_away(desk, rows):
    save(desk, rows[0], said_on="")

    one = Statement.objects.get(pk=rows[0].pk)
    assert (one.said_on, one.said_rule) == ("", "")


def test_what_makes_no_sense_is_told_beside_its_field_and_the_rest_is_saved(desk, rows):
    sent = fields(desk.get(SHEET)) | {f"{rows[0].pk}-said_on": "some day", f"{rows[1].pk}-force": "asked"}

    answer = desk.post(SAVE, sent)

    first, second = answer.context["forms"]
    assert "Write for instance" in str(first.errors["said_on"])
    assert second.outcome == "Saved."


def test_several_of_one_name_are_told_beside_it(desk, rows):
    for _ in range(2):
        make.make_speaker("Ann Lee")

    answer = save(desk, rows[0], speakers="Ann Lee")

    assert "Several are called" in str(answer.context["forms"][0].errors["speakers"])


def test_what_a_change_brings_is_asked_in_its_row(desk, rows):
    asked = save(desk, rows[0], said_on="1 May 2199")
    form = asked.context["forms"][0]
    assert form.outcome == "Not saved: is this so?"

    answer = desk.post(SAVE, fields(asked) | {f"seen-{rows[0].pk}": [doubt.seen for doubt in form.doubts]})

    assert outcomes(answer)["Prices fell"] == "Saved."
    assert Statement.objects.get(pk=rows[0].pk).said_on == "2199-05-01"


def test_who_changed_it_meanwhile_is_named_and_who_saves_again_wins(desk, rows):
    other = make.make_user("editor", username="vera")
    sent = fields(desk.get(SHEET)) | {f"{rows[0].pk}-force": "asked", f"{rows[0].pk}-speakers": "Ivan Ostrow"}
    review.change(rows[0], {"force": "denied"}, by=other)

    answer = desk.post(SAVE, sent)

    told = outcomes(answer)["Prices fell"]
    assert told.startswith("vera changed it meanwhile.")
    assert "Speaker: Olga Reyne; How it is said: denied" in told
    again = desk.post(SAVE, fields(answer))
    assert outcomes(again)["Prices fell"] == "Saved."
    assert Statement.objects.get(pk=rows[0].pk).force == "asked"


def test_change_that_no_event_tells_of_was_somebodys(desk, rows):
    sent = fields(desk.get(SHEET)) | {f"{rows[0].pk}-force": "asked"}
    Statement.objects.filter(pk=rows[0].pk).update(lock_version=9)

    assert outcomes(desk.post(SAVE, sent))["Prices fell"].startswith("Somebody changed it meanwhile.")


def test_refusal_is_told_in_its_row(desk, rows):
    sent = fields(desk.get(SHEET)) | {f"{rows[0].pk}-speakers": "Ivan Ostrow; Ivan Ostrow"}

    assert outcomes(desk.post(SAVE, sent))["Prices fell"].startswith("Not saved: Ivan Ostrow stands there already.")
    assert Speaker.objects.count() == 0


def test_what_is_public_is_shown_and_not_typed_into(desk):
    statement = make.make_public_statement(words="Prices fell")
    answer = desk.get("/desk/statements/?state=public&sheet")

    assert all(field.field.disabled for field in answer.context["forms"][0])
    assert outcomes(desk.post(SAVE, fields(answer) | {f"{statement.pk}-force": "denied"})) == {"Prices fell": ""}


def test_empty_sheet_saves_nothing(desk):
    assert desk.post(SAVE, {}).context["forms"] == []


def test_who_may_not_change_is_shown_the_table(client, rows):
    client.force_login(make.make_user("viewer"))

    assert "forms" not in client.get(SHEET).context
    assert client.post(SAVE, {}).status_code == 403


def test_pages_of_the_sheet_lead_on_as_sheets(desk):
    document = make.make_document(" ".join(f"word{place:02}" for place in range(60)))
    for place in range(60):
        make.make_statement(document, f"word{place:02}", speakers=["Olga Reyne"])

    answer = desk.get(SHEET)
    told = answer.content.decode()

    assert f'href="/desk/statements/{answer.context["pages"]["after"]}&amp;sheet"' in told
