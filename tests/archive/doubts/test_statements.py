"""Each rule tells what speaks against a statement, in a sentence, and is silent where nothing does."""

from datetime import date

import pytest

from archive.doubts.statements import doubts_of, doubts_of_words
from tests import factories as make

pytestmark = pytest.mark.django_db
CORRECTED = "Telexa corrected this report on 14 June 2018: 52.4 instead of 54.2."
TODAY = date(2024, 7, 1)
WORDS = "We will build the bridge."
TEXT = f"He said: “{WORDS}” Later: “{WORDS}” That was all."


def told(statement) -> list[tuple[str, str]]:
    return [(one.key, one.told) for one in doubts_of(statement, TODAY)]


def of_speaker_since(year):
    return make.make_statement(speakers=[make.make_speaker("Anna Holt", since=year)])


def of_outlet_since(year):
    return make.make_statement(make.make_document(outlet=make.make_outlet("Telexa", since=year)))


def published_on(day, said_on, **fields):
    return make.make_statement(make.make_document(published=day), said_on=said_on, **fields)


def corrected_by_its_outlet():
    document = make.make_document(outlet=make.make_outlet("Telexa"))
    make.make_notice(document, note="52.4 instead of 54.2")
    return make.make_statement(document)


@pytest.mark.parametrize(
    "make_one",
    [
        make.make_statement,
        lambda: make.make_statement(said_on=""),  # a person said that no date can be found
        lambda: make.make_statement(speakers=["a source in the ministry"]),
        lambda: of_speaker_since("2023"),
        lambda: of_speaker_since("1961"),
        lambda: of_outlet_since("2023-05"),
        lambda: published_on("2023-05-17T15:44:00+03:00", "2023-05-17"),
        lambda: published_on("2023-05-17T15:44:00+03:00", "2023-05-17", said_rule="publication"),
        lambda: published_on("2023-05-17~", "2023-05-17~", said_rule="publication"),
        lambda: published_on("2023-05-17?", "2023-05-17?", said_rule="publication"),
        lambda: published_on("2023-05-17%", "2023-05-17%", said_rule="publication"),
        lambda: published_on("2023-05-17/2023-05-18", "2023-05-17/2023-05-18", said_rule="publication"),
        lambda: published_on("2023-05", "2023-05", said_rule="publication"),
        lambda: published_on("2023-05-20", "2023-05-17", said_rule="heading"),
        lambda: published_on("2023-05-17", "2023"),
        lambda: published_on("2023-05", "2023-05-31"),
        lambda: make.make_statement(said_on="2024-07-01"),
        lambda: make.make_statement(said_on="2024"),
    ],
)
def test_good_statement_has_nothing_against_it(make_one):
    assert told(make_one()) == []


@pytest.mark.parametrize(
    ("make_one", "doubts"),
    [
        (lambda: make.make_statement(speakers=[]), [("no-speaker", "No speaker stands beside these words.")]),
        (corrected_by_its_outlet, [("source", CORRECTED)]),
        (lambda: make.make_statement(speakers=["he"]), [("no-speaker", "“he” names nobody. No speaker stands beside these words.")]),
        (lambda: make.make_statement(speakers=["Anna Holt"]), [("unknown-speaker", "“Anna Holt” leads to no speaker of the archive yet.")]),
        (
            lambda: make.make_statement(said_on="", undated=False),
            [("no-date", "It has no date, and nobody said that none can be found.")],
        ),
        (lambda: make.make_statement(said_on="2024-07-02"), [("in-the-future", "The day of saying is still to come: 2 July 2024.")]),
        (
            lambda: published_on("2023-05-17", "2023-05-18"),
            [("after-published", "Said on 18 May 2023, after the document was published (17 May 2023).")],
        ),
        (
            lambda: published_on("2023-05-20", "2023-05-17", said_rule="publication"),
            [("published-otherwise", "Its day (17 May 2023) was read as that of publication, which is another now (20 May 2023).")],
        ),
        (
            lambda: published_on("2023-05-17~", "2023-05-17", said_rule="publication"),
            [("published-otherwise", "Its day (17 May 2023) was read as that of publication, which is another now (about 17 May 2023).")],
        ),
        (lambda: of_speaker_since("2024"), [("before-speaker", "Said before the first year of Anna Holt (2024).")]),
        (lambda: of_outlet_since("2023-06"), [("before-outlet", "Said before the first year of Telexa (June 2023).")]),
    ],
)  # fmt: skip
def test_what_speaks_against_it_is_told(make_one, doubts):
    assert told(make_one()) == doubts


@pytest.mark.parametrize(("confidence", "is_asked"), [(0.72, True), (0.899, True), (0.9, False), (None, False)])
def test_speaker_of_whom_extraction_is_not_sure_is_told(confidence, is_asked):
    statement = make.make_statement(speakers=[make.make_speaker("Anna Holt")], confidence=confidence)

    doubts = [doubt for doubt in told(statement) if doubt[0] == "unsure-speaker"]

    sentence = f"Only {round(100 * (confidence or 0))} % sure: that it is Anna Holt who says this."
    assert doubts == ([("unsure-speaker", sentence)] if is_asked else [])
    assert "unsure-speaker" not in {one.key for one in doubts_of_words(statement, TODAY)}


@pytest.mark.parametrize(
    ("speaker", "is_told"),
    [("As", True), ("году Паулс", False), ("5 Minus", True), ("a source in the ministry", False), ("Nora Pell", False)],
)
def test_odd_name_that_leads_nowhere_is_told(speaker, is_told):
    doubts = [one for one in told(make.make_statement(speakers=[speaker])) if one[0] == "odd-name"]

    assert doubts == ([("odd-name", f"“{speaker}” does not look like the name of a person.")] if is_told else [])


@pytest.mark.parametrize(("name", "kind", "is_told"), [("As", "person", True), ("году Паулс", "person", True), ("G 20", "body", False)])
def test_odd_name_of_a_known_person_is_told(name, kind, is_told):
    statement = make.make_statement(speakers=[make.make_speaker(name, kind=kind)])

    assert ([one[0] for one in told(statement)] == ["odd-name"]) == is_told


def test_draft_may_lack_speaker_and_date():
    statement = make.make_statement(speakers=[], said_on="", undated=False)

    assert doubts_of_words(statement, TODAY) == []


def test_span_is_looked_at():
    statement = make.make_statement(make.make_document(TEXT), "will build")

    assert told(statement) == []
    assert [key for key, _ in told(make.make_statement(make.make_document(TEXT), "ill build"))] == ["mid-word"]


def test_words_of_another_statement_are_told_with_it():
    document = make.make_document(TEXT)
    known = make.make_accepted_statement(document, WORDS)
    other_place = make.make_statement(document, WORDS, after=known.end)
    over = make.make_statement(document, "build the bridge")

    (doubt,) = doubts_of(over, TODAY)

    assert (doubt.key, doubt.told, doubt.about) == ("same-words", f"A statement has these words already: “{WORDS}”.", known)
    assert told(other_place) == []


def test_words_that_are_a_statement_of_another_capture_are_told():
    first = make.make_document(TEXT)
    second = make.make_document(f"Updated.\n{TEXT}", article=first.article)
    known = make.make_statement(first, WORDS)

    (doubt,) = doubts_of(make.make_statement(second, WORDS), TODAY)

    assert (doubt.told, doubt.about) == (
        f"A statement of another capture of the article has these words already: “{WORDS}”.",
        known,
    )


def test_what_became_of_the_other_is_no_new_doubt():
    first = make.make_statement()
    second = make.make_statement(first.document, words=first.text[:-1])
    before = {one.seen for one in doubts_of(second, TODAY)}

    make.accept(first)

    assert {one.seen for one in doubts_of(second, TODAY)} == before


def test_rejected_statements_and_other_articles_do_not_count():
    document = make.make_document(TEXT)
    make.make_rejected_statement(document, WORDS)
    make.make_statement(make.make_document(TEXT), WORDS)

    assert told(make.make_statement(document, "We will build")) == []
