"""How many questions the demo asks, and that those which find something are among them; one more, at .056, stands below the threshold."""

import pytest
from django.core.management import call_command
from django.db.models import Q

from archive.models import Suggestion

MOST = 150
# Pairs that say the same, or one of which denies, relays or narrows the other, and that no editor of the demo has answered: how the later
# and the earlier words begin.
FIND = [
    ("My colleagues visited 412", "My colleagues visited 412"),
    ("In nearly all of them the voting was calm", "In nearly all of them the voting was calm"),
    ("In nearly all of them the voting was calm", "The referendum of 10 June was calm"),
    ("If a door was locked", "If a door was locked"),
    ("Eight years ago we were told", "Eight years ago we were told"),
    ("There were repairs", "There were repairs"),
    ("We have a treaty and we have a gauge", "We have a treaty and we have a gauge"),
    ("If the readings come every day", "If the readings come every day"),
    ("The wall will be 118 metres", "the wall would be 118 metres"),
    ("The treaty promises us 180", "The treaty guarantees Ardovia a flow"),
    ("Ardovia expects the readings", "Kamenia will hand over the readings"),
    ("the readings of the gauge had come", "Ardovia expects the readings"),
    ("Ardovia had closed the crossing at Brenik twice", "The border crossing at Brenik was closed for technical"),
    ("I signed the tables", "I have signed the tables"),
    ("In 2017 you confirmed 40,000", "I have signed the tables"),
    ("I said on the radio that there had never been such a law", "There has never been such a law"),
    ("the memorandum was the reason", "his country gave up its coastal missiles"),
    ("Three years ago the minister told us", "Veyra airport will open in 2020"),
    ("The president says that we keep our tariffs", "We shall keep our customs service, our tariffs"),
    ("You told the press that they had access", "Observers had access to every polling station"),
    ("The border was closed by a decision", "rejected the charge that the border had been closed"),
]


def are_asked(later: str, earlier: str) -> bool:
    """They wait, or another pair does that asks the same."""
    pairs = Suggestion.objects.filter(Q(passage__text__startswith=later, other__text__startswith=earlier))
    return Suggestion.objects.open().filter(question__in=pairs.values("question")).exists()


@pytest.mark.full
@pytest.mark.django_db
def test_demo_asks_few_questions_and_none_that_finds_something_is_lost():
    call_command("load_demo", verbosity=0)
    call_command("suggest", verbosity=0, processes=1)

    assert Suggestion.objects.open().count() <= MOST
    assert [pair for pair in FIND if not are_asked(*pair)] == []
