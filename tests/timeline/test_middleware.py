"""Old public addresses lead on, where nothing else answers."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from archive.models import Redirect
from tests.factories import make_claim, make_public_statement
from timeline.middleware import OldAddresses

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _moved():
    make_public_statement(claims=[make_claim(slug="new")])
    Redirect.objects.create(old_path="/claims/old/", new_path="/claims/new/", reason="Merged.", at=timezone.now())


def answered(path, status=404, method="get"):
    response = OldAddresses(lambda request: HttpResponse(status=status))(getattr(RequestFactory(), method)(path))
    return response.status_code, response.headers.get("Location")


@pytest.mark.parametrize(
    ("path", "status", "method", "answer"),
    [
        ("/claims/old/", 404, "get", (301, "/claims/new/")),
        ("/claims/old/?page=2", 404, "get", (301, "/claims/new/?page=2")),
        ("/claims/old/", 200, "get", (200, None)),
        ("/claims/old/", 404, "post", (404, None)),
        ("/claims/other/", 404, "get", (404, None)),
    ],
)
def test_old_address(path, status, method, answer):
    assert answered(path, status, method) == answer
