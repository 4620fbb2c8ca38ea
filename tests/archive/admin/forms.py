"""Filling in the admin's forms as a browser does: what the page shows is what is posted, but for what a test types."""

from html.parser import HTMLParser
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


class FieldsInHtml(HTMLParser):
    """The same read off the page itself: the test client's context is mixed up where several threads render at once."""

    def __init__(self, html: str):
        super().__init__()
        self.values: dict[str, str] = {}
        self.inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "input" and (given.get("type") not in ("checkbox", "radio", "submit") or "checked" in given) and "name" in given:
            self.values[given["name"]] = given.get("value") or ""
        elif tag in ("textarea", "select") and "name" in given:
            self.inside = given["name"]
            self.values[self.inside] = ""
        elif tag == "option" and "selected" in given:
            self.values[self.inside] = given.get("value") or ""

    def handle_data(self, data: str) -> None:
        if self.inside and self.lasttag == "textarea":
            self.values[self.inside] += data.removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("textarea", "select"):
            self.inside = ""


def save(client: Client, page: str, /, **typed: Any) -> HttpResponse:
    """Open the form, type, press save."""
    return client.post(page, shown_fields(client.get(page)) | typed)


def correct(client: Client, page: str, /, **typed: Any) -> HttpResponse:
    """Open the page of a correction or of a proposal, type, press the button."""
    return client.post(page, shown_correction(client.get(page)) | typed)


def shown_correction(answer: HttpResponse) -> dict[str, Any]:
    """Every field of the page of a correction with its value."""
    form = answer.context["form"]
    forms = [form, *(one for _heading, rows in form.lists() for one in (rows.management_form, *rows.forms))]
    return {bound.html_name: bound.value() for one in forms for bound in one if bound.value() is not None and bound.value() is not False}


def errors(answer: HttpResponse) -> dict[str, list[str]]:
    """What the form that came back says against what was typed; empty when it was saved."""
    return {} if answer.status_code == 302 else {name: list(told) for name, told in answer.context["adminform"].form.errors.items()}


def messages(answer: HttpResponse) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]
