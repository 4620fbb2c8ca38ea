"""Search in the admin's lists folds case in every script."""

import pytest

from archive.admin.base.searching import FoldedSearch, folded_words
from archive.models import Document, Speaker
from tests.factories import make_document, make_speaker

pytestmark = pytest.mark.django_db


class Lists(FoldedSearch):
    def __init__(self, *fields):
        self.fields = fields

    def get_search_fields(self, request):
        return self.fields


class Request:
    resolver_match = None


def found(rows, term, *fields):
    return set(Lists(*fields).get_search_results(Request(), rows.objects.all(), term)[0])


def test_folded_names_are_found_in_any_case():
    speaker = make_speaker("Юрий Новик")
    make_speaker("Anna Hill")

    assert found(Speaker, "НОВИК юрий", "name_key") == {speaker}


def test_printed_words_are_found_as_people_write_them():
    document = make_document("x", title="Граница открыта")

    assert found(Document, "граница", "title") == found(Document, "ОТКРЫТА", "title") | {document} == {document}


def test_equal_fields_take_no_part_of_a_word():
    speaker = make_speaker("Anna Hill")

    assert (found(Speaker, speaker.slug, "=slug"), found(Speaker, speaker.slug[:3], "=slug")) == ({speaker}, set())


def test_words_are_bounded_and_without_nul():
    assert folded_words("a\x00b " + "c " * 20) == ["a", "b", *["c"] * 8]
