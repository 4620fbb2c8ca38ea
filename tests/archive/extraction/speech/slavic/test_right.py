"""Who stands behind a Slavic verb of speech. The mark | stands before the first word behind it; all sentences are invented."""

import pytest

from archive.extraction.people.unit import unit_of
from archive.extraction.speech.slavic.right import anyone_right, called, right_of
from archive.extraction.text.blocks import blocks_of
from archive.extraction.text.quotes import quotes_of


def behind_mark(read, marked):
    text = marked.replace("|", "")
    unit = unit_of(text, 0, 0, len(text), quotes_of(text, blocks_of(text)))
    source = read(unit, next((at for at, token in enumerate(unit.tokens) if token.start >= marked.index("|")), len(unit.tokens)))
    return (source.kind, text[source.start : source.end]) if source else None


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Мост закрыт, сказала |она.", ("pronoun", "она")),
        ("Мост закрыт, сказал |один из адвокатов.", ("role", "один из адвокатов")),
        ("По словам |экономиста «Вестбанка» Анны Вольской, рубль укрепится.", ("person", "экономиста «Вестбанка» Анны Вольской")),
        ("Мост закрыт, сказал |министр транспорта Иван Лось.", ("person", "министр транспорта Иван Лось")),
        ("Об этом сообщила |глава ведомства, вице-премьер Анна Вольская.", ("person", "глава ведомства, вице-премьер Анна Вольская")),
        ("Об этом сообщила |глава ведомства, когда Анна Вольская приехала.", ("role", "глава ведомства")),
        ("Мост закрыт, сказал |министр транспорта.", ("role", "министр транспорта")),
        # who is told stands between
        ("Мост закрыт, сказал |сегодня журналистам министр.", ("role", "министр")),
        ("Мост закрыт, сказал |«Вестнику» министр.", ("role", "министр")),
        ("Мост закрыт, сказал |Kronika источник в полиции.", ("role", "источник")),
        ("Мост закрыт, сказал|.", None),
        ("Мост закрыт, сказал|", None),
    ],
)
def test_source_behind_the_verb(marked, wanted):
    assert behind_mark(right_of, marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("По словам |местного дровоклада Ивана Лося, мост старый.", ("person", "местного дровоклада Ивана Лося")),
        ("По словам |поклонников Ивана Лося, мост старый.", None),
    ],
)
def test_whoever_is_named_behind_words_of(marked, wanted):
    assert behind_mark(called, marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Мост, уточнил |охранявший его, закрыт.", ("role", "охранявший его")),
        ("Мост, добавляют |фразу, закрыт.", None),
        ("Мост, уточнил |охранявший и закрывший его.", None),
    ],
)
def test_anyone_behind_a_verb(marked, wanted):
    assert behind_mark(anyone_right, marked) == wanted
