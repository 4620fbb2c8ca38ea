"""Who stands before a Slavic verb of speech. The mark | stands where the verb does; all sentences are invented."""

import pytest

from archive.extraction.people.unit import unit_of
from archive.extraction.speech.slavic.left import anyone_left, clause_subject, left_of


def before_mark(read, marked, *, step=1):
    text = marked.replace("|", "")
    unit = unit_of(text, 0, 0, len(text), ())
    verb = next(at for at, token in enumerate(unit.tokens) if token.start >= marked.index("|"))
    source = read(unit, verb - step)
    return (source.kind, text[source.start : source.end]) if source else None


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        # who ends there
        ("Министр Иван Лось |заявил, что", ("person", "Министр Иван Лось")),
        ("Иван Лось и Анна Вольская |заявили, что", ("person", "Иван Лось и Анна Вольская")),
        ("Она |заявила, что", ("pronoun", "Она")),
        ("Сам министр |заявил, что", ("role", "министр")),
        ("Ряд местных СМИ |сообщил, что", ("role", "Ряд местных СМИ")),
        ("Источник в министерстве |сообщил, что", ("role", "Источник в министерстве")),
        ("Мост закрыт, и яркая картина |говорит, что", None),
        # past small words
        ("Анна Вольская тем временем |сказала, что", ("person", "Анна Вольская")),
        ("Премьер в среду |заявил, что", ("role", "Премьер")),
        ("Он также неоднократно и публично |заявлял, что", ("pronoun", "Он")),
        # past an apposition
        ("Иван Лось, директор школы, |сказал, что", ("person", "Иван Лось")),
        ("Источник, знакомый с делом, |сообщил, что", ("role", "Источник")),
        # behind a preposition
        ("На встрече с министром |заявили, что", None),
        ("О 10 тысячах жителей Камерии |заявляют, что", None),
        ("В министерстве |сообщили, что", ("body", "министерстве")),
        ("На вопрос о выборах Лис |ответил, что", ("body", "Лис")),
        ("Министр в разговоре с представителями СМИ |заявил, что", ("role", "Министр в разговоре")),
    ],
)
def test_source_before_the_verb(marked, wanted):
    assert before_mark(left_of, marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Иван Лось не стал молчать |и заявил", ("person", "Иван Лось")),
        ("Она не стала молчать |и заявила", ("pronoun", "Она")),
        ("Директор областного музея не стал молчать |и заявил", ("role", "Директор областного музея")),
        ("Мост открыли, а министр приехал |и заявил", ("role", "министр")),
        ("Мост открыли |и заявили", None),
    ],
)
def test_subject_of_a_second_verb(marked, wanted):
    assert before_mark(clause_subject, marked, step=0) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Вчера прохожий |рассказал, что мост закрыт", ("role", "Вчера прохожий")),
        ("Вчера прохожий |рассказал всем, что мост закрыт", None),
        ("Мы |сказали, что мост закрыт", None),
        ("Мост закрыт, |сказали, что не откроют", None),
    ],
)
def test_anyone_before_a_verb_with_a_clause(marked, wanted):
    assert before_mark(anyone_left, marked) == wanted
