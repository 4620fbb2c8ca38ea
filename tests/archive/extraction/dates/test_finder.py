"""What a text says of its dates by itself is read the same whatever the document's own day is, and without one."""

import datetime

import pytest

from archive.extraction.dates import find_dates, list_dates
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


@pytest.mark.parametrize(
    ("language", "sentence", "values"),
    [
        ("en", "He left on [3 June], and came back [yesterday].", [None, None]),
        ("en", "He left [last Monday], or [three weeks ago], and came back [last year] or in [March].", [None] * 4),
        ("en", "He left on [2 May 2014]; on [3 June] he came back.", ["2014-05-02", "2014-06-03"]),
        ("en", "He left in [May] and [June 2014].", ["2014-05", "2014-06"]),
        ("en", "He may march on Sundays, said the Sunday Times.", []),
        ("ru", "Он уехал в [понедельник, 3 июня], и вернулся [вчера].", [None, None]),
        ("uk", "Він поїхав [торік], у [березні].", [None, None]),
        ("be", "Ён з'ехаў [летась], у [сакавіку].", [None, None]),
    ],
)
def test_a_date_that_counts_from_a_day_nobody_knows_is_listed_without_a_value(language, sentence, values):
    found = list_dates(sentence.replace("[", "").replace("]", ""), language=language, reference=None)

    assert [(date.text, date.edtf, date.readings) for date in found] == [
        (words, value, ()) for words, value in zip(test_english.MARKED.findall(sentence), values, strict=True)
    ]
