"""`list_forces` tells which statements that are kept as said extraction does not read so any more, and changes none."""

import io

import pytest
from django.core.management import call_command

from archive.models import Document, Event, Statement
from tests import factories as make

pytestmark = pytest.mark.django_db
RAIN = "Rain fell on the harbour all day. Nobody was about."


def run() -> list[str]:
    out = io.StringIO()
    call_command("list_forces", stdout=out)
    return out.getvalue().strip().split("\n")


def everything() -> list:
    return [list(model.objects.order_by("pk").values()) for model in (Statement, Event, Document)]


def test_what_was_drafted_and_is_no_saying_is_listed_with_where_to_mend_it(settings):
    settings.SITE_URL = "https://archive.example"
    public = make.make_public_statement(make.make_document(RAIN), "Rain fell on the harbour", method="rules 1")
    accepted = make.make_accepted_statement(make.make_document(f"{RAIN} So it was."), "Nobody was about.", method="rules 1")
    before = everything()

    lines = run()

    assert lines == [
        f"{public.public_id}\tpublic\tno saying\t–\thttps://archive.example/admin/archive/statement/{public.pk}/correct/",
        f"{accepted.public_id}\taccepted\tno saying\t–\thttps://archive.example/admin/archive/statement/{accepted.pk}/change/",
        "Documents read again: 2. Statements to look at: 2.",
    ]
    assert run() == lines
    assert everything() == before


def test_denial_that_is_kept_as_said_is_listed_with_the_words_that_deny(settings):
    settings.SITE_URL = "https://archive.example"
    words = "the dam programme was in trouble"
    public = make.make_public_statement(make.make_document(f"Anna Kovaleva denied that {words}."), words)

    assert run() == [
        f"{public.public_id}\tpublic\tdenied\t“denied that”\thttps://archive.example/admin/archive/statement/{public.pk}/correct/",
        "Documents read again: 1. Statements to look at: 1.",
    ]


@pytest.mark.parametrize(
    "made",
    [
        lambda: make.make_statement(make.make_document(RAIN), "Rain fell", method="rules 1"),  # a draft
        lambda: make.make_rejected_statement(make.make_document(RAIN), "Rain fell", method="rules 1"),
        lambda: make.make_withdrawn_statement(make.make_document(RAIN), "Rain fell", method="rules 1"),
        lambda: make.make_accepted_statement(make.make_document(RAIN), "Rain fell", method="rules 1", force="denied"),  # put right
        lambda: make.make_accepted_statement(make.make_document(RAIN), "Rain fell"),  # a person entered it
        lambda: make.make_accepted_statement(
            make.make_document("“The bridge will be opened in spring,” Anna Kovaleva said."), "The bridge will be opened in spring"
        ),
    ],
)
def test_what_needs_no_look_is_not_listed(made):
    made()

    assert run()[-1].endswith("Statements to look at: 0.")
