"""What waits for a person: of each question the best pair, above the threshold, at most five of a passage."""

from itertools import permutations

import pytest

from archive import review
from archive.linking.closed_suggestions import settle
from archive.linking.judgements import undo
from archive.matching.score import coefficients
from archive.models import Suggestion
from tests import factories as make
from tests.archive.linking.waiting.proposals import answer, between, propose, said, settle_all, several, state_of, states

pytestmark = pytest.mark.django_db
FAMOUS = "We shall never sign a paper that others have written for us."
TOLL = "The toll on the northern bridge stays as it is until the loan is paid back."


# At most five


@pytest.mark.parametrize("famous_first", [True, False])
def test_famous_sentence_asks_five_questions_and_the_next_when_one_was_answered(famous_first):
    famous, others = said(FAMOUS, said_on="2005" if famous_first else "2024"), several(7)
    pairs = [propose(*((one, famous) if famous_first else (famous, one)), 0.9 - at / 100) for at, one in enumerate(others)]

    settle_all()
    assert state_of(*pairs) == ["open"] * 5 + ["behind"] * 2

    answered = answer(pairs[0], "same", claim="No paper of others is signed.")
    assert state_of(*pairs) == ["judged", *["open"] * 5, "behind"]

    undo(answered, by=make.the_chief())
    assert state_of(*pairs) == ["open"] * 5 + ["behind"] * 2


def test_of_what_is_not_likely_two_wait_unless_a_guard_tells_what_parts_them():
    famous, others = said(FAMOUS, said_on="2024"), several(6)
    labels = ["possible", "possible", "possible", "variant", "possible", "reversal"]
    pairs = [
        propose(famous, one, 0.4 - at / 100, band="possible", label=label)
        for at, (one, label) in enumerate(zip(others, labels, strict=True))
    ]

    settle_all()

    assert state_of(*pairs) == ["open", "open", "behind", "open", "behind", "open"]


def test_pair_waits_only_where_it_is_among_the_best_of_both_sides():
    famous, others, lone = said(FAMOUS, said_on="2005"), several(6), said(TOLL, said_on="2001")
    pairs = [propose(one, famous, 0.9 - at / 100) for at, one in enumerate(others)]
    alone = propose(others[5], lone, 0.5)

    settle_all()

    assert state_of(pairs[5], alone) == ["behind", "open"]


def test_pair_comes_up_when_a_better_one_goes_with_its_statement():
    famous, others = said(FAMOUS, said_on="2005"), several(6)
    pairs = [propose(one, famous, 0.9 - at / 100) for at, one in enumerate(others)]
    settle_all()

    review.return_to_draft(others[0], by=make.the_chief(), reason="Another look.")

    assert state_of(*pairs[1:]) == ["open"] * 5


# The threshold


@pytest.mark.parametrize(("label", "state"), [("possible", "below"), ("variant", "open"), ("reversal", "open"), ("asked", "below")])
def test_pair_below_the_threshold_waits_only_where_a_guard_warned(label, state, threshold_at):
    threshold_at(0.5)
    earlier, later = several(2)
    pair = propose(later, earlier, 0.4, label=label)

    settle_all()

    assert state_of(pair) == [state]
    assert list(Suggestion.objects.left()) == [pair][: state == "below"]


def test_pair_that_is_not_alike_does_not_wait_though_a_guard_warned():
    earlier, later = several(2)
    pair = propose(later, earlier, coefficients().possible / 2, label="variant", band="listed")

    settle_all()

    assert state_of(pair) == ["below"]


def test_pair_worth_a_question_is_put_before_a_likelier_one_that_is_not(threshold_at):
    threshold_at(0.5)
    earlier, (one, other) = said(TOLL, said_on="2005"), (said(FAMOUS, said_on=f"202{n}") for n in (1, 2))
    pairs = [propose(one, earlier, 0.4), propose(other, earlier, 0.3, label="variant")]

    settle_all()

    assert state_of(*pairs) == ["beside", "open"]


# One question for all that ask the same


def test_words_that_stand_in_several_places_are_asked_about_once_by_the_best_and_of_equals_the_earliest():
    earlier = [said(TOLL, said_on=year) for year in ("2011", "2012")]
    later = [said(FAMOUS, said_on=year) for year in ("2021", "2022")]
    pairs = [propose(one, other, 0.7) for one in later for other in earlier]
    best = propose(said(FAMOUS, said_on="2023"), earlier[1], 0.8)

    settle_all()
    assert state_of(*pairs, best) == ["beside"] * 4 + ["open"]

    review.return_to_draft(best.passage.statement, by=make.the_chief(), reason="Another look.")
    assert state_of(*pairs) == ["open", "beside", "beside", "beside"]


@pytest.mark.parametrize("given", ["different", "topic", "variant"])
def test_answer_closes_all_that_ask_the_same_and_opens_one_of_them_when_taken_back(given):
    earlier = [said(TOLL, said_on=year) for year in ("2011", "2012")]
    later = [said(FAMOUS, said_on=year) for year in ("2021", "2022")]
    pairs = [propose(one, other) for one, other in ((later[0], earlier[0]), (later[1], earlier[1]))]
    settle_all()
    assert state_of(*pairs) == ["open", "beside"]

    answered = answer(pairs[0], given, claim="The toll stays.")
    assert state_of(*pairs) == ["judged", "settled"]

    undo(answered, by=make.the_chief())
    assert state_of(*pairs) == ["open", "beside"]


def test_repeat_of_linked_words_is_asked_about_once_more():
    """For a link is made by a person alone."""
    earlier, (first, repeat) = said(TOLL, said_on="2011"), (said(FAMOUS, said_on=year) for year in ("2021", "2022"))
    pairs = [propose(one, earlier) for one in (first, repeat)]
    same_words = propose(repeat, first, 0.95)
    settle_all()

    answer(pairs[0], "same", claim="The toll stays.")

    assert state_of(*pairs, same_words) == ["judged", "beside", "open"]


def test_claim_said_many_times_is_asked_about_once():
    claim, said_before = make.make_claim("The harbour is dredged."), several(6)
    for one in said_before:
        make.make_occurrence(one, claim)
    later = said(FAMOUS, said_on="2024")
    pairs = [propose(later, one, 0.5 + at / 100) for at, one in enumerate(said_before)]

    settle_all()
    assert state_of(*pairs) == ["beside"] * 5 + ["open"]

    answered = answer(pairs[5], "same")
    assert state_of(*pairs) == ["settled"] * 5 + ["judged"]

    undo(answered, by=make.the_chief())
    assert state_of(*pairs) == ["beside"] * 5 + ["open"]


def test_two_claims_are_asked_about_once_and_an_answer_is_for_all_that_carry_them():
    one, two = (make.make_claim(words) for words in ("The harbour is dredged.", "The pier is mended."))
    ours, theirs = several(3), several(3, "The pier of {} will be mended by the fishermen themselves.")
    for claim, sayings in ((one, ours), (two, theirs)):
        for statement in sayings:
            make.make_occurrence(statement, claim)
    pairs = [propose(later, earlier, 0.6) for later, earlier in zip(theirs, ours, strict=True)]

    settle_all()
    assert state_of(*pairs) == ["open", "beside", "beside"]

    answered = answer(pairs[0], "different")
    assert state_of(*pairs) == ["judged", "settled", "settled"]

    undo(answered, by=make.the_chief())
    assert state_of(*pairs) == ["open", "beside", "beside"]


def test_denial_of_a_claim_asks_otherwise_than_what_says_it():
    claim, (first, second, later) = make.make_claim("The harbour is dredged."), several(3)
    make.make_occurrence(first, claim)
    make.make_occurrence(second, claim, stance="denies")
    pairs = [propose(later, one) for one in (first, second)]

    settle_all()

    assert state_of(*pairs) == ["open", "open"]


def test_answer_on_the_originals_is_for_their_translations():
    earlier, later = several(2)
    translated = [said(f"Гавань {place} будет углублена до зимы.", language="ru") for place in ("Острел", "Вейра")]
    pairs = [propose(later, earlier), propose(translated[1], translated[0], 0.8)]
    settle_all()
    assert state_of(*pairs) == ["open", "open"]

    for one, original in zip(translated, (earlier, later), strict=True):
        type(one).objects.filter(pk=one.pk).update(translation_of=original)
    settle([one.pk for one in translated])
    assert state_of(*pairs) == ["open", "beside"]

    answered = answer(pairs[0], "topic")
    assert state_of(*pairs) == ["judged", "settled"]

    undo(answered, by=make.the_chief())
    assert state_of(*pairs) == ["open", "beside"]


def test_answer_on_a_translation_tells_nothing_of_its_original_when_it_is_a_draft_again():
    earlier, (later, again) = said(TOLL, said_on="2011"), (said(FAMOUS, said_on=year) for year in ("2021", "2022"))
    translation = said("Мост на севере останется платным, пока не вернут заём.", language="ru", translation_of=earlier)
    between(later, translation, "topic")
    pair = propose(again, earlier)
    settle_all()
    assert state_of(pair) == ["settled"]

    review.return_to_draft(translation, by=make.the_chief(), reason="Another look.")

    assert state_of(pair) == ["open"]


def test_translation_in_another_number_of_sentences_stands_for_itself():
    earlier, later = several(2)
    translated = said("Гавань Острел будет углублена. До зимы успеем закончить работы.", language="ru", translation_of=earlier)
    pair = Suggestion.objects.create(
        passage=later.passages.get(), other=translated.passages.first(), score=0.9, label="same", band="likely", version="1", rank=1
    )
    between(later, earlier, "different")

    settle_all()

    assert state_of(pair) == ["open"]


# The same rows whatever came first


def test_states_are_the_same_in_whatever_order_they_are_told():
    famous, others = said(FAMOUS, said_on="2005"), [*several(6), said(FAMOUS, said_on="2024")]
    for at, one in enumerate(others):
        propose(one, famous, 0.9 - at / 100)
    propose(others[1], others[0], 0.02), propose(others[2], others[1], 0.6)
    keys = [famous.pk, others[0].pk, others[6].pk]
    settle_all()
    expected = states()

    for order in permutations(keys):
        Suggestion.objects.update(status="open", question="")
        for key in (*order, *(one.pk for one in others)):
            settle([key])
        assert states() == expected
