"""Every refusal and every doubt of the stage functions, as people meet it at the desk."""

import pytest

from tests.archive.desk.guards import (
    of_capture,
    of_doubts,
    of_identity,
    of_linking,
    of_occasions,
    of_publication,
    of_readers,
    of_review,
    of_undo,
    of_working,
)
from tests.archive.desk.guards.meeting import expect_told
from tests.archive.desk.guards.sources import guards

ROOMS = (of_capture, of_doubts, of_identity, of_linking, of_occasions, of_publication, of_readers, of_review, of_undo, of_working)
SITUATIONS = [situation for room in ROOMS for situation in room.SITUATIONS]
HELD = ("acts.py", "capture/", "doubts/", "identity/", "linking/", "publication/", "readers/", "removal.py", "review/", "working/")
UNREACHED = {guard: why for room in ROOMS for guard, why in room.UNREACHED.items()}

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "situation", [one for _guard, one in SITUATIONS], ids=[f"{guard[:60]} {number}" for number, (guard, _one) in enumerate(SITUATIONS)]
)
def test_guard_is_told_in_its_place_with_its_way_out_and_nothing_changes(client, situation):
    expect_told(client, situation(client))


def test_no_guard_of_the_stage_functions_is_left_untried():
    tried, unreached = ({_named(guard) for guard in known} for known in (dict(SITUATIONS), UNREACHED))
    there = {_named(guard) for guard in guards()}

    assert {guard for guard in there if guard.startswith(HELD)} - tried - unreached == set()
    assert (tried | unreached) - there == set()
    assert tried & unreached == set()


def _named(guard: str) -> str:
    """By its file and its first sentence."""
    return guard.partition(". ")[0].removesuffix(".")
