"""A word is looked for among the words of its own letters alone."""

import pytest

from archive.extraction.languages.families import ByLetters, by_letters, is_cyrillic, is_mostly_cyrillic


class Asked(frozenset):
    """A list of words that remembers what it was asked for."""

    def __new__(cls, listed):
        return super().__new__(cls, listed)

    def __init__(self, _listed):
        self.asked = []

    def __contains__(self, word):
        self.asked.append(word)
        return super().__contains__(word)


@pytest.mark.parametrize(
    ("word", "told"),
    [("Anna", False), ("José", False), ("", False), ("Анна", True), ("Ўладзімір", True), ("IT-директор", True), ("“", False)],
)
def test_one_cyrillic_letter_makes_a_word_cyrillic(word, told):
    assert is_cyrillic(word) is told
    assert by_letters(word, "english", "slavic") == ("slavic" if told else "english")


def test_word_is_looked_for_in_the_list_of_its_letters_alone():
    english, slavic = Asked(["and"]), Asked(["и"])
    both = ByLetters(english, slavic)

    found = [word in both for word in ("and", "или", "и", "or")]

    assert found == [True, False, True, False]
    assert (english.asked, slavic.asked) == (["and", "or"], ["или", "и"])


def test_family_without_a_list_has_none_of_the_words():
    assert "Jr" not in ByLetters(slavic=frozenset(["Jr"]))
    assert "и" not in ByLetters(english=frozenset(["и"]))


@pytest.mark.parametrize(
    ("text", "cyrillic"),
    [
        ("the minister", False),
        ("министр", True),
        ("глава Northern Mills", False),
        ("глава компании Northern", True),
        ("глава Merrow", True),
        ("її", True),
        ("17.05.2023", False),
        ("", False),
        ("Élise", False),
    ],
)
def test_half_of_the_words_tell_the_letters(text, cyrillic):
    assert is_mostly_cyrillic(text) is cyrillic
