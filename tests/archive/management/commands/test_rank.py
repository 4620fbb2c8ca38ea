"""`rank`: texts in, a ranking a query out, no database."""

import json

import pytest
from django.core.management import CommandError, call_command

CORPUS = [
    {"id": "dam", "text": "The dam at Orrin was never inspected by the ministry.", "speaker": "hale", "date": "2019-01-02"},
    {"id": "fund", "text": "The fund received 300 million dollars from the lottery."},
    {"id": "snow", "text": "Snow fell in Velm."},
]


def written(path, rows):
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", encoding="utf-8")
    return str(path)


def ranked(tmp_path, capsys, queries, *options):
    call_command("rank", written(tmp_path / "corpus", CORPUS), written(tmp_path / "queries", queries), *options)
    return [json.loads(line) for line in capsys.readouterr().out.split("\n") if line]


def test_rank_answers_each_query_on_one_line(tmp_path, capsys):
    queries = [{"id": "q1", "text": "Nobody from the ministry ever inspected the Orrin dam."}, {"id": "q2", "text": "Грибы растут."}]

    found = ranked(tmp_path, capsys, queries)

    listed = [(row["id"], [(result["id"], result["same"]) for result in row["results"]]) for row in found]
    assert listed == [("q1", [("dam", True), ("fund", False), ("snow", False)]), ("q2", [])]  # the others by meaning alone
    assert set(found[0]["results"][0]) == {"id", "score", "same", "reasons"}


def test_rank_says_that_a_number_differs(tmp_path, capsys):
    found = ranked(tmp_path, capsys, [{"id": "q", "text": "The fund received 30 million dollars from the lottery."}])

    result = found[0]["results"][0]
    assert (result["id"], result["same"]) == ("fund", False)
    assert result["reasons"][0] == "the number differs: '30 million' against '300 million'"


def test_rank_keeps_to_the_top(tmp_path, capsys):
    found = ranked(tmp_path, capsys, [{"id": "q", "text": "The fund inspected the Orrin dam in Velm."}], "--top", "2")

    assert len(found[0]["results"]) == 2


def test_rank_reads_a_line_separator_inside_a_text(tmp_path, capsys):
    (tmp_path / "raw").write_text('{"id": "q", "text": "Snow\u2028fell in Velm today."}', encoding="utf-8")

    call_command("rank", written(tmp_path / "corpus", CORPUS), str(tmp_path / "raw"))

    assert json.loads(capsys.readouterr().out)["results"][0]["id"] == "snow"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("[1]", "needs"),
        ("{", "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ('{"id": "a", "text": "half \\ud800"}', "is no JSON in UTF-8"),
        ('{"id": "a"}', 'needs an "id" and a "text"'),
        ('{"id": 1, "text": ""}', "needs"),
    ],
)
def test_rank_refuses_a_line_that_is_no_text(tmp_path, line, sentence):
    (tmp_path / "broken").write_text(line, encoding="utf-8")

    with pytest.raises(CommandError, match=sentence):
        call_command("rank", str(tmp_path / "broken"), str(tmp_path / "broken"))


def test_rank_refuses_a_missing_file_and_an_empty_top(tmp_path):
    with pytest.raises(CommandError, match="can't be read"):
        call_command("rank", str(tmp_path / "none"), str(tmp_path / "none"))
    with pytest.raises(CommandError, match="must be 1 or more"):
        call_command("rank", written(tmp_path / "corpus", CORPUS), written(tmp_path / "queries", CORPUS), "--top", "0")
