"""What a public statement is tagged with beside a claim: first recorded, said again so many days later, denied."""

import pytest

from archive import edtf, publication
from archive.enums import Likeness, Stance
from archive.models import Statement
from tests.factories import (
    make_claim,
    make_occasion,
    make_occurrence,
    make_public_statement,
    make_speaker,
    make_withdrawn_statement,
    the_chief,
)
from timeline import chronology
from timeline.said_again import Tag, days_words

pytestmark = pytest.mark.django_db


def shown(**filters) -> list[chronology.Entry]:
    return chronology.entries(Statement.objects.public().filter(**filters).shown())


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


def test_first_and_later_sayings_are_tagged():
    claim = make_claim("The toll stays.")
    first = make_public_statement(said_on="2023-05-17", claims=[claim])
    again = make_public_statement(said_on="2024-06-24", claims=[claim])
    undated = make_public_statement(said_on="", claims=[claim])

    tags = {entry.statement: entry.tags for entry in shown()}

    assert tags == {
        first: (Tag("First recorded", "first", claim),),
        again: (Tag("Said again", "again", claim, "404 days later"),),
        undated: (Tag("Said, undated", "again", claim),),
    }


def test_only_one_of_the_first_day_is_the_first():
    claim, occasion, speaker = make_claim(), make_occasion(), make_speaker()
    said = {"said_on": "2023-05-17", "claims": [claim]}
    make_public_statement(**said, occasion=occasion, speakers=[speaker])
    make_public_statement(**said, occasion=occasion, speakers=[speaker])
    make_public_statement(**said, occasion=occasion)
    make_public_statement(**said)

    assert [(entry.tags[0].label, entry.tags[0].detail) for entry in shown()] == [
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

    assert [entry.tags[0].label for entry in shown()] == ["First recorded", "Reported again", "Said again"]


def test_who_says_the_contrary_of_what_he_said_last_is_marked():
    claim, speaker = make_claim(), make_speaker()
    theirs = [("asserts", 17), ("denies", 27), ("denies", 28), ("asserts", 29)]
    for stance, day, who in [("denies", 20, []), *((stance, day, [speaker]) for stance, day in theirs)]:
        statement = make_public_statement(said_on=f"2023-05-{day}", speakers=who or [make_speaker()])
        make_occurrence(statement, claim, stance=stance)
        publish_links(statement)

    assert [(entry.tags[0].label, entry.tags[0].detail) for entry in shown()] == [
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
def test_what_is_no_saying_has_its_own_tag(stance, likeness, label, tone):
    claim = make_claim()
    make_public_statement(said_on="2023-05-17", claims=[claim])
    other = make_public_statement(said_on="2024-05-17")
    make_occurrence(other, claim, stance=stance, likeness=likeness)
    publish_links(other)

    assert shown(pk=other.pk)[0].tags == (Tag(label, tone, claim),)


def publish_links(statement: Statement) -> None:
    for link in statement.occurrences.filter(status="judged"):
        publication.publish(link, by=the_chief())


def test_a_withdrawn_saying_is_not_the_first():
    claim = make_claim()
    make_withdrawn_statement(said_on="2020-05-17", claims=[claim])
    make_public_statement(said_on="2023-05-17", claims=[claim])

    assert shown()[0].tags == (Tag("First recorded", "first", claim),)
