"""Lists that went wrong are put right from the statements, and what moves alike is written at once. That every act keeps them is held in
`test_tallies`."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive import publication
from archive.enums import RevisionClass
from archive.models import Listing, Statement, Tally
from archive.publication import listings
from tests import factories as make

pytestmark = pytest.mark.django_db


def rows() -> set[tuple]:
    return set(Listing.objects.values_list("tally__scope", "tally__key", "said_sort", "statement"))


def test_lists_that_went_wrong_are_put_right():
    statements = [make.make_public_statement(said_on=day, claims=["It opens."]) for day in ("2019/2021", "2023-05-17", "")]
    right = rows()
    Listing.objects.filter(tally__scope="speaker").delete()
    Listing.objects.filter(tally__scope="kind", statement=statements[0]).update(said_sort=7)
    Listing.objects.create(statement=statements[1], tally=Tally.objects.get(scope="span"), said_sort=8)
    Listing.objects.create(statement=make.make_statement(), tally=Tally.objects.get(scope="span"), said_sort=9)

    wrong = list(listings.rebuild())

    assert (rows(), wrong) == (right, [(3, 3 + 2 + 1)])
    assert list(listings.rebuild()) == [(3, 0)]


def test_article_of_many_statements_moves_to_another_outlet_in_as_many_queries_a_statement():
    article, other = make.make_article(), make.make_outlet()
    document = make.make_document(" ".join(f"word{number}" for number in range(20)), article=article)
    for number in range(20):
        make.make_public_statement(document, f"word{number}", said_on=f"20{number + 10}", speakers=[make.make_speaker()])
    before = listings.standings(list(Statement.objects.values_list("pk", flat=True)))

    changes = {"outlet": other}
    publication.correct(article, by=make.the_chief(), changes=changes, revision_class=RevisionClass.CORRECTION, reason="Misread.")
    after = listings.standings(list(Statement.objects.values_list("pk", flat=True)))

    assert Tally.objects.get(scope="outlet", key=str(other.pk)).statements == 20
    assert {one.key[0] for one in before - after} == {"outlet", "speaker-outlet"}
    with CaptureQueriesContext(connection) as asked:
        listings.moved(after, before)
    changes = [query["sql"] for query in asked if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert len(changes) == 20 + 5  # one for each statement, four of counts that moved alike, and the new rows
