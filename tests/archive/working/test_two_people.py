"""Who drafted does not publish, where an archive wants it so: said by the stage, held by the database."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from archive import publication
from archive.errors import Refused
from archive.identity.merged_claims import merge_claims
from archive.identity.split_claims import Part, split_claim
from archive.models import Event, Occurrence, Policy, Statement
from archive.working.two_people import need_two_people
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna():
    return make.make_user(*make.CONTENT_ROLES, username="anna")


@pytest.fixture
def boris():
    return make.make_user(*make.CONTENT_ROLES, username="boris")


def written_public(statement: Statement, by) -> None:
    """Past every guard of ours."""
    Statement.objects.filter(pk=statement.pk).update(status="public", version=1, recorded_at=timezone.now(), published_by=by)


@pytest.mark.parametrize("refused", ["drafted", "accepted"])
def test_stage_and_database_refuse_the_same_person(anna, boris, refused):
    """Boris corrected and accepted what Anna drafted; what the machine drafted Anna accepted herself."""
    drafted_by, accepted_by = (anna, boris) if refused == "drafted" else (None, anna)
    statement = make.make_accepted_statement(drafted_by=drafted_by, by=accepted_by)
    need_two_people(True)

    with pytest.raises(Refused, match=r"Here two people are needed to publish\. It can be published by: boris\."):
        publication.publish(statement, by=anna)
    with pytest.raises(IntegrityError, match="two people are needed"), transaction.atomic():
        written_public(statement, anna)

    assert publication.publish(statement, by=boris).is_public


def test_who_had_the_machine_draft_is_not_the_other_person(anna, boris):
    """Anna kept the text, at which it was drafted; Boris alone read the words."""
    statement = make.make_accepted_statement(drafted_by=anna, by=boris, method="rules")
    need_two_people(True)

    with pytest.raises(Refused, match=r"The machine drafted .* and you alone accepted it\."):
        publication.publish(statement, by=boris)
    with pytest.raises(IntegrityError, match="two people are needed"), transaction.atomic():
        written_public(statement, boris)

    assert publication.publish(statement, by=anna).is_public


def test_a_row_is_not_entered_as_public_by_its_drafter(anna):
    statement = make.make_public_statement(drafted_by=anna, by=anna)
    need_two_people(True)
    statement.pk = statement.public_id = None
    statement.end -= 1

    with pytest.raises(IntegrityError, match="two people are needed"), transaction.atomic():
        statement.save(force_insert=True)


def test_nothing_of_many_is_published_where_one_is_refused(anna, boris):
    mine, other = make.make_accepted_statement(drafted_by=anna, by=boris), make.make_accepted_statement(drafted_by=boris, by=boris)
    need_two_people(True)

    with pytest.raises(Refused, match="You drafted"):
        publication.publish_all([other, mine], by=anna)

    assert not Statement.objects.public().exists()


def test_where_nobody_else_may_publish_the_refusal_says_so(anna):
    statement = make.make_accepted_statement(drafted_by=anna, by=anna)
    need_two_people(True)

    with pytest.raises(Refused, match="Nobody else may publish yet"):
        publication.publish(statement, by=anna)


def test_link_is_published_by_another_than_who_answered_it(anna, boris):
    statement = make.make_public_statement(by=boris)
    link = make.make_occurrence(statement, by=anna)
    need_two_people(True)

    with pytest.raises(Refused, match=r"You linked these words .* It can be published by: boris\."):
        publication.publish(link, by=anna)
    with pytest.raises(IntegrityError, match="two people are needed to make a link public"), transaction.atomic():
        Occurrence.objects.filter(pk=link.pk).update(status="public", published_by=anna)

    publication.publish(link, by=boris)
    assert Occurrence.objects.public().get().published_by == boris


def test_links_that_their_publisher_answered_stay_back(anna, boris):
    statement = make.make_accepted_statement(drafted_by=boris, by=boris)
    mine, other = make.make_occurrence(statement, by=anna), make.make_occurrence(statement, make.make_claim("The toll goes."), by=boris)
    need_two_people(True)

    assert publication.publish(statement, by=anna).is_public

    assert list(Occurrence.objects.public()) == [other]
    assert list(Occurrence.objects.to_publish()) == [mine]


def test_merge_makes_no_link_public_that_who_merges_answered(anna, boris):
    """One statement carries two claims in the same words, the one link public, the other answered by Anna and waiting."""
    statement = make.make_accepted_statement(drafted_by=boris, by=boris)
    gone, keep = make.make_claim("The toll stays."), make.make_claim("The toll will stay.")
    make.make_occurrence(statement, gone, by=boris)
    need_two_people(True)
    publication.publish(statement, by=anna)
    waiting = make.make_occurrence(statement, keep, by=anna)

    with pytest.raises(Refused, match="You linked these words"):
        merge_claims(keep, gone, by=anna, reason="They are one.")
    merge_claims(keep, gone, by=boris, reason="They are one.")

    waiting.refresh_from_db()
    assert (waiting.is_public, waiting.published_by) == (True, boris)


def test_link_that_was_published_alone_before_the_rule_is_brought_back_by_another(anna, boris):
    """Words that carry two claims, merged and split again."""
    statement = make.make_public_statement(by=anna)
    gone, keep = make.make_claim("The toll stays."), make.make_claim("The toll will stay.")
    link, twin = make.make_occurrence(statement, gone, by=anna), make.make_occurrence(statement, keep, by=boris)
    other = make.make_occurrence(make.make_accepted_statement(), keep, by=boris)
    for one in (link, twin):
        publication.publish(one, by=anna)
    merge_claims(keep, gone, by=boris, reason="They are one.")
    need_two_people(True)

    with pytest.raises(Refused, match="You linked these words"):
        split_claim(keep, Part([], gone.text), by=anna, reason="They are two.")
    split_claim(keep, Part([], gone.text), by=boris, reason="They are two.")

    link.refresh_from_db()
    assert (link.is_public, link.published_by, other.claim) == (True, boris, keep)


def test_without_the_rule_one_person_may_do_both(anna):
    statement = make.make_accepted_statement(drafted_by=anna, by=anna)
    need_two_people(True)
    need_two_people(False)

    assert publication.publish(statement, by=anna).is_public


def test_what_is_public_is_corrected_by_whoever_may(anna):
    statement = make.make_public_statement(drafted_by=anna, by=anna)
    need_two_people(True)

    publication.correct(statement, by=anna, changes={"kind": "mixed"}, revision_class="correction", reason="Misread.")

    assert Statement.objects.get(pk=statement.pk).kind == "mixed"


def test_what_was_withdrawn_is_published_again_by_another(anna, boris):
    statement = make.make_withdrawn_statement(drafted_by=anna, by=anna)
    need_two_people(True)

    with pytest.raises(Refused, match="You drafted"):
        publication.publish(statement, by=anna, reason="It stood.")

    assert publication.publish(statement, by=boris, reason="It stood.").is_public


def test_command_turns_it_on_and_off_and_leaves_an_event_of_each_change(capsys):
    told = []
    for options in ([], ["on"], ["on"], [], ["off"]):
        call_command("two_people", *options)
        told.append("not" not in capsys.readouterr().out)

    assert told == [False, True, True, True, False]
    assert not Policy.needs_two_people()
    changes = Event.objects.filter(object_type="policy").order_by("id").values_list("verb", "detail__becomes__two_people")
    assert list(changes) == [("edited", True), ("edited", False)]
