"""How many statements two speakers share, after whatever changes it."""

import pytest

from archive import identity, publication
from archive.models import SharedTally
from archive.publication import shared
from tests import factories as make

pytestmark = pytest.mark.django_db


def shares(speaker) -> dict:
    rows = SharedTally.objects.filter(speaker=speaker, statements__gt=0).select_related("other")
    return {row.other: row.statements for row in rows}


def test_speakers_share_what_is_public_until_it_is_withdrawn():
    anna, boris, clara = (make.make_speaker(name) for name in ("Anna Kovaleva", "Boris Lem", "Clara Minsk"))
    make.make_public_statement(speakers=[anna])
    make.make_accepted_statement(speakers=[anna, clara])
    both, three = make.make_public_statement(speakers=[anna, boris]), make.make_public_statement(speakers=[anna, boris, clara])
    assert (shares(anna), shares(clara)) == ({boris: 2, clara: 1}, {anna: 1, boris: 1})

    publication.withdraw(both, by=make.the_chief(), revision_class="retraction", reason="Misread.")
    publication.correct(three, by=make.the_chief(), changes={"speakers": [(anna, "", "")]}, revision_class="correction", reason="Misread.")

    assert (shares(anna), shares(clara), shared.recount()) == ({}, {}, 0)


def test_a_statement_may_have_many_speakers():
    signed = [make.make_speaker(f"Anna Kovaleva {number}") for number in range(40)]

    make.make_public_statement(speakers=signed)

    assert (len(shares(signed[0])), shared.recount()) == (39, 0)


def test_merged_speaker_shares_under_the_name_that_stays():
    anna, boris, twin = (make.make_speaker(name) for name in ("Anna Kovaleva", "Boris Lem", "Boris Lehm"))
    make.make_public_statement(speakers=[anna, boris])
    make.make_public_statement(speakers=[anna, twin])

    identity.merge_speakers(boris, twin, by=make.the_chief(), reason="One man.")

    assert (shares(anna), shares(boris), shares(twin), shared.recount()) == ({boris: 2}, {anna: 2}, {}, 0)


def test_wrong_numbers_are_put_right():
    anna, boris = make.make_speaker(), make.make_speaker()
    make.make_public_statement(speakers=[anna, boris])
    SharedTally.objects.filter(speaker=anna).update(statements=7)
    SharedTally.objects.create(speaker=boris, other=make.make_speaker(), statements=3)

    assert [shared.recount(), shared.recount()] == [2, 0]

    assert (shares(anna), shares(boris)) == ({boris: 1}, {anna: 1})
