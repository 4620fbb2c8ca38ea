"""What is like pairs that editors found different is put to nobody, as long as these answers stand."""

import pytest

from archive import linking
from archive.linking.judgements import undo
from archive.linking.waiting.refusals import basis_of
from archive.models import Judgement, Suggestion
from tests import factories as make
from tests.archive.linking.waiting.proposals import answer, between, propose, said, settle_all, several, state_of

pytestmark = pytest.mark.django_db
POSSIBLE = {"band": "possible", "rests_on": "deep harbour"}
SAYINGS = [
    "The deep harbour costs us more than the whole fleet brings in.",
    "Nobody can say what became of the deep harbour they promised.",
    "A deep harbour needs pilots, and of those we have two.",
    "Children swim in the deep harbour, which has no guard.",
]


def sayings(*speakers) -> list:
    """One sentence each, the newest last, by these speakers in turn."""
    named = [speakers[at % len(speakers)] for at in range(len(SAYINGS))]
    return [said(words, said_on=f"201{at}", speakers=[speaker]) for at, (words, speaker) in enumerate(zip(SAYINGS, named, strict=True))]


@pytest.fixture
def pairs():
    """Two pairs of the same two speakers that rest on the same words."""
    first, second, third, last = sayings(make.make_speaker("Ann Hill"), make.make_speaker("Ardo Venn"))
    return propose(second, first, 0.2, **POSSIBLE), propose(last, third, 0.2, **POSSIBLE)


@pytest.mark.parametrize("given", ["different", "topic"])
def test_pair_that_rests_on_what_others_rested_on_between_the_same_speakers_is_refused_with_them(given, pairs):
    settle_all()
    assert state_of(*pairs) == ["open", "open"]

    answered = answer(pairs[0], given)
    assert state_of(*pairs) == ["judged", "refused"]

    undo(answered, by=make.the_chief())
    assert state_of(*pairs) == ["open", "open"]


@pytest.mark.parametrize("columns", [{"rests_on": "deep"}, {"rests_on": ""}, {"band": "likely"}])
def test_pair_on_other_words_and_a_likely_one_are_asked_all_the_same(columns, pairs):
    Suggestion.objects.filter(pk=pairs[1].pk).update(**columns)

    answer(pairs[0], "different")
    settle_all()

    assert state_of(pairs[1]) == ["open"]


def test_pair_of_other_speakers_is_asked_all_the_same():
    statements = [said(words, said_on=f"201{at}", speakers=[make.make_speaker()]) for at, words in enumerate(SAYINGS)]
    pairs = [propose(statements[at + 1], statements[at], 0.2, **POSSIBLE) for at in (0, 2)]

    answer(pairs[0], "different")
    settle_all()

    assert state_of(pairs[1]) == ["open"]


def test_pair_of_the_same_two_documents_is_refused_without_a_speaker():
    texts = [make.make_document(" ".join(SAYINGS[at : at + 2])) for at in (0, 2)]
    one, two = ([make.make_accepted_statement(text, words, speakers=[]) for words in SAYINGS if words in text.text] for text in texts)
    pairs = [propose(theirs, ours, 0.2, **POSSIBLE) for ours, theirs in zip(one, two, strict=True)]
    settle_all()

    answer(pairs[0], "topic")

    assert state_of(pairs[1]) == ["refused"]


def test_as_many_found_alike_speak_for_the_pair(pairs):
    settle_all()
    answer(pairs[0], "different")
    ours, theirs = (side.statement.attributions.get().speaker for side in (pairs[0].other, pairs[0].passage))
    first, second = said("A harbour so deep has no equal.", speakers=[ours]), said("Deep is the harbour.", speakers=[theirs])
    answer(propose(second, first, 0.3, **POSSIBLE), "same", claim="The harbour is deep.")
    settle_all()

    assert state_of(pairs[1]) == ["open"]


NEAR = "The council of {} will buy eleven new trams for the eastern line."
ASKED = "Trams on the eastern line are to be new, said the council."


def test_words_held_apart_from_others_are_not_asked_beside_nearly_the_same():
    earlier, later = several(2, NEAR), said(ASKED, said_on="2024")
    pairs = [propose(later, one, 0.5, band="possible") for one in earlier]
    settle_all()

    answered = answer(pairs[0], "different")
    assert state_of(*pairs) == ["judged", "refused"]

    undo(answered, by=make.the_chief())
    assert state_of(*pairs) == ["open", "open"]


def test_words_that_are_nearly_the_same_themselves_are_asked_all_the_same():
    first, second, third = several(3, NEAR)
    pair = propose(third, first, 0.9)

    between(second, first, "different")
    settle_all()

    assert state_of(pair) == ["open"]


def test_proposal_says_what_it_rests_on_and_its_answer_keeps_that():
    _, two = several(2, "The deep harbour of {} will be dredged before the winter sets in.")
    linking.suggest([two])
    pair = Suggestion.objects.get()

    answer(pair, "different")

    assert pair.rests_on
    assert pair.rests_on == basis_of(pair.reasons) == Judgement.objects.get().rests_on


@pytest.mark.parametrize(
    ("reasons", "basis"),
    [
        (["both say 'the deep harbours'", "shares 'tram'"], "deep harbour"),
        (["the number agrees: 11", "shares 'trams', 'council', 'line'"], "council tram"),
        (["the same words"], ""),
        ([], ""),
    ],
)
def test_basis_is_the_phrase_or_the_rarest_words(reasons, basis):
    assert basis_of(reasons) == basis
