"""In which language a text stands."""

import pytest

from timeline.printing.tongues import lang, named, spoken

pytestmark = pytest.mark.once

HOSTILE = '"><script>alert(1)</script>'


@pytest.mark.parametrize(
    ("text", "known", "told"),
    [
        ("мэр Остравіна", "be", "be"),
        ("mayor", "en", "en"),
        ("Mayor of Ostrowin", "be", ""),  # taken down in Latin letters, of a text that has none: in whichever language
        ("Ада Моро", "en", "und-Cyrl"),
        ("Ада Моро", "", "und-Cyrl"),
        ("Ada Moreau", "", ""),
        ("Марко", "sr-Latn", "sr-Latn"),
        ("Ада (Ada)", "ru", "ru"),
        ("2023", "ru", "ru"),
        ("Άντα", "", "und-Grek"),
        ("עדה", "he", "he"),
        ("ꌧꌕ", "", ""),
    ],
)
def test_a_language_is_told_where_it_is_known_and_the_letters_are_of_it(text, known, told):
    attribute = f' lang="{told}"' if told else ""

    assert lang(text, known) == attribute
    assert named(text, known) == f"<bdi{attribute}>{text}</bdi>"
    assert spoken(text, known) == (f"<span{attribute}>{text}</span>" if told not in ("", "en") else text)


def test_no_text_and_no_language_is_markup():
    assert "<script" not in named(HOSTILE, HOSTILE) + spoken(HOSTILE, "en")
