"""Lists of speakers and outlets."""

import pytest

from archive.enums import TallyScope
from archive.models import Outlet, Speaker
from tests.factories import make_document, make_outlet, make_public_statement, make_speaker
from timeline.lists.found import Found
from timeline.lists.names import COLUMNS, Line, lines_of
from timeline.lists.paging import Count
from timeline.lists.walks import Walk

pytestmark = pytest.mark.django_db


def lines(scope, rows):
    return lines_of(scope, list(rows.order_by("name_key").values_list(*COLUMNS[scope], named=True)), Found(Walk()))


def test_speakers_with_the_number_of_their_statements():
    anna, _peter = make_speaker("Anna Hill", description="economist"), make_speaker("Peter Marsh")
    for _time in range(2):
        make_public_statement(speakers=[anna])

    assert lines(TallyScope.SPEAKER, Speaker.objects) == [
        Line("anna-hill", "Anna Hill", "Anna Hill (economist)", "economist", Count(2)),
        Line("peter-marsh", "Peter Marsh", "Peter Marsh", "", None),
    ]
    assert lines(TallyScope.SPEAKER, Speaker.objects.none()) == []


def test_outlets_with_the_number_of_their_statements():
    make_public_statement(make_document(outlet=make_outlet("Telexa", kind="agency")))
    make_outlet("Vela", kind="other")

    assert lines(TallyScope.OUTLET, Outlet.objects) == [
        Line("telexa", "Telexa", "Telexa", "news agency", Count(1)),
        Line("vela", "Vela", "Vela", "", None),
    ]
