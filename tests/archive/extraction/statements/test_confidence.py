"""Confidence in a speaker: what told it, how sure that makes, and who is left out and stays visible."""

import json
from importlib.resources import files

import pytest

from archive.extraction import extract
from archive.extraction.speech.reports import Report
from archive.extraction.statements.confidence import NEAR, confidence_of, evidence_of, fitted
from archive.extraction.types import SpeakerFound

HEAD = "A note from the region\n17 May 2023, 15:44\n\n"


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("“We will stay here,” Anna Kovaleva said.", [("quotation before", "person", "full name")]),
        ("Anna Kovaleva said: “We will stay here.”", [("quotation after", "person", "full name")]),
        (
            "“We will stay here,” said Anna Kovaleva. “It is our home,” she said.",
            [("quotation before", "person", "full name"), ("quotation before", "pronoun", "full name", "spoke last")],
        ),
        ("“We will stay here,” said a diplomat.", [("quotation before", "role", "no name")]),
        ("Anna Kovaleva and Petr Orlov said: “We will stay here.”", [("quotation after", "person", "full name", "several")]),
        ("ANNA KOVALEVA: We will all stay here for good.", [("turn", "person", "full name")]),
    ],
)
def test_evidence_says_what_told_the_speaker(text, evidence):
    assert [one.evidence for one in extract(HEAD + text).statements] == evidence


@pytest.mark.parametrize(
    ("speakers", "evidence"),
    [
        ([], ("turn", "nobody")),
        ([SpeakerFound("Orlov", None, 0, 5)], ("turn", "named elsewhere", "one name")),
        ([SpeakerFound("Petr Orlov", None, 0, 10), SpeakerFound(None, "mayor", 11, 16)], ("turn", "named elsewhere", "no name", "several")),
        ([SpeakerFound("Petr Orlov", None, None, None)], ("turn", "named elsewhere", "full name")),
        ([SpeakerFound("Petr Orlov", None, 31 + NEAR, 40 + NEAR)], ("turn", "named elsewhere", "full name", "mention far away")),
        ([SpeakerFound("Petr Orlov", None, 30 + NEAR, 40 + NEAR)], ("turn", "named elsewhere", "full name")),
    ],
)
def test_evidence_counts_how_much_of_a_name_there_is_and_how_far_it_stands(speakers, evidence):
    report = Report("direct", 20, 30, None, None, "turn")

    assert evidence_of(report, speakers, inherited=False, spoke_last=False) == evidence


def test_who_spoke_before_is_a_candidate_for_words_beside_which_nobody_stands():
    text = "“We will stay here,” said Anna Kovaleva.\n\nRain fell on the harbour.\n\n“Nobody told us about any of it at all.”"

    last = extract(HEAD + text).statements[-1]

    assert (last.speakers, [one.name for one in last.candidates]) == ((), ["Anna Kovaleva"])
    assert last.confidence < fitted().threshold


def test_a_speaker_that_is_given_is_sure_enough_and_no_candidate():
    statement = extract(HEAD + "“We will stay here,” Anna Kovaleva said.").statements[0]

    assert statement.confidence >= fitted().threshold
    assert (len(statement.speakers), statement.candidates) == (1, ())


def test_surer_evidence_is_surer():
    named = confidence_of(("quotation before", "person", "full name"))

    assert named > confidence_of(("quotation before", "role", "full name", "did not speak last"))
    assert named > confidence_of(("clause after", "other", "no name"))
    assert 0 < confidence_of(("nobody named", "spoke long before")) < fitted().threshold < named < 1


def test_evidence_that_the_fit_has_not_seen_has_no_weight():
    assert confidence_of(("quotation before", "what nobody has seen")) == confidence_of(("quotation before",))


def test_file_says_what_it_was_fitted_on():
    table = json.loads(files("archive.extraction.statements").joinpath("confidence.json").read_text("utf-8"))

    assert "fit_confidence.py" in table["fitted_on"]
    assert 0.5 <= table["threshold"] < 1
