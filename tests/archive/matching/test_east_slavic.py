"""Ukrainian and Belarusian words: the forms of one word have one stem."""

import pytest

from archive.matching.east_slavic import is_west_of_russian, light_stem

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    "forms", ["безпека безпеці безпеки безпекою", "вибори виборів виборах виборами", "столиця столиці столицю", "дорога дорогою дороги"]
)
def test_forms_begin_with_one_stem(forms):
    stems = [light_stem(form) for form in forms.split()]

    assert len({stem[:5] for stem in stems}) == 1
    assert all(len(stem) >= 3 for stem in stems)


def test_letters_that_russian_has_not_tell_the_language():
    assert [is_west_of_russian(word) for word in ("безпеці", "выбараў", "безопасность")] == [True, True, False]


def test_short_word_keeps_its_letters():
    assert light_stem("ліс") == "ліс"
