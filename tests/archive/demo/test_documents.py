"""The demo's texts and decisions as files: they agree with each other, and name nothing that exists."""

import datetime
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from archive import demo, edtf
from archive.demo.decisions import FOLDER, DocumentDecision, read_decisions
from archive.demo.taking_in import span_of

CATALOGUE = json.loads((Path(demo.__file__).parent / "catalogue.json").read_text("utf-8"))
AFTERWARDS = json.loads((Path(demo.__file__).parent / "afterwards.json").read_text("utf-8"))
DECISIONS = read_decisions()
NAMES = [decision.name for decision in DECISIONS]
MONTHS = "January February March April May June July August September October November December".split()
DAY = re.compile(rf"\b(\w+day), (\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b")

# Stems of names that exist, in the languages of the demo. The demo may hold none: nobody must find real people among invented words.
REAL = """
    russia moscow kremlin belarus minsk ukrain kyiv kiev poland warsaw lithuania vilnius latvia riga estonia tallinn german berlin
    france french paris brit london england scotland ireland spain spanish madrid italy italian rome greece greek athens turkey
    turkish ankara china chinese beijing japan tokyo korea india american washington usa canad mexic brazil iran iraq israel
    palestin syria egypt serbia belgrade hungar budapest romania bucharest czech prague slovak austria vienna swiss switzerland
    sweden swedish norw oslo finland finnish helsinki denmark danish moldova georgia armenia azerbaijan kazakh europe european
    asia african nato osce brussels united\\snations росси москв белорус беларус минск мінск украин украін киев кіеў европ еўроп
    нато обсе польш польск putin lukashenko zelensk biden trump lavrov belta tass reuters interfax sputnik
""".split()
REAL_NAME = re.compile(rf"\b(?:{'|'.join(REAL)})", re.IGNORECASE)


def text_of(decision: DocumentDecision) -> str:
    return decision.raw.decode()


def named(name: str) -> DocumentDecision:
    return DECISIONS[NAMES.index(name)]


def test_every_text_has_its_decisions_beside_it():
    texts, decisions = ({file.stem for file in FOLDER.glob(pattern)} for pattern in ("*.txt", "*.json"))

    assert texts == decisions


def test_text_has_the_length_of_a_press_report():
    lengths = {decision.name: len(text_of(decision)) for decision in DECISIONS}

    assert {name: length for name, length in lengths.items() if not 600 <= length <= 3000} == {}


def test_no_name_that_exists_stands_in_a_text():
    assert [(decision.name, found) for decision in DECISIONS if (found := REAL_NAME.findall(text_of(decision)))] == []


@pytest.mark.parametrize("file", ["catalogue.json", "afterwards.json"])
def test_no_name_that_exists_stands_in_a_file(file):
    assert REAL_NAME.findall((Path(demo.__file__).parent / file).read_text("utf-8")) == []


def test_weekdays_printed_in_a_text_are_right():
    printed = [(decision.name, *match.groups()) for decision in DECISIONS for match in DAY.finditer(text_of(decision))]
    days = [(name, datetime.date(int(year), MONTHS.index(month) + 1, int(day))) for name, _, day, month, year in printed]

    assert [(name, weekday) for name, weekday, *_ in printed] == [(name, f"{day:%A}") for name, day in days]


@pytest.mark.parametrize("decision", DECISIONS, ids=NAMES)
def test_decision_names_words_of_its_text(decision):
    for statement in decision.statements:
        start, end = span_of(statement.words, text_of(decision))

        assert "\n" not in text_of(decision)[start:end]
        assert all(claim.words in statement.words for claim in statement.claims)


def test_decisions_of_one_text_do_not_overlap():
    spans = [(decision.name, sorted(span_of(one.words, text_of(decision)) for one in decision.statements)) for decision in DECISIONS]

    assert [(name, one, two) for name, found in spans for one, two in pairwise(found) if one[1] > two[0]] == []


@pytest.mark.parametrize("decision", DECISIONS, ids=NAMES)
def test_decision_names_what_the_catalogue_holds(decision):
    for statement in decision.statements:
        speakers = {one.speaker for one in statement.speakers if one.speaker}

        assert statement.speakers
        assert speakers <= set(CATALOGUE["speakers"])
        assert not statement.occasion or statement.occasion in CATALOGUE["occasions"]
        assert {claim.claim for claim in statement.claims} <= set(CATALOGUE["claims"])
        assert statement.undated or edtf.parse(statement.said_on)
        assert statement.translation_of is None or statement.translation_of[1] in text_of(named(statement.translation_of[0]))


def test_catalogue_holds_nobody_who_never_speaks():
    statements = [statement for decision in DECISIONS for statement in decision.statements]

    assert {one.speaker for statement in statements for one in statement.speakers} - {""} == set(CATALOGUE["speakers"])
    assert {statement.occasion for statement in statements} - {""} == set(CATALOGUE["occasions"])
    assert {decision.outlet for decision in DECISIONS} == set(CATALOGUE["outlets"])


def test_what_happened_afterwards_names_words_of_its_documents():
    rows = [one for row in AFTERWARDS for one in (row, row.get("later", {}), row.get("earlier", {})) if "document" in one]

    for row in rows:
        assert row["words"] in {statement.words for statement in named(row["document"]).statements}
