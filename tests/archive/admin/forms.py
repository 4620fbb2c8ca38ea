"""Filling in the admin's forms as a browser does: what the page shows is what is posted, but for what a test types."""

from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client


def shown_fields(answer: HttpResponse) -> dict[str, Any]:
    """Every field of the page's forms with its value."""
    forms = [answer.context["adminform"].form]
    for inline in answer.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    values = {bound.html_name: bound.value() for form in forms for bound in form}
    return {name: ("" if value is None else value) for name, value in values.items() if value is not False}


def save(client: Client, page: str, /, **typed: Any) -> HttpResponse:
    """Open the form, type, press save."""
    return client.post(page, shown_fields(client.get(page)) | typed)


def errors(answer: HttpResponse) -> dict[str, list[str]]:
    """What the form that came back says against what was typed; empty when it was saved."""
    return {} if answer.status_code == 302 else {name: list(told) for name, told in answer.context["adminform"].form.errors.items()}


def messages(answer: HttpResponse) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]
