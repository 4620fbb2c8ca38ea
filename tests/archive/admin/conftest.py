"""Editors who are signed in."""

import pytest
from django.test import Client

from tests.factories import CONTENT_ROLES, make_user


def signed_in(*roles: str) -> Client:
    client = Client()
    client.user = make_user(*roles)
    client.force_login(client.user)
    return client


@pytest.fixture
def editor(db) -> Client:
    return signed_in("editor")


@pytest.fixture
def reviewer(db) -> Client:
    return signed_in("reviewer")


@pytest.fixture
def publisher(db) -> Client:
    return signed_in("publisher")


@pytest.fixture
def chief(db) -> Client:
    return signed_in(*CONTENT_ROLES)
