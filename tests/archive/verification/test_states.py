"""Rows that are in another state than the last act on them left are named; what was merged and told apart again is not accused."""

import pytest

from archive import review
from archive.identity.merged_claims import merge_claims
from archive.identity.merged_speakers import merge_speakers, separate_speakers
from archive.linking.judgements import undo
from archive.log import checkpoints
from archive.models import Checkpoint, Claim, Judgement, Occurrence, Redirect, Speaker, SpeakerPair, Statement
from archive.verification import faults
from tests import factories as make
from tests.archive.log.tampering import triggers_off

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def kept(made_once):
    """A public statement; a claim and a speaker that were merged, one that was told apart again; an answer taken back; a checkpoint."""
    chief = make.the_chief()
    one, other, third = (make.make_speaker(name) for name in ("Ada Quill", "Bo Reed", "Cy Sand"))
    statement = make.make_public_statement(speakers=[one, other, third], claims=["The bridge opens.", "A bridge is opened."])
    merge_claims(Claim.objects.first(), Claim.objects.last(), by=chief, reason="They are one.")
    merge_speakers(one, other, by=chief, reason="They are one.")
    merge_speakers(one, third, by=chief, reason="They are one.")
    separate_speakers(third, by=chief, reason="They are two.")
    review.return_to_draft(make.make_accepted_statement(), by=chief, reason="Read it again.")
    undo(make.make_occurrence(make.make_accepted_statement(), "It closes.").judgement, by=chief)
    checkpoints.make()
    return statement


def told():
    return [str(one) for one in faults()]


@pytest.mark.usefixtures("kept")
def test_honest_history_has_no_fault():
    assert told() == []


def last_checkpoint():
    return Checkpoint.objects.filter(pk=checkpoints.latest().pk)


TAMPERED = {
    "state": (lambda kept: Statement.objects.filter(status="draft").update(status="rejected"), "it is rejected, and the last act on it"),
    "who accepted": (lambda kept: Statement.objects.update(accepted_by=make.make_user()), "statement {id}: somebody else accepted it"),
    "answer taken back": (
        lambda kept: Judgement.objects.exclude(undone_at=None).update(undone_at=None, undone_by=None),
        "judgement number",
    ),
    "answer forged": (
        lambda kept: Judgement.objects.bulk_create([forged(Judgement.objects.first())]),
        ": no event tells who answered",
    ),
    "answer on speakers": (lambda kept: SpeakerPair.objects.update(answer="two"), "its answer is not the one that its history tells"),
    "order of a link": (
        lambda kept: Occurrence.objects.update(said_sort=5),
        "its place in the order of dates is not that",
    ),
    "merged no more": (
        lambda kept: Speaker.objects.filter(slug="bo-reed").update(merged_into=None),
        "speaker bo-reed: what it was merged into is not what its history tells",
    ),
    "merged without act": (
        lambda kept: Speaker.objects.filter(slug="cy-sand").update(merged_into=Speaker.objects.get(slug="bo-reed").pk),
        "speaker cy-sand: what it was merged into is not what its history tells",
    ),
    "old address gone": (lambda kept: Redirect.objects.all().delete(), "speaker bo-reed: its old address does not lead"),
    "old address leads elsewhere": (
        lambda kept: Redirect.objects.update(new_path="/speakers/x/"),
        "speaker bo-reed: its old address does not lead",
    ),
    "reason of an old address": (
        lambda kept: Redirect.objects.update(reason="None."),
        "speaker bo-reed: its old address leads on with another",
    ),
    "address forged": (
        lambda kept: Redirect.objects.create(old_path="/speakers/y/", new_path="/speakers/x/", reason="None.", at=kept.recorded_at),
        "old address /speakers/y/: it leads on, and nothing was merged that had it",
    ),
    "checkpoint gone": (lambda kept: last_checkpoint().delete(), "checkpoint number {checkpoint}: event 1 of its history"),
    "moment of a checkpoint": (lambda kept: last_checkpoint().update(at="2001-01-01T00:00Z"), "checkpoint number {checkpoint}: event 1"),
}


def forged(one):
    one.pk = None
    return one


@pytest.mark.parametrize("name", TAMPERED)
def test_tampering_is_named(kept, name):
    act, expected = TAMPERED[name]
    named = {"id": kept.public_id, "checkpoint": checkpoints.latest().pk}
    with triggers_off():
        act(kept)

    found = []
    assert any(found.append(str(one)) or expected.format(**named) in str(one) for one in faults()), found
