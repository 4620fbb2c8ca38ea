"""The role that a comma or a bracket parts from the name."""

import pytest

from archive.extraction.people.appositions import apposition, is_described, role_before_comma
from archive.extraction.text.tokens import tokens_of


def cut(text):
    """The text without its bar, its tokens, and the token at the bar."""
    bar, plain = text.index("|"), text.replace("|", "")
    tokens = tokens_of(plain, 0, len(plain))
    return plain, tokens, next((n for n, t in enumerate(tokens) if t.start == bar), len(tokens))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Anna Hill|, the foreign minister of the republic, said", "foreign minister of the republic"),
        ("Anna Hill| (foreign minister) said", "foreign minister"),
        ("Anna Hill|, 45, the minister, said", "minister"),
        ("Anna Hill|, 45, said", None),
        ("Anna Hill|, the bridge, said", None),  # nobody's role
        ("Anna Hill|, minister says so", None),  # a verb
        ("Anna Hill|, minister who knows", None),
        ("Anna Hill|, appointed minister, said", None),  # a participle
        ("Анна Корзун|, министр обороны, сказала", "министр обороны"),
        ("Анна Корзун|, министр сказал, что", None),
        ("Anna Hill| said", None),
        ("Anna Hill|,", None),
        ("Anna Hill|", None),
    ],
)
def test_role_between_commas_is_told(text, role):
    plain, tokens, after = cut(text.replace("| (", " |("))

    found = apposition(plain, tokens, after)

    assert (plain[found[0] : found[1]] if found else None) == role


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Anna Hill|, 45, said", True),
        ("Anna Hill|, who runs it, said", True),
        ("Anna Hill|, aged 45, said", True),
        ("Anna Hill|, 1945, said", False),
        ("Anna Hill|, said", False),
        ("Anna Hill| who", False),
        ("Anna Hill|,", False),
    ],
)
def test_age_or_relative_clause_describes(text, told):
    _, tokens, after = cut(text)

    assert is_described(tokens, after) is told


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The head of the observer mission|, Anna Hill,", "head of the observer mission"),
        ("said the former deputy mayor|, Anna Hill,", "former deputy mayor"),
        ("said the Veldania mayor|, Anna Hill,", "Veldania mayor"),
        ("when the mayor came|, Anna Hill", ""),
        ("the bridge|, Anna Hill", ""),
        ("mayor is here|, Anna Hill", ""),  # a verb parts them
        ("farmer, the mayor|, Anna Hill", "mayor"),
    ],
)
def test_role_before_a_comma_begins_with_its_first_word(text, role):
    plain, tokens, comma = cut(text)

    first = role_before_comma(tokens, comma, 0)

    assert plain[tokens[first].start : tokens[comma].start] == role
