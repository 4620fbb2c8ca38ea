"""What stands in a draft or an accepted statement is put right, or a draft entered: each guard, and what is kept of it."""

from datetime import UTC, datetime

import pytest

from archive import review
from archive.doubts.statements import left_of
from archive.errors import NeedsConfirmation, NotYours, Refused, Stale
from archive.identity.merged_speakers import merge_speakers
from archive.models import ArchiveState, Event, Statement, Term
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 2, 9, tzinfo=UTC)
TEXT = "On Monday Anna Holt said: “We will build the bridge. The tolls will go.” On Tuesday she left."
WORDS = "We will build the bridge."
NEXT = "The tolls will go."


@pytest.fixture
def by():
    return make.make_user("reviewer")


@pytest.fixture
def draft():
    return make.make_statement(make.make_document(TEXT, published="2023-05-20"), WORDS, speakers=[make.make_speaker("Anna Holt")])


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def last_event(statement) -> Event:
    return Event.objects.filter(object_type="statement", object_id=statement.pk).first()


def test_plain_fields_are_put_right_and_the_event_says_what_they_were(draft, by):
    review.change(draft, {"kind": "indirect", "force": "denied", "locator": "page 7"}, by=by, at=AT)

    kept, event = Statement.objects.get(), last_event(draft)
    assert (kept.kind, kept.force, kept.locator, kept.lock_version) == ("indirect", "denied", "page 7", draft.lock_version + 1)
    assert (event.verb, event.by, event.at) == ("edited", by, AT)
    assert event.detail == {
        "was": {"kind": "direct", "force": "asserted", "locator": ""},
        "becomes": {"kind": "indirect", "force": "denied", "locator": "page 7"},
    }


def test_where_nothing_changes_nothing_is_kept(draft, by):
    speaker = draft.attributions.get().speaker
    as_it_is = {"span": (draft.start, draft.end), "kind": "direct", "said_on": draft.said_on, "speakers": [(speaker, "Anna Holt", "")]}

    assert review.change(draft, as_it_is, by=by).lock_version == draft.lock_version
    assert not Event.objects.filter(verb="edited").exists()


def test_other_words_are_taken_with_what_stands_beside_them(draft, by):
    review.change(draft, {"span": span(NEXT)}, by=by)

    kept = Statement.objects.get()
    assert (kept.text, kept.suffix[:5], last_event(draft).detail["was"]) == (NEXT, "” On ", {"span": list(span(WORDS))})


@pytest.mark.parametrize("wrong", [(-1, 4), (5, 5), (9, 4), (0, len(TEXT) + 1)])
def test_words_outside_the_text_are_refused(draft, by, wrong):
    with pytest.raises(Refused, match="do not lie inside the text"):
        review.change(draft, {"span": wrong}, by=by)


def test_words_that_are_a_statement_already_are_refused(draft, by):
    make.make_rejected_statement(draft.document, NEXT)

    with pytest.raises(Refused, match=r"These words are a statement already \(rejected\): “The tolls will go"):
        review.change(draft, {"span": span(NEXT)}, by=by)


def test_what_is_no_field_of_a_statement_is_refused(draft, by):
    with pytest.raises(Refused, match="can't be changed in a statement: status, text"):
        review.change(draft, {"text": "Other words.", "status": "public"}, by=by)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"kind": "sung"}, "not a valid choice"),
        ({"force": "sung"}, "not a valid choice"),
        ({"said_on": "last summer"}, "Write"),
        ({"said_on": "2017/.."}, "no end"),
        ({"said_on": "2023-05-16", "undated": True}, "untick “no date can be found”"),
        ({"undated": True}, "untick “no date can be found”"),
        ({"locator": "20:15"}, "hour of the day"),
        ({"said_words": "x" * 301}, "at most 300"),
        ({"speakers": [(None, "", "")]}, "Name the speaker, or write the source as it is printed"),
    ],
)
def test_what_a_form_refuses_is_refused_in_its_words(draft, by, changes, told):
    with pytest.raises(Refused, match=told):
        review.change(draft, changes, by=by)
    assert Statement.objects.get().lock_version == draft.lock_version


# The day


def test_day_that_a_person_gives_is_kept_as_given_by_hand_and_says_that_one_can_be_found(by):
    undated = make.make_statement(said_on="")

    review.change(undated, {"said_on": "2023-05-16"}, by=by)

    kept = Statement.objects.get()
    assert (kept.said_on, kept.said_rule, kept.undated, str(kept.said_earliest)) == (
        "2023-05-16",
        "entered by an editor",
        False,
        "2023-05-16",
    )


def test_how_the_day_was_read_is_kept_where_the_page_tells_it(draft, by):
    review.change(draft, {"said_on": "2023-05-15", "said_rule": "entered by an editor: Monday", "said_words": "On Monday"}, by=by)

    assert Statement.objects.values_list("said_rule", "said_words").get() == ("entered by an editor: Monday", "On Monday")


def test_day_that_is_taken_away_leaves_no_rule_of_reading(draft, by):
    Statement.objects.update(said_rule="publication")

    review.change(draft, {"said_on": "", "undated": True}, by=by)

    assert Statement.objects.values_list("said_on", "said_rule", "undated").get() == ("", "", True)


# Speakers


def speakers(statement) -> list[tuple]:
    return [(one.speaker, one.name, one.role, one.start) for one in statement.attributions.select_related("speaker")]


def test_speakers_are_set_in_order_and_a_printed_name_keeps_its_place(draft, by):
    draft.attributions.update(start=10, end=19)
    holt, kessel = make.make_speaker("A. Holt"), make.make_speaker("Jan Kessel")

    review.change(draft, {"speakers": [(kessel, "", "minister"), (holt, "anna holt", "")]}, by=by)

    assert speakers(draft) == [(kessel, "Jan Kessel", "minister", None), (holt, "anna holt", "", 10)]
    detail = last_event(draft).detail
    assert detail["was"]["speakers"] == [["anna-holt", "Anna Holt", "", 10, 19]]
    assert detail["becomes"]["speakers"] == [["jan-kessel", "Jan Kessel", "minister", None, None], ["a-holt", "anna holt", "", 10, 19]]


def test_a_draft_may_lose_its_speaker(draft, by):
    review.change(draft, {"speakers": []}, by=by)

    assert speakers(draft) == []


def test_how_sure_extraction_was_is_forgotten_where_a_person_put_the_speakers_right(draft, by):
    Statement.objects.update(confidence=0.7)

    assert review.change(draft, {"speakers": [(None, "Jan Kessel", "")]}, by=by).confidence is None
    assert last_event(draft).detail["was"]["confidence"] == 0.7


def test_how_sure_extraction_was_stays_where_something_else_was_put_right(draft, by):
    Statement.objects.update(confidence=0.7)

    assert review.change(draft, {"kind": "mixed"}, by=by).confidence == 0.7
    assert "unsure-speaker" in {one.key for one in left_of(Statement.objects.get())}


def test_speaker_that_was_merged_is_refused(draft, by):
    gone, keep = make.make_speaker("J. Kessel"), make.make_speaker("Jan Kessel")
    merge_speakers(keep, gone, by=make.the_chief(), reason="One person.")

    with pytest.raises(Refused, match="Kessel was merged into Jan Kessel"):
        review.change(draft, {"speakers": [(gone, "", "")]}, by=by)  # `gone` was read before


def test_speaker_that_was_removed_is_refused(draft, by):
    gone = make.make_speaker("Jan Kessel")
    type(gone).objects.filter(pk=gone.pk).delete()

    with pytest.raises(Refused, match="Jan Kessel was removed meanwhile"):
        review.change(draft, {"speakers": [(gone, "", "")]}, by=by)


def test_speaker_named_twice_is_refused(draft, by):
    speaker = make.make_speaker("Jan Kessel")

    with pytest.raises(Refused, match="Jan Kessel stands there already"):
        review.change(draft, {"speakers": [(speaker, "Kessel", ""), (speaker, "Jan Kessel", "minister")]}, by=by)


def test_source_named_twice_is_refused(draft, by):
    with pytest.raises(Refused, match="a Source stands there already"):
        review.change(draft, {"speakers": [(None, "a source", ""), (None, "a Source", "")]}, by=by)


# The occasion and the language


def test_occasion_is_kept_by_its_public_id(draft, by):
    occasion = make.make_occasion()

    review.change(draft, {"occasion": occasion}, by=by)

    assert last_event(draft).detail["becomes"] == {"occasion": occasion.public_id}


def test_occasion_under_which_a_public_translation_counts_is_not_changed(draft, by):
    make.make_public_statement(translation_of=draft)

    with pytest.raises(Refused, match="counts under its occasion"):
        review.change(draft, {"occasion": make.make_occasion()}, by=by)
    review.change(draft, {"occasion": None}, by=by)  # as it stands


def test_accepted_words_are_compared_anew_in_another_language(by):
    accepted = make.make_accepted_statement(make.make_document("The ferry to Malin waits."), "The ferry to Malin waits.")

    assert review.change(accepted, {"language": "uk"}, by=by).status == "accepted"
    assert set(Term.objects.filter(passages=1, stem__contains="@").values_list("stem", flat=True)) == {"uk@mln"}


def test_draft_in_another_language_is_compared_with_nothing_yet(draft, by):
    assert (review.change(draft, {"language": "uk"}, by=by).language, draft.passages.count()) == ("uk", 0)


def test_without_a_language_it_is_that_of_the_document(draft, by):
    assert review.change(draft, {"language": ""}, by=by).language == "en"


# What a change brings, and what was accepted


def test_what_a_change_brings_is_asked_until_it_is_confirmed(draft, by):
    changes = {"said_on": "2023-05-21"}
    with pytest.raises(NeedsConfirmation, match="after the document was published") as asked:
        review.change(draft, changes, by=by)

    review.change(draft, changes, by=by, confirmed=[one.seen for one in asked.value.doubts])

    assert last_event(draft).detail["confirmed"] == [one.told for one in asked.value.doubts]
    assert [one["key"] for one in Statement.objects.get().confirmed] == ["after-published"]


def test_accepted_statement_of_which_something_judged_changed_is_a_draft_again(by):
    accepted = make.make_accepted_statement()

    assert review.change(accepted, {"said_on": "2023-05-16"}, by=by).status == "draft"
    assert list(Event.objects.filter(object_type="statement")[:2].values_list("verb", flat=True)) == ["returned", "edited"]


def test_accepted_statement_that_is_linked_is_not_changed_in_what_was_judged(by):
    accepted = make.make_accepted_statement()
    make.make_occurrence(accepted)

    with pytest.raises(Refused, match="It is linked to a claim"):
        review.change(accepted, {"said_on": "2023-05-16"}, by=by)
    assert review.change(accepted, {"locator": "page 7"}, by=by).status == "accepted"


@pytest.mark.parametrize("make_one", [make.make_public_statement, make.make_withdrawn_statement, make.make_rejected_statement])
def test_what_is_public_or_rejected_is_not_changed(make_one, by):
    with pytest.raises(Refused, match="only what is draft or accepted can be changed"):
        review.change(make_one(), {"kind": "mixed"}, by=by)


def test_who_may_not_change_is_refused(draft):
    with pytest.raises(NotYours):
        review.change(draft, {"kind": "mixed"}, by=make.make_user("publisher"))
    with pytest.raises(NotYours):
        review.change_all([draft], {"kind": "mixed"}, by=make.make_user("publisher"))


def test_pages_of_a_public_document_are_made_anew_where_words_move(draft, by):
    make.make_public_statement(draft.document, "On Tuesday she left")
    known = ArchiveState.current()

    review.change(draft, {"kind": "mixed"}, by=by)
    same = ArchiveState.current()
    review.change(draft, {"span": span(NEXT)}, by=by)

    assert (same == known, ArchiveState.current() == known) == (True, False)


# Two savers


def test_second_of_two_savers_is_told_and_overwrites_nothing(draft, by):
    review.change(draft, {"kind": "mixed"}, by=make.make_user("editor"), read_version=draft.lock_version)

    with pytest.raises(Stale, match="Nothing of theirs was overwritten"):
        review.change(draft, {"kind": "indirect"}, by=by, read_version=draft.lock_version)
    assert Statement.objects.get().kind == "mixed"


def test_who_saved_last_is_not_overtaken_by_himself(draft, by):
    mixed = review.change(draft, {"kind": "mixed"}, by=by, read_version=draft.lock_version)

    assert review.change(mixed, {"kind": "indirect"}, by=by, read_version=mixed.lock_version).kind == "indirect"


# Many at once


def test_many_get_the_same_as_one_batch(draft, by):
    other, occasion = make.make_statement(draft.document, NEXT), make.make_occasion()

    changed = review.change_all([draft, other], {"occasion": occasion}, by=by, at=AT)

    batches = Event.objects.filter(verb="edited").values_list("detail__batch", "at")
    assert ([one.occasion for one in changed], len(batches), len(set(batches))) == ([occasion, occasion], 2, 1)


def test_what_it_brings_is_asked_of_all_at_once_and_nothing_is_done_before(draft, by):
    other = make.make_statement(make.make_document(f"{WORDS} So they said.", published="2023-05-18"), WORDS, said_on="2023-05-16")
    changes = {"said_on": "2023-05-22"}

    with pytest.raises(NeedsConfirmation) as asked:
        review.change_all([draft, other], changes, by=by)
    assert (len(asked.value.doubts), Event.objects.filter(verb="edited").count()) == (2, 0)

    review.change_all([draft, other], changes, by=by, confirmed=[one.seen for one in asked.value.doubts])
    assert set(Statement.objects.values_list("said_on", flat=True)) == {"2023-05-22"}


def test_words_are_not_chosen_for_many(draft, by):
    with pytest.raises(Refused, match="for one statement at a time"):
        review.change_all([draft], {"span": span(NEXT)}, by=by)


def test_all_are_changed_or_none(draft, by):
    with pytest.raises(Refused, match="only what is draft or accepted"):
        review.change_all([draft, make.make_rejected_statement()], {"kind": "mixed"}, by=by)
    assert Statement.objects.get(pk=draft.pk).kind == "direct"


# Entered


def test_new_draft_of_a_selection(draft, by):
    speaker = make.make_speaker("Jan Kessel")
    changes = {"said_on": "2023-05-16", "speakers": [(speaker, "", "minister")], "kind": "mixed"}

    entered = review.enter(draft.document, span(NEXT), changes, by=by, at=AT)

    kept, event = Statement.objects.get(pk=entered.pk), last_event(entered)
    assert (kept.text, kept.status, kept.drafted_by, kept.language, kept.said_rule) == (NEXT, "draft", by, "en", "entered by an editor")
    assert speakers(kept) == [(speaker, "Jan Kessel", "minister", None)]
    assert (event.verb, event.by, event.at, event.detail) == ("entered", by, AT, {"words": NEXT})


def test_new_draft_without_anything_said_of_it(draft, by):
    entered = review.enter(draft.document, span(NEXT), by=by)

    assert (entered.said_on, entered.kind, speakers(entered)) == ("", "direct", [])


def test_words_that_are_a_statement_already_are_not_entered_twice(draft, by):
    with pytest.raises(Refused, match=r"These words are a statement already \(draft\)"):
        review.enter(draft.document, span(WORDS), by=by)


def test_words_that_stand_in_another_statement_are_asked_about(draft, by):
    with pytest.raises(NeedsConfirmation, match="has these words already") as asked:
        review.enter(draft.document, span("build the bridge."), by=by)

    entered = review.enter(draft.document, span("build the bridge."), by=by, confirmed=[one.seen for one in asked.value.doubts])
    assert last_event(entered).detail["confirmed"] == [one.told for one in asked.value.doubts]


def test_who_may_not_enter_is_refused(draft):
    with pytest.raises(NotYours):
        review.enter(draft.document, span(NEXT), by=make.make_user("publisher"))


def test_pages_of_a_public_document_are_made_anew_where_words_come_to_stand(draft, by):
    make.make_public_statement(draft.document, "On Tuesday she left")
    known = ArchiveState.current()

    review.enter(draft.document, span(NEXT), by=by)

    assert ArchiveState.current() != known
