"""Speakers that may be one: found by what their names share, asked about once, answered for ever."""

import pytest

from archive.errors import NeedsConfirmation, NotYours, Refused
from archive.identity import merge_speakers, separate_speakers
from archive.identity.alike_speakers import answer_two, ask_again, look_at_all, look_for_others
from archive.identity.names import take_speaker
from archive.identity.unseen import change_unseen
from archive.models import Speaker, SpeakerAlias, SpeakerPair
from tests import factories as make

pytestmark = pytest.mark.django_db


def pairs() -> list[tuple[str, str, str]]:
    return list(SpeakerPair.objects.open().values_list("speaker__name", "other__name", "reason"))


@pytest.mark.parametrize(
    ("name", "other", "reason"),
    [
        ("Sergei Lavrenev", "Сергей Лавренёв", "may be a transliteration of"),
        ("Dorota Kowalczyk", "Dorota Kovalchik", "may be another spelling of"),
        ("Anna O'Neil", "Anna O’Neill", ""),
        ("Anna Lind", "Аnna Lind", "looks like"),
        ("Anna Lind", "Anna Lind", "Both are called"),
    ],
)
def test_both_ways_of_looking_find_the_same(name, other, reason):
    one, two = make.make_speaker(name, slug="one"), make.make_speaker(other, slug="two")

    look_for_others(one)
    found = pairs()
    SpeakerPair.objects.all().delete()
    assert look_at_all() == len(found)

    if reason:
        assert [(first, second) for first, second, _why in found] == [(name, other)]
        assert reason in found[0][2]
        assert reason in pairs()[0][2]
    look_for_others(two)
    assert (look_at_all(), len(pairs())) == (0, len(found))


def test_other_names_count_and_one_speaker_is_no_pair():
    speaker = make.make_speaker("Anna Kovaleva")
    SpeakerAlias.objects.create(speaker=speaker, name="Анна Ковалёва")
    other = make.make_speaker("Somebody Else")
    SpeakerAlias.objects.create(speaker=other, name="Hanna Kavaliova")
    SpeakerAlias.objects.create(speaker=other, name="Anna Kovalyova")

    look_at_all()

    assert [(one, two) for one, two, _why in pairs()] == [("Anna Kovaleva", "Somebody Else")]


def test_what_was_answered_is_never_asked_again():
    make.make_speaker("Anna Lind"), make.make_speaker("Аnna Lind")
    look_at_all()
    editor = make.make_user("editor")

    pair = answer_two(SpeakerPair.objects.get(), by=editor)

    assert (pair.answer, pair.answered_by, pairs(), look_at_all()) == ("two", editor, [], 0)
    with pytest.raises(Refused, match="answered this already"):
        answer_two(pair, by=make.make_user("publisher"))
    with pytest.raises(Refused, match="Only who answered"):
        ask_again(pair, by=make.make_user("publisher"))
    ask_again(pair, by=editor)
    assert len(pairs()) == 1
    with pytest.raises(NotYours):
        answer_two(pair, by=make.make_user("viewer"))


def test_a_merge_answers_and_taking_it_back_does_too():
    keep, gone, by = make.make_speaker("Anna Lind"), make.make_speaker("Аnna Lind"), make.make_user("publisher")

    merge_speakers(keep, gone, by=by, reason="One.")
    assert SpeakerPair.objects.get().answer == "one"
    separate_speakers(Speaker.objects.get(pk=gone.pk), by=by, reason="Two.")

    assert (SpeakerPair.objects.get().answer, pairs()) == ("two", [])


def test_who_changes_a_name_or_takes_one_has_others_looked_for():
    speaker, editor = make.make_speaker("Anna"), make.make_user("editor")
    make.make_speaker("Аnna Lind", slug="other")
    change_unseen(speaker, {"aliases": ["Anna Lind"]}, by=editor, read_version=1, confirmed=doubts_of(speaker, "Anna Lind"))
    assert len(pairs()) == 1

    third = make.make_speaker("Third")
    make.make_speaker("Сергей Лавренёв")
    statement = make.make_statement(speakers=["Sergei Lavrenev"])
    take_speaker(statement.attributions.get(), third, by=editor)
    assert len(pairs()) == 2


def doubts_of(speaker: Speaker, name: str) -> list[str]:
    """What would be asked if the speaker were called so too."""
    with pytest.raises(NeedsConfirmation) as asked:
        change_unseen(speaker, {"aliases": [name]}, by=make.make_user("editor"), read_version=1)
    return [one.seen for one in asked.value.doubts]


def test_what_is_public_merged_or_saved_meanwhile_is_not_changed_directly():
    editor, speaker = make.make_user("editor"), make.make_speaker()
    with pytest.raises(Refused, match="while you were editing"):
        change_unseen(speaker, {"name": "X"}, by=editor, read_version=7)
    make.make_public_statement(speakers=[speaker])
    with pytest.raises(Refused, match="became public"):
        change_unseen(speaker, {"name": "X"}, by=editor, read_version=speaker.lock_version)
    gone = make.make_speaker(merged_into=speaker)
    with pytest.raises(Refused, match="was merged into"):
        change_unseen(gone, {"name": "X"}, by=editor, read_version=1)
