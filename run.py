#!/usr/bin/env python3
"""Start On Record, or test it, on a machine that has Python and nothing else of ours. Standard library alone.

python3 run.py [--port N] [--no-demo] [--reset]    everything to a real server: http://127.0.0.1:8000
python3 run.py test [--full] [pytest's arguments]  everything from linters to tests on SQLite and PostgreSQL
python3 run.py check                               linters, types, the gauge of decisions, missing migrations: in seconds
python3 run.py manage ...                          manage.py with the project's own packages
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import hashlib
import importlib.util
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

try:
    import fcntl
except ImportError:
    sys.exit("On Record runs on Linux and macOS. On Windows use the Windows Subsystem for Linux.")

ROOT = Path(__file__).resolve().parent
VAR = ROOT / "var"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
ADDRESS = VAR / "address"  # where the site was served last: links in what a command sends lead there
SIGNED = ("log_checkpoint", "log_histories")  # in var/: what was signed of the archive there
UNFINISHED = VENV / "unfinished"  # stands while packages are installed: who finds it at a start builds the environment anew
REQUIREMENTS = ROOT / "requirements.txt"
OLDEST = (3, 11)
REFUSALS = {  # what pip says of the first package whose hash is another, or none: a list of sentences, and what we say of it
    r"DO NOT MATCH THE HASHES.*?\n\s+(\S+)": "{} came as a file that is none of those whose hashes are written down. Do not use it.",
    r"--require-hashes mode.*?\n\s+(\S+)": "no hash is written down for {}. python -m tests.checks.lock writes them.",
}
LONG_ENOUGH, LONGEST_PAUSE = 60.0, 300.0  # seconds: of a worker that was none that ends at once, and before the next of those

# Names of the caller's environment that would lead Python, pip or gunicorn elsewhere; that a start here decides; and the tests.
ASTRAY = (
    "PYTHON.*|VIRTUAL_ENV|__PYVENV_LAUNCHER__|GUNICORN_CMD_ARGS|WEB_CONCURRENCY|DJANGO_(?!SUPERUSER).*"
    "|PIP_(USER|TARGET|PREFIX|ROOT|NO_DEPS|DRY_RUN|REQUIREMENT|CONSTRAINT|REQUIRE_.*|PYTHON)"
)
DECIDED_HERE = "SECRET_KEY|DEBUG|HTTPS|ALLOWED_HOSTS|CSRF_TRUSTED_ORIGINS|SITE_URL|SITE_NAME|CACHE_URL|VAR_DIR|LOG_LEVEL|LOG_FORMAT"


def main(arguments: list[str]) -> int:
    refuse_old_python(sys.version_info)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that a step under way is ended, and a private cluster deleted
    try:
        if arguments[:1] == ["manage"]:
            return manage(arguments[1:])
        if arguments[:1] in (["test"], ["check"]):
            from tests.checks import running  # noqa: PLC0415 - not part of a site that is only run

            return getattr(running, arguments[0])(arguments[1:])
        return serve(options(arguments))
    except KeyboardInterrupt:
        return 130


def refuse_old_python(version: tuple[int, ...]) -> None:
    if tuple(version[:2]) < OLDEST:
        sys.exit("On Record needs Python %d.%d or newer, and this is %d.%d." % (*OLDEST, *version[:2]))


def options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("run.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=port_number, default=8000, metavar="N", help="serve at this port (8000)")
    parser.add_argument("--no-demo", action="store_true", help="leave an empty archive empty")
    parser.add_argument("--reset", action="store_true", help="throw the archive in var/ away and begin anew")
    return parser.parse_args(arguments)


def port_number(text: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", text) or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return int(text)


# The three commands


def serve(chosen: argparse.Namespace) -> int:
    address = f"http://127.0.0.1:{chosen.port}"
    listener = reserve(chosen.port)  # first of all: nobody wants to hear of a taken port after a minute of installing
    ensure_packages(REQUIREMENTS)
    if chosen.reset:
        throw_archive_away()

    environment = of_the_site(SITE_URL=address)
    with alone() as lock:
        ADDRESS.write_text(address)
        step(["manage.py", "prepare", *["--no-demo"] * chosen.no_demo], environment, lock)

    with port_refused(chosen.port):
        listener.listen(1024)  # from here on a browser is kept waiting and not refused
    print(f"\nOn Record: {address}/\n   editors: {address}/desk/\n       API: {address}/api/v1/docs/\nCtrl-C stops it.", flush=True)
    start_keeper(environment, listener)
    os.set_inheritable(listener.fileno(), True)
    server = f"gunicorn --config timeline/serving/server.py --bind fd://{listener.fileno()}"
    os.chdir(ROOT)
    os.execve(PYTHON, [str(PYTHON), "-m", *server.split()], environment)


def start_keeper(environment: dict[str, str], listener: socket.socket) -> None:
    """Background work beside the server: this process becomes the server, and a child of it keeps a worker at work."""
    server = os.getpid()
    if os.fork():
        return
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches server and worker too; when they are gone, so is this
        listener.close()
        keep_worker(environment, server)
        status = 0
    finally:
        os._exit(status)


def keep_worker(environment: dict[str, str], server: int, pause: float = 5.0) -> None:
    """Starts the worker, and again whenever it ends, ever later where it keeps ending at once; until the server is gone.

    The worker stops by itself when it finds the keeper gone.
    """
    soon = pause
    while os.getppid() == server:
        began = time.monotonic()
        command = [PYTHON, "manage.py", "work", "--beside", str(os.getpid()), "--verbosity", "0"]
        worker = subprocess.Popen(command, env=environment, cwd=ROOT, stdin=subprocess.DEVNULL)
        while os.getppid() == server and worker.poll() is None:
            time.sleep(pause / 5)
        pause_now = pause if time.monotonic() - began > LONG_ENOUGH else soon
        soon = min(2 * pause_now, LONGEST_PAUSE)
        until = time.monotonic() + pause_now
        while os.getppid() == server and time.monotonic() < until:
            time.sleep(pause / 5)


def manage(arguments: list[str]) -> int:
    ensure_packages(REQUIREMENTS)
    served = {"SITE_URL": ADDRESS.read_text()} if ADDRESS.exists() else {}
    return subprocess.run([PYTHON, ROOT / "manage.py", *arguments], env=of_the_site(**served), check=False).returncode


def find_chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


# The steps


def reserve(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    with port_refused(port):
        listener.bind(("127.0.0.1", port))
    return listener


@contextlib.contextmanager
def port_refused(port: int):
    try:
        yield
    except OSError as error:
        why = "is taken" if error.errno == errno.EADDRINUSE else f"can't be used ({error.strerror})"
        sys.exit(f"Port {port} {why}: stop what uses it, or choose another with --port N.")


def throw_archive_away() -> None:
    if os.environ.get("DATABASE_URL"):
        sys.exit("--reset throws away the archive in var/ alone, and DATABASE_URL names another: empty that one yourself.")
    for file in (*VAR.glob("on-record.sqlite3*"), *map(VAR.joinpath, SIGNED)):
        file.unlink(missing_ok=True)
    for folder in ("cache", "media"):
        shutil.rmtree(VAR / folder, ignore_errors=True)


def surroundings(without: str = "", **settings: str) -> dict[str, str]:
    """The caller's environment without what would lead us astray, and with our settings."""
    kept = {name: value for name, value in os.environ.items() if not re.fullmatch(f"{ASTRAY}|{without}", name)}
    return kept | {"PYTHONUTF8": "1"} | settings


def of_the_site(**settings: str) -> dict[str, str]:
    """What the site here runs in, and every command of manage.py with it: both see one database, one key and one var/."""
    return surroundings(DECIDED_HERE, DEBUG="false", HTTPS="false", ALLOWED_HOSTS="127.0.0.1,localhost", **settings)


def step(arguments: list[str], environment: dict[str, str], lock: tuple[int, ...] = ()) -> None:
    code = subprocess.run([PYTHON, *arguments], env=environment, cwd=ROOT, pass_fds=lock, check=False).returncode
    if code:
        sys.exit(f"Stopped at '{' '.join(arguments)}': what it said stands above.")


@contextlib.contextmanager
def alone():
    """Two starts at once prepare one after the other. What we start inherits the lock: a pip that outlives us is waited for."""
    VAR.mkdir(mode=0o700, exist_ok=True)
    with (VAR / "start.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Waiting for another start to finish", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield (lock.fileno(),)


# The virtual environment


def ensure_packages(requirements: Path) -> None:
    """The packages of the file, installed. Takes no time when they are already; whatever was cut short is done again."""
    stamp = VENV / f"installed-{requirements.parent.name if requirements != REQUIREMENTS else 'site'}"
    if is_installed(stamp, requirements):
        return
    with alone() as lock:
        if is_installed(stamp, requirements):
            return
        if not is_usable():
            build_venv(lock)
        install(requirements, lock)
        stamp.write_text(fingerprint(requirements))


def is_installed(stamp: Path, requirements: Path) -> bool:
    return PYTHON.exists() and not UNFINISHED.exists() and stamp.exists() and stamp.read_text() == fingerprint(requirements)


def fingerprint(requirements: Path) -> str:
    """What was asked for, in the file and in those that it names, and the Python it was installed for: a system that moves on to a newer
    one leaves the old packages behind."""
    named = re.findall(r"^-r (\S+)", requirements.read_text("utf-8"), re.MULTILINE)
    asked = [file.read_bytes() for file in (requirements, *(requirements.parent / name for name in named))]
    return hashlib.sha256(b"\0".join([*asked, bytes(PYTHON.resolve())])).hexdigest()


def is_usable() -> bool:
    """Whether an environment stands that nobody was killed at, with a Python that runs, is new enough and has pip."""
    if UNFINISHED.exists() or not PYTHON.exists():
        return False
    question = f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"
    return subprocess.run([PYTHON, "-c", question], env=surroundings(), capture_output=True, check=False).returncode == 0


def build_venv(lock: tuple[int, ...]) -> None:
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        sys.exit("Python's venv module is missing: install it (on Debian: apt install python3-venv) and start again.")
    print("Making the virtual environment", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir()
    UNFINISHED.touch()
    command = [sys.executable, "-m", "venv", VENV]
    made = subprocess.run(command, env=surroundings(), pass_fds=lock, capture_output=True, text=True, check=False)
    if made.returncode:
        sys.exit(f"The virtual environment could not be made: {last_line(made.stdout + made.stderr)}")


def install(requirements: Path, lock: tuple[int, ...]) -> None:
    print("Installing the packages (a minute or two, once)", flush=True)
    UNFINISHED.touch()
    command = [PYTHON, "-m", "pip", "install", "--quiet", "--no-input", "--no-user", "--disable-pip-version-check", "--require-hashes"]
    command += ["-r", requirements]
    done = subprocess.run(command, env=surroundings(), pass_fds=lock, cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False)
    UNFINISHED.unlink()
    if done.returncode:
        sys.exit(refusal(done.stderr))


def refusal(said: str) -> str:
    """What pip said, in one line."""
    for found, why in REFUSALS.items():
        package = re.search(found, said, re.DOTALL)
        if package:
            return f"The packages were not installed: {why.format(package[1])}"
    return f"The packages could not be installed (is there a network?). pip says: {last_line(said)}"


def last_line(text: str) -> str:
    return (text.strip().splitlines() or ["nothing"])[-1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
