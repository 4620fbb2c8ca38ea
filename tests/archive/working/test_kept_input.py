"""What a person typed and did not save is kept for that person alone."""

from datetime import UTC, datetime, timedelta

import pytest

from archive.models import KeptInput
from archive.working import kept_input
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 30, 10, 12, tzinfo=UTC)


def test_the_last_input_of_a_page_is_kept_for_its_person():
    anna = make.make_user("editor")
    kept_input.keep(anna, "statement 1", {"words": ["The br"]}, at=AT)
    kept_input.keep(anna, "statement 1", {"words": ["The bridge"], "speaker": ["Anna", "Boris"], "none": []}, at=AT)

    found = kept_input.kept(anna, "statement 1")

    assert found.posted.getlist("speaker") == ["Anna", "Boris"]
    assert (found.posted["words"], found.posted.get("none")) == ("The bridge", None)
    assert kept_input.kept(make.make_user("editor"), "statement 1") is None
    assert kept_input.kept(anna, "statement 2") is None


def test_passwords_and_tokens_are_never_kept():
    found = kept_input.keep(make.make_user("editor"), "people", {"password1": ["x"], "csrfmiddlewaretoken": ["y"], "name": ["z"]})

    assert found.fields == {"name": ["z"]}


def test_it_goes_when_it_was_saved_and_after_a_month():
    anna = make.make_user("editor")
    for page in ("old", "saved"):
        kept_input.keep(anna, page, {"words": ["The bridge"]}, at=AT)

    kept_input.forget(anna, "saved")
    kept_input.keep(anna, "new", {"words": ["The bridge"]}, at=AT + timedelta(days=31))

    assert list(KeptInput.objects.values_list("page", flat=True)) == ["new"]


def test_what_others_left_behind_goes_after_a_month_too():
    gone = make.make_user("editor", is_active=False)
    kept_input.keep(gone, "old", {"words": ["The bridge"]}, at=AT)

    kept_input.keep(make.make_user("editor"), "new", {"words": ["The bridge"]}, at=AT + timedelta(days=31))

    assert not KeptInput.objects.filter(user=gone).exists()


def test_of_one_person_the_newest_are_kept(monkeypatch):
    monkeypatch.setattr(kept_input, "MOST", 2)
    anna = make.make_user("editor")
    for minute, page in enumerate(("first", "second", "third")):
        kept_input.keep(anna, page, {"words": ["The bridge"]}, at=AT + timedelta(minutes=minute))

    assert set(kept_input.of_pages(anna, ["first", "second", "third"])) == {"second", "third"}
