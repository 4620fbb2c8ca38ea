"""Quantities: one value however it is written."""

import pytest

from archive.matching.numbers import quantities, unmatched, unpaired
from tests.growth import grows_in_proportion

READ = [
    ("$0.3bn", [("plain", 3e8, "$0.3bn")]),
    ("300 million dollars", [("plain", 3e8, "300 million")]),
    ("two hundred thousand jobs", [("plain", 2e5, "two hundred thousand")]),
    ("one and a half million crowns", [("plain", 1.5e6, "one and a half million")]),
    ("half a million", [("plain", 5e5, "half a million")]),
    ("a hundred and twenty people", [("plain", 120, "hundred and twenty")]),
    ("1.2 thousand km, or 1,200 kilometres", [("plain", 1200, "1.2 thousand"), ("plain", 1200, "1,200")]),
    ("1 500 000 and 1.500.000", [("plain", 1.5e6, "1 500 000"), ("plain", 1.5e6, "1.500.000")]),
    ("1'250'000 or 1 250 000,5", [("plain", 1.25e6, "1'250'000"), ("plain", 1.25e6, "1 250 000,5")]),
    ("1.250.000,75 and 1,250.5", [("plain", 1_250_000.75, "1.250.000,75"), ("plain", 1250.5, "1,250.5")]),
    ("in 2019 500 ferries on 12.05.2020", [("year", 2019, "2019"), ("plain", 500, "500"), ("plain", 12_052_020, "12.05.2020")]),
    ("3,5 млрд", [("plain", 3.5e9, "3,5 млрд")]),
    ("50 m of cable, 50m people", [("plain", 50, "50"), ("plain", 5e7, "50m")]),
    ("4.2% in 2019", [("percent", 4.2, "4.2%"), ("year", 2019, "2019")]),
    ("3 per cent; twenty-five percent", [("percent", 3, "3 per cent"), ("percent", 25, "twenty-five percent")]),
    ("One in two, half, three out of four", [("percent", 50, "One in two"), ("percent", 50, "half"), ("percent", 75, "three out of four")]),
    ("fell by a third.", [("percent", 100 / 3, "a third")]),
    ("a third term", [("rank", 3, "third")]),
    ("the third highest; first of all; the first highest", [("rank", 3, "third"), ("rank", 1, "first")]),
    ("9 May 2014", [("day", 509, "9 May"), ("year", 2014, "2014")]),
    ("On May 9th, 2014", [("day", 509, "May 9th"), ("year", 2014, "2014")]),
    ("9 мая 2014, двенадцатого января, двадцать шестого декабря, третьего мая, 1 березня",
     [("day", 509, "9 мая"), ("year", 2014, "2014"), ("day", 112, "двенадцатого января"), ("day", 1226, "двадцать шестого декабря"),
      ("day", 503, "третьего мая"), ("day", 301, "1 березня")]),
    ("Jan. 9; at home in May. Nine came", [("day", 109, "Jan. 9"), ("plain", 9, "Nine")]),
    ("the first of January", [("day", 101, "first of January")]),
    ("COVID-19, G20, one of us, no one", []),
    ("2 percentage points, 3%-points, 4 pp", [("points", 2, "2 percentage points"), ("points", 3, "3%-points"), ("points", 4, "4 pp")]),
    ("на 2 процентных пункта, 3 п.п.; п’ять відсоткових пунктів",
     [("points", 2, "2 процентных пункта"), ("points", 3, "3 п.п"), ("points", 5, "п’ять відсоткових пунктів")]),
    ("двести тридцать два из трёх", [("plain", 232, "двести тридцать два"), ("plain", 3, "трёх")]),
    ("полтора миллиона, два с половиной", [("plain", 1.5e6, "полтора миллиона"), ("plain", 2.5, "два с половиной")]),
    ("половина жителей с половиной домов", [("percent", 50, "половина")]),
    ("дев'яносто дзве тысячы", [("plain", 92_000, "дев'яносто дзве тысячы")]),
    ("в двадцать шестом году двадцать шесть лет", [("plain", 26, "двадцать шесть")]),
    ("the 1990s", [("year", 1990, "1990s")]),
    ("сямнаццаць школ, пяцёра людей", [("plain", 17, "сямнаццаць"), ("plain", 5, "пяцёра")]),
    ("the thirtieth of June", [("day", 630, "thirtieth of June")]),
    ("14 марта 2031 года; 14-го марта", [("day", 314, "14 марта"), ("year", 2031, "2031"), ("day", 314, "14-го марта")]),
    ("двадцать первого февраля, третього липня, першага сакавіка",
     [("day", 221, "двадцать первого февраля"), ("day", 703, "третього липня"), ("day", 301, "першага сакавіка")]),
    ("до тридцять першого грудня у травні 15 людей", [("day", 1231, "тридцять першого грудня"), ("plain", 15, "15")]),
    ("двадцать человек первого созыва, 40 мая", [("plain", 20, "двадцать"), ("plain", 40, "40")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ)
def test_quantities(text, expected):
    assert [(one.kind, pytest.approx(one.value), one.text) for one in quantities(text)] == expected


EQUAL = [
    ("$0.3bn", "300 million", True),
    ("two thirds", "67 percent", True),
    ("$86,100", "$86k", True),
    ("300 million", "310 million", False),
    ("14 times", "14 percent", False),
    ("2014", "2015", False),
    ("in 2014", "2,014", True),
    ("9 May", "the 9th of May", True),
    ("third", "fourth", False),
    ("2 percent", "2 percentage points", False),
    ("2 percentage points", "2 pp", True),
]


@pytest.mark.parametrize(("a", "b", "expected"), EQUAL)
def test_quantities_are_equal_within_two_percent_and_years_exactly(a, b, expected):
    assert (not unmatched(quantities(a), quantities(b))) is expected


def test_unpaired_counts_each_number_once():
    ours, theirs = quantities("100 percent of 50 percent"), quantities("100 percent of 100 percent")

    assert [one.text for one in unmatched(theirs, ours)] == []
    assert [one.text for one in unpaired(theirs, ours)] == ["100 percent"]


@pytest.mark.parametrize("piece", ["1 000", "1'000", "one ", "1.", "half a ", "9"])
def test_hostile_text_takes_linear_time(piece):
    assert grows_in_proportion(lambda size: quantities(piece * size), 5_000)
