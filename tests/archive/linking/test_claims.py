"""Claims are entered once, in neutral words of their own."""

import pytest

from archive.enums import Answer
from archive.errors import Refused
from archive.linking.claims import enter_claim
from archive.linking.judgements import judge
from archive.linking.side import Sides
from archive.models import Claim, Judgement
from tests.archive.linking.sides import whole

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("text", ["", "   ", "a" * 501])
def test_claim_without_words_or_with_too_many_is_refused(text, by):
    with pytest.raises(Refused, match="neutral words of its own"):
        enter_claim(text, by=by)

    assert not Claim.objects.exists()


def test_claim_of_the_same_words_is_entered_once(by):
    one, two = enter_claim(" Мост  открыт. ", by=by), enter_claim("МОСТ открыт.", by=by)

    assert (one, one.text, one.slug) == (two, "Мост открыт.", "мост-открыт")


def test_claim_is_never_made_of_the_words_of_a_statement(by, earlier, later):
    with pytest.raises(Refused, match="Write the claim in neutral words"):
        judge(Sides(whole(later), whole(earlier)), Answer.SAME, by=by)

    assert not Claim.objects.exists()
    assert not Judgement.objects.exists()
