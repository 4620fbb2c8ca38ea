"""Counts that went wrong, or were kept under other rules, are put right from what is public."""

import pytest

from archive.models import ArchiveState, ClaimTally, RetractedReport, Tally
from archive.publication import recounts
from tests import factories as make
from tests.archive.publication.kept import tally

pytestmark = pytest.mark.django_db


def test_wrong_counts_of_statements_are_put_right():
    for said_on in ("2023-05-17", "2023-05", "2021", ""):
        make.make_public_statement(said_on=said_on, speakers=[make.make_speaker(), make.make_speaker()], claims=["It opens."])
    right = tally()
    Tally.objects.filter(scope="year").delete()
    Tally.objects.filter(scope="speaker").update(statements=7)
    Tally.objects.create(scope="claim", key="77", statements=3)
    before = ArchiveState.current_revision()

    wrong = recounts.recount_statements()

    assert (tally(), wrong) == (right, 3 + 8 + 1)
    assert ArchiveState.current_revision() == before + 1
    assert (recounts.recount_statements(), ArchiveState.current_revision()) == (0, before + 1)


def test_reports_that_are_kept_wrongly_as_retracted_are_put_right():
    report, other = make.make_public_statement().document, make.make_document()
    make.make_notice(report, "retraction")
    RetractedReport.objects.all().delete()
    RetractedReport.objects.create(document=other)

    assert [recounts.recount_retracted() for _ in range(2)] == [2, 0]

    assert list(RetractedReport.objects.values_list("document", flat=True)) == [report.pk]


def test_wrong_counts_of_a_claim_are_put_right():
    claim, gone, quiet = make.make_claim_said(2), make.make_claim(), make.make_claim()
    right = ClaimTally.objects.values().get()
    ClaimTally.objects.update(sayings=9, variants=4)
    ClaimTally.objects.create(claim=gone, sayings=2, first_sort=0, last_sort=0)
    before = ArchiveState.current_revision()

    assert list(recounts.counted_claims()) == [[claim.pk, gone.pk]]
    assert [recounts.recount([one.pk]) for one in (claim, gone, quiet)] == [1, 1, 0]

    assert (list(ClaimTally.objects.values()), ArchiveState.current_revision()) == ([right], before + 2)
