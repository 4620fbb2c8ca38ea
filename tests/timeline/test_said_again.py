"""What a public statement is tagged with beside a claim: first recorded, said again so many days later, denied."""

import pytest

from archive import publication
from archive.enums import Likeness, Stance
from archive.models import Claim, Statement
from tests.factories import (
    make_claim,
    make_document,
    make_occasion,
    make_occurrence,
    make_public_statement,
    make_speaker,
    make_withdrawn_statement,
    the_chief,
)
from timeline import chronology
from timeline.lists.named import ClaimName
from timeline.said_again import Tag

pytestmark = pytest.mark.django_db


def shown(**filters) -> list[chronology.Entry]:
    return chronology.entries(Statement.objects.public().filter(**filters).values_list("pk", flat=True))


def test_first_and_later_sayings_are_tagged():
    claim = make_claim("The toll stays.")
    first = make_public_statement(said_on="2023-05-17", claims=[claim])
    again = make_public_statement(said_on="2024-06-24", claims=[claim])

    tags = {entry.shown["id"]: entry.tags for entry in shown()}

    named = ClaimName(claim.slug, claim.text)
    assert tags == {
        first.public_id: (Tag("First recorded", "first", named),),
        again.public_id: (Tag("Said again", "again", named, "404 days later"),),
    }


def labels() -> list[tuple[str, str]]:
    return [(entry.tags[0].label, entry.tags[0].detail) for entry in shown()]


def test_the_first_is_not_called_so_where_an_undated_one_may_be_earlier():
    claim = make_claim()
    make_public_statement(said_on="2023-05-17", claims=[claim])
    make_public_statement(said_on="", claims=[claim])

    assert labels() == [("First recorded, of those dated", ""), ("Said, undated", "")]


@pytest.mark.parametrize(
    ("other", "label"),
    [
        ("2019-05-03", "First recorded, as far as the dates tell"),
        ("2019-11", "First recorded, as far as the dates tell"),
        ("2020-01-01", "First recorded"),
    ],
)
def test_the_first_is_not_called_so_where_a_coarse_date_leaves_it_open(other, label):
    claim = make_claim()
    make_public_statement(said_on="2019", claims=[claim])
    make_public_statement(said_on=other, claims=[claim])

    assert labels()[0] == (label, "")


def test_reports_of_the_first_saying_leave_nothing_open():
    claim, occasion = make_claim(), make_occasion()
    make_public_statement(said_on="2019", claims=[claim], occasion=occasion)
    make_public_statement(said_on="2019-05", claims=[claim], occasion=occasion)

    assert labels()[0] == ("First recorded", "")


def test_the_first_recorded_says_where_the_speaker_said_it_before():
    claim = make_claim()
    make_public_statement(
        make_document("“As I said in March, the toll stays,” she said."), "As I said in March, the toll stays", claims=[claim]
    )
    other = make_claim()
    make_public_statement(make_document("She reiterated that the toll stays."), "the toll stays", kind="indirect", claims=[other])

    assert sorted(labels()) == [
        ("First recorded here", "the report says it was said before: “reiterated”"),
        ("First recorded here", "the speaker says it was said before: “As I said”"),
    ]


def test_only_one_of_the_first_day_is_the_first():
    claim, occasion, speaker = make_claim(), make_occasion(), make_speaker()
    said = {"said_on": "2023-05-17", "claims": [claim]}
    make_public_statement(**said, occasion=occasion, speakers=[speaker])
    make_public_statement(**said, occasion=occasion, speakers=[speaker])
    make_public_statement(**said, occasion=occasion)
    make_public_statement(**said)

    assert labels() == [
        ("First recorded, as far as the dates tell", ""),
        ("Reported again", "of the same occasion"),
        ("Said again", "on the same occasion"),
        ("Also said", "the same day"),
    ]


def test_twice_in_one_article_is_not_reported_again():
    claim, speaker, occasion = make_claim(), make_speaker(), make_occasion()
    document = make_document("Toll stays. “The toll stays for ever,” she said.")
    said = {"speakers": [speaker], "occasion": occasion, "claims": [claim]}
    make_public_statement(document, "Toll stays.", **said)
    make_public_statement(document, "The toll stays for ever", **said)
    make_public_statement(**said)

    assert [label for label, _ in labels()] == ["First recorded", "Again in the same report", "Reported again"]


def test_translation_is_the_saying_of_its_original():
    claim, speaker = make_claim(), make_speaker()
    original = make_public_statement(said_on="2023-05-17", claims=[claim], speakers=[speaker], language="ru")
    make_public_statement(said_on="2023-05-17", claims=[claim], speakers=[speaker], translation_of=original)
    make_public_statement(said_on="2023-05-20", claims=[claim], speakers=[speaker])

    assert [entry.tags[0].label for entry in shown()] == ["First recorded", "Reported again", "Said again"]


def take_sides(claim: Claim, *sides: tuple[str, str, list], words: tuple[str, ...] = ()) -> None:
    """Each as (stance, day, speakers), in the given words."""
    for place, (stance, said_on, speakers) in enumerate(sides):
        said = words[place] if words else ""
        statement = make_public_statement(
            make_document(f"“{said}”, it was said.") if said else None, said, said_on=said_on, speakers=speakers
        )
        make_occurrence(statement, claim, stance=stance)
        publish_links(statement)


def test_who_says_the_contrary_of_what_he_said_last_is_marked():
    claim, speaker = make_claim("The toll stays."), make_speaker()
    theirs = [("asserts", 17), ("denies", 27), ("denies", 28), ("asserts", 29)]
    take_sides(claim, ("denies", "2023-05-20", [make_speaker()]), *((stance, f"2023-05-{day}", [speaker]) for stance, day in theirs))

    assert labels() == [
        ("First recorded", ""),
        ("Denied", "3 days later"),
        ("Denied", "7 days after a denial, said the opposite 10 days before"),
        ("Denied", "1 day after a denial"),
        ("Said again", "1 day after a denial, said the opposite 1 day before"),
    ]


def test_an_unnamed_source_is_not_known_to_have_said_the_opposite():
    take_sides(make_claim("The toll stays."), ("asserts", "2023-05-17", ["a source"]), ("denies", "2023-05-27", ["a source"]))

    assert labels()[1] == ("Denied", "10 days later")


@pytest.mark.parametrize("denied", ["2023-05", ""])
def test_what_may_have_come_before_is_no_opposite_of_what_was_said(denied):
    speaker = make_speaker()
    take_sides(make_claim("The toll stays."), ("asserts", "2023-05-17", [speaker]), ("denies", denied, [speaker]))

    assert all("opposite" not in detail for _, detail in labels())


@pytest.mark.parametrize(
    ("words", "is_opposite"),
    [
        (("The airport will open in 2020", "The airport will not open in 2020"), True),
        (("The airport will open in 2020", "The airport did not open in 2020"), False),
        (("Readings will come every day", "Last year they came on Mondays"), False),
        (("Readings come every day", "Readings came on Mondays"), True),
    ],
)
def test_word_that_a_promise_was_broken_is_a_denial(words, is_opposite):
    speaker = make_speaker()
    take_sides(make_claim("It is so."), ("asserts", "2019-05-17", [speaker]), ("denies", "2021-05-17", [speaker]), words=words)

    assert ("said the opposite" in labels()[1][1]) is is_opposite


@pytest.mark.parametrize(
    ("stance", "likeness", "label", "tone"),
    [
        (Stance.DENIES, Likeness.PARAPHRASE, "Denied", "denied"),
        (Stance.RELAYS, Likeness.PARAPHRASE, "Reports another’s words", "aside"),
        (Stance.ASSERTS, Likeness.VARIANT, "Says it otherwise", "aside"),
        (Stance.ASSERTS, Likeness.NARROWER, "Says less", "aside"),
        (Stance.ASSERTS, Likeness.WIDER, "Says more", "aside"),
    ],
)
def test_what_is_no_saying_has_its_own_tag(stance, likeness, label, tone):
    claim = make_claim("It stays.")
    make_public_statement(said_on="2023-05-17", claims=[claim])
    other = make_public_statement(said_on="2024-05-17")
    make_occurrence(other, claim, stance=stance, likeness=likeness)
    publish_links(other)

    assert shown(pk=other.pk)[0].tags == (Tag(label, tone, ClaimName(claim.slug, claim.text), "366 days later"),)


@pytest.mark.parametrize(
    ("stance", "likeness", "after"),
    [
        (Stance.DENIES, Likeness.PARAPHRASE, "after a denial"),
        (Stance.RELAYS, Likeness.PARAPHRASE, "after a report of another’s words"),
        (Stance.ASSERTS, Likeness.VARIANT, "after words that say it otherwise"),
        (Stance.ASSERTS, Likeness.NARROWER, "after words that say less"),
        (Stance.ASSERTS, Likeness.WIDER, "after words that say more"),
        (Stance.ASSERTS, Likeness.VERBATIM, "later"),
    ],
)
def test_the_gap_is_counted_from_whatever_was_on_record_before(stance, likeness, after):
    claim = make_claim("It stays.")
    make_public_statement(said_on="2023-05-01", claims=[claim])
    between = make_public_statement(said_on="2023-05-20")
    make_occurrence(between, claim, stance=stance, likeness=likeness)
    publish_links(between)
    make_public_statement(said_on="2023-05-27", claims=[claim])

    assert labels()[2] == ("Said again", f"7 days {after}")


@pytest.mark.parametrize(
    ("words", "what"), [("Turnout was 52.4 percent", "another figure"), ("Turnout in 2018 was 54.2 percent", "another date")]
)
def test_the_gap_since_a_variant_says_in_what_it_differs(words, what):
    claim = make_claim("Turnout in 2014 was 54.2 percent.")
    variant = make_public_statement(make_document(f"“{words}”, she said."), words, said_on="2023-05-20")
    make_occurrence(variant, claim, likeness=Likeness.VARIANT)
    publish_links(variant)
    make_public_statement(said_on="2023-06-20", claims=[claim])

    assert labels()[1] == ("First recorded", f"31 days after {what}")


@pytest.mark.parametrize(
    ("denied", "said", "detail"),
    [
        ("2023-05-17", "2023-05-17", "the same day as a denial"),
        ("2016-22", "2016-06-11", "within 81 days of a denial"),
        ("2023-05-17T10:00:00Z", "2023-05-17T18:00:00Z", "the same day, after a denial"),
        ("2023-05-17T18:00:00Z", "2023-05-17T10:00:00Z", "the same day as a denial"),
    ],
)
def test_no_order_is_told_of_what_the_dates_leave_open(denied, said, detail):
    claim = make_claim()
    take_sides(claim, ("denies", denied, [make_speaker()]))
    make_public_statement(said_on=said, claims=[claim])

    assert labels()[1][1] == detail


def test_it_is_said_again_where_one_of_the_sayings_before_it_surely_was():
    claim = make_claim()
    for said_on in ("2023-05-16", "2023-05-17", "2023-05-17"):
        make_public_statement(said_on=said_on, claims=[claim])

    assert labels() == [("First recorded", ""), ("Said again", "1 day later"), ("Said again", "the same day")]


@pytest.mark.parametrize(("first", "second"), [("publication", "event phrase"), ("event phrase", "publication")])
def test_days_from_or_to_a_day_of_publication_are_about(first, second):
    claim, speaker = make_claim(), make_speaker()
    for said_on, rule, stance in [("2019-06-08", first, "asserts"), ("2019-06-09", second, "denies")]:
        statement = make_public_statement(said_on=said_on, said_rule=rule, speakers=[speaker])
        make_occurrence(statement, claim, stance=stance)
        publish_links(statement)

    assert labels()[1] == ("Denied", "about 1 day later, said the opposite about 1 day before")


def test_days_from_an_occasion_of_the_day_of_publication_are_counted():
    claim = make_claim()
    occasion = make_occasion(held_on="2019-06-08")
    make_public_statement(said_on="2019-06-08", said_rule="publication", occasion=occasion, claims=[claim])
    make_public_statement(said_on="2019-06-09", claims=[claim])

    assert labels()[1] == ("Said again", "1 day later")


@pytest.mark.parametrize(
    ("stance", "named", "said_on", "tag"),
    [
        ("denies", "a source", "2023-05-17", ("Denied", "again in the same report")),
        ("asserts", "a source", "2023-05-17", ("First recorded", "the same day as a denial")),
        ("denies", "another source", "2023-05-17", ("Denied", "the same day as a denial")),
        ("denies", "a source", "2023-05-18", ("Denied", "1 day after a denial")),
    ],
)
def test_twice_in_one_report_without_an_occasion(stance, named, said_on, tag):
    claim, document = make_claim(), make_document("“It never opened,” a source said. “It stays shut,” the source said.")
    sides = [("It never opened", "denies", "a source", "2023-05-17"), ("It stays shut", stance, named, said_on)]
    for words, side, name, day in sides:
        statement = make_public_statement(document, words, said_on=day, speakers=[name])
        make_occurrence(statement, claim, stance=side)
        publish_links(statement)

    assert labels() == [("Denied", ""), tag]


def test_the_same_said_twice_in_one_report_is_first_recorded_once():
    claim, document = make_claim(), make_document("“It opened,” a source said. “It is open,” the source said.")
    for words in ("It opened", "It is open"):
        make_public_statement(document, words, said_on="2023-05-17", speakers=["a source"], claims=[claim])

    assert labels() == [("First recorded", ""), ("Again in the same report", "")]


def test_an_answer_on_the_same_occasion_is_not_days_later():
    claim, occasion = make_claim(), make_occasion()
    make_public_statement(said_on="2023-05-01", claims=[claim])
    make_public_statement(said_on="2023-05-17", claims=[claim], occasion=occasion)
    denial = make_public_statement(said_on="2023-05-17", occasion=occasion)
    make_occurrence(denial, claim, stance=Stance.DENIES)
    publish_links(denial)

    assert labels()[1:] == [("Said again", "16 days later"), ("Denied", "on the same occasion")]


def publish_links(statement: Statement) -> None:
    for link in statement.occurrences.filter(status="judged"):
        publication.publish(link, by=the_chief())


def test_a_withdrawn_saying_is_not_the_first():
    claim = make_claim()
    make_withdrawn_statement(said_on="2020-05-17", claims=[claim])
    make_public_statement(said_on="2023-05-17", claims=[claim])

    assert shown()[0].tags == (Tag("First recorded", "first", ClaimName(claim.slug, claim.text)),)
