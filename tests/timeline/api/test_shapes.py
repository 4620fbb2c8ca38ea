"""The whole JSON of each record, literally: programs rely on it."""

import hashlib

from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.models import Affiliation, Document, FactCheck, Outlet, SpeakerIdentifier
from tests.factories import make_claim, make_document, make_occasion, make_public_statement
from tests.timeline.api.conftest import TEXT

SAID = {"edtf": "2023-05-17", "earliest": "2023-05-17", "latest": "2023-05-17", "words": "17 May 2023", "of": "saying"}
DAY = {name: value for name, value in SAID.items() if name != "of"}
SITE = "http://testserver"


def the_document(record) -> dict:
    return {
        "id": record.document.public_id,
        "title": "Gate",
        "outlet": "BelTA",
        "url": "https://belta.example/gate",
        "published": {
            "edtf": "2023-05-17T15:44:00+03:00",
            "earliest": "2023-05-17",
            "latest": "2023-05-17",
            "words": "17 May 2023, 15:44 (UTC+3)",
        },
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    }


def the_statement(record) -> dict:
    return {
        "id": record.said.public_id,
        "url": f"{SITE}/statements/{record.said.public_id}/",
        "text": "The gate is open",
        "kind": "direct",
        "force": "asserted",
        "language": "en",
        "said_on": SAID,
        "said_words": "on Wednesday",
        "said_rule": "event phrase",
        "speakers": [{"name": "Sergey Lavrov", "slug": "sergey-lavrov", "printed": "Lavrov", "role": "Russian Foreign Minister"}],
        "document": the_document(record),
        "source_status": None,
        "locator": "p. 2",
        "selector": [
            {"type": "TextQuoteSelector", "exact": "The gate is open", "prefix": "“", "suffix": ",” the minister said. “"},
            {"type": "TextPositionSelector", "start": 1, "end": 17},
        ],
        "occasion": {
            "id": record.occasion.public_id,
            "url": f"{SITE}/occasions/{record.occasion.public_id}/",
            "name": "Talks",
            "place": "Moscow",
        },
        "translation_of": None,
        "occurrences": [{"claim": "gate-open", "stance": "asserts", "likeness": "paraphrase", "start": 1, "end": 17}],
        "version": 1,
        "recorded_at": "2024-07-02T09:30:00+00:00",
    }


def the_denial(record) -> dict:
    start = TEXT.index("No gate")
    return {
        "id": record.denied.public_id,
        "url": f"{SITE}/statements/{record.denied.public_id}/",
        "text": "No gate was ever closed",
        "kind": "indirect",
        "force": "asserted",
        "language": "en",
        "said_on": None,
        "said_words": "",
        "said_rule": "",
        "speakers": [{"name": None, "slug": None, "printed": "a source in the ministry", "role": ""}],
        "document": the_document(record),
        "source_status": None,
        "locator": "",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": "No gate was ever closed",
                "prefix": ".” “",
                "suffix": ",” a source in the ministry said",
            },
            {"type": "TextPositionSelector", "start": start, "end": start + 23},
        ],
        "occasion": None,
        "translation_of": None,
        "occurrences": [{"claim": "gate-open", "stance": "denies", "likeness": "paraphrase", "start": start + 3, "end": start + 16}],
        "version": 1,
        "recorded_at": "2024-07-02T09:30:00+00:00",
    }


def the_claim() -> dict:
    return {
        "slug": "gate-open",
        "url": f"{SITE}/claims/gate-open/",
        "text": "The gate is open.",
        "first_said": SAID,
        "last_said": SAID,
        "sayings": 1,
        "reports": 1,
        "retracted_reports": 0,
        "variants": 0,
        "narrower": 0,
        "wider": 0,
        "denials": 1,
        "relays": 0,
        "speakers": 1,
        "outlets": 1,
        "longest_silence_days": None,
        "longest_silence": None,
        "fact_checks": [],
        "occurrences_url": f"{SITE}/api/v1/occurrences/?claim=gate-open",
        "trail_url": f"{SITE}/api/v1/claims/gate-open/trail/",
    }


def listed(*results: dict) -> dict:
    return {"next": None, "previous": None, "results": list(results)}


def test_statements(record, get):
    assert get("statements/").json() == listed(the_statement(record), the_denial(record))
    alone = get(f"statements/{record.said.public_id}/").json()
    assert alone.pop("log").keys() == {"index", "hash", "proof"}
    assert alone == the_statement(record)


def test_claims(record, get):
    assert get("claims/").json() == listed(the_claim())
    assert get("claims/gate-open/").json() == the_claim()


def test_what_others_found_of_a_claim_stands_with_it_in_their_words(record, get):
    merged = make_claim(merged_into=record.claim)
    for claim, publisher, published in ((record.claim, "Plainfacts", "2024-05"), (merged, "Proverka", "")):
        address = f"https://{publisher}.example/1"
        FactCheck.objects.create(
            claim=claim, publisher=publisher, address=address, rating="mostly false", language="en", published=published
        )

    shape = get("claims/gate-open/").json()

    checks = [
        {"publisher": name, "url": f"https://{name}.example/1", "rating": "mostly false", "language": "en", "published": published}
        for name, published in (("Plainfacts", "2024-05"), ("Proverka", None))
    ]
    assert (shape["fact_checks"], get("claims/").json()["results"][0]) == (checks, shape)


def test_occurrences(record, get):
    said, denied = the_statement(record), the_denial(record)
    assert get("occurrences/?claim=gate-open").json() == listed(
        {**said["occurrences"][0], "text": "The gate is open", "statement": said},
        {**denied["occurrences"][0], "text": "gate was ever", "statement": denied},
    )


def test_trail(record, get):
    said, denied = get("occurrences/?claim=gate-open").json()["results"]
    again = make_public_statement(
        make_document("“The gate is wide open,” he said."), "The gate is wide open", said_on="2023-06", speakers=[record.minister],
        claims=[record.claim],
    )  # fmt: skip
    nothing = {
        "days_since": None, "since": None, "is_reversal": False, "said_before": None, "may_be_later": None, "compared_with": None,
        "changed": [], "remark": "", "reports": [],
    }  # fmt: skip

    first, later, denial = get("claims/gate-open/trail/").json()["results"]

    assert first == nothing | {"role": "first", "counted": "sayings", "occurrence": said}
    assert denial == nothing | {"role": "denied", "counted": "denials", "occurrence": denied}
    assert later | {"occurrence": later["occurrence"]["statement"]["id"]} == nothing | {
        "role": "again",
        "counted": "sayings",
        "days_since": {"fewest": 15, "most": 44, "about": False, "in_order": True},
        "since": "said",
        "compared_with": record.said.public_id,
        "changed": [{"op": "same", "words": "The gate is"}, {"op": "added", "words": "wide"}, {"op": "same", "words": "open"}],
        "occurrence": again.public_id,
    }
    assert get("claims/gate-open/").json()["longest_silence"] == {
        "fewest": 15,
        "most": 44,
        "about": False,
        "in_order": True,
        "from": SAID | {"counted": "sayings"},
        "until": {
            "edtf": "2023-06",
            "earliest": "2023-06-01",
            "latest": "2023-06-30",
            "words": "June 2023",
            "of": "saying",
            "counted": "sayings",
        },
    }


def test_a_day_of_publication_is_told_to_be_one(record, get):
    row = make_public_statement(said_on="2023-05-20", said_rule="publication", claims=[make_claim("The gate is blue.", slug="blue")])
    said_on = get(f"statements/{row.public_id}/").json()["said_on"]

    assert (said_on["words"], said_on["of"]) == ("reported 20 May 2023", "publication")
    assert get("claims/blue/").json()["first_said"] == said_on


def test_the_first_of_a_trail_says_by_which_words_it_was_said_before(record, get):
    claim = make_claim("The gate is blue.", slug="blue")
    document = make_document("“As I said in March, the gate is blue,” he said.")
    make_public_statement(document, "As I said in March, the gate is blue", claims=[claim])
    make_public_statement(said_on="", claims=[claim])

    first, _ = get("claims/blue/trail/").json()["results"]

    assert (first["said_before"], first["may_be_later"]) == ("As I said", "undated")


def test_trail_takes_the_same_queries_for_two_rows_and_five(record, get):
    with CaptureQueriesContext(connection) as few:
        get("claims/gate-open/trail/")
    for day in range(3):
        make_public_statement(said_on=f"2023-06-1{day}", claims=[record.claim], occasion=make_occasion())

    with CaptureQueriesContext(connection) as many:
        get("claims/gate-open/trail/")

    assert len(many) == len(few)


def test_speakers(record, get):
    SpeakerIdentifier.objects.create(speaker=record.minister, value="Q42")
    Affiliation.objects.create(speaker=record.minister, kind="country", name="DE", since="2019")
    speaker = {
        "slug": "sergey-lavrov",
        "url": f"{SITE}/speakers/sergey-lavrov/",
        "name": "Sergey Lavrov",
        "kind": "person",
        "description": "minister",
        "identifiers": [{"scheme": "wikidata", "value": "Q42", "url": "https://www.wikidata.org/wiki/Q42"}],
        "affiliations": [{"kind": "country", "name": "DE", "since": "2019", "until": None}],
        "statements": 1,
        "statements_url": f"{SITE}/api/v1/statements/?speaker=sergey-lavrov",
    }
    assert get("speakers/").json() == listed(speaker)
    assert get("speakers/sergey-lavrov/").json() == speaker


def test_outlets(record, get):
    outlet = {
        "slug": "belta",
        "url": f"{SITE}/outlets/belta/",
        "name": "BelTA",
        "kind": "agency",
        "homepage": "https://belta.example/",
        "text_policy": "excerpts",
        "statements": 2,
        "statements_url": f"{SITE}/api/v1/statements/?outlet=belta",
    }
    assert get("outlets/").json() == listed(outlet)
    assert get("outlets/belta/").json() == outlet


def test_documents(record, get):
    document = the_document(record) | {
        "page": f"{SITE}/documents/{record.document.public_id}/",
        "outlet_slug": "belta",
        "kind": "article",
        "copy_url": None,
        "author": "A. Writer",
        "language": "en",
        "published_words": "",
        "zone": "Europe/Minsk",
        "zone_source": "stated",
        "captured_at": "2024-07-01T12:00:00+00:00",
        "supersedes": None,
        "wire_copy_of": None,
        "relation": None,
        "relates_to": None,
        "relation_note": "",
        "source_status": None,
        "notices": [],
        "redactions": [],
    }
    first, second = "“The gate is open,” the minister said. “", ".” “No gate was ever closed,” a source in the ministry said"
    begin = TEXT.index(second)
    excerpts = [
        {"statement": record.said.public_id, "start": 0, "end": len(first), "text": first},
        {"statement": record.denied.public_id, "start": begin, "end": begin + len(second), "text": second},
    ]
    assert get("documents/").json() == listed(document)
    assert get(f"documents/{record.document.public_id}/").json() == document | {"text": None, "excerpts": excerpts}


def test_document_gives_its_text_where_the_outlet_allows_it(record, get):
    document = make_document("The tide is high, she said.", outlet=record.outlet)
    make_public_statement(document, "The tide is high")
    Outlet.objects.update(text_policy="full")

    full = get(f"documents/{document.public_id}/").json()
    partly_withdrawn = get(f"documents/{record.document.public_id}/").json()

    assert (full["text"], full["excerpts"]) == ("The tide is high, she said.", [])
    assert (partly_withdrawn["text"], len(partly_withdrawn["excerpts"])) == (None, 2)


def test_document_names_others_only_if_they_are_public(record, get):
    Document.objects.filter(pk=record.draft_document.pk).update(supersedes=record.document)
    Document.objects.filter(pk=record.document.pk).update(wire_copy_of=record.draft_document)
    copy = make_document("The tide is low.", outlet=record.outlet, wire_copy_of=record.document)
    make_public_statement(copy)

    assert [row["wire_copy_of"] for row in get("documents/").json()["results"]] == [None, record.document.public_id]


def test_translation_names_its_original_only_while_that_is_public(record, get):
    draft = record.hidden["draft"]
    one = make_public_statement(words="Брама адкрыта", language="be", translation_of=record.said)
    two = make_public_statement(words="Парасон згублены", language="be", translation_of=draft)

    named = [get(f"statements/{row.public_id}/").json()["translation_of"] for row in (one, two)]

    assert named == [record.said.public_id, None]


def test_occasions(record, get):
    occasion = {
        "id": record.occasion.public_id,
        "url": f"{SITE}/occasions/{record.occasion.public_id}/",
        "name": "Talks",
        "kind": "meeting",
        "place": "Moscow",
        "held_on": DAY,
        "statements": [record.said.public_id],
    }
    assert get("occasions/").json() == listed(occasion)
    assert get(f"occasions/{record.occasion.public_id}/").json() == occasion


def test_root_leads_to_the_lists(get):
    found = get("").json()

    assert [url.removeprefix(f"{SITE}/api/v1/") for url in found.values()] == [
        *(f"{name}/" for name in list(found)[:8]),
        "log/",
        "search/",
        "openapi.json",
        "docs/",
    ]
