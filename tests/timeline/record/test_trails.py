"""A claim's sayings as its page shows them."""

import pytest

from archive import matching, publication
from archive.enums import Likeness, Stance
from archive.models import Claim, Statement
from tests.factories import (
    make_claim,
    make_document,
    make_occasion,
    make_occurrence,
    make_outlet,
    make_public_statement,
    make_speaker,
    the_chief,
)
from timeline.lists.paging import OLDEST_FIRST, page_of
from timeline.record.trails import Step, Wording, occurrences_of, tidied, trail
from timeline.said_again import Tag

pytestmark = pytest.mark.django_db


def steps_of(claim: Claim, size: int = 50, pages: int = 1) -> list[Step]:
    """The steps on the last of so many pages."""
    cursor = ""
    for _ in range(pages):
        page = page_of(occurrences_of(claim), OLDEST_FIRST, cursor=cursor, size=size)
        cursor = page.next
    return trail(page, OLDEST_FIRST, claim)


def say(
    claim: Claim, words: str, said_on: str, *, stance: str = Stance.ASSERTS, likeness: str = Likeness.PARAPHRASE, **fields
) -> Statement:
    statement = make_public_statement(make_document(f"“{words}”, she said."), words, said_on=said_on, **fields)
    publication.publish(make_occurrence(statement, claim, stance=stance, likeness=likeness), by=the_chief())
    return statement


def test_each_step_tells_the_days_and_the_words_since_the_last_saying():
    claim = make_claim()
    say(claim, "The toll stays for ever", "2023-05-17")
    say(claim, "The toll stays for ever", "2023-06")
    say(claim, "The toll will stay for ever", "2024-06-24")

    assert [(step.tag, step.wording, step.remark) for step in steps_of(claim)] == [
        (Tag("First recorded", "first", claim), [], ""),
        (Tag("Said again", "again", claim, "15 to 44 days later"), [], "In the same words as the last time."),
        (
            Tag("Said again", "again", claim, "360 to 389 days later"),
            [Wording("same", "The toll"), Wording("removed", "stays"), Wording("added", "will stay"), Wording("same", "for ever")],
            "",
        ),
    ]


def test_reports_of_one_occasion_are_one_step():
    claim, speaker, occasion = make_claim(), make_speaker(), make_occasion()
    first = say(claim, "The toll stays", "2023-05-17", speakers=[speaker], occasion=occasion)
    second = say(claim, "Сбор остаётся", "2023-05-17", speakers=[speaker], occasion=occasion, language="ru")

    assert [(step.statement, [link.statement for link in step.reports]) for step in steps_of(claim)] == [(first, [second])]


def test_two_passages_of_one_article_are_no_other_report():
    claim, speaker, occasion = make_claim(), make_speaker(), make_occasion()
    document = make_document("Toll stays. “The toll stays for ever,” she said.")
    said = {"said_on": "2023-05-17", "speakers": [speaker], "occasion": occasion, "claims": [claim]}
    make_public_statement(document, "Toll stays.", **said)
    again = make_public_statement(document, "The toll stays for ever", **said)
    other = make_public_statement(**said)

    (step,) = steps_of(claim)

    assert [[link.statement for link in links] for links in (step.repeats, step.elsewhere)] == [[again], [other]]


def test_another_speaker_on_the_same_occasion_is_a_step_but_no_new_saying():
    claim, occasion = make_claim(), make_occasion()
    say(claim, "The toll stays", "2023-05-17", occasion=occasion)
    say(claim, "It stays", "2023-05-17", occasion=occasion)

    assert [step.tag for step in steps_of(claim)] == [
        Tag("First recorded", "first", claim),
        Tag("Said again", "again", claim, "on the same occasion"),
    ]


def test_denials_relays_and_variants_do_not_begin_the_count_of_days_anew():
    claim = make_claim()
    say(claim, "The toll stays", "2023-05-17")
    say(claim, "It does not stay", "2023-05-18", stance=Stance.DENIES)
    say(claim, "She says that the toll stays", "2023-05-19", stance=Stance.RELAYS)
    say(claim, "The toll stays until June", "2023-05-20", likeness=Likeness.VARIANT)
    say(claim, "The toll stays", "2023-05-27")

    assert [(step.tag.label, step.tag.detail) for step in steps_of(claim)] == [
        ("First recorded", ""),
        ("Denied", ""),
        ("Relayed", ""),
        ("Variant", ""),
        ("Said again", "10 days later"),
    ]


def test_words_in_another_language_are_not_compared():
    claim = make_claim()
    say(claim, "The toll stays", "2023-05-17")
    say(claim, "Сбор остаётся", "2024-05-17", language="ru")

    assert [(step.wording, step.remark) for step in steps_of(claim)][1] == ([], "In another language than the last time.")


def test_a_second_page_begins_with_the_days_since_the_first():
    claim = make_claim()
    say(claim, "The toll stays", "2023-05-17")
    say(claim, "Never", "2023-05-20", stance=Stance.DENIES)
    say(claim, "The toll will stay", "2023-05-27")

    assert [(step.tag.label, step.tag.detail) for step in steps_of(claim, size=2, pages=2)] == [("Said again", "10 days later")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a b c", "a b c", [("same", "a b c")]),
        ("", "", []),
        (
            "The bridge costs us one cent",
            "We spend one cent",
            [("removed", "The bridge costs us"), ("added", "We spend"), ("same", "one cent")],
        ),
        # "it" stays between two changes and is too short to stand alone
        ("cars like it red", "boats love it blue", [("removed", "cars like it red"), ("added", "boats love it blue")]),
        ("up to ten", "up to twelve", [("same", "up to"), ("removed", "ten"), ("added", "twelve")]),
        ("so it is", "it is", [("removed", "so"), ("same", "it is")]),
    ],
)
def test_tidied_changes(old, new, expected):
    assert tidied(matching.changed_words(old, new)) == [Wording(*one) for one in expected]


@pytest.mark.parametrize("rows", [1, 3])
def test_a_trail_takes_the_same_queries_for_one_row_and_three(rows, django_assert_num_queries):
    claim = make_claim()
    for day in range(rows):
        say(claim, "The toll stays", f"2023-05-1{day}", occasion=make_occasion())

    with django_assert_num_queries(6):
        steps_of(claim)


def test_a_withdrawn_report_leaves_the_trail():
    claim = make_claim()
    kept = say(claim, "The toll stays", "2023-05-17")
    gone = say(claim, "It stays", "2024-05-17")
    publication.withdraw(gone, by=the_chief(), revision_class="retraction", reason="The source took it back.")

    assert [step.statement for step in steps_of(claim)] == [kept]


def test_outlet_of_each_report_is_at_hand():
    claim, outlet = make_claim(), make_outlet("Telexa")
    statement = make_public_statement(make_document(outlet=outlet), claims=[claim])

    assert [(step.statement, step.statement.document.outlet.name) for step in steps_of(claim)] == [(statement, "Telexa")]
