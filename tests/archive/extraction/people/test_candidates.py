"""Whether a single name counts, and whether it is sure that somebody is named."""

import pytest

from archive.extraction.people.candidates import IS_SURE, MAY_STAND_ALONE, candidate_at, is_part_of_role
from archive.extraction.people.runs import run_at
from archive.extraction.text.tokens import tokens_of


def candidate_in(text, surnames=()):
    """The capitals behind the bracket."""
    begin, plain = text.index("["), text.replace("[", "")
    tokens = tokens_of(plain, 0, len(plain))
    at = next(n for n, t in enumerate(tokens) if t.start == begin)
    return candidate_at(run_at(plain, tokens, at, frozenset(surnames)), at, 0)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("the engineer said [Hill is here.", "surname of somebody named elsewhere"),
        ("[Kamau is here.", "no role"),
        ("губернатор [Ардовской области", "adjective of a place"),
        ("корреспондент [Ардинформа сообщил", "agency of a correspondent"),
        ("the director of the [Study said", "small word before"),
        ("the minister [Kamau's bridge", "possessive behind a role in small letters"),
        ("Mr [Kamau said", "title"),
        ("President [Kamau said", "calling"),
    ],
)
def test_single_name_counts_beside_a_title_or_a_role(text, why):
    assert MAY_STAND_ALONE.decided(candidate_in(text, ["Hill"]))[1] == why


@pytest.mark.parametrize(
    ("text", "sure", "why"),
    [
        ("the engineer said [Hill is here.", True, "surname of somebody named elsewhere"),
        ("in the [Rudo Kamau, a hall,", False, "small word before"),
        ("the minister [Rudo Kamau said", True, "role"),
        ("[Rudo Kamau, the minister, said", True, "role"),
        ("[Rudo Kamau, 45, said", True, "age or “who” behind"),
        ("[Rudo Kamau, who runs it, said", True, "age or “who” behind"),
        ("[Rudo K. Kamau said", True, "initial"),
        ("[Anna Kamau said", True, "first name"),
        ("for [Anna Kamau", True, "first name"),  # whatever stands before it
        ("[Rudo McKamau said", True, "word of people alone"),
        ("[Rudo van Kamau said", True, "word of people alone"),
        ("[Рудо Камауевич Камау", True, "word of people alone"),
        ("[Rudo Kamauski said", True, "ending of Slavic surnames"),
        ("[Rudo Kamau said", False, "otherwise"),
    ],
)
def test_full_name_is_sure_where_something_tells_a_person(text, sure, why):
    assert IS_SURE.decided(candidate_in(text, ["Hill"])) == (sure, why)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Foreign Minister [Rudo Kamau said", "Foreign Minister"),
        ("Mr [Kamau said", None),
        ("The mayor of the town, [Rudo Kamau, said", "mayor of the town"),
        ("The mayor, [Rudo Kamau on Thursday said", "mayor"),
        ("On Friday the mayor, [Rudo Kamau saw", None),  # neither closed by a mark nor at the head of the sentence
        ("[Rudo Kamau (foreign minister) said", "foreign minister"),
        ("the mayor [Rudo Kamau, a farmer, said", "mayor"),  # the one before goes before the one behind
        ("[Rudo Kamau said", None),
    ],
)
def test_role_stands_before_or_behind(text, role):
    assert candidate_in(text).role == role


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The opposition [Open List, Anna Hill, said", True),
        ("The opposition [Open List, Anna Hill and others", False),  # an enumeration
        ("The opposition [Anna List, Anna Hill, said", False),
        ("The opposition [Open List said", False),
    ],
)
def test_capitals_before_a_named_person_belong_to_the_role(text, told):
    assert is_part_of_role(candidate_in(text)) is told
