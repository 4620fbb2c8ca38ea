"""An archive that other processes can read beside a test."""

import os

import pytest
from django.db import connection

from tests import factories as make


@pytest.fixture
def archive_of_its_own(transactional_db, django_db_serialized_rollback, monkeypatch) -> None:
    """Thirty statements, and the address at which other processes find them."""
    for turn in range(15):
        words = f"No state may strengthen its security at the cost of {turn} other states, the minister of {turn} rivers said."
        for year in ("2021", "2022"):
            make.make_accepted_statement(words=words, said_on=f"{year}-03", speakers=[make.make_speaker()])
    server = os.environ["DATABASE_URL"].rpartition("/")[0] if connection.vendor == "postgresql" else "sqlite://"
    monkeypatch.setenv("DATABASE_URL", f"{server}/{connection.settings_dict['NAME']}")
