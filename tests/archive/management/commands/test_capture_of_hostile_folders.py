"""A folder that a stranger filled: no link leads out of it, nothing waits for a pipe, and no name moves the terminal's cursor."""

import os
import socket
from pathlib import Path

import pytest

from archive.models import Document
from tests.archive.management.commands.test_capture import TEXT, run

pytestmark = pytest.mark.django_db
OUT = "It is a link that leads out of the folder. Name the file itself if you want it."


@pytest.fixture
def folder(tmp_path) -> Path:
    """With one text, beside a secret that is none of its own."""
    (tmp_path / "secret.txt").write_text("The keys lie under the mat.")
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "bridge.txt").write_text(TEXT)
    return tmp_path / "given"


def told(folder: Path) -> list[str]:
    """What is said of all but the one text."""
    return [line for line in run(folder) if not line.startswith(("captured", "1: "))]


@pytest.mark.parametrize("target", ["../secret.txt", "/etc/hostname", "../nothing.txt", ".."])
def test_link_out_of_the_folder_is_told_and_not_followed(folder, target):
    (folder / "notes.txt").symlink_to(target)

    assert told(folder) == [f"refused {folder}/notes.txt: {OUT}"]
    assert [document.text for document in Document.objects.all()] == [TEXT]


def test_link_within_the_folder_brings_nothing_twice(folder):
    (folder / "again.txt").symlink_to("bridge.txt")
    (folder / "round").symlink_to(".")

    assert len(run(folder)) == 1


def test_link_that_is_named_is_read(folder):
    (folder / "notes.txt").symlink_to("../secret.txt")

    assert run(folder / "notes.txt")[0].startswith("captured")


def test_pipe_and_socket_are_told_and_nothing_waits_for_them(folder):
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as one:
        place = os.open(folder, os.O_PATH)
        one.bind(f"/proc/self/fd/{place}/socket.txt")  # a path of a socket has to be short
        os.close(place)

        assert told(folder) == [
            f"refused {folder}/pipe.txt: It is no file but a pipe, which is not read.",
            f"refused {folder}/socket.txt: It is no file but a socket, which is not read.",
        ]


def test_device_and_pipe_that_are_named_are_told(folder):
    os.mkfifo(folder / "pipe")

    assert run("/dev/zero", folder / "pipe") == [
        "refused /dev/zero: It is no file but a device, which is not read.",
        f"refused {folder}/pipe: It is no file but a pipe, which is not read.",
        "1: 2 of 2 refused; the others are in the archive.",
    ]


def test_names_are_printed_without_what_moves_a_terminal(folder):
    name = "a\x1b[2Jb\nrefused c\u202e.txt"
    (folder / name).write_text("Another text.")
    (folder / "bridge.txt").unlink()

    (line,) = run(folder)

    assert "a\\x1b[2Jb\\nrefused c\\u202e.txt" in line
    assert line.isprintable()
