"""What is new, and who is told of it: by the rows that it touches, and by the list itself where that is narrowed."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive import publication
from archive.alerts import noticing
from archive.capture import rechecks, sightings
from archive.identity.merged_speakers import merge_speakers
from archive.linking.claims import enter_claim
from archive.models import AlertEntry, AlertReceiver, Check, Statement
from tests import factories as make
from tests.archive.alerts import rows
from timeline.alerts.matching import entries_for
from timeline.alerts.news import lots
from timeline.alerts.telling import told
from timeline.alerts.watched import Understood, understand

pytestmark = pytest.mark.django_db
BEFORE = datetime(2020, 1, 1, tzinfo=UTC)


def watch(*addresses: Any) -> AlertReceiver:
    found = [understand(one if isinstance(one, str) else one.get_absolute_url()) for one in addresses]
    assert all(isinstance(one, Understood) for one in found), found
    return rows.receiver(f"{AlertReceiver.objects.count()}@example.org", *[one.wanted for one in found], at=BEFORE)


def news() -> dict[str, list[str]]:
    """What is new since it was asked last: of each receiver, the kinds of it with the words of the statements."""
    was, now = noticing.read_before(), noticing.up_to()
    found = {}
    for begin, end, lot in lots(was, now):
        assert noticing.keep(entries_for(lot), was=begin, now=end)
    for entry in AlertEntry.objects.unpacked().order_by("pk").select_related("receiver"):
        text = Statement.objects.get(pk=entry.statement).text if entry.statement else ""
        found.setdefault(entry.receiver.address.partition("@")[0], []).append(f"{entry.kind}: {text}".strip(" :"))
    AlertEntry.objects.all().delete()
    return found


def correct(row: Any, revision_class: str = "correction", **changes: Any) -> None:
    publication.correct(row, by=make.the_chief(), changes=changes, revision_class=revision_class, reason="It was misread.")


def withdraw(row: Any, revision_class: str = "retraction") -> None:
    publication.withdraw(row, by=make.the_chief(), revision_class=revision_class, reason="He never said it.")


def test_new_saying_is_told_to_who_watches_its_claim_speaker_outlet_or_a_list_that_holds_it():
    speaker, claim, outlet = (
        make.make_speaker("Ada Moreau"),
        enter_claim("The toll stays.", by=make.the_chief()),
        make.make_outlet("Telexa"),
    )
    fields = {"speakers": [speaker], "claims": [claim]}
    make.make_public_statement(make.make_document(outlet=outlet), **fields)
    held = ["/chronology/", "/search/?q=toll", "/chronology/2024/06/", f"/chronology/?speaker={speaker.slug}&q=%22toll stays%22"]
    held += [
        f"{claim.get_absolute_url()}?speaker={speaker.slug}",
        f"/speakers/{speaker.slug}/",
        "/chronology/?kind=direct&said_from=2024-06-01",
    ]
    other = ["/search/?q=dam", "/search/?q=toll -stays", "/chronology/undated/", "/chronology/2023/", "/corrections/"]
    other += [f"/chronology/?speaker={speaker.slug}&said_to=2023", f"{claim.get_absolute_url()}?counted=denials"]
    expected = [watch(one).address for one in (speaker, claim, outlet, *held)]
    for one in other:
        watch(one)

    make.make_public_statement(
        make.make_document("“The toll stays,” she said.", outlet=outlet), "The toll stays", said_on="2024-06-24", **fields
    )

    assert news() == {one.partition("@")[0]: ["saying: The toll stays"] for one in expected}
    assert news() == {}


def test_receiver_is_told_once_of_what_several_of_his_watches_hold():
    speaker = make.make_speaker()
    first = make.make_public_statement(speakers=[speaker])
    watch(speaker, "/chronology/", "/search/?q=toll", first.document.outlet)

    make.make_public_statement(words="The toll stays", speakers=[speaker])

    assert news() == {"0": ["saying: The toll stays"]}


def test_correction_is_told_where_it_stood_and_where_it_stands():
    ada, bea = make.make_speaker("Ada Moreau"), make.make_speaker("Bea Lind")
    said = make.make_public_statement(words="The toll stays", speakers=[ada], said_on="2023-05-17")
    make.make_public_statement(speakers=[bea])
    held = [
        "/chronology/2023/05/17/",
        "/search/?q=toll",
        f"/chronology/?speaker={ada.slug}&q=toll",
        f"/chronology/?speaker={bea.slug}&q=toll",
    ]
    for one in (
        said,
        ada,
        bea,
        "/corrections/",
        *held,
        "/search/?q=-toll stays",
        "/chronology/2022/",
        "/chronology/?said_from=2023-06&dates=overlap",
    ):
        watch(one)

    correct(said, speakers=[(bea, "Bea Lind", "")], said_on="2023-05-18")

    assert news() == {str(number): ["correction: The toll stays"] for number in range(8)}


def test_withdrawal_is_told_by_what_the_public_saw_before_and_public_again_too():
    speaker, claim = make.make_speaker(), enter_claim("The toll stays.", by=make.the_chief())
    said = make.make_public_statement(words="The toll stays", speakers=[speaker], claims=[claim], said_on="2023-05")
    undated = make.make_public_statement(words="The dam holds", said_on="")
    make.make_public_statement(claims=[claim])
    held = ["/search/?q=toll", "/chronology/?kind=direct", "/chronology/2023/", "/chronology/2023/05/"]
    held += ["/chronology/?said_from=2023-05-20&dates=overlap"]
    for one in (said, speaker, claim, *held, "/chronology/undated/", "/chronology/2023/05/17/", "/search/?q=toll&kind=indirect"):
        watch(one)

    withdraw(said)
    withdraw(undated)
    assert news() == {str(number): ["withdrawal: The toll stays"] for number in range(8)} | {
        "4": ["withdrawal: The toll stays", "withdrawal: The dam holds"],
        "8": ["withdrawal: The dam holds"],
    }
    said.refresh_from_db()
    publication.publish(said, by=make.the_chief(), reason="The tape was found.")
    assert news() == {str(number): ["again: The toll stays"] for number in range(8)}
    said.refresh_from_db()
    correct(said, locator="page 3")
    said.refresh_from_db()
    withdraw(said, "legal-removal")
    assert news()["0"] == ["withdrawal: The toll stays"]  # of what was withdrawn since, that alone


def test_link_is_told_to_who_watches_the_claim_and_a_taken_one_corrects():
    claim = enter_claim("The toll stays.", by=make.the_chief())
    make.make_public_statement(claims=[claim])
    said = make.make_public_statement(words="The toll will stay", claims=["Tolls are fair."])
    for one in (claim, said, said.attributions.get().speaker):
        watch(one)

    publication.publish(make.make_occurrence(said, claim), by=make.the_chief())
    assert news() == {"0": ["linked: The toll will stay"]}
    said.refresh_from_db()
    withdraw(said.occurrences.get(claim=claim))
    assert news() == {str(number): ["correction: The toll will stay"] for number in range(3)}


def test_what_a_source_puts_right_is_told_beside_each_of_its_statements():
    document = make.make_document("“The toll stays,” she said. “The dam holds.”", published="2018-06-01")
    speaker = make.make_speaker("Ada Moreau")
    toll, dam = (make.make_public_statement(document, words, speakers=[speaker]) for words in ("The toll stays", "The dam holds"))
    watch(toll)
    both = watch(speaker)
    watch("/search/?q=dam")
    watch("/corrections/")
    watch(document)

    make.make_notice(document, "retraction", "52.4 instead of 54.2")
    was, now = noticing.read_before(), noticing.up_to()
    ((_begin, _end, lot),) = lots(was, now)
    entries = [entry for entry in entries_for(lot) if entry.receiver_id == both.pk]
    (item,) = told(entries)
    assert (item.kind, [one.url for one in item.beneath]) == (
        "source",
        [f"http://testserver{one.get_absolute_url()}" for one in (toll, dam)],
    )
    assert "retracted this report" in item.changes[0].now
    told_of = ["source: The toll stays", "source: The dam holds"]
    assert news() == {"0": told_of[:1], "1": told_of, "2": told_of[1:], "3": ["source"], "4": told_of}
    correct(document, title="Another title")
    assert news()["0"] == ["correction: The toll stays"]
    correct(speaker, "typo", description="mayor")
    assert news() == {"1": ["correction"], "3": ["correction"]}


def test_who_watches_a_document_is_told_of_what_is_taken_from_it_and_taken_back():
    document = make.make_document("“The toll stays,” she said. “The dam holds.”")
    toll = make.make_public_statement(document, "The toll stays")
    watch(document)

    make.make_public_statement(document, "The dam holds")
    make.make_public_statement(words="The airport opens")
    assert news() == {"0": ["saying: The dam holds"]}
    withdraw(toll)
    assert news() == {"0": ["withdrawal: The toll stays"]}


def test_words_that_a_page_has_no_longer_are_told_when_it_is_first_seen():
    said = make.make_public_statement(make.make_document("“The toll stays,” she said.", url="https://a.example/1"), "The toll stays")
    article, at = said.document.article, datetime(2024, 8, 1, tzinfo=UTC)
    watch(said)
    other = make.make_document("“The toll goes,” she said.", article=article)

    def look(outcome: str, hours: int, document: Any = None) -> dict[str, list[str]]:
        moment = at + timedelta(hours=hours)
        if outcome == "gone":
            rechecks._gone(article, None, moment, "404")
        else:
            sightings.saw_again(document, at=moment)
            Check.objects.create(article=article, at=moment, outcome=outcome, document=document)
        return news()

    assert look("same", 1, said.document) == {}
    assert look("changed", 2, other) == {"0": ["page: The toll stays"]}
    assert look("changed", 3, other) == {}
    assert look("same", 4, said.document) == {}
    assert look("gone", 5) == {"0": ["page: The toll stays"]}
    assert look("gone", 6) == {}
    rows.entry(AlertReceiver.objects.get(), f"c{Check.objects.latest('pk').pk}", kind="page", statement=said.pk)
    (item,) = told(list(AlertEntry.objects.all()))
    assert (item.note, item.said.words) == ("The page was gone.", "The toll stays")
    sightings.saw_again(said.document, at=at + timedelta(hours=7))
    assert told(list(AlertEntry.objects.all())) == []


def test_who_watches_a_speaker_is_told_of_the_one_that_he_turned_out_to_be():
    old, other, kept = (make.make_speaker(name) for name in ("A. Moreau", "A. M. Moreau", "Ada Moreau"))
    for one in (old, other, kept):
        make.make_public_statement(speakers=[one])
    watch(old)
    watch(f"/chronology/?speaker={old.slug}&q=toll")
    merge_speakers(other, old, by=make.the_chief(), reason="One person.")
    merge_speakers(kept, other, by=make.the_chief(), reason="One person.")
    news()

    make.make_public_statement(words="The toll stays", speakers=[kept])

    assert news() == {"0": ["saying: The toll stays"], "1": ["saying: The toll stays"]}


def test_what_was_new_before_it_was_watched_is_no_news():
    speaker = make.make_speaker()
    noticing.read_before()
    make.make_public_statement(speakers=[speaker])
    watch(speaker)

    assert news() == {}


def test_cost_is_that_of_what_is_new_and_of_the_lists_that_may_hold_it():
    speaker = make.make_speaker()
    make.make_public_statement(speakers=[speaker])
    watch(speaker, "/search/?q=toll")

    def queries(statements: int) -> int:
        for _ in range(statements):
            make.make_public_statement(words="The toll stays", speakers=[speaker])
        was, now = noticing.read_before(), noticing.up_to()
        with CaptureQueriesContext(connection) as asked:
            assert [len(entries_for(lot)) for _was, _now, lot in lots(was, now)] == [statements]
        news()
        return len(asked)

    assert queries(1) == queries(3)
