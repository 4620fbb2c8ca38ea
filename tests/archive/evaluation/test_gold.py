"""Gold files: what is read of them, and the sentence for each mistake in them."""

import pytest

from archive.evaluation.gold import GoldDate, GoldError, GoldStatement, document_of

TEXT = "“We will stay,” Anna Kovaleva said on Monday. He left."
WHOLE = {
    "annotated": ["published", "direct", "dates", "sentences"],
    "published": {"edtf": "2023-05-17"},
    "statements": [
        {
            "kind": "direct", "start": 1, "end": 13, "text": "We will stay", "cue": {"text": "said"},
            "speakers": [{"name": "Anna Kovaleva", "accept": ["A. Kovaleva"], "start": 16, "end": 29}],
        }
    ],
    "dates": [{"start": 38, "end": 44, "edtf": "2023-05-15", "accept": ["2023-05-15~"]}],
    "sentences": [[0, 45], [46, 54]],
}  # fmt: skip


def test_gold_of_a_text_is_read_whole():
    found = document_of("a.json", TEXT, WHOLE)

    assert found.statements == (
        GoldStatement("direct", (1, 13), ((16, 29),), ("Anna Kovaleva", "A. Kovaleva"), has_cue=True, required=True),
    )
    assert found.dates == (GoldDate((38, 44), ("2023-05-15", "2023-05-15~")),)
    assert (found.published, found.sentences, found.times) == ("2023-05-17", ((0, 45), (46, 54)), ())


def with_statement(**changes):
    return {**WHOLE, "statements": [{**WHOLE["statements"][0], **changes}]}


@pytest.mark.parametrize(
    ("gold", "told"),
    [
        ([], "a.json: an object {…} is expected here."),
        ({}, 'a.json: "annotated" must list which parts are complete'),
        ({"annotated": ["quotes"]}, 'a.json: "annotated" must list which parts are complete'),
        ({**WHOLE, "published": None}, 'a.json, "published": an object {…} is expected here.'),
        ({**WHOLE, "published": {}}, 'a.json: "published" needs an "edtf".'),
        ({**WHOLE, "dates": {}}, 'a.json: "dates" must be a list.'),
        ({**WHOLE, "dates": [3]}, "a.json, dates[0]: an object {…} is expected here."),
        ({**WHOLE, "dates": [{"start": 38, "end": 44}]}, 'a.json, dates[0]: needs an "edtf"'),
        ({**WHOLE, "sentences": [[0, 99]]}, "a.json, sentences[0]: 0–99 is no span of a text of 54 characters."),
        ({**WHOLE, "sentences": [[0, "4"]]}, 'a.json, sentences[0]: needs a "start" and an "end", two whole numbers.'),
        (with_statement(start=None), 'a.json, statements[0]: needs a "start" and an "end", two whole numbers.'),
        (with_statement(start=0, end=12), "a.json, statements[0]: at 0–12 stands '“We will sta', not 'We will stay'. Offsets count"),
        (with_statement(kind="quote"), 'a.json, statements[0]: "kind" must be direct, indirect or mixed.'),
        (with_statement(speakers=[{"name": 7}]), 'a.json, statements[0]: the "name" of a speaker must be words or null'),
        (with_statement(speakers=[{"name": "A", "start": 90, "end": 99}]), "a.json, statements[0], speakers[0]: 90–99 is no span"),
    ],
)
def test_mistake_in_gold_is_told_with_its_place(gold, told):
    with pytest.raises(GoldError) as refused:
        document_of("a.json", TEXT, gold)

    assert str(refused.value).startswith(told)
