"""How likely one text translates the other, and why; never as much as likely."""

import pytest

from archive.matching.score import coefficients
from archive.matching.translation.marks import marks_of
from archive.matching.translation.pair import Rarity, Told, Translation, likeliest, shared_by, translation_of

RARITY = Rarity({}, 10_000)
NEAR = Told(is_same_speaker=True, days_apart=1)
RUSSIAN = "Паром «Крачка» перевёз в Дороховск за июнь сорок тысяч человек, на 14 % больше, чем в прошлом году."
ENGLISH = "In June the ferry Krachka took forty thousand people to Dorokhovsk, 14 percent more than the year before."
# The same in Ukrainian and Belarusian; what differs in a number, names nothing, or is much longer.
UKRAINIAN = "Пором «Крачка» перевіз до Дороховська за червень сорок тисяч людей, на 14 % більше, ніж торік."
BELARUSIAN = "Паром «Крачка» перавёз у Дарахоўск за чэрвень сорак тысяч чалавек, на 14 % больш, чым летась."
OTHER_NUMBER = "In June the ferry Krachka took sixty thousand people to Dorokhovsk, 14 percent more than the year before."
NOTHING = "The ferry took more people to the town than it had ever taken there, and all of them came back in good spirits."


def likelihood(one: str, other: str, told: Told = NEAR) -> float:
    found = translation_of(marks_of(one), marks_of(other), RARITY, told)
    return found.likelihood if found else 0.0


@pytest.mark.parametrize("other", [ENGLISH, UKRAINIAN, BELARUSIAN])
def test_translation_of_the_same_speaker_is_proposed_and_is_never_likely(other):
    found = translation_of(marks_of(RUSSIAN), marks_of(other), RARITY, NEAR)

    assert found.likelihood > 0.9
    assert 0 < found.probability < coefficients().likely


def test_reasons_name_what_is_shared_as_latin_letters_write_it():
    found = translation_of(marks_of(RUSSIAN), marks_of(ENGLISH), RARITY, NEAR)

    assert found.reasons == (
        "may be a translation: both name 'Krachka', 'Dorokhovsk'",
        "both have 'forty thousand', '14 %'",
        "said by the same speaker, a day apart",
    )


def test_what_differs_is_named_and_lowers_it():
    found = translation_of(marks_of(RUSSIAN), marks_of(OTHER_NUMBER), RARITY, NEAR)

    assert "differs: 'сорок тысяч' against 'sixty thousand'" in found.reasons
    assert found.likelihood < likelihood(RUSSIAN, ENGLISH)


@pytest.mark.parametrize(
    "told",
    [
        Told(is_same_speaker=False, days_apart=1),
        Told(is_same_speaker=True, days_apart=20),
        Told(is_same_speaker=True, days_apart=300),
        Told(is_same_speaker=True, days_apart=3000),
        Told(),
    ],
)
def test_other_circumstances_lower_it(told):
    assert likelihood(RUSSIAN, ENGLISH, told) < likelihood(RUSSIAN, ENGLISH)


def test_more_on_one_side_lowers_it():
    plain = likelihood(RUSSIAN, ENGLISH)
    longer = f"{ENGLISH} The crew was praised for it, and the mayor thanked all who had worked at night and on holidays."

    assert likelihood(RUSSIAN, f"{ENGLISH[:-1]}, in 90 days.") < plain
    assert likelihood(RUSSIAN, ENGLISH.replace("June", "July")) < plain
    assert (
        likelihood(RUSSIAN.replace("Паром", "Тогда Бугров на «Ветре» и паром"), ENGLISH.replace("the ferry", "Hill and Mandel on")) < plain
    )
    assert likelihood(RUSSIAN, longer) < plain


def test_one_occasion_makes_it_likelier():
    far = Told(days_apart=300)

    assert likelihood(RUSSIAN, ENGLISH, far._replace(is_one_occasion=True)) > likelihood(RUSSIAN, ENGLISH, far)


def test_nothing_is_asked_where_too_little_is_shared():
    assert translation_of(marks_of(RUSSIAN), marks_of(NOTHING), RARITY, NEAR) is None
    assert likelihood(RUSSIAN, OTHER_NUMBER, Told(is_same_speaker=False, days_apart=3000)) == 0


def test_what_is_common_in_the_archive_counts_less():
    common = Rarity({"@krchk": 5000, "#14%": 5000, "#4e+04": 5000}, 10_000)
    ours, theirs = marks_of(RUSSIAN), marks_of(ENGLISH)

    assert shared_by(ours, theirs, common).rarity < shared_by(ours, theirs, RARITY).rarity / 2


def test_small_numbers_and_years_are_common_before_any_is_counted():
    three, year, many = (number for text in ("three", "2031", "three hundred and seven") for number in marks_of(text).quantities)

    assert RARITY.of_number(three) == RARITY.of_number(year) < RARITY.of_number(many)


CIRCUMSTANCES = [
    (Told(), None),
    (Told(is_same_speaker=False), "said by another speaker"),
    (Told(days_apart=0), "said on one day"),
    (Told(is_same_speaker=True, days_apart=2), "said by the same speaker, 2 days apart"),
    (Told(is_same_speaker=True, days_apart=2, is_one_occasion=True), "said by the same speaker, on one occasion"),
]


@pytest.mark.parametrize(("told", "expected"), CIRCUMSTANCES)
def test_circumstances_in_words(told, expected):
    reasons = translation_of(marks_of(RUSSIAN), marks_of(ENGLISH), RARITY, told).reasons

    assert [reason for reason in reasons if reason.startswith("said ")] == ([expected] if expected else [])


def test_few_are_proposed_and_none_that_is_far_behind_the_first():
    found = {key: Translation(likelihood, ()) for key, likelihood in enumerate([0.3, 0.8, 0.9, 0.8, 0.5])}

    assert (list(likeliest(found)), list(likeliest({0: found[0]})), likeliest({})) == ([2, 1, 3], [0], {})
    assert list(likeliest({2: found[2], 0: found[0]})) == [2]
