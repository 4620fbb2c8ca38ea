"""The threshold is set by what the archive's own people answered, and what waits follows it."""

import pytest
from django.core.management import call_command

from archive.linking import measuring
from archive.linking.waiting import by_answers, threshold
from archive.linking.waiting.threshold import Answered
from archive.matching.score import coefficients
from archive.models import ArchiveState, Judgement, Suggestion, Threshold
from tests.archive.linking.waiting.proposals import between, propose, said, settle_all, several, state_of
from tests.archive.log.tampering import triggers_off

POSSIBLE, LIKELY = coefficients().possible, coefficients().likely


def answers(alike: list[float], apart: list[float], label: str = "possible") -> list[Answered]:
    return [Answered(score, label, is_alike) for is_alike, scores in ((True, alike), (False, apart)) for score in scores]


def spread(low: float, high: float, count: int) -> list[float]:
    return [low + (high - low) * at / count for at in range(count)]


@pytest.mark.parametrize(("alike", "apart"), [([0.9] * 400, [0.02] * 29), ([0.9] * 400, [0.9] * 400), ([0.02] * 40, [0.02] * 40), ([], [])])
def test_few_answers_below_or_many_alike_among_them_leave_the_engine_s_own(alike, apart):
    assert threshold.told_by(answers(alike, apart)) == threshold.engines_own()


@pytest.mark.parametrize(
    ("alike", "apart", "least", "most"),
    [
        (spread(LIKELY, 1.0, 100), spread(0.0, 0.1, 100), LIKELY - 0.01, LIKELY),  # never above what is likely
        (spread(0.2, 1.0, 100), spread(0.0, 0.2, 100), 0.2, 0.24),  # one in twenty of the alike may lie below
        ([0.05, *spread(0.2, 1.0, 99)], spread(0.0, 0.2, 200), 0.2, 0.24),  # one by chance doesn't tell
        (spread(0.1, 1.0, 100), [*spread(0.0, 0.02, 40), *spread(0.9, 1.0, 100)], 0.1, 0.16),  # it falls where the archive says so
    ],
)
def test_threshold_lies_where_little_that_is_alike_lies_below(alike, apart, least, most):
    assert least <= threshold.told_by(answers(alike, apart)) <= most


def test_what_a_guard_warned_of_is_not_lost_below():
    found = answers(spread(0.2, 1.0, 100), spread(0.0, 0.2, 100)) + answers([POSSIBLE] * 100, [], "variant")

    assert threshold.told_by(found) >= 0.2


# In an archive


@pytest.fixture
def answered(db):
    """Three pairs found alike, which the engine takes for likely, and three found different, which it doesn't."""
    sayings = [
        said(f"The new harbour of {place} will be dredged before the winter sets in.") for place in ("Ostrel", "Veyra", "Kelm", "Ardo")
    ]
    others = [said(words) for words in ("The harbour is closed to trawlers.", "Storms broke the harbour wall.", "A harbour needs pilots.")]
    for one in sayings[1:]:
        between(one, sayings[0], "same", claim="The harbour is dredged.")
    for one in others:
        between(one, sayings[0], "topic")
    return sayings


def test_suggest_sets_the_threshold_once_for_the_same_answers(answered):
    call_command("suggest", verbosity=0)
    told, revision = Threshold.objects.get(), ArchiveState.current_revision()
    assert (told.alike, told.alike_above, told.apart) == (3, 3, len([one for one in by_answers.answers(None) if not one.is_alike]))

    call_command("suggest", verbosity=0)
    assert (Threshold.objects.get().basis, ArchiveState.current_revision()) == (told.basis, revision)

    with triggers_off():
        Judgement.objects.first().delete()
    call_command("suggest", verbosity=0)
    assert Threshold.objects.get().basis != told.basis


def test_only_what_the_engine_could_propose_counts(answered):
    between(said("Nothing of this kind was ever heard."), answered[0], "relays")

    keys, _ = measuring.judged(None)
    assert len(by_answers.answers(None)) < len(keys)


@pytest.mark.django_db
def test_what_waits_follows_another_threshold_and_what_was_proposed_before_gets_its_question(threshold_at):
    earlier, *later = several(4)
    pairs = [propose(one, earlier, score) for one, score in zip(later, (0.9, 0.5, 0.2), strict=True)]
    settle_all()
    Suggestion.objects.filter(pk=pairs[0].pk).update(question="", status="open")
    moved = threshold_at(0.3)

    by_answers.sweep()
    assert state_of(*pairs) == ["open", "open", "below"]
    assert not Suggestion.objects.filter(question="").exists()

    Threshold.objects.filter(pk=moved.pk).update(score=0.6)
    by_answers.sweep()
    assert state_of(*pairs) == ["open", "below", "below"]

    Threshold.objects.filter(pk=moved.pk).update(score=0.1)
    by_answers.sweep()
    assert state_of(*pairs) == ["open", "open", "open"]


@pytest.mark.parametrize(("alike", "above", "kept"), [(29, 29, None), (100, 95, (95, 89, 98)), (40, 40, (100, 91, 100))])
def test_threshold_says_what_it_keeps_where_enough_was_answered(alike, above, kept):
    assert Threshold(score=0.2, alike=alike, alike_above=above).kept == kept
