"""Rules and rights that were changed past the program are named; what nobody told of, and what a second person confirmed, is not."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from archive import publication
from archive.acts import record
from archive.enums import Verb
from archive.models import AccessChange, Claim, Event, FactCheck, Policy, Revision, User
from archive.publication.snapshots import canonical
from archive.signing_in import granting
from archive.verification import access, revisions
from archive.working.two_people import need_two_people
from tests import factories as make
from tests.archive.log.tampering import triggers_off

pytestmark = pytest.mark.django_db
CHECK = ("Checkers", "https://checks.example/1", "Half true", "en", "2021")


def told():
    return [str(one).split(": ")[1] for check in (access.rule_of_two_people, access.roles, access.what_roles_may) for one in check()]


def test_rule_of_two_people_is_held_against_its_last_act():
    assert told() == []
    need_two_people(True)
    need_two_people(False)
    assert told() == []

    Policy.objects.update(two_people=True)

    assert told() == ["whether two people are needed is not what its history tells"]


@pytest.fixture
def editor(client):
    """Made by an administrator of people, as he does."""
    person, chief = make.make_user("editor"), make.make_user("administrator of people")
    client.force_login(chief)
    groups = list(Group.objects.filter(name="editor").values_list("pk", flat=True))
    address = reverse("admin:archive_user_change", args=[person.pk])
    client.post(address, {"username": person.username, "is_active": "on", "is_staff": "on", "groups": groups})
    assert Event.objects.filter(object_type="user", object_id=person.pk, detail__roles=["editor"]).exists()
    return person


PAST_THE_PROGRAM = {
    "a role": (lambda one: one.groups.add(Group.objects.get(name="publisher")), "what is theirs to do"),
    "no role": (lambda one: one.groups.clear(), "what is theirs to do"),
    "dismissed": (lambda one: User.objects.filter(pk=one.pk).update(is_active=False), "whether they are let in at all"),
    "kept out": (lambda one: User.objects.filter(pk=one.pk).update(is_staff=False), "whether they may sign in"),
    "superuser": (lambda one: User.objects.filter(pk=one.pk).update(is_superuser=True), "whether they may do everything"),
}


@pytest.mark.parametrize("name", PAST_THE_PROGRAM)
def test_rights_past_the_program_are_named(editor, name):
    change, what = PAST_THE_PROGRAM[name]
    assert told() == []

    change(editor)

    assert told() == [f"{what} is not what the last act on that tells"]


def test_role_that_a_second_person_confirmed_is_no_fault(editor):
    first, second = (make.make_user("administrator of people") for _ in range(2))
    change = AccessChange.objects.create(person=editor, by=first, roles=["publisher"])

    granting.confirm(change, by=second)

    assert editor.groups.filter(name="publisher").exists()
    assert told() == []


def test_who_was_let_in_again_by_a_second_person_is_no_fault(editor):
    first, second = (make.make_user("administrator of people") for _ in range(2))
    User.objects.filter(pk=editor.pk).update(is_active=False)
    editor.refresh_from_db()
    record(Verb.EDITED, editor, by=first, roles=["editor"], active=False, may_sign_in=True, superuser=False)
    assert told() == []

    granting.confirm(AccessChange.objects.create(person=editor, by=first, may_sign_in=True), by=second)

    assert User.objects.get(pk=editor.pk).is_active
    assert told() == []


def test_acts_of_before_that_do_not_tell_who_is_let_in_accuse_nobody(editor):
    User.objects.filter(pk=editor.pk).update(is_active=False)
    record(Verb.EDITED, editor, by=make.the_chief(), roles=["editor"], may_sign_in=True, superuser=False)

    assert told() == []


def publisher_may(codename):
    Group.objects.get(name="publisher").permissions.add(Permission.objects.get(codename=codename))


MORE = {
    "a role": (lambda: publisher_may("accept_statement"), "what it may do is not what this release says"),
    "another's": (
        lambda: Group.objects.create(name="more").permissions.add(Permission.objects.first()),
        "what it may do is not what this release says",
    ),
    "a person": (
        lambda: make.make_user("editor").user_permissions.add(Permission.objects.get(codename="publish_statement")),
        "they may do something that is none of their roles",
    ),
}


@pytest.mark.parametrize("name", MORE)
def test_rights_besides_those_of_the_roles_are_named(name):
    change, what = MORE[name]

    change()

    assert told() == [what]


@pytest.fixture
def checked():
    make.make_public_statement(claims=["The bridge opens."])
    claim = Claim.objects.get()
    publication.correct(claim, by=make.the_chief(), changes={"fact_checks": [CHECK]}, revision_class="correction", reason="It was found.")
    return claim


def of_claims():
    return [str(one) for one in revisions.rows_and_revisions()]


@pytest.mark.parametrize("change", [{"published": "2019"}, {"language": "ru"}])
def test_day_and_language_of_a_fact_check_are_held(checked, change):
    assert of_claims() == []

    FactCheck.objects.update(**change)

    assert of_claims() == [f"claim {checked.slug}: it does not say what its version 2 says: fact_checks"]


def test_version_of_before_that_does_not_tell_them_is_no_fault(checked):
    last = Revision.objects.of(checked).last()
    content = last.content
    del content["fact_checks_told"]
    with triggers_off():
        Revision.objects.filter(pk=last.pk).update(body=canonical(content))

    assert of_claims() == []

    FactCheck.objects.update(rating="True")

    assert of_claims() == [f"claim {checked.slug}: it does not say what its version 2 says: fact_checks"]
