"""run.py without a network: what it refuses in one sentence, what it skips, and how it recovers."""

import ast
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import run
from archive.log import kept_histories, last_note

SOURCE = Path(run.__file__)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with run.py, nothing to install, and a manage.py that only answers."""
    shutil.copy(SOURCE, tmp_path)
    (tmp_path / "requirements.txt").write_text("# nothing\n")
    strays = "strays = [name for name in ('DJANGO_SETTINGS_MODULE', 'PYTHONPATH', 'PIP_TARGET') if name in os.environ]"
    (tmp_path / "manage.py").write_text(f"import os, sys; {strays}; print('managed', *sys.argv[1:], *strays)\n")
    return tmp_path


def start(clone: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, clone / "run.py", *arguments],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_older_python_can_read_the_file_and_is_told():
    ast.parse(SOURCE.read_text(), feature_version=(3, 7))

    with pytest.raises(SystemExit, match=r"^On Record needs Python 3\.11 or newer, and this is 3\.9\.$"):
        run.refuse_old_python((3, 9, 2))


@pytest.mark.parametrize("port", ["0", "65536", "-1", "eighty", "٨٠", "9" * 40])
def test_port_out_of_range_is_refused(clone, port):
    refused = start(clone, f"--port={port}")

    assert refused.returncode == 2
    assert "a port is a number from 1 to 65535" in refused.stderr


def test_unknown_option_is_refused(clone):
    assert start(clone, "--prot", "8000").returncode == 2


def test_taken_port_is_told_before_anything_is_installed(clone):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        refused = start(clone, "--port", str(port))

    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == f"Port {port} is taken: stop what uses it, or choose another with --port N.\n"
    assert not (clone / ".venv").exists()


@pytest.mark.full
def test_second_start_installs_nothing_and_a_broken_one_begins_anew(clone):
    first = start(clone, "manage", "check", "--help")
    second = start(clone, "manage", "check", DJANGO_SETTINGS_MODULE="another.settings", PYTHONPATH="/nowhere", PIP_TARGET="/nowhere")
    (clone / "requirements.txt").write_text("# still nothing\n")
    changed = start(clone, "manage", "check")
    (clone / ".venv" / "unfinished").touch()
    broken = start(clone, "manage", "check")
    again = start(clone, "manage", "check")

    making, installing = "Making the virtual environment\n", "Installing the packages (a minute or two, once)\n"
    assert first.stdout == f"{making}{installing}managed check --help\n"
    assert second.stdout == "managed check\n"
    assert changed.stdout == f"{installing}managed check\n"
    assert broken.stdout == f"{making}{installing}managed check\n"
    assert again.stdout == "managed check\n"


def test_packages_of_a_file_that_another_names_are_installed_when_they_change(tmp_path):
    asked, named = tmp_path / "asked.txt", tmp_path / "named.txt"
    asked.write_text("-r named.txt\n")
    named.write_text("one==1\n")
    before = run.fingerprint(asked)

    named.write_text("one==2\n")

    assert run.fingerprint(asked) != before


def test_missing_venv_module_is_told(clone):
    without = "import sys; sys.modules['ensurepip'] = None; import run; run.main(['manage'])"
    refused = subprocess.run([sys.executable, "-c", without], cwd=clone, capture_output=True, text=True, check=False)

    assert refused.stderr == "Python's venv module is missing: install it (on Debian: apt install python3-venv) and start again.\n"


@pytest.fixture
def package(clone: Path) -> Path:
    """The file of a package that pip finds in this folder."""
    wheel, about = clone / "packed-1-py3-none-any.whl", "packed-1.dist-info"
    with zipfile.ZipFile(wheel, "w") as file:
        file.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: packed\nVersion: 1\n")
        file.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nGenerator: this\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        file.writestr(f"{about}/RECORD", "")
    return wheel


@pytest.mark.full
def test_only_a_file_whose_hash_is_written_down_is_installed(clone, package):
    told = "The packages were not installed:"
    offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(clone)}
    hashed = f"packed==1 --hash=sha256:{hashlib.sha256(package.read_bytes()).hexdigest()}\n"
    wrong = {
        f"no-such-package==1 --hash=sha256:{'0' * 64}\n": "The packages could not be installed (is there a network?). pip says: ERROR: No",
        "packed==1\n": f"{told} no hash is written down for packed==1. python -m tests.checks.lock writes them.",
        f"packed==1 --hash=sha256:{'0' * 64}\n": f"{told} packed==1 came as a file that is none of those",
    }
    for asked, said in wrong.items():
        (clone / "requirements.txt").write_text(asked)
        refused = start(clone, "manage", "check", **offline)
        assert (refused.returncode, refused.stderr[: len(said)], refused.stderr.count("\n")) == (1, said, 1)

    (clone / "requirements.txt").write_text(hashed)
    assert start(clone, "manage", "check", **offline).stdout.endswith("managed check\n")


def test_reset_leaves_a_database_elsewhere_alone(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://someone@localhost/archive")

    with pytest.raises(SystemExit, match="empty that one yourself"):
        run.throw_archive_away()


def test_reset_takes_what_was_signed_of_the_archive_with_it(monkeypatch, tmp_path):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(run, "VAR", tmp_path)
    for name in ("on-record.sqlite3", "on-record.sqlite3-wal", last_note.NAME, kept_histories.NAME, "log_key", "secret_key"):
        (tmp_path / name).touch()

    for _ in range(2):
        run.throw_archive_away()

    assert sorted(file.name for file in tmp_path.iterdir()) == ["log_key", "secret_key"]


def test_commands_run_in_the_surroundings_of_the_site(monkeypatch, tmp_path):
    for name in run.DECIDED_HERE.split("|"):
        monkeypatch.setenv(name, "of-the-caller")
    monkeypatch.setenv("DATABASE_URL", "postgres://someone@localhost/archive")
    given: list[dict[str, str]] = []
    monkeypatch.setattr(run, "ensure_packages", lambda requirements: None)
    monkeypatch.setattr(run.subprocess, "run", lambda *_, env, **__: given.append(env) or subprocess.CompletedProcess([], 0))
    monkeypatch.setattr(run, "ADDRESS", tmp_path / "address")

    run.manage(["check"])
    run.ADDRESS.write_text("http://127.0.0.1:8123")
    run.manage(["check"])

    served = run.of_the_site(SITE_URL="http://127.0.0.1:8123")
    assert given == [{name: value for name, value in served.items() if name != "SITE_URL"}, served]
    assert "of-the-caller" not in served.values()
    assert served["DATABASE_URL"] == "postgres://someone@localhost/archive"


# The worker beside the server


WORKER = """import os, sys, time
parent = os.getppid()
with open("workers", "a") as told:
    told.write(f"{os.getpid()} {' '.join(sys.argv[1:3])} {int(sys.argv[3]) == parent}\\n")
while os.getppid() == parent:
    time.sleep(0.02)
with open("workers", "a") as told:
    told.write("ended\\n")
"""
KEEPER = """import os, sys, time
import run
run.ROOT, run.PYTHON = run.Path(sys.argv[1]), sys.executable
server = os.getpid()
if os.fork() == 0:
    try:
        run.keep_worker(dict(os.environ), server, pause=0.1)
    finally:
        os._exit(0)
time.sleep(60)
"""


def test_worker_that_is_killed_is_started_again_and_all_end_with_the_server(tmp_path):
    (tmp_path / "manage.py").write_text(WORKER)
    told = tmp_path / "workers"
    with subprocess.Popen([sys.executable, "-c", KEEPER, tmp_path], cwd=SOURCE.parent) as server:
        workers = []
        for turn in range(3):
            wait_until(lambda turn=turn: len(lines_of(told)) > turn)
            pid, words = lines_of(told)[turn].split(" ", 1)
            assert words == "work --beside True"
            workers.append(int(pid))
            if turn < 2:
                os.kill(workers[-1], signal.SIGKILL)
        server.kill()

    wait_until(lambda: told.read_text().endswith("ended\n"))
    assert len(lines_of(told)) == 3


def lines_of(file: Path) -> list[str]:
    return [line for line in file.read_text().splitlines() if line.endswith("e")] if file.exists() else []


def wait_until(is_so: Callable[[], bool], seconds: float = 20) -> None:
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.02)
