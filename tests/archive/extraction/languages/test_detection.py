"""Which language a text is in, and that names are given in its spelling. All texts are invented."""

import re
from pathlib import Path

import pytest

from archive import extraction
from archive.extraction import extract
from archive.extraction.languages.detection import language_of

TEXTS = [
    ("За словами Петра Шевченка, міст закрито надовго.", "uk"),
    ("Міст закрито, сказав Іван Бондар.", "uk"),
    ("Віктор Орлов сказав, що міст закрито", "uk"),
    ("Міст закрили, заявив Петро Шевченко. «Мост закрыт надолго», — сказав він.", "uk"),
    ("Па словах Пятра Шаўчэнкі, мост зачынены надоўга.", "be"),
    ("Мост адкрыты, кажа Сяргей Іванчык", "be"),
    ("Ганна Коваль дадала, што ідзе дождж.", "be"),
    ("По словам Петра Иванова, мост закрыт надолго.", "ru"),
    ("Мост закрыт, сказал Игорь Шмыгаль. Об этом пишет «Новий час».", "ru"),
    ("Расплатиться с портом удалось еще в марте.", "ru"),
    ("The road is shut, and that was said in the north.", "en"),
]


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_language_is_one_whose_alphabet_has_the_letters(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("За словами Петра Шевченка, міст закрито надовго.", "Петро Шевченко"),
        ("За словами Павла Залужного, міст закрито надовго.", "Павло Залужний"),
        ("За словами Ігоря Коваля, міст закрито надовго.", "Ігор Коваль"),
        ("По словам Павла Залужного, мост закрыт надолго.", "Павел Залужный"),
        ("По словам Марка Бойко, мост закрыт надолго.", "Марк Бойко"),
        ("По словам Петра Иванова, мост закрыт надолго.", "Пётр Иванов"),
        ("Па словах Пятра Шаўчэнкі, мост зачынены надоўга.", "Пётр Шаўчэнка"),
        ("Па словах Паўла Кавалёва, мост зачынены надоўга.", "Павел Кавалёў"),
    ],
)
def test_name_is_spelt_in_the_language_of_the_document(text, name):
    assert extract(text).statements[0].speakers[0].name == name


def test_language_of_the_document_is_asked_for_once_and_handed_down():
    room = Path(extraction.__file__).parent
    asking = [file for file in room.rglob("*.py") if re.search(r"import .*\blanguage_of\b", file.read_text("utf-8"))]

    assert [str(file.relative_to(room)) for file in asking] == ["page/head.py"]
