"""Behind acceptance: at most five claims that the words may say again, each linked by one key."""

import re

import pytest
from django.urls import reverse

from archive.enums import Answer, Stance, StatementStatus
from archive.models import Claim, Judgement, Occurrence
from tests import factories as make
from tests.archive.desk.review.pages import page_of, words_of

pytestmark = pytest.mark.django_db

EARLIER = "The bridge over the Veyra will be opened to trains in the spring of 2024."
LATER = "The bridge over the Veyra will be opened to trains in the spring of 2024, I promise."


def accepted(words, **fields):
    return make.make_accepted_statement(make.make_document(f"“{words}” the minister said."), words, **fields)


def ask(client, statement, act="", *, htmx=True, **typed):
    address = reverse("desk:links", args=[statement.public_id])
    return client.post(address, {"act": act, **typed}, headers={"HX-Request": "true"} if htmx else {})


def card_of(statement):
    return f"{page_of(statement.document)}?from={statement.start}-{statement.end}#card-{statement.public_id}"


def buttons(answer):
    return re.findall(r'value="(\d+)" data-key="(\d)"', answer.content.decode())


@pytest.fixture
def statement(reviewer):
    earlier = accepted(EARLIER, said_on="2022-05-01")
    make.make_occurrence(earlier, "The Veyra bridge will be opened to trains.", by=reviewer)
    return accepted(LATER)


def test_claim_of_words_like_these_is_linked_by_its_digit(client, statement):
    offered = ask(client, statement)
    [(number, digit)] = buttons(offered)

    told = ask(client, statement, number)

    assert digit == "1"
    assert "is linked to The Veyra bridge will be opened to trains." in words_of(told)
    assert statement.occurrences.get().claim.text == "The Veyra bridge will be opened to trains."
    assert Judgement.objects.filter(other__isnull=False).get().answer == Answer.SAME
    assert "This was answered meanwhile" in words_of(ask(client, statement, number))


def test_words_without_a_claim_are_offered_as_one(client, reviewer):
    accepted(EARLIER, said_on="2022-05-01")
    later = accepted(LATER)
    [(number, _digit)] = buttons(ask(client, later))

    ask(client, later, number)

    assert Claim.objects.get().text == EARLIER
    assert Occurrence.objects.count() == 2


def test_denial_of_what_was_said_is_linked_as_one(client, reviewer):
    earlier = accepted(EARLIER, said_on="2022-05-01")
    make.make_occurrence(earlier, "The Veyra bridge will be opened to trains.", by=reviewer)
    later = accepted(EARLIER.replace("2024", "2024 at last"), force="denied")
    offered = ask(client, later)
    assert "denies: The Veyra bridge" in words_of(offered)

    ask(client, later, buttons(offered)[0][0])

    assert later.occurrences.get().stance == Stance.DENIES


def test_question_is_offered_no_claim(client, reviewer):
    accepted(EARLIER, said_on="2022-05-01")

    assert buttons(ask(client, accepted(LATER, force="asked"))) == []


@pytest.mark.parametrize(("force", "stance"), [("asserted", Stance.ASSERTS), ("denied", Stance.DENIES)])
def test_new_claim_is_entered_in_the_words_typed(client, reviewer, force, stance):
    statement = accepted(EARLIER, force=force)

    ask(client, statement, "new", claim="The bridge will be opened.")

    link = statement.occurrences.get()
    assert (link.claim.text, link.stance, link.words) == ("The bridge will be opened.", stance, EARLIER)
    assert "carry this claim already" in words_of(ask(client, statement, "new", claim="The bridge will be opened."))


def test_none_closes_it(client, statement):
    assert ask(client, statement, "none").content == b""
    assert ask(client, statement, "none", htmx=False).url == card_of(statement)


def test_without_script_it_is_a_page(client, statement):
    address = reverse("desk:links", args=[statement.public_id])
    assert buttons(client.get(address)) == []

    [(number, _digit)] = buttons(ask(client, statement, htmx=False))

    answer = ask(client, statement, number, htmx=False)
    assert answer.url == card_of(statement)
    assert "is linked to “The Veyra bridge will be opened to trains.”" in words_of(client.get(answer.url))
    assert statement.occurrences.exists()
    assert statement.status == StatementStatus.ACCEPTED
