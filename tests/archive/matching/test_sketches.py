"""Nearly equal texts share most of their sketch, others nothing."""

import pytest

from archive.matching.sketches import SIZE, share_of_runs, sketch_of

TEXT = """The bridge over the Veyra will be opened to trains in the spring, Transport Minister Anna Kovaleva told reporters in Valmere.
It was closed for two years after the flood, and the town has waited for it longer than for anything else that was promised to it.
The work cost eleven million more than was planned, which the minister put down to the price of steel and to a wet summer."""
EDITED = "VALMERE (Gazette) — " + TEXT.replace("told reporters", "said on Wednesday").replace("eleven", "about eleven")
OTHER = """The harbour toll stays as it is for two more years, the council decided on Monday after a debate of six hours.
Nobody gave way in it. Fishermen had asked for a lower one, and the shipping companies for a higher one with a discount for those
who come more often than once a week."""


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        (TEXT, TEXT.upper().replace(".", "!"), SIZE, SIZE),
        (TEXT, EDITED, 5, SIZE),
        (TEXT, TEXT.split("\n", maxsplit=1)[0], 0, SIZE),
        (TEXT, OTHER, 0, 0),
    ],
)
def test_sketches_share_what_texts_share(one, other, least, most):
    assert least <= len(set(sketch_of(one)) & set(sketch_of(other))) <= most


@pytest.mark.parametrize(
    ("one", "other", "least", "most"), [(TEXT, EDITED, 0.6, 0.95), (TEXT, TEXT.split("\n")[1], 1, 1), (TEXT, OTHER, 0, 0), ("", TEXT, 0, 0)]
)
def test_share_is_that_of_the_shorter_text(one, other, least, most):
    assert least <= share_of_runs(one, other) <= most


def test_short_text_has_no_sketch_and_a_sketch_is_the_same_everywhere():
    assert sketch_of("The bridge will be opened in spring.") == []
    assert sketch_of(TEXT)[:2] == [147637150646796560, 148868206581023409]
    assert all(0 <= value < 2**63 and value % SIZE == kind for kind, value in enumerate(sketch_of(TEXT)))
