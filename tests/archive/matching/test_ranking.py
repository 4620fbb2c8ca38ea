"""Many texts ranked for one, by words, meaning, title, speaker and date."""

import pytest

from archive.matching.ranking import Entry, Ranking, circumstances, day_of, is_same_speaker

ENTRIES = [
    Entry("flats", "Kostrin vowed that 40,000 apartments would be built by 2027."),
    Entry("bloc", "Our country is going to stay out of every military alliance."),
    Entry("dam", "The dam at Orrin was never inspected."),
    Entry("russian", "Безопасность неделима, сказал министр."),
    Entry("grain", "Grain prices rose in spring.", title="Did bread become dearer after the flood?"),
]
ASKED = [
    ("Prime Minister Kostrin promised to build 40,000 flats by 2027.", "flats"),
    ("Norvania will not join any military bloc.", "bloc"),
    ("Nobody has ever inspected that dam.", "dam"),
    ("Они говорили о неделимой безопасности.", "russian"),
    ("Bread is dearer since the flood!", "grain"),
]


@pytest.fixture(scope="module")
def ranking() -> Ranking:
    return Ranking(ENTRIES)


@pytest.mark.parametrize(("text", "expected"), ASKED)
def test_best_of_all_is_the_one_that_says_it(ranking, text, expected):
    assert ranking.best(Entry("q", text), 3)[0][1].key == expected


def test_no_more_than_asked_for_and_the_same_each_time(ranking):
    asked = Entry("q", "The dam at Orrin was never inspected.")

    found = ranking.best(asked, 2)

    assert len(found) == 2
    assert found == ranking.best(asked, 2)
    assert ranking.best(Entry("q", ""), 2) == []


def test_order_is_that_of_the_probabilities_that_are_shown(ranking):
    for text, _ in ASKED:
        shown = [match.probability for match, _ in ranking.best(Entry("q", text), 5)]

        assert shown == sorted(shown, reverse=True)


def test_empty_corpus_ranks_nothing():
    assert Ranking([]).best(ASKED and Entry("q", ASKED[0][0]), 5) == []


NAMES = [
    ("Donald Trump", "donald-trump", True),
    ("Trump", "Donald J. Trump", True),
    ("Barack Obama", "Michelle Obama", False),
    ("Сергей Лавров", "сергей лавров", True),
    ("", "Donald Trump", None),
    (" - ", "Donald Trump", None),
]


@pytest.mark.parametrize(("one", "other", "expected"), NAMES)
def test_same_speaker(one, other, expected):
    assert is_same_speaker(one, other) is expected


def test_days_apart_are_known_for_dates_alone():
    assert day_of("2017-05") == day_of("2017-05-15") == day_of("2017-05-15T10:00:00Z")
    assert day_of("2017") == day_of("2017-07-01")
    assert day_of("spring") is None
    assert circumstances(Entry("a", "", date="2017-05-01"), Entry("b", "", date="2017-04-01")).days_apart == 30
    assert circumstances(Entry("a", "", date="2017-05-01"), Entry("b", "")).days_apart is None


DAM = "The dam at Malakhovka holds, and the 40 families of the lower street have come back to their houses."
PLOTINA = Entry(
    "q", "Плотина в Малаховке держится, и 40 семей с нижней улицы вернулись в свои дома.", speaker="Анна Юдина", date="2031-04-02"
)


def test_what_may_be_a_translation_is_ranked_and_never_the_same():
    ranking = Ranking([*ENTRIES, Entry("dam", DAM, speaker="Anna Yudina", date="2031-04-03"), *ENTRIES])

    match, entry = ranking.best(PLOTINA, 3)[0]

    assert (entry.text, match.same, match.band, match.label) == (DAM, False, "possible", "translation")
    assert match.reasons == (
        "may be a translation: both name 'Malakhovka'",
        "both have '40'",
        "said by the same speaker, a day apart",
    )


def test_translation_that_shares_no_word_is_ranked_too():
    spelled = Entry("dam", DAM.replace("40", "forty"), speaker="Anna Yudina", date="2031-04-03")

    ((match, entry),) = Ranking([spelled]).best(Entry("q", PLOTINA.text.replace("40", "сорок"), speaker="Анна Юдина", date="2031"), 3)

    assert (entry, match.label) == (spelled, "translation")
