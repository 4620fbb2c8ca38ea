"""What is promised, and what is done."""

import pytest

from archive.matching import Idf, prepare
from archive.matching.features import measure
from archive.matching.guards.tense import differing_tense

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ("The pier will soon be built.", "The pier was built.", ["differs: 'will soon be built' against 'was built'"]),
        ("The guild bought the mill.", "The guild will buy the mill.", ["differs: 'bought' against 'will buy'"]),
        ("The guild will have a mill.", "The guild has a mill.", []),
        ("The guild has to sell the mill.", "The guild will sell the mill.", []),
        ("The guild would have sold the mill.", "The guild sold the mill.", []),
        ("The closed mill is here.", "The mill will close here.", []),
        ("The mill closed and will be closed.", "The mill closed.", []),
        ("The mill will finally.", "The mill was.", []),
        ("Мельницу построят летом.", "Мельницу построили летом.", ["differs: 'построят' against 'построили'"]),
        ("Мельница будет построена.", "Мельница построена.", ["differs: 'будет построена' against 'построена'"]),
        ("Мэр продаст мельницу.", "Мэр продал мельницу.", ["differs: 'продаст' against 'продал'"]),
        ("The mill will close.", "Bread and butter of the islands rose in price.", []),
    ],
)
def test_differences(ours, theirs, told):
    a, b = prepare(ours), prepare(theirs)

    assert [one.reason for one in differing_tense(a, b, measure(a, b, Idf()))] == told
