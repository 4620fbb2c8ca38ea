"""A claim's sayings as its page shows them."""

import pytest
from django.utils import translation

from archive import publication
from archive.enums import Likeness, Stance
from archive.models import Claim, Statement
from tests.factories import (
    make_accepted_statement,
    make_claim,
    make_document,
    make_occasion,
    make_occurrence,
    make_outlet,
    make_public_statement,
    make_speaker,
    the_chief,
)
from timeline.lists.named import ClaimName
from timeline.lists.occurrences import Occurrences
from timeline.lists.paging import OLDEST_FIRST, page_of
from timeline.record.comparing import Wording
from timeline.record.reports_of_claims import Report
from timeline.record.trails import Step, first_appearance, page_at, trail
from timeline.said_again import Tag

pytestmark = pytest.mark.django_db


def steps_of(claim: Claim, size: int = 50, pages: int = 1) -> list[Step]:
    """The steps on the last of so many pages."""
    cursor = ""
    for _ in range(pages):
        page = page_of(Occurrences(claim.pk), OLDEST_FIRST, cursor=cursor, size=size)
        cursor = page.next
    return trail(page, Occurrences(claim.pk)).steps


def say(
    claim: Claim, words: str, said_on: str, *, stance: str = Stance.ASSERTS, likeness: str = Likeness.PARAPHRASE, **fields
) -> Statement:
    statement = make_accepted_statement(make_document(f"“{words}”, she said."), words, said_on=said_on, **fields)
    make_occurrence(statement, claim, stance=stance, likeness=likeness)
    return publication.publish(statement, by=the_chief())


def compared(step: Step) -> tuple[Statement, list[Wording], str] | None:
    found = step.compared
    return found and (statement_of(found.report), list(found.wording), found.remark)


def statement_of(report: Report) -> Statement:
    return Statement.objects.get(public_id=report.public_id)


def tag_of(label: str, tone: str, claim: Claim, detail: str = "") -> Tag:
    return Tag(label, tone, ClaimName(claim.slug, claim.text), detail)


def test_each_step_tells_the_days_and_the_words_since_the_entry_before():
    claim = make_claim()
    first = say(claim, "The toll stays for ever", "2023-05-17")
    second = say(claim, "The toll stays for ever", "2023-06")
    say(claim, "The toll will stay for ever", "2024-06-24")

    assert [(step.tag, compared(step)) for step in steps_of(claim)] == [
        (tag_of("First recorded", "first", claim), None),
        (tag_of("Said again", "again", claim, "15 to 44 days later"), (first, [], "in the same words")),
        (
            tag_of("Said again", "again", claim, "360 to 389 days later"),
            (
                second,
                [Wording("same", "The toll"), Wording("removed", "stays"), Wording("added", "will stay"), Wording("same", "for ever")],
                "",
            ),
        ),
    ]


@pytest.mark.parametrize("likeness", Likeness)
def test_words_are_compared_with_those_before_them_of_whatever_likeness(likeness):
    claim = make_claim()
    say(claim, "Turnout was 51 percent", "2018-06-01")
    before = say(claim, "Turnout was 52.4 percent", "2018-06-11", likeness=likeness)
    say(claim, "Never", "2018-06-12", stance=Stance.DENIES)
    say(claim, "Turnout was 54.2 percent", "2018-06-14", likeness=Likeness.VARIANT)

    *_, last = steps_of(claim)

    changed = [Wording("same", "Turnout was"), Wording("removed", "52.4"), Wording("added", "54.2"), Wording("same", "percent")]
    assert compared(last) == (before, changed, "")


def test_an_answer_in_a_few_words_is_not_shown_as_a_difference():
    claim = make_claim()
    first = say(claim, "The airport will open in 2022", "2020-09-16", likeness=Likeness.VARIANT)
    answer = say(claim, "In 2024", "2022-10-27", likeness=Likeness.VARIANT)
    say(claim, "The airport will open in 2024", "2023-12-18", likeness=Likeness.VARIANT)

    assert [compared(step) for step in steps_of(claim)][1:] == [
        (first, [], "this is a short answer and no sentence by itself, so no words are compared"),
        (answer, [], "that was a short answer and no sentence by itself, so no words are compared"),
    ]


def test_reports_of_one_occasion_are_one_step():
    claim, speaker, occasion = make_claim(), make_speaker(), make_occasion()
    first = say(claim, "The toll stays", "2023-05-17", speakers=[speaker], occasion=occasion)
    second = say(claim, "Сбор остаётся", "2023-05-17", speakers=[speaker], occasion=occasion, language="ru")

    assert [(statement_of(step.lead), [statement_of(one) for one in step.reports]) for step in steps_of(claim)] == [(first, [second])]


def test_two_passages_of_one_article_are_no_other_report():
    claim, speaker, occasion = make_claim(), make_speaker(), make_occasion()
    document = make_document("Toll stays. “The toll stays for ever,” she said.")
    said = {"said_on": "2023-05-17", "speakers": [speaker], "occasion": occasion, "claims": [claim]}
    make_public_statement(document, "Toll stays.", **said)
    again = make_public_statement(document, "The toll stays for ever", **said)
    other = make_public_statement(**said)

    (step,) = steps_of(claim)

    assert [statement_of(one) for one in step.repeats] == [again]
    assert [[statement_of(one) for one in reports] for reports in step.elsewhere] == [[other]]


def test_an_article_that_says_it_twice_is_named_once(client):
    claim, speaker, occasion = make_claim(), make_speaker(), make_occasion()
    document = make_document("Toll stays. “The toll stays for ever,” she said.", outlet=make_outlet("Harbour Gazette"))
    said = {"said_on": "2023-05-17", "speakers": [speaker], "occasion": occasion, "claims": [claim]}
    make_public_statement(**said)
    twice = [make_public_statement(document, words, **said) for words in ("Toll stays.", "The toll stays for ever")]

    (step,) = steps_of(claim)
    page = client.get(claim.get_absolute_url()).content.decode()

    assert [[statement_of(one) for one in reports] for reports in step.elsewhere] == [twice]
    assert page.count(">Harbour Gazette<") == 1
    assert [page.count(f'id="s-{one.public_id}"') for one in twice] == [1, 1]


def test_another_speaker_on_the_same_occasion_is_a_step_but_no_new_saying():
    claim, occasion = make_claim(), make_occasion()
    say(claim, "The toll stays", "2023-05-17", occasion=occasion)
    say(claim, "It stays", "2023-05-17", occasion=occasion)

    assert [step.tag for step in steps_of(claim)] == [
        tag_of("First recorded", "first", claim),
        tag_of("Said again", "again", claim, "on the same occasion"),
    ]


def test_days_are_counted_between_any_two_entries_shown():
    claim = make_claim("The toll stays.")
    say(claim, "The toll stays", "2023-05-17")
    say(claim, "It does not stay", "2023-05-18", stance=Stance.DENIES)
    say(claim, "She says that the toll stays", "2023-05-20", stance=Stance.RELAYS)
    say(claim, "The toll stays until June", "2023-05-23", likeness=Likeness.VARIANT)
    say(claim, "The toll stays", "2023-05-27")

    assert [(step.tag.label, step.tag.detail) for step in steps_of(claim)] == [
        ("First recorded", ""),
        ("Denied", "1 day later"),
        ("Reports another’s words", "2 days after a denial"),
        ("Says it otherwise", "3 days after a report of another’s words"),
        ("Said again", "4 days after words that say it otherwise"),
    ]


def test_words_in_another_language_are_not_compared():
    claim = make_claim()
    first = say(claim, "The toll stays", "2023-05-17")
    say(claim, "Сбор остаётся", "2024-05-17", language="ru")

    assert compared(steps_of(claim)[1]) == (first, [], "in another language")


def test_a_second_page_begins_with_the_days_and_words_since_the_first():
    claim = make_claim()
    first = say(claim, "The toll stays", "2023-05-17")
    say(claim, "Never", "2023-05-20", stance=Stance.DENIES)
    say(claim, "The toll stays", "2023-05-27")

    (step,) = steps_of(claim, size=2, pages=2)

    assert (step.tag.label, step.tag.detail, compared(step)) == (
        "Said again",
        "7 days after a denial",
        (first, [], "in the same words"),
    )
    assert step.compared.url == f"/claims/{claim.slug}/?at={first.public_id}#s-{first.public_id}"


def test_what_is_compared_is_named_by_its_anchor_where_it_stands_on_the_same_page():
    claim = make_claim()
    first = say(claim, "The toll stays", "2023-05-17")
    say(claim, "The toll stays", "2023-05-27")

    assert steps_of(claim)[1].compared.url == f"#s-{first.public_id}"


def test_each_statement_has_one_anchor():
    claim, speaker, occasion = make_claim(), make_speaker(), make_occasion()
    said = {"said_on": "2023-05-17", "speakers": [speaker], "occasion": occasion}
    twice = make_public_statement(make_document("The toll stays, it stays."), **said)
    other = make_public_statement(**said)
    links = [make_occurrence(twice, claim, words) for words in ("The toll stays", "it stays")] + [make_occurrence(other, claim)]
    for link in links:
        publication.publish(link, by=the_chief())

    (step,) = steps_of(claim)

    assert step.anchors == {links[0].pk, links[2].pk}


def test_a_page_holds_the_statement_that_its_address_names():
    claim = make_claim()
    said = [say(claim, f"The toll stays {day}", f"2023-05-1{day}") for day in range(5)]
    rows = Occurrences(claim.pk)
    first = page_of(rows, OLDEST_FIRST, size=2)

    def statements(public_id: str) -> list[Statement]:
        return [Statement.objects.get(pk=row.statement) for row in page_at(rows, public_id, first).rows]

    assert [statements(one.public_id)[0] for one in said] == [said[0], said[0], *said[2:]]
    assert [statements(unknown) for unknown in ("nobody", "\x00", f"{said[4].public_id}\x00", "a b")] == [said[:2]] * 4


def test_the_first_appearance_is_the_first_saying():
    claim = make_claim()
    say(claim, "The toll never stayed", "2020-05-17", stance=Stance.DENIES)
    say(claim, "The toll stays at times", "2021-05-17", likeness=Likeness.NARROWER)
    first = say(claim, "The toll stays", "2023-05-17")

    assert first_appearance(claim.pk)["id"] == first.public_id


def test_what_was_never_said_in_so_many_words_appears_first_otherwise():
    claim = make_claim()
    say(claim, "The toll never stayed", "2020-05-17", stance=Stance.DENIES)

    assert first_appearance(claim.pk) is None

    narrower = say(claim, "The toll stays at times", "2021-05-17", likeness=Likeness.NARROWER)

    assert first_appearance(claim.pk)["id"] == narrower.public_id


@pytest.mark.parametrize("rows", [1, 3])
def test_a_trail_takes_the_same_queries_for_one_row_and_three(rows, django_assert_num_queries):
    claim = make_claim()
    for day in range(rows):
        say(claim, "The toll stays", f"2023-05-1{day}", occasion=make_occasion())

    with django_assert_num_queries(5):
        steps_of(claim)


def test_a_withdrawn_report_leaves_the_trail():
    claim = make_claim()
    kept = say(claim, "The toll stays", "2023-05-17")
    gone = say(claim, "It stays", "2024-05-17")
    publication.withdraw(gone, by=the_chief(), revision_class="retraction", reason="The source took it back.")

    assert [statement_of(step.lead) for step in steps_of(claim)] == [kept]


def test_outlet_of_each_report_is_at_hand():
    claim, outlet = make_claim(), make_outlet("Telexa")
    statement = make_public_statement(make_document(outlet=outlet), claims=[claim])

    assert [(statement_of(step.lead), step.lead.source.outlet) for step in steps_of(claim)] == [(statement, "Telexa")]


def test_a_page_is_put_together_once_as_long_as_all_that_it_tells_is_the_same():
    claim, speaker = make_claim(), make_speaker("Ada Moreau")
    say(claim, "The toll stays", "2023-05-17", speakers=[speaker])

    (first,), (same,) = steps_of(claim), steps_of(claim)
    with translation.override("ru"):
        (in_russian,) = steps_of(claim)
    publication.correct(speaker, by=the_chief(), changes={"name": "Ada Marsh"}, revision_class="typo", reason="Her name.")
    (renamed,) = steps_of(claim)

    assert (same is first, in_russian is first) == (True, False)
    assert [one.lead.voices[0].name for one in (first, renamed)] == ["Ada Moreau", "Ada Marsh"]
