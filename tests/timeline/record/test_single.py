"""One statement or one document, as a page of its own needs it."""

import pytest

from archive.models import Statement
from tests.between import before_reading
from tests.factories import make_claim, make_document, make_occasion, make_public_statement, make_speaker, make_statement
from timeline.record.single import document_of, statement_of

pytestmark = pytest.mark.django_db


def test_a_statement_with_all_that_its_page_tells(django_assert_num_queries):
    anna, claim = make_speaker("Anna Hill"), make_claim("It stays.")
    row = make_public_statement(speakers=[anna, "a source"], claims=[claim], occasion=make_occasion("Talks"))
    expected = Statement.objects.select_related("document__article__outlet").get(pk=row.pk)

    found = statement_of(row.public_id)

    with django_assert_num_queries(0):
        assert (found, found.occasion.name, found.document.article.outlet) == (expected, "Talks", expected.document.outlet)
        assert [(one.speaker, str(one)) for one in found.attributions.all()] == [(anna, "Anna Hill"), (None, "a source")]
        assert [one.claim for one in found.public_occurrences] == [claim]
    for one, other in ((found, expected), (found.document, expected.document), (found.document.article, expected.document.article)):
        names = [field.attname for field in one._meta.concrete_fields if field.attname not in one.get_deferred_fields()]
        assert {name: getattr(one, name) for name in names} == {name: getattr(other, name) for name in names}


def test_a_statement_without_occasion_claims_or_named_speaker():
    row = make_public_statement(speakers=["a source"])

    found = statement_of(row.public_id)

    assert (found.occasion, found.public_occurrences, [one.speaker for one in found.attributions.all()]) == (None, [], [None])


def test_a_document_with_its_text_and_outlet(django_assert_num_queries):
    document = make_document("“It stays,” she said.")
    make_public_statement(document, "It stays")

    found = document_of(document.public_id)

    with django_assert_num_queries(0):
        assert (found, found.text, found.article, found.outlet) == (document, document.text, document.article, document.outlet)


def test_what_is_not_public_is_not_found():
    draft = make_statement()

    assert (statement_of(draft.public_id), document_of(draft.document.public_id), statement_of("nothing")) == (None, None, None)


def test_an_occasion_that_is_removed_while_its_statement_is_read():
    row = make_public_statement(occasion=make_occasion("Talks"))

    def remove() -> None:
        Statement.objects.update(occasion=None)
        row.occasion.delete()

    with before_reading("FROM archive_occasion", remove):
        found = statement_of(row.public_id)

    assert found.occasion is None
