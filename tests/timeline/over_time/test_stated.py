"""The date, number or share that words state: one of a kind, or none."""

import pytest

from timeline.over_time.stated import stated_in


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("The airport will open in 2020", [("date", "2020", "2020")]),
        ("It opens in the spring of 2025", [("date", "the spring of 2025", "spring 2025")]),
        ("It opens by 2020", [("date", "by 2020", "2020")]),
        ("It opens on 17 May 2020", [("date", "17 May 2020", "17 May 2020")]),
        ("Откроется весной 2025 года", [("date", "весной 2025 года", "spring 2025")]),
        ("It opens next spring", []),
        ("It opens in 2020 or in 2021", []),
        ("The port will create 40,000 jobs", [("number", "40,000", "40,000")]),
        ("Forty thousand jobs by 2020", [("date", "by 2020", "2020"), ("number", "Forty thousand", "Forty thousand")]),
        ("Three or four thousand jobs", []),
        ("Turnout in the referendum of 2018 was 52.4 percent", [("date", "2018", "2018"), ("share", "52.4 percent", "52.4 percent")]),
        ("The second airport of the country", []),
    ],
)
def test_read(words, read):
    language = "ru" if words[0] > "z" else "en"

    assert [(one.kind, one.text, one.short) for one in stated_in(words, language)] == read


def test_a_coarse_date_reaches_from_its_first_day_to_its_last():
    (year,), (day,) = stated_in("It opens in 2020", ""), stated_in("It opens on 17 May 2020", "")

    assert (year.most - year.least, day.most - day.least) == (365, 0)
    assert year.least < day.least < year.most
