"""A page of the queue costs as many queries with many that wait as with few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive import linking
from archive.models import OccasionSuggestion, Suggestion
from tests.factories import make_accepted_statement, make_document, make_occasion, make_speaker

BRIDGE = "The northern bridge over the river Veyra will be opened to {} trains."
HARBOUR = "The harbour of Ostrel will be dredged before the {} storms set in again, he told reporters."


def say(*kinds: str) -> None:
    """Each kind once by somebody else, on an occasion of its own, and once more by one speaker."""
    speaker = make_speaker()
    bridges, harbours = ([(kind, words.format(kind)) for kind in kinds] for words in (BRIDGE, HARBOUR))
    said = [make_accepted_statement(make_document(f"{words} {kind}"), words, occasion=make_occasion()) for kind, words in bridges]
    said += [make_accepted_statement(make_document(f"{words} {kind}"), words, speakers=[speaker]) for kind, words in harbours]
    linking.suggest(said)


def costs(client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.django_db
def test_pages_cost_the_same_whatever_waits(editor):
    say("freight", "night", "tank")
    pairs = [reverse("desk:pair", args=[Suggestion.objects.open().first().pk]), f"{reverse('desk:pairs')}?list"]
    occasions = [
        reverse("desk:one-occasion", args=[OccasionSuggestion.objects.asked().first().pk]),
        f"{reverse('desk:one-occasions')}?list",
    ]
    pages = [*pairs, *occasions, f"{reverse('desk:link')}?q=bridge"]
    before = [costs(editor, page) for page in pages]

    say("goods", "coal", "grain", "local", "fast")

    assert [costs(editor, page) for page in pages] == before
