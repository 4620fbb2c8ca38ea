"""What was read is counted by outlet and year, with what is public of it, and told on its page; drafts are no statements there."""

import pytest
from django.test import Client

from archive.figures import coverage
from archive.models import KeptFigures
from tests.factories import make_document, make_outlet, make_public_statement, make_statement
from timeline.about import coverage as shown
from timeline.about.coverage import coverage as told_of

pytestmark = pytest.mark.django_db


def test_articles_read_and_statements_found_are_told():
    assert "was not counted yet" in Client().get("/coverage/").content.decode()
    telexa, hidden = make_outlet("Telexa"), make_outlet("Hidden News")
    for published, language in (("2009-05", "en"), ("2023-05-17", "en"), ("2023-06-01", "ru"), ("", "")):
        make_document(outlet=telexa, published=published, language=language)
    said = make_public_statement(make_document("“Tolls rise,” she said. “They fall.”", outlet=telexa, published="2012"), "Tolls rise")
    make_statement(said.document, "They fall")
    make_document(said.document.text + " Again.", article=said.document.article, published="2012")
    make_statement(make_document(outlet=hidden, published="1999"))
    coverage.keep()

    found = told_of()
    assert (found.read, found.elsewhere, found.whole) == (6, 1, (5, 1, 1))
    assert [(name, one.read, one.statements) for name, one in found.years if one.read] == [
        ("2009", 1, 0), ("2012", 1, 1), ("2023", 2, 0), ("Year not known", 1, 0)
    ]  # fmt: skip
    assert found.gaps == ["2010–2011", "2013–2022"]
    assert [(row.outlet, row.found.read, [one.read for one in row.columns]) for row in found.outlets] == [(telexa, 5, [1, 1, 2])]
    page = Client().get("/coverage/").content.decode()
    assert "Hidden News" not in page
    assert "2010–2011, 2013–2022" in page
    assert "Russian" in page


def test_many_outlets_and_years_are_told_together(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(shown, "MOST_COLUMNS", 2)
    monkeypatch.setattr(shown, "MOST_OUTLETS", 1)
    for number in range(4):
        make_public_statement(make_document(outlet=make_outlet(f"Outlet {number}"), published=f"200{number}"))
    coverage.keep()

    found = told_of()
    assert [name for name, _years in found.columns] == ["before 2002", "2002", "2003"]
    assert (len(found.outlets), found.others) == (1, 3)
    with django_assert_num_queries(2):
        assert len(told_of().outlets) == 1
    coverage.keep()
    assert KeptFigures.objects.count() == 1
