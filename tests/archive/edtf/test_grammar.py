"""What is read as a date, what is refused, and that the bounds agree with an independent reader."""

import datetime

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from archive.edtf import UNDATED_SORT, EdtfError, parse
from tests.growth import grows_in_proportion

D = datetime.date

READ = [
    # text, canonical, earliest, latest, precision, shape, words
    ("2019", "2019", D(2019, 1, 1), D(2019, 12, 31), "year", "span", "2019"),
    ("0044", "0044", D(44, 1, 1), D(44, 12, 31), "year", "span", "AD 44"),
    (" 2019-05 ", "2019-05", D(2019, 5, 1), D(2019, 5, 31), "month", "month", "May 2019"),
    ("2020-02", "2020-02", D(2020, 2, 1), D(2020, 2, 29), "month", "month", "February 2020"),
    ("2023-05-17", "2023-05-17", D(2023, 5, 17), D(2023, 5, 17), "day", "day", "17 May 2023"),
    ("2023-05-17T15:44", "2023-05-17T15:44:00", D(2023, 5, 17), D(2023, 5, 17), "time", "day", "17 May 2023, 15:44"),
    ("2023-05-17T15:44+03:00", "2023-05-17T15:44:00+03:00", D(2023, 5, 17), D(2023, 5, 17), "time", "day", "17 May 2023, 15:44 (UTC+3)"),
    ("2023-05-17T15:44:00+03", "2023-05-17T15:44:00+03:00", D(2023, 5, 17), D(2023, 5, 17), "time", "day", "17 May 2023, 15:44 (UTC+3)"),
    (
        "2023-05-17T23:59:30-04:30",
        "2023-05-17T23:59:30-04:30",
        D(2023, 5, 17),
        D(2023, 5, 17),
        "time",
        "day",
        "17 May 2023, 23:59:30 (UTC−4:30)",
    ),
    ("2023-05-17t00:30z", "2023-05-17T00:30:00Z", D(2023, 5, 17), D(2023, 5, 17), "time", "day", "17 May 2023, 00:30 (UTC)"),
    ("2021-12~", "2021-12~", D(2021, 12, 1), D(2021, 12, 31), "month", "month", "about December 2021"),
    ("2014?", "2014?", D(2014, 1, 1), D(2014, 12, 31), "year", "span", "possibly 2014"),
    ("2014-03-01%", "2014-03-01%", D(2014, 3, 1), D(2014, 3, 1), "day", "day", "possibly about 1 March 2014"),
    ("2021-21", "2021-21", D(2021, 3, 1), D(2021, 5, 31), "season", "month", "spring 2021"),
    ("2021-22", "2021-22", D(2021, 6, 1), D(2021, 8, 31), "season", "month", "summer 2021"),
    ("2021-23~", "2021-23~", D(2021, 9, 1), D(2021, 11, 30), "season", "month", "about autumn 2021"),
    ("2023-24", "2023-24", D(2023, 12, 1), D(2024, 2, 29), "season", "month", "winter 2023"),
    ("9999-24", "9999-24", D(9999, 12, 1), D(9999, 12, 31), "season", "month", "winter 9999"),
    ("201X", "201X", D(2010, 1, 1), D(2019, 12, 31), "decade", "span", "the 2010s"),
    ("199x~", "199X~", D(1990, 1, 1), D(1999, 12, 31), "decade", "span", "about the 1990s"),
    ("000X", "000X", D(1, 1, 1), D(9, 12, 31), "decade", "span", "the years AD 1–9"),
    ("020X", "020X", D(200, 1, 1), D(209, 12, 31), "decade", "span", "the years AD 200–209"),
    ("02XX", "02XX", D(200, 1, 1), D(299, 12, 31), "century", "span", "the years AD 200–299"),
    ("19XX", "19XX", D(1900, 1, 1), D(1999, 12, 31), "century", "span", "the years 1900–1999"),
    ("2004-XX", "2004-XX", D(2004, 1, 1), D(2004, 12, 31), "year", "span", "2004, month unknown"),
    ("2004-XX-XX", "2004-XX-XX", D(2004, 1, 1), D(2004, 12, 31), "year", "span", "2004, month and day unknown"),
    ("2004-07-XX", "2004-07-XX", D(2004, 7, 1), D(2004, 7, 31), "month", "month", "July 2004, day unknown"),
    ("2017~/..", "2017~/..", D(2017, 1, 1), None, "interval", "span", "from about 2017 on"),
    ("2019-05/", "2019-05/", D(2019, 5, 1), None, "interval", "span", "from May 2019, end unknown"),
    ("../2014", "../2014", D(1, 1, 1), D(2014, 12, 31), "interval", "span", "until 2014"),
    ("/2014-05-03?", "/2014-05-03?", D(1, 1, 1), D(2014, 5, 3), "interval", "span", "until possibly 3 May 2014, start unknown"),
    ("2023-05-03/2023-05-05", "2023-05-03/2023-05-05", D(2023, 5, 3), D(2023, 5, 5), "interval", "span", "3–5 May 2023"),
    ("2023-04-28/2023-05-03", "2023-04-28/2023-05-03", D(2023, 4, 28), D(2023, 5, 3), "interval", "span", "28 April – 3 May 2023"),
    (
        "2022-12-30/2023-01-02",
        "2022-12-30/2023-01-02",
        D(2022, 12, 30),
        D(2023, 1, 2),
        "interval",
        "span",
        "30 December 2022 – 2 January 2023",
    ),
    ("2022-01/2022-06", "2022-01/2022-06", D(2022, 1, 1), D(2022, 6, 30), "interval", "span", "January–June 2022"),
    ("2019-11/2020-02", "2019-11/2020-02", D(2019, 11, 1), D(2020, 2, 29), "interval", "span", "November 2019 – February 2020"),
    ("2014/2021", "2014/2021", D(2014, 1, 1), D(2021, 12, 31), "interval", "span", "2014–2021"),
    ("2019/2019", "2019/2019", D(2019, 1, 1), D(2019, 12, 31), "interval", "span", "2019"),
    ("2017~/2019~", "2017~/2019~", D(2017, 1, 1), D(2019, 12, 31), "interval", "span", "from about 2017 to about 2019"),
    ("2021-21/2021-23", "2021-21/2021-23", D(2021, 3, 1), D(2021, 11, 30), "interval", "span", "spring 2021 – autumn 2021"),
    ("2019-05/2021", "2019-05/2021", D(2019, 5, 1), D(2021, 12, 31), "interval", "span", "May 2019 – 2021"),
]

REFUSED = [
    ("", "Write for instance 2023-05-17, 2023-05, 2023, 2021-12~ or 2022-07/2022-09."),
    ("2023-02-30", "February 2023 has 28 days; write a day from 01 to 28."),
    ("2023-05-00", "May 2023 has 31 days; write a day from 01 to 31."),
    ("2023-13", "13 is no month; write 01 to 12, or 21 to 24 for spring, summer, autumn and winter."),
    ("2023-00-XX", "00 is no month; write 01 to 12, or 21 to 24 for spring, summer, autumn and winter."),
    ("2023-21-05", "21 is no month; write 01 to 12, or 21 to 24 for spring, summer, autumn and winter."),
    ("2022-35", "Write a part of a year as an interval: 2022-07/2022-09."),
    ("2022-38", "Write a part of a year as an interval: 2022-05/2022-08."),
    ("2022-41~", "Write a part of a year as an interval: 2022-07/2022-12."),
    ("2022-30", "Write a season without its hemisphere: 2022-21 spring, 2022-22 summer, 2022-23 autumn, 2022-24 winter."),
    ("[2014,2015]", "[2014,2015] is a set of dates; write one date, or an interval such as 2014/2015."),
    ("Y170000002", "Years go from 0001 to 9999; write four digits and no sign."),
    ("-0044", "Years go from 0001 to 9999; write four digits and no sign."),
    ("0000", "There is no year 0; years go from 0001 to 9999."),
    ("2004?-06", "2004?-06 marks a part of the date; put ?, ~ or % once, at the end, for the whole date."),
    ("156X-12-25", "156X-12-25 leaves too much open; write 201X for a decade, 19XX for a century, 2004-XX or 2004-07-XX."),
    ("XXXX", "XXXX leaves too much open; write 201X for a decade, 19XX for a century, 2004-XX or 2004-07-XX."),
    ("2023-5-7", "Write 2023-05-07 with four digits for the year and two each for month and day."),
    ("20230517", "Write 2023-05-17 with four digits for the year and two each for month and day."),
    ("2023.5", "Write 2023-05 with four digits for the year and two each for month and day."),
    ("17 May 2023", "17 MAY 2023 is no date that can be kept. Write for instance 2023-05-17, 2023-05, 2023, 2021-12~ or 2022-07/2022-09."),
    ("٢٠٢٣", "٢٠٢٣ is no date that can be kept. Write for instance 2023-05-17, 2023-05, 2023, 2021-12~ or 2022-07/2022-09."),
    (
        "2023-05-17T24:10",
        "2023-05-17T24:10 has no such time of day; write hours 00 to 23 and minutes 00 to 59, such as 2023-05-17T15:44+03:00.",
    ),
    ("2023-05-17T10:10+15:00", "+15:00 is no offset from UTC; write one between -12:00 and +14:00."),
    ("2023-02-29T10:10", "February 2023 has 28 days; write a day from 01 to 28."),
    ("2021/2014", "2021/2014 ends before it begins; write 2014/2021 if the two are exchanged."),
    ("../..", "An interval needs at least one date; leave the date empty if nothing is known."),
    ("2019/2020/2021", "2019/2020/2021 has more than two parts; an interval is two dates with one stroke, such as 2022-07/2022-09."),
    ("198X/199X", "198X can't be the end of an interval; write whole days, months or years, such as 1980/1999 or 2023-05-17/2023-05-19."),
]


@pytest.mark.parametrize("row", READ, ids=[row[0] for row in READ])
def test_date_is_read(row):
    text, *expected = row
    date = parse(text)

    assert [date.text, date.earliest, date.latest, date.precision, date.shape, date.words] == expected


@pytest.mark.parametrize("canonical", [row[1] for row in READ])
def test_canonical_text_reads_as_itself(canonical):
    assert parse(canonical).text == canonical


@pytest.mark.parametrize(("text", "sentence"), REFUSED)
def test_refusal_says_what_to_write(text, sentence):
    with pytest.raises(EdtfError) as refusal:
        parse(text)

    assert str(refusal.value) == sentence


@pytest.mark.parametrize("text", ["\x00", "2023-05-17T", "[", "/"])
def test_hostile_text_is_refused(text):
    with pytest.raises(EdtfError):
        parse(text)


@pytest.mark.parametrize("piece", ["x", "2023-05-17", "?"])
def test_long_hostile_text_is_refused_in_linear_time(piece):
    def refused(size: int) -> None:
        with pytest.raises(EdtfError):
            parse(piece * size)

    assert grows_in_proportion(refused, 25_000)


years = st.integers(1, 9998).map("{:04}".format)
months = st.builds("{}-{:02}".format, years, st.integers(1, 12))
days = st.dates(D(1, 1, 1), D(9998, 12, 31)).map(D.isoformat)
seasons = st.builds("{}-{}".format, years, st.integers(21, 23))
masked = st.one_of(
    st.integers(1, 998).map("{:03}X".format),
    st.integers(1, 98).map("{:02}XX".format),
    years.map("{}-XX".format),
    months.map("{}-XX".format),
)
marked = st.builds("{}{}".format, st.one_of(years, months, days), st.sampled_from(["", "?", "~", "%"]))


def bounds_by_the_other_reader(text):
    date = parse_edtf(text)
    return tuple(D(*moment[:3]) for moment in (date.lower_strict(), date.upper_strict()))


@given(st.one_of(marked, seasons, masked))
def test_strict_bounds_agree_with_the_edtf_package(text):
    date = parse(text)

    assert (date.earliest, date.latest) == bounds_by_the_other_reader(text)


@given(st.tuples(marked, marked).map(lambda pair: sorted(pair, key=lambda text: parse(text).earliest)))
def test_interval_bounds_are_those_of_its_ends(pair):
    date = parse("/".join(pair))

    assert (date.earliest, date.latest) == (bounds_by_the_other_reader(pair[0])[0], bounds_by_the_other_reader(pair[1])[1])


@given(st.text(alphabet="0123456789-/.?~%XTZ:+Y[]", max_size=40))
def test_any_text_is_read_or_refused(text):
    try:
        date = parse(text)
    except EdtfError:
        return

    assert date.latest is None or date.earliest <= date.latest
    assert parse(date.text) == date
    assert date.words
    assert date.sort_key < UNDATED_SORT
