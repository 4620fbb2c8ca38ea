"""Citations, links into the original and linked data."""

import json

import pytest

from archive.models import Statement
from tests.factories import make_claim, make_document, make_outlet, make_public_statement, make_speaker
from timeline.record.citing import citations, claim_thing, quotation, text_fragment
from timeline.templatetags.record import json_ld

pytestmark = pytest.mark.django_db


def cited(words: str = "The toll stays", url: str = "https://telexa.example/1", title: str = "Toll & tax", **fields) -> Statement:
    document = make_document(f"“{words}”, she said.", outlet=make_outlet("Telexa"), url=url, title=title)
    speakers = [(make_speaker("Ada Moreau"), "Ada Moreau", "mayor")]
    row = make_public_statement(document, words, **({"speakers": speakers, "said_on": "2023-05-17"} | fields))
    return Statement.objects.shown().get(pk=row.pk)


WIKI = (
    "{{cite web |quote=The toll stays |author=Ada Moreau |date=2023-05-17 |title=Toll & tax |publisher=Telexa"
    " |url=https://telexa.example/1 |via=[%s On Record]}}"
)
BIBTEX = """\
@misc{%(id)s,
  author = {{Ada Moreau}},
  title = {{The toll stays}},
  howpublished = {Telexa: Toll \\& tax},
  year = {2023},
  date = {2023-05-17},
  url = {%(link)s},
  note = {On Record, version 1}
}"""


def test_citations():
    row = cited()
    link = f"http://testserver/statements/{row.public_id}/"

    assert [(one.name, one.text) for one in citations(row)] == [
        ("Plain text", f"“The toll stays” — Ada Moreau, 17 May 2023, in Telexa, “Toll & tax”. On Record, version 1, {link}"),
        ("Markdown", f"> The toll stays\n>\n> — Ada Moreau, 17 May 2023, in Telexa, “Toll & tax”. [On Record]({link})"),
        (
            "Wikipedia",
            WIKI % link,
        ),
        (
            "BibTeX",
            BIBTEX % {"id": row.public_id, "link": link},
        ),
    ]


def test_a_template_can_not_be_broken_out_of():
    wiki = citations(cited("stays }} {{evil | arg"))[2].text

    assert wiki.startswith("{{cite web |quote=stays &#125;&#125; {{evil &#124; arg |author=")


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("The toll stays", "The%20toll%20stays"),
        ("A well-known toll, & more", "A%20well%2Dknown%20toll%2C%20%26%20more"),
        ("Сбор", "%D0%A1%D0%B1%D0%BE%D1%80"),
        ("one two three four five six\nseven", "one%20two%20three%20four%20five,three%20four%20five%20six%20seven"),
        (f"one two three four five {'more ' * 30}and so it ended then", "one%20two%20three%20four%20five,and%20so%20it%20ended%20then"),
    ],
)
def test_text_fragment(words, fragment):
    assert text_fragment(cited(words)) == f"https://telexa.example/1#:~:text={fragment}"


def test_text_fragment_takes_the_place_of_another():
    assert text_fragment(cited(url="https://telexa.example/1#top")) == "https://telexa.example/1#:~:text=The%20toll%20stays"


def test_text_fragment_of_a_text_without_an_address():
    assert text_fragment(cited(url="")) == ""


def test_quotation():
    row = cited(claims=[make_claim("The toll stays.")])
    document = row.document

    assert quotation(row) == {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "@id": f"http://testserver/statements/{row.public_id}/",
        "url": f"http://testserver/statements/{row.public_id}/",
        "identifier": row.public_id,
        "text": "The toll stays",
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
    }


def test_a_coarse_date_is_not_given_as_exact():
    assert "dateCreated" not in quotation(cited(said_on="2023-05"))


def test_claim_thing():
    claim = make_claim("The toll stays.")
    row = cited(claims=[claim])
    work = {"@type": "Quotation", "@id": f"http://testserver/statements/{row.public_id}/"}

    assert claim_thing(claim, list(claim.occurrences.all())) == {
        "@context": "https://schema.org",
        "@type": "Claim",
        "@id": "http://testserver/claims/the-toll-stays/",
        "url": "http://testserver/claims/the-toll-stays/",
        "text": "The toll stays.",
        "firstAppearance": work,
        "appearance": [work],
    }


def test_linked_data_can_not_end_its_block():
    thing = {"text": "</script><script>alert(1)</script> & <!-- \u2028"}

    block = json_ld(thing)

    assert block.count("<") == 2
    assert json.loads(block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")) == thing
