"""What is refused where somebody answers what a reader reported: told above the list of reports."""

from django.test import Client
from django.urls import reverse

from archive.models import ErrorReport
from archive.models.readers.kinds import ErrorAnswer, ErrorKind
from archive.readers import reports
from archive.readers.reports import About
from tests import factories as make
from tests.archive.desk.guards.meeting import ANYWHERE, Meeting, Situation
from tests.archive.desk.guards.of_doubts import signed_in


def answering(answer: ErrorAnswer, told: str, *, answered_before: bool = False) -> Situation:
    def situation(client: Client) -> Meeting:
        signed_in(client, "reviewer")
        report = reports.take(About(), ErrorKind.DATE, "It was said a day before.")
        if answered_before:
            reports.settle(report, ErrorAnswer.SPAM, by=make.make_user("reviewer", username="Olga"))
        return Meeting(lambda: press(client, report, answer), told, ANYWHERE)

    return situation


def press(client: Client, report: ErrorReport, answer: ErrorAnswer):
    return client.post(reverse("desk:settle-report", args=[report.pk]), {"answer": answer.value})


SITUATIONS: list[tuple[str, Situation]] = [
    (
        "readers/reports.py: %(person)s answered this already",
        answering(ErrorAnswer.MENDED, "Olga answered this already.", answered_before=True),
    ),
    ("readers/reports.py: Say why there is nothing to mend", answering(ErrorAnswer.NOTHING, "Say why there is nothing to mend.")),
]
UNREACHED: dict[str, str] = {}
