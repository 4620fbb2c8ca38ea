"""Where the role before a name begins."""

import pytest

from archive.extraction.people.roles import has_calling, is_hearer, role_start, role_text
from archive.extraction.text.tokens import tokens_of


def role_before(text):
    """What stands between the beginning of the role and the bar."""
    bar = text.index("|")
    plain = text.replace("|", "")
    tokens = tokens_of(plain, 0, len(plain))
    name_at = next(n for n, t in enumerate(tokens) if t.start == bar)
    first = role_start(plain, tokens, name_at, 0)
    return plain[tokens[first].start : bar].rstrip()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("said |Anna Hill", ""),
        ("the minister |Anna Hill", "minister"),
        ("Belarusian Minister of Foreign Affairs |Anna Hill", "Belarusian Minister of Foreign Affairs"),
        ("the former first deputy minister |Anna Hill", "former first deputy minister"),
        ("plant manager |Anna Hill", "plant manager"),  # a noun before a calling
        ("said manager |Anna Hill", "manager"),
        ("However Minister |Anna Hill", "Minister"),
        ("in Looe engineer |Anna Hill", "engineer"),  # a place
        ("the Looe engineer |Anna Hill", "Looe engineer"),
        ("chairman and CEO |Anna Hill", "chairman and CEO"),  # two posts of one person
        ("Foreign Affairs and Trade Minister |Anna Hill", "Foreign Affairs and Trade Minister"),
        ("the farmer and minister |Anna Hill", "minister"),
        ("a lawyer for |Anna Hill", ""),  # somebody else's
        ("a lawyer for Mr |Hill", "Mr"),
        ("minister, |Anna Hill", ""),
        ("директора областного музея |Анны Корзун", "директора областного музея"),  # unknown words in the genitive
        ("сообщил журналистам глава фонда |Лев Корзун", "глава фонда"),  # who was told is no role
        ("национальный координатор |Лев Корзун", "национальный координатор"),
        ("Заявления министра |Анны Корзун", "министра"),
        ("Новый министр |Лев Корзун", "Новый министр"),
    ],
)
def test_role_begins_with_its_first_word(text, role):
    assert role_before(text) == role


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("сообщил |журналистам", True),
        ("сообщил сегодня |журналистам", True),
        ("сообщил |министрам", True),  # any calling in this case
        ("новый |журналистам", False),  # no verb before it
        ("сообщил |министр", False),
        ("told |reporters", False),
    ],
)
def test_who_was_told_stands_behind_the_verb_of_speech(text, told):
    plain = text.replace("|", "")
    tokens = tokens_of(plain, 0, len(plain))

    assert is_hearer(tokens, len(tokens) - 1) is told


@pytest.mark.parametrize(
    ("text", "role"), [("Mr", None), ("Mr President", "President"), ("Lord", "Lord"), ("mayor of Looe, Mr", "mayor of Looe"), ("", None)]
)
def test_role_is_told_without_mere_titles(text, role):
    tokens = tokens_of(text, 0, len(text))

    assert role_text(text, tokens, 0, len(tokens)) == role


@pytest.mark.parametrize(
    ("text", "told"), [("the foreign minister", True), ("новым министром", True), ("the ministry", False), ("", False)]
)
def test_phrase_with_a_word_for_somebody_has_a_calling(text, told):
    assert has_calling(tokens_of(text, 0, len(text))) is told
