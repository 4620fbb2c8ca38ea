import pytest

from tests import factories as make


@pytest.fixture
def reviewer(client):
    person = make.make_user("reviewer")
    client.force_login(person)
    return person
