"""Each figure counts what its list shows, on every page and in the JSON."""

import pytest
from django.db.models import F

from archive import edtf, publication
from archive.enums import CountedAs, Likeness, Stance, TallyScope
from archive.models import Claim, ClaimTally, Occurrence, Tally
from tests.factories import (
    make_accepted_statement,
    make_article,
    make_claim,
    make_claim_said,
    make_document,
    make_notice,
    make_occasion,
    make_occurrence,
    make_outlet,
    make_public_statement,
    make_speaker,
    the_chief,
)
from tests.timeline import counted_lists
from tests.timeline.counted_lists import faults
from tests.timeline.pages import make_record
from timeline.lists.occurrences import Occurrences
from timeline.record.counting import Counts, Told, counted_as, counted_before, told_of

pytestmark = pytest.mark.django_db
WAYS = [
    (Stance.ASSERTS, Likeness.VERBATIM), (Stance.ASSERTS, Likeness.VARIANT), (Stance.ASSERTS, Likeness.NARROWER),
    (Stance.ASSERTS, Likeness.WIDER), (Stance.DENIES, Likeness.PARAPHRASE), (Stance.DENIES, Likeness.VARIANT),
    (Stance.RELAYS, Likeness.PARAPHRASE),
]  # fmt: skip


def say(claim: Claim, stance: Stance = Stance.ASSERTS, likeness: Likeness = Likeness.PARAPHRASE, **fields) -> Occurrence:
    statement = make_accepted_statement(**fields)
    link = make_occurrence(statement, claim, stance=stance, likeness=likeness)
    publication.publish(statement, by=the_chief())
    return link


def make_awkward(claim: Claim) -> None:
    """A debate where two say it, one occasion reported in every way, two captures of an article, a translation, what has no date or no
    named speaker, and more reports than a page holds."""
    anna, boris, outlet = make_speaker("Anna Hill"), make_speaker("Boris Marsh"), make_outlet("Radio 10.2")
    debate, briefing = make_occasion("Debate"), make_occasion("Briefing")
    for speaker in (anna, boris):
        say(claim, speakers=[speaker], occasion=debate, said_on="2019-03-21")
        say(claim, Stance.DENIES, speakers=[speaker], occasion=debate, said_on="2019-03-21")
    for stance, likeness in WAYS:
        say(claim, stance, likeness, speakers=[anna], occasion=briefing, said_on="2020-05")
    article = make_article(outlet)
    for text in ("It stays, she said.", "It stays, she said again."):
        say(claim, document=make_document(text, article=article), words="It stays", speakers=[anna, boris], said_on="2021")
    original = say(claim, speakers=[anna], said_on="2022-01-02").statement
    say(claim, speakers=[anna], said_on="2022-01-02", translation_of=original)
    say(claim, speakers=[anna], said_on="")
    for stance in (Stance.ASSERTS, Stance.DENIES):
        make_notice(say(claim, stance, speakers=[anna], occasion=briefing, said_on="2020-05").statement.document, "retraction")
    say(claim, speakers=["a source"], said_on="2018/2020")
    for turn in range(52):
        say(
            claim,
            speakers=[boris],
            occasion=make_occasion() if turn % 7 else debate,
            said_on="2019-03-21",
            document=make_document(outlet=outlet),
        )


def test_every_figure_is_the_length_of_its_list(client):
    make_record()
    make_claim_said(3)
    make_claim_said(1, "Nobody repeats it.")
    make_awkward(make_claim("It stays at 54.2 percent."))
    say(make_claim("Nobody ever said it."), Stance.DENIES)

    assert faults(client) == []


@pytest.mark.full
def test_figure_of_a_claim_that_is_wrong_is_found(client):
    claim, columns, found = make_claim_said(2), [*CountedAs, "reports", "speakers", "outlets"], {}
    for stance, likeness in WAYS:
        say(claim, stance, likeness)
    make_notice(say(claim).statement.document, "retraction")

    for column in columns:
        ClaimTally.objects.update(**{column: F(column) + 1})
        found[column] = [bool(faults(client, [check])) for check in (counted_lists.trails, counted_lists.claims_as_json)]
        ClaimTally.objects.update(**{column: F(column) - 1})

    assert [column for column in columns if found[column] != [True, True]] == []


@pytest.mark.parametrize(
    ("scope", "check"),
    [
        ("archive", counted_lists.home), ("archive", counted_lists.chronology), ("year", counted_lists.chronology),
        ("month", counted_lists.chronology), ("claim", counted_lists.chronology), ("speaker", counted_lists.speakers),
        ("outlet", counted_lists.outlets),
    ],
)  # fmt: skip
def test_count_of_statements_that_is_wrong_is_found(client, scope, check):
    make_claim_said(2)
    Tally.objects.filter(scope=scope).update(statements=F("statements") + 1)

    assert faults(client, [check]) != []


def test_figures_in_words_lead_to_their_lists():
    claim = make_claim("It stays.")
    make_awkward(claim)
    claim = Claim.objects.get()

    trail = "/claims/it-stays/?counted="
    assert told_of(claim) == [
        Told("said on 51 occasions", f"{trail}sayings#trail"),
        Told("in 60 articles", f"{trail}sayings#trail"),
        Told("by 2 named speakers", "/speakers/?claim=it-stays&counted=sayings"),
        Told("in 8 outlets", "/outlets/?claim=it-stays&counted=sayings"),
        Told("and in 1 retracted report", f"{trail}retracted#trail"),
        *(Told(words, f"{trail}{figure.value}#trail") for words, figure in [
            ("said with another figure, date, place or name on 1 occasion", CountedAs.VARIANTS),
            ("less of it said on 1 occasion", CountedAs.NARROWER),
            ("more than it said on 1 occasion", CountedAs.WIDER),
            ("denied on 2 occasions", CountedAs.DENIALS),
            ("reported as another’s words on 1 occasion", CountedAs.RELAYS),
        ]),
    ]  # fmt: skip


def test_claim_that_nobody_says_by_name_or_at_all():
    unnamed, denied = make_claim("It stays."), make_claim("It goes.")
    say(unnamed, speakers=["a source"])
    say(denied, Stance.DENIES)

    assert [one.words for one in told_of(Claim.objects.get(pk=unnamed.pk))] == [
        "said on 1 occasion", "in 1 article", "by no named speaker", "in 1 outlet",
    ]  # fmt: skip
    assert [one.words for one in told_of(Claim.objects.get(pk=denied.pk))] == ["denied on 1 occasion"]


def test_first_report_of_an_occasion_counts_in_each_list_that_holds_it():
    claim, debate, boris = make_claim(), make_occasion(), make_speaker()
    first, second = say(claim, occasion=debate), say(claim, occasion=debate, speakers=[boris])
    rows, last = Occurrences(claim.pk), (edtf.UNDATED_SORT, second.pk)

    assert counted_before(rows, last, {debate.pk}) == {Counts(CountedAs.SAYINGS, debate.pk)}
    assert counted_before(rows, (first.said_sort, first.pk), {debate.pk}) == set()
    assert counted_before(rows.under(TallyScope.SPEAKER, boris.pk), (second.said_sort, second.pk), {debate.pk}) == set()


def test_a_saying_without_an_occasion_counts_at_its_original():
    claim = make_claim()
    original = say(claim).statement
    again = say(claim, translation_of=original)

    counted = counted_before(Occurrences(claim.pk), (edtf.UNDATED_SORT, 0), {-original.pk})

    assert counted == {Counts(CountedAs.SAYINGS, -again.statement.translation_of_id)}


def test_what_was_retracted_counts_apart_or_not_at_all():
    claim, debate = make_claim(), make_occasion()
    for stance in (Stance.ASSERTS, Stance.DENIES):
        make_notice(say(claim, stance, occasion=debate).statement.document, "retraction")

    counted = counted_before(Occurrences(claim.pk), (edtf.UNDATED_SORT, 0), {debate.pk})

    assert counted == {Counts(CountedAs.RETRACTED, debate.pk), Counts(None, debate.pk)}


def test_more_voices_on_one_occasion_are_shown_and_not_counted(client):
    claim, debate = make_claim("It stays."), make_occasion()
    for name in ("Anna Hill", "Boris Marsh"):
        say(claim, occasion=debate, speakers=[make_speaker(name)])

    page = client.get("/claims/it-stays/?counted=sayings").content.decode()

    assert page.count('<li class="entry') == 2
    assert page.count("On an occasion that is counted already.") == 1


def test_filters_of_a_trail_that_are_wrong_or_empty_it_are_told(client):
    make_public_statement(claims=["It stays."])

    assert "Nothing public has the address" in client.get("/claims/it-stays/?speaker=nobody").content.decode()
    assert "Without it there is" in client.get("/claims/it-stays/?counted=denials").content.decode()


@pytest.mark.parametrize("stance", Stance)
@pytest.mark.parametrize("likeness", Likeness)
@pytest.mark.parametrize("is_retracted", [False, True])
def test_link_counts_where_a_query_counts_it(stance, likeness, is_retracted):
    link = make_occurrence(make_accepted_statement(), stance=stance, likeness=likeness)
    if is_retracted:
        make_notice(link.statement.document, "retraction")

    found = counted_as(stance, likeness, is_retracted=is_retracted)
    figures = [found] if found else []
    assert [one.figure for one in Occurrence.objects.counted()] == figures
    assert [name for name in CountedAs if Occurrence.objects.counted_as(name).exists()] == figures
    assert Occurrence.objects.sayings().exists() == link.is_saying
