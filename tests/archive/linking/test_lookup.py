"""The index answers the same in parts as in whole, and a folder that doesn't hold it as it is now is refused."""

import json
import shutil

import numpy as np
import pytest
from django.db import connection

from archive.errors import Refused
from archive.linking import meanings
from archive.linking.in_parallel import Batch
from archive.linking.lookup import parts
from archive.linking.lookup.database import Database
from archive.linking.lookup.over_parts import Asked, look_up, questions_of
from archive.linking.lookup.questions import IN_A_BLOCK, Near, Sharing
from archive.models import Passage, Statement
from tests import factories as make

PLACES = "Orrin Tallow Brask Meren Ulst Varn".split()


# Any index


class Held:
    """An index in memory: in which passages stems stand, and signs by block."""

    def __init__(self, standing: dict[int, np.ndarray], signs: dict[int, bytes]) -> None:
        self.stems, self.signs = standing, signs

    def standing(self, terms):
        return {term: self.stems[term] for term in terms if term in self.stems}

    def blocks(self, since):
        yield from ([(number, signs)] for number, signs in sorted(self.signs.items()) if number >= since)

    def part(self, numbers: set[int]) -> "Held":
        standing = {term: np.array([key for key in keys if key // IN_A_BLOCK in numbers], np.int64) for term, keys in self.stems.items()}
        return Held({term: keys for term, keys in standing.items() if len(keys)}, {number: self.signs[number] for number in numbers})


def made_up(chance: np.random.Generator) -> Held:
    """Few passages have a block, and many have the same signs: 256, with the first of them set where there is a passage."""
    blocks = 6
    rows = chance.integers(0, 256, (4, 32), dtype=np.uint8) | 1
    signs = rows[chance.integers(0, 4, (blocks, IN_A_BLOCK))] ^ (chance.random((blocks, IN_A_BLOCK, 32)) < 0.02).astype(np.uint8) * 2
    signs[chance.random((blocks, IN_A_BLOCK)) < 0.3] = 0
    keys = np.arange(blocks * IN_A_BLOCK)
    return Held({term: keys[chance.random(len(keys)) < 0.1 / term] for term in range(1, 9)}, {n: signs[n].tobytes() for n in range(blocks)})


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("shared_out", [[{0, 1, 2}, {3, 4, 5}], [{0}, {1}, {2}, {3}, {4}, {5}], [{0, 1, 2, 3, 4, 5}]])
def test_parts_together_answer_as_the_whole(seed, shared_out):
    chance = np.random.default_rng(seed)
    whole = made_up(chance)
    asked = np.frombuffer(whole.signs[2], np.uint8).reshape(IN_A_BLOCK, -1)
    signs = asked[np.flatnonzero(asked.any(axis=1))[seed]].tobytes()
    rarity = tuple((term, float(rare)) for term, rare in zip(range(1, 9), chance.random(8) * 9, strict=True))

    for question in (
        Sharing(rarity, 100),
        Sharing((), 100),
        Near(signs, 0, 300),
        Near(signs, 1500, 40),
        Near(signs, 9000, 40),
        Near(signs, 0, 9999),
    ):
        found, together = question.of(whole), question.merged(question.of(whole.part(numbers)) for numbers in shared_out)

        assert found.keys.tolist() == together.keys.tolist()
        assert found.by.tolist() == together.by.tolist()


def test_nearest_are_all_that_are_as_near_as_the_last_but_no_more_than_twice_as_many():
    rows = np.repeat(np.array([[0], [1], [3]], np.uint8), [2, 5, 9], axis=0)
    block = np.zeros((IN_A_BLOCK, 8), np.uint8)
    block[:16], block[:16, :1] = 255, 255 ^ rows
    index = Held({}, {0: block.tobytes()})
    asked = bytes([255] * 8)

    assert Near(asked, 0, 1).of(index).keys.tolist() == [0, 1]
    assert Near(asked, 0, 4).of(index).keys.tolist() == [0, 1, 2, 3, 4, 5, 6]
    assert Near(asked, 0, 3).of(index).keys.tolist() == [0, 1, 2, 3, 4, 5]
    assert Near(asked, 0, 99).of(index).by.tolist() == [0] * 2 + [1] * 5 + [2] * 9


# An archive's own


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "index"


@pytest.fixture
def archive(db) -> Batch:
    """Its passages stand in three blocks."""
    for place in PLACES:
        for words in ("The harbour of {} will open before the winter.", "Nobody closes the school of {} while I am mayor."):
            make.make_accepted_statement(words=words.format(place))
        if place in ("Tallow", "Meren"):
            leave_out(3 * IN_A_BLOCK)
    sum(meanings.make(meanings.awaited()))
    return Batch(list(Statement.objects.values_list("pk", flat=True)), 12, again=True)


def leave_out(keys: int) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("UPDATE sqlite_sequence SET seq = seq + %s WHERE name = 'archive_passage'", [keys])
        else:
            cursor.execute("SELECT setval('archive_passage_id_seq', nextval('archive_passage_id_seq') + %s)", [keys])


@pytest.mark.parametrize("wanted", [1, 2, 3, 50])
def test_exported_parts_together_answer_as_the_database(wanted, archive, folder):
    exported = parts.export(folder, wanted)
    questions = questions_of(archive)[1]

    of_parts = [look_up(Asked(exported, name, questions)) for name in exported.files]

    blocks = {key // IN_A_BLOCK for key in Passage.objects.values_list("pk", flat=True)}
    assert (len(of_parts), len(questions)) == (min(wanted, len(blocks)), 24)
    for question, *some in zip(questions, *of_parts, strict=True):
        whole, together = question.of(Database()), question.merged(some)
        assert len(whole.keys) > 1
        assert (whole.keys.tolist(), whole.by.tolist()) == (together.keys.tolist(), together.by.tolist())


def test_an_empty_archive_has_one_empty_part(db, folder):
    exported = parts.export(folder, 4)

    assert look_up(Asked(exported, *exported.files, [Sharing(((1, 2.0),), 9)]))[0].keys.tolist() == []


def test_what_is_exported_again_takes_the_place_of_what_was_there(archive, folder):
    folder.mkdir()
    (folder / "notes.txt").touch()
    parts.export(folder, 3)
    make.make_accepted_statement(words="The ferry of Quill will sail again in spring.")
    exported = parts.export(folder, 1)

    assert sorted(file.name for file in folder.iterdir()) == sorted(["notes.txt", "parts.json", *exported.files])
    assert parts.read(folder) == exported


# Refused


def accept_one(folder):
    make.make_accepted_statement(words="The ferry of Quill will sail again in spring.")


def take_another(folder):
    told = json.loads((folder / "parts.json").read_text())
    (folder / "parts.json").write_text(json.dumps(told | {"index": "0" * 64}))


def cut_short(folder):
    (folder / "parts.json").write_text('{"index": "')


def write_otherwise(folder):
    (folder / "parts.json").write_text("[]")


UNUSABLE = [
    (accept_one, "as it was before statements were accepted"),
    (take_another, "holds the index of another archive"),
    (cut_short, "holds no whole index in parts"),
    (write_otherwise, "holds no whole index in parts"),
    (shutil.rmtree, "holds no whole index in parts"),
]


@pytest.mark.parametrize(("change", "sentence"), UNUSABLE, ids=[change.__name__ for change, _ in UNUSABLE])
def test_a_folder_that_does_not_hold_this_index_is_refused(change, sentence, archive, folder):
    parts.export(folder, 3)
    change(folder)

    with pytest.raises(Refused, match=sentence):
        parts.read(folder)


def damage(file):
    file.write_bytes(file.read_bytes()[:-1] + b"?")


@pytest.mark.parametrize("change", [damage, lambda file: file.unlink()], ids=["damaged", "missing"])
def test_a_file_that_is_not_as_it_was_written_is_not_asked(change, archive, folder):
    exported = parts.export(folder, 1)
    name = next(iter(exported.files))
    change(folder / name)

    with pytest.raises(Refused, match="or is not the file that was exported"):
        look_up(Asked(exported, name, []))


def test_an_index_that_changes_while_it_is_exported_is_not_kept(archive, folder):
    parts.export(folder, 3)

    with pytest.raises(Refused, match="export it again"):
        parts.export(folder, 3, lambda: accept_one(folder))

    with pytest.raises(Refused, match="holds no whole index"):
        parts.read(folder)


def test_a_folder_that_can_not_be_written_is_told(archive, folder):
    folder.touch()

    with pytest.raises(Refused, match="can't be written"):
        parts.export(folder, 3)
