"""Where stems stand: written where it is another now, counted once a passage, and mended where counts went wrong."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.linking import passages, postings
from archive.models import Passage, Posting, Statement, Term
from tests import factories as make

pytestmark = pytest.mark.django_db
INDEX = ("archive_posting", "archive_term", "archive_passagevector", "archive_vectorblock")


def stems_of(statement: Statement) -> set[str]:
    terms = Posting.objects.filter(passage__statement=statement).values("term_id")
    return set(Term.objects.filter(pk__in=terms).values_list("stem", flat=True))


def counts() -> dict[str, int]:
    return dict(Term.objects.values_list("stem", "passages"))


def test_what_stands_as_it_should_is_not_written_again():
    statement = make.make_accepted_statement(words="The bridge opens in spring. The toll on it stays as it is.")

    with CaptureQueriesContext(
        connection,
    ) as asked:
        passages.index(statement)

    written = [one["sql"] for one in asked if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert [sql for sql in written if any(table in sql for table in INDEX)] == []


def test_passage_that_is_read_otherwise_is_posted_anew():
    statement = make.make_accepted_statement(words="The bridge opens in spring.")
    (passage,) = statement.passages.all()

    postings.post({passage.pk: ["toll", "spring", "x" * 99]}, there=[passage.pk])

    assert stems_of(statement) == {"toll", "spring", "x" * 64}
    assert counts() == {"bridg": 0, "open": 0, "spring": 1, "toll": 1, "x" * 64: 1}


def test_wrong_counts_are_put_right_and_stems_that_stand_nowhere_go():
    make.make_accepted_statement(words="The bridge opens in spring.")
    Term.objects.filter(stem="bridg").update(passages=7)
    Term.objects.create(stem="toll", passages=2)

    postings.recount()

    assert counts() == {"bridg": 1, "open": 1, "spring": 1}


def test_taken_out_passages_leave_no_posting():
    statement = make.make_accepted_statement(words="The bridge opens in spring.")

    postings.unpost(list(Passage.objects.filter(statement=statement).values_list("pk", flat=True)))

    assert not Posting.objects.exists()
    assert set(counts().values()) == {0}
