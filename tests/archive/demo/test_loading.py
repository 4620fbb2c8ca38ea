"""The demo is loaded into an empty archive alone, all or nothing."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command

from archive import demo
from archive.demo import loading
from archive.demo.users import LOGINS
from archive.models import Outlet, User
from archive.roles import ROLES


@pytest.mark.django_db
def test_demo_refuses_an_archive_that_holds_one_row():
    Outlet.objects.create(name="A paper of ours", slug="a-paper-of-ours")

    with pytest.raises(CommandError, match="not empty"):
        call_command("load_demo")

    told = StringIO()
    call_command("load_demo", "--if-empty", stdout=told)
    assert told.getvalue() == "The archive is not empty; the demo is loaded into an empty one alone.\n"
    assert not User.objects.exists()


@pytest.mark.django_db
def test_demo_that_fails_leaves_nothing():
    Group.objects.get(name="publisher").delete()

    with pytest.raises(Group.DoesNotExist):
        loading.load(password="a password for this test")

    assert not User.objects.exists()
    assert demo.is_empty()


def test_demo_has_one_login_for_each_role():
    assert sorted(LOGINS.values()) == sorted(ROLES)
