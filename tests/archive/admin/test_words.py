"""What editors see is in everyday words; the others stay names in code and JSON."""

import re

import pytest
from django.apps import apps
from django.urls import reverse

from archive import publication, review
from archive.admin.base.record import details_of
from archive.errors import NeedsConfirmation
from archive.models import Event, Judgement, Suggestion
from tests.archive.admin.test_pages import ADDED, TABLES, a_record, address
from tests.factories import make_public_statement, make_statement, the_chief
from tests.reading.left_words import left_words, shown

pytestmark = pytest.mark.django_db
JSON = re.compile(r"<pre>.*?</pre>", re.DOTALL)  # as programs read it: the snapshot of a revision, the detail of an event


def test_no_page_of_the_editors_shows_a_left_word(admin_client):
    a_record(1)
    statement = make_public_statement(claims=["The toll stays."], said_rule="event phrase, told before")
    publication.correct(statement, by=the_chief(), changes={"locator": "p. 3"}, revision_class="typo", reason="Mistyped.")
    pages = [
        reverse("admin:index"),
        *(address(table, "changelist") for table in TABLES),
        *(address(table, "add") for table in ADDED),
        *(address(table, page, row.pk) for table in TABLES for row in rows(table) for page in ("change", "history")),
        *(address(table, "correct", row.pk) for table in ("statement", "document", "claim") for row in rows(table) if row.is_public),
    ]

    found = {page: left_words(JSON.sub("", admin_client.get(page).content.decode())) for page in pages}

    assert {page: words for page, words in found.items() if words} == {}


def rows(table: str) -> list:
    return list(apps.get_model("archive", table).objects.all()[:5])


def test_a_pair_is_told_in_everyday_words(admin_client):
    a_record(1)
    pair = Suggestion.objects.first()
    Suggestion.objects.filter(pk=pair.pk).update(reasons=["the number differs: '30' against '300'"], label="variant")

    told = " ".join(shown(admin_client.get(address("suggestion", "change", pair.pk)).content.decode()))
    listed = admin_client.get(address("suggestion", "changelist"), {"label": "variant", "state": "all"})

    assert "The number differs: '30' against '300'." in told
    assert f"sure to {round(pair.score * 100)} %" in told
    assert {"Says less", "Says more", "Reports another’s words"} <= set(
        shown(admin_client.get(address("suggestion", "change", pair.pk)).content.decode())
    )
    assert list(listed.context["cl"].result_list) == [pair]


def test_history_names_fields_as_the_forms_do(db):
    statement = make_public_statement()
    event = Event(object_type="statement", object_id=statement.pk, detail={"changes": {"locator": ["p. 2", "p. 3"]}, "other_thing": "x"})

    assert details_of(event, type(statement)) == [("place in the source", ["p. 2", "p. 3"], True), ("other thing", "x", False)]


def test_tables_have_the_names_that_people_know():
    assert str(Judgement._meta.verbose_name_plural) == "answers"
    assert str(apps.get_model("archive", "occurrence")._meta.verbose_name) == "claim in a statement"


def test_history_shows_what_a_change_was_and_became(db):
    statement = review.change(make_statement(), {"locator": "p. 3"}, by=the_chief())

    assert details_of(Event.objects.get(verb="edited"), type(statement)) == [("place in the source", ["", "p. 3"], True)]


def test_history_shows_speakers_by_their_printed_names_and_leaves_out_what_is_for_programs(db):
    statement = make_statement(speakers=["Anna Holt"])
    changes = {"speakers": [(None, "Jan Kessel", "minister")], "span": (0, 10), "said_on": "2099"}
    with pytest.raises(NeedsConfirmation) as asked:
        review.change(statement, changes, by=the_chief())
    review.change(statement, changes, by=the_chief(), confirmed=[one.seen for one in asked.value.doubts])

    told = [(name, value) for name, value, _ in details_of(Event.objects.get(verb="edited"), type(statement))]
    assert ("speakers", ["Anna Holt", "Jan Kessel, minister"]) in told
    assert ("place of the words", [f"0–{statement.end}", "0–10"]) in told
    assert [value for name, value in told if name == "warnings confirmed"] == [[one.told for one in asked.value.doubts]]
