"""`evaluate_links`: what the engine makes of the archive's own judgements."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from archive import matching
from archive.figures import linking_quality
from archive.linking import measuring, passages
from archive.linking.waiting import threshold
from archive.models import Judgement, Suggestion
from tests import factories as make

pytestmark = pytest.mark.django_db

EARLIER = "The bridge over the Veyra will create forty thousand jobs in the harbour towns of the north."
LATER = "Forty thousand jobs in the harbour towns of the north will be created by the bridge over the Veyra."
OTHER = "Fishing quotas for cod were agreed with both neighbours after a week of night sittings."


def printed(*arguments):
    out = io.StringIO()
    call_command("evaluate_links", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def statements():
    made = [
        make.make_statement(make.make_document(text), text, status="accepted", said_on=f"202{year}-05-17", language="en")
        for year, text in enumerate([EARLIER, OTHER, LATER])
    ]
    for one in made:
        passages.index(one)
    return made


def judge(one, other, answer, times=1):
    now, chief = timezone.now(), make.the_chief()
    Judgement.objects.bulk_create(
        Judgement(
            statement=one, start=one.start, end=one.end, other=other, other_start=other.start, other_end=other.end,
            answer=answer, judged_by=chief, judged_at=now,
        )
        for _ in range(times)
    )  # fmt: skip


@pytest.fixture
def answered(statements, monkeypatch):
    """The engine finds the repeat of three judged pairs, and one that is not."""
    monkeypatch.setattr(linking_quality, "FEWEST", 1)
    earlier, other, later = statements
    judge(later, earlier, "same", times=3)
    judge(later, other, "different", times=2)
    for one in (earlier, later):
        make.make_occurrence(one, "The bridge creates jobs.")
    Judgement.objects.filter(other=None).update(answer="same")
    return statements


def test_archive_with_too_few_judgements_is_told_what_is_missing(statements):
    judge(statements[2], statements[0], "same")

    told = printed()

    assert "Judged pairs: 1, of them 1 the same claim. That is too few to measure by: 20 are needed" in told
    assert "said before in another document: 0. That is too few to measure lists by" in told


def test_measures_of_pairs_and_lists(answered):
    told = json.loads(printed("--json"))

    assert told["pairs"] == 5
    assert {one["name"]: one["counts"] for one in told["decisions"]} == {
        "precision": {"right": 3, "of": 3}, "recall": {"right": 3, "of": 3}, "F1": {"right": 3, "given": 3, "wanted": 3},
    }  # fmt: skip
    assert told["by_answer"] == {"same": {"same": 3}, "different": {"none": 2}}
    assert [(row["given"], row["right"]) for row in told["at"] if row["threshold"] == told["called_same"]] == [(3, 3)]
    assert [(one["name"], one["value"]) for one in told["retrieval"]] == [("MAP@5", 1.0), ("MRR", 1.0), ("P@1", 1.0), ("S@10", 1.0)]


def test_text_shows_thresholds_with_the_present_one_marked(answered):
    told = printed()

    assert "precision  1.000  [0.439 1.000]  3 of 3" in told
    assert " (now)" in told
    assert "same           3: 3 same" in told


def test_pairs_in_two_languages_and_undecided_ones_are_left_out(answered):
    earlier, other, later = answered
    judge(later, other, "undecided")
    type(earlier).objects.filter(pk=earlier.pk).update(language="en-GB")
    type(other).objects.filter(pk=other.pk).update(language="ru")

    told = json.loads(printed("--json"))

    assert told["pairs"] == 3
    assert told["told"] == ["Judged pairs in two languages: 2. They are left out: the machine links nothing across languages."]


def test_sample_reads_the_newest_alone(answered):
    told = json.loads(printed("--json", "--sample", "2"))

    assert (told["pairs"], told["by_answer"]) == (2, {"different": {"none": 2}})
    with pytest.raises(CommandError, match="--sample is a number"):
        printed("--sample", "-1")


def test_judged_pairs_cost_a_fixed_number_of_queries(answered, django_assert_num_queries):
    keys, _ = measuring.judged(None)

    for some in (keys[:1], keys):
        with django_assert_num_queries(4):
            list(measuring.pairs_of(some))


def test_engine_is_named(answered):
    engine = f"words and meaning {matching.ENGINE_VERSION}"

    assert json.loads(printed("--json"))["engine"] == engine
    assert f"Engine: {engine}\n" in printed()


def test_what_the_threshold_costs_is_told(answered):
    earlier, other, later = answered
    pairs = [(later, earlier, "open"), (later, other, "below"), (other, earlier, "refused")]
    for one, two, status in pairs:
        found = {"score": 0.1, "label": "possible", "band": "possible", "method": "test", "version": "1", "rank": 1}
        Suggestion.objects.create(passage=one.passages.get(), other=two.passages.get(), status=status, **found)

    told = json.loads(printed("--json"))
    text = printed()

    assert (told["threshold"], told["asked"], told["saved"]) == (threshold.engines_own(), 1, 2)
    assert {one["name"]: one["counts"] for one in told["above"] if one["value"] is not None} == {"same": {"right": 3, "of": 3}}
    assert "Questions that wait: 1. Questions saved: 2." in text
