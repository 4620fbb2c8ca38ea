"""Public statements as the chronology shows them."""

import pytest

from archive import edtf, publication
from archive.enums import Likeness, Stance
from archive.models import Occurrence, Statement
from tests.factories import (
    make_claim,
    make_document,
    make_occasion,
    make_occurrence,
    make_public_statement,
    make_speaker,
    make_statement,
    make_withdrawn_statement,
    the_chief,
)
from timeline import chronology
from timeline.chronology import Segment, by_year, entries, quote_of, shape_of
from timeline.stamps import Stamp, days_words

pytestmark = pytest.mark.django_db


def shown(**filters) -> list[chronology.Entry]:
    return entries(Statement.objects.public().filter(**filters).shown())


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("2023-05-17", "2024-06-24", "404 days later"),
        ("2023-05-17", "2023-05-18", "1 day later"),
        ("2023-05-17", "2023-05-17T18:00:00Z", "the same day"),
        ("2019-05", "2019-06-03", "3 to 33 days later"),
        ("2019-05", "2019-05", "up to 30 days later"),
        ("2019-05-30/2019-06-02", "2019-05-31", "up to 1 day later"),
        ("2015", "2019-01-01", "1,097 to 1,461 days later"),
        ("2018-03-20~", "2018-03-23", "about 3 days later"),
        ("2018-03-20?", "2018-05", "about 42 to 72 days later"),
    ],
)
def test_days_words(before, after, words):
    assert days_words(edtf.parse(before), edtf.parse(after)) == words


@pytest.mark.parametrize(
    ("date", "shape"),
    [
        ("2023-05-17", "day"),
        ("2023-05-17T10:00:00Z", "day"),
        ("2023-05", "month"),
        ("2023-21", "month"),
        ("2023", "span"),
        ("2021/2023", "span"),
        ("2021-12~", "month dashed"),
        ("2023-05-17?", "day dashed"),
        ("201X", "span"),
    ],
)
def test_shape_of_a_date(date, shape):
    assert shape_of(edtf.parse(date)) == shape


def test_shape_of_no_date():
    assert shape_of(None) == "undated"


def test_entries_stand_under_their_years_and_months():
    for said_on in ("2022", "2022-01/2022-03", "2022-01", "2022-01-01", "2022-05-17", "2022-05-18", "2023", ""):
        make_public_statement(said_on=said_on)

    years = by_year(shown())

    assert [(year.number, year.url, [(month.name, month.url, dates(month)) for month in year.months]) for year in years] == [
        (2022, "/chronology/2022/", [
            ("", "", ["2022", "2022-01/2022-03"]),
            ("January", "/chronology/2022/01/", ["2022-01", "2022-01-01"]),
            ("May", "/chronology/2022/05/", ["2022-05-17", "2022-05-18"]),
        ]),
        (2023, "/chronology/2023/", [("", "", ["2023"])]),
        (None, "/chronology/undated/", [("", "", [""])]),
    ]  # fmt: skip


def dates(month: chronology.Month) -> list[str]:
    return [entry.statement.said_on for entry in month.entries]


def test_first_and_later_sayings_are_stamped():
    claim = make_claim("The toll stays.")
    first = make_public_statement(said_on="2023-05-17", claims=[claim])
    again = make_public_statement(said_on="2024-06-24", claims=[claim])
    undated = make_public_statement(said_on="", claims=[claim])

    stamps = {entry.statement: entry.stamps for entry in shown()}

    assert stamps == {
        first: (Stamp("First recorded", "first", claim),),
        again: (Stamp("Said again", "again", claim, "404 days later"),),
        undated: (Stamp("Said, undated", "again", claim),),
    }


def test_only_one_of_the_first_day_is_the_first():
    claim, occasion, speaker = make_claim(), make_occasion(), make_speaker()
    said = {"said_on": "2023-05-17", "claims": [claim]}
    make_public_statement(**said, occasion=occasion, speakers=[speaker])
    make_public_statement(**said, occasion=occasion, speakers=[speaker])
    make_public_statement(**said, occasion=occasion)
    make_public_statement(**said)

    assert [(entry.stamps[0].label, entry.stamps[0].detail) for entry in shown()] == [
        ("First recorded", ""),
        ("Reported again", "of the same occasion"),
        ("Said again", "on the same occasion"),
        ("Said again", "the same day"),
    ]


def test_translation_is_the_saying_of_its_original():
    claim, speaker = make_claim(), make_speaker()
    original = make_public_statement(said_on="2023-05-17", claims=[claim], speakers=[speaker], language="ru")
    make_public_statement(said_on="2023-05-17", claims=[claim], speakers=[speaker], translation_of=original)
    make_public_statement(said_on="2023-05-20", claims=[claim], speakers=[speaker])

    assert [entry.stamps[0].label for entry in shown()] == ["First recorded", "Reported again", "Said again"]


def test_who_says_the_contrary_of_what_he_said_last_is_marked():
    claim, speaker = make_claim(), make_speaker()
    theirs = [("asserts", 17), ("denies", 27), ("denies", 28), ("asserts", 29)]
    for stance, day, who in [("denies", 20, []), *((stance, day, [speaker]) for stance, day in theirs)]:
        statement = make_public_statement(said_on=f"2023-05-{day}", speakers=who or [make_speaker()])
        make_occurrence(statement, claim, stance=stance)
        publish_links(statement)

    assert [(entry.stamps[0].label, entry.stamps[0].detail) for entry in shown()] == [
        ("First recorded", ""),
        ("Denied", ""),
        ("Denied", "a reversal, 10 days later"),
        ("Denied", ""),
        ("Said again", "12 days later, a reversal"),
    ]


@pytest.mark.parametrize(
    ("stance", "likeness", "label", "tone"),
    [
        (Stance.DENIES, Likeness.PARAPHRASE, "Denied", "denied"),
        (Stance.RELAYS, Likeness.PARAPHRASE, "Relayed", "aside"),
        (Stance.ASSERTS, Likeness.VARIANT, "Variant", "aside"),
        (Stance.ASSERTS, Likeness.NARROWER, "Narrower", "aside"),
        (Stance.ASSERTS, Likeness.WIDER, "Wider", "aside"),
    ],
)
def test_what_is_no_saying_has_its_own_mark(stance, likeness, label, tone):
    claim = make_claim()
    make_public_statement(said_on="2023-05-17", claims=[claim])
    other = make_public_statement(said_on="2024-05-17")
    make_occurrence(other, claim, stance=stance, likeness=likeness)
    publish_links(other)

    assert shown(pk=other.pk)[0].stamps == (Stamp(label, tone, claim),)


def publish_links(statement: Statement) -> None:
    for link in statement.occurrences.filter(status="judged"):
        publication.publish(link, by=the_chief())


def test_a_withdrawn_saying_is_not_the_first():
    claim = make_claim()
    make_withdrawn_statement(said_on="2020-05-17", claims=[claim])
    make_public_statement(said_on="2023-05-17", claims=[claim])

    assert shown()[0].stamps == (Stamp("First recorded", "first", claim),)


def test_quote_marks_what_carries_a_claim():
    document = make_document("We spend four million, and it opens in 2020.")
    statement = make_statement(document)
    links = [make_link(statement, "four million"), make_link(statement, "opens in 2020"), make_link(statement, "million, and")]

    assert quote_of(statement, links) == (
        Segment("We spend "),
        Segment("four million", marked=True),
        Segment(", and", marked=True),
        Segment(" it "),
        Segment("opens in 2020", marked=True),
        Segment("."),
    )


def test_quote_is_not_marked_when_all_of_it_carries_the_claim():
    statement = make_statement(make_document("It opens in 2020."))

    assert quote_of(statement, [make_link(statement, "It opens in 2020.")]) == (Segment("It opens in 2020."),)


def make_link(statement: Statement, words: str):
    start = statement.text.index(words)
    return Occurrence(statement=statement, start=start, end=start + len(words))


def test_words_that_were_searched_for_are_marked():
    row = make_public_statement(make_document("Tolls stay; a tollkeeper’s toll, he said."))

    (entry,) = entries(Statement.objects.public().shown(), query='toll "he said"')

    assert entry.statement == row
    assert [piece.text for piece in entry.quote if piece.marked] == ["Tolls", "toll", "he", "said"]
    assert "".join(piece.text for piece in entry.quote) == row.text


@pytest.mark.parametrize("rows", [1, 3])
def test_entries_take_the_same_queries_for_one_row_and_three(rows, django_assert_num_queries):
    for _ in range(rows):
        make_public_statement(claims=["The toll stays."])

    with django_assert_num_queries(4):
        shown()
