"""The last event of a row, taken away with its link, is missed by what is kept beside the key."""

import pytest

from archive.acts import record
from archive.enums import Verb
from archive.errors import Refused
from archive.log import checkpoints, kept_histories
from archive.log.faults import of_kept_histories
from archive.models import Event, EventLink
from archive.verification import faults
from tests import factories as make
from tests.archive.log.tampering import triggers_off

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    statement = make.make_public_statement()
    for _ in range(2):
        record(Verb.EDITED, statement, by=make.the_chief())
    kept_histories.keep(settled=0)
    return statement


def told():
    return [str(one) for one in of_kept_histories()]


def last_taken_away():
    last = Event.objects.latest("pk").pk
    with triggers_off():
        EventLink.objects.filter(pk=last)._raw_delete("default")
        Event.objects.filter(pk=last)._raw_delete("default")


def test_last_event_of_a_row_with_its_link_is_missed(kept):
    number = EventLink.objects.count()
    assert told() == []

    last_taken_away()

    assert [str(one) for one in faults()] == told()
    assert f"there were {number} events with their links, and there are {number - 1}, or others" in told()[0]


def test_another_in_its_place_is_told(kept):
    with triggers_off():
        EventLink.objects.filter(pk=EventLink.objects.latest("pk").pk).update(link=b"0" * 32)

    assert told()


def test_it_goes_on_with_what_was_done_since(kept, django_assert_num_queries):
    before = kept_histories.read()
    record(Verb.EDITED, kept, by=make.the_chief())
    assert told() == []

    with django_assert_num_queries(2):
        kept_histories.keep(settled=0)

    assert kept_histories.read().number == before.number + 1
    assert told() == []
    last_taken_away()
    assert told()


def test_what_may_still_be_written_below_a_number_is_waited_for(kept):
    record(Verb.EDITED, kept, by=make.the_chief())
    before = kept_histories.read()

    kept_histories.keep(settled=3600)

    assert kept_histories.read().number == before.number
    assert told() == []


def test_older_backup_is_signed_anew_though_its_log_goes_on(kept, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        checkpoints.make()
    kept_histories.keep(settled=0)
    last_taken_away()

    with django_capture_on_commit_callbacks(execute=True):
        made = checkpoints.make(anew="The backup of Monday was put back.")
    kept_histories.keep(settled=0)

    assert "The backup of Monday was put back." in made.note
    assert told() == []
    with pytest.raises(Refused, match="nothing to say"):
        checkpoints.make(anew="Again.")


def test_file_that_is_damaged_is_told(kept):
    kept_histories.place().write_text("words")

    assert "can’t be read" in told()[0]
