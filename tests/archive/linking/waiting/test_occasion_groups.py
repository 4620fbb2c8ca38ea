"""Reports that hang together are one group, and pairs inside it are not asked about as claims."""

import pytest

from archive import linking
from archive.identity.one_occasion import answer, take_back
from archive.linking.waiting import by_answers
from archive.linking.waiting.occasion_groups import groups_of
from archive.models import OccasionSuggestion, Statement, Suggestion
from tests import factories as make
from tests.archive.linking.waiting.proposals import said

pytestmark = pytest.mark.django_db
HARBOUR = "The harbour of Ostrel will be dredged before the winter storms set in."
TOLL = "The toll on the northern bridge stays until the loan is paid back."


@pytest.fixture
def reports() -> list[Statement]:
    """Three of one occasion and, on the same day, two of another saying."""
    ann, ardo = make.make_speaker("Ann Hill"), make.make_speaker("Ardo Venn")
    found = [said(HARBOUR, speakers=[ann]) for _ in range(3)] + [said(TOLL, speakers=[ardo]) for _ in range(2)]
    linking.suggest(found)
    return found


def groups() -> list[list[int]]:
    known = groups_of(set(Statement.objects.values_list("pk", flat=True)))
    return sorted(sorted(pk for pk in known if known[pk] == group) for group in set(known.values()))


def test_reports_of_one_saying_are_one_group_and_one_question(reports):
    keys = [one.pk for one in reports]

    assert groups() == [keys[:3], keys[3:]]
    assert OccasionSuggestion.objects.open().count() == 4
    assert OccasionSuggestion.objects.asked().count() == 2


def test_pairs_inside_a_group_are_not_asked_about_as_claims_unless_they_were_parted(reports):
    pair = OccasionSuggestion.objects.get(statement=reports[4])
    assert set(Suggestion.objects.values_list("status", flat=True)) == {"reported"}

    answer(pair, "two", by=make.the_chief())
    assert groups() == [[one.pk for one in reports[:3]]]
    assert Suggestion.objects.get(passage__statement=reports[4]).status == "open"

    take_back(pair, by=make.the_chief())
    assert Suggestion.objects.get(passage__statement=reports[4]).status == "reported"

    answer(pair, "one", by=make.the_chief(), occasion="Talks")
    assert Suggestion.objects.get(passage__statement=reports[4]).status == "reported"


def test_one_report_that_was_parted_from_the_rest_leaves_the_group(reports):
    first = reports[0]
    for pair in OccasionSuggestion.objects.filter(other=first):
        answer(pair, "two", by=make.the_chief())

    assert groups() == [[one.pk for one in reports[1:3]], [one.pk for one in reports[3:]]]


def test_pairs_of_before_there_were_groups_get_theirs(reports):
    before = groups()
    OccasionSuggestion.objects.update(group=0)
    assert OccasionSuggestion.objects.asked().count() == 4

    by_answers.sweep()

    assert groups() == before
