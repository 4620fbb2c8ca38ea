"""What is kept of a public statement: all that a list shows of it, and nothing that others may rename."""

import json

import pytest

from archive.entries.values import shown_of
from archive.entries.writing import written
from archive.models import Statement
from tests.factories import make_claim, make_document, make_occasion, make_public_statement, make_speaker

pytestmark = pytest.mark.django_db
TEXT = "Ada Moreau, mayor of Dorna, spoke. “The toll stays”, she repeated."


def shown(*rows: Statement) -> list[dict]:
    found = shown_of([one.pk for one in rows])
    return [json.loads(written(found[one.pk])) for one in rows]


def test_of_a_statement():
    speaker, occasion = make_speaker("Ada Moreau"), make_occasion()
    row = make_public_statement(
        make_document(TEXT), "The toll stays", said_on="2023-05", occasion=occasion, speakers=[(speaker, "Ada Moreau", "mayor of Dorna")]
    )

    (found,) = shown(row)

    assert found == {
        "id": row.public_id, "text": "The toll stays", "start": 36, "end": 50, "kind": "direct", "force": "asserted", "language": "en",
        "said_on": "2023-05", "reported": False, "earliest": "2023-05-01", "latest": "2023-05-31", "said_words": "", "said_rule": "",
        "locator": "", "prefix": TEXT[4:36], "suffix": "”, she repeated.", "version": 1, "recorded_at": row.recorded_at.isoformat(),
        "translation_of": None, "occasion": occasion.pk, "document": row.document_id, "links": [],
        "speakers": [{"speaker": speaker.pk, "called": "", "beside": "mayor of Dorna", "name": "Ada Moreau", "role": "mayor of Dorna"}],
    }  # fmt: skip


def test_of_its_links():
    claim = make_claim("The toll stays.")
    first = make_public_statement(make_document(TEXT), "The toll stays", claims=[claim], said_on="2022-01-31")
    again = make_public_statement(claims=[claim], said_on="2022-03", undated=False)

    ((one,), (two,)) = (found["links"] for found in shown(first, again))

    assert (one["claim"], one["role"], one["reserved"], one["counts"]) == (claim.pk, "first", ["repeated", False], True)
    assert one["history"] == {
        "before": None, "after": "said", "after_words": "", "is_said": False, "is_said_before": False, "is_repeated": False,
        "is_report": False, "in_same_article": False, "is_answered": False, "turned_from": None, "unsure": "",
    }  # fmt: skip
    assert (two["role"], two["reserved"]) == ("again", None)
    assert two["history"] == one["history"] | {
        "before": ["2022-01-31", False], "after_words": "The toll stays", "is_said": True, "is_said_before": True,
    }  # fmt: skip


def test_first_saying_is_unsure_while_others_may_be_earlier():
    claim = make_claim()
    first = make_public_statement(claims=[claim], said_on="2022-01-31")
    undated = make_public_statement(claims=[claim], said_on="")

    assert shown(first)[0]["links"][0]["history"]["unsure"] == "undated"
    make_public_statement(claims=[claim], said_on="2022-01-31")
    assert shown(first)[0]["links"][0]["history"]["unsure"] == "coarse"
    assert shown(undated)[0]["links"][0]["role"] == "undated"


def test_what_has_no_row_is_called_as_it_is_printed():
    row = make_public_statement(make_document(TEXT), "The toll stays", speakers=["a source", (None, "", "mayor of Dorna")])

    (found,) = shown(row)

    assert [(one["speaker"], one["called"], one["name"]) for one in found["speakers"]] == [
        (None, "a source", ""), (None, "mayor of Dorna", ""),
    ]  # fmt: skip


def test_three_rows_cost_the_queries_of_one(django_assert_num_queries):
    claim = make_claim()
    rows = [make_public_statement(claims=[claim], said_on=f"20{year}-01-31").pk for year in (21, 22, 23)]

    for asked in rows[:1], rows:
        with django_assert_num_queries(10):
            shown_of(asked)
