"""Whom the label of a turn leads to, and whom it does not."""

import pytest

from archive.extraction import extract

WORDS = "The road to the harbour will be open in May."


def speakers(heading: str, *labels: str) -> list[tuple[str | None, str | None]]:
    """Name and role of who speaks each turn."""
    turns = "\n\n".join(f"{label} {WORDS[:-1]} or in number {number}." for number, label in enumerate(labels))
    found = extract(f"{heading}\n\n17 May 2023\n\n{turns}").statements
    return [(one.name, one.role) for statement in found for one in statement.speakers]


@pytest.mark.parametrize(
    ("heading", "label", "name"),
    [
        ("Press Briefing by Press Secretary Marta Ellwood", "MS. ELLWOOD:", "Marta Ellwood"),
        ("Remarks by President Adela Corwin and Mayor Luis Orr", "PRESIDENT CORWIN:", "Adela Corwin"),
        ("Remarks by President Adela Corwin and Mayor Luis Orr", "THE PRESIDENT:", "Adela Corwin"),
        ("Remarks by President Adela Corwin and Mayor Luis Orr", "LO:", "Luis Orr"),
        ("Remarks by President Adela Corwin and Mayor Luis Orr", "ORR:", "Luis Orr"),
        ("Remarks by Vice President Corwin Before Departure", "THE VICE PRESIDENT:", "Corwin"),
        ("Remarks by Vice President Corwin Before Departure", "THE PRESIDENT:", None),
        ("Remarks by President Corwin and First Lady Mary Corwin", "THE PRESIDENT:", "Corwin"),
        ("Remarks by President Corwin and First Lady Mary Corwin", "PRESIDENT CORWIN:", "Corwin"),
        ("Встреча с губернатором Олегом Вересаем", "О.Вересай:", "Олег Вересай"),
        ("Встреча с губернатором Олегом Вересаем", "ВЕРЕСАЙ О.П.:", "Олег Вересай"),
        ("Встреча с губернатором Олегом Вересаем", "И.Вересай:", "И. Вересай"),
        ("A meeting of the council", "MR. O’NEILL:", "O’Neill"),
        ("A meeting of the council", "The Speaker of the Harbour Board Anna Orr:", "Anna Orr"),
        ("A meeting of the council", "AUDIENCE MEMBER:", None),
        ("A meeting of the council", "Speaker 2:", None),
        ("A meeting of the council", "XY:", None),
    ],
)
def test_label_leads_to_a_name(heading, label, name):
    assert [found for found, _ in speakers(heading, label, label)] == [name] * 2


def test_office_is_of_who_stands_in_brackets_also_where_he_does_so_no_more():
    assert speakers("A meeting of the council", "The Trade Minister (Ann Orr):", "Mr HILL (Ardo):", "The Trade Minister:") == [
        ("Ann Orr", "Trade Minister"),
        ("Hill", None),
        ("Ann Orr", "Trade Minister"),
    ]
