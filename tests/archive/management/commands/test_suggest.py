"""`suggest` proposes links of all accepted statements, or of those drafted after one, and counts."""

import io

import pytest
from django.core.management import CommandError, call_command

from archive.models import Suggestion
from tests import factories as make

pytestmark = pytest.mark.django_db
WORDS = "No state may strengthen its own security at the cost of another state."


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("suggest", *arguments, stdout=out)
    return out.getvalue().strip()


def test_links_are_proposed_and_counted():
    for _ in range(2):
        make.make_accepted_statement(words=WORDS)
    make.make_statement(words=WORDS)

    assert run() == "Statements: 2. Links proposed: 2. Waiting for a judgement: 1."
    assert Suggestion.objects.count() == 1


def test_proposing_again_changes_nothing():
    for _ in range(2):
        make.make_accepted_statement(words=WORDS)
    run()
    before = list(Suggestion.objects.values())

    run()

    assert list(Suggestion.objects.values()) == before


def test_only_statements_after_one_are_asked():
    first, second, third = (make.make_accepted_statement(words=WORDS) for _ in range(3))

    assert run("--since", second.public_id) == "Statements: 1. Links proposed: 2. Waiting for a judgement: 2."
    assert {one.passage.statement for one in Suggestion.objects.all()} == {third}
    assert {one.other.statement for one in Suggestion.objects.all()} == {first, second}


def test_unknown_statement_is_refused():
    with pytest.raises(CommandError, match="No statement is called nowhere"):
        run("--since", "nowhere")
