"""Every page of the editors' side opens, with rows in it, and lists ask a fixed number of queries."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive import linking
from archive.identity.merged_speakers import merge_speakers
from archive.models import AccessChange, CopySuggestion, Feed, Speaker, Statement, User
from tests.factories import (
    make_accepted_statement,
    make_change_proposal,
    make_document,
    make_feed,
    make_notice_suggestion,
    make_occasion,
    make_occurrence,
    make_outlet,
    make_public_statement,
    make_speaker,
    make_statement,
    make_withdrawn_statement,
    the_chief,
)

pytestmark = pytest.mark.django_db
TABLES = [
    "accesschange",
    "article", "changeproposal", "claim", "copysuggestion", "document", "event", "feed", "judgement", "noticesuggestion", "occasion",
    "occasionsuggestion", "occurrence", "outlet", "redirect", "revision", "speaker", "statement", "suggestion", "user",
]  # fmt: skip
ADDED = ["article", "claim", "document", "feed", "occasion", "occurrence", "outlet", "speaker", "statement", "user"]


def a_record(times: int) -> None:
    """Rows of every table, `times` of most."""
    for turn in range(times):
        words = f"The bridge number {turn} over the river Veyra will be opened to the northern trains in spring."
        merge_speakers(make_speaker(), _public_speaker(), by=_merger(), reason="One person.")
        make_change_proposal(make_public_statement(), speakers=[(None, "a source", "")])
        make_statement()
        make_feed(f"https://coastal.example/{Feed.objects.count()}.xml", outlet=make_outlet())
        CopySuggestion.objects.create(document=make_document(), other=make_document(), likeness=0.9)
        make_notice_suggestion()
        AccessChange.objects.create(person=_merger(), by=_merger(), roles=["publisher"])
        make_withdrawn_statement()
        speakers = [make_speaker()]
        said = {"occasion": make_occasion(), "speakers": speakers}
        public = make_public_statement(make_document(f"He said: {words} Title {turn}", title=""), words, **said)
        accepted = make_accepted_statement(make_document(f"They say: {words}"), words, **said | {"occasion": make_occasion()})
        make_occurrence(public, f"Claim {turn}")
        make_public_statement(claims=[f"Public claim {turn}"])
        linking.suggest([accepted])


def _public_speaker() -> Speaker:
    speaker = make_speaker()
    make_public_statement(speakers=[speaker])
    return speaker


def _merger() -> User:
    return User.objects.filter(username="merger").first() or User.objects.create_superuser("merger")


@pytest.fixture
def root(client: Client) -> Client:
    the_chief()
    client.force_login(User.objects.create_superuser("root", first_name="Root"))
    return client


def test_every_table_is_registered():
    expected = {model for model in apps.get_app_config("archive").get_models() if model._meta.model_name in TABLES}

    assert {model for model in admin.site._registry if model._meta.app_label == "archive"} == expected


def address(table: str, page: str, *args: object) -> str:
    return reverse(f"admin:archive_{table}_{page}", args=args)


def test_lists_ask_as_many_queries_for_one_row_as_for_three(root):
    a_record(1)
    for_one = queries_of_lists(root)
    a_record(3)

    assert queries_of_lists(root) == for_one


def queries_of_lists(root: Client) -> dict[str, int]:
    asked = {}
    for table in TABLES:
        root.get(address(table, "changelist"))
        with CaptureQueriesContext(connection) as queries:
            answer = root.get(address(table, "changelist"))
        assert answer.status_code == 200
        asked[table] = len(queries)
    return asked


def test_each_row_opens_with_its_history(root):
    a_record(1)
    rows = [(table, row.pk) for table in TABLES for row in apps.get_model("archive", table).objects.all()]

    refused = [row for row in rows for page in ("change", "history") if root.get(address(row[0], page, row[1])).status_code != 200]

    assert {table for table, _ in rows} == set(TABLES)
    assert refused == []


@pytest.mark.parametrize("table", ADDED)
def test_add_page_opens(root, table):
    assert root.get(address(table, "add")).status_code == 200


def test_search_folds_no_query_into_an_error(root):
    a_record(1)
    asked = [(table, term) for table in TABLES for term in ("Ковалёва", "' \"x", "\x00", "%_")]

    assert [(table, term) for table, term in asked if root.get(address(table, "changelist"), {"q": term}).status_code != 200] == []


def test_filters_of_a_list_all_answer(root):
    a_record(1)
    lists = {table: root.get(address(table, "changelist")).context["cl"] for table in TABLES}
    choices = [
        address(table, "changelist") + choice["query_string"]
        for table, listed in lists.items()
        for spec in listed.filter_specs
        for choice in spec.choices(listed)
    ]

    assert [asked for asked in choices if root.get(asked).status_code != 200] == []


def test_index_groups_the_tables(root):
    groups = [(group["name"], [model["object_name"] for model in group["models"]]) for group in root.get("/admin/").context["app_list"]]

    assert [(str(name), models) for name, models in groups] == [
        ("Statements", ["Statement", "ChangeProposal", "Speaker", "Occasion"]),
        ("Claims said again", ["Suggestion", "OccasionSuggestion", "Judgement", "Claim", "Occurrence"]),
        ("Sources", ["Document", "CopySuggestion", "NoticeSuggestion", "Article", "Outlet", "Feed"]),
        ("History", ["Event", "Revision", "Redirect"]),
        ("People", ["User", "AccessChange"]),
    ]


def test_index_names_the_archive_and_links_the_site(root):
    html = root.get("/admin/").content.decode()

    assert "On Record" in html
    assert '<a href="/">View site</a>' in html


def test_statement_search_finds_words_in_any_case_of_a_script_beyond_ascii(root):
    found = make_statement(make_document("Лавров заявил, что Мост откроют."), "Мост откроют", speakers=[make_speaker("Сергей Лавров")])
    make_statement()

    answers = [
        list(root.get(reverse("admin:archive_statement_changelist"), {"q": term}).context["cl"].result_list)
        for term in ("мост", "ЛАВРОВ", "лавров", found.public_id)
    ]

    assert answers == [[found]] * 4


def test_autocomplete_offers_no_merged_speaker(root):
    keep, gone = make_speaker("Nadia Orlova"), make_speaker("N. Orlova")
    merge_speakers(keep, gone, by=_merger(), reason="One person.")

    offered = root.get(
        "/admin/autocomplete/", {"app_label": "archive", "model_name": "attribution", "field_name": "speaker", "term": "ORLOVA"}
    ).json()

    assert [one["text"] for one in offered["results"]] == ["Nadia Orlova"]


def test_nothing_can_be_deleted(root):
    statement = make_statement()

    assert root.post(reverse("admin:archive_statement_delete", args=[statement.pk]), {"post": "yes"}).status_code == 403
    assert Statement.objects.filter(pk=statement.pk).exists()
