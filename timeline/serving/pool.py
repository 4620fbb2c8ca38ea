"""Connections of a server to PostgreSQL: as many as make pages at once, whichever threads those are."""

from typing import Any

POOL = {"min_size": 1, "max_size": 10, "timeout": 20}  # of each worker; seconds until who found none free is told so


def share_connections(databases: dict[str, dict[str, Any]]) -> None:
    """Before the first is opened. Kept by each thread, as commands keep theirs, they would be as many as threads ever ran."""
    for one in databases.values():
        if one["ENGINE"] == "django.db.backends.postgresql":
            one["OPTIONS"] = one.get("OPTIONS", {}) | {"pool": POOL}
            one["CONN_MAX_AGE"] = 0  # given back after each request
