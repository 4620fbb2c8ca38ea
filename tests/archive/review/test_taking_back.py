"""One's own acts are taken back: what stands then, what is refused, and what is listed."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from archive import drafting, linking, publication, removal, review
from archive.acceptance import judged_as
from archive.acts import record
from archive.enums import Answer, Verb
from archive.errors import NotYours, Refused
from archive.identity.merged_speakers import merge_speakers
from archive.identity.names import name_speaker, take_speaker
from archive.linking.side import Side, Sides
from archive.models import ArchiveState, Event, Judgement, OccasionSuggestion, Statement
from tests import factories as make
from tests.archive.admin.conftest import signed_in
from tests.archive.admin.forms import save

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 2, 9, tzinfo=UTC)
ONE, TWO = "We will build the bridge.", "The tolls will go."
TEXT = f"Anna Holt said: “{ONE} {TWO}” On Tuesday she left."


@pytest.fixture
def by():
    return make.make_user("reviewer")


@pytest.fixture
def holt():
    return make.make_speaker("Anna Holt")


@pytest.fixture
def document():
    return make.make_document(TEXT)


@pytest.fixture
def draft(document, holt):
    return make.make_statement(document, ONE, speakers=[holt])


def kept(statement) -> Statement:
    return Statement.objects.get(pk=statement.pk)


def event_of(verb: str, row=None) -> Event:
    return Event.objects.filter(verb=verb, **({"object_id": row.pk} if row else {})).first()


def back(verb: str, by, row=None) -> str:
    return review.take_back(event_of(verb, row), by=by)


def last(by) -> list[str]:
    return [event.verb for event in review.last_acts(by)]


def whole(statement) -> Side:
    return Side(statement, statement.start, statement.end)


# Acceptance, rejection, return


def test_accepted_is_a_draft_again_that_was_returned_to_nobody(draft, by):
    review.accept(draft, by=by)
    accepted = event_of("accepted")

    told = review.take_back(accepted, by=by, at=AT)

    row, undone = kept(draft), event_of("undone")
    assert (row.status, row.accepted_by, row.accepted_as, row.passages.count()) == ("draft", None, "", 0)
    assert (undone.by, undone.at, undone.from_state, undone.to_state, undone.detail) == (
        by,
        AT,
        "accepted",
        "draft",
        {"undoes": accepted.pk},
    )
    assert (told, event_of("returned")) == (f"Not accepted any more, a draft again: “{ONE}”.", None)


def test_what_was_confirmed_with_the_acceptance_is_asked_again_and_what_was_before_is_not(by):
    statement = make.make_statement(said_on="2099", speakers=[])
    record(Verb.EDITED, statement, by=by)
    Statement.objects.update(confirmed=[{"key": "in-the-future", "told": "The day of saying is still to come: 2099."}])
    make.accept(statement, by=by)
    known = [one["key"] for one in kept(statement).confirmed]

    back("accepted", by)

    assert (known, [one["key"] for one in kept(statement).confirmed]) == (["no-speaker", "in-the-future"], ["in-the-future"])


def test_acceptance_of_what_is_linked_is_not_taken_back_before_the_link(draft, by):
    review.accept(draft, by=by)
    make.make_occurrence(draft, by=by)

    with pytest.raises(Refused, match="Take that answer back first"):
        back("accepted", by)
    assert last(by) == ["judged"]

    back("judged", by)
    back("accepted", by)
    assert kept(draft).status == "draft"


def test_what_the_public_has_seen_is_not_taken_back(by):
    statement = make.make_public_statement(by=make.the_chief())

    with pytest.raises(Refused, match="The public has seen it since"):
        back("accepted", make.the_chief(), statement)
    assert "accepted" not in last(make.the_chief())


def test_answer_whose_link_is_public_is_not_listed(by):
    statement = make.make_accepted_statement()
    make.make_occurrence(statement, by=by)
    assert last(by) == ["judged"]
    publication.publish(statement, by=make.the_chief())

    assert last(by) == []
    with pytest.raises(Refused, match="What it linked is public"):
        back("judged", by)


def test_rejected_is_a_draft_again_and_still_the_machines(document, holt, by):
    statement = make.make_statement(document, ONE, speakers=[holt], method="rules 1")
    review.reject(statement, by=by)

    assert back("rejected", by) == f"Not rejected any more, a draft again: “{ONE}”."
    assert (kept(statement).status, list(drafting.untouched(document))) == ("draft", [statement])


def test_reopened_is_rejected_again(document, by):
    statement = make.make_rejected_statement(document, ONE)
    review.reopen(statement, by=by)

    assert back("reopened", by) == f"Rejected again: “{ONE}”."
    assert kept(statement).status == "rejected"


def test_returned_is_accepted_again_as_its_reviewer_accepted_it(document, by):
    statement = make.make_accepted_statement(document, ONE)
    review.return_to_draft(statement, by=by, reason="Look again.")

    assert back("returned", by) == f"Not returned any more, accepted as it was: “{ONE}”."
    row = kept(statement)
    assert (row.status, row.accepted_by, row.accepted_as, row.passages.count()) == ("accepted", make.the_chief(), statement.accepted_as, 1)


def test_returned_of_which_nobody_knows_who_accepted_it_is_refused(draft, by):
    record(Verb.RETURNED, draft, by=by, reason="Look again.")

    with pytest.raises(Refused, match="Nobody knows any more who accepted it"):
        back("returned", by)


# Changes


def test_edit_is_put_back_as_it_stood(document, holt, by):
    occasion = make.make_occasion()
    statement = make.make_statement(document, ONE, speakers=[(holt, "Holt", "minister")], occasion=occasion, confidence=0.7)
    statement.attributions.update(start=0, end=9)
    changes = {
        "span": (TEXT.index(TWO), TEXT.index(TWO) + len(TWO)), "kind": "mixed", "said_on": "2023-05-16", "occasion": None,
        "speakers": [(None, "Jan Kessel", "")],
    }  # fmt: skip
    review.change(statement, changes, by=by)

    told = back("edited", by)

    row, named = kept(statement), statement.attributions.get()
    for name in ("text", "start", "end", "kind", "said_on", "said_rule", "occasion", "confidence", "suffix"):
        assert getattr(row, name) == getattr(statement, name)
    assert (named.speaker, named.name, named.role, named.start, named.end) == (holt, "Holt", "minister", 0, 9)
    assert told == f"It stands as it did before: “{ONE}” (draft)."
    undone, edited = event_of("undone").detail, event_of("edited")
    assert (undone["was"], undone["becomes"], undone["undoes"]) == (edited.detail["becomes"], edited.detail["was"], edited.pk)


def test_edit_that_gave_an_occasion_and_speakers_is_put_back_to_none(document, holt, by):
    statement = make.make_statement(document, ONE, speakers=[])
    review.change(statement, {"occasion": make.make_occasion(), "speakers": [(holt, "", "")]}, by=by)

    back("edited", by)

    assert (kept(statement).occasion, statement.attributions.count()) == (None, 0)


def test_edit_that_returned_an_accepted_statement_is_put_back_as_its_reviewer_accepted_it(document, holt, by):
    statement = make.make_accepted_statement(document, ONE, speakers=[holt])
    review.change(statement, {"said_on": "2023-05-16"}, by=by)

    assert last(by) == ["edited"]  # and not its return
    assert "(accepted)" in back("edited", by)
    row = kept(statement)
    assert (row.said_on, row.status, row.accepted_by, last(by)) == ("2023-05-17", "accepted", make.the_chief(), [])
    assert (row.accepted_as, row.passages.count()) == (statement.accepted_as, 1)


def test_edit_of_what_nobody_knows_who_accepted_is_put_back_as_a_draft(document, holt, by):
    statement = make.make_statement(document, ONE, speakers=[holt])
    Statement.objects.update(status="accepted", accepted_by=by, accepted_as=judged_as(statement))
    review.change(statement, {"said_on": "2023-05-16"}, by=by)

    assert "(draft)" in back("edited", by)


def test_return_that_was_taken_back_is_told_to_nobody_once_its_acceptance_is_taken_back_too(document, by):
    statement = make.make_statement(document, ONE, drafted_by=(editor := make.make_user("editor")))
    review.accept(statement, by=by)
    review.return_to_draft(statement, by=by, reason="Look again.")
    assert list(review.returned_to(editor)) == [statement]
    back("returned", by)
    back("accepted", by)

    assert (kept(statement).status, list(review.returned_to(editor))) == ("draft", [])


def test_what_was_changed_and_accepted_as_one_act_goes_as_one(draft, by):
    review.accept_changed(draft, {"kind": "mixed"}, by=by)
    assert (kept(draft).kind, kept(draft).status, last(by)) == ("mixed", "accepted", ["accepted"])

    assert back("edited", by) == f"It stands as it did before: “{ONE}” (draft)."
    assert (kept(draft).kind, kept(draft).status, last(by)) == ("direct", "draft", [])


@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_who_may_not_do_both_does_not_do_them_as_one(draft, role):
    with pytest.raises(NotYours):
        review.accept_changed(draft, {"kind": "mixed"}, by=make.make_user(role))


def test_return_by_a_change_is_taken_back_with_the_change_alone(document, holt, by):
    statement = make.make_accepted_statement(document, ONE, speakers=[holt])
    review.change(statement, {"said_on": "2023-05-16"}, by=by)

    with pytest.raises(Refused, match="can't be taken back from here"):
        back("returned", by)


def test_edit_of_an_accepted_statement_is_put_back_and_its_words_compared_in_their_language(by):
    statement = make.make_accepted_statement(make.make_document("The ferry to Malin waits."), "The ferry to Malin waits.")
    review.change(statement, {"language": "uk"}, by=by)

    assert "(accepted)" in back("edited", by)
    assert (kept(statement).language, kept(statement).passages.count()) == ("en", 1)


def test_edit_is_not_put_back_where_something_was_done_since(draft, by):
    other = make.make_user("editor", username="Olga")
    review.change(draft, {"kind": "mixed"}, by=by)
    review.change(draft, {"locator": "page 7"}, by=other)

    with pytest.raises(Refused, match="edited since, by Olga"):
        review.take_back(Event.objects.get(verb="edited", by=by), by=by)
    assert (last(by), last(other)) == ([], ["edited"])

    back("edited", other)
    assert last(by) == ["edited"]
    review.take_back(Event.objects.get(verb="edited", by=by), by=by)
    assert (kept(draft).kind, kept(draft).locator) == ("direct", "")


def test_edit_is_not_put_back_where_the_machine_did_something_since(draft, by):
    review.change(draft, {"kind": "mixed"}, by=by)
    record(Verb.DRAFTED, draft, by=None)

    with pytest.raises(Refused, match="drafted since, by the machine"):
        back("edited", by)


def test_edit_is_not_put_back_over_a_merge_of_its_speakers(draft, holt, by):
    kessel = make.make_speaker("Jan Kessel")
    review.change(draft, {"speakers": [(kessel, "", "")]}, by=by)
    merge_speakers(make.make_speaker("J. Kessel"), kessel, by=make.the_chief(), reason="One person.")

    with pytest.raises(Refused, match="was changed again since, for instance by a merge"):
        back("edited", by)


def test_edit_is_not_put_back_to_a_speaker_that_is_one_with_another(draft, holt, by):
    review.change(draft, {"speakers": [(make.make_speaker("Jan Kessel"), "", "")]}, by=by)
    merge_speakers(make.make_speaker("A. Holt"), holt, by=make.the_chief(), reason="One person.")

    with pytest.raises(Refused, match="Anna Holt was merged into"):
        back("edited", by)


def test_edit_is_not_put_back_to_rows_that_are_gone(draft, holt, by):
    occasion = make.make_occasion()
    review.change(draft, {"occasion": occasion}, by=by)
    review.change(draft, {"occasion": None, "speakers": []}, by=by)
    occasion.delete()
    with pytest.raises(Refused, match="The occasion that stood there was removed"):
        back("edited", by)

    review.change(draft, {"speakers": [(holt, "", "")]}, by=by)
    review.change(draft, {"speakers": []}, by=by)
    removal.remove(holt, by=make.the_chief(), reason="Entered twice.")
    with pytest.raises(Refused, match="The speaker that stood there was removed"):
        back("edited", by)


def test_edit_is_not_put_back_to_words_that_are_another_statement_now(draft, document, by):
    review.change(draft, {"span": (TEXT.index(TWO), TEXT.index(TWO) + len(TWO))}, by=by)
    make.make_statement(document, ONE)

    with pytest.raises(Refused, match="These words are a statement already"):
        back("edited", by)


def test_edit_that_does_not_tell_what_stood_there_is_not_taken_back(draft, by):
    record(Verb.EDITED, draft, by=by, fields=["kind"])

    with pytest.raises(Refused, match="can't be taken back from here"):
        back("edited", by)
    assert last(by) == []


def test_name_that_led_to_a_speaker_leads_nowhere_again_and_is_no_name_of_his(by):
    statement, kessel = make.make_statement(speakers=["Yan Kesel"]), make.make_speaker("Jan Kessel")
    take_speaker(statement.attributions.get(), kessel, by=by)
    names = [one.name for one in kessel.aliases.all()]

    back("edited", by)

    assert (names, statement.attributions.get().speaker, kessel.aliases.count()) == (["Yan Kesel"], None, 0)


def test_name_of_a_speaker_who_is_public_since_stays_his(by):
    statement, kessel = make.make_statement(speakers=["Yan Kesel"]), make.make_speaker("Jan Kessel")
    take_speaker(statement.attributions.get(), kessel, by=by)
    make.make_public_statement(speakers=[kessel])

    back("edited", by)

    assert (statement.attributions.get().speaker, kessel.aliases.count()) == (None, 1)


def test_speaker_and_occasion_as_read_are_taken_back(by):
    statement = make.make_statement(speakers=["Jan Kessel"], occasion_proposed="talks")
    name_speaker(statement.attributions.get(), by=by)
    review.name_occasion(statement, by=by)

    back("edited", by)
    review.take_back(review.last_acts(by)[0], by=by)

    assert (kept(statement).occasion, statement.attributions.get().speaker) == (None, None)


def test_occasion_under_which_a_public_translation_counts_stays(draft, by):
    review.change(draft, {"occasion": make.make_occasion()}, by=by)
    make.make_public_statement(translation_of=draft)

    with pytest.raises(Refused, match="counts under its occasion"):
        back("edited", by)


def test_mark_of_a_translation_is_taken_back_and_put_back_only_to_an_original(by):
    original, statement = make.make_statement(), make.make_statement()
    review.mark_translation(statement, original, by=by)
    back("edited", by)
    assert kept(statement).translation_of is None

    review.mark_translation(statement, original, by=by)
    olga = signed_in("editor")
    save(olga, f"/admin/archive/statement/{statement.pk}/change/", translation_of="")
    review.mark_translation(original, make.make_statement(), by=by)
    with pytest.raises(Refused, match="is no original any more"):
        back("edited", olga.user, statement)


def test_save_in_the_admin_is_taken_back(document, holt):
    statement = make.make_statement(document, ONE, speakers=[holt])
    editor = signed_in("editor")
    save(editor, f"/admin/archive/statement/{statement.pk}/change/", locator="page 7", kind="mixed")

    back("edited", editor.user)

    assert (kept(statement).locator, kept(statement).kind) == ("", "direct")


# Entered, split, joined


def test_entered_draft_goes(document, by):
    entered = review.enter(document, (TEXT.index(ONE), TEXT.index(ONE) + len(ONE)), {"speakers": [(None, "Anna Holt", "")]}, by=by)
    event = event_of("entered")

    assert back("entered", by) == f"Not entered any more: “{ONE}”."
    removed = event_of("removed")
    assert (Statement.objects.count(), removed.object_id, removed.by) == (0, entered.pk, by)
    assert removed.detail == {"name": ONE, "undoes": event.pk}
    with pytest.raises(Refused, match="It was removed since"):
        back("entered", by)
    assert last(by) == []


def test_entered_draft_that_others_need_is_rejected(document, by):
    entered = review.enter(document, (TEXT.index(ONE), TEXT.index(ONE) + len(ONE)), by=by)
    OccasionSuggestion.objects.create(statement=make.make_statement(), other=entered, likeness=1, method="m", version="1")

    assert back("entered", by) == f"Rejected and not removed, for something else needs it: “{ONE}”."
    assert (kept(entered).status, last(by)) == ("rejected", [])


def test_entered_statement_that_was_accepted_is_taken_back_after_that(document, holt, by):
    entered = review.enter(
        document, (TEXT.index(ONE), TEXT.index(ONE) + len(ONE)), {"speakers": [(holt, "", "")], "said_on": "2023-05-16"}, by=by
    )
    review.accept(entered, by=by)

    with pytest.raises(Refused, match="accepted since"):
        back("entered", by)
    assert last(by) == ["accepted"]
    back("accepted", by)
    back("entered", by)
    assert Statement.objects.count() == 0


@pytest.fixture
def both(document, holt):
    return make.make_statement(document, f"{ONE} {TWO}", speakers=[holt])


def test_split_is_one_again(both, by):
    review.split(both, TEXT.index(TWO), by=by)

    assert (last(by), back("split", by)) == (["split"], f"One statement again: “{ONE} {TWO}”.")
    assert (Statement.objects.get().text, last(by)) == (f"{ONE} {TWO}", [])


def test_split_is_not_taken_back_where_the_second_was_worked_on(both, by):
    _first, second = review.split(both, TEXT.index(TWO), by=by)
    review.change(second, {"kind": "mixed"}, by=by)

    with pytest.raises(Refused, match="edited since"):
        back("split", by)
    with pytest.raises(Refused, match="can't be taken back from here"):
        back("entered", by)  # the second alone


def test_joined_are_two_again(both, by):
    first, second = review.split(both, TEXT.index(TWO), by=make.the_chief())
    review.join(first, second, by=by)

    assert (last(by), back("merged", by)) == (["merged"], f"Two statements again: “{ONE}” and “{TWO}”.")
    assert (kept(first).text, kept(second).text, kept(second).status, last(by)) == (ONE, TWO, "draft", [])


def test_joined_that_were_accepted_are_accepted_again(document, holt, by):
    first, second = (make.make_accepted_statement(document, words, speakers=[holt]) for words in (ONE, TWO))
    passages = [one.passages.count() for one in (first, second)]
    review.join(first, second, by=by)

    assert (last(by), back("merged", by)) == (["merged"], f"Two statements again: “{ONE}” and “{TWO}”.")
    for one in (first, second):
        row = kept(one)
        assert (row.status, row.accepted_by, row.accepted_as) == ("accepted", make.the_chief(), one.accepted_as)
    assert [one.passages.count() for one in (first, second)] == passages
    assert (list(review.to_accept_again()), last(by)) == ([], [])


def test_joined_are_not_parted_where_the_second_was_opened_again(both, by):
    first, second = review.split(both, TEXT.index(TWO), by=make.the_chief())
    review.join(first, second, by=by)
    review.reopen(second, by=by)

    with pytest.raises(Refused, match="reopened since"):
        back("merged", by)


def test_pages_of_a_public_document_are_made_anew_where_words_come_and_go(document, both, by):
    make.make_public_statement(document, "On Tuesday she left")
    states = []
    acts = [
        lambda: review.split(both, TEXT.index(TWO), by=by), lambda: back("split", by),
        lambda: review.enter(document, (0, 9), by=by), lambda: back("entered", by),
    ]  # fmt: skip
    for act in acts:
        act()
        states.append(ArchiveState.current())

    assert len(set(states)) == len(acts)


# Answers


def a_pair() -> Sides:
    return Sides(whole(make.make_accepted_statement()), whole(make.make_accepted_statement()))


def test_answer_is_undone(by):
    linking.judge(a_pair(), Answer.DIFFERENT, by=by)

    assert last(by) == ["judged"]
    assert back("judged", by) == "The answer is taken back: different. The pair may be asked again."
    assert (Judgement.objects.get().undone_by, last(by)) == (by, [])
    with pytest.raises(Refused, match="taken back already"):
        back("judged", by)


def test_many_answers_of_one_act_are_undone_together(by):
    linking.judge_all([a_pair(), a_pair()], Answer.DIFFERENT, by=by)

    assert last(by) == ["judged"]
    assert back("judged", by) == "2 were taken back, all of what was done at once."
    assert (Judgement.objects.standing().count(), last(by)) == (0, [])


# At once


def test_many_changes_of_one_act_are_put_back_together_or_not_at_all(both, by):
    first, second = review.split(both, TEXT.index(TWO), by=make.the_chief())
    review.change_all([first, second], {"kind": "mixed"}, by=by)
    review.change(second, {"locator": "page 7"}, by=by)

    with pytest.raises(Refused, match="edited since"):
        review.take_back(Event.objects.filter(verb="edited")[2], by=by)
    assert (kept(first).kind, last(by)) == ("mixed", ["edited"])

    back("edited", by)
    assert last(by) == ["edited"]
    assert review.take_back(Event.objects.filter(verb="edited")[2], by=by) == "2 were taken back, all of what was done at once."
    assert (kept(first).kind, kept(second).kind) == ("direct", "direct")


def test_many_accepted_at_once_are_drafts_together(both, document, holt, by):
    rows = list(review.split(both, TEXT.index(TWO), by=make.the_chief()))
    review.accept_all(rows, by=by)

    assert last(by) == ["accepted"]
    back("accepted", by)
    assert {kept(row).status for row in rows} == {"draft"}


def test_those_accepted_with_moments_of_their_own_are_acts_of_their_own(both, by):
    rows = list(review.split(both, TEXT.index(TWO), by=make.the_chief()))
    review.accept_all(rows, by=by, moments=[AT, AT])

    assert last(by) == ["accepted", "accepted"]


# Whose act, and which


def test_others_acts_are_theirs(draft, by):
    review.accept(draft, by=make.the_chief())

    with pytest.raises(Refused, match="Everybody takes back what is their own"):
        back("accepted", by)


def test_acts_of_the_machine_are_nobodys(draft, by):
    record(Verb.REJECTED, draft, by=None)

    with pytest.raises(Refused, match="The machine did this"):
        back("rejected", by)


def test_who_may_not_do_it_may_not_undo_it(draft):
    editor = make.make_user("editor")
    record(Verb.ACCEPTED, draft, by=editor)

    with pytest.raises(NotYours):
        back("accepted", editor)


def test_what_was_taken_back_is_not_taken_back_twice_nor_back_again(draft, by):
    review.reject(draft, by=by)
    back("rejected", by)

    with pytest.raises(Refused, match="This was taken back already"):
        back("rejected", by)
    with pytest.raises(Refused, match="can't be taken back from here"):
        back("undone", by)
    assert last(by) == []


# The list


def test_last_acts_are_those_of_this_person_newest_first_and_no_more_than_asked(by):
    for number in range(4):
        (review.accept if number % 2 else review.reject)(make.make_statement(), by=by, at=AT + timedelta(minutes=number))
    review.reject(make.make_statement(), by=make.the_chief())
    record(Verb.PUBLISHED, make.make_statement(), by=by)

    assert last(by) == ["accepted", "rejected", "accepted", "rejected"]
    assert [event.verb for event in review.last_acts(by, 2)] == ["accepted", "rejected"]


@pytest.mark.parametrize("many", [2, 40])
def test_last_acts_cost_the_same_however_many_there_are(by, many, django_assert_num_queries):
    for _number in range(many):
        review.reject(make.make_statement(), by=by)
    review.accept(make.make_statement(), by=by)
    linking.judge(a_pair(), Answer.DIFFERENT, by=by)

    with django_assert_num_queries(4):
        review.last_acts(by)


def test_last_acts_are_looked_up_by_the_person_and_the_time(by):
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET LOCAL enable_seqscan = off")  # it reads a few rows without any index
        connection.cursor().execute("SET LOCAL enable_sort = off")
    assert "event_by_person" in Event.objects.filter(by=by).order_by("-at", "-id")[:500].explain()


def test_what_is_done_while_the_clock_stands_is_listed_by_the_order_of_doing(by):
    at = timezone.now()
    for act in (review.accept, review.reject):
        act(make.make_statement(), by=by, at=at)

    assert last(by) == ["rejected", "accepted"]
