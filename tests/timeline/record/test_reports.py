"""Who else reported a statement."""

from functools import partial

import pytest

from archive import publication
from archive.models import Document, Statement
from tests.between import before_reading
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
from timeline.record.reports import Translation, other_reports, translations
from timeline.record.single import statement_of

pytestmark = pytest.mark.django_db


def reports(statement: Statement) -> list[Document]:
    row = statement_of(statement.public_id)
    found = [one.pk for one in other_reports(row, translations(row))]
    return sorted(Document.objects.filter(pk__in=found), key=lambda one: found.index(one.pk))


def say(words: str, **fields) -> Statement:
    return make_public_statement(make_document(f"“{words},” she said."), words, **fields)


def test_other_words_of_the_occasion_are_no_report():
    said = {"occasion": make_occasion(), "speakers": [make_speaker()]}
    one = say("The toll stays for ever", **said)
    say("The bridge opens in May", **said)

    assert reports(one) == []


@pytest.mark.parametrize("words", ["“the toll stays, for ever”", "I say it once more: the toll stays for ever, and so do I"])
def test_the_same_words_are_a_report(words):
    said = {"occasion": make_occasion(), "speakers": [make_speaker()]}
    one, other = say("The toll stays for ever", **said), say(words, **said)

    assert reports(one) == [other.document]
    assert reports(other) == [one.document]


def test_the_same_claim_in_other_words_is_a_report():
    claim = make_claim()
    said = {"occasion": make_occasion(), "speakers": [make_speaker()]}
    one, other = say("The toll stays", **said, claims=[claim]), say("We keep it", **said, claims=[claim])
    denial = say("It goes", **said)
    publication.publish(make_occurrence(denial, claim, stance="denies"), by=the_chief())

    assert reports(one) == [other.document]
    assert reports(denial) == []


def test_another_speaker_of_the_occasion_is_no_report():
    claim, occasion = make_claim(), make_occasion()
    one, _ = (say("The toll stays", occasion=occasion, claims=[claim]) for _ in range(2))

    assert reports(one) == []


def test_an_unnamed_source_is_told_by_how_it_is_printed():
    occasion = make_occasion()
    one, other = (say("The toll stays for ever", occasion=occasion, speakers=["a source"]) for _ in range(2))

    assert reports(one) == [other.document]


def test_translations_are_reports_on_whatever_occasion():
    one = say("Сбор остаётся", language="ru")
    other = say("The toll stays", translation_of=one)

    assert (reports(one), reports(other)) == ([other.document], [one.document])


def test_a_translation_is_told_by_its_outlet_and_language():
    one = say("Сбор остаётся", language="ru", force="denied")
    other = say("The toll stays", translation_of=one)
    third = say("Мыта застаецца", translation_of=one, language="be")

    assert translations(one) == [
        Translation(
            f"/statements/{row.public_id}/", row.text, "asserted", row.language, row.document_id, row.document.outlet.name, (), False
        )
        for row in (other, third)
    ]
    assert [(found.text, found.is_original, found.force) for found in translations(third)] == [
        ("Сбор остаётся", True, "denied"), ("The toll stays", False, "asserted"),
    ]  # fmt: skip


def test_a_translation_that_is_withdrawn_while_it_is_read_is_left_out():
    one = say("Сбор остаётся", language="ru")
    gone, other = say("The toll stays", translation_of=one), say("Мыта застаецца", translation_of=one, language="be")
    act = partial(publication.withdraw, gone, by=the_chief(), revision_class="retraction", reason="It was misread.")

    with before_reading("FROM archive_entry", act):
        found = translations(one)

    assert [told.text for told in found] == [other.text]


@pytest.mark.parametrize("words", ["100 % of it", "a_b stays", "back\\slash stays"])
def test_signs_of_a_pattern_are_words(words):
    wire = make_document(f"“{words},” she said.")
    one = make_public_statement(wire, words)
    other = make_document(f"“{words.replace('%', 'per cent').replace('_', ' ').replace(chr(92), '')},” she said.", wire_copy_of=wire)
    make_public_statement(other, "she said")

    assert reports(one) == []


def test_a_wire_copy_is_a_report_as_far_as_it_has_the_words():
    text = "“The toll stays for ever,” she said. “It is cheap.”"
    wire = make_document(text)
    one = make_public_statement(wire, "The toll stays for ever")
    copy = make_document(text, outlet=make_outlet(), wire_copy_of=wire)
    make_public_statement(copy, "It is cheap")
    short = make_document("“It is cheap,” she said.", wire_copy_of=wire)
    make_public_statement(short, "It is cheap")

    assert reports(one) == [copy]


def test_what_is_not_public_reports_nothing():
    said = {"occasion": make_occasion(), "speakers": [make_speaker()]}
    one, other = (say("The toll stays for ever", **said) for _ in range(2))
    publication.withdraw(other, by=the_chief(), revision_class="retraction", reason="It was taken back.")

    assert reports(one) == []
