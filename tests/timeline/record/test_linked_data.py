"""Linked data: what schema.org calls a thing, and that nothing is called what it is not."""

import json
from itertools import chain

import pytest

from archive import publication
from archive.models import Claim, Document, Statement
from tests.factories import (
    make_article,
    make_claim,
    make_document,
    make_occurrence,
    make_outlet,
    make_public_statement,
    make_speaker,
    the_chief,
)
from tests.timeline import schema_org
from timeline.lists.claims import public_claim
from timeline.lists.occurrences import Occurrences
from timeline.lists.paging import OLDEST_FIRST
from timeline.record.linked_data import article_thing, claim_thing, statement_thing
from timeline.record.reports_of_claims import Report, read
from timeline.record.single import statement_of
from timeline.record.trails import first_appearance
from timeline.templatetags.record import json_ld

pytestmark = pytest.mark.django_db
SITE = "http://testserver"


def public(words: str = "The toll stays", *, document: Document | None = None, **fields) -> Statement:
    document = document or make_document(
        f"“{words}”, she said.", outlet=make_outlet("Telexa", kind="agency"), url="https://telexa.example/1", title="Toll & tax"
    )
    speakers = [(make_speaker("Ada Moreau"), "Ada Moreau", "mayor")]
    row = make_public_statement(document, words, **({"speakers": speakers, "said_on": "2023-05-17"} | fields))
    return statement_of(row.public_id)


def test_quotation():
    row = public(claims=[make_claim("The toll stays.")])
    document = row.document

    assert statement_thing(row, "Ada Moreau, 17 May 2023") == {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "@id": f"http://testserver/statements/{row.public_id}/",
        "url": f"http://testserver/statements/{row.public_id}/",
        "identifier": row.public_id,
        "text": "The toll stays",
        "creditText": "Ada Moreau, 17 May 2023",
        "inLanguage": "en",
        "dateCreated": "2023-05-17",
        "spokenByCharacter": [{"@type": "Person", "name": "Ada Moreau", "url": "http://testserver/speakers/ada-moreau/"}],
        "isBasedOn": {
            "@type": "NewsArticle",
            "@id": f"http://testserver/documents/{document.public_id}/",
            "headline": "Toll & tax",
            "url": "https://telexa.example/1",
            "inLanguage": "en",
            "publisher": {"@type": "Organization", "name": "Telexa"},
        },
        "about": [{"@type": "Claim", "@id": "http://testserver/claims/the-toll-stays/"}],
        "version": 1,
    }


@pytest.mark.parametrize(("kind", "genre"), [("indirect", "indirect speech"), ("mixed", "mixed speech")])
def test_paraphrase_is_no_quotation(kind, genre):
    thing = statement_thing(public(document=make_document("The toll stays, she said."), kind=kind), "credit")

    assert (thing["@type"], thing["genre"], thing["temporalCoverage"]) == ("CreativeWork", genre, "2023-05-17")
    assert [one["name"] for one in thing["mentions"]] == ["Ada Moreau"]
    assert not {"spokenByCharacter", "dateCreated", "isBasedOn"} & set(thing)


def test_a_coarse_date_is_not_given_as_exact():
    assert "dateCreated" not in statement_thing(public(said_on="2023-05"), "")


def test_an_unnamed_source_has_no_type():
    assert statement_thing(public(speakers=["a source in the ministry"]), "")["spokenByCharacter"] == ["a source in the ministry"]


@pytest.mark.parametrize(
    ("kind", "outlet_kind", "type_of_it", "genre"),
    [
        ("article", "agency", "NewsArticle", None),
        ("article", "paper", "NewsArticle", None),
        ("article", "ministry", "Article", None),
        ("release", "ministry", "Article", "press release"),
        ("release", "agency", "Article", "press release"),
        ("transcript", "broadcaster", "CreativeWork", "transcript"),
        ("interview", "paper", "Article", "interview"),
        ("post", "other", "SocialMediaPosting", "post"),
    ],
)
def test_type_follows_what_the_article_is(kind, outlet_kind, type_of_it, genre):
    thing = article_thing(make_document(article=make_article(make_outlet(kind=outlet_kind), kind=kind)))

    assert (thing["@type"], thing.get("genre")) == (type_of_it, genre)


@pytest.mark.parametrize(
    ("author", "shown"),
    [("J. Doe and R. Roe", "J. Doe and R. Roe"), ("TELEXA", {"@type": "Organization", "name": "Telexa"}), ("", None)],
)
def test_author_has_a_type_only_where_it_is_known(author, shown):
    assert article_thing(make_document(outlet=make_outlet("Telexa"), author=author)).get("author") == shown


def test_our_own_words_are_no_headline():
    thing = article_thing(make_document(outlet=make_outlet("Telexa"), title="Document of Telexa"))

    assert (thing.get("headline"), thing["name"]) == (None, "Document of Telexa")


def reports_of(claim: Claim) -> list[Report]:
    return read(Occurrences(claim.pk).read(OLDEST_FIRST, None, 50, back=False))[0]


def test_claim_thing():
    claim = make_claim("The toll stays.")
    row = public(claims=[claim])
    work = {"@type": "Quotation", "@id": f"http://testserver/statements/{row.public_id}/"}

    assert claim_thing(public_claim(claim.slug), reports_of(claim), first_appearance(claim.pk)) == {
        "@context": "https://schema.org",
        "@type": "Claim",
        "@id": "http://testserver/claims/the-toll-stays/",
        "url": "http://testserver/claims/the-toll-stays/",
        "text": "The toll stays.",
        "firstAppearance": work,
        "appearance": [work],
    }


def test_a_claim_appears_in_a_paraphrase_and_not_where_it_is_denied():
    claim = make_claim("The toll stays.")
    told = public("The toll would stay", kind="indirect", claims=[claim])
    denied = make_public_statement(said_on="2023-05-18")
    publication.publish(make_occurrence(denied, claim, stance="denies"), by=the_chief())

    assert claim_thing(public_claim(claim.slug), reports_of(claim), None)["appearance"] == [
        {"@type": "CreativeWork", "@id": f"{SITE}/statements/{told.public_id}/"}
    ]


def things_in(value):
    if isinstance(value, dict):
        yield value
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    yield from chain.from_iterable(things_in(child) for child in children)


@pytest.mark.parametrize("kind", ["direct", "indirect", "mixed"])
def test_every_type_is_known_and_every_address_of_ours_answers(client, kind):
    claim = make_claim("The toll stays.")
    row = public(kind=kind, claims=[claim])

    for page in (row, claim, row.document):
        html = client.get(page.get_absolute_url()).content.decode()
        _, *blocks = html.split('<script type="application/ld+json">')
        (thing,) = [json.loads(block.partition("</script>")[0]) for block in blocks]
        assert schema_org.faults(thing) == []
        for one in things_in(thing):
            ours = [one[name] for name in ("@id", "url") if one.get(name, "").startswith(SITE)]
            assert [client.get(address.removeprefix(SITE)).status_code for address in ours] == [200] * len(ours)


def test_linked_data_can_not_end_its_block():
    thing = {"text": "</script><script>alert(1)</script> & <!-- \u2028"}

    block = json_ld(thing)

    assert block.count("<") == 2
    assert json.loads(block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")) == thing


def test_a_day_of_publication_is_not_that_of_the_words():
    assert "dateCreated" not in statement_thing(public(said_rule="publication"), "")


@pytest.mark.parametrize(
    ("thing", "fault"),
    [
        ({"@type": "Quotation", "texts": "The toll stays"}, "no property texts"),
        ({"@type": "Quote", "text": "The toll stays"}, "no class Quote"),
        ({"@type": "Person", "spokenByCharacter": "Ada Moreau"}, "spokenByCharacter does not belong to ['Person']"),
        ({"@type": "Quotation", "spokenByCharacter": {"@type": "NewsArticle"}}, "spokenByCharacter holds no"),
    ],
)
def test_a_word_that_schema_org_has_not_is_found(thing, fault):
    assert fault in " ".join(schema_org.faults({"@context": "https://schema.org", **thing}))
