"""Merging two speakers: choose, see what would move, then merge."""

import pytest
from django.urls import reverse

from archive.models import Event, Redirect, Speaker
from tests.archive.admin.conftest import signed_in
from tests.archive.admin.forms import errors, save, shown_fields
from tests.factories import make_public_statement, make_speaker, make_statement


def merge(speaker) -> str:
    return reverse("admin:archive_speaker_merge", args=[speaker.pk])


@pytest.fixture
def pair(db):
    this, other = make_speaker("Anna Kovaleva"), make_speaker("A. Kovaleva")
    make_public_statement(speakers=[this])
    make_statement(speakers=[other])
    make_public_statement(speakers=[other])
    return this, other


def test_page_shows_what_would_move_before_anything_does(publisher, pair):
    this, other = pair

    page = publisher.post(merge(this), {"other": other.pk, "stays": "this", "reason": "One person.", "look": "yes"})

    other.refresh_from_db()
    moves = page.context["moves"]
    assert (moves.target, moves.origin, moves.public, moves.private, moves.names) == (this, other, 1, 1, ["A. Kovaleva"])
    assert other.merged_into is None


@pytest.mark.parametrize("stays", ["this", "other"])
def test_confirmed_merge_moves_everything_to_the_one_that_stays(publisher, pair, stays):
    this, other = pair
    keep, gone = (this, other) if stays == "this" else (other, this)

    answer = publisher.post(merge(this), {"other": other.pk, "stays": stays, "reason": "One person.", "confirm": "yes"})

    gone.refresh_from_db()
    assert answer.url == reverse("admin:archive_speaker_change", args=[keep.pk])
    assert gone.merged_into == keep
    assert keep.attributions.count() == 3
    assert Redirect.objects.get().reason == "One person."


def test_merge_without_a_reason_or_with_itself_is_refused(publisher, pair):
    this, other = pair

    answers = [
        publisher.post(merge(this), {"other": other.pk, "stays": "this", "reason": " ", "confirm": "yes"}),
        publisher.post(merge(this), {"other": this.pk, "stays": "this", "reason": "One person.", "confirm": "yes"}),
    ]

    assert [list(answer.context["form"].errors) for answer in answers] == [["reason"], ["other"]]
    assert Redirect.objects.count() == 0


def test_merging_is_for_publishers(pair):
    assert signed_in("editor").get(merge(pair[0])).status_code == 403


def test_merged_speaker_is_only_shown(chief, pair):
    this, other = pair
    chief.post(merge(this), {"other": other.pk, "stays": "this", "reason": "One person.", "confirm": "yes"})

    html = chief.get(reverse("admin:archive_speaker_change", args=[other.pk])).content.decode()

    assert 'name="_save"' not in html
    assert merge(other) not in html
    assert reverse("admin:archive_speaker_change", args=[this.pk]) in html


# Names that may be another's

ADD = reverse("admin:archive_speaker_add")


def boxes(answer) -> list[tuple[str, str]]:
    return [(value, str(label)) for value, label in answer.context["adminform"].form.fields["looked_at"].choices]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": "\u0410nna Holt"}, "looks like “Anna Holt”"),
        ({"name": "Anna–Holt"}, "looks like “Anna Holt”"),
        ({"name": "Anna Holt"}, "is the name of another speaker already"),
        ({"name": "Nora Pell", "aliases-TOTAL_FORMS": 1, "aliases-0-name": "Anna-Holt"}, "looks like “Anna Holt”"),
        ({"name": "Ministry of Roads"}, "looks like the name of a body, and stands here as a person"),
    ],
)
def test_speaker_who_may_be_another_is_entered_only_when_it_is_confirmed(editor, typed, told):
    make_speaker("Anna Holt")

    asked = save(editor, ADD, **typed)
    ((seen, words),) = boxes(asked)
    left = Speaker.objects.count()
    answer = editor.post(ADD, shown_fields(asked) | {"looked_at": [seen]})

    assert (told in words, left, errors(answer)) == (True, 1, {})
    entered = Speaker.objects.latest("pk")
    assert len(Event.objects.filter(object_type="speaker", object_id=entered.pk).get().detail["confirmed"]) == 1


def test_body_is_no_doubtful_person(editor):
    answer = save(editor, ADD, name="Ministry of Roads", kind="body")

    assert errors(answer) == {}


def test_other_changes_are_not_asked_about_a_name_that_stood_before(editor):
    speaker = make_speaker("\u0410nna Holt")
    make_speaker("Anna Holt")

    answer = save(editor, reverse("admin:archive_speaker_change", args=[speaker.pk]), description="poet", since="1961")

    speaker.refresh_from_db()
    assert (errors(answer), speaker.description, speaker.since) == ({}, "poet", "1961")
