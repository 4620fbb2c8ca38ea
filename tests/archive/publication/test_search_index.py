"""The public full-text index is rebuilt whole or where another version of the program made it, and goes on where it was stopped."""

import pytest
from django.core.management import call_command

from archive import matching, publication
from archive.linking import passages
from archive.models import ArchiveState, SearchEntry, Statement
from archive.publication import search_index
from tests import factories as make

pytestmark = pytest.mark.django_db


def found(query: str) -> list[int]:
    return sorted(Statement.objects.matching(query).values_list("pk", flat=True))


@pytest.fixture
def two():
    return [make.make_public_statement(words=words) for words in ("The tolls stay.", "The bridges were opened.")]


def test_entries_of_another_version_are_written_anew(two, capsys):
    first, second = two
    SearchEntry.objects.filter(pk=first.pk).update(stems="otherwis", engine="older")
    revision = ArchiveState.objects.get().revision
    assert (found("toll"), found("otherwise")) == ([], [first.pk])

    call_command("reindex", "--outdated")

    assert (found("toll"), found("otherwise"), found("bridge")) == ([first.pk], [], [second.pk])
    assert set(SearchEntry.objects.values_list("engine", flat=True)) == {matching.ENGINE_VERSION}
    assert ArchiveState.objects.get().revision > revision
    assert "Public statements indexed for the search: 1." in capsys.readouterr().out


def test_whole_index_is_made_anew_and_what_is_missing_or_not_public_is_put_right(two, capsys):
    first = two[0]
    before = sorted(SearchEntry.objects.values_list())
    SearchEntry.objects.filter(pk=first.pk).delete()
    withdrawn = make.make_withdrawn_statement()
    SearchEntry.objects.create(statement=withdrawn, stems="left behind", place=0)

    call_command("reindex")

    assert sorted(SearchEntry.objects.values_list()) == before
    assert found("left") == []
    assert "Public statements indexed for the search: 2." in capsys.readouterr().out


def test_entries_that_stand_as_they_should_are_marked_and_change_nothing(two):
    before = (sorted(SearchEntry.objects.values_list()), ArchiveState.current_revision())
    search_index.outdate()

    assert list(search_index.rebuild(search_index.outdated())) == [2]

    assert (sorted(SearchEntry.objects.values_list()), ArchiveState.current_revision()) == before


def test_rebuilding_that_was_stopped_is_known_to_be_unfinished(two, monkeypatch):
    monkeypatch.setattr(passages, "BATCH", 1)
    search_index.outdate()
    assert found("toll") == [two[0].pk]  # found as before meanwhile

    next(search_index.rebuild(search_index.outdated()))

    assert list(search_index.outdated()) == [two[1]]


def test_entry_follows_its_statement(two):
    publication.withdraw(two[0], by=make.the_chief(), revision_class="retraction", reason="Misread.")

    assert list(SearchEntry.objects.values_list("pk", flat=True)) == [two[1].pk]
    assert not search_index.outdated().exists()
