"""Triggers that are gone, changed or switched off are named, those that nobody of ours made too, and no such backup is put back."""

import pytest
from django.db import connection

from archive.verification.triggers import expected, of_triggers, standing
from tests.archive.log.tampering import triggers_off

pytestmark = pytest.mark.django_db
NAME = "archive_event_unchangeable"


def told():
    return [str(one) for one in of_triggers()]


def run(*statements):
    with connection.cursor() as cursor:
        for one in statements:
            cursor.execute(one)


def dropped():
    run(f"DROP TRIGGER {NAME}" + (" ON archive_event" if connection.vendor == "postgresql" else ""))


def test_list_of_the_release_is_what_its_migrations_make():
    with connection.cursor() as cursor:
        there = standing(cursor, connection.vendor)

    assert there == expected(connection.vendor)
    assert told() == []


def test_trigger_that_is_gone_is_named():
    dropped()

    assert [one.split(":")[0] for one in told()] == [f"trigger {NAME}"]
    assert "it is gone" in told()[0]


@pytest.mark.sqlite
def test_trigger_of_another_wording_is_named_and_so_is_one_too_many():
    dropped()
    refuses = "BEGIN SELECT RAISE(ABORT, 'archive_event is unchangeable'); END"
    run(f"CREATE TRIGGER {NAME} BEFORE UPDATE ON archive_event FOR EACH ROW WHEN 1 = 2 {refuses}")
    run("CREATE TRIGGER more AFTER INSERT ON archive_event BEGIN DELETE FROM archive_listing; END")

    assert told() == [
        f"trigger {NAME}: it is not as this release made it, or it is switched off",
        "trigger more: this release has none of that name",
    ]


@pytest.mark.sqlite
def test_triggers_that_were_off_for_a_moment_are_as_they_were():
    with triggers_off():
        assert len(told()) > 10

    assert told() == []


@pytest.mark.postgres
def test_trigger_that_is_switched_off_or_calls_another_function_is_named():
    run(f"ALTER TABLE archive_event DISABLE TRIGGER {NAME}")
    assert told() == [f"trigger {NAME}: it is not as this release made it, or it is switched off"]
    run(f"ALTER TABLE archive_event ENABLE TRIGGER {NAME}")
    assert told() == []

    run("CREATE OR REPLACE FUNCTION archive_refuse_removal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN old; END $$")

    assert "trigger archive_event_kept: it is not as this release made it, or it is switched off" in told()


@pytest.mark.postgres
def test_rule_that_does_something_else_is_named():
    run("CREATE RULE quiet AS ON UPDATE TO archive_event DO INSTEAD NOTHING")

    assert told() == ["rule quiet of archive_event: this release has no rules"]


@pytest.mark.postgres
def test_connection_that_calls_no_triggers_is_named():
    run("SET LOCAL session_replication_role = replica")

    assert told() == ["triggers: this connection calls none: its session_replication_role is not origin"]


@pytest.mark.postgres
@pytest.mark.parametrize("of", ["ROLE {role}", "DATABASE {database}", "ROLE {role} IN DATABASE {database}"])
def test_connections_to_come_that_call_no_triggers_are_named(of):
    """Whom it concerns alone: a role that copies databases may have it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_user, current_database()")
        role, database = cursor.fetchone()
    run("CREATE ROLE copies", "ALTER ROLE copies SET session_replication_role = replica")
    assert told() == []

    run(f"ALTER {of.format(role=role, database=database)} SET session_replication_role = replica")

    assert [one.partition(" is set for ")[0] for one in told()] == [
        "triggers: new connections do not call them as they ought to: session_replication_role=replica"
    ]
