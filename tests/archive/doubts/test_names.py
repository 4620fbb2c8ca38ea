"""A speaker's names are held against those of all others: equal ones, look-alikes and other spellings are told, and bodies too."""

import pytest

from archive.doubts.names import doubts_of_speaker, names_a_body, spelled_otherwise
from archive.models import SpeakerAlias
from tests import factories as make

pytestmark = pytest.mark.django_db
CYRILLIC_A = "\u0410nna Holt"


def told(speaker) -> list[tuple]:
    return [(one.key, one.told, one.about) for one in doubts_of_speaker(speaker)]


@pytest.mark.parametrize("name", [CYRILLIC_A, "Anna-Holt", "An\u200dna Holt", "AnnaHolt"])
def test_name_that_looks_like_a_known_one_is_told(name):
    known = make.make_speaker("Anna Holt")

    assert told(make.make_speaker(name)) == [("name-alike", f"“{name}” looks like “Anna Holt”, but for a sign or the script.", known)]


def test_name_and_alias_of_others_are_told():
    known, other = make.make_speaker("Anna Holt"), make.make_speaker("Nora Pell")
    SpeakerAlias.objects.create(speaker=known, name="J. R. Ames")
    SpeakerAlias.objects.create(speaker=other, name="J.R. Ames")

    assert told(other) == [("name-known", "“J.R. Ames” is the name of another speaker already: Anna Holt.", known)]


def test_same_name_and_another_spelling_are_told():
    known = make.make_speaker("Sergei Lavrenev")

    assert told(make.make_speaker("SERGEI LAVRENEV")) == [
        ("name-known", "“SERGEI LAVRENEV” is the name of another speaker already: Sergei Lavrenev.", known)
    ]
    (found,) = spelled_otherwise("Сергей Лавренёв")[:1]
    assert found.reason == "“Сергей Лавренёв” may be a transliteration of “Sergei Lavrenev”"


def test_own_other_names_and_merged_speakers_are_not_told():
    gone = make.make_speaker("Anna Holt")
    speaker = make.make_speaker(CYRILLIC_A)
    SpeakerAlias.objects.create(speaker=speaker, name="Anna-Holt")
    gone.merged_into = speaker
    gone.save()

    assert told(speaker) == []


@pytest.mark.parametrize(
    ("name", "kind", "is_told"),
    [
        ("As", "person", True),
        ("По", "person", True),
        ("году Паулс", "person", True),
        ("5 Minus", "person", True),
        ("von Holt", "person", False),
        ("al-Sabah", "person", False),
        ("Will", "person", False),
        ("committee of 100", "body", False),
    ],
)
def test_odd_name_of_a_person_is_told(name, kind, is_told):
    sentence = f"“{name}” does not look like the name of a person."

    assert told(make.make_speaker(name, kind=kind)) == ([("odd-name", sentence, None)] if is_told else [])


@pytest.mark.parametrize(
    ("name", "kind", "keys"),
    [("Ministry of Roads", "person", ["may-be-a-body"]), ("Ministry of Roads", "body", []), ("Telexa", "person", ["may-be-a-body"])],
)
def test_body_among_persons_is_told(name, kind, keys):
    make.make_outlet("Telexa")

    assert [key for key, _told, _about in told(make.make_speaker(name, kind=kind))] == keys
    assert names_a_body(name)
