"""Documents as a list tells them."""

from functools import partial

import pytest

from archive import publication
from archive.models import DocumentEntry
from tests.between import before_reading
from tests.factories import make_document, make_outlet, make_public_statement, make_withdrawn_statement, the_chief
from timeline.record.papers import Kin, kin_of, papers, statements_of

pytestmark = pytest.mark.django_db


def public(**fields):
    document = make_document(**fields)
    make_public_statement(document)
    return document


def test_document_without_kin():
    assert kin_of(public()) == Kin(None, None, [], [], [])


def test_each_document_stands_where_it_belongs_in_order_of_publication():
    agency = make_outlet("Telexa", kind="agency")
    original, answered = public(outlet=agency, published="2021"), public(outlet=make_outlet("Vela", kind="paper"), published="2022")
    own = public(wire_copy_of=original, relation="correction", relates_to=answered, outlet=answered.outlet)
    later, earlier = public(wire_copy_of=own, published="2024"), public(wire_copy_of=own, published="2023")
    answer = public(relation="retraction", relates_to=own, outlet=own.outlet)
    capture = public(article=own.article)
    make_document(wire_copy_of=own)

    kin = kin_of(own)

    assert (kin.original.pk, kin.answered.pk) == (original.pk, answered.pk)
    assert (kin.original.is_of_an_agency, kin.answered.is_of_an_agency) == (True, False)
    assert [one.pk for one in kin.copies] == [earlier.pk, later.pk]
    assert ([one.pk for one in kin.answers], [one.pk for one in kin.captures]) == ([answer.pk], [capture.pk])


def test_a_paper_has_its_title_and_page():
    document = public(title="Council keeps the toll", outlet=make_outlet("Telexa"), published="2023-05-17")

    (found,) = papers([document.pk])

    assert (found.title, found.outlet, found.published, found.url) == (
        "Council keeps the toll", "Telexa", "2023-05-17", f"/documents/{document.public_id}/",
    )  # fmt: skip
    assert papers([]) == []


def test_a_title_that_repeats_withdrawn_words_is_stood_in_for():
    document = make_document("The toll stays. It rained.", outlet=make_outlet("Ardpress"), title="The toll stays", published="2024")
    rained = make_public_statement(document, "It rained.")
    make_withdrawn_statement(document, "The toll stays.")

    assert [one.title for one in papers([document.pk])] == ["Document of Ardpress, 2024"]
    assert statements_of(document) == [rained.pk]


def test_what_is_told_does_not_depend_on_what_is_kept():
    """After an update, until `reindex` has run."""
    document = public(title="Council keeps the toll")
    DocumentEntry.objects.all().delete()

    assert papers([document.pk])[0].title == "Council keeps the toll"


def test_what_is_withdrawn_while_it_is_read_is_left_out():
    stays, goes = public(), public()
    act = partial(publication.withdraw, goes.statements.get(), by=the_chief(), revision_class="retraction", reason="It was misread.")

    with before_reading("FROM archive_documententry", act):
        found = papers([stays.pk, goes.pk])

    assert [one.pk for one in found] == [stays.pk]
