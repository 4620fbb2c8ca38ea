"""What would be taken out is known before anything is."""

import pytest

from archive.errors import Refused
from archive.publication.redacting import planned, target_of
from archive.publication.redacting.elsewhere import repeated_elsewhere
from tests import factories as make

pytestmark = pytest.mark.django_db
WORDS = "the pilot took bribes from the ferry line"


def test_words_that_stand_in_several_places_go_from_each_statement_there():
    document = make.make_document(f"“Once {WORDS},” she said. It rained. “And again {WORDS},” he said. “Nobody knew.”")
    first, second = make.make_statement(document, f"Once {WORDS}"), make.make_statement(document, f"And again {WORDS}")
    make.make_statement(document, "Nobody knew.")

    plan = planned(target_of(document, words=WORDS))

    assert [document.text[start:end] for start, end in plan.spans[document.pk]] == [WORDS, WORDS]
    assert plan.statements() == [first, second]


def test_place_without_words_is_refused():
    document = make.make_document("One … two.")

    with pytest.raises(Refused, match="No words stand there"):
        target_of(document, (4, 5))


def test_fewer_words_than_tell_a_sentence_are_looked_for_nowhere():
    said = make.make_public_statement(make.make_document("“Nobody knew it,” he said."), "Nobody knew it")
    make.make_public_statement(
        make.make_document("Nobody knew it. Nobody saw it.", outlet=make.make_outlet(text_policy="full")), "Nobody saw it"
    )

    assert repeated_elsewhere(said) == []
