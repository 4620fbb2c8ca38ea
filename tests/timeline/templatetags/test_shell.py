"""Parts that are printed once, and the fields of a filter."""

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import translation

from timeline.filters import StatementFilter
from timeline.templatetags.shell import MOST_KEPT, Kept, field

pytestmark = pytest.mark.once

COUNTING = "{% load shell %}{% kept name %}{{ name }} {{ next }}{% endkept %}"


def test_a_part_is_printed_once_for_what_it_depends_on():
    template, numbers = Template(COUNTING), iter(range(10))

    def printed(name):
        return template.render(Context({"name": name, "next": lambda: next(numbers)}))

    assert [printed("a"), printed("a"), printed("b"), printed("a")] == ["a 0", "a 0", "b 1", "a 0"]
    with translation.override("de"):
        assert printed("a") == "a 2"


def test_a_part_keeps_no_more_printings_than_it_may():
    template = Template(COUNTING)

    for number in range(3 * MOST_KEPT):
        template.render(Context({"name": number}))

    assert len(Kept.printed) <= MOST_KEPT


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["q", "said_from", "said_to", "dates", "kind", "force"])
@pytest.mark.parametrize(
    "given",
    [
        {},
        {"q": "\"><script>&'", "said_from": "2019", "said_to": "May 2020", "dates": "overlap", "kind": "direct", "force": "denied"},
        {"q": " gate ", "said_from": "<b>", "said_to": "7/8/24", "dates": "<i>", "kind": '"', "force": "x"},
    ],
)
def test_a_field_is_as_django_prints_it(given, name):
    for hint in ("", "“May 2019” & so on"):
        chosen = StatementFilter(given)

        assert field(chosen, name, hint) == render_to_string("timeline/_field.html", {"field": chosen[name], "hint": hint})
