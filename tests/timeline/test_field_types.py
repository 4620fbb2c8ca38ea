"""The fields of a filter: a public row by its slug, a date as people type it, a statement by its id or address."""

import pytest
from django import forms

from archive.identity.merged_speakers import merge_speakers
from archive.models import Speaker
from tests.factories import make_public_statement, make_speaker, the_chief
from timeline.field_types import DateField, PublicRowField, id_in, moved_slug


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("", None),
        ("2023-05", "2023-05"),
        ("17 May 2023", "2023-05-17"),
        ("17 мая 2023", "2023-05-17"),
        (" 2022-07/2022-09 ", "2022-07/2022-09"),
    ],
)
def test_date_is_read_as_edtf_or_as_people_type_it(typed, text):
    date = DateField().clean(typed)

    assert (date and date.text) == text


@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [
        ("04/05/2023", "ambiguous", "This can be"),
        ("2023-02-30", "date", "February 2023 has 28 days"),
        ("whenever", "date", "is no date that can be kept"),
    ],
)
def test_date_that_is_none_is_told(typed, code, words):
    with pytest.raises(forms.ValidationError, match=words) as refused:
        DateField().clean(typed)

    assert refused.value.code == code


@pytest.mark.django_db
def test_slug_of_a_public_row_gives_the_row():
    speaker = make_speaker("Anna Hill")
    make_public_statement(speakers=[speaker])
    field = PublicRowField(Speaker, "speaker")

    assert field.clean(speaker.slug) == speaker
    assert field.clean("") is None


@pytest.mark.django_db
def test_draft_and_unknown_are_refused_alike():
    for slug in (make_speaker("Peter Marsh").slug, "nobody"):
        with pytest.raises(forms.ValidationError, match="Nothing public has the address"):
            PublicRowField(Speaker, "speaker").clean(slug)


@pytest.mark.django_db
def test_old_slug_leads_on():
    old, new = make_speaker("A. Hill"), make_speaker("Anna Hill")
    for one in (old, new):
        make_public_statement(speakers=[one])
    merge_speakers(new, old, by=the_chief(), reason="One person.")

    assert moved_slug("speaker", old.slug) == new.slug
    assert PublicRowField(Speaker, "speaker").clean(old.slug) == new
    assert moved_slug("speaker", "a/b") is None


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("k3x9m2p7qa", "k3x9m2p7qa"),
        ("https://record.example/statements/k3x9m2p7qa/", "k3x9m2p7qa"),
        ("statements/k3x9m2p7qa", "k3x9m2p7qa"),
        ("/statements/k3x9m2p7qa/cite.bib?utm_source=x#cite", "k3x9m2p7qa"),
        ("https://record.example/claims/the-toll/?at=aaaaaaaaaa#s-k3x9m2p7qa", "k3x9m2p7qa"),
        ("https://record.example/claims/the-toll/?at=k3x9m2p7qa", "k3x9m2p7qa"),
        ("https://record.example/documents/k3x9m2p7qa/", ""),
        ("The toll stays for ever", ""),
        ("K3X9", ""),
        ("", ""),
        ("x" * 1_000_000, ""),
    ],
)
def test_id_in(given, found):
    assert id_in(given) == found
