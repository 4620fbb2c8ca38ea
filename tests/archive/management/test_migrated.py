"""A command on a database that lacks something of this release says so and begins nothing."""

import pytest
from django.core.management import CommandError, call_command, get_commands, load_command_class
from django.db.migrations.recorder import MigrationRecorder

from archive.management.migrated import NeedsTables

# They read no table, make them, or save what stands there before an update.
WITHOUT_TABLES = {"backup", "evaluate_extraction", "extract", "migrate", "prepare", "rank", "restore", "rule_census"}
OURS = {name: app for name, app in get_commands().items() if app in ("archive", "timeline")}


def test_each_command_that_works_with_tables_looks_for_them_first():
    looking = {name for name, app in OURS.items() if isinstance(load_command_class(app, name), NeedsTables)}

    assert looking == set(OURS) - WITHOUT_TABLES


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["verify", "suggest"])
def test_what_is_missing_is_told(name: str):
    MigrationRecorder.Migration.objects.filter(app="archive").latest("pk").delete()

    with pytest.raises(CommandError, match=r"^The database lacks 1 migrations of this release: run manage\.py migrate first\.$"):
        call_command(name, skip_checks=False)
