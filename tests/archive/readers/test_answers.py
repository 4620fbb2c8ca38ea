"""Who gave an address is told by mail what became of the report, once there was time to take the answer back."""

import pytest
from django.core import mail

from archive import tasks
from archive.models import ErrorReport
from archive.models.readers.kinds import ErrorAnswer, ErrorKind
from archive.readers import reports as readers_reports
from tests.factories import make_public_statement, the_chief

pytestmark = pytest.mark.django_db


def settled(answer, email="ada@mail.example", reason="It is on page 3."):
    taken = readers_reports.take(readers_reports.about(make_public_statement().get_absolute_url()), ErrorKind.DATE, "May.", email=email)
    return readers_reports.settle(taken, answer, reason, by=the_chief())


def tell(report):
    return tasks.tell_who_reported.func(report.pk, str(report.settled_at))


def test_the_answer_goes_to_who_gave_an_address(settings):
    settings.EMAIL_URL = "smtp://mail.example"
    report = settled(ErrorAnswer.MENDED)
    assert tell(report)
    assert mail.outbox[0].to == ["ada@mail.example"]
    assert f"{settings.SITE_URL}{report.address}\n\nIt was put right.\n\nIt is on page 3." in mail.outbox[0].body

    taken_back = settled(ErrorAnswer.NOTHING)
    readers_reports.reopen(taken_back, by=the_chief())
    again = readers_reports.settle(ErrorReport.objects.get(pk=taken_back.pk), ErrorAnswer.NOTHING, "So it is.", by=the_chief())
    assert [tell(one) for one in (taken_back, settled(ErrorAnswer.SPAM), settled(ErrorAnswer.MENDED, email=""))] == [False] * 3
    assert tell(again)
    assert "stands as it is" in mail.outbox[1].body


def test_without_a_mail_server_nobody_is_told(settings):
    settings.EMAIL_URL = ""
    assert not tell(settled(ErrorAnswer.MENDED))
