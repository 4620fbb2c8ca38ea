"""Who gives roles: no content, no superuser, no role for themselves."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from archive.models import Event, User
from tests.archive.admin.conftest import signed_in
from tests.archive.admin.forms import errors, messages, save
from tests.factories import PASSWORD, make_user

ADD = reverse("admin:archive_user_add")


def change(user: User) -> str:
    return reverse("admin:archive_user_change", args=[user.pk])


def group(name: str) -> int:
    return Group.objects.get(name=name).pk


@pytest.fixture
def administrator(db):
    return signed_in("administrator of people")


def test_person_is_added_with_a_role(administrator):
    answer = save(administrator, ADD, username="anna", password1=PASSWORD, password2=PASSWORD, is_staff="on", groups=[group("editor")])

    anna = User.objects.get(username="anna")
    assert errors(answer) == {}
    assert (anna.is_staff, anna.is_superuser, [one.name for one in anna.groups.all()]) == (True, False, ["editor"])
    event = Event.objects.get(object_type="user")
    assert (event.verb, event.by, event.detail["roles"]) == ("entered", administrator.user, ["editor"])


def test_roles_are_given_and_taken_with_an_event(administrator):
    anna = make_user("editor")

    save(administrator, change(anna), groups=[group("reviewer"), group("publisher")])

    assert {one.name for one in anna.groups.all()} == {"reviewer", "publisher"}
    may = {"roles": ["publisher", "reviewer"], "active": True, "may_sign_in": True, "superuser": False}
    assert Event.objects.get().detail == {"fields": ["groups"], **may}


def test_role_without_signing_in_is_a_warning(administrator):
    anna = make_user("editor")

    answer = save(administrator, change(anna), is_staff="", groups=[group("editor")])

    assert "can't enter yet" in messages(answer)[0]
    assert "Needed to enter the editors' side" in administrator.get(change(anna)).content.decode()


def test_password_that_is_set_for_somebody_leaves_an_event(administrator):
    anna = make_user("editor")
    page, new = reverse("admin:auth_user_password_change", args=[anna.pk]), "another long password 2"

    administrator.post(page, {"password1": new, "password2": "not the same", "usable_password": "true"})
    administrator.post(page, {"password1": new, "password2": new, "usable_password": "true"})

    anna.refresh_from_db()
    event = Event.objects.get(object_type="user", object_id=anna.pk)
    assert anna.check_password(new)
    assert (event.verb, event.by, event.detail) == ("edited", administrator.user, {"fields": ["password"]})


def test_nobody_is_made_a_superuser(administrator):
    anna = make_user("editor")

    save(administrator, change(anna), is_superuser="on", user_permissions=["1"], groups=[group("editor")])

    anna.refresh_from_db()
    assert (anna.is_superuser, anna.user_permissions.count()) == (False, 0)
    assert {"is_superuser", "user_permissions"}.isdisjoint(administrator.get(change(anna)).context["adminform"].form.fields)


@pytest.mark.parametrize("page", ["change", "password", "history"])
def test_superuser_is_out_of_reach(administrator, page):
    root = User.objects.create_superuser("root", password=PASSWORD)
    url = reverse("admin:auth_user_password_change" if page == "password" else f"admin:archive_user_{page}", args=[root.pk])

    answer = administrator.post(url, {"password1": "another long password 2", "password2": "another long password 2", "username": "x"})

    root.refresh_from_db()
    assert answer.status_code in (302, 403)
    assert (root.username, root.check_password(PASSWORD)) == ("root", True)


def test_nobody_gives_themselves_a_role(administrator):
    save(administrator, change(administrator.user), groups=[group("publisher")], is_staff="", first_name="Ada")

    user = User.objects.get(pk=administrator.user.pk)
    assert (user.first_name, user.is_staff, [one.name for one in user.groups.all()]) == ("Ada", True, ["administrator of people"])


def test_people_are_made_inactive_and_never_deleted(administrator):
    anna = make_user("editor")

    save(administrator, change(anna), is_active="", groups=[group("editor")])

    assert User.objects.get(pk=anna.pk).is_active is False
    assert administrator.post(reverse("admin:archive_user_delete", args=[anna.pk]), {"post": "yes"}).status_code == 403


def test_groups_themselves_are_not_in_the_admin(administrator):
    assert administrator.get("/admin/auth/group/").status_code == 404
