"""What may be a translation is proposed once, across languages alone, and is told by whoever marks it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive import linking, matching, review
from archive.enums import Answer
from archive.linking.judgements import judge_suggestion
from archive.linking.translations import LABEL, finding, translations
from archive.models import Statement, Suggestion
from tests import factories as make

pytestmark = pytest.mark.django_db
RUSSIAN = "Паром «Крачка» перевёз в Дороховск за июнь сорок тысяч человек. Это на 14 % больше, чем в прошлом году."
ENGLISH = "In June the ferry Krachka took forty thousand people to Dorokhovsk. That is 14 percent more than the year before."
UKRAINIAN = "Пором «Крачка» перевіз до Дороховська за червень сорок тисяч людей. Це на 14 % більше, ніж торік."
ELSE = "The library of Dorokhovsk has lent books to ninety thousand readers who live on the other bank of the river."
PRINTED = {"ru": "Ольга Воронцова", "en": "Olga Vorontsova", "uk": "Ольга Воронцова"}


def say(words: str, language: str, **fields) -> Statement:
    return make.make_accepted_statement(
        words=words, language=language, **{"speakers": [PRINTED[language[:2]]], "said_on": "2031-07-02"} | fields
    )


def suggest_all() -> list[Suggestion]:
    linking.suggest(Statement.objects.accepted().order_by("pk"))
    return list(Suggestion.objects.filter(label=LABEL).order_by("pk"))


def pairs() -> set[frozenset[int]]:
    return {frozenset([one.passage.statement_id, one.other.statement_id]) for one in suggest_all()}


def test_translation_is_proposed_with_reasons_and_is_no_more_than_possible():
    original, translated = say(RUSSIAN, "ru"), say(ENGLISH, "en", said_on="2031-07-03")
    say(ELSE, "en")

    (found,) = suggest_all()

    assert (found.passage.statement, found.other.statement) == (translated, original)
    assert (found.band, found.status, found.rank) == ("possible", "open", 1)
    assert (found.method, found.version) == (matching.ENGINE_METHOD, matching.ENGINE_VERSION)
    assert (found.passage.text, found.other.text) == (ENGLISH.split(". ", maxsplit=1)[0] + ".", RUSSIAN.split(". ", maxsplit=1)[0] + ".")
    assert found.reasons == [
        "may be a translation: both name 'Krachka', 'Dorokhovsk'",
        "both have 'forty thousand', '14 percent'",
        "said by the same speaker, a day apart",
    ]


def test_proposing_again_from_either_side_makes_the_same_rows():
    original, translated = say(RUSSIAN, "ru"), say(ENGLISH, "en-GB")
    linking.suggest([original])
    before = list(Suggestion.objects.values())

    linking.suggest([translated])

    assert len(before) == 1
    assert list(Suggestion.objects.values()) == before


def test_three_languages_are_asked_of_each_other():
    rows = [say(RUSSIAN, "ru"), say(ENGLISH, "en"), say(UKRAINIAN, "uk")]

    assert pairs() == {frozenset([one.pk, other.pk]) for one in rows for other in rows if one != other}


def test_resolved_speakers_and_one_occasion_make_it_likelier():
    speaker, occasion = make.make_speaker("Olga Vorontsova"), make.make_occasion()
    shared = {"speakers": [speaker], "occasion": occasion}
    original, translated = say(RUSSIAN, "ru", **shared), say(ENGLISH, "en", **shared)
    say(UKRAINIAN, "uk", speakers=["source in the port"], said_on="")

    found = suggest_all()

    assert {frozenset([found[0].passage.statement, found[0].other.statement])} == {frozenset([original, translated])}
    assert found[0].reasons[-1] == "said by the same speaker, on one occasion"
    assert all(not reason.startswith("said ") for one in found[1:] for reason in one.reasons)
    assert all(one.score < found[0].score for one in found[1:])


APART = {
    "language is unknown": {"language": ""},
    "language is not read": {"language": "de"},
    "in the same language": {"language": "ru"},
    "held otherwise": {"force": "denied"},
}


@pytest.mark.parametrize("fields", APART.values(), ids=APART)
def test_nothing_is_proposed(fields):
    say(RUSSIAN, "ru")
    make.make_accepted_statement(words=ENGLISH, speakers=["Olga Vorontsova"], said_on="2031-07-02", **{"language": "en"} | fields)

    assert pairs() == set()


def test_nothing_is_proposed_of_one_document_or_where_neither_name_nor_number_is_shared():
    document = make.make_document(f"{RUSSIAN} {ENGLISH}")
    make.make_accepted_statement(document, RUSSIAN, language="ru")
    make.make_accepted_statement(document, ENGLISH, language="en")
    say("В долине поют птицы, и крестьяне довольны всем.", "ru")
    say("Birds are singing in the valley, and the farmers are content with everything.", "en")
    say("Нет.", "ru")

    assert pairs() == set()


def test_marked_translation_is_not_proposed_any_more_and_the_open_question_closes():
    original, translated = say(RUSSIAN, "ru"), say(ENGLISH, "en")
    (found,) = suggest_all()

    review.mark_translation(translated, original, by=make.the_chief())

    found.refresh_from_db()
    assert found.status == "settled"
    assert translations(Statement.objects.get(pk=translated.pk), list(translated.passages.all()), 4) == []


def test_judged_pair_is_not_asked_again():
    say(RUSSIAN, "ru"), say(ENGLISH, "en")
    (found,) = suggest_all()
    judge_suggestion(found, Answer.DIFFERENT, by=make.the_chief())

    suggest_all()

    assert [one.status for one in Suggestion.objects.all()] == ["judged"]


def test_names_that_stand_everywhere_are_not_looked_up(monkeypatch):
    say(RUSSIAN, "ru"), say(ENGLISH, "en")
    monkeypatch.setattr(finding, "POSTINGS_BUDGET", 0)

    assert pairs() == set()


def test_another_proposal_costs_one_query():
    asked = say(RUSSIAN, "ru")
    say(ENGLISH, "en")
    passages = list(asked.passages.order_by("start"))
    with CaptureQueriesContext(connection) as one:
        translations(asked, passages, 2)
    for _ in range(3):
        say(ENGLISH, "en", said_on="2033")
    with CaptureQueriesContext(connection) as many:
        translations(asked, passages, 8)

    assert len(many) == len(one) + 2
