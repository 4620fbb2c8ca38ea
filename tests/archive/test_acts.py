"""What every act has in common: who may, the row as it is now, an Event, and nobody's save overwritten in silence."""

from datetime import UTC, datetime

import pytest

from archive import acts
from archive.enums import Verb
from archive.errors import Refused, Stale
from archive.models import Event, Statement
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 2, 9, tzinfo=UTC)


def test_second_save_of_what_was_read_once_is_told():
    statement = make.make_statement()
    first, second = (Statement.objects.get(pk=statement.pk) for _ in range(2))
    acts.claim_version(first, first.lock_version)
    first.locator = "page 1"
    first.save()

    with pytest.raises(Stale, match="Somebody else saved this"):
        acts.claim_version(second, second.lock_version)

    assert Statement.objects.values_list("locator", "lock_version").get() == ("page 1", statement.lock_version + 1)


def test_claimed_version_is_the_next_one():
    statement = make.make_statement()

    acts.claim_version(statement, statement.lock_version)

    assert Statement.objects.get().lock_version == statement.lock_version == 2


def test_act_makes_a_form_opened_before_stale():
    statement = make.make_statement()
    read = statement.lock_version
    acts.save(acts.held(statement))

    with pytest.raises(Stale):
        acts.claim_version(statement, read)


def test_held_row_is_the_row_as_it_is_now():
    statement = make.make_statement()
    Statement.objects.update(locator="page 2")

    assert acts.held(statement).locator == "page 2"


@pytest.mark.parametrize("reason", ["", "  ", "\n\t"])
def test_reason_is_needed(reason):
    with pytest.raises(Refused, match="Give a reason"):
        acts.expect_reason(reason)


def test_event_keeps_states_and_reason_in_columns_and_the_rest_in_detail():
    claim, by = make.make_claim(), make.make_user("editor")

    acts.record(Verb.EDITED, claim, by=by, at=AT, from_state="a", to_state="b", reason="because", fields=["text"], number=3)

    assert Event.objects.values().get() | {"id": 0} == {
        "id": 0, "at": AT, "by_id": by.pk, "verb": "edited", "object_type": "claim", "object_id": claim.pk, "from_state": "a",
        "to_state": "b", "reason": "because", "detail": {"fields": ["text"], "number": 3},
    }  # fmt: skip


def test_refusal_names_what_stands_in_the_way():
    with pytest.raises(Refused, match="This statement is draft; only what is public or withdrawn can be rejected"):
        acts.expect_state(make.make_statement(), ["public", "withdrawn"], "rejected")
