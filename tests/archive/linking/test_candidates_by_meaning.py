"""Candidates by what passages are about: kept with the index, scanned, or asked of a file that is checked against the database."""

import logging

import pytest
from django.core.management import call_command

from archive.linking import meanings, passages, vector_file, vectors
from archive.linking.candidates import candidates
from archive.linking.circumstances import circumstances_of
from archive.linking.lookup import database, questions
from archive.matching import Circumstances
from archive.matching.meaning.vectors import codes_of
from archive.models import Passage, PassageVector, VectorBlock
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def file_of_its_own(tmp_path, settings):
    settings.VAR_DIR = tmp_path
    return tmp_path / "vectors.usearch"


def vectors_made():
    return sum(meanings.make(meanings.awaited()))


def test_what_means_the_same_is_found_without_a_common_word():
    asked = make.make_accepted_statement(words="Norvania will not join any military bloc.").passages.get()
    other = make.make_accepted_statement(words="Our country stays outside every army alliance.").passages.get()
    make.make_accepted_statement(words="Grain prices rose in spring.")
    vectors_made()

    assert candidates(asked) == [other]
    assert candidates(asked, limit=1) == [other]


def test_other_languages_have_no_vector_and_are_not_proposed():
    russian = make.make_accepted_statement(words="Безопасность 12 стран неделима.", language="ru").passages.get()
    english = make.make_accepted_statement(words="Security of 12 countries is indivisible.", language="en").passages.get()
    german = make.make_accepted_statement(words="Die Security von 12 Ländern ist indivisible.", language="de").passages.get()

    assert list(PassageVector.objects.values_list("pk", flat=True)) == [english.pk]
    assert candidates(russian) == candidates(english) == candidates(german) == []


def test_numbers_are_found_in_another_form():
    asked = make.make_accepted_statement(words="Рабочих было 12 миллионов.").passages.get()
    other = make.make_accepted_statement(words="Потеряли 12 000 000 рублей.").passages.get()

    assert candidates(asked) == [other]


def test_signs_come_and_go_with_the_passages():
    statement = make.make_accepted_statement(words="The bridge opens in spring. The toll stays as it is.")
    vectors_made()
    blocks = dict(VectorBlock.objects.values_list("number", "signs"))
    kept = [passage.pk for passage in statement.passages.order_by("start")]

    passages.index(statement)

    assert [passage.pk for passage in statement.passages.order_by("start")] == kept
    assert {number: bytes(signs) for number, signs in VectorBlock.objects.values_list("number", "signs")} == {
        number: bytes(signs) for number, signs in blocks.items()
    }

    passages.unindex(statement)

    assert not PassageVector.objects.exists()
    assert not any(any(signs) for signs in VectorBlock.objects.values_list("signs", flat=True))


def test_near_by_the_database_and_by_the_file_are_the_same(file_of_its_own):
    asked, *_ = (make.make_accepted_statement(words=words) for words in ("The dam is unsafe.", "The dyke is dangerous.", "Bread is dear."))
    passage = asked.passages.get()
    vectors_made()
    scanned = vectors.nearest(passage, 10)

    assert vector_file.build() == 3
    assert vector_file.current().count == 3
    assert vectors.nearest(passage, 10) == scanned
    newer = make.make_accepted_statement(words="That dam is not safe.").passages.get()
    vectors_made()
    assert newer.pk in vectors.nearest(passage, 10)


def test_file_ends_below_the_first_that_waits(file_of_its_own):
    told = ("The dam leaks again.", "A dyke of the north leaks.", "Dams and dykes leak.")
    one, waiting, other = (make.make_accepted_statement(words=words).passages.get() for words in told)
    vectors.keep(meanings.made_of([one.pk, other.pk]))

    assert vector_file.build() == 1
    vectors_made()
    assert vectors.nearest(one, 10).keys() == {waiting.pk, other.pk}


def test_scan_walks_over_all_blocks_and_over_none_above_the_file(file_of_its_own, monkeypatch):
    for room in (vectors, questions):
        monkeypatch.setattr(room, "IN_A_BLOCK", 2)
    monkeypatch.setattr(database, "AT_ONCE", 1)
    towns = ("Orrin", "Veyra", "Kostrin", "Arden", "Lume")
    found = [make.make_accepted_statement(words=f"The dam of {town} is unsafe.").passages.get() for town in towns]
    if found[-1].pk % 2 == 0:  # so that the last block is full
        found.append(make.make_accepted_statement(words="The dam of Selm is unsafe.").passages.get())
    vectors_made()
    scanned = vectors.nearest(found[0], 10)

    assert scanned.keys() == {one.pk for one in found[1:]}
    vector_file.build()
    assert vectors.nearest(found[0], 10) == scanned


def test_file_is_not_asked_where_nothing_is_left_of_it(file_of_its_own):
    make.make_accepted_statement(words="The dam is unsafe.")
    vectors_made()
    vector_file.build()
    PassageVector.objects.all().delete()

    assert vector_file.current() is None


def test_single_passage_has_none_near_it():
    passage = make.make_accepted_statement(words="The dam is unsafe.").passages.get()
    vectors_made()

    assert vectors.nearest(passage, 10) == {}


def test_file_of_another_archive_is_not_asked(file_of_its_own, caplog):
    make.make_accepted_statement(words="The dam is unsafe.")
    vectors_made()
    vector_file.build()
    vector = PassageVector.objects.get()
    vector.numbers = codes_of(["Bread is dear."])[0].tobytes()
    vector.save()

    with caplog.at_level(logging.WARNING):
        assert vector_file.current() is None

    assert "reindex --file" in caplog.text


@pytest.mark.parametrize("written", [b"", b"no index at all" * 100])
def test_broken_file_is_not_asked(file_of_its_own, written):
    make.make_accepted_statement(words="The dam is unsafe.")
    vectors_made()
    vector_file.build()
    file_of_its_own.write_bytes(written)

    assert vector_file.current() is None


def test_reindex_makes_the_same_index_and_goes_on_where_it_was(file_of_its_own, capsys):
    one = make.make_accepted_statement(words="The bridge opens in spring.")
    make.make_accepted_statement(words="The toll stays as it is.")
    before = list(Passage.objects.order_by("pk").values_list("pk", "text", "engine"))
    one.passages.update(engine="0")

    assert [statement.pk for statement in passages.outdated()] == [one.pk]
    call_command("reindex", "--outdated")
    assert "Statements indexed: 1. Passages in the index: 2." in capsys.readouterr().out
    assert list(Passage.objects.order_by("pk").values_list("pk", "text", "engine")) == before
    call_command("reindex")
    assert "Statements indexed: 2." in capsys.readouterr().out
    assert list(Passage.objects.order_by("pk").values_list("pk", "text", "engine")) == before
    assert not passages.outdated().exists()


def test_reindex_writes_the_file_of_a_large_archive(file_of_its_own, monkeypatch, capsys):
    make.make_accepted_statement(words="The bridge opens in spring.")
    vectors_made()
    monkeypatch.setattr(vector_file, "FILE_ABOVE", 0)

    call_command("reindex", "--file")

    assert file_of_its_own.exists()
    assert "Vectors: 1, in" in capsys.readouterr().out


def test_circumstances_are_the_speakers_and_the_days(django_assert_num_queries):
    lind = make.make_speaker("Lind")
    one, two, three = (
        make.make_accepted_statement(words=f"The dam is unsafe, number {n}.", speakers=speakers, said_on=said_on).passages.get()
        for n, (speakers, said_on) in enumerate([([lind], "2023-05-17"), ([lind, "a source"], "2023-05"), (["a source"], "")])
    )

    with django_assert_num_queries(1):
        around = circumstances_of([one, two, three])

    assert around(one, two) == Circumstances(is_same_speaker=True, days_apart=16)
    assert around(one, three) == Circumstances()
