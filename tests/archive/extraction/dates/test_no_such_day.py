"""Days that no calendar has, numbers and cases that don't agree, and years that a reporter doesn't take out of a quotation."""

import datetime

import pytest

from archive.extraction.dates import find_dates

REFERENCE = datetime.date(2024, 5, 6)
ENGLISH = [
    ("It shut on 31 April 2023.", []),
    ("It shut on April 31, 2023.", []),
    ("It shut on the 29th of February 2023.", []),
    ("It shut on February 30.", []),
    ("It shut on 30-31 April 2023.", []),
    ("It shut on 29 February 2024.", ["2024-02-29"]),
    ("The mill will close in 2 weeks.", ["2024-05-20/2024-05-26"]),
    ("They close in May 2025.", ["2025-05"]),
    ("It shut at the close of 2021.", ["2021-12~"]),
    ("“It was passed on May 3, 2022,” she said on May 5.", ["2022-05-03", "2024-05-05"]),
    ('"It was passed on May 3, 2022," she said on May 5.', ["2022-05-03", "2024-05-05"]),
    ("“It was passed on May 3, 2022, and signed on June 5,” she said.", ["2022-05-03", "2022-06-05"]),
    ("The road “to nowhere” was shut on May 3, 2022, and opened on June 5.", ["2022-05-03", "2022-06-05"]),
]
SLAVIC = [
    ("ru", "Это было 31 апреля 2023 года.", []),
    ("ru", "Это было 29 февраля 2023 г.", []),
    ("ru", "Это было 31 июня.", []),
    ("ru", "Это было 30–31 апреля 2023 года.", []),
    ("be", "Гэта было 31 красавіка 2023 года.", []),
    ("uk", "Це було 31 квітня 2023 року.", []),
    ("ru", "«Закон приняли 3 мая 2022 года», — сказала она 5 мая.", ["2022-05-03", "2024-05-05"]),
    ("ru", "„Закон приняли 3 мая 2022 года“, — сказала она 5 мая.", ["2022-05-03", "2024-05-05"]),
    ("uk", "Цього роками ніхто не знав.", []),
    ("be", "Гэтага гадамі ніхто не ведаў.", []),
    ("ru", "Этого годами никто не знал.", []),
    ("ru", "В прошлые годы знали.", []),
    ("uk", "У минулі роки знали.", []),
    ("uk", "Цього року знали.", ["2024"]),
    ("be", "У гэтым годзе ведалі.", ["2024"]),
    ("be", "У гэтым месяцы ведалі.", ["2024-05"]),
    ("ru", "В прошлом году знали, на прошлой неделе забыли.", ["2023", "2024-04-29/2024-05-05"]),
]


@pytest.mark.parametrize(("language", "text", "dates"), [*(("en", *row) for row in ENGLISH), *SLAVIC])
def test_date_is_read_where_there_is_one(language, text, dates):
    assert [one.edtf for one in find_dates(text, language=language, reference=REFERENCE)] == dates
