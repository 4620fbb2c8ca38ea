"""On a disk that is full or can only be read a command ends with a sentence and 1, and goes on from there once it can."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from archive.models import Document, Statement, Suggestion
from tests import factories as make
from tests.archive.errors import failing_disks

AGAIN = "What is told above is kept. Run the same command again: it goes on from there."
FULL, READ_ONLY = "database or disk is full", "attempt to write a readonly database"


def refused(*words: str) -> str:
    with pytest.raises(CommandError) as told:
        call_command(*words, stdout=io.StringIO())
    return str(told.value)


@pytest.fixture
def archive(transactional_db, django_db_serialized_rollback) -> None:
    """Two statements that say the same, and a document that nobody read yet."""
    for _ in range(2):
        make.make_accepted_statement(words="No state may strengthen its security at the cost of other states, the minister of rivers said.")
    Suggestion.objects.all().delete()
    make.make_document(text="“The bridge will be opened in spring,” said Anna Kovaleva on 17 May 2023. " * 40)


def captured(folder: Path) -> list[str]:
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"Note {number}. " + "The bridge will be opened in spring. " * 2000)
    return ["capture", str(folder)]


COMMANDS: dict[str, Callable[[Path], list[str]]] = {
    "capture": captured,
    "draft": lambda folder: ["draft"],
    "suggest": lambda folder: ["suggest", "--again", "--processes=1"],
    "reindex": lambda folder: ["reindex", "--processes=1"],
    "work": lambda folder: ["work", "--batch"],
}


@pytest.mark.full
@pytest.mark.sqlite
@pytest.mark.parametrize("command", COMMANDS)
def test_command_on_a_disk_that_can_only_be_read_says_so_and_goes_on_later(archive, tmp_path, command):
    words = COMMANDS[command](tmp_path)
    with failing_disks.read_only():
        assert refused(*words) == f"The database failed: {READ_ONLY}. {AGAIN}"

    call_command(*words, stdout=io.StringIO())


@pytest.mark.sqlite
def test_full_disk_at_suggest_and_capture_loses_nothing(archive, tmp_path):
    words = captured(tmp_path)
    with failing_disks.full():
        assert refused(*words) == f"The database failed: {FULL}. {AGAIN}"
        before = list(Document.objects.values_list("pk", flat=True)), list(Statement.objects.values_list("pk", flat=True))
        assert refused("draft") == f"The database failed: {FULL}. {AGAIN}"
        assert refused("reindex", "--processes=1") == f"The database failed: {FULL}. {AGAIN}"
    assert before == (list(Document.objects.values_list("pk", flat=True)), list(Statement.objects.values_list("pk", flat=True)))

    call_command(*words, stdout=io.StringIO())
    call_command("suggest", "--processes=1", stdout=io.StringIO())
    assert Document.objects.count() == len(before[0]) + 3
