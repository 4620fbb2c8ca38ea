"""A line that is only a date, in a language whose running text is not read."""

import pytest

from archive.extraction import extract, read_date
from archive.extraction.dates.foreign import MONTHS, ROWS

BODY = "\n\nThe mayor said on Monday that the harbour would be closed for a year.\n"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Mittwoch, 17. Mai 2023, 15:44 Uhr", "2023-05-17T15:44:00"),
        ("Veröffentlicht am 17. Mai 2023", "2023-05-17"),
        ("17. Jänner 2023", "2023-01-17"),
        ("Publié le 17 août 2023 à 15h44", "2023-08-17T15:44:00"),
        ("1er mai 2023", "2023-05-01"),
        ("miércoles, 17 de mayo de 2023", "2023-05-17"),
        ("17 maggio 2023, ore 15:44", "2023-05-17T15:44:00"),
        ("17 maja 2023, godz. 15:44", "2023-05-17T15:44:00"),
        ("2023 m. gegužės 17 d.", "2023-05-17"),
        ("2023. gada 17. maijs, 15:44", "2023-05-17T15:44:00"),
        ("17. toukokuuta 2023 klo 15.44", "2023-05-17T15:44:00"),
        ("середа, 17 травня 2023 року о 15:44", "2023-05-17T15:44:00"),
        ("17-MAY-2023 15:44", "2023-05-17T15:44:00"),
        ("17/May/2023", "2023-05-17"),
        ("17. May 2023", "2023-05-17"),
        ("MAY 17th, 2023", "2023-05-17"),
        ("17 Мая, 2023 15:44", "2023-05-17T15:44:00"),
        ("17 траўнь 2023", "2023-05-17"),
        ("Травень 17, 2023", "2023-05-17"),
        ("31. Juni 2023", None),
        ("17. Mai 2023 in Berlin", None),
    ],
)
def test_stamp_in_another_language_is_read(line: str, published: str | None) -> None:
    found = extract(f"A long title about the harbour and its walls\n{line}{BODY}").published

    assert (found and found.edtf) == published


def test_every_language_has_twelve_months() -> None:
    assert {language: len(row.split()) for language, row in ROWS.items()} == dict.fromkeys(ROWS, 12)


def test_no_word_is_a_different_month_in_another_language() -> None:
    written = [(form, number) for row in ROWS.values() for number, forms in enumerate(row.split(), 1) for form in forms.split("|")]

    assert sorted(set(written)) == sorted(MONTHS.items())


def test_typed_day_with_a_foreign_month_is_read() -> None:
    assert read_date("17. Mai 2023").edtf == "2023-05-17"
