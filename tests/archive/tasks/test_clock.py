"""A clock that runs backwards is told, and the order of what happened stays."""

from datetime import timedelta

import pytest
from django.utils import timezone

from archive import publication
from archive.models import Event, Revision
from archive.tasks import look_round
from archive.tasks.clock import behind
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("ahead", "told"), [(timedelta(seconds=30), False), (timedelta(hours=1), True)])
def test_clock_behind_the_record_is_told_by_the_next_round(caplog, ahead, told):
    now = timezone.now()
    make.make_public_statement(at=now + ahead)

    assert bool(behind(now)) is told
    look_round.func()
    assert ("behind what the record wrote down last" in caplog.text) is told


def test_act_under_a_clock_that_was_put_back_stands_behind_the_one_before_it():
    now = timezone.now()
    statement = make.make_public_statement(at=now)
    publication.withdraw(statement, by=make.the_chief(), revision_class="retraction", reason="It was misread.", at=now - timedelta(days=1))

    assert list(Revision.objects.of(statement).values_list("version", flat=True)) == [1, 2]
    assert Event.objects.first().verb == "withdrawn"
    assert Revision.objects.corrections()[0].object_id == statement.pk
