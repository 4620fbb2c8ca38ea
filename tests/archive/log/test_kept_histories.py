"""The last event of a row, taken away with its link, is missed by what is kept beside the key."""

import json
import time

import pytest

from archive.acts import record
from archive.enums import Verb
from archive.errors import Refused
from archive.log import checkpoints, kept_histories, last_note
from archive.log.faults import BesideTheKey
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
    return [str(one) for one in BesideTheKey.read().of_kept_histories()]


def mark():
    return kept_histories.mark_of(kept_histories.read())


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
    before = mark()
    record(Verb.EDITED, kept, by=make.the_chief())
    assert told() == []

    with django_assert_num_queries(2):
        kept_histories.keep(settled=0)

    assert mark().number == before.number + 1
    assert told() == []
    last_taken_away()
    assert told()


def test_what_may_still_be_written_below_a_number_is_waited_for(kept):
    record(Verb.EDITED, kept, by=make.the_chief())
    before = mark()

    kept_histories.keep(settled=3600)

    assert mark().number == before.number
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


def test_file_that_is_damaged_is_told_and_left(kept):
    kept_histories.place().write_text("words")

    kept_histories.keep(settled=0)

    assert "can’t be read" in told()[0]
    assert kept_histories.read() == "words"


def test_older_database_leaves_what_was_kept(kept):
    before = kept_histories.read()
    last_taken_away()

    kept_histories.keep(settled=0)

    assert kept_histories.read() == before
    assert told()


def test_wait_begins_anew_when_the_clock_was_set_back(kept):
    record(Verb.EDITED, kept, by=make.the_chief())
    ahead = mark()._replace(following=Event.objects.latest("pk").pk, seen=time.time() + 9999)
    kept_histories.place().write_text(json.dumps(ahead._asdict()))

    kept_histories.keep(settled=3600)

    assert (mark().last, mark().following) == (ahead.last, ahead.following)
    assert mark().seen < ahead.seen


def test_both_that_broke_are_said_when_it_is_signed_anew(kept):
    last_note.place().write_text("words")
    last_taken_away()

    said = checkpoints.make(anew="The backup of Monday was put back.").note.split("\n")[3]

    assert "it is no checkpoint; up to event" in said
