"""The words of rows are those that Django has for them."""

import pytest
from django.utils import translation
from django.utils.safestring import SafeString

from timeline.printing import language

pytestmark = pytest.mark.once


def test_words_are_those_of_the_active_language():
    with translation.override("de"):
        expected = translation.gettext("Monday"), translation.gettext("Search")
        with language.one_language():
            assert (language.gettext("Monday"), language.gettext("Search"), language.gettext("Monday")) == (*expected, expected[0])
    with language.one_language():
        assert language.gettext("Monday") == "Monday"
        assert [language.word("Monday"), language.word("Monday")] == ["Monday"] * 2
    assert expected[0] == "Montag"


@pytest.mark.parametrize("number", [0, 1, 2, 21, language.MOST_NUMBERS + 1])
def test_forms_go_by_their_number(number):
    asked = "%(days)s day", "%(days)s days", number

    with language.one_language():
        assert [language.ngettext(*asked), language.ngettext(*asked)] == [translation.ngettext(*asked)] * 2


def test_outside_a_list_nothing_is_kept():
    with translation.override("de"):
        assert (language.gettext("Monday"), language.ngettext("one", "many", 2)) == ("Montag", "many")


def test_a_word_is_markup_safe_and_of_the_active_language():
    with translation.override("de"):
        told = language.word("Monday")
        with language.one_language():
            kept = language.word("Monday <&>")

    assert (told, kept) == ("Montag", "Monday &lt;&amp;&gt;")
    assert isinstance(kept, SafeString)
