#!/usr/bin/env python
"""Django's command line. Makes the secret key in var/ on first use, so that no command needs preparation."""

import os
import secrets
import sys
from pathlib import Path


def ensure_secret_key(file: Path) -> None:
    """Write a strong random key that only this user can read, unless there is one already."""
    if file.exists():
        return
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half_made = file.with_name(f"{file.name}.{os.getpid()}")
    with os.fdopen(os.open(half_made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as handle:
        handle.write(secrets.token_urlsafe(50))
    half_made.replace(file)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    if not os.environ.get("SECRET_KEY"):
        var = Path(os.environ.get("VAR_DIR") or Path(__file__).resolve().parent / "var")
        try:
            ensure_secret_key(var / "secret_key")
        except OSError:
            # A checkout that can't be written to: commands without a database still work, with a key and a cache of their own.
            os.environ["SECRET_KEY"] = secrets.token_urlsafe(50)
            os.environ.setdefault("CACHE_URL", "locmemcache://")

    from django.core.management import execute_from_command_line  # noqa: PLC0415 - needs the environment made above

    from archive.management.printed import without_a_traceback  # noqa: PLC0415 - the same

    with without_a_traceback():
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
