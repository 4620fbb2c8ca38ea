"""The files of the benchmark hold what README.md says of them."""

import re
from collections import Counter
from datetime import date
from itertools import groupby

import pytest

from tests.benchmarks.claims.tables import agreement
from tests.benchmarks.claims.texts import (
    ANSWERS,
    BASE,
    HERE,
    KINDS,
    LANGUAGES,
    OTHERS,
    PARTS,
    SAME,
    TRANSLATION,
    Text,
    bases,
    counted,
    judged,
    texts,
)


@pytest.fixture(scope="module")
def found() -> list[Text]:
    return texts()


@pytest.fixture(scope="module")
def groups(found) -> dict[str, list[Text]]:
    return {name: list(group) for name, group in groupby(found, key=lambda text: text.group)}


def test_ids_number_the_texts_of_each_group_in_their_order(found, groups):
    assert [text.id for text in found] == [f"{name}-{place}" for name, group in groups.items() for place in range(len(group))]
    assert len({text.text for text in found}) == len(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_of_a_file_are_numbered_and_in_its_language(language):
    mine = texts([language])

    names = list(dict.fromkeys(text.group for text in mine))
    assert names == [f"{language}-{number:03}" for number in range(1, len(names) + 1)]
    assert {text.language for text in mine if text.kind != TRANSLATION} == {language}
    assert {text.language for text in mine if text.kind == TRANSLATION} <= {"en"}


def test_group_is_a_base_four_of_the_same_and_five_others(groups):
    for name, group in groups.items():
        kinds = Counter(text.kind for text in group)
        assert (kinds[BASE], [kinds[kind] for kind in SAME], sum(kinds[kind] for kind in OTHERS)) == (1, [1, 1, 1, 1], 5), name
        assert kinds[TRANSLATION] == (group[0].group[:2] != "en"), name
        assert set(kinds) <= set(KINDS), name


def test_group_is_in_one_part_and_a_third_is_held(groups):
    parts = {name: {text.part for text in group} for name, group in groups.items()}

    assert all(len(part) == 1 for part in parts.values())
    assert set().union(*parts.values()) == set(PARTS)
    assert 0.3 < sum(part == {"held"} for part in parts.values()) / len(parts) < 0.37


def test_base_is_said_first(found):
    first = bases(found)

    assert [text.id for text in found if date.fromisoformat(text.date) < date.fromisoformat(first[text.group].date)] == []


def test_text_is_of_6_to_45_words_without_blanks_around_it_and_has_a_speaker(found):
    assert [text.id for text in found if not 6 <= len(text.text.split()) <= 45 or text.text != text.text.strip()] == []
    assert [text.id for text in found if not text.speaker] == []


def test_judged_are_texts_beside_their_bases(found):
    answered = judged()

    assert answered.keys() <= {text.id for text in found if text.kind in ANSWERS}
    assert set(answered.values()) == set(ANSWERS.values())


def test_readme_holds_the_numbers_of_the_files(found):
    told = (HERE / "README.md").read_text("utf-8")

    assert counted(found) in told
    assert agreement(found) in told
    assert f"{len(found):,} texts in {len(bases(found))} groups" in told
    assert f"{len(judged())} pairs" in told


def test_readme_shows_an_example_of_each_kind_that_may_be_fitted_on(found):
    known = {text.id: text for text in found}
    told = (HERE / "README.md").read_text("utf-8")
    shown = [line.strip("| ").split(" | ") for line in told.splitlines() if re.match(r"\| [a-z0-9]+ \| .* \| [a-z]{2}-\d{3}-\d+ \| ", line)]

    assert [(kind, example) for kind, _, key, example in shown] == [(known[key].kind, known[key].text) for _, _, key, _ in shown]
    assert [kind for kind, *_ in shown] == list(KINDS)
    assert {known[key].part for _, _, key, _ in shown} == {"fit"}
