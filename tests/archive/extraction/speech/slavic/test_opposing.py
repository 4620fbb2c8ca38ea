"""Slavic clauses of somebody who objects to what was said, behind the mark |. All sentences are invented."""

import pytest

from archive.extraction.people.unit import unit_of
from archive.extraction.speech.slavic.opposing import opposes


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Мост закрыт, но |депутат Иван Лось с этим не согласен.", True),
        ("Мост закрыт, но |эксперты сомневаются.", True),
        ("Міст закрито, але |депутати заперечують.", True),
        ("Мост закрыт, но |он возражает.", False),
        ("Мост закрыт, но |эксперты уехали.", False),
        ("Мост закрыт, но |дорога, по мнению многих, спорят о ней, открыта.", False),
        ("Мост закрыт, но|", False),
    ],
)
def test_objection_of_somebody_else(marked, wanted):
    text = marked.replace("|", "")
    unit = unit_of(text, 0, 0, len(text), ())
    at = next((at for at, token in enumerate(unit.tokens) if token.start >= marked.index("|")), len(unit.tokens))

    assert opposes(unit.tokens, unit.mentions, at) == wanted
