"""The occasion as it was read, entered for a statement and for no other."""

from datetime import UTC, datetime

import pytest

from archive import review
from archive.errors import Refused
from archive.models import ClaimTally, Event, Occasion, Statement
from archive.publication.recounts import recount
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 2, 9, tzinfo=UTC)


def last_verb(row) -> str:
    return Event.objects.filter(object_type=row._meta.model_name, object_id=row.pk).first().verb


def test_naming_the_occasion_gives_it_to_this_statement_alone_and_to_others_as_they_are_named():
    document = make.make_document("“One thing,” he said in Moscow. “Another thing,” he said. “A third thing,” he said elsewhere.")
    read = {"occasion_proposed": "press conference", "place_proposed": "Moscow"}
    one, two = (make.make_statement(document, words, **read) for words in ("One thing,", "Another thing,"))
    other_day = make.make_statement(document, "A third thing,", said_on="2023-05-18", **read)
    other_document = make.make_statement(**read)

    occasion = review.name_occasion(one, by=make.the_chief(), at=AT)
    alone, beside = set(occasion.statements.all()), set(review.of_the_same_occasion(one))
    again = review.name_occasion(two, by=make.the_chief(), at=AT)

    assert (occasion.name, occasion.place, occasion.held_on) == ("Press conference", "Moscow", "2023-05-17")
    assert (alone, beside) == ({one}, {two})
    assert (again, set(occasion.statements.all())) == (occasion, {one, two})
    assert not Statement.objects.filter(pk__in=[other_day.pk, other_document.pk]).exclude(occasion=None).exists()
    assert [last_verb(row) for row in (occasion, one, two)] == ["entered", "edited", "edited"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [({}, "No occasion was read"), ({"occasion_proposed": "talks", "occasion": "theirs"}, "has its occasion already")],
)
def test_naming_the_occasion_is_refused(fields, sentence):
    if "occasion" in fields:
        fields = fields | {"occasion": make.make_occasion()}
    statement = make.make_statement(**fields)
    before = Occasion.objects.count()

    with pytest.raises(Refused, match=sentence):
        review.name_occasion(statement, by=make.the_chief())

    assert Occasion.objects.count() == before


def test_naming_the_occasion_of_a_public_statement_is_refused():
    with pytest.raises(Refused, match="can be given an occasion"):
        review.name_occasion(make.make_public_statement(occasion_proposed="talks"), by=make.the_chief())


def test_occasion_leaves_an_accepted_statement_accepted():
    statement = make.make_accepted_statement(occasion_proposed="talks")

    review.name_occasion(statement, by=make.the_chief())

    assert Statement.objects.get().status == "accepted"


@pytest.mark.parametrize("make_original", [make.make_statement, make.make_accepted_statement])
def test_occasion_under_which_a_public_translation_counts_is_not_named(make_original):
    claim = make.make_claim()
    original = make_original(occasion_proposed="talks")
    held = make.make_occasion("Talks")
    make.make_public_statement(claims=[claim], occasion=held)
    make.make_public_statement(claims=[claim], translation_of=original)
    counted = ClaimTally.objects.values().get()

    for asked in (lambda: review.name_occasion(original, by=make.make_user("editor")), lambda: review.would_name(original)):
        with pytest.raises(Refused, match=r"A public translation of .* counts under its occasion"):
            asked()

    original.refresh_from_db()
    recount([claim.pk])
    assert original.occasion is None
    assert ClaimTally.objects.values().get() == counted


def test_occasion_is_free_while_no_translation_is_public():
    original = make.make_accepted_statement(occasion_proposed="talks")
    make.make_accepted_statement(translation_of=original)
    make.make_withdrawn_statement(translation_of=original)

    assert review.name_occasion(original, by=make.make_user("editor")).name == "Talks"


def test_occasion_is_the_documents_own_of_that_name_or_a_new_one():
    document = make.make_document()
    known = make.make_occasion("Talks", place="Sarne", held_on="2023-05-17")
    statement = make.make_statement(document, occasion=known)
    make.make_statement(make.make_document(), occasion=make.make_occasion("Dinner"))

    found = [review.occasion_called(name, statement, by=make.make_user("reviewer")) for name in ("Talks", str(known), "Dinner")]

    assert found[:2] == [known, known]
    assert (found[2].name, found[2].held_on, Occasion.objects.count()) == ("Dinner", "2023-05-17", 3)
    with pytest.raises(Refused):
        review.occasion_called("Lunch", statement, by=make.make_user("viewer"))
