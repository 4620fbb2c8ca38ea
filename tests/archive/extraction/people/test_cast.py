"""Who of a document's people a name, a role or a misspelled surname stands for."""

import pytest

from archive.extraction.people.cast import cast_of, gender_told, present, role_words
from archive.extraction.people.mentions import mentions_of
from archive.extraction.people.unit import Unit
from archive.extraction.text.tokens import tokens_of


def unit_of(text):
    tokens = tokens_of(text, 0, len(text))
    return Unit(0, 0, len(text), tuple(tokens), tuple(mentions_of(text, tokens)))


def cast_in(text):
    return cast_of([m for line in text.split("\n") for m in unit_of(line).mentions])


def shown(person):
    return f"{person.name} | {', '.join(person.roles)} | {person.gender or ''}".rstrip(" |") if person else None


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Mayor Anna Hill came.\nMs Hill spoke.", ["Anna Hill | Mayor | f"]),
        ("Mr Hill came.\nTom Hill spoke.", ["Tom Hill |  | m"]),  # a name of one word is explained by the full one
        ("Mayor Hill came.\nMr Hill spoke.", ["Hill | Mayor | m"]),
        ("Anna Hill and Tom Hill came.", ["Anna Hill |  | f", "Tom Hill |  | m"]),
        ("A. Hill came.\nAnna Hill spoke.", ["Anna Hill |  | f"]),  # the name written out goes before the initial
        ("Mayor Anna Hill came.\nThe chairwoman, Anna Hill, spoke.", ["Anna Hill | Mayor, chairwoman | f"]),
        ("Tim Hill came.\nTimothy Hill spoke.", ["Tim Hill |  | m"]),
        ("Anna Varnalsky came.\nMs Varnolski spoke.", ["Anna Varnalsky |  | f"]),  # a slip of the pen
        ("Anna Varnalsky came.\nMr Varnolski spoke.", ["Anna Varnalsky |  | f", "Varnolski |  | m"]),  # another person
        ("Министр Анна Корзун пришла.\nМы видели министра Анну Корзун.", ["Анна Корзун | Министр, министра | f"]),
    ],
)
def test_each_is_one_person_by_the_fullest_name_with_all_roles(text, people):
    assert [shown(person) for person in cast_in(text).everyone] == people


TWO = "Mayor Anna Hill came with Tom Hill, the driver.\nJean Marsh Reed waited."


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (("Anna Hill",), "Anna Hill"),
        (("Reed",), "Jean Marsh Reed"),
        (("Marsh",), "Jean Marsh Reed"),
        (("Jean",), "Jean Marsh Reed"),
        (("Jean Reed",), "Jean Marsh Reed"),
        (("J. Reed",), "Jean Marsh Reed"),
        (("Tom Reed",), None),  # another first name
        (("Hill",), None),  # two bear it
        (("Hill", "f"), "Anna Hill"),  # the gender tells
        (("Hill", None, "driver"), "Tom Hill"),  # the role tells
        (("Reed", "m"), "Jean Marsh Reed"),  # nothing tells Jean's
        (("Anna Hill Jr.", None), "Anna Hill"),
        (("Jr.",), None),
        (("Stone",), None),
    ],
)
def test_name_stands_for_the_one_person_who_may_be_meant(asked, name):
    person = cast_in(TWO).named(*asked)

    assert (person.name if person else None) == name


def test_gender_and_role_narrow_one_after_the_other():
    cast = cast_in("Mayor Anna Hill came.\nThe driver, Ella Hill, came.\nThe mayor, Tom Hill, came.")

    assert [cast.everyone[number].name for number in cast.bearers("Hill")] == ["Anna Hill", "Ella Hill", "Tom Hill"]
    assert [cast.everyone[number].name for number in cast.bearers("Hill", "f")] == ["Anna Hill", "Ella Hill"]
    assert [cast.everyone[number].name for number in cast.bearers("Hill", "f", "mayor")] == ["Anna Hill"]
    assert [cast.everyone[number].name for number in cast.bearers("Hill", None, "pilot")] == ["Anna Hill", "Ella Hill", "Tom Hill"]
    assert cast.is_shared("Hill")


def test_roles_lead_to_those_who_hold_them():
    cast = cast_in("Co-founder Anna Hill came.\nМинистр Лев Корзун пришёл.")

    assert [shown(p) for p in cast.with_role("founder")] == ["Anna Hill | Co-founder | f"]
    assert [p.name for p in cast.with_role("министром")] == ["Лев Корзун"]
    assert [p.name for p in cast.holding(["министр"])] == ["Лев Корзун"]
    assert cast.with_role("mayor") == []


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("Foreign Minister", ["foreign", "minister"]),
        ("co-founder", ["co-founder", "co", "founder"]),
        ("министром обороны", ["министр", "обороны"]),
        ("", []),
    ],
)
def test_words_of_a_role_are_in_dictionary_form(role, words):
    assert role_words(role) == words


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mrs Kamau", "f"),
        ("Spokeswoman Rudo Kamau", "f"),
        ("Spokesman Rudo Kamau", "m"),
        ("Anna Kamau", "f"),
        ("Rudo Kamau", None),
        ("Mayor Kamau", None),
        ("Spokeswoman Tom Kamau", "f"),  # what somebody is called goes before the first name
    ],
)
def test_gender_is_told_by_title_role_or_first_name(text, gender):
    (mention,) = unit_of(text).mentions

    assert gender_told(mention) == gender


def test_people_present_are_those_whom_a_unit_names():
    cast = cast_in("Mayor Anna Hill came with Ella Stone.")

    found = present(cast, unit_of("She saw Mayor Anna Hill, and Stone saw Reed."))

    assert [(at, person.name) for at, person in found] == [(2, "Anna Hill"), (7, "Ella Stone")]
