"""Where somebody spoke, told in a sentence that reports nothing. All texts are invented."""

import pytest

from tests.archive.extraction.statements.passages import EVENT, PUBLICATION, THAT, TODAY, read

RALLY = ("2023-05-13", f"{EVENT}, told before", "rally", "Valmere")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (THAT + " She was speaking at a rally in Valmere on Saturday.", RALLY),
        (THAT + " Kovaleva spoke at a rally in Valmere on Saturday.", RALLY),
        ("She was speaking at a rally in Valmere on Saturday. " + THAT, RALLY),
        (THAT + " She was speaking of the rain.", (TODAY, PUBLICATION, None, None)),
        ("Она выступала на митинге 13 мая. Анна Орлова сообщила, что мост откроют.", ("2023-05-13", RALLY[1], "митинге", None)),
    ],
)
def test_occasion_of_its_own_sentence_holds_for_whoever_spoke_there(text, last):
    assert read(text)[-1] == last
