"""What a reviewer accepts is one hash of all that he judges, and of nothing else."""

import pytest

from archive.acceptance import judged_as
from archive.migrations.frozen.acceptance import judged_as as judged_then
from archive.models import Attribution, Statement
from tests import factories as make

pytestmark = pytest.mark.django_db


def hashed(statement) -> str:
    return judged_as(Statement.objects.get(pk=statement.pk))


@pytest.mark.parametrize(
    "columns", [{"start": 1}, {"end": 5}, {"kind": "mixed"}, {"force": "denied"}, {"said_on": "2023-05-18"}, {"document": "another"}]
)
def test_whatever_is_judged_changes_it(columns):
    statement = make.make_statement()
    before = hashed(statement)
    if "document" in columns:
        columns = {"document": make.make_document(statement.text)}  # the same text elsewhere

    Statement.objects.filter(pk=statement.pk).update(**columns)

    assert hashed(statement) != before


@pytest.mark.parametrize("columns", [{"name": "Another"}, {"role": "minister"}, {"speaker": None}])
def test_whoever_says_it_changes_it(columns):
    statement = make.make_statement()
    before = hashed(statement)

    Attribution.objects.update(**columns)

    assert hashed(statement) != before


def test_order_of_the_speakers_changes_it():
    statement = make.make_statement(speakers=["a source", "another"])
    before = hashed(statement)

    Attribution.objects.filter(name="a source").update(position=5)

    assert hashed(statement) != before


def test_nothing_else_changes_it():
    statement = make.make_statement()
    before = hashed(statement)

    Statement.objects.filter(pk=statement.pk).update(locator="page 7", occasion=make.make_occasion(), language="de", said_words="Monday")

    assert hashed(statement) == before


def test_migration_gave_the_same():
    statement = make.make_statement(speakers=[make.make_speaker("Анна Холт"), ("", "a source", "in the ministry")[1]])
    speakers = statement.attributions.values_list("speaker", "name", "role")
    document = (statement.document.public_id, statement.document.sha256)

    span, said = (statement.start, statement.end), (statement.said_on, statement.undated)

    assert judged_then(document, span, statement.kind, statement.force, said, speakers) == judged_as(statement)
