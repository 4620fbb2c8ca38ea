"""`evaluate_extraction`: the figures of gold files, and clear refusals."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from archive.evaluation import documents, gold
from archive.evaluation.quotations import Tally
from archive.extraction import extract
from tests.archive.extraction.test_traps import scorer

TEXT = "A note from the region\n17 May 2023, 15:44\n\n“The bridge will open soon,” Anna Kovaleva said on Monday."


@pytest.fixture
def folder(tmp_path):
    start, name = TEXT.index("The bridge"), TEXT.index("Anna")
    whole = {
        "annotated": ["direct"],
        "statements": [
            {"kind": "direct", "start": start, "end": start + 25, "speakers": [{"name": "Anna Kovaleva", "start": name, "end": name + 13}]}
        ],
    }
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    (tmp_path / "one.json").write_text(json.dumps(whole), "utf-8")
    return tmp_path


def printed(*arguments):
    out = io.StringIO()
    call_command("evaluate_extraction", *map(str, arguments), stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["", "one.json", "one.txt"])
def test_folder_or_file_gives_measures_and_reliability(folder, name):
    told = printed(folder / name)

    assert "quote with the right speaker, F1  1.000  [0.342 1.000]  1 right of 1 given, 1 wanted; target 0.9 reached" in told
    assert "expected calibration error" in told


def test_json_is_for_programs(folder):
    (folder / "rows.json").write_text(json.dumps({"rows": [{"text": "He may come.", "expect": {"dates": []}}]}), "utf-8")

    told = json.loads(printed(folder, "--json"))

    assert [(one["shape"], one["measures"][0]["counts"]) for one in told["sets"]] == [
        ("annotated", {"right": 1, "given": 1, "wanted": 1}),
        ("rows", {"right": 1, "of": 1}),
    ]
    assert told["reliability"]["total"] == 1


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("missing.json", None, "there is no such file or folder."),
        ("broken.json", b'{"rows": [', "broken JSON, Expecting value"),
        ("latin.json", b'{"rows": "\xe9"}', "not UTF-8"),
        ("list.json", b"[]", 'not a shape of gold that is known here. Expected is an object with "annotated" (one text)'),
        ("alone.json", b'{"annotated": ["direct"]}', "the text that the gold is about can't be read (No such file"),
        ("whole.json", b'{"documents": [{"file": "a.txt", "title": 1, "outlet": 1, "language": 1, "publication": 1, "statements": 1}]}',
         "the text a.txt is not in"),
    ],
)  # fmt: skip
def test_gold_that_cannot_be_used_is_refused(tmp_path, file, content, told):
    if content is not None:
        (tmp_path / file).write_bytes(content)

    with pytest.raises(CommandError) as refused:
        printed(tmp_path / file)

    assert told in str(refused.value)


def test_empty_folder_is_refused(tmp_path):
    with pytest.raises(CommandError, match=r"no .json file in this folder"):
        printed(tmp_path)


def test_shapes_of_gold_stand_in_the_help():
    from archive.management.commands.evaluate_extraction import Command  # noqa: PLC0415 - its parser alone

    told = Command().create_parser("manage.py", "evaluate_extraction").format_help()

    assert all(word in told for word in ('"annotated"', '"rows"', '"documents"', "code points"))


def test_figures_are_those_of_the_shared_scorer(shared_dir, capsys):
    """Counted by other code on the open gold, every figure is the same."""
    score, ours = scorer(shared_dir), Tally()
    texts = score.load_gold(str(shared_dir / "gold" / "news"))
    found = {name: extract(text) for name, text, _ in texts}
    for name, text, whole in texts:
        documents.count(ours, gold.document_of(name, text, whole), found[name])

    theirs = score.score_news(texts, {name: one.to_json() for name, one in found.items()})

    pairs = {
        "runs": "runs", "runs right": "tp", "sources": "with source", "sources right": "right", "mentions half": "mention half",
        "names": "named", "names right": "name right", "dates right": "date tp", "dates same words": "date strict",
        "dates same value": "date value", "ends right": "s tp",
    }  # fmt: skip
    assert {key: ours.counts[key] for key in pairs} == {key: theirs[other] for key, other in pairs.items()}
    assert ours.counts["runs given"] == theirs["tp"] + theirs["fp"]
    assert ours.counts["dates given"] == theirs["date tp"] + theirs["date fp"]
    assert ours.counts["ends given"] == theirs["s tp"] + theirs["s fp"]
