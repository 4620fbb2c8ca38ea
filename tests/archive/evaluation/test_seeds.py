"""Documents that must be read whole: which of their checks hold."""

import copy
import json

import pytest

from archive.evaluation import seeds
from archive.evaluation.gold import GoldError
from archive.extraction import extract


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
