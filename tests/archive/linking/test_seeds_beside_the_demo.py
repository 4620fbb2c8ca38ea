"""Two real documents beside the whole demo archive: the claim they share is found, and not by chance."""

import random

import pytest
from django.core.management import call_command

from archive.capture import capture
from archive.drafting import draft
from archive.linking.candidates import candidates
from archive.linking.comparing import best
from archive.models import Document, Passage, Suggestion
from tests import factories as make

SHARED_CLAIM = "ndivisib"
SHUFFLES = 500


def in_archive(file) -> Document:
    chief = make.the_chief()
    document = capture(file.read_bytes(), by=chief)
    for statement in draft(document):
        make.accept(statement, by=chief)
    return document


def bears_the_claim(passage: Passage, document: Document) -> bool:
    return passage.statement.document_id == document.pk and SHARED_CLAIM in passage.text


@pytest.mark.full
@pytest.mark.sqlite  # what candidates are found is asked of both, of a smaller record
@pytest.mark.django_db
def test_shared_claim_is_among_the_five_best_and_shuffled_scores_do_not_find_it(shared_dir):
    call_command("load_demo", verbosity=0)
    one, two = (in_archive(file) for file in sorted((shared_dir / "seeds").glob("*.txt")))
    total = Passage.objects.count()
    asked = Passage.objects.get(statement__document=one, text__contains=SHARED_CLAIM)

    listed = [row.other if row.passage == asked else row.passage for row in best(asked, total)[:5]]
    compared = [bears_the_claim(passage, two) for passage in candidates(asked)]

    assert [passage for passage in listed if bears_the_claim(passage, two)] != []
    shuffle = random.Random(17)
    by_chance = sum(any(shuffle.sample(compared, 5)) for _ in range(SHUFFLES))
    assert by_chance < SHUFFLES / 2

    call_command("suggest", verbosity=0, processes=1)
    assert Suggestion.objects.open().filter(passage__text__contains=SHARED_CLAIM, other__text__contains=SHARED_CLAIM).exists()
