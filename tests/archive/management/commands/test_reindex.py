"""`manage.py reindex`: the indexes are made anew from what is accepted and public."""

import io

import pytest
from django.core.management import CommandError, call_command

from archive.linking import meanings
from archive.models import ClaimTally, DocumentEntry, Entry, NameWord, Passage, SideTaken, Tally
from tests.factories import make_accepted_statement, make_claim_said, make_public_statement

pytestmark = pytest.mark.django_db


def lines(**options):
    out = io.StringIO()
    call_command("reindex", stdout=out, **options)
    return out.getvalue().splitlines()


def test_all_is_indexed_anew():
    make_public_statement()
    make_accepted_statement()
    Passage.objects.all().delete()

    told = lines()

    assert told[0] == f"Statements indexed: 2. Passages in the index: {Passage.objects.count()}."
    assert told[1] == "Public statements indexed for the search: 1."
    assert told[2:4] == ["Places in lists put right: 0.", "Counts put right: 0 of statements, 0 of 0 claims, 0 of retracted reports."]
    assert told[4] == "Entries put right: 0 of sides that speakers take, 0 of statements, 0 of documents, 0 of names."
    assert told[5] == f"Vectors made: {Passage.objects.count()}."
    assert told[6].startswith("Vectors: ")


def test_all_is_shown_anew():
    make_claim_said(2)
    before = dict(Entry.objects.values_list("pk", "version"))
    Entry.objects.update(shown="{}")
    DocumentEntry.objects.all().delete()
    SideTaken.objects.all().delete()
    NameWord.objects.all().delete()  # of a claim, two speakers and two outlets; the documents have no title

    assert lines()[4] == "Entries put right: 2 of sides that speakers take, 2 of statements, 2 of documents, 5 of names."
    assert lines()[4] == "Entries put right: 0 of sides that speakers take, 0 of statements, 0 of documents, 0 of names."
    assert dict(Entry.objects.values_list("pk", "version")) == {pk: version + 1 for pk, version in before.items()}


@pytest.mark.parametrize("outdated", [True, False])
def test_all_is_counted_anew(outdated):
    make_claim_said(2)
    ClaimTally.objects.update(sayings=7)
    Tally.objects.filter(scope="archive").update(statements=1)

    assert lines(outdated=outdated)[3] == "Counts put right: 1 of statements, 1 of 1 claims, 0 of retracted reports."
    assert (ClaimTally.objects.get().sayings, Tally.objects.get(scope="archive").statements) == (2, 2)


def test_what_this_version_has_indexed_is_passed_over():
    make_public_statement()

    assert lines(outdated=True)[:2] == [
        f"Statements indexed: 0. Passages in the index: {Passage.objects.count()}.", "Public statements indexed for the search: 0.",
    ]  # fmt: skip


def test_processes_that_can_not_start_are_told(monkeypatch):
    make_accepted_statement(words="The bridge opens in spring.")
    monkeypatch.setattr(meanings, "WORTH_A_PROCESS", 1)
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "nowhere.settings")

    with pytest.raises(CommandError, match="start the command again"):
        lines(file=True, processes=2)
