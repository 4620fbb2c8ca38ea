import pytest

from tests.benchmarks.claims.measures import found_at, kappa, mean, of_a_ranking


def test_mean_of_nothing_is_none():
    assert mean([]) is None
    assert mean([1.0, 0.0]) == 0.5


@pytest.mark.parametrize(("ranking", "right", "expected"), [
    ("ab", "a", [1.0, 1.0, 1.0, 1.0]),
    ("xaxb", "ab", [0.0, 0.5, (1 / 2 + 2 / 4) / 2, 1.0]),
    ("xxxxxa", "ab", [0.0, 1 / 6, 0.0, 0.5]),
    ("abcdefg", "abcdefg", [1.0, 1.0, 1.0, 1.0]),
    ("xxxxxxxxxxa", "a", [0.0, 1 / 11, 0.0, 0.0]),
    ("xyz", "a", [0.0, 0.0, 0.0, 0.0]),
])  # fmt: skip
def test_ranking_is_measured_by_how_it_begins(ranking, right, expected):
    assert list(of_a_ranking(list(ranking), set(right)).values()) == pytest.approx(expected)


def test_repeats_are_found_above_the_scores_of_all_new_texts_but_one_in_forty():
    repeats = [(0.9, True), (0.9, False), (0.7, True), (0.5, True)]

    assert found_at(repeats, [0.8] + [0.6] * 39) == 0.5
    assert found_at(repeats, [0.8] + [0.6] * 20) == 0.25
    assert found_at(repeats, []) == 0.75


def test_kappa_takes_away_what_chance_gives():
    assert kappa([("yes", "yes"), ("no", "no")]) == 1.0
    assert kappa([("yes", "yes"), ("yes", "no"), ("no", "yes"), ("no", "no")]) == 0.0
    assert kappa([("yes", "yes")]) == 1.0
