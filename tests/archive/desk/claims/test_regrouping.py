"""Two claims become one, and one two, each shown first."""

import pytest
from django.urls import reverse

from archive.models import Claim, Occurrence
from tests import factories as make
from tests.archive.desk.people.pages import filled, signed_in, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def claims():
    this, other = make.make_claim("The bridge will be opened.", slug="bridge"), make.make_claim("The bridge opens.", slug="opens")
    for claim in (this, this, other):
        make.make_public_statement(claims=[claim])
    return this, other


@pytest.fixture
def client():
    return signed_in("publisher")


def page(act: str, claim: Claim) -> str:
    return reverse(f"desk:{act}-claim", args=[claim.slug])


def look(client, act: str, claim: Claim, **typed):
    return client.post(page(act, claim), filled(client.get(page(act, claim)), reason="The same.", look="yes", **typed))


def test_claims_are_merged_after_a_look_and_taken_out_again(client, claims):
    this, other = claims
    seen = look(client, "merge", this, other="opens", stays="this")
    assert (len(seen.context["moves"].links), this.occurrences.count()) == (1, 2)

    answer = client.post(page("merge", this), filled(seen, confirm="yes"))

    assert (answer.url, this.occurrences.count(), told(answer)) == (
        reverse("desk:claim", args=["bridge"]), 3, ["Done: what moved stands with “The bridge will be opened.” now."],
    )  # fmt: skip
    again = client.get(page("split", this), {"again": str(other.pk)})
    assert again.context["form"].initial["text"] == "The bridge opens."
    link = Occurrence.objects.filter(claim=this).last()
    seen = client.post(page("split", this), {"links": [link.pk], "text": "The bridge opens.", "reason": "Two.", "look": "yes"})
    client.post(page("split", this), {"links": [link.pk], "text": "The bridge opens.", "reason": "Two.", "confirm": "yes"})
    assert (Claim.objects.get(pk=other.pk).merged_into, other.occurrences.count()) == (None, 1)


def test_ticked_statements_become_a_claim_of_their_own(client, claims):
    this, _other = claims
    link = this.occurrences.first()

    seen = client.post(page("split", this), {"links": [link.pk], "text": "The bridge was opened.", "reason": "Another.", "look": "yes"})
    assert seen.context["moves"].links == [link]
    answer = client.post(
        page("split", this),
        {"links": [link.pk], "text": "The bridge was opened.", "reason": "Another.", "confirm": "yes", "seen": seen.context["moves"].seen},
    )

    assert answer.url == reverse("desk:claim", args=["the-bridge-was-opened"])
    assert Claim.objects.get(slug="the-bridge-was-opened").occurrences.get() == link


@pytest.mark.parametrize(
    ("act", "given", "words"),
    [
        ("merge", {"other": "bridge"}, "the claim itself"),
        ("merge", {"other": "no such"}, "No claim has these words"),
        ("merge", {"other": "opens", "confirm": "yes", "seen": "x"}, "Look again"),
        ("split", {"text": "The bridge opens.", "links": []}, "already"),
    ],
)
def test_what_can_not_be_is_refused_beside_it(client, claims, act, given, words):
    answer = client.post(page(act, claims[0]), {"stays": "this", "reason": "The same."} | given)

    assert (answer.status_code, words in answer.text) == (422, True)


def test_pages_of_many_links_and_other_readers(client, claims):
    assert client.get(page("split", claims[0]), {"page": "2"}).context["form"].page == 1
    assert signed_in("editor").get(page("merge", claims[0])).status_code == 403
