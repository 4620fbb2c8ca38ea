"""Whatever a file holds, it is read or refused with a sentence, soon, and the process that asked is none the worse."""

import importlib
import os
import random
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.reading import ReadText, Refusal, Unreadable
from archive.reading.keeper import BY_THE_CLOCK, MOST_OPEN, SECONDS, limit_reach
from archive.reading.reader import BUSY, NOT_THERE, ROOT, TO_ANSWER, Reader, reader
from archive.reading.types import LARGEST_PDF
from tests.archive.reading.conftest import Here
from tests.archive.reading.files import page_of, warc_of
from tests.archive.reading.mutations import BOMBS, SEED, mutant
from tests.archive.reading.outcomes import expect_clear, outcomes_of, resident

pytestmark = pytest.mark.once

MODULE = importlib.import_module(Reader.__module__)  # the package has a reader by the name of the module
PAGE = {"form": "html", "today": "2024-07-01"}


@pytest.fixture(scope="module", autouse=True)
def _started() -> None:
    outcomes_of("a.html", page_of())


@pytest.mark.parametrize("name", BOMBS)
def test_bomb_is_read_or_refused(name: str) -> None:
    expect_clear(outcomes_of(name, BOMBS[name]()))


def test_no_file_may_take_two_seconds_of_work() -> None:
    assert SECONDS < 2
    assert BY_THE_CLOCK < TO_ANSWER


def test_mutated_files_are_read_or_refused() -> None:
    before, chance = resident(), random.Random(SEED)
    for number in range(500):
        expect_clear(outcomes_of(*mutant(number, chance)))

    assert resident() - before < 50 * 2**20


# The reading process


def test_page_after_one_that_was_stopped_is_read_by_the_same_keeper() -> None:
    keeper = reader._process
    slow = outcomes_of("slow.html", BOMBS["shallow.html"]())
    found = outcomes_of("a.html", page_of())

    assert str(slow[0]).startswith("Reading it took too long")
    assert isinstance(found[0], ReadText)
    assert reader._process is keeper  # what is started anew is the child that parses, in a few milliseconds


def test_reading_process_that_was_killed_is_started_again() -> None:
    process = reader._process
    assert process is not None
    os.kill(process.pid, signal.SIGKILL)
    process.wait()

    assert isinstance(outcomes_of("a.html", page_of())[0], ReadText)


def test_threads_take_turns() -> None:
    found: list[ReadText | Refusal | Unreadable] = []
    threads = [threading.Thread(target=lambda n=n: found.extend(outcomes_of("a.html", page_of(f"Talks {n}")))) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(one.title for one in found if isinstance(one, ReadText)) == sorted(f"Talks {n}" for n in range(12))


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_forked_copy_of_the_process_reads_with_one_of_its_own() -> None:
    child = os.fork()
    if child == 0:
        found = outcomes_of("a.html", page_of("In the child"))
        is_read = isinstance(found[0], ReadText) and found[0].title == "In the child"
        reader.stop()
        os._exit(0 if is_read else 1)
    mine = outcomes_of("a.html", page_of("In the parent"))

    assert os.waitpid(child, 0)[1] == 0
    assert isinstance(mine[0], ReadText)
    assert mine[0].title == "In the parent"


def test_secrets_are_not_in_its_environment() -> None:
    process = reader._process
    assert process is not None

    names = {one.split(b"=")[0] for one in Path(f"/proc/{process.pid}/environ").read_bytes().split(b"\0") if one}

    assert names <= {b"PATH", b"LANG", b"LC_ALL", b"LC_CTYPE", b"TMPDIR", b"LD_LIBRARY_PATH", b"PYTHONPATH", b"PYTHONUTF8"}


def sockets_of(process: int) -> set[str]:
    folder = Path(f"/proc/{process}/fd")
    return {link for name in os.listdir(folder) if (link := os.readlink(folder / name)).startswith("socket:")}  # noqa: PTH115, PTH208 - no file


def test_child_that_parses_can_not_reach_the_site() -> None:
    keeper = reader._process
    assert keeper is not None
    (child,) = map(int, Path(f"/proc/{keeper.pid}/task/{keeper.pid}/children").read_text().split())

    assert len(sockets_of(child)) == 1
    assert not sockets_of(child) & sockets_of(keeper.pid)
    assert os.readlink(f"/proc/{child}/fd/0") == os.devnull  # noqa: PTH115 - a link of the system


def writes_a_file(folder: Path) -> None:
    (folder / "a").write_bytes(b"a")


def opens_many(folder: Path) -> None:
    for _ in range(MOST_OPEN):
        os.open(folder, os.O_RDONLY)


def forks(folder: Path) -> None:
    if os.fork() == 0:
        os._exit(0)


@pytest.mark.parametrize("act", [writes_a_file, opens_many, forks])
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_child_that_parses_is_kept_from(act: Callable[[Path], None], tmp_path: Path) -> None:
    if act is forks and os.getuid() == 0:
        pytest.skip("root may start as many processes as it likes")
    child = os.fork()
    if child == 0:
        limit_reach()
        try:
            act(tmp_path)
        except OSError:
            os._exit(7)
        finally:
            os._exit(0)

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert not list(tmp_path.glob("a")) or (tmp_path / "a").stat().st_size == 0


def test_reading_process_that_does_not_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")

    with pytest.raises(Unreadable, match=NOT_THERE):
        Reader().read(b"", form="html", today="2024-07-01")


def test_reading_process_that_ends_at_each_file_is_started_twice_and_then_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It says that it is ready, and is gone."""
    started, program = tmp_path / "started", tmp_path / "keeper"
    program.write_text(f"#!/bin/sh\necho once >> {started}\nprintf '\\0\\0\\0\\2\\0\\0\\0\\0{{}}' >&0\n")
    program.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(program))
    broken = Reader()

    with pytest.raises(Unreadable, match=NOT_THERE):
        broken.read(b"", **PAGE)

    assert started.read_text().split() == ["once", "once"]
    assert broken._process is None


def test_file_is_not_waited_with_for_ever_while_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, "TO_WAIT", 0)
    busy = Here()

    with busy._turn, pytest.raises(Unreadable, match=BUSY):
        busy.read(page_of(), **PAGE)

    assert busy.read(page_of("At last"), **PAGE)[0].title == "At last"


def large_archive() -> bytes:
    large = b"%PDF-1.4\n".ljust(LARGEST_PDF)
    return warc_of(*((f"https://v.example/{number}.pdf", "application/pdf", large) for number in range(3)))


def test_long_file_is_read_piece_after_piece() -> None:
    found = [held.address for held in Here().unpack(large_archive(), form="warc", today="2024-07-01")]

    assert found == [f"https://v.example/{number}.pdf" for number in range(3)]


def test_long_file_of_which_too_much_is_left_when_the_time_is_over_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, "TO_READ_ALL", 0.0)

    with pytest.raises(Unreadable, match="Reading the file takes too long"):
        list(Here().unpack(large_archive(), form="warc", today="2024-07-01"))


def test_forked_copy_leaves_the_parents_reading_process_alone() -> None:
    """The lock may be held there, by a thread that is not here."""
    copy = Here()
    copy._owner = os.getppid()
    copy._turn.acquire()
    copy._door, inside = socket.socketpair()
    with inside, copy._door.dup() as door_of_the_parent:
        running = copy._process = subprocess.Popen(["/bin/cat"], stdin=inside)

        assert copy.read(page_of("In the copy"), **PAGE)[0].title == "In the copy"
        assert (copy._process, copy._door) == (None, None)
        assert os.waitpid(running.pid, os.WNOHANG) == (0, 0)  # it runs on, and the parent still talks to it
        assert door_of_the_parent.send(b"\0") == 1
        os.kill(running.pid, signal.SIGKILL)
        os.waitpid(running.pid, 0)


def test_forked_copy_of_a_process_whose_reader_was_stopped_reads() -> None:
    copy = Here()
    copy._owner = os.getppid()

    assert copy.read(page_of("In the copy"), **PAGE)[0].title == "In the copy"


def test_site_starts_and_reads_text_without_the_parsers() -> None:
    code = "import sys, datetime; from archive import reading; list(reading.read(b'A text.', 'a.txt', today=datetime.date(2024, 1, 1)))"
    heavy = "print({name.split('.')[0] for name in sys.modules} & {'lxml', 'trafilatura', 'htmldate', 'pypdf', 'warcio', 'defusedxml'})"

    printed = subprocess.run([sys.executable, "-c", f"{code}; {heavy}"], capture_output=True, check=True, cwd=ROOT).stdout

    assert printed == b"set()\n"
