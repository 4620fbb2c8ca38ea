"""Who is called by a printed name, and in which role on which days."""

from datetime import date

import pytest

from archive.models import Speaker, SpeakerRole
from archive.models.speaker import Days
from tests import factories as make

pytestmark = pytest.mark.django_db
DAYS = Days(date(2023, 5, 17), date(2023, 5, 17))


def in_role(name, title, since="", until="", **fields):
    """A speaker who held the role from one day until another."""
    speaker = make.make_speaker(name, **fields)
    SpeakerRole.objects.create(speaker=speaker, title=title, since=since, until=until)
    return speaker


def test_of_two_of_one_name_the_one_in_the_printed_role_on_that_day_is_taken():
    then = in_role("Anna Kovaleva", "Transport Minister of Veldania", "2021", "2024")
    in_role("Anna Kovaleva", "Transport Minister of Veldania", "2024-06", description="economist")

    assert Speaker.objects.the_one_called("Anna Kovaleva", "Transport Minister", DAYS) == then
    assert Speaker.objects.the_one_called("Anna Kovaleva", "Transport Minister") is None
    assert Speaker.objects.the_one_called("Anna Kovaleva", "singer", DAYS) is None
