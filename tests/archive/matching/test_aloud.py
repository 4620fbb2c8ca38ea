"""Reasons are read aloud as one sentence, with the places where two wordings part."""

import pytest

from archive.matching.aloud import partings, sentence

EARLIER = "Security must be indivisible and not at the expense of others."


@pytest.mark.parametrize(
    ("earlier", "later", "told"),
    [
        (EARLIER, EARLIER.upper(), []),
        (EARLIER, "Security must be equal and not at the expense of others.", ["'equal' against 'indivisible'"]),
        (EARLIER, "Security must be indivisible.", ["the later leaves out 'and not at the expense of others'"]),
        ("Security must be indivisible.", EARLIER, ["the later adds 'and not at the expense of others'"]),
        (EARLIER, "Trains carry grain from the harbour.", []),
        ("", "", []),
        ("We shall build " + "a very long bridge over the river " * 3 + "soon.", "We shall build soon.",
         ["the later leaves out 'a very long bridge over the … long bridge over the river'"]),
    ],
)  # fmt: skip
def test_partings(earlier, later, told):
    assert partings(earlier, later) == told


@pytest.mark.parametrize(
    ("reasons", "told"),
    [
        (["both say 'on equal terms'", "shares 'toll', 'law'"], "Both say 'on equal terms'; both have 'toll' and 'law'."),
        (["shares 'toll', 'law', 'port'"], "Both have 'toll', 'law' and 'port'."),
        (["says 'toll' for 'fee'"], "The later says 'toll' where the earlier says 'fee'."),
        (["the later adds 'soon'", "'a' against 'b'", "the later adds 'now'"], "The later adds 'soon' and 'now'; 'a' against 'b'."),
        (["the same words"], "The same words."),
        (["the number differs: '30' against '300'"], "The number differs: '30' against '300'."),
        (["differs: 'if' against 'only if'"], "'if' against 'only if'."),
        (["may be the opposite: only one says 'not'", "shares 'toll'"], "May be the opposite: only one says 'not'; both have 'toll'."),
        (["narrower: a question"], "The later says less: a question."),
        (["wider: not under a condition ('if')"], "The later says more: not under a condition ('if')."),
        ([], "No word or phrase stands out, only the run of all words is somewhat alike."),
    ],
)
def test_sentence(reasons, told):
    assert sentence(reasons) == told
