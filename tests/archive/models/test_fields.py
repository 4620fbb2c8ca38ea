"""Dates with their precision, folded keys, opaque ids and addresses as the tables keep them."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from archive import edtf
from archive.models import Claim, Document, Outlet, Redirect, Speaker, SpeakerAlias, SpeakerRole, Statement
from archive.models.fields import PUBLIC_ID_ALPHABET, folded, free_slug, new_public_id, refuse_bidi_controls, validate_closed_edtf
from tests import factories as make

COLUMNS = [
    ("2023-05-17", date(2023, 5, 17), date(2023, 5, 17)),
    ("2023-05-17T23:44:00+03:00", date(2023, 5, 17), date(2023, 5, 17)),  # the civil day at its place, never turned into UTC
    ("2019-05", date(2019, 5, 1), date(2019, 5, 31)),
    ("2021-12~", date(2021, 12, 1), date(2021, 12, 31)),
    ("2017/2023", date(2017, 1, 1), date(2023, 12, 31)),
    ("201X", date(2010, 1, 1), date(2019, 12, 31)),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("text", "earliest", "latest"), COLUMNS)
def test_date_fills_its_columns(text, earliest, latest):
    statement = Statement.objects.get(pk=make.make_statement(said_on=text).pk)

    columns = (statement.said_on, statement.said_earliest, statement.said_latest, statement.said_sort)
    assert columns == (text, earliest, latest, edtf.parse(text).sort_key)


@pytest.mark.django_db
def test_emptied_date_empties_its_columns():
    statement = make.make_statement(said_on="2023-05")
    statement.said_on = ""
    statement.save()

    statement = Statement.objects.get(pk=statement.pk)

    assert (statement.said_earliest, statement.said_latest, statement.said_sort) == (None, None, edtf.UNDATED_SORT)


@pytest.mark.django_db
def test_date_fills_only_the_columns_that_the_table_has():
    document = Document.objects.get(pk=make.make_document(published="2023-05-17T15:44:00+03:00").pk)
    role = SpeakerRole.objects.create(speaker=make.make_speaker(), title="Mayor", since="2019-05", until="2020")

    assert (document.published_earliest, document.published_sort) == (date(2023, 5, 17), edtf.parse("2023-05-17T15:44:00+03:00").sort_key)
    assert (role.since_earliest, role.until_latest) == (date(2019, 5, 1), date(2020, 12, 31))


@pytest.mark.django_db
def test_dates_order_coarse_before_fine_and_undated_last():
    for text in ["2023-05-17", "", "2023-05", "2023", "2022-12-31", "2023-05-17T10:00:00Z"]:
        make.make_statement(said_on=text)

    ordered = list(Statement.objects.values_list("said_on", flat=True))

    assert ordered == ["2022-12-31", "2023", "2023-05", "2023-05-17", "2023-05-17T10:00:00Z", ""]


@pytest.mark.parametrize("text", ["2021/..", "../2021", "2021/", "/2021"])
def test_open_interval_is_no_date_of_saying(text):
    with pytest.raises(ValidationError, match="closed interval"):
        validate_closed_edtf(text)


FOLDED = [
    ("Сергей  ЛАВРОВ ", "сергей лавров"),
    ("И\u0306ОД", "йод"),  # a breve of its own, joined by NFC
    ("STRASSE Straße", "strasse strasse"),
    ("\u00a0Łódź\tLODZ\n", "łódź lodz"),
    ("Ў", "ў"),
    ("J.R. Teller", "j. r. teller"),
    ("J. R. Teller", "j. r. teller"),
    ("А.С.Корзун", "а. с. корзун"),
    ("lock.example", "lock.example"),
    ("Jean‑Luc Mo\u00adreau\ufeff", "jean-luc moreau"),
    ("Марʼяна О’Ніл", "мар'яна о'ніл"),
    ("\u1e9b\u0323", folded("\u1e9b\u0323".casefold())),
]


@pytest.mark.parametrize(("text", "key"), FOLDED)
def test_name_is_folded(text, key):
    assert folded(text) == key
    assert folded(key) == key


@pytest.mark.django_db
def test_speaker_is_found_by_any_writing_of_name_or_alias():
    speaker = make.make_speaker("Ірына Йодкавец")
    SpeakerAlias.objects.create(speaker=speaker, name="Ирина ЁДКОВЕЦ")

    found = [list(Speaker.objects.called(name)) for name in ("ірына  йодкавец", "ИРИНА ёдковец", "И\u0306одкавец")]

    assert found == [[speaker], [speaker], []]


@pytest.mark.django_db
def test_folded_key_follows_its_name():
    claim = make.make_claim("Мост Открыт")
    claim.text = "Мост ЗАКРЫТ"
    claim.save()

    assert Claim.objects.get(text_key="мост закрыт") == claim


@pytest.mark.django_db
def test_outlets_are_told_apart_by_folded_name():
    make.make_outlet("БелТА", time_zone="Europe/Minsk")
    make.make_outlet("Other")

    assert Outlet.objects.named("белта").count() == 1
    assert Outlet.objects.zones() == {"белта": "Europe/Minsk"}


@pytest.mark.django_db
def test_taken_address_gets_a_number():
    assert [make.make_speaker("Анна Ковалёва").slug for _ in range(3)] == ["анна-ковалёва", "анна-ковалёва-2", "анна-ковалёва-3"]
    assert free_slug(Speaker, "???") == "speaker"


@pytest.mark.django_db
def test_number_behind_a_taken_address_is_no_part_of_a_figure():
    assert [make.make_claim(f"Turnout was 54{mark}").slug for mark in ("", "!", ".2")] == [
        "turnout-was-54", "turnout-was-54-no2", "turnout-was-54-2",
    ]  # fmt: skip


@pytest.mark.django_db
def test_address_that_leads_elsewhere_is_taken():
    old_path = Claim(slug="мост-закрыт").get_absolute_url()
    Redirect.objects.create(old_path=old_path, new_path="/claims/z/", reason="Merged.", at=datetime(2024, 7, 1, tzinfo=UTC))

    assert free_slug(Claim, "Мост закрыт") == "мост-закрыт-2"


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u202a", "\u2069"])
def test_name_with_direction_marks_is_refused(mark):
    with pytest.raises(ValidationError, match="signs that nobody sees"):
        refuse_bidi_controls(f"Anna {mark}Kovaleva")


def test_public_ids_tell_nothing():
    ids = {new_public_id() for _ in range(1000)}

    assert len(ids) == 1000
    assert {len(one) for one in ids} == {10}
    assert set("".join(ids)) == set(PUBLIC_ID_ALPHABET)
