"""A pair is answered by one press, the next one comes at once, and what was kept is undone as easily."""

from copy import deepcopy

import pytest
from django.urls import reverse

from archive import linking
from archive.enums import Answer, Stance
from archive.linking.side import Side
from archive.linking.translations import LABEL
from archive.models import Claim, Judgement, Occurrence, Suggestion
from tests.archive.desk.pairs.conftest import three_that_may_say_the_same, told, undo
from tests.factories import make_claim, make_occurrence, make_user, the_chief

LIST = f"{reverse('desk:pairs')}?list"


def at(pair: Suggestion) -> str:
    return reverse("desk:pair", args=[pair.pk])


def answer(client, pair: Suggestion, given: str, **sent):
    return client.post(at(pair), {"answer": given, "words": "The bridge opens."} | sent)


@pytest.fixture(scope="module")
def _queue(made_once) -> list[Suggestion]:
    return three_that_may_say_the_same()


@pytest.fixture
def queue(db, _queue) -> list[Suggestion]:
    return deepcopy(_queue)


@pytest.mark.parametrize("given", Answer.values)
def test_one_press_answers_and_leads_to_the_next(editor, queue, given):
    reply = answer(editor, queue[0], given)

    kept = Judgement.objects.get()
    assert (kept.answer, kept.judged_by) == (given, editor.user)
    assert reply.url == at(queue[1])
    assert Occurrence.objects.exists() is (given in Answer.joining())
    assert told(reply)[0].startswith(f"Kept: “{kept.get_answer_display()}”.")


def test_page_shows_both_sides_what_differs_and_each_answer_with_its_key(editor, queue):
    html = editor.get(at(queue[0])).content.decode()

    shown = ["Before it.", "After it,", "What speaks for it", "<strong>", queue[0].other.statement.attributions.get().name]
    buttons = [f'name="answer" value="{one}" data-key="{key}"' for key, one in enumerate(Answer.values, 1)]
    assert [piece for piece in [*shown, *buttons] if piece not in html] == []
    assert html.index("Earlier") < html.index("Later")


def test_what_is_undone_is_asked_again(editor, queue):
    kept = answer(editor, queue[0], "same")

    back = undo(editor, kept)
    again = undo(editor, kept)

    assert back.url == again.url == at(queue[0])
    assert not Occurrence.objects.exists()
    assert "taken back already" in told(again)[-1]


def test_the_words_of_the_claim_stand_there_already(editor, queue):
    assert (
        "The northern bridge over the river Veyra will be opened to freight trains.</textarea>" in editor.get(at(queue[0])).content.decode()
    )

    answer(editor, queue[0], "same", words="The bridge\r\nserves freight.")

    assert Claim.objects.get().text == "The bridge serves freight."


def test_the_claim_that_a_side_carries_is_chosen(editor, queue):
    claim = make_occurrence(queue[0].other.statement, stance=Stance.DENIES).claim

    html = editor.get(at(queue[0])).content.decode()
    answer(editor, queue[1], "same", claim=make_claim("Another one.").pk, words="")

    assert f'name="claim" value="{claim.pk}" checked' in html
    assert '<span class="label">denies:</span>' in html
    assert Judgement.objects.get(answer="same", other__isnull=False).claim.text == "Another one."


def test_of_several_claims_one_is_chosen_by_a_press(editor, queue):
    ours, theirs = make_occurrence(queue[0].passage.statement, "One."), make_occurrence(queue[0].other.statement, "Two.")

    refused = answer(editor, queue[0], "same", words="")
    editor.post(at(queue[0]), refused.context["ways_out"][0].sends)

    assert refused.status_code == 422
    assert [one.sends["claim"] for one in refused.context["ways_out"]] == [theirs.claim.pk, ours.claim.pk]
    assert Judgement.objects.get(other__isnull=False).claim == theirs.claim


def test_a_claim_chosen_beside_other_words_is_asked_about(editor, queue):
    claim = make_claim()

    refused = answer(editor, queue[0], "same", claim=claim.pk)

    assert [one.sends.get("words", one.sends.get("claim")) for one in refused.context["ways_out"]] == [claim.pk, "The bridge opens."]
    assert not Judgement.objects.exists()


def test_without_words_a_person_is_asked_for_them(editor, queue):
    refused = answer(editor, queue[0], "same", words=" ")

    assert "Neither side carries a claim yet" in refused.content.decode()
    assert refused.context["ways_out"] == []


def test_no_answer_is_an_error_that_keeps_what_was_typed(editor, queue):
    refused = editor.post(at(queue[0]), {"words": "My own words.", "note": "Mine."})

    assert refused.status_code == 422
    assert "My own words." in refused.content.decode()


@pytest.mark.parametrize("answered", ["different", "same"])
def test_what_parts_is_about_a_claim_of_the_earlier_side_alone(editor, queue, answered):
    """The claim that stands chosen because the later words carry it is not what they are different from."""
    ours = make_occurrence(queue[0].passage.statement, "Ours.").claim

    answer(editor, queue[0], answered, claim=ours.pk, words="")

    assert Judgement.objects.get(other__isnull=False).claim == (ours if answered == "same" else None)


def test_last_pair_leads_to_the_list_and_skipping_goes_on_without_an_answer(editor, queue):
    skipped = [editor.get(reverse("desk:next-pair", args=[one.pk])).url for one in queue]

    assert skipped == [at(queue[1]), at(queue[2]), LIST]
    assert not Judgement.objects.exists()


def test_a_pair_that_needs_no_answer_says_so(editor, queue):
    answer(editor, queue[0], "different")
    assert "needs no answer any more" in editor.get(at(queue[0])).content.decode()

    Suggestion.objects.filter(pk=queue[1].pk).update(status="below")
    assert "You may answer it all the same" in editor.get(at(queue[1])).content.decode()


@pytest.mark.parametrize("which", ["later", "earlier"])
def test_one_is_marked_as_a_translation_of_the_other(editor, queue, which):
    Suggestion.objects.filter(pk=queue[0].pk).update(label=LABEL)
    sides = {"later": queue[0].passage.statement, "earlier": queue[0].other.statement}
    address = reverse("desk:translation", args=[queue[0].pk])

    assert address in editor.get(at(queue[0])).content.decode()
    first = editor.post(address, {which: ""})
    again = editor.post(address, {which: ""})

    sides[which].refresh_from_db()
    assert sides[which].translation_of in sides.values()
    assert (first.url, again.url) == (at(queue[1]), at(queue[0]))
    assert undo(editor, first).url == at(queue[0])
    sides[which].refresh_from_db()
    assert sides[which].translation_of is None


def test_what_comes_in_its_place_takes_the_focus(editor, queue):
    swapped = editor.get(at(queue[0]), headers={"HX-Request": "true"})

    assert "data-focus" in swapped.content.decode()
    assert "data-focus" not in editor.get(at(queue[0])).content.decode()


def test_who_may_not_answer_is_kept_out(client, queue):
    client.force_login(make_user("viewer"))

    assert client.get(at(queue[0])).status_code == 403


def test_whole_words_carry_what_a_part_of_them_does(editor, queue):
    """A claim of other words of the same statement is none of this pair."""
    statement = queue[0].other.statement
    linking.join(Side(statement, statement.start, statement.start + 3), make_claim("Of three letters."), by=the_chief())

    assert "Of three letters." in editor.get(at(queue[0])).content.decode()


def test_a_claim_on_record_is_found_by_its_words_and_chosen(editor, queue):
    claim, other = make_claim("The toll on the bridge stays."), make_claim("The gauge is read.")

    part = editor.get(reverse("desk:find-claims"), {"find": "bridge TOLL"}).content.decode()
    whole = editor.get(at(queue[0]), {"find": "gauge"}).content.decode()
    nothing = editor.get(reverse("desk:find-claims"), {"find": "submarine"}).content.decode()
    answer(editor, queue[0], "same", claim=claim.pk, words="")

    assert f'value="{claim.pk}" checked' in part
    assert "Another, in these words" not in part
    assert f'value="{other.pk}" checked' in whole
    assert "No claim holds these words." in nothing
    assert Judgement.objects.get().claim == claim
