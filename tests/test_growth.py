"""The measure of growth tells work in proportion from work that grows with the square."""

from tests.growth import grows_in_proportion


def test_work_in_proportion_passes():
    assert grows_in_proportion(lambda size: sum(range(size)), 400_000)


def test_work_that_grows_with_the_square_fails():
    assert not grows_in_proportion(lambda size: [sum(range(size)) for _ in range(size)], 1500)
