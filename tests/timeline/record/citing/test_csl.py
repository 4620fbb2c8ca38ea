"""Citations in CSL-JSON."""

import json
from dataclasses import replace

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given

from archive import edtf
from tests.timeline.record.citing.examples import DIRECT, INDIRECT, TEXTS
from timeline.record.citing.credits import note
from timeline.record.citing.csl import csl_json


def item(told):
    (found,) = json.loads(csl_json(told))
    return found


def rendered(told):
    """As a bibliography prints it, by a processor of its own."""
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(json.loads(csl_json(told))), formatter.plain)
    bibliography.register(Citation([CitationItem(told.id)]))
    (line,) = bibliography.bibliography()
    return str(line)


def test_csl():
    assert item(DIRECT) == {
        "id": "k7m2q9xw4t",
        "type": "article-newspaper",
        "genre": "article",
        "title": "Toll & tax",
        "author": [{"literal": "J. Doe"}],
        "container-title": "Telexa",
        "issued": {"date-parts": [[2023, 5, 18]]},
        "event-date": {"date-parts": [[2023, 5, 17]]},
        "language": "en",
        "source": "On Record",
        "URL": "http://testserver/statements/k7m2q9xw4t/",
        "accessed": {"date-parts": [[2026, 11, 29]]},
        "note": note(DIRECT),
    }


@pytest.mark.parametrize(
    ("kind", "type_of_csl"),
    [
        ("article", "article-newspaper"),
        ("interview", "article-newspaper"),
        ("release", "webpage"),
        ("transcript", "webpage"),
        ("post", "post"),
    ],
)
def test_type_follows_what_the_article_is(kind, type_of_csl):
    assert item(replace(DIRECT, article_kind=kind))["type"] == type_of_csl


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2019-05", {"date-parts": [[2019, 5]]}),
        ("2021-12~", {"date-parts": [[2021, 12]], "circa": True}),
        ("2022-22", {"date-parts": [[2022]], "season": 2}),
        ("2022-07/2022-09", {"date-parts": [[2022, 7], [2022, 9]]}),
        ("2022/..", {"literal": "from 2022 on"}),
    ],
)
def test_dates(date, written):
    assert item(replace(DIRECT, published=edtf.parse(date)))["issued"] == written


@pytest.mark.parametrize("date", ["2023-05-18", "2019-05", "2019~", "2022-22", "2022-07/2022-09", "198X", "0203-05-17"])
def test_a_processor_prints_it(date):
    line = rendered(replace(INDIRECT, published=edtf.parse(date)))

    assert line.startswith("J. Doe ")
    assert "Toll" in line
    assert "Telexa" in line
    assert "November 29, 2026" in line


@given(words=TEXTS, title=TEXTS, author=TEXTS)
def test_fields_come_back_as_they_were(words, title, author):
    told = replace(INDIRECT, words=words, title=title, author=author)

    found = item(told)

    assert (found["title"], found["author"], found["note"]) == (title, [{"literal": author}], note(told))


def test_a_day_of_publication_is_no_day_of_the_event():
    assert "event-date" not in item(replace(DIRECT, is_reported=True))
