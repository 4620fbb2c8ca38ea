"""What all tests share: the environment of the settings, the sample folder, and a browser that reports every error of a page."""

import atexit
import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
import hypothesis
import pytest

gc.set_threshold(20_000, 10, 10)  # objects made before the collector looks at them: Python's own 700 are made by any page
# Settings are read from the environment, so it stands before Django does. Workers of xdist inherit what their controller made.
IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ
if not IS_WORKER:
    if "DJANGO_SETTINGS_MODULE" in os.environ:
        raise pytest.UsageError("Unset DJANGO_SETTINGS_MODULE: with it the settings are read before the tests' environment stands.")
    os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="on-record-tests-")
    atexit.register(shutil.rmtree, os.environ["VAR_DIR"], ignore_errors=True)
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "timeline.settings",
    "SECRET_KEY": "only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz",
    "CACHE_URL": "locmemcache://",
    "DEBUG": "false",
    "HTTPS": "false",
    "ALLOWED_HOSTS": "localhost,127.0.0.1,testserver",
    "SITE_URL": "http://testserver",
    "FETCHING": "false",
}
django.setup()

from django.conf import settings  # noqa: E402 - after the environment

if IS_WORKER:  # what is signed lies beside the database, and each worker has one of its own; static files, collected once, are for all
    settings.VAR_DIR = settings.VAR_DIR / os.environ["PYTEST_XDIST_WORKER"]
    settings.VAR_DIR.mkdir(exist_ok=True)

from django.core.cache import cache  # noqa: E402 - after the environment
from django.core.management import call_command  # noqa: E402 - after the environment
from django.db import connection, transaction  # noqa: E402 - after the environment
from django.test import Client, TransactionTestCase  # noqa: E402 - after the environment
from django.utils import timezone  # noqa: E402 - after the environment

from archive.log import kept_histories, last_note  # noqa: E402 - after the environment
from tests.archive.extraction.reading_log import faults_of_reading  # noqa: E402 - after the environment
from tests.archive.log.tampering import triggers_off  # noqa: E402 - after the environment
from timeline.lists import kept  # noqa: E402 - after the environment
from timeline.templatetags.shell import Kept  # noqa: E402 - after the environment

settings.CACHES["pages"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}  # tests make rows without an act that says so
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a slow hash protects nobody here

empty_tables = TransactionTestCase._fixture_teardown
sign_in = Client.force_login


def _fixture_teardown(self: TransactionTestCase) -> None:
    """The tables are emptied behind a test with transactions of its own; triggers refuse that to everybody else."""
    with triggers_off():
        empty_tables(self)


def force_login(self: Client, *user: Any, **backend: Any) -> None:
    """Somebody who signed in just now, as the page where one does notes it: his first page is asked as much as any other."""
    sign_in(self, *user, **backend)
    session = self.session
    session["began"] = session["seen"] = int(timezone.now().timestamp())
    session.save()


TransactionTestCase._fixture_teardown = _fixture_teardown  # type: ignore[method-assign]
Client.force_login = force_login  # type: ignore[method-assign]

ROWS = {"db", "transactional_db", "live_server"}  # a test that asks for one of these reads and writes tables

# On PostgreSQL a run asks what its own SQL could answer differently: tables and triggers, the stages that write, lists and search.
ALWAYS_ON_POSTGRESQL = (
    "tests/archive/models/",
    "tests/archive/alerts/",
    "tests/archive/backups/",
    "tests/archive/entries/",
    "tests/archive/figures/",
    "tests/archive/log/",
    "tests/archive/verification/",
    "tests/archive/readers/",
    "tests/archive/capture/",
    "tests/archive/identity/",
    "tests/archive/linking/",
    "tests/archive/publication/",
    "tests/archive/doubts/",
    "tests/archive/review/",
    "tests/archive/working/",
    "tests/archive/test_unchangeable.py",
    "tests/timeline/alerts/test_matching.py",
    "tests/timeline/alike/",
    "tests/timeline/finding/",
    "tests/timeline/lists/",
    "tests/timeline/record/",
    "tests/timeline/test_chronology.py",
    "tests/timeline/test_filters.py",
    "tests/timeline/test_said_besides.py",
    "tests/timeline/views/test_hostile.py",
)
# Here each case of a test's table may be other SQL. Elsewhere it is another word, and of each table the first and the last are asked.
EACH_CASE_ON_POSTGRESQL = (
    "tests/archive/models/",
    "tests/archive/backups/",
    "tests/archive/entries/",
    "tests/archive/test_unchangeable.py",
    "tests/timeline/alike/",
    "tests/timeline/finding/",
    "tests/timeline/lists/",
    "tests/timeline/record/",
    "tests/timeline/test_chronology.py",
    "tests/timeline/test_filters.py",
)
# How long a made-up input takes says more of the machine than of the code.
hypothesis.settings.register_profile("on record", deadline=None)
hypothesis.settings.load_profile("on record")

pytest_plugins = ["tests.browser", "tests.served"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="the dearest tests too")
    parser.addoption("--everywhere", action="store_true", help="on PostgreSQL all tests that touch a table")


def pytest_configure(config: pytest.Config) -> None:
    """Static files as in earnest, hashed and compressed, once for all workers."""
    if not IS_WORKER and not config.option.collectonly:
        call_command("collectstatic", "--noinput", "--ignore", "redoc", verbosity=0)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Files of which PostgreSQL is asked nothing are not even read for it: to read all takes as long as a good part of its tests."""
    if connection.vendor == "sqlite" or config.getoption("--everywhere") or not collection_path.match("test_*.py"):
        return None
    place = collection_path.relative_to(config.rootpath).as_posix()
    asked = place.startswith(ALWAYS_ON_POSTGRESQL) or "mark.postgres" in collection_path.read_text("utf-8")
    return None if asked else True


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    full, everywhere = config.getoption("--full"), config.getoption("--everywhere")
    for item in items:
        mark(item)
    left_out = [item for item in items if not is_of_this_run(item, full=full, everywhere=everywhere)]
    if connection.vendor != "sqlite" and not everywhere:
        left_out += between_first_and_last([item for item in items if not has_each_case(item)])
    config.hook.pytest_deselected(items=list(dict.fromkeys(left_out)))  # not skipped: they run on SQLite, or with --full or --everywhere
    gone = set(left_out)
    items[:] = [item for item in items if item not in gone]


def mark(item: pytest.Item) -> None:
    if "chromium" in getattr(item, "fixturenames", ()):
        item.add_marker("browser")
    for name, vendor in (("sqlite", "sqlite"), ("postgres", "postgresql")):
        if item.get_closest_marker(name) and connection.vendor != vendor:
            item.add_marker(pytest.mark.skip(reason=f"is about {name} alone"))
    if item.get_closest_marker("once") and connection.vendor != "sqlite":
        item.add_marker(pytest.mark.skip(reason="touches no database"))


def is_of_this_run(item: pytest.Item, *, full: bool, everywhere: bool) -> bool:
    if item.get_closest_marker("full") and not full:
        return False
    if connection.vendor == "sqlite" or item.get_closest_marker("postgres"):
        return True
    return depends_on_the_database(item) and (everywhere or item.nodeid.startswith(ALWAYS_ON_POSTGRESQL))


def has_each_case(item: pytest.Item) -> bool:
    return item.nodeid.startswith(EACH_CASE_ON_POSTGRESQL) or item.get_closest_marker("postgres") is not None


def between_first_and_last(items: list[pytest.Item]) -> list[pytest.Item]:
    """Of the cases of each test, in their order, those that are neither."""
    cases: dict[str, list[pytest.Item]] = {}
    for item in items:
        cases.setdefault(item.nodeid.partition("[")[0], []).append(item)
    return [item for each in cases.values() for item in each[1:-1]]


def depends_on_the_database(item: pytest.Item) -> bool:
    """Whether another database could change the outcome. A page in a browser is the page that other tests read as text."""
    rows = item.get_closest_marker("django_db") or ROWS.intersection(getattr(item, "fixturenames", ()))
    return bool(item.get_closest_marker("postgres") or (rows and not item.get_closest_marker("browser")))


def pytest_collection_finish() -> None:
    """What stands by now, all modules and all tests, stands to the end, and the collector need not walk over it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    yield
    cache.clear()
    kept.forget()
    Kept.printed.clear()
    for one in (last_note, kept_histories):  # the next test has another log
        one.place().unlink(missing_ok=True)


@pytest.fixture(autouse=True)
def reading_faults() -> Iterator[list[str]]:
    """What the log says of rules of reading that raised. A test fails by any that it does not clear: a rule that raises is a mistake."""
    with faults_of_reading() as said:
        yield said
    assert said == []


@pytest.fixture(scope="module")
def made_once(django_db_setup, django_db_blocker) -> Iterator[None]:
    """What a fixture of a module makes upon this stands for all its tests, each in a savepoint of its own, and is gone behind them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of sample documents beside the repository, which a clone need not have."""
    folder = Path(os.environ.get("SHARED_DIR") or settings.BASE_DIR.parent / "shared")
    if not folder.is_dir():
        pytest.skip(f"the sample documents in {folder} are missing")
    return folder
