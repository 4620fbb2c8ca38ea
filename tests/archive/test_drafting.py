"""Drafts come from extraction, once, and what a person judged is never touched."""

from datetime import UTC, datetime

import pytest

from archive import publication, review
from archive.acts import record
from archive.drafting import draft, lacks_labels
from archive.enums import Force, Verb
from archive.models import Attribution, Event, Speaker, SpeakerAlias, SpeakerRole, Statement
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 1, 12, tzinfo=UTC)
TEXT = """The bridge will be opened

17 May 2023, 15:44
VALMERE, 17 May (Coastal News) - The bridge over the Veyra will be opened in the spring, Transport Minister Anna Kovaleva said on Wednesday.

"We will open the bridge in the spring," Kovaleva said at a press conference in Valmere. "Not a day later will it be."
"""
FIRST = "The bridge over the Veyra will be opened in the spring"
SECOND = "We will open the bridge in the spring"
THIRD = "Not a day later will it be."


@pytest.fixture
def document():
    return make.make_document(TEXT, published="2023-05-17T15:44:00+03:00")


def test_statements_are_drafted_with_words_span_and_date(document):
    made = draft(document)

    kept = list(Statement.objects.order_by("start"))
    assert made == kept
    assert [one.text for one in kept] == [FIRST, SECOND, THIRD]
    assert all(document.text[one.start : one.end] == one.text for one in kept)
    assert [(one.kind, one.said_on, one.status, one.language) for one in kept] == [
        ("indirect", "2023-05-17", "draft", "en"), ("direct", "2023-05-17", "draft", "en"), ("direct", "2023-05-17", "draft", "en"),
    ]  # fmt: skip
    assert all(one.said_words and one.said_rule and one.method and 0 < one.confidence <= 1 for one in kept)
    assert kept[1].prefix.endswith('\n\n"')
    assert kept[1].suffix.startswith(',"')
    assert (kept[1].occasion, kept[1].place_proposed) == (None, "Valmere")
    assert kept[1].mentioned[0]["text"] == "the spring"


def test_speaker_stands_as_printed_where_nobody_of_the_name_is_known(document):
    draft(document)

    attributions = [one.attributions.get() for one in Statement.objects.all()]
    assert {(one.speaker, one.name, one.role) for one in attributions} == {(None, "Anna Kovaleva", "Transport Minister")}
    assert "Kovaleva" in TEXT[attributions[0].start : attributions[0].end]
    assert not Speaker.objects.exists()


def test_role_that_the_printed_name_holds_stays_empty():
    text = "A note\n17 May 2023\n\nA hydrologist of the Inner Sea Council said that the water had fallen by a third since March."
    draft(make.make_document(text))

    (said,) = Attribution.objects.all()
    assert (said.name, said.role) == ("A hydrologist of the Inner Sea Council", "")


def test_speaker_of_that_name_or_alias_is_taken(document):
    speaker = make.make_speaker("Hanna Kavalyova")
    SpeakerAlias.objects.create(speaker=speaker, name="ANNA KOVALEVA")

    draft(document)

    assert {one.attributions.get().speaker for one in Statement.objects.all()} == {speaker}


def test_of_two_speakers_of_one_name_none_is_guessed(document):
    make.make_speaker("Anna Kovaleva")
    make.make_speaker("Anna Kovaleva", description="economist")

    draft(document)

    assert {one.attributions.get().speaker for one in Statement.objects.all()} == {None}


def test_of_two_speakers_of_one_name_the_one_in_the_printed_role_is_taken(document):
    minister = make.make_speaker("Anna Kovaleva")
    SpeakerRole.objects.create(speaker=minister, title="Transport Minister of Veldania", since="2021")
    make.make_speaker("Anna Kovaleva", description="economist")

    draft(document)

    assert {one.attributions.get().speaker for one in Statement.objects.all()} == {minister}


def test_name_in_another_spelling_is_left_to_a_person(document):
    make.make_speaker("Анна Ковалёва")

    draft(document)

    assert {one.attributions.get().speaker for one in Statement.objects.all()} == {None}


def test_date_that_an_editor_put_right_goes_before_the_one_in_the_text():
    document = make.make_document(
        "The bridge\n\n17 May 2023, 15:44\n\nAnna Kovaleva said on Monday that the bridge is safe.", published="2023-06-21"
    )

    statement = draft(document)[0]

    assert statement.said_on == "2023-06-19"


def test_title_of_the_document_tells_the_full_name_of_a_speaker():
    document = make.make_document("Ms Kovaleva noted that the bridge is safe.", title="Mayor Anna Kovaleva Opens The Bridge")

    (statement,) = draft(document)

    assert [one.name for one in statement.attributions.all()] == ["Anna Kovaleva"]


def test_events_say_who_drafted(document):
    by = make.make_user("editor")

    draft(document, by=by, at=AT)

    assert [(e.verb, e.object_type, e.by, e.at, e.to_state) for e in Event.objects.all()] == [("drafted", "statement", by, AT, "draft")] * 3
    assert set(Statement.objects.values_list("drafted_by", flat=True)) == {by.pk}


def test_drafting_again_changes_nothing(document):
    draft(document)
    before = list(Statement.objects.order_by("pk").values())
    events = Event.objects.count()

    assert draft(document) == []

    assert list(Statement.objects.order_by("pk").values()) == before
    assert Event.objects.count() == events


def accepted(statement):
    make.accept(statement)


def rejected(statement):
    review.reject(statement, by=make.the_chief())


def published(statement):
    accepted(statement)
    publication.publish(statement, by=make.the_chief())


def withdrawn(statement):
    published(statement)
    publication.withdraw(statement, by=make.the_chief(), revision_class="retraction", reason="Retracted.")


def cut_by_a_person(statement):
    statement.take_words(statement.start + 3, statement.end - 4)
    statement.said_on, statement.kind = "2019", "mixed"
    statement.save()
    record(Verb.EDITED, statement, by=make.the_chief())


@pytest.mark.parametrize("judge", [accepted, rejected, published, withdrawn, cut_by_a_person])
def test_what_a_person_judged_is_not_touched(judge, document):
    draft(document)
    for statement in Statement.objects.order_by("start"):
        judge(statement)
    before = list(Statement.objects.order_by("pk").values())

    assert draft(document) == []

    assert list(Statement.objects.order_by("pk").values()) == before


def test_passage_that_overlaps_one_entered_by_hand_is_left_to_the_person(document):
    entered = make.make_statement(document, "open the bridge")

    draft(document)

    assert [one.text for one in Statement.objects.order_by("start")] == [FIRST, "open the bridge", THIRD]
    entered.refresh_from_db()
    assert entered.text == "open the bridge"


def test_speaker_that_is_not_sure_is_kept_beside_and_nobody_named():
    text = 'Anna Kovaleva said: "We will open the bridge soon."\n\nRain fell on the harbour.\n\n"Nobody told us about any of it at all."'
    document = make.make_document(text)

    draft(document)

    last = Statement.objects.get(text__startswith="Nobody")
    assert (last.attributions.count(), last.speakers_proposed) == (0, "Anna Kovaleva")
    assert Event.objects.get(object_id=last.pk, verb="drafted").detail["evidence"] == ["nobody named", "spoke long before"]


def test_document_without_statements_makes_none():
    assert draft(make.make_document("Rain fell on the harbour.")) == []
    assert not Statement.objects.exists()


def test_words_of_others_inside_a_statement_are_kept_with_who_said_them(document):
    text = "The road\n17 May 2023, 15:44\n\nPeter Marsh said that Anna Kovaleva had told him ‘the road is open’ on the way."

    (statement,) = draft(make.make_document(text))

    (inside,) = statement.relayed
    assert (statement.text[inside["start"] - statement.start : inside["end"] - statement.start], inside["speakers"][0]["name"]) == (
        "the road is open", "Anna Kovaleva",
    )  # fmt: skip


def test_statement_of_a_paged_source_tells_its_page():
    paged = make.make_document(f"Border talks\n\n{TEXT}", form="pdf", locators=[[0, 12, "p. 1"], [14, 14 + len(TEXT), "p. 2"]])
    draft(paged)
    statement = Statement.objects.earliest("start")

    assert {one.locator for one in Statement.objects.all()} == {"p. 2"}
    statement.take_words(0, 6)
    assert statement.locator == "p. 1"
    statement.locator = "appendix"
    statement.take_words(14, 20)
    assert statement.locator == "appendix"


def test_questions_are_left_out_where_the_editor_wants_none():
    asked, answer = "Q: Will the bridge be {}?", "Anna Kovaleva: It will be {}."
    document = make.make_document("\n\n".join(line.format(word) for word in ("open", "free") for line in (asked, answer)))

    made = draft(document, leave_out=(Force.ASKED,))
    later = draft(document)

    assert [one.text for one in made] == ["It will be open.", "It will be free."]
    assert [(one.text, one.force) for one in later] == [("Will the bridge be open?", "asked"), ("Will the bridge be free?", "asked")]


def test_transcript_without_labels_is_told_from_a_text_that_says_nothing():
    talk = make.make_document("Will the bridge be open in May?\n\nIt will be open in May, and free for all.\n\n" * 3)
    label = make.make_document("Q: Will the bridge be open?\n\nAnna Kovaleva: It will be open in May.")
    draft(talk), draft(label)

    assert [lacks_labels(one) for one in (talk, label)] == [True, False]
