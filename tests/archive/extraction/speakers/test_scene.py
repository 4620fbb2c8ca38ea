"""Who spoke last and who was named since."""

import pytest

from archive.extraction.people.bodies import Bodies
from archive.extraction.people.cast import Cast, Person
from archive.extraction.speakers.scene import BACK, Named, Scene, Sought, fits, sole
from archive.extraction.speakers.wording import wording_of
from archive.extraction.speech.reports import Source

HILL, ORR = Person("Anna Hill", (), "f"), Person("Tom Orr", (), "m")
SHE = Source("pronoun", "she", 4, 4, 0, 3)


def scene(*recent: Named, last: tuple[Person, ...] = ()) -> Scene:
    return Scene(Cast(), Bodies(), last=last, recent=list(recent))


def test_those_named_before_the_source_and_behind_it_are_kept_apart():
    before, same, behind = Named(1, 7, HILL), Named(2, 0, ORR), Named(2, 5, HILL)
    sought = Sought(SHE, 2, "she", None, wording_of("she"))

    assert scene(before, same, behind).named_before(sought) == [before, same]
    assert scene(before, same, behind).named_behind(sought) == {HILL}


def test_stranger_is_heard_where_the_document_names_nobody():
    heard = scene()

    heard.hear(1, Source("role", "resident", 0, 1, 0, 10), ())
    heard.hear(2, Source("body", "ministry", 0, 1, 0, 10), ())

    assert (heard.heard, heard.stranger, heard.last_words) == (-1, 1, 1)


@pytest.mark.parametrize(("last", "alone"), [((), None), ((HILL,), HILL), ((HILL, ORR), None)])
def test_one_who_spoke_last_is_alone(last, alone):
    assert scene(last=last).last_alone is alone


def test_one_alone_was_named_in_the_last_sentences():
    assert scene(Named(1, 0, HILL), Named(2, 0, HILL)).names_one_alone(2)
    assert not scene(Named(1, 0, HILL), Named(2, 0, ORR)).names_one_alone(2)
    assert scene(Named(1, 0, HILL), Named(1 + BACK, 0, ORR)).names_one_alone(2 + BACK)


@pytest.mark.parametrize(("gender", "fitting"), [("f", True), ("m", False), (None, True)])
def test_person_fits_a_gender_unless_it_is_another(gender, fitting):
    assert fits(HILL, gender) is fitting


@pytest.mark.parametrize(("people", "meant"), [([], ()), ([HILL], (HILL,)), ([HILL, HILL], (HILL,)), ([HILL, ORR], ())])
def test_sole_person_is_one_alone(people, meant):
    assert sole(people) == meant
