"""Spellings of one name share a key and may be one; names that only look alike are told apart."""

import pytest

from archive.romanised import key_of, may_be_one, sound_of, sounds_alike

# Invented people under first names and surnames of many spellings.
ONE = [
    (
        "Сергей Лавренёв",
        "Sergei Lavrenev",
        "Sergey Lavrenyov",
        "Сяргей Лаўранёў",
        "Сергій Лавреньов",
        "Sergej Lawrenjow",
        "Siarhei Lauraniou",
    ),
    (
        "Владимир Зеленский",
        "Volodymyr Zelensky",
        "Volodymyr Zelenskyy",
        "Vladimir Zelenskiy",
        "Володимир Зеленський",
        "Wolodymyr Selenskyj",
    ),
    ("Александр Лукашенко", "Aleksandr Lukashenko", "Alexander Lukashenka", "Аляксандр Лукашэнка", "Alyaksandr Lukashenka"),
    ("Дмитрий Орехов", "Dmitry Orekhov", "Dmitri Orekhov", "Dmitriy Orehov", "Дзмітрый Арэхаў", "Dzmitry Arekhau"),
    ("Юлия Тихоновская", "Yulia Tikhonovskaya", "Iuliia Tikhonovskaia", "Юлія Ціханоўская", "Yuliya Tsikhanouskaya"),
    ("Николай Гордеев", "Nikolai Gordeev", "Nikolay Gordeyev", "Nikolaj Gordejew"),
    ("Наталья Щербакова", "Natalya Shcherbakova", "Natalia Shcherbakova", "Natalja Schtscherbakowa"),
    ("Михаил Хорошенко", "Mikhail Khoroshenko", "Mihail Horoshenko", "Михайло Хорошенко", "Mykhailo Khoroshenko"),
    ("Юрий Яковлев", "Yuri Yakovlev", "Yury Yakovlev", "Jurij Jakovlev", "Iurii Iakovlev"),
    ("Лавренёв Сергей Викторович", "Sergei Lavrenev"),
    ("José Muñoz Ortega", "Jose Munoz Ortega"),
]
OTHERS = [
    ("Anna Marin", "Ian Moreno"), ("Anna Kovaleva", "Anna Kovalchuk"), ("Aleksandr Kovalev", "Aleksandra Kovaleva"),
    ("Peter Marsh", "Petra Marsh-Reyes"), ("Lena Moss", "Alan Mays"), ("Sergei Lavrenev", "Sergei Lavrentyev"),
    ("Lee", "Li"), ("Maria Roman", "Omar Armani"), ("王毅", "王一"), ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "other"), [(names[0], other) for names in ONE for other in names[1:]])
def test_spellings_of_one_name_may_be_one(name, other):
    assert (key_of(name), may_be_one(name, other)) == (key_of(other), True)


@pytest.mark.parametrize(("name", "other"), OTHERS)
def test_other_names_are_told_apart(name, other):
    assert not may_be_one(name, other)


def test_one_word_is_known_by_its_consonants_and_whether_a_vowel_opens_it():
    words = ("Ольшаны", "Olshany", "Чорнагаць", "Chornahats", "東京")

    assert [sound_of(word) for word in words] == ["alshn", "alshn", "chrnht", "chrnht", ""]


def test_words_of_the_same_consonants_are_alike_where_their_vowels_are():
    assert sounds_alike("Ольшаны", "Olshany")
    assert not sounds_alike("Глава", "Gallow")
