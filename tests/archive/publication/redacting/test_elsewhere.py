"""Who takes words back is told where else the public reads them, and of nothing more."""

import pytest

from archive import publication
from archive.errors import NeedsConfirmation, Refused
from archive.models import Event
from archive.publication.redacting.elsewhere import repeated_elsewhere
from tests import factories as make
from tests.archive.publication.redacting.bench import WORDS

pytestmark = pytest.mark.django_db
WHY = "The source took it back."


@pytest.fixture
def said():
    return make.make_public_statement(make.make_document(f"“{WORDS}”, he said."), WORDS)


def printed(text, policy="full", **fields):
    document = make.make_document(text, outlet=make.make_outlet(text_policy=policy), **fields)
    return make.make_public_statement(document, "The ferries sail again on Tuesday").document


def test_full_text_that_repeats_the_words_is_told_and_confirmed(said):
    other = printed(f"It was said that {WORDS.upper()}. The ferries sail again on Tuesday.")

    with pytest.raises(NeedsConfirmation, match=other.public_id) as asked:
        publication.withdraw(said, by=make.the_chief(), revision_class="retraction", reason=WHY)

    (doubt,) = asked.value.doubts
    assert doubt.about == other
    publication.withdraw(said, by=make.the_chief(), revision_class="retraction", reason=WHY, confirmed=[doubt.seen])
    assert Event.objects.get(verb="withdrawn").detail == {"confirmed": [doubt.told]}


def test_what_the_public_does_not_read_is_not_told(said):
    text = f"It was said that {WORDS}. The ferries sail again on Tuesday."
    printed(text, "excerpts")
    printed(text, wire_copy_of=said.document)
    make.make_document(text, outlet=make.make_outlet(text_policy="full"))
    printed("It was said that pilots took bribes from the ferry line. The ferries sail again on Tuesday.")

    assert repeated_elsewhere(said) == []


def test_legal_removal_asks_about_every_public_statement_of_the_same_words(said):
    text = f"“{WORDS}”, she said."
    document = make.make_document(text, outlet=make.make_outlet(text_policy="excerpts"))
    other = make.make_public_statement(document, WORDS)
    make.make_statement(make.make_document(text), WORDS)
    make.make_public_statement(make.make_document("The ferries sail again on Tuesday."), "The ferries sail again on Tuesday")

    assert repeated_elsewhere(said) == repeated_elsewhere(said, "retraction") == []
    with pytest.raises(NeedsConfirmation, match=other.public_id) as asked:
        publication.withdraw(said, by=make.the_chief(), revision_class="legal-removal", reason=WHY)

    (doubt,) = asked.value.doubts
    assert doubt.about == other
    publication.withdraw(said, by=make.the_chief(), revision_class="legal-removal", reason=WHY, confirmed=[doubt.seen])


def test_legal_removal_asks_about_few_words_too():
    first, other = (
        make.make_public_statement(make.make_document("“Pilots took bribes”, he said."), "Pilots took bribes") for _ in range(2)
    )
    full = printed("Pilots took bribes, it was said. The ferries sail again on Tuesday.")

    assert repeated_elsewhere(first) == []
    assert [one.about for one in repeated_elsewhere(first, "legal-removal")] == [full, other]


def test_reason_of_a_legal_removal_does_not_quote(said):
    with pytest.raises(Refused, match="Say why in others"):
        publication.withdraw(said, by=make.the_chief(), revision_class="legal-removal", reason=f"He denies that {WORDS}.")
