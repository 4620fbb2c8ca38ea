"""What a citation tells of a statement."""

from datetime import date

import pytest

from archive.models import Statement
from tests.factories import make_document, make_outlet, make_public_statement, make_speaker
from timeline.record import titles
from timeline.record.citing import cited
from timeline.record.citing.cited import one_line
from timeline.record.single import statement_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 29)


def told_of(words="The toll stays", *, document=None, **fields):
    document = document or make_document(f"“{words}”, she said.", outlet=make_outlet("Telexa"), title="Toll & tax")
    speakers = [(make_speaker("Ada Moreau"), "Ada Moreau", "mayor")]
    row = make_public_statement(document, words, **({"speakers": speakers} | fields))
    row = statement_of(row.public_id)
    titles.tell_as_kept([row.document])
    return cited(row, TODAY)


def test_author_and_date_are_those_of_the_article():
    document = make_document("She said the toll stays.", author="J. Doe", published="2023-05-18T15:44:00+03:00")

    told = told_of("the toll stays", document=document, said_on="2023-05-17", kind="indirect")

    assert (told.author, told.published.text, told.who, told.said.text) == ("J. Doe", "2023-05-18", "Ada Moreau", "2023-05-17")
    assert not told.is_quotation


@pytest.mark.parametrize(
    ("text", "kind", "own"),
    [
        ("“The toll stays”, she said.", "direct", True),
        ("She said the toll stays.", "indirect", False),
        ("She said “the toll stays”, and went.", "mixed", True),
        ("She said «the toll stays,» and went.", "mixed", True),
        ('She called it "the toll stays".', "mixed", True),
        ("She said the toll stays “for ever”.", "mixed", False),
        ("“No”, she said, the toll stays, “ever”.", "mixed", False),
    ],
)
def test_words_are_a_quotation_where_all_of_them_are_the_speakers(text, kind, own):
    words = "The toll stays" if "The toll" in text else "the toll stays"

    assert told_of(words, document=make_document(text), kind=kind).is_quotation is own


def test_what_is_not_known_is_left_out():
    told = told_of(said_on="", speakers=["a source in the ministry"])

    assert (told.author, told.published, told.said, told.who, told.source_url) == ("", None, None, "a source in the ministry", "")


def test_an_article_without_a_title_is_described_and_not_named():
    told = told_of(document=make_document("“The toll stays”, she said.", outlet=make_outlet("Telexa"), title=""))

    assert (told.title, told.titled) == ("", "[Document of Telexa]")


def test_an_hour_is_no_place_in_the_source():
    old = make_public_statement(locator="20:15 h")
    Statement.objects.filter(pk=old.pk).update(locator="20:15")

    assert cited(statement_of(old.public_id), TODAY).place == ""
    assert told_of(locator="p. 3").place == "p. 3"


def test_texts_are_of_one_line():
    assert one_line(" a\n\tb\u2028c\x00d\u00a0e ") == "a b c d e"
