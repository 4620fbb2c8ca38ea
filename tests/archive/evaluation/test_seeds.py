"""Documents that must be read whole: which of their checks hold."""

import copy
import json

import pytest

from archive.evaluation import seeds
from archive.evaluation.gold import GoldError
from archive.extraction import Stated, extract

TEXT = """Valmere Herald
The bridge of Orrin will open
17 May 2023, 15:44

VALMERE, 17 May – “The bridge will open in 2024,” said mayor Anna Kovaleva on Monday. It was closed for two years.

Petr Orlov said that rents would fall soon.

“The bridge will open in 2024,” said mayor Anna Kovaleva on Monday.
"""
STATED = Stated(outlet="Valmere Herald", published="2023-05-17T15:44:00+02:00")


def at(words, *, last=False):
    start = TEXT.rindex(words) if last else TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def gold():
    first, bridge = at("The bridge will open in 2024"), at("The bridge will open in 2024", last=True)
    return {
        "file": "a.txt", "title": {"text": "The bridge of Orrin will open", **at("The bridge of Orrin will open")},
        "outlet": {"name": "Valmere Herald"}, "language": "en",
        "publication": {"edtf": "2023-05-17T15:44:00+02:00", "zone_source": "stated"},
        "dateline": {"place": "VALMERE", "date": "2023-05-17"},
        "statements": [
            {"id": "bridge", "kind": "direct", **bridge, "speakers": [{"name": "Anna Kovaleva", "role": "mayor"}],
             "source_mention": at("mayor Anna Kovaleva", last=True), "statement_date": {"edtf": "2023-05-15"},
             "duplicate_spans": [[first["start"], first["end"]]],
             "mentioned_dates": [{"text": "2024", "edtf": "2024", **at("2024", last=True)}]},
            {"id": "rents", "required": False, **at("rents would fall soon")},
        ],
        "not_statements": [at("It was closed for two years.")], "not_speakers": ["Valmere"],
    }  # fmt: skip


def missed(wanted):
    return [miss.removeprefix("a.txt | ") for miss in seeds.measures_of([wanted], [extract(TEXT, stated=STATED)])[1]]


def test_document_that_is_read_without_a_mistake_misses_nothing():
    measures, misses = seeds.measures_of([gold()], [extract(TEXT, stated=STATED)])

    assert misses == []
    assert [one.name for one in measures] == [
        "seeds, metadata", "seeds, statements", "seeds, speakers", "seeds, dates", "seeds, nothing else proposed", "seeds, all checks",
    ]  # fmt: skip
    assert all(one.value == 1 for one in measures)


@pytest.mark.parametrize(
    ("changes", "misses"),
    [
        ({"outlet": {"name": "Orrin News"}}, ["metadata | outlet Valmere Herald"]),
        ({"dateline": {"place": "Orrin", "date": "2023-05-16"}}, ["metadata | dateline Valmere", "metadata | dateline's day 2023-05-17"]),
        ({"dateline": None}, []),
        ({"publication": {"edtf": "2023-05-17T15:44:00", "zone_source": "unknown"}},
         ["metadata | published 2023-05-17T15:44:00+02:00, not 2023-05-17T15:44:00", "metadata | zone of the publication stated"]),
        ({"not_statements": [{**at("Petr Orlov said that rents would fall soon."), "why": "idle talk"}]},
         ["nothing else proposed | idle talk: ['rents would fall soon']"]),
        ({"not_statements": [], "not_speakers": ["Petr Orlov (a neighbour)"]},
         ["nothing else proposed | speaks though silent: ['Petr Orlov']"]),
    ],
)  # fmt: skip
def test_what_is_read_otherwise_is_told(changes, misses):
    assert missed(gold() | changes) == misses


@pytest.mark.parametrize(
    ("changes", "misses"),
    [
        ({"kind": "mixed"}, ["statements | bridge kind direct"]),
        ({"speakers": [{"name": "Petr Orlov"}]},
         ["speakers | bridge said by [['anna', 'kovaleva']]", "speakers | bridge role of Petr Orlov"]),
        ({"speakers": []}, ["speakers | bridge said by"]),
        ({"statement_date": {"edtf": "2023-05-16"}}, ["dates | bridge said on 2023-05-15, not 2023-05-16"]),
        ({"duplicate_spans": []}, ["statements | bridge printed again at"]),
        ({"mentioned_dates": []}, ["dates | bridge no date: ['2024']"]),
        ({"mentioned_dates": [{"text": "2024", "edtf": "2023", "accept": ["2024"], **at("2024", last=True)}]}, []),
    ],
)  # fmt: skip
def test_statement_that_is_read_otherwise_is_told(changes, misses):
    wanted = gold()
    wanted["statements"][0] |= changes

    found = missed(wanted)

    assert len(found) == len(misses)
    assert all(one.startswith(words) for one, words in zip(found, misses, strict=True))


def test_document_of_another_shape_is_refused():
    with pytest.raises(GoldError, match="A document of the gold lacks 'statement_date'"):
        missed(gold() | {"statements": [{"kind": "direct", **at("rents would fall soon"), "speakers": [], "source_mention": at("said")}]})


def test_documents_that_are_no_list_are_refused():
    with pytest.raises(GoldError, match=r's\.json: "documents" must be a list\.'):
        seeds.documents_of("s.json", {"documents": {}})


def test_documents_that_have_all_that_is_needed_are_taken():
    assert seeds.documents_of("s.json", {"documents": [gold()]}) == [gold()]


def test_documents_without_what_is_needed_are_refused():
    with pytest.raises(GoldError, match=r"s.json, documents\[0\]: title, outlet, language, publication, statements missing."):
        seeds.documents_of("s.json", {"documents": [{"file": "a.txt"}]})


def test_checks_of_documents_hold_and_fail(shared_dir):
    gold = json.loads((shared_dir / "gold" / "seeds.json").read_text("utf-8"))["documents"][:1]
    found = [extract((shared_dir / "seeds" / gold[0]["file"]).read_bytes().decode())]
    wrong = copy.deepcopy(gold)
    wrong[0]["outlet"]["name"] = "Another"
    wrong[0]["statements"][0]["speakers"][0]["name"] = "Nobody Here"

    assert seeds.measures_of(gold, found)[1] == []
    assert [miss.split(" | ")[1] for miss in seeds.measures_of(wrong, found)[1]] == ["metadata", "speakers", "speakers"]
