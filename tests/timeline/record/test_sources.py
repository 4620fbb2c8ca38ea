"""A source's own correction or retraction stands beside every statement of it, on every page, in citations, linked data and JSON."""

import re
from datetime import UTC, date, datetime

import pytest

from archive.enums import Likeness, Stance
from archive.models import Check, Sighting, Statement
from archive.publication import publish, take_back
from tests import factories as make
from timeline.record.citing import FORMATS, cited
from timeline.record.linked_data import article_thing, statement_thing
from timeline.record.single import statement_of
from timeline.record.sources import sighting_of, source_line

pytestmark = pytest.mark.django_db
LINE = "Telexa corrected this report on 14 June 2018: 52.4 instead of 54.2"
CLAIM = "The turnout was 54.2 percent."
WORDS = "Turnout was 54.2 percent"


def shown(row: Statement) -> Statement:
    return statement_of(row.public_id)


@pytest.fixture
def said() -> Statement:
    document = make.make_document(
        f"“{WORDS},” he said.", outlet=make.make_outlet("Telexa"), url="https://telexa.example/1", title="Turnout"
    )
    return make.make_public_statement(document, WORDS, said_on="2018-06-11", speakers=[make.make_speaker("Leo Adlam")], claims=[CLAIM])


@pytest.fixture
def pages(said) -> list[str]:
    claim = said.occurrences.get().claim
    speaker = said.attributions.get().speaker
    rows = [said, said.document, said.document.outlet, claim, speaker]
    return ["/", "/chronology/", "/chronology/2018/06/11/", "/search/?q=turnout", *(row.get_absolute_url() for row in rows)]


def words_of(client, page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", client.get(page).content.decode()).split())


def test_corrected_report_says_so_on_every_page_with_the_link(client, said, pages):
    notice = make.make_notice(said.document, note="52.4 instead of 54.2")

    for page in pages:
        assert LINE in words_of(client, page), page
        assert notice.article.url in client.get(page).content.decode(), page


def test_note_goes_from_every_page_when_it_is_taken_back(client, said, pages):
    notice = make.make_notice(said.document, note="52.4 instead of 54.2")
    etag = client.get(pages[4]).headers["ETag"]

    take_back(notice, by=make.the_chief(), reason="It is about another report.")

    assert client.get(pages[4], headers={"If-None-Match": etag}).status_code == 200
    for page in pages[1:]:
        assert LINE not in re.sub(r"(?s)<ol class=\"rows\">.*?</ol>", "", client.get(page).content.decode()), page


def test_corrections_page_tells_both(client, said):
    notice = make.make_notice(said.document, note="52.4 instead of 54.2")
    take_back(notice, by=make.the_chief(), reason="It is about another report.")

    page = words_of(client, "/corrections/")

    assert page.count(f"what its outlet said of it later now: {LINE}") == 1
    assert page.count(f"laterbefore: {LINE}") == 1
    assert "It is about another report." in page


def test_notice_with_a_public_statement_is_linked_here(client, said):
    notice = make.make_notice(said.document)
    assert notice.get_absolute_url() not in client.get(said.get_absolute_url()).content.decode()

    make.make_public_statement(notice)

    assert f'<a href="{notice.get_absolute_url()}">the notice</a>' in client.get(said.get_absolute_url()).content.decode()


def test_statement_published_after_the_correction_has_the_mark_from_the_start(client, said):
    make.make_notice(said.document, note="52.4 instead of 54.2")

    later = make.make_public_statement(said.document, "he said")

    assert LINE in words_of(client, later.get_absolute_url())


def test_retracted_report_is_counted_apart_on_the_page_of_its_claim(client, said):
    again = make.make_public_statement(make.make_document(f"“{WORDS},” he said later."), WORDS, said_on="2018-06-12", claims=[CLAIM])
    claim = said.occurrences.get().claim
    make.make_notice(said.document, "retraction")

    page = client.get(claim.get_absolute_url())

    first, second = page.context["steps"]
    assert (first.lead.placed.statement, first.tag.label) == (said.pk, "In a retracted report")
    assert (second.lead.placed.statement, second.tag.label, second.tag.detail) == (again.pk, "First recorded", "")
    assert (page.context["claim"].tally.sayings, page.context["claim"].tally.retracted) == (1, 1)
    assert "and in 1 retracted report" in words_of(client, claim.get_absolute_url())
    assert "and in 1 retracted report" in words_of(client, "/claims/")


def test_claim_that_stands_in_retracted_reports_alone_keeps_its_page(client, said):
    make.make_notice(said.document, "retraction")

    claim = said.occurrences.get().claim

    assert client.get(claim.get_absolute_url()).context["claim"].tally.sayings == 0
    answer = client.get(f"/api/v1/claims/{claim.slug}/").json()
    assert (answer["sayings"], answer["reports"], answer["retracted_reports"], answer["first_said"]) == (0, 0, 1, None)


def test_report_of_the_same_occasion_is_no_part_of_the_retracted_one(client, said):
    occasion, speakers = make.make_occasion(), [said.attributions.get().speaker]
    claim = make.make_claim("It was hot.")
    both = [make.make_public_statement(occasion=occasion, speakers=speakers, claims=[claim]) for _ in "ab"]

    make.make_notice(both[0].document, "retraction")

    steps = client.get(claim.get_absolute_url()).context["steps"]
    assert [(step.lead.public_id, len(step.reports)) for step in steps] == [(one.public_id, 0) for one in both]


def test_denial_in_a_retracted_report_turns_nobody(client, said):
    speakers, claim = [said.attributions.get().speaker], said.occurrences.get().claim
    denial = make.make_public_statement(said_on="2018-06-12", speakers=speakers)
    publish(make.make_occurrence(denial, claim, stance=Stance.DENIES, likeness=Likeness.PARAPHRASE), by=make.the_chief())
    make.make_notice(said.document, "retraction")

    assert [step.history.turned_from for step in client.get(claim.get_absolute_url()).context["steps"]] == [None, None]


def test_citations_and_linked_data_tell_it(said):
    notice = make.make_notice(said.document, note="52.4 instead of 54.2")

    row = shown(said)

    assert source_line(row) == f"{LINE}."
    told = cited(row, date(2026, 11, 29))
    assert [one.name for one in FORMATS.values() if LINE not in one.write(told)] == []
    comment = {"@type": "CorrectionComment", "text": LINE, "datePublished": "2018-06-14", "url": notice.article.url}
    assert statement_thing(row, "")["isBasedOn"]["correction"] == [comment]
    assert article_thing(row.document)["correction"] == [comment]


def test_nothing_is_told_where_nothing_was_said(said):
    row = shown(said)

    assert source_line(row) == ""
    assert "correction" not in statement_thing(row, "")["isBasedOn"]


@pytest.mark.parametrize("is_public", [True, False])
def test_json_has_the_gravest_notice_and_a_document_all(client, said, is_public):
    correction = make.make_notice(said.document, note="52.4 instead of 54.2")
    retraction = make.make_notice(said.document, "retraction", published="2018-06-12")
    if is_public:
        make.make_public_statement(retraction)

    statement = client.get(f"/api/v1/statements/{said.public_id}/").json()
    document = client.get(f"/api/v1/documents/{said.document.public_id}/").json()
    carried = client.get("/api/v1/occurrences/").json()["results"][0]["statement"]
    step = client.get(f"/api/v1/claims/{said.occurrences.get().claim.slug}/trail/").json()["results"][0]

    assert statement["source_status"] == {
        "status": "retracted", "on": "2018-06-12", "by": retraction.public_id if is_public else None, "url": retraction.article.url,
        "note": "", "words": "Telexa retracted this report on 12 June 2018",
    }  # fmt: skip
    assert document["source_status"] == carried["source_status"] == statement["source_status"]
    assert (step["role"], step["occurrence"]["statement"]["source_status"]) == ("retracted", statement["source_status"])
    assert [(one["status"], one["url"]) for one in document["notices"]] == [
        ("retracted", retraction.article.url), ("corrected", correction.article.url),
    ]  # fmt: skip


def test_copy_says_that_the_agency_corrected_it(client, said):
    copy = make.make_document("A copy.", outlet=make.make_outlet("Gazette"), wire_copy_of=said.document)
    statement = make.make_public_statement(copy)

    make.make_notice(said.document, note="52.4 instead of 54.2")

    assert f"The agency {LINE}" in words_of(client, statement.get_absolute_url())


def test_only_what_rests_on_our_own_look_is_told():
    row = make.make_public_statement()
    assert sighting_of(row) is None

    at = datetime(2024, 5, 1, tzinfo=UTC)
    sighting = Sighting.objects.create(statement=row, outcome="page-gone", seen_at=at, looked_at=at)
    assert sighting_of(row) is None

    Check.objects.create(article=row.document.article, at=at, outcome="gone")
    assert sighting_of(row) == sighting
