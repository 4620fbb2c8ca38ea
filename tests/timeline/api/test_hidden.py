"""What is not public, or not any more, stands in no answer: not in a list, a record, a search or a count."""

import pytest

from archive.models import Outlet
from tests.timeline.api.conftest import SECRETS

LISTS = ["statements", "claims", "occurrences", "speakers", "outlets", "documents", "occasions", "corrections"]


@pytest.mark.parametrize("policy", ["excerpts", "full"])
def test_no_answer_holds_words_or_names_that_are_not_public(record, get, policy):
    Outlet.objects.update(text_policy=policy)
    records = [
        f"statements/{record.said.public_id}/", f"statements/{record.denied.public_id}/", "claims/gate-open/", "speakers/sergey-lavrov/",
        "outlets/belta/", f"documents/{record.document.public_id}/", f"occasions/{record.occasion.public_id}/",
    ]  # fmt: skip
    bodies = [get(path).content.decode().casefold() for path in [*(f"{name}/?count=1" for name in LISTS), *records]]
    bodies.append(get(f"statements/{record.hidden['withdrawn'].public_id}/", 410).content.decode().casefold())

    assert [(secret, body) for secret in SECRETS.values() for body in bodies if secret in body] == []


@pytest.mark.parametrize("secret", SECRETS.values())
@pytest.mark.parametrize("name", ["statements", "claims", "speakers", "outlets", "documents", "occasions"])
def test_no_search_finds_or_counts_it(record, get, name, secret):
    assert get(f"{name}/?q={secret}&count=1").json() == {"next": None, "previous": None, "results": [], "count": 0, "count_is_exact": True}


def test_counts_are_of_what_is_public(record, get):
    counts = {name: get(f"{name}/?count=1").json()["count"] for name in LISTS}

    assert counts == {
        "statements": 2, "claims": 1, "occurrences": 2, "speakers": 1, "outlets": 1, "documents": 1, "occasions": 1, "corrections": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    "parameter", ["speaker=umbrella-man", "speaker=xylophone-man", "claim=the-walnut-is-lost", "claim=the-xylophone-is-lost"]
)
def test_no_filter_takes_what_is_not_public(record, get, parameter):
    assert get(f"statements/?{parameter}", 400).json()["errors"][0]["code"] == "unknown"


def test_words_beside_a_statement_end_where_hidden_ones_begin(record, get):
    quote = get(f"statements/{record.denied.public_id}/").json()["selector"][0]

    assert quote["prefix"] == ".” “"
