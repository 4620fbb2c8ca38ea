"""A cache of bytes in files: so many places, and what falls on a taken one replaces what lay there.

Django's own file cache lists its whole folder each time it keeps something, and unpickles what it finds. Here nothing is listed, counted or
cleared away, so that keeping costs the same however much is kept, and the folder has a largest size. A file tells its key and a
check of its bytes: what a killed writer, two writers at once or a full disk left behind is taken for nothing.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any
from zlib import crc32

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.filebased import FileBasedCache

logger = logging.getLogger(__name__)

PLACES, LARGEST = 8_192, 256 * 1024  # 2 GB if each were as large as may be; pages of lists fill it with some 80 MB
KEY, CHECK = 16, 4  # bytes at the head of a file


class Files(BaseCache):
    """Values are bytes and grow old with their keys alone: whoever keeps here names in the key what a value depends on."""

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._folder = str(location)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        name = self._name(key, version)
        try:
            file = os.open(self._place(name), os.O_RDONLY)
        except OSError:
            return default
        try:
            found = os.read(file, KEY + CHECK + LARGEST)
        finally:
            os.close(file)
        value = found[KEY + CHECK :]
        return value if found[: KEY + CHECK] == _head(name, value) else default

    def set(self, key: str, value: bytes, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """What is too large, or can't be written, is not kept."""
        if len(value) > LARGEST:
            return
        name = self._name(key, version)
        with suppress(OSError):
            file = self._opened(self._place(name))
            try:
                os.write(file, _head(name, value) + value)
            finally:
                os.close(file)

    def _opened(self, place: str) -> int:
        """To write; the folder is there but for the first time."""
        how = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        try:
            return os.open(place, how, 0o600)
        except FileNotFoundError:
            Path(self._folder).mkdir(mode=0o700, parents=True, exist_ok=True)
            return os.open(place, how, 0o600)

    def add(self, key: str, value: bytes, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        if self.get(key, version=version) is not None:
            return False
        self.set(key, value, timeout, version)
        return True

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self.get(key, version=version) is not None

    def delete(self, key: str, version: int | None = None) -> bool:
        is_there = self.get(key, version=version) is not None
        if is_there:
            Path(self._place(self._name(key, version))).unlink(missing_ok=True)
        return is_there

    def clear(self) -> None:
        for file in Path(self._folder).glob("*"):
            file.unlink(missing_ok=True)

    def _name(self, key: str, version: int | None) -> bytes:
        return blake2b(self.make_key(key, version).encode(), digest_size=KEY).digest()

    def _place(self, name: bytes) -> str:
        return f"{self._folder}/{int.from_bytes(name[:2], 'big') % PLACES:04x}"


def _head(name: bytes, value: bytes) -> bytes:
    return name + crc32(value).to_bytes(CHECK, "big")


class Forgiving(FileBasedCache):
    """Django's own, for what is counted and looked up now and then. On a disk that is full or can only be read nothing is kept, and whoever
    asks is answered all the same."""

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        with _passed_over(key):  # what has expired is deleted as it is read
            return super().get(key, default, version)
        return default

    def _createdir(self) -> None:
        with _passed_over(self._dir):
            super()._createdir()

    def has_key(self, key: str, version: int | None = None) -> bool:
        with _passed_over(key):
            return bool(super().has_key(key, version))
        return False

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        with _passed_over(key):
            super().set(key, value, timeout, version)

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        with _passed_over(key):
            return bool(super().touch(key, timeout, version))
        return False

    def delete(self, key: str, version: int | None = None) -> bool:
        with _passed_over(key):
            return bool(super().delete(key, version))
        return False


@contextmanager
def _passed_over(key: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        logger.warning("The cache could not keep or find %s: %s.", key, error.strerror or error)
