"""Nearly the same words of one speaker within days are asked about, with reasons; nothing else is."""

import pytest

from archive import linking
from archive.models import OccasionSuggestion, Statement
from tests import factories as make

pytestmark = pytest.mark.django_db
WORDS = "No state may strengthen its own security at the cost of another state, he told reporters."
ALIKE = "No state may strengthen its security at the cost of another state, he told the reporters."


@pytest.fixture
def speaker():
    return make.make_speaker("Pavel Lorne")


def say(words: str = WORDS, said_on: str = "2023-05-17", *, published: str = "", speakers=(), **fields) -> Statement:
    document = fields.pop("document", None) or make.make_document(f"“{words}” Day {next(make.numbers)}.", published=published)
    return make.make_accepted_statement(document, words, said_on=said_on, speakers=speakers, **fields)


def asked(*statements: Statement) -> list[tuple]:
    linking.suggest(statements)
    rows = OccasionSuggestion.objects.open().values_list("statement", "other", "reasons")
    return [(one, other, list(reasons)) for one, other, reasons in rows]


def test_repeat_within_days_is_asked_about_with_reasons(speaker):
    one, two = say(speakers=[speaker]), say(ALIKE, "2023-05-19", speakers=[speaker])

    days = "they were said 2 days apart: 17 May 2023, 19 May 2023"
    expected = (two.pk, one.pk, ["15 of 16 words are the same", "both are words of Pavel Lorne", days])
    assert asked(one) == [expected]
    assert asked(one, two) == [expected]


@pytest.mark.parametrize(
    ("said_on", "published", "reason"),
    [
        ("2023-05-17", "", "both were said on 17 May 2023"),
        ("2023-05-18", "", "they were said 1 day apart: 17 May 2023, 18 May 2023"),
        ("2023-05", "", "both may have been said on one day: May 2023, 17 May 2023"),
        ("2023-05-21", "", None),
        ("2022", "", None),
        ("", "2023-05-17", "both were published on 17 May 2023"),
        ("", "2023-05-30", None),
        ("", "", None),
    ],
)
def test_days_between_two_reports(speaker, said_on, published, reason):
    one = say(speakers=[speaker], published="2023-05-17")
    two = say(said_on=said_on, published=published, speakers=[speaker])

    assert [reasons[2] for *_, reasons in asked(one, two)] == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("ours", "theirs", "reason"),
    [
        (["Anna Kovaleva"], ["anna kovaleva"], None),  # in small letters it may be anything
        (["Anna Kovaleva"], ["Anna Kovaleva", "Pavel Lorne"], "both are words of Anna Kovaleva"),
        (["a source"], ["a source"], None),
        (["Anna Kovaleva"], ["Pavel Lorne"], None),
        ([], [], None),
    ],
)
def test_speakers_of_two_reports(ours, theirs, reason):
    one, two = say(speakers=ours), say(speakers=theirs)

    assert [reasons[1] for *_, reasons in asked(one, two)] == ([reason] if reason else [])


def test_copies_are_asked_about_without_a_date(speaker):
    first = say("One " + WORDS, speakers=[speaker], said_on="")
    copy = make.make_document(f"“One {WORDS}” Copied.", wire_copy_of=first.document)
    again = make.make_document(f"“One {WORDS}” Captured again.", article=first.document.article)
    copied, captured = (say("One " + WORDS, said_on="", speakers=[speaker], document=document) for document in (copy, again))

    assert [(one, other, reasons[2]) for one, other, reasons in asked(first)] == [
        (copied.pk, first.pk, "one document is marked as the same text as the other"),
        (captured.pk, first.pk, "both documents are captures of one article"),
    ]


def of_one_occasion(one, two):
    occasion = make.make_occasion()
    Statement.objects.filter(pk__in=[one.pk, two.pk]).update(occasion=occasion)


def of_one_occasion_by_its_original(one, two):
    original = say("Ни одно государство не вправе укреплять свою безопасность.", occasion=make.make_occasion())
    Statement.objects.filter(pk=one.pk).update(translation_of=original)
    Statement.objects.filter(pk=two.pk).update(occasion=original.occasion)


def translation(one, two):
    Statement.objects.filter(pk=two.pk).update(translation_of=one)


def translations_of_one(one, two):
    original = say("Ни одно государство не вправе укреплять свою безопасность.")
    Statement.objects.filter(pk__in=[one.pk, two.pk]).update(translation_of=original)


def rejected(one, two):
    Statement.objects.filter(pk=two.pk).update(status="rejected", accepted_by=None)


@pytest.mark.parametrize("known", [of_one_occasion, of_one_occasion_by_its_original, translation, translations_of_one, rejected])
@pytest.mark.parametrize("when", ["before", "after"])
def test_what_is_one_saying_already_is_not_asked_about(speaker, known, when):
    one, two = say(speakers=[speaker]), say(ALIKE, speakers=[speaker])
    if when == "after":
        assert asked(two)

    known(one, two)

    assert asked(*Statement.objects.accepted().filter(language="en", pk__in=[one.pk, two.pk])) == []


def test_question_goes_when_the_date_is_put_right(speaker):
    one, two = say(speakers=[speaker]), say(ALIKE, speakers=[speaker])
    assert asked(two)
    Statement.objects.filter(pk=one.pk).update(said_on="2019-05-17", said_earliest="2019-05-17", said_latest="2019-05-17")

    assert asked(Statement.objects.get(pk=one.pk)) == []
