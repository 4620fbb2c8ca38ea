"""Runs between quotation marks, who is found for them, and what is counted."""

import pytest

from archive.evaluation import documents, quotations
from archive.evaluation.gold import document_of
from archive.evaluation.names import is_called, is_part_of
from archive.evaluation.quotations import Tally, runs_of
from archive.extraction.types import CueFound, Extraction, SpeakerFound, StatementFound


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("“One two three four,” she said.", ["“One two three four,”"]),
        ("“One two three,” she said.", []),
        ('He said "one two three four" and "five six seven eight".', ['"one two three four"', '"five six seven eight"']),
        ("«Раз два три четыре», — сказал он.", ["«Раз два три четыре»"]),
        ("“One two three four\nfive six seven eight”", ["“One two three four"]),
        ("“A broken one “two three four five” he said", ["“two three four five”"]),
        ("““One two three four” he said", ["““One two three four”"]),
        ("„One «two three four» he said", ["„One «two three four»"]),
    ],
)
def test_runs_of_four_words_between_marks(text, runs):
    assert [text[a:b] for a, b in runs_of(text)] == runs


@pytest.mark.parametrize(
    ("name", "accepted", "called", "part"),
    [
        ("José Ortega", "Jose Ortega", True, True),
        ("Mr. Ortega", "Ortega", True, True),
        ("Ortega", "José Ortega", False, True),
        ("José", "José Ortega", False, False),
        ("Ortega's", "Ortega", True, True),
        ("Анна Ковалёва", "Анна Ковалева", True, True),
        (None, "Ortega", False, False),
        ("", "Ortega", False, False),
    ],
)
def test_names(name, accepted, called, part):
    assert (is_called(name, [accepted]), is_part_of(name, [accepted])) == (called, part)


TEXT = (
    "“We will stay here forever,” Anna Kovaleva said. “It is our own home,” she said.\n"
    "“Nobody asked us about it,” said Petr Orlov. A “book with a long name” lay there. “One two three four.”"
)


def statement(words, name, mention, *, confidence=0.9, cue=None):
    start, at = TEXT.index(words), TEXT.index(mention) if mention else None
    speakers = (SpeakerFound(name, None, at, at + len(mention) if mention else None),) if name or mention else ()
    said = CueFound("said", cue, cue + 4) if cue else None
    return StatementFound("direct", start, start + len(words), words, (), speakers, said, confidence, None, None, ())


def gold_of(*rows):
    statements = []
    for words, name, mention, required in rows:
        at = TEXT.index(mention) if mention else None
        speaker = {"name": name, "start": at, "end": at + len(mention) if mention else None}
        start = TEXT.index(words)
        statements.append({"kind": "direct", "start": start, "end": start + len(words), "speakers": [speaker], "required": required})
    return document_of("a.json", TEXT, {"annotated": ["direct"], "statements": statements})


def test_runs_speakers_names_and_pronouns_are_counted():
    gold = gold_of(
        ("We will stay here forever", "Anna Kovaleva", "Anna Kovaleva", True),
        ("It is our own home", "Anna Kovaleva", "she", True),
        ("Nobody asked us about it", "Petr Orlov", "Petr Orlov", True),
        ("One two three four", None, None, False),
    )
    given = [
        statement("We will stay here forever", "Anna Kovaleva", "Anna Kovaleva", confidence=0.95),
        statement("It is our own home", "Petr Orlov", "she", confidence=0.6),
        statement("book with a long name", "Petr Orlov", "Petr Orlov"),
    ]
    tally = Tally()

    quotations.count(tally, gold, given)

    assert tally.counts == {
        "runs": 4, "runs wanted": 3, "runs given": 3, "runs right": 2, "sources": 2, "sources right": 2, "mentions half": 2,
        "names": 2, "names right": 1, "pronouns": 1, "pronouns right": 0,
    }  # fmt: skip
    assert [(one.statement.confidence, one.right, one.is_given) for one in tally.judged] == [(0.95, True, True), (0.6, False, True)]
    assert [miss.split(" | ")[1] for miss in tally.misses] == [
        "another full name",
        "quotation not found",
        "quotation that nobody says in the gold",
    ]


def test_parts_of_one_attribution_cover_a_run_together():
    gold = gold_of(("We will stay here forever", "Anna Kovaleva", "Anna Kovaleva", True))
    cue = TEXT.index("said")
    parts = [statement(words, "Anna Kovaleva", "Anna Kovaleva", cue=cue) for words in ("We will stay", "here forever")]
    tally = Tally()

    quotations.count(tally, gold, parts)

    assert tally.counts["runs right"] == 1


def test_sentence_that_goes_on_in_the_line_is_held_together_by_the_same_mention():
    gold = gold_of(("We will stay here forever", "Anna Kovaleva", "Anna Kovaleva", True))
    parts = [statement(words, "Anna Kovaleva", "Anna Kovaleva") for words in ("We will stay", "here forever")]
    others = [parts[0], statement("here forever", "Petr Orlov", "Petr Orlov")]
    one, two = Tally(), Tally()

    quotations.count(one, gold, parts)
    quotations.count(two, gold, others)

    assert (one.counts["runs right"], two.counts["runs right"]) == (1, 0)


def test_speaker_is_judged_by_what_the_gold_and_the_statement_tell_of_him():
    words = "We will stay here forever"

    def counted(wanted, *given):
        tally = Tally()
        quotations.count(tally, gold_of((words, *wanted, True)), [statement(words, *given)])
        told = {name: tally.counts[name] for name in ("sources", "sources right", "names", "names right") if name in tally.counts}
        return told, [one.right for one in tally.judged], [miss.split(" | ")[1] for miss in tally.misses]

    assert counted((None, "she"), None, "she") == ({"sources": 1, "sources right": 1}, [True], [])
    assert counted((None, "she"), None, "Petr Orlov") == ({"sources": 1, "sources right": 0}, [False], ["another speaker"])
    assert counted(("Anna Kovaleva", None), "Anna Kovaleva", None) == ({"names": 1, "names right": 1}, [True], [])
    assert counted(("Anna Kovaleva", None), None, None) == ({"names": 1, "names right": 0}, [], ["another full name"])
    assert counted((None, None), None, "she") == ({}, [], [])


def extraction(*statements):
    return Extraction(len(TEXT), "en", None, None, None, None, None, statements, (), ())


def test_only_what_the_gold_is_complete_in_is_scored():
    tally = Tally()
    documents.count(tally, document_of("a.json", TEXT, {"annotated": ["sentences"], "sentences": [[0, 48]]}), extraction())

    assert [measure.name for measure in documents.measures_of(tally)] == ["sentence ends inside lines, F1"]


def test_indirect_speech_counts_overlap_by_four_fifths():
    text = "Anna Kovaleva said that the bridge would open in spring. Rain fell, she added."
    content, start = "the bridge would open in spring", text.index("the bridge")
    row = {
        "kind": "indirect",
        "start": start,
        "end": start + len(content),
        "cue": {"text": "said"},
        "speakers": [{"name": "Anna Kovaleva", "start": 0, "end": 13}],
    }
    gold = document_of("a.json", text, {"annotated": ["indirect"], "statements": [row]})
    speaker = (SpeakerFound("Anna Kovaleva", None, 0, 13),)
    given = [
        StatementFound("indirect", at, at + len(words), words, (), speaker, None, 0.8, None, None, ())
        for words in ("that the bridge would open in spring", "Rain fell")
        for at in [text.index(words)]
    ]
    tally = Tally()

    documents.count(tally, gold, extraction(*given))

    assert tally.counts == {"documents": 1, "reports wanted": 1, "reports found": 1, "reports given": 2, "reports right": 1}
    assert [(one.statement.confidence, one.right) for one in tally.judged] == [(0.8, True)]
