"""A page that has not changed is not made again."""

import pytest
import time_machine
from django.http import HttpResponse
from django.test import RequestFactory

from archive.models import ArchiveState
from timeline.conditional import conditional, release, revision_of

pytestmark = pytest.mark.django_db


def answered(status=200, path="/claims/", **headers):
    made = []

    def view(request):
        made.append(request)
        return HttpResponse("page", status=status)

    return conditional(view)(RequestFactory().get(path, headers=headers)), len(made)


def test_who_has_the_page_gets_304_before_any_work():
    first, _ = answered()

    again, made = answered(if_none_match=first["ETag"])

    assert (again.status_code, made, again["ETag"]) == (304, 0, first["ETag"])


def test_another_address_is_another_page():
    first, _ = answered()

    assert answered(path="/claims/?kind=direct", if_none_match=first["ETag"])[0].status_code == 200


def test_change_of_the_archive_makes_all_pages_anew():
    first, _ = answered()
    revision = ArchiveState.current_revision()
    ArchiveState.objects.update_or_create(pk=1, defaults={"revision": revision + 1})

    assert answered(if_none_match=first["ETag"])[0].status_code == 200


def test_the_revision_is_read_once_a_request(django_assert_num_queries):
    request = RequestFactory().get("/claims/")

    with django_assert_num_queries(1):
        response = conditional(lambda request: HttpResponse(str(revision_of(request))))(request)

    assert (response.content, request.revision) == (b"0.", "0.")


def test_a_page_that_tells_the_day_is_another_page_tomorrow():
    def etag(day, **how):
        with time_machine.travel(f"{day}T12:00:00+00:00", tick=False):
            return conditional(lambda _request: HttpResponse("page"), **how)(RequestFactory().get("/"))["ETag"]

    assert etag("2026-11-29", daily=True) == etag("2026-11-29", daily=True) != etag("2026-11-30", daily=True)
    assert etag("2026-11-29") == etag("2026-11-30")


def test_error_is_not_kept():
    response, _ = answered(status=404)

    assert "ETag" not in response


def test_release_is_named_the_same_each_time():
    assert release() == release()


def test_settings_that_stand_on_pages_name_another_release(settings):
    settings.LOG_KEYS_BEFORE = ["record.example+1+key"]

    assert release.__wrapped__() != release()
