"""What a text says of its dates by itself is read the same whatever the document's own day is, and without one."""

import datetime

import pytest

from archive.extraction.dates import find_dates
from tests.archive.extraction.dates import test_english, test_slavic

BEFORE = "date before"  # such a rule counts from a date that may itself hang on the document's day
DAYS = (datetime.date(2023, 5, 17), datetime.date(2031, 11, 2))
SENTENCES = [
    *(("en", sentence) for table in test_english.TABLES.values() for sentence, _ in test_english.rows(table)),
    *((language, sentence) for language, table in test_slavic.TABLES.items() for sentence, _ in test_slavic.rows(table)),
]


def read(sentence: str, language: str, reference: datetime.date | None) -> dict[tuple[int, int, str], str | None]:
    words = sentence.replace("[", "").replace("]", "")
    return {(date.start, date.end, date.rule): date.edtf for date in find_dates(words, language=language, reference=reference)}


@pytest.mark.parametrize("language", ["en", "ru", "be", "uk"])
def test_dates_read_without_the_documents_day_are_those_that_do_not_hang_on_it(language):
    differing = {}
    for code, sentence in SENTENCES:
        if code != language:
            continue
        alone, first, second = (read(sentence, language, day) for day in (None, *DAYS))
        differing |= {
            (sentence, key): (edtf, first[key], second[key])
            for key, edtf in alone.items()
            if key in first and key in second and first[key] == second[key] != edtf and BEFORE not in key[2]
        }

    assert differing == {}
