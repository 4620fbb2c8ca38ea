"""Public statements as the chronology shows them."""

import pytest

from archive import edtf
from archive.models import Statement
from tests.factories import (
    make_claim,
    make_document,
    make_outlet,
    make_public_statement,
    make_speaker,
)
from timeline import chronology
from timeline.chronology import Segment, by_year, entries, quote_of, shape_of, voices_of
from timeline.lists.named import SpeakerName

pytestmark = pytest.mark.django_db


def shown(**filters) -> list[chronology.Entry]:
    return entries(Statement.objects.public().filter(**filters).values_list("pk", flat=True))


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


def headings() -> list[tuple]:
    return [(year.name, year.url, [(month.name, month.url, dates(month)) for month in year.months]) for year in by_year(shown())]


def test_entries_stand_under_their_years_and_months():
    for said_on in ("2022", "2022-01", "2022-01-01", "2022-05-17", "2022-05-18", "2023", ""):
        make_public_statement(said_on=said_on)

    assert headings() == [
        ("2022", "/chronology/2022/", [
            ("", "", ["2022"]),
            ("January", "/chronology/2022/01/", ["2022-01", "2022-01-01"]),
            ("May", "/chronology/2022/05/", ["2022-05-17", "2022-05-18"]),
        ]),
        ("2023", "/chronology/2023/", [("", "", ["2023"])]),
        ("", "/chronology/undated/", [("", "", [""])]),
    ]  # fmt: skip


def test_a_span_of_years_stands_under_its_span():
    for said_on in ("2019-01-01", "2019/2021", "2019-06/2021-03", "2019-08-01", "201X", "2016-24", "0203/0204"):
        make_public_statement(said_on=said_on)

    assert headings() == [
        ("AD 203–AD 204", "/chronology/0203-0204/", [("", "", ["0203/0204"])]),
        ("2010–2019", "/chronology/2010-2019/", [("", "", ["201X"])]),
        ("2016–2017", "/chronology/2016-2017/", [("", "", ["2016-24"])]),
        ("2019–2021", "/chronology/2019-2021/", [("", "", ["2019/2021", "2019-06/2021-03"])]),
        ("2019", "/chronology/2019/", [
            ("January", "/chronology/2019/01/", ["2019-01-01"]),
            ("August", "/chronology/2019/08/", ["2019-08-01"]),
        ]),
    ]  # fmt: skip


def test_a_season_and_what_lasts_for_months_stand_under_no_month():
    for said_on in ("2023-02-28", "2023-21", "2023-03", "2023-04-01/2023-06-30", "2023-04-02", "2023-03-20/2023-04-05", "2023-03-30"):
        make_public_statement(said_on=said_on)

    assert [(name, found) for name, _, found in headings()[0][2]] == [
        ("February", ["2023-02-28"]),
        ("Spring", ["2023-21"]),
        ("March", ["2023-03", "2023-03-30"]),
        ("March–April", ["2023-03-20/2023-04-05"]),
        ("April–June", ["2023-04-01/2023-06-30"]),
        ("April", ["2023-04-02"]),
    ]


def test_headings_stand_once_either_way_round():
    for said_on in ("2019-01-01", "2019-06/2021-03", "2019-08-01"):
        make_public_statement(said_on=said_on)

    found = entries(Statement.objects.public().order_by("-said_sort", "-id").values_list("pk", flat=True))

    assert [year.name for year in by_year(found)] == ["2019", "2019–2021"]


def dates(month: chronology.Month) -> list[str]:
    return [entry.shown["said_on"] for entry in month.entries]


def quoted(text: str, *linked: str) -> tuple[Segment, ...]:
    """The quote of a statement that begins at 7 in its document, and of which these words carry claims."""
    places = [7 + text.index(words) for words in linked]
    links = [{"start": place, "end": place + len(words)} for place, words in zip(places, linked, strict=True)]
    return quote_of({"text": text, "start": 7, "links": links})


def test_quote_marks_what_carries_a_claim():
    assert quoted("We spend four million, and it opens in 2020.", "four million", "opens in 2020", "million, and") == (
        Segment("We spend "),
        Segment("four million", marked=True),
        Segment(", and", marked=True),
        Segment(" it "),
        Segment("opens in 2020", marked=True),
        Segment("."),
    )


def test_quote_is_not_marked_when_all_of_it_carries_the_claim():
    assert quoted("It opens in 2020.", "It opens in 2020.") == (Segment("It opens in 2020."),)


def test_words_that_were_searched_for_are_marked():
    row = make_public_statement(make_document("Tolls stay; a tollkeeper’s toll, he said."))

    (entry,) = entries([row.pk], query='toll "he said"')

    assert entry.shown["id"] == row.public_id
    assert [piece.text for piece in entry.quote if piece.marked] == ["Tolls", "toll", "he", "said"]
    assert "".join(piece.text for piece in entry.quote) == row.text


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("decision fleetowners", ["deci-\nsion", "fleet-owners"]),
        ("fleet-owners 1250000", ["fleet", "owners", "1 250 000"]),
        ("owners fiancée 3.5", ["owners", "3,5", "fiance\u0301e"]),
        ("lighthouse kostrin", ["Kostrin’s", "light\u00adhouse"]),
    ],
)
def test_words_are_marked_whole_however_they_are_spelled(query, marked):
    text = "A deci-\nsion of fleet-owners: 1 250 000 or 3,5 for Kostrin’s fiance\u0301e and the light\u00adhouse."
    statement = make_public_statement(words=text)

    (entry,) = entries([statement.pk], query)

    assert "".join(piece.text for piece in entry.quote) == text
    assert [piece.text for piece in entry.quote if piece.marked] == marked


def test_entries_name_their_speakers_source_and_claims():
    claim, speaker = make_claim("The toll stays."), make_speaker("Ada Moreau")
    row = make_public_statement(make_document(outlet=make_outlet("Telexa")), claims=[claim], speakers=[speaker, "a source"])

    (entry,) = shown()

    assert [voice.name for voice in entry.voices] == ["Ada Moreau", "a source"]
    assert entry.voices[0].slug == speaker.slug
    assert (entry.source.public_id, entry.source.outlet) == (row.document.public_id, "Telexa")
    assert [tag.claim for tag in entry.tags] == [(claim.slug, "The toll stays.")]


def test_a_role_that_the_name_tells_is_not_told_again():
    ada, shown = SpeakerName("ada-moreau", "Ada Moreau, minister"), [{"called": "", "beside": role} for role in ("Minister", "mayor", "")]

    roles = [voice.role for voice in voices_of({"speakers": shown}, [ada] * 3)]

    assert roles == ["", "mayor", ""]


def test_entries_stand_in_the_order_asked_for():
    rows = [make_public_statement(said_on=said_on) for said_on in ("2022", "2021", "2023")]

    assert [entry.shown["said_on"] for entry in entries([row.pk for row in rows])] == ["2022", "2021", "2023"]


@pytest.mark.parametrize("rows", [1, 3])
def test_entries_take_the_same_queries_for_one_row_and_three(rows, django_assert_num_queries):
    for _ in range(rows):
        make_public_statement(claims=["The toll stays."])

    with django_assert_num_queries(4):
        shown()
