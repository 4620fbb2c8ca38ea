"""The same words in another capture of the article: what was answered about them in one holds in the other."""

import pytest
from django.utils import timezone

from archive import linking, publication
from archive.doubts.statements import doubts_of
from archive.enums import Answer
from archive.linking.judgements import judge, undo
from archive.linking.side import Side, Sides
from archive.models import Suggestion
from tests import factories as make

pytestmark = pytest.mark.django_db
EARLIER = "Security is indivisible, and no state may strengthen its own security at the cost of another state."
LATER = "No state may strengthen its security at the cost of the security of another state."


@pytest.fixture
def recaptured():
    """An earlier statement, and the same later words in two captures of one article."""
    earlier = make.make_accepted_statement(words=EARLIER, said_on="2021")
    first = make.make_document(f"{LATER} So he said.", url="https://a.example/talks")
    second = make.make_document(f"Updated. {LATER} So he said.", article=first.article, supersedes=first)
    return earlier, *(make.make_accepted_statement(one, LATER, said_on="2022") for one in (first, second))


def open_pairs() -> set[tuple[int, int]]:
    return set(Suggestion.objects.open().values_list("passage__statement", "other__statement"))


def words_of(statement) -> Side:
    return Side(statement, statement.start, statement.end)


@pytest.mark.parametrize("when", ["before the other capture was compared", "after"])
def test_pair_judged_in_one_capture_is_not_asked_about_in_another(recaptured, when):
    earlier, first, second = recaptured
    if when == "after":
        linking.suggest([earlier, first, second])
        assert open_pairs() == {(first.pk, earlier.pk)}  # the same words are asked about once

    judgement = judge(Sides(words_of(first), words_of(earlier)), Answer.DIFFERENT, by=make.the_chief())
    linking.suggest([earlier, first, second])

    assert open_pairs() == set()
    undo(judgement, by=make.the_chief())
    linking.suggest([earlier, first, second])
    assert open_pairs() == {(first.pk, earlier.pk)}


def test_claim_judged_in_one_capture_is_not_asked_about_in_another(recaptured):
    earlier, first, second = recaptured
    make.make_occurrence(earlier, "Security is indivisible.")
    make.make_occurrence(first, "Security is indivisible.")

    linking.suggest([earlier, first, second])

    assert open_pairs() == set()


def test_link_is_asked_for_anew_when_the_capture_it_was_made_on_does_not_stand(recaptured):
    earlier, first, second = recaptured
    judge(Sides(words_of(first), words_of(earlier)), Answer.SAME, by=make.the_chief(), claim="Security is indivisible.")
    linking.suggest([earlier, second])
    assert open_pairs() == set()

    looked_at = [one.seen for one in doubts_of(first, timezone.now().date())]
    publication.publish(first, by=make.the_chief(), confirmed=looked_at)
    publication.withdraw(first, by=make.the_chief(), revision_class="retraction", reason="Another capture is better.")
    linking.suggest([earlier, second])

    assert (second.pk, earlier.pk) in open_pairs()
