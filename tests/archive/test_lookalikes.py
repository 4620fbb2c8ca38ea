"""Names that look the same on paper share a skeleton, whatever signs and scripts they are written in; other names do not."""

import pytest

from archive.lookalikes import skeleton


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Anna Holt", "\u0410nna Holt"),  # a Cyrillic letter
        ("Anna Holt", "Ann\u0430 H\u043elt"),
        ("Nora Pell", "\u039dora Pell"),  # a Greek one
        ("O'Neil", "O’Neil"),
        ("O'Neil", "OʼNeil"),
        ("J. R. Ames", "J.R. Ames"),
        ("J. R. Ames", "J R Ames"),
        ("Anna-Maria Holt", "Anna Maria Holt"),
        ("Anna-Maria Holt", "Anna–Maria Holt"),
        ("Anna Holt", "An\u00adna Holt"),  # a soft hyphen
        ("Anna Holt", "Anna\u200b Holt"),
        ("Anna Holt", "ANNA HOLT"),
        ("José Pell", "Jose\u0301 Pell"),
        ("Леў Корзун", "леў корзун"),
    ],
)
def test_names_that_look_the_same_share_a_skeleton(name, other):
    assert skeleton(name) == skeleton(other) != ""


@pytest.mark.parametrize(
    ("name", "other"), [("Anna Holt", "Anna Bolt"), ("Анна Холт", "Anna Holt"), ("José", "Jose"), ("Mark II", "Mark III"), ("王毅", "王义")]
)
def test_other_names_do_not(name, other):
    assert skeleton(name) != skeleton(other)


def test_skeleton_is_never_longer_than_its_column():
    assert len(skeleton("\ufdfa" * 200)) == 200


def test_signs_alone_have_no_skeleton():
    assert skeleton("– …") == ""
