"""Merging and splitting claims: choose, see what would move, then confirm just that."""

import pytest
from django.urls import reverse

from archive.admin.claims import regroup
from archive.identity.merged_claims import merge_claims
from archive.models import Claim, Redirect
from tests.factories import make_accepted_statement, make_claim, make_occurrence, make_public_statement, the_chief

REASON = "One claim in two wordings."


def address(act: str, claim: Claim) -> str:
    return reverse(f"admin:archive_claim_{act}", args=[claim.pk])


@pytest.fixture
def pair(db):
    """The second claim is public in one statement and waits in another."""
    this, other = make_claim("The toll stays."), make_claim("The toll is not lifted.")
    make_public_statement(claims=[other])
    make_occurrence(make_accepted_statement(), other)
    return this, other


def test_page_shows_what_would_move_before_anything_does(publisher, pair):
    this, other = pair

    page = publisher.post(address("merge", this), {"other": other.text, "stays": "this", "reason": REASON, "look": "yes"})

    moves = page.context["moves"]
    assert (len(moves.links), moves.sayings, moves.reports, len(moves.revised)) == (2, 2, 2, 1)
    assert "“The toll is not lifted.” goes, “The toll stays.” stays." in page.context["form"].told
    assert not this.occurrences.exists()


@pytest.mark.parametrize(
    "typed", ["not lifted", "THE TOLL IS NOT LIFTED.", "the-toll-is-not-lifted", "http://a.example/claims/the-toll-is-not-lifted/"]
)
def test_confirmed_merge_moves_what_was_shown(publisher, pair, typed):
    this, other = pair
    given = {"other": typed, "stays": "this", "reason": REASON}
    seen = publisher.post(address("merge", this), given).context["moves"].seen

    answer = publisher.post(address("merge", this), given | {"seen": seen, "confirm": "yes"})

    other.refresh_from_db()
    assert answer.url == reverse("admin:archive_claim_change", args=[this.pk])
    assert (other.merged_into, this.occurrences.count()) == (this, 2)
    assert Redirect.objects.get().reason == REASON


def test_what_changed_since_the_look_is_shown_anew(publisher, pair):
    this, other = pair
    given = {"other": other.slug, "stays": "this", "reason": REASON}
    seen = publisher.post(address("merge", this), given).context["moves"].seen
    make_occurrence(make_accepted_statement(), other)

    answer = publisher.post(address("merge", this), given | {"seen": seen, "confirm": "yes"})

    assert "Look again, then decide." in answer.content.decode()
    assert not this.occurrences.exists()


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"other": "the toll", "stays": "this", "reason": REASON}, {"other"}),  # both have these words
        ({"other": "the bridge", "stays": "this", "reason": REASON}, {"other"}),
        ({"other": "The toll stays.", "stays": "this", "reason": REASON}, {"other"}),  # itself
        ({"other": "not lifted", "stays": "this", "reason": " "}, {"reason"}),
    ],
)
def test_merge_that_is_not_plain_is_asked_about(publisher, pair, given, wrong):
    answer = publisher.post(address("merge", pair[0]), given | {"confirm": "yes"})

    assert set(answer.context["form"].errors) == wrong


def test_split_takes_the_chosen_links_and_a_merge_can_be_taken_back(publisher, pair):
    this, other = pair
    make_public_statement(claims=[this])
    publisher.post(address("merge", this), {"other": other.slug, "stays": "this", "reason": REASON, "confirm": "yes"})

    page = publisher.get(address("split", this), {"again": other.pk})
    form = page.context["form"]
    given = {"links": form.initial["links"], "text": form.initial["text"], "reason": "They differ after all."}
    look = publisher.post(address("split", this), given)
    publisher.post(address("split", this), given | {"seen": look.context["moves"].seen, "confirm": "yes"})

    other.refresh_from_db()
    assert (other.merged_into, other.occurrences.count(), this.occurrences.count()) == (None, 2, 1)


def test_merged_claim_is_only_shown_and_leads_on(chief, pair):
    this, other = pair
    chief.post(address("merge", this), {"other": other.slug, "stays": "this", "reason": REASON, "confirm": "yes"})

    html = chief.get(reverse("admin:archive_claim_change", args=[other.pk])).content.decode()

    assert 'name="_save"' not in html
    assert address("merge", other) not in html
    assert chief.get(address("merge", other)).url == reverse("admin:archive_claim_change", args=[this.pk])


def test_merge_that_moved_no_link_is_taken_back_with_what_it_ended(publisher):
    this, other = make_claim("The toll stays."), make_claim("The toll is not lifted.")
    statement = make_public_statement(claims=[this, other])
    merge_claims(this, other, by=the_chief(), reason=REASON)
    given = {"links": [], "text": other.text, "reason": REASON}

    page = publisher.post(address("split", this), given)
    publisher.post(address("split", this), given | {"seen": page.context["moves"].seen, "confirm": "yes"})

    assert "ended with the merge: stands again" in page.content.decode()
    assert sorted(statement.occurrences.public().values_list("claim", flat=True)) == [this.pk, other.pk]


def test_split_in_words_of_another_claim_is_asked_about(publisher, pair):
    this, other = pair

    answer = publisher.post(address("split", other), {"links": [other.occurrences.first().pk], "text": this.text, "reason": REASON})

    assert set(answer.context["form"].errors) == {"text"}


def test_links_that_one_page_does_not_hold_are_on_further_pages(publisher, pair, monkeypatch):
    monkeypatch.setattr(regroup, "MOST_LISTED", 1)
    other = pair[1]
    first, second = other.occurrences.order_by("said_sort", "id")

    pages = [publisher.get(address("split", other) + query) for query in ("", "?page=2", "?page=x")]

    assert [list(page.context["form"].fields["links"].queryset) for page in pages] == [[first], [second], [first]]
    assert "These are links 2 to 2 of 2" in pages[1].content.decode()
    assert "?page=1" in pages[1].content.decode()
