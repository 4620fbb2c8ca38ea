"""What the settings promise: a strong key or no site, a clean deployment check, SQLite as measured, and a browser that is told no."""

import os
import secrets
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.templatetags.static import static
from django.test import Client

from timeline.running.expected import is_weak
from timeline.serving.sqlite.base import A_LOOK

SITE = "import timeline.wsgi"
WEAK_KEYS = [
    "short", "a" * 60, "abcabcabc" * 8, "0123456789" * 6, "correct horse battery " * 5,
    "django-insecure-0123456789-abcdefghijklmnopqrstuvwxyz-0123456789", "change-me-0123456789-abcdefghijklmnopqrstuvwxyz-0123456789",
]  # fmt: skip


def run(*arguments: str, var: Path, **environment: str) -> subprocess.CompletedProcess:
    """Python in a process of its own, with the settings of a fresh installation."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")}
    return subprocess.run(
        [sys.executable, *arguments],
        env=kept | {"VAR_DIR": str(var)} | environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("key", WEAK_KEYS)
def test_key_that_can_be_guessed_is_weak(key):
    assert is_weak(key)


def test_key_that_a_command_makes_is_not_weak():
    assert [key for key in (secrets.token_urlsafe(50) for _ in range(500)) if is_weak(key)] == []


def test_site_with_a_weak_key_does_not_start(tmp_path):
    started = run("-c", SITE, var=tmp_path, SECRET_KEY=WEAK_KEYS[0])

    assert started.returncode != 0
    assert "does not start without a strong secret key: set SECRET_KEY" in started.stderr


def test_site_without_a_key_does_not_start(tmp_path):
    started = run("-c", SITE, var=tmp_path)

    assert started.returncode != 0
    assert f"writes one to {tmp_path}/secret_key" in started.stderr


def test_first_command_writes_a_key_that_later_ones_keep(tmp_path):
    first = run("manage.py", "check", var=tmp_path / "var")
    file = tmp_path / "var" / "secret_key"
    key = file.read_text()
    second = run("manage.py", "check", var=tmp_path / "var")

    assert (first.returncode, second.returncode) == (0, 0)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text() == key
    assert run("-c", SITE, var=tmp_path / "var").returncode == 0


def test_command_runs_where_nothing_can_be_written(tmp_path):
    (tmp_path / "file").touch()

    assert run("manage.py", "check", var=tmp_path / "file" / "var").returncode == 0


def test_deployment_check_is_clean(tmp_path):
    checked = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", var=tmp_path)

    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout == "System check identified no issues (0 silenced).\n"


def test_cookies_are_bound_to_the_host_on_https(tmp_path):
    names = "DEBUG SESSION_COOKIE_NAME CSRF_COOKIE_NAME SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE CSRF_COOKIE_HTTPONLY SECURE_SSL_REDIRECT"
    names += " SECURE_HSTS_SECONDS SECURE_HSTS_INCLUDE_SUBDOMAINS"
    question = f"from django.conf import settings as s; print(*(getattr(s, name) for name in {names.split()}))"
    told = run("-c", question, var=tmp_path, SECRET_KEY=settings.SECRET_KEY, DJANGO_SETTINGS_MODULE="timeline.settings")

    assert told.stdout == f"False __Host-sessionid __Host-csrftoken True True True True {365 * 24 * 3600} True\n"


def test_other_database_is_refused(tmp_path):
    started = run("-c", SITE, var=tmp_path, SECRET_KEY=settings.SECRET_KEY, DATABASE_URL="mysql://someone@localhost/archive")

    assert "lives in SQLite or PostgreSQL" in started.stderr


def test_redis_without_its_package_is_refused(tmp_path):
    without = f"import sys; sys.modules['redis'] = None; {SITE}"

    started = run("-c", without, var=tmp_path, SECRET_KEY=settings.SECRET_KEY, CACHE_URL="redis://127.0.0.1:6379")

    assert started.returncode != 0
    assert "CACHE_URL names Redis, which needs `pip install redis`" in started.stderr


@pytest.mark.sqlite
@pytest.mark.django_db
def test_sqlite_runs_as_it_was_measured():
    with connection.cursor() as cursor:
        found = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }

    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": A_LOOK}
    assert (connection.transaction_mode, connection.settings_dict["OPTIONS"]["timeout"]) == ("IMMEDIATE", 45)


@pytest.mark.django_db
def test_no_request_takes_the_write_lock():
    assert connection.settings_dict["ATOMIC_REQUESTS"] is False


def test_browser_may_run_nothing_inline_or_foreign(client: Client):
    answer = client.get("/admin/login/")

    assert set(answer.headers["Content-Security-Policy"].split("; ")) == {
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    }
    assert {name: answer.headers[name] for name in ("X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy")} == {
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
    }


@pytest.mark.django_db  # closing a file's answer looks at the connection
def test_static_files_are_hashed_and_kept_for_ever(client: Client):
    address = static("admin/css/base.css")
    answer = client.get(address)
    answer.close()

    assert address != "/static/admin/css/base.css"
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "max-age=315360000, public, immutable"


@pytest.mark.django_db
@pytest.mark.parametrize("folder", ["/static/", "/static/admin/", "/static/timeline/js/"])
def test_folder_of_files_is_not_listed(client: Client, folder):
    assert client.get(folder).status_code == 404


@pytest.mark.django_db  # closing a file's answer looks at the connection
def test_icon_is_where_browsers_ask_for_it(client: Client):
    answer = client.get("/favicon.ico")
    answer.close()

    assert answer.status_code == 200
