"""A cache of bytes in files: a largest size, and nothing half written."""

import os
from pathlib import Path

import pytest
from django.core.cache import caches

from timeline.keeping import files
from timeline.keeping.files import LARGEST, Files


@pytest.fixture
def cache(tmp_path: Path) -> Files:
    return Files(str(tmp_path / "pages"), {})


def only_file(cache: Files) -> Path:
    (file,) = Path(cache._folder).iterdir()
    return file


def test_what_was_kept_is_found_by_its_key_alone(cache):
    cache.set("one", b"page")

    assert (cache.get("one"), cache.get("two"), cache.get("two", b"none")) == (b"page", None, b"none")


def test_another_process_finds_it(cache):
    cache.set("one", b"page")

    assert Files(cache._folder, {}).get("one") == b"page"


def test_what_falls_on_a_taken_place_replaces_it(cache, monkeypatch):
    monkeypatch.setattr(files, "PLACES", 1)
    cache.set("one", b"page")
    cache.set("two", b"another")

    assert (cache.get("one"), cache.get("two"), only_file(cache).name) == (None, b"another", "0000")


@pytest.mark.parametrize("ends_at", [0, 3, 19, 20, 22])
def test_what_a_killed_writer_left_is_nothing(cache, ends_at):
    cache.set("one", b"page")
    os.truncate(only_file(cache), ends_at)

    assert cache.get("one") is None


def test_bytes_of_two_writers_are_nothing(cache):
    cache.set("one", b"page")
    file = only_file(cache)
    file.write_bytes(file.read_bytes()[:-2] + b"XY")

    assert cache.get("one") is None
    cache.set("one", b"page")
    assert cache.get("one") == b"page"


def test_shorter_value_replaces_a_longer_one(cache):
    cache.set("one", b"a long page")
    cache.set("one", b"page")

    assert cache.get("one") == b"page"


def test_largest_is_kept_and_a_larger_one_is_not(cache):
    cache.set("one", b"x" * LARGEST)
    cache.set("two", b"x" * (LARGEST + 1))

    assert (len(cache.get("one")), cache.get("two")) == (LARGEST, None)


def test_nothing_is_kept_where_nothing_can_be_written(tmp_path):
    (tmp_path / "file").touch()
    cache = Files(str(tmp_path / "file" / "pages"), {})
    cache.set("one", b"page")

    assert cache.get("one") is None


def test_others_of_the_machine_can_not_read_it(cache):
    cache.set("one", b"page")

    assert [oct(path.stat().st_mode & 0o777) for path in (Path(cache._folder), only_file(cache))] == ["0o700", "0o600"]


def test_it_does_what_any_cache_of_django_does(pages):
    cache = caches["pages"]

    assert (cache.add("one", b"page"), cache.add("one", b"another"), cache.get("one")) == (True, False, b"page")
    assert (cache.touch("one"), cache.touch("two"), cache.delete("one"), cache.delete("one")) == (True, False, True, False)
    cache.set("one", b"page", version=2)
    assert (cache.get("one"), cache.get("one", version=2)) == (None, b"page")
    cache.clear()
    assert (cache.get("one", version=2), list(pages.iterdir())) == (None, [])
