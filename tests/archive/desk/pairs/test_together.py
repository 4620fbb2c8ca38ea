"""What is asked about the same words is found different by one press, and asked again by another."""

from django.urls import reverse

from archive import linking
from archive.models import Judgement, Suggestion
from tests.archive.desk.pairs.conftest import told, undo


def press(client, pair: Suggestion, *ticked: Suggestion):
    return client.post(reverse("desk:all-different", args=[pair.pk]), {"pair": [one.pk for one in ticked]})


def test_what_is_asked_of_either_side_is_listed_and_what_is_likely_not_ticked(editor, queue):
    Suggestion.objects.filter(pk=queue[1].pk).update(band="possible")
    Suggestion.objects.filter(pk=queue[2].pk).update(band="likely")

    listed = {one.pk: one for one in editor.get(reverse("desk:pair", args=[queue[0].pk])).context["beside"]}

    assert {pk: one.is_ticked for pk, one in listed.items()} == {queue[1].pk: True, queue[2].pk: False}
    for pair in queue[1:]:
        shared = {pair.passage_id, pair.other_id} & {queue[0].passage_id, queue[0].other_id}
        assert listed[pair.pk].words.pk not in shared
        assert listed[pair.pk].side == ("the later" if queue[0].passage_id in shared else "the earlier")


def test_one_press_finds_all_ticked_different_and_another_asks_them_again(editor, queue):
    reply = press(editor, queue[0], queue[0], queue[1])

    assert reply.url == reverse("desk:pair", args=[queue[2].pk])
    assert list(Judgement.objects.values_list("answer", flat=True)) == ["different"] * 2
    assert "2 pairs are different" in told(reply)[0]
    back = undo(editor, reply)
    again = undo(editor, reply)
    assert back.url == reverse("desk:pair", args=[queue[0].pk])
    assert not Judgement.objects.standing().exists()
    assert "2 were taken back" in told(back)[-1]
    assert "taken back already" in told(again)[-1]


def test_one_that_was_answered_meanwhile_stops_all(editor, queue):
    linking.judge_suggestion(queue[0], "topic", by=editor.user)

    reply = press(editor, queue[0], queue[0], queue[1])

    assert "answered this pair already" in told(reply)[0]
    assert Judgement.objects.count() == 1


def test_with_none_ticked_it_goes_on(editor, queue):
    assert press(editor, queue[0]).url == reverse("desk:pair", args=[queue[1].pk])
    assert not Judgement.objects.exists()
