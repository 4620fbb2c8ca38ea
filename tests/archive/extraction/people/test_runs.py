"""Where capitals side by side end, and where the name in them begins."""

import pytest

from archive.extraction.people.runs import name_start, run_at
from archive.extraction.text.tokens import tokens_of


def read(text, surnames=()):
    """The run that begins at the first bracket, as it ends, with a bar where the name begins."""
    begin, plain = text.index("["), text.replace("[", "")
    tokens = tokens_of(plain, 0, len(plain))
    run = run_at(plain, tokens, next(n for n, t in enumerate(tokens) if t.start == begin), frozenset(surnames))
    at = name_start(run)
    words = [t.text for t in tokens[run.begin : run.end]]
    return " ".join([*words[: at - run.begin], "|", *words[at - run.begin :]])


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("[Anna Hill said so.", "| Anna Hill"),
        ("[Anna van der Berg said so.", "| Anna van der Berg"),
        ("[Tom Hill, Jr., said so.", "| Tom Hill , Jr."),
        ("[Tom Hill, Anna Kamau and others", "| Tom Hill"),
        ("[Veldania's Anna Hill", "| Veldania's"),
        ("[Ann Hill Tuesday said so.", "| Ann Hill"),
        ("[Anna of Veldania", "| Anna"),
    ],
)
def test_run_ends_where_the_capitals_end(text, run):
    assert read(text) == run


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("[Russian Foreign Minister Sergey Novik said so.", "Russian Foreign Minister | Sergey Novik"),
        ("[NATO Secretary General Anna Hill", "NATO Secretary General | Anna Hill"),
        ("[Ex-Minister Anna Hill", "Ex-Minister | Anna Hill"),
        ("[Besides Anna Hill nobody", "Besides | Anna Hill"),
        ("[Anna Church said so.", "| Anna Church"),  # a surname behind a first name
        ("[London Bridge is open.", "London Bridge |"),
        ("[Quoting Lincoln, he said so.", "Quoting | Lincoln"),
        ("[Bowling Hill, a farmer, said so.", "| Bowling Hill"),
        ("president of [Veldania Ann Other said so.", "Veldania | Ann Other"),
        ("president of [Veldania Rudo Kamau said so.", "Veldania | Rudo Kamau"),
        ("[Ost Veldania Ann Other said so.", "Ost Veldania | Ann Other"),
        ("[Rudo Ann Other said so.", "| Rudo Ann Other"),
        ("міністр [Каменіі Леў Корзун сказаў.", "Каменіі | Леў Корзун"),
        ("министр [Камении Рудо Камау сказал.", "Камении | Рудо Камау"),
        ("министр [Рудо Камауевич Камау сказал.", "| Рудо Камауевич Камау"),  # a patronymic
    ],
)
def test_name_begins_behind_roles_bodies_and_places(text, run):
    assert read(text) == run


@pytest.mark.parametrize(("text", "run"), [("[Boss said so.", "| Boss"), ("said [May.", "| May"), ("[Boss is here.", "Boss |")])
def test_surname_of_the_document_beside_a_verb_of_speech_is_a_name(text, run):
    assert read(text, surnames=["Boss", "May"]) == run
