"""A statement's page tells when its claims were said before it and after it, how many days lie between, and leads to each place."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive import publication
from archive.enums import Stance
from tests.factories import make_claim, make_document, make_occasion, make_occurrence, make_public_statement, make_speaker, the_chief
from tests.timeline.pages import dead_links

pytestmark = pytest.mark.django_db
ROW = re.compile(r"<dt>(.*?)</dt><dd>(.*?)</dd>", re.DOTALL)


def besides_of(statement):
    page = Client().get(statement.get_absolute_url()).content.decode()
    told = page.partition('<dl class="facts besides">')[2].partition("</dl>")[0]
    assert dead_links(Client(), [(statement.get_absolute_url(), page)]) == []
    return [(label, unescape(" ".join(re.sub(r"<[^>]*>", "", words).split()))) for label, words in ROW.findall(told)]


def test_the_sayings_before_and_after_are_told_with_the_days_between():
    claim, ada = make_claim("The toll stays."), make_speaker("Ada Moreau")
    council = make_occasion("Council", held_on="2020-01-11")
    said = [
        make_public_statement(said_on=day, claims=[claim], speakers=[who], occasion=where)
        for day, who, where in (
            ("2020-01-01", ada, None), ("2020-01-11", "a source", council), ("2020-01-11", ada, council),
            ("2020-01-31", ada, None), ("2021-05", "a source", None),
        )
    ]  # fmt: skip
    denial = make_public_statement(said_on="2020-02-02", speakers=[ada])
    publication.publish(make_occurrence(denial, claim, stance=Stance.DENIES), by=the_chief())
    undated = make_public_statement(said_on="", claims=[claim], speakers=["a source"])
    by_ada = ("By this speaker", "Ada Moreau: said on 3 occasions")

    assert besides_of(said[0]) == [
        ("Said again", "11 January 2020, 10 days later, a source"),
        ("Said last", "May 2021, 486 to 516 days later, a source"),
        by_ada,
    ]
    assert besides_of(said[2]) == [
        ("Said before", "1 January 2020, 10 days before, Ada Moreau"),
        ("Said again", "31 January 2020, 20 days later, Ada Moreau"),
        ("Said last", "May 2021, 476 to 506 days later, a source"),
        by_ada,
    ]
    assert besides_of(denial)[:2] == [
        ("First said", "1 January 2020, 32 days before, Ada Moreau"),
        ("Said before", "31 January 2020, 2 days before, Ada Moreau"),
    ]
    assert [label for label, _words in besides_of(undated)] == ["First said", "Said last"]


def test_of_many_claims_and_sayings_as_many_queries_are_asked_as_of_one():
    one = make_public_statement(
        make_document("Tolls rise, bridges fall, and ferries are late."), said_on="2020-01-01", claims=["Tolls rise."]
    )
    many = make_public_statement(said_on="2020-01-01", claims=[f"Toll {number} rises." for number in range(7)])
    for number in range(7):
        make_public_statement(said_on="2020-01-05", claims=[f"Toll {number} rises."])
    make_public_statement(said_on="2020-01-05", claims=["Tolls rise."])

    def queries(statement):
        with CaptureQueriesContext(connection) as asked:
            Client().get(statement.get_absolute_url())
        return len(asked)

    assert queries(one) == queries(many)
    assert len(re.findall("Said again", Client().get(many.get_absolute_url()).content.decode())) == 5
