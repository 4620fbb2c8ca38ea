"""The day of a document that is entered or corrected later reaches its untouched drafts at once, and nothing that a person worked on."""

from datetime import date

import pytest

from archive import drafting, review
from archive.acts import record
from archive.doubts.statements import doubts_of
from archive.drafting import draft, redate
from archive.enums import Verb
from archive.models import Attribution, Document, Event, SpeakerRole, Statement
from tests import factories as make

pytestmark = pytest.mark.django_db
TEXT = """The bridge will be opened

“The bridge over the Veyra will be opened,” Anna Kovaleva said.

“It will be free for all on Friday,” Petr Orlov said on Monday.
"""
DAY, LATER = "2023-05-17", "2023-05-24"


def drafted(**fields) -> Document:
    document = make.make_document(TEXT, **fields)
    draft(document)
    return document


def days(document: Document) -> list[str]:
    return list(document.statements.order_by("start").values_list("said_on", flat=True))


def enter(document: Document, published: str = DAY):
    document.published = published
    document.save()
    return redate(document)


def test_day_that_is_entered_reaches_drafts_with_the_dates_they_mention():
    document = drafted()
    assert days(document) == ["", ""]

    redated = enter(document)

    first, second = document.statements.order_by("start")
    assert redated == ([first, second], [])
    assert [(one.said_on, one.said_rule, one.said_words, one.lock_version) for one in (first, second)] == [
        (DAY, "publication", "", 2), ("2023-05-15", "date beside the words", "Monday", 2),
    ]  # fmt: skip
    assert [date["edtf"] for date in second.mentioned] == ["2023-05-19"]
    told = Event.objects.filter(verb="drafted", object_id=second.pk).latest("id")
    assert (told.to_state, told.detail["instead_of"]) == ("draft", "")


def test_day_that_is_corrected_reaches_them_again_and_once():
    document = drafted(published=DAY)

    assert len(enter(document, LATER).changed) == 2
    assert enter(document, LATER) == ([], [])
    assert days(document) == [LATER, "2023-05-22"]


def test_what_a_person_worked_on_keeps_its_day_and_is_told():
    document = drafted(published=DAY)
    first, second = document.statements.order_by("start")
    Attribution.objects.filter(statement=first).update(speaker=make.make_speaker("Anna Kovaleva"))
    make.accept(first)
    record(Verb.EDITED, second, by=make.the_chief())

    assert enter(document, LATER) == ([], [first, second])
    assert days(document) == [DAY, "2023-05-15"]


def test_what_was_rejected_follows_untold_for_it_may_be_reopened():
    document = drafted(published=DAY)
    first, second = document.statements.order_by("start")
    review.reject(second, by=make.the_chief())

    assert enter(document, LATER) == ([first], [])

    review.reopen(second, by=make.the_chief())
    assert days(document) == [LATER, "2023-05-22"]


def test_what_was_rejected_after_somebody_worked_on_it_is_not_told():
    document = drafted(published=DAY)
    first, second = document.statements.order_by("start")
    record(Verb.EDITED, second, by=make.the_chief())
    review.reject(second, by=make.the_chief())

    assert enter(document, LATER) == ([first], [])
    assert days(document) == [LATER, "2023-05-15"]


def edited(statement: Statement) -> None:
    record(Verb.EDITED, statement, by=make.the_chief())


def translated(statement: Statement) -> None:
    make.make_statement(translation_of=statement)


@pytest.mark.parametrize("act", [make.accept, edited, translated])
def test_what_somebody_acts_on_just_before_it_is_held_keeps_its_day(act, monkeypatch):
    document = drafted(published=DAY)
    first, second = document.statements.order_by("start")
    hold = drafting.held_by_number

    def act_and_hold(table, numbers):
        numbers = set(numbers)
        act(first)
        return hold(table, numbers)

    monkeypatch.setattr(drafting, "held_by_number", act_and_hold)

    assert enter(document, LATER) == ([second], [first])
    assert days(document) == [DAY, "2023-05-22"]


def test_what_was_removed_just_before_it_is_held_is_not_missed(monkeypatch):
    document = drafted(published=DAY)
    first, second = document.statements.order_by("start")
    hold = drafting.held_by_number
    monkeypatch.setattr(drafting, "held_by_number", lambda table, numbers: (first.delete(), hold(table, list(numbers)))[1])

    assert enter(document, LATER) == ([second], [])


def test_text_of_the_document_is_read_once_for_all_of_its_drafts(django_assert_max_num_queries):
    words = "".join(f"“The bridge number {number} will be opened on Friday,” Anna Kovaleva said.\n\n" for number in range(12))
    document = make.make_document(words)
    draft(document)
    document.published = DAY
    document.save()

    with django_assert_max_num_queries(27) as asked:  # three of them for the links of all twelve events
        assert len(redate(document).changed) == 12

    assert not any('"raw"' in query["sql"] for query in asked.captured_queries)


def mayors(*terms: tuple[str, str]) -> list:
    """Speakers of one name, each mayor from one year until another."""
    speakers = [make.make_speaker("Anna Kovaleva", description=f"mayor from {since}") for since, _until in terms]
    for speaker, (since, until) in zip(speakers, terms, strict=True):
        SpeakerRole.objects.create(speaker=speaker, title="Mayor", since=since, until=until)
    return speakers


OF_THE_MAYOR = "The bridge\n\n“The bridge over the Veyra will be opened,” Mayor Anna Kovaleva said."


@pytest.mark.parametrize(
    ("before", "after", "first", "then"),
    [("2012-03-04", "2018-03-04", 0, 1), ("", "2012-03-04", None, 0), ("2018", "", 1, None), ("2012-03-04", "2013-03-04", 0, 0)],
)
def test_name_of_several_leads_to_who_held_the_role_on_the_new_day(before, after, first, then):
    speakers = dict(enumerate(mayors(("2010", "2015"), ("2016", "2020"))))
    document = make.make_document(OF_THE_MAYOR, published=before)
    draft(document)
    assert Attribution.objects.get().speaker == speakers.get(first)

    enter(document, after)

    assert Attribution.objects.get().speaker == speakers.get(then)


def test_name_that_leads_elsewhere_than_it_was_drafted_stays():
    other = make.make_speaker("Nora Pell")
    mayors(("2010", "2015"), ("2016", "2020"))
    document = make.make_document(OF_THE_MAYOR, published="2012-03-04")
    draft(document)
    Attribution.objects.update(speaker=other)

    assert len(enter(document, "2018-03-04").changed) == 1

    assert Attribution.objects.get().speaker == other


@pytest.mark.parametrize("published", ["2023-05-24~", "2023-05-24?", "2023-05-24/2023-05-25", "2023-05", "2023-05-24T15:44:00+03:00"])
def test_day_that_was_followed_is_not_doubted(published):
    document = drafted(published=DAY)
    first, _second = enter(document, published).changed

    assert "published-otherwise" not in {one.key for one in doubts_of(first, date(2024, 7, 1))}


def test_nobody_stands_twice_beside_the_same_words():
    first, second = mayors(("2010", "2015"), ("2016", "2020"))
    document = make.make_document(OF_THE_MAYOR, published="2012-03-04")
    (statement,) = draft(document)
    Attribution.objects.create(statement=statement, speaker=second, position=1)

    enter(document, "2018-03-04")

    assert [one.speaker for one in statement.attributions.all()] == [first, second]


def test_drafting_again_dates_drafts_as_well():
    document = drafted()
    Document.objects.update(published=DAY)

    assert draft(Document.objects.get()) == []

    assert days(document) == [DAY, "2023-05-15"]


def test_draft_that_is_read_no_more_is_left_alone():
    document = drafted(published=DAY)
    Statement.objects.filter(start=document.statements.earliest("start").start).update(start=0, end=3, text="The")

    assert len(enter(document, LATER).changed) == 1
    assert days(document) == [DAY, "2023-05-22"]


def test_draft_whose_words_are_read_in_a_longer_span_follows_with_the_dates_in_it():
    document = drafted(published=DAY)
    second = document.statements.latest("start")
    second.take_words(second.start, second.start + len("It will be free for all"))
    second.save()

    assert len(enter(document, LATER).changed) == 2

    second.refresh_from_db()
    assert (second.said_on, second.mentioned) == ("2023-05-22", [])


def test_day_that_a_person_typed_and_the_text_tells_too_is_not_told():
    document = drafted(published=DAY)
    first = document.statements.earliest("start")
    Attribution.objects.filter(statement=first).update(speaker=make.make_speaker("Anna Kovaleva"))
    make.accept(first)
    Statement.objects.filter(pk=first.pk).update(said_rule="entered by an editor")

    assert enter(document) == ([], [])
