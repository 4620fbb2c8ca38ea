"""What is touched at random behind the triggers' back is named, and people who do at random what they may are not accused: a sample of
`tests.campaigns.tampering`. And every table and column is either part of the record or said not to be, with the reason."""

import pytest

from archive.log import last_note
from tests.archive.verification import record
from tests.campaigns import tampering

pytestmark = pytest.mark.django_db


def test_every_table_is_decided():
    names = {model.__name__ for model in record.all_tables()}

    assert set(record.NO_PART) <= names
    assert {*record.ROWS, *record.FREE, *record.NOT_INSERTED} <= names - set(record.NO_PART)


def test_every_column_that_is_left_out_is_there():
    for model in record.parts():
        columns = {field.name for field in model._meta.concrete_fields}
        assert set(record.FREE.get(model.__name__, {})) <= columns


@pytest.mark.parametrize(("tamperings", "histories"), [(12, 1), pytest.param(60, 10, marks=pytest.mark.full)])
def test_what_is_touched_is_named_and_nobody_is_accused(tamperings, histories, capsys, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    last_note.keep("What was signed of the archive of whoever calls this.")

    told = tampering.tampered(1, tamperings)

    assert (told["found"], told["missed"]) == (tamperings, 0), capsys.readouterr().out
    assert tampering.accused_of(0, histories) == 0, capsys.readouterr().out
