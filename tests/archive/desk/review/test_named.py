"""Who is meant by a name that is typed on a card."""

import pytest
from django.core.exceptions import ValidationError

from archive.desk.review.named import AS_PRINTED, NEW, Named, speaker_typed
from archive.models import SpeakerRole
from archive.models.speaker import UNKNOWN_DAYS
from tests import factories as make

pytestmark = pytest.mark.django_db


def meant(who, printed="", role="", chosen="", stood=None):
    return speaker_typed(Named(who, printed, role, chosen), stood, UNKNOWN_DAYS)


def test_a_name_leads_to_the_speaker_of_that_name_and_keeps_what_is_printed():
    known = make.make_speaker("Anna Kovaleva", description="economist")

    assert meant("anna kovaleva", "Kovaleva", "minister") == (known, "Kovaleva", "minister")
    assert meant("Anna Kovaleva (economist)") == (known, "Anna Kovaleva", "")
    assert meant("whoever", chosen=known.slug) == (known, "Anna Kovaleva", "")


def test_a_name_that_nobody_has_stays_a_name():
    make.make_speaker("Anna Kovaleva")

    assert meant("Ivan Petrov", "Petrov", "mayor") == (None, "Ivan Petrov", "mayor")
    assert meant("Anna Kovaleva", chosen=NEW) == (None, "Anna Kovaleva", "")
    assert meant("Anna Kovaleva", "a source", chosen=AS_PRINTED) == (None, "a source", "")
    assert meant("", role="a source in the ministry") == (None, "", "a source in the ministry")
    assert meant("") is None


def test_of_two_of_one_name_the_one_in_the_role_is_meant_or_one_is_chosen():
    economist, poet = (make.make_speaker("Anna Kovaleva", description=one) for one in ("economist", "poet"))
    SpeakerRole.objects.create(speaker=poet, title="laureate")

    assert meant("Anna Kovaleva (economist)") == (economist, "Anna Kovaleva", "")
    assert meant("Anna Kovaleva", role="laureate") == (poet, "Anna Kovaleva", "laureate")
    with pytest.raises(ValidationError):
        meant("Anna Kovaleva")


def test_what_stands_stays_as_it_is():
    known = make.make_speaker("Anna Kovaleva")
    resolved = make.make_statement(speakers=[(known, "Kovaleva", "")]).attributions.get()
    printed = make.make_statement(speakers=["Kovaleva"]).attributions.get()

    assert meant("Anna Kovaleva", "Kovaleva", "minister", stood=resolved) == (known, "Kovaleva", "minister")
    assert meant("Kovaleva", "Kovaleva", stood=printed) == (None, "Kovaleva", "")
    assert meant("Kovaleva", "Kovaleva", chosen=NEW, stood=printed) == (None, "Kovaleva", "")
