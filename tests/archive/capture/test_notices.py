"""What an outlet corrects or retracts is proposed by address, earlier capture or title."""

import pytest

from archive.capture import capture
from archive.capture.provenance import Provenance
from archive.models import Document, NoticeSuggestion
from tests import factories as make

pytestmark = pytest.mark.django_db
URL = "https://coastal.example/2023/bridge"
TITLE = "Bridge over the Veyra opens in spring"
NEARLY = "Its title is nearly that of the notice"
REPORT = f"{TITLE}\n\nThe toll is five euros, the minister said on Wednesday at a press conference in Valmere."
OTHER = "Harbour toll stays as it is\n\nNobody has to pay a second time for the same quay, the minister said."


@pytest.fixture
def outlet():
    return make.make_outlet("Coastal News")


@pytest.fixture
def report(outlet) -> Document:
    capture(OTHER.encode(), Provenance(outlet=outlet, url=f"{URL}-2", published="2023-05-16", title="Harbour toll stays as it is"))
    return capture(REPORT.encode(), Provenance(outlet=outlet, url=URL, published="2023-05-17", title=TITLE))


def taken(text: str, outlet, title: str = "", url: str = "https://coastal.example/notice", day: str = "2023-05-18") -> Document:
    return capture(text.encode(), Provenance(outlet=outlet, url=url, published=day, title=title or "A note to our readers"))


def proposed() -> list[tuple[str, Document, str]]:
    return [(one.relation, one.other, one.reason) for one in NoticeSuggestion.objects.order_by("id")]


@pytest.mark.parametrize(
    ("text", "title", "relation", "reason"),
    [
        (f"Correction: the toll is three euros, not five ({URL}?utm_source=x).", "", "correction", f"The notice names its address: {URL}"),
        (f"Correction: in “{TITLE}” the toll was wrong. It is three euros.", "", "correction", "The notice prints its title"),
        (f"Исправление: в материале «{TITLE}» указана неверная пошлина.", "", "correction", "The notice prints its title"),
        ("The toll is three euros, not five.", f"Correction: {TITLE}", "correction", "Its title is nearly that of the notice"),
        (
            "No such press conference took place.",
            "Retraction: Bridge over the Veyra opens",
            "retraction",
            "Its title is nearly that of the notice",
        ),
    ],
)
def test_report_that_a_notice_means_is_proposed(report, outlet, text, title, relation, reason):
    taken(text, outlet, title)

    ((is_a, other, why),) = proposed()
    assert (is_a, other) == (relation, report)
    assert why.startswith(reason)


def test_report_that_is_named_twice_is_proposed_once_and_an_article_without_text_never(report, outlet):
    make.make_article(outlet=outlet, url=f"{URL}-3")

    taken(f"Correction: our article ({URL}?utm_source=x) was wrong. Read it at {URL}, and its end at {URL}-3 now.", outlet)

    assert [other for _, other, _ in proposed()] == [report]


def test_earlier_capture_of_the_same_page_is_proposed(report, outlet):
    notice = "Correction: An earlier version of this article said that the toll is five euros."

    later = taken(f"{REPORT.replace('five', 'three')}\n\n{notice}", outlet, TITLE, url=URL)
    taken(f"{REPORT.replace('five', 'three')} More.\n\n{notice}", outlet, TITLE, url=URL)  # the same notice again

    assert proposed() == [("correction", report, "It is the capture of this article before the notice stood there")]
    assert NoticeSuggestion.objects.get().words == notice
    assert NoticeSuggestion.objects.get().document == later


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (f"The market needs a correction, says “{TITLE}” ({URL}).", {}),
        (f"Correction: in “{TITLE}” the toll was wrong.", {"outlet": None}),
        (f"Correction: the toll is three euros ({URL}).", {"outlet": None}),
        (f"Correction: in “{TITLE}” the toll was wrong.", {"day": "2023-05-16"}),
        (f"Correction: in “{TITLE}” the toll was wrong.", {"day": "2026-05-16"}),
        ("Correction: in “Ferry to the islands stops” the day was wrong.", {}),
    ],
    ids=["no notice", "another outlet's", "another outlet's address", "before it", "years later", "not here"],
)
def test_what_no_notice_means_is_not_proposed(report, outlet, text, changes):
    taken(text, **({"outlet": outlet} | changes | ({"outlet": make.make_outlet("Gazette")} if "outlet" in changes else {})))

    assert proposed() == []


def test_all_that_fit_are_proposed(report, outlet):
    again = capture(f"{REPORT} Again.".encode(), Provenance(outlet=outlet, url=f"{URL}-3", published="2023-05-17", title=TITLE))

    taken(f"Correction: in “{TITLE}” the toll was wrong.", outlet)

    assert {other for _, other, _ in proposed()} == {report, again}
