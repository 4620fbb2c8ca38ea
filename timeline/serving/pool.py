"""Connections of a server: as many as make pages at once, whichever threads those are, and to SQLite small ones."""

from typing import Any

from timeline.serving.sqlite.base import STAY_OPEN

# Of each worker. Who finds none free is told so after some seconds; and who looks for a server that was stopped begins anew as soon, or the
# time between two looks would double until a server that is back is not found for minutes.
POOL = {"min_size": 1, "max_size": 10, "timeout": 5, "reconnect_timeout": 5}
# To SQLite as many stay open; who finds none free opens one more, and closes it behind. Of each: 16 statements that are ready to be asked
# again, and half a megabyte of the file. What the system keeps of the file is as near. With Python's 128 and SQLite's two megabytes a
# worker of eight busy threads took 25 MB more, and was no quicker.
STATEMENTS, KILOBYTES = 16, 500


def keep_connections_small(databases: dict[str, dict[str, Any]]) -> None:
    """Before the first is opened. Commands write more at once, and keep theirs as they are."""
    for one in databases.values():
        if one["ENGINE"] == "timeline.serving.sqlite":
            first = f"{one['OPTIONS'].get('init_command', '')} PRAGMA cache_size=-{KILOBYTES};"
            one |= {STAY_OPEN: POOL["max_size"], "CONN_MAX_AGE": 0}  # given back after each request
            one["OPTIONS"] |= {"cached_statements": STATEMENTS, "init_command": first}


def share_connections(databases: dict[str, dict[str, Any]]) -> None:
    """Before the first is opened. Kept by each thread, as commands keep theirs, they would be as many as threads ever ran."""
    for one in databases.values():
        if one["ENGINE"] == "django.db.backends.postgresql":
            one["OPTIONS"] = one.get("OPTIONS", {}) | {"pool": POOL}
            one["CONN_MAX_AGE"] = 0  # given back after each request
