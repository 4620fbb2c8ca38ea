"""What may change what is public takes its turn before it holds or writes any row: PostgreSQL would end one of two that wait in a ring."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.urls import reverse

from archive import publication, review
from archive.capture import take_in
from archive.enums import NoticeAnswer
from archive.identity.names import take_speaker
from archive.models import ArchiveState, Event, Statement
from archive.publication import listings, recounts, search_index
from archive.reading import ReadText
from tests import factories as make
from tests.archive.admin.conftest import signed_in
from tests.archive.admin.forms import correct, save

pytestmark = pytest.mark.django_db
WRITES = ("INSERT", "UPDATE", "DELETE", "LOCK", "SELECT pg_advisory")


@pytest.fixture
def done(monkeypatch) -> list[str]:
    """Each turn that was taken, and each statement that holds or writes rows of the archive, in order."""
    told: list[str] = []
    hold = QuerySet.select_for_update

    def write(execute, sql, params, many, context):
        if sql.startswith(WRITES) and ("archive_" in sql or "pg_advisory" in sql):
            told.append(sql)
        return execute(sql, params, many, context)

    monkeypatch.setattr(ArchiveState, "take_turn", lambda: told.append("turn"))
    monkeypatch.setattr(QuerySet, "select_for_update", lambda rows, **of: told.append(f"hold {rows.model.__name__}") or hold(rows, **of))
    connection.execute_wrappers.append(write)
    yield told
    connection.execute_wrappers.remove(write)


def corrected() -> Callable[[], object]:
    document, client = make.make_public_statement().document, signed_in("publisher")
    page = reverse("admin:archive_document_correct", args=[document.pk])
    return lambda: correct(client, page, title="Another", revision_class="typo", reason="A letter was missing.")


def pressed() -> Callable[[], object]:
    statement, client = make.make_public_statement(), signed_in("publisher")
    page = reverse("admin:archive_statement_act", args=[statement.pk, "withdraw"])
    return lambda: client.post(page, {"confirm": "yes", "revision_class": "retraction", "reason": "It is of somebody else."})


def typed() -> Callable[[], object]:
    client, page = signed_in("editor"), reverse("admin:archive_claim_change", args=[make.make_claim("It opens.").pk])
    return lambda: save(client, page, text="It closes.")


def taken() -> Callable[[], object]:
    proposal, by = make.make_change_proposal(), make.make_user("publisher")
    return lambda: publication.take(proposal, by=by)


def answered() -> Callable[[], object]:
    asked, by = make.make_notice_suggestion(), make.the_chief()
    return lambda: publication.answer(asked, NoticeAnswer.YES, by=by)


def named() -> Callable[[], object]:
    speaker = make.make_public_statement().attributions.get().speaker
    attribution, by = make.make_statement(speakers=["A. Orsk"]).attributions.get(), make.the_chief()
    return lambda: take_speaker(attribution, speaker, by=by)


def captured() -> Callable[[], object]:
    return lambda: take_in(ReadText("The tolls stay.", "utf-8"), b"The tolls stay.")


def spoken() -> Callable[[], object]:
    statement, by, speaker = make.make_statement(), make.the_chief(), make.make_speaker()
    return lambda: review.change_all([statement], {"speakers": [(speaker, "", "")]}, by=by)


def taken_back() -> Callable[[], object]:
    by = make.the_chief()
    review.reject(make.make_statement(), by=by)
    done = Event.objects.get(verb="rejected")
    return lambda: review.take_back(done, by=by)


@pytest.mark.parametrize("door", [corrected, pressed, typed, taken, answered, named, captured, spoken, taken_back])
def test_turn_is_taken_first(door, done):
    act = door()
    done.clear()

    act()

    assert len(done) > 1
    assert done[0] == "turn"


def rebuilt() -> None:
    list(search_index.rebuild(Statement.objects.public()))


def relisted() -> None:
    list(listings.rebuild())


def recounted() -> None:
    list(map(recounts.recount, recounts.counted_claims()))


@pytest.mark.parametrize("door", [rebuilt, relisted, recounts.recount_statements, recounts.recount_retracted, recounted])
def test_turn_is_taken_before_each_batch_of_what_is_made_anew(door, done):
    make.make_public_statement(claims=["It opens."])
    done.clear()

    door()

    assert done[0] == "turn"
    assert all(before == "turn" for before, one in pairwise(done) if one.startswith(("hold Statement", "hold Claim")))
