"""Pages that say no say what would be needed, and keep what was typed."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from archive.desk.together.refusals import not_allowed
from archive.models import Assignment, KeptInput, Outlet
from tests import factories as make

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
FROM_HERE = {"Origin": "http://testserver"}


@pytest.fixture
def checked():
    """A client whose forms need their token, as a browser's do."""
    return Client(enforce_csrf_checks=True)


def text_of(answer) -> str:
    return " ".join(answer.text.split())


def test_the_desk_says_which_role_is_needed_and_who_gives_it(client):
    make.make_user("administrator of people", username="vera")
    client.force_login(make.make_user("viewer"))
    address = reverse("desk:hold", args=[make.make_document().public_id])

    page, part = client.post(address), client.post(address, headers=HTMX)

    for answer in (page, part):
        assert answer.status_code == 403
        assert "This needs one of these roles: editor, reviewer. Roles are given by: vera." in text_of(answer)
    assert "You have: viewer." in text_of(page)
    assert "<html" not in part.text


def test_who_has_no_role_is_told_so(client):
    client.force_login(make.make_user())

    page = text_of(client.get(reverse("desk:typed")))

    assert "This needs one of these roles: viewer, editor, reviewer, publisher." in page
    assert "You have no role yet." in page


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (reverse("admin:archive_outlet_add"), "This needs one of these roles: editor."),
        (reverse("admin:archive_user_changelist"), "This needs one of these roles: administrator of people."),
    ],
)
def test_the_admin_says_so_too(client, address, told):
    client.force_login(make.make_user("viewer"))

    assert told in text_of(client.get(address))


def test_where_nothing_tells_what_is_needed_no_role_is_named(rf):

    request = rf.get("/admin/")
    request.user = make.make_user("viewer")
    request.resolver_match = None

    assert "Your role does not allow this." in text_of(not_allowed(request))


def test_the_public_is_led_to_the_sign_in_page(rf):

    request = rf.get("/x/")
    request.user = AnonymousUser()

    answer = not_allowed(request)

    assert answer.status_code == 403
    assert "/desk/sign-in/?next=%2Fx%2F" in answer.text


def test_a_form_with_an_old_token_stands_there_again_and_can_be_sent(checked):
    checked.force_login(make.make_user("editor"))
    address = reverse("admin:archive_outlet_add")
    typed = {"name": "The Coast Paper", "slug": "coast", "password": "hidden", "logo": SimpleUploadedFile("logo.png", b"x")}

    page = checked.post(address, {**typed, "csrfmiddlewaretoken": "x" * 64}, headers=FROM_HERE)

    assert page.status_code == 403
    assert 'value="The Coast Paper"' in page.text
    assert f'action="{address}"' in page.text
    assert "Choose this file again: logo.png" in page.text
    assert "hidden" not in {one.split('"')[0] for one in page.text.split('value="')}
    assert not Outlet.objects.exists()


@pytest.mark.parametrize("headers", [{}, {"Origin": "https://elsewhere.example"}, {"Referer": "https://elsewhere.example/x"}])
def test_what_another_site_sends_is_not_shown(checked, headers):
    checked.force_login(make.make_user("editor"))

    page = checked.post(reverse("desk:keys"), {"keys": "The Coast Paper"}, headers=headers)

    assert page.status_code == 403
    assert "The Coast Paper" not in page.text
    assert "did not come from a page of ours" in page.text


def test_a_form_with_a_name_of_its_own_stands_there_again_itself(checked):
    checked.force_login(make.make_user("reviewer"))
    statement = make.make_statement()
    page = reverse("desk:document", args=[statement.document.public_id])
    sent = {"kept": f"statement {statement.public_id}", "role_0": "the harbour master"}

    answer = checked.post(reverse("desk:judge", args=[statement.public_id]), sent, headers={"Referer": f"http://testserver{page}"})

    assert answer.url == page
    assert 'value="the harbour master"' in (shown := checked.get(page).text)
    assert "This page had been open too long" in shown


def test_an_open_page_takes_a_new_token(checked):
    checked.force_login(make.make_user("editor"))

    answer = checked.post(reverse("desk:keys"), {"keys": "on"}, headers=HTMX | {"Referer": "http://testserver/desk/"})

    assert answer.status_code == 403
    assert '"fresh-token"' in answer.headers["HX-Trigger"]


@pytest.mark.parametrize(("name", "value"), [("to", "9" * 5000), ("note", "a\0b"), ("no\0te", "a")])
def test_what_nobody_types_is_refused_whole(client, name, value):
    anna = make.make_user("editor")
    client.force_login(anna)
    document = make.make_document()

    answer = client.post(reverse("desk:give", args=[document.public_id]), {"to": anna.pk, name: value})

    assert answer.status_code == 400
    assert "This could not be read, so nothing was done." in answer.text
    assert not Assignment.objects.exists()


def test_more_than_can_be_sent_at_once_is_told_on_a_page(client):
    client.force_login(make.make_user("editor"))

    answer = client.post(reverse("desk:add"), {"pasted": "x" * 9 * 2**20})

    assert answer.status_code == 400
    assert "better brought as a file" in answer.text


def test_a_form_with_an_old_token_is_kept_without_what_no_database_keeps(checked):
    checked.force_login(anna := make.make_user("editor"))
    sent = {"kept": "a\0b", "words": "The\0 bridge", "wo\0rds": "x"}

    answer = checked.post(reverse("desk:add"), sent, headers={"Referer": f"http://testserver{reverse('desk:add')}"})

    assert answer.url == reverse("desk:typed", query={"page": reverse("desk:add")})
    assert KeptInput.objects.get(user=anna).fields == {"kept": ["ab"], "words": ["The bridge"]}
