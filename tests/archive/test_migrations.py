"""Migrations keep what they do: what a data migration computes is a copy of its own, and the copies stay as they are."""

import ast
import hashlib
from importlib import import_module
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.urls import reverse

from archive.acts import record
from archive.enums import Verb
from archive.migrations.frozen.acceptance import judged_as, touches
from archive.migrations.frozen.addresses import address_key
from archive.migrations.frozen.keys import folded
from archive.migrations.frozen.names import key_of
from archive.migrations.frozen.roles import ROLES
from archive.migrations.frozen.skeletons import skeleton
from archive.migrations.frozen.sketches import sketch_of
from archive.migrations.frozen.slugs import made_before, renewed
from archive.models import ArchiveState, Claim, Event, Redirect, Speaker, SpeakerAlias, Statement, Tally
from tests.archive.admin.forms import errors, save
from tests.factories import (
    make_accepted_statement,
    make_claim,
    make_outlet,
    make_public_statement,
    make_speaker,
    make_statement,
    make_user,
    the_chief,
)

MIGRATIONS = Path(__file__).parents[2] / "archive" / "migrations"
# What a migration has to name: fields of our own, and what checks them.
FIELD_CLASSES = {"archive.models.fields", "archive.models.outlet", "archive.models.alerts.receiver", "archive.models.account"}
TEXT = (
    "The bridge over the Veyra will be opened to trains in the spring, the minister told reporters. " * 2 + "Nobody asked her about tolls."
)


def may_change(file: Path) -> set[str]:
    """The modules of ours that a migration imports, but for the fields and what was frozen for it."""
    nodes = list(ast.walk(ast.parse(file.read_text())))
    named = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    ours = {name for name in named if name.split(".")[0] in ("archive", "timeline")}
    return {name for name in ours - FIELD_CLASSES if not name.startswith("archive.migrations.frozen")}


def test_migration_calls_nothing_that_may_change():
    found = {file.stem: may_change(file) for file in sorted(MIGRATIONS.rglob("*.py"))}

    assert {name: modules for name, modules in found.items() if modules} == {}


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("HTTP://www.paper.example/Bridge/?utm_source=x&id=7#top", "paper.example/Bridge/?id=7#"),
        ("https://m.paper.example:8080/a/../bridge/amp?outputType=amp", "paper.example:8080/bridge?#"),
        ("https://paper.example/%d0%bc%D0%BE%d1%81%D1%82", "paper.example/%D0%BC%D0%BE%D1%81%D1%82?#"),
        ("https://[not-an-address", "https://[not-an-address"),
    ],
)
def test_key_of_an_address_stays(url, written):
    assert address_key(url) == hashlib.sha256(written.encode()).hexdigest()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Сяргей Петровіч Каваленка", "kvlnk srh"),
        ("Sergei Kowalenko", "kvlnk srh"),
        ("Kovaleva", ""),
        ("王 小明", ""),
    ],
)
def test_key_of_a_name_stays(name, key):
    assert key_of(name) == key


def test_sketch_of_a_text_stays():
    assert sketch_of(TEXT)[:3] == [53469632447866848, 173559792025127617, 212066530152898722]
    assert sketch_of(TEXT)[-1] == 335258920731140735
    assert sketch_of("Too short.") == []


@pytest.mark.django_db
def test_redirects_of_what_was_never_public_are_forgotten():
    public, never = make_speaker("Ада Моро"), make_speaker("Anna Kovaleva")
    make_public_statement(speakers=[public])
    paths = [public.get_absolute_url(), never.get_absolute_url(), make_claim().get_absolute_url(), "/claims/renamed/"]
    for path in paths:
        Redirect.objects.create(old_path=path, new_path="/speakers/b/", reason="Merged.", at="2024-01-01T00:00Z")

    import_module("archive.migrations.0033_who_proposes_and_which_addresses_lead_on").forget(apps, None)

    assert list(Redirect.objects.order_by("id").values_list("old_path", flat=True)) == [paths[0], paths[3]]


def test_roles_stay():
    content = ",".join(sorted(f"{role}:{codename}" for role, codenames in ROLES.items() for codename in codenames))

    assert hashlib.sha256(content.encode()).hexdigest() == "dfd4a54bbab0a85842d9004babbae2624eb5d50d4e627a2d6a2a2c3109202841"


@pytest.mark.parametrize(
    ("slug", "words", "new"),
    [
        ("was-524-percent", "Was 52.4 percent", "was-52-4-percent"),
        ("was-524-percent-3", "Was 52.4 percent", "was-52-4-percent"),
        ("two-forty", "At 2:40, crowns", None),  # typed by somebody
        ("40000-jobs", "40,000 jobs", None),
        ("smithjones", "Smith/Jones", None),  # neither a number nor a word is lost
        ("the-gas-transit-fee-stays-as-it-was-agreed-until-the-end-of", "The gas transit fee stays as it was agreed until the end of 2025",
         "the-gas-transit-fee-stays-as-it-was-agreed-until-the-end-of-2025"),
        (f"{'a' * 60}-{'b' * 39}", f"{'a' * 60} {'b' * 60}", "a" * 60),
        ("мост-52", "Мост: 5/2", "мост-5-2"),
    ],
)  # fmt: skip
def test_address_is_renewed_where_it_lost_a_number_or_ends_within_a_word(slug, words, new):
    assert renewed(slug, words) == new


@pytest.mark.django_db
def test_renewed_addresses_lead_on_from_the_old_ones_where_they_were_public(client):
    drafted = make_claim("It was 1.5 percent", slug="it-was-15-percent")
    claim = make_claim("It was 52.4 percent", slug="it-was-524-percent")
    other = make_claim("It was 52.4 percent!", slug="it-was-524-percent-2")
    outlet, speaker = make_outlet("Radio 10.2", slug="radio-102"), make_speaker("Группа 5/2", slug="группа-52")
    statement = make_public_statement(claims=[claim, other], speakers=[speaker], words="")
    statement.document.article.outlet_id = outlet.pk
    statement.document.article.save()
    Redirect.objects.create(old_path="/claims/older/", new_path="/claims/it-was-524-percent/", reason="Merged.", at=statement.recorded_at)
    revision = ArchiveState.current_revision()

    import_module("archive.migrations.0029_addresses_keep_their_numbers").keep_numbers(apps, None)

    assert list(Claim.objects.order_by("pk").values_list("slug", flat=True)) == [
        "it-was-1-5-percent", "it-was-52-4-percent", "it-was-52-4-percent-2",
    ]  # fmt: skip
    leads = {
        "/claims/it-was-524-percent/": "/claims/it-was-52-4-percent/",
        "/claims/it-was-524-percent-2/": "/claims/it-was-52-4-percent-2/",
        "/claims/older/": "/claims/it-was-52-4-percent/",
        "/speakers/группа-52/": "/speakers/группа-5-2/",
    }
    for old, new in leads.items():
        for prefix in ("", "/api/v1"):
            answer = client.get(f"{prefix}{old}")
            assert (answer.status_code, unquote(answer["Location"])) == (301, f"{prefix}{new}")
            assert client.get(answer["Location"]).status_code == 200
    assert client.get("/claims/it-was-15-percent/").status_code == 404
    assert not Redirect.objects.filter(old_path="/claims/it-was-15-percent/").exists()
    assert Event.objects.get(object_type="claim", object_id=drafted.pk, verb="edited").detail["slug_was"] == "it-was-15-percent"
    assert ArchiveState.current_revision() > revision


@pytest.mark.parametrize(("name", "drawn"), [("\u0410nna-M. O’Neil", "annamoneil"), ("Леў", "лeў"), ("…", "")])
def test_skeleton_of_a_name_stays(name, drawn):
    assert skeleton(name) == drawn


@pytest.mark.parametrize(("name", "key"), [("J.R. O’Neil", "j. r. o'neil"), ("Jean‑Luc  Mo\u00adreau", "jean-luc moreau"), ("Ў", "ў")])
def test_folded_name_stays(name, key):
    assert folded(name) == key


@pytest.mark.django_db
def test_names_that_were_there_get_one_key_and_those_that_stood_apart_stay_so():
    speaker = make_speaker("J.R. O’Neil")
    outlet, other = make_outlet("Daily Harbour-Post"), make_outlet("Daily Wall-Post")
    Speaker.objects.filter(pk=speaker.pk).update(name_key="j.r. o’neil")
    type(outlet).objects.filter(pk=other.pk).update(name="Daily Harbour‑Post", name_key="daily harbour‑post")

    import_module("archive.migrations.0060_one_key_however_typed").fill(apps, None)

    assert list(Speaker.objects.called("J. R. O'Neil")) == [speaker]
    other.refresh_from_db()
    other.time_zone = "Europe/Minsk"
    other.save()
    assert other.name_key == "daily harbour‑post"
    other.name = "The Harbour‑Post"
    other.save()
    assert other.name_key == "the harbour-post"


def test_hash_of_what_was_accepted_stays():
    judged = judged_as(("k7m2q9xw4t", "ab"), (0, 9), "direct", "asserted", ("2023-05-17", False), [(7, "Анна", "")])

    assert judged == "5aab8091974f6a163f8b09d5679bda301934bb86c132dcf58a4c3cabb11a087d"


@pytest.mark.parametrize(
    ("detail", "is_touched"),
    [
        ({"fields": ["locator"]}, False),
        ({"occasion": "p5d1"}, False),
        ({"fields": ["kind", "locator"]}, True),
        ({"speaker": "anna"}, True),
        ({"fields": ["attributions"]}, True),
        ({}, False),
    ],
)
def test_what_an_edit_touched_stays(detail, is_touched):
    assert touches(detail) == is_touched


@pytest.mark.django_db
def test_what_was_accepted_before_and_not_changed_since_may_be_published():
    fill = import_module("archive.migrations.0035_fill_skeletons_and_what_was_accepted").fill_accepted
    as_accepted, changed, put_in_order, draft = [*(make_accepted_statement() for _ in range(3)), make_statement()]
    record(Verb.EDITED, changed, by=the_chief(), fields=["said_on"])
    record(Verb.EDITED, put_in_order, by=the_chief(), fields=["locator"])
    hashes = {row.pk: row.accepted_as for row in (as_accepted, put_in_order)}
    Statement.objects.update(accepted_as="")

    fill(apps, None)

    assert dict(Statement.objects.values_list("pk", "accepted_as")) == hashes | {changed.pk: "", draft.pk: ""}


@pytest.mark.django_db
def test_what_was_accepted_before_its_speaker_was_changed_in_the_form_waits(client):
    fill = import_module("archive.migrations.0035_fill_skeletons_and_what_was_accepted").fill_accepted
    statement = make_accepted_statement()
    client.force_login(make_user("editor"))
    answer = save(client, reverse("admin:archive_statement_change", args=[statement.pk]), **{"attributions-0-role": "the mayor"})
    Statement.objects.update(status="accepted", accepted_as="")  # as an edit left it before

    fill(apps, None)

    assert errors(answer) == {}
    assert statement.attributions.get().role == "the mayor"
    assert Statement.objects.get().accepted_as == ""


def test_addresses_find_room_before_they_are_renewed():
    before = MigrationLoader(None).project_state(("archive", "0028_how_speakers_hold_their_words"))
    redirect = before.apps.get_model("archive", "Redirect")
    words = "Явка на выборах составила 54,2 процента, хотя прежде говорили о пятидесяти двух процентах избирателей страны"
    longest = max(len(f"/claims/{quote(renewed(old, words))}/") for old in made_before(words))

    assert [redirect._meta.get_field(name).max_length >= longest for name in ("old_path", "new_path")] == [True, True]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("counted", "becomes"),
    [
        ({("year", "203"): 1, ("month", "203-01"): 1}, {("year", "0203"): 1, ("month", "0203-01"): 0, ("span", "0203-0204"): 1}),
        ({("year", "203"): 1, ("year", "0203"): 2}, {("year", "0203"): 3, ("span", "0203-0204"): 1}),
        ({("year", "undated"): 3}, {("year", "undated"): 3, ("span", "0203-0204"): 1}),
        ({}, {("span", "0203-0204"): 1}),
    ],
    ids=["three digits", "three and four digits", "undated", "nothing"],
)  # fmt: skip
def test_spans_of_years_are_counted_whatever_the_counts_were(counted, becomes):
    make_public_statement(said_on="0203/0204")
    Tally.objects.all().delete()
    Tally.objects.bulk_create(Tally(scope=scope, key=key, statements=count) for (scope, key), count in counted.items())

    import_module("archive.migrations.0037_count_spans_of_years").count_spans(apps, None)

    assert {(row.scope, row.key): row.statements for row in Tally.objects.all()} == becomes


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_events_stay_unchangeable_on_the_way_back():
    statement = make_accepted_statement()
    try:
        MigrationExecutor(connection).migrate([("archive", "0037_count_spans_of_years")])
        with pytest.raises(DatabaseError, match="archive_event is unchangeable"), transaction.atomic():
            Event.objects.filter(object_id=statement.pk).update(reason="none")
    finally:
        executor = MigrationExecutor(connection)
        executor.migrate(executor.loader.graph.leaf_nodes())


@pytest.mark.django_db
def test_names_that_were_there_get_their_skeleton():
    fill = import_module("archive.migrations.0035_fill_skeletons_and_what_was_accepted").fill_skeletons
    speaker = make_speaker("J. R. Ames")
    SpeakerAlias.objects.create(speaker=speaker, name="\u0410mes")
    for model in (Speaker, SpeakerAlias):
        model.objects.update(name_skeleton="")

    fill(apps, None)

    assert list(Speaker.objects.looking_like("J.R. Ames")) == list(Speaker.objects.looking_like("Ames")) == [speaker]


@pytest.mark.django_db
def test_names_that_were_there_are_found_by_their_letters():
    fill = import_module("archive.migrations.0066_fill_letters_of_names").fill
    names = ("Łukasz Müller-O’Néill", "Фёдор Майскʼий", "No. 1 250 ﬁne")
    speakers = [make_speaker(name) for name in names]
    known = [speaker.name_letters for speaker in speakers]
    Speaker.objects.update(name_letters="")

    fill(apps, None)

    assert known == ["lukaszmulleroneill", "федормаискии", "no1250fine"]
    assert [Speaker.objects.get(pk=speaker.pk).name_letters for speaker in speakers] == known
