"""Merging two speakers: choose, see what would move, then merge."""

import pytest
from django.urls import reverse

from archive.models import Redirect
from tests.archive.admin.conftest import signed_in
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
    assert (moves["keep"], moves["gone"], moves["public"], moves["private"], moves["names"]) == (this, other, 1, 1, ["A. Kovaleva"])
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
