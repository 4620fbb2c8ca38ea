"""What somebody denies, asks or supposes is never the same as what somebody says: in proposals, answers, links and counts."""

import pytest

from archive import linking, publication
from archive.enums import Answer, Likeness, RevisionClass, Stance
from archive.errors import Refused
from archive.identity import one_occasion
from archive.identity.merged_claims import merge_claims
from archive.linking.forces import LIKENING, possible_answers
from archive.linking.judgements import join, judge, undo
from archive.linking.recaptured import stand_ins
from archive.linking.side import Bearing, Sides
from archive.models import ClaimTally, OccasionSuggestion, Occurrence, Statement, Suggestion
from tests import factories as make
from tests.archive.linking.sides import everything, whole

pytestmark = pytest.mark.django_db
WORDS = "the dam programme at Orsel was in serious trouble before the winter"
CLAIM = "The dam programme at Orsel was in trouble."
NEGATIVE = "The dam programme at Orsel was not in trouble."
OPEN = ["asked", "supposed"]


def said(force: str = "asserted", words: str = WORDS, said_on: str = "2024-06-24", **fields) -> Statement:
    return make.make_accepted_statement(words=words, said_on=said_on, force=force, **fields)


def stances(*statements: Statement) -> list[list[tuple]]:
    return [list(one.occurrences.values_list("stance", "likeness")) for one in statements]


# Proposals


@pytest.mark.parametrize(
    ("later", "earlier", "label", "reason"),
    [
        ("asserted", "asserted", "same", "the same words"),
        ("denied", "denied", "same", "the same words"),
        ("denied", "asserted", "denies", "the later speaker denies it, the earlier says it"),
        ("asserted", "denied", "denies", "the later speaker says it, the earlier denies it"),
        ("asked", "asserted", "asked", "the later speaker asks it, the earlier says it"),
        ("asserted", "asked", "asked", "the later speaker says it, the earlier asks it"),
        ("asked", "asked", "asked", "both speakers ask it"),
        ("supposed", "asserted", "supposed", "the later speaker supposes it, the earlier says it"),
        ("denied", "supposed", "supposed", "the later speaker denies it, the earlier supposes it"),
    ],
)
def test_pair_is_proposed_as_what_the_two_do(later, earlier, label, reason):
    said(earlier, said_on="2023-05-17")

    linking.suggest([said(later)])

    (row,) = Suggestion.objects.all()
    assert (row.label, row.reasons[0]) == (label, reason)


def test_denial_beside_negative_words_is_left_open():
    """She denied that it was in trouble; he said that it was not."""
    said(words="the dam programme at Orsel was not in serious trouble before the winter", said_on="2023-05-17")

    linking.suggest([said("denied", "denied that the dam programme at Orsel was in serious trouble before the winter")])

    (row,) = Suggestion.objects.all()
    assert row.label == "possible"
    assert row.reasons[0].endswith("in negative words: they may agree")


def test_proposals_of_words_that_are_held_otherwise_now_are_made_anew():
    chief, earlier = make.the_chief(), said(said_on="2023-05-17")
    later = make.make_public_statement(words=WORDS, said_on="2024-06-24")
    linking.suggest([later])
    assert Suggestion.objects.get().label == "same"

    publication.correct(later, by=chief, changes={"force": "denied"}, revision_class=RevisionClass.CORRECTION, reason="She denied it.")

    assert not Suggestion.objects.exists()
    linking.suggest([earlier])
    assert Suggestion.objects.get().label == "denies"


# Answers on pairs


@pytest.mark.parametrize("answer", LIKENING)
@pytest.mark.parametrize(
    ("later", "earlier"), [("denied", "asserted"), ("asserted", "denied"), ("asked", "asserted"), ("denied", "supposed")]
)
def test_likening_what_is_held_otherwise_is_refused(answer, later, earlier, by):
    one, two = said(later), said(earlier)
    before = everything()

    with pytest.raises(Refused, match=r"The first speaker .* it and the other .* it\. Answer “.*”; or correct first how it is said"):
        judge(Sides(whole(one), whole(two)), answer, by=by, claim=CLAIM)

    assert everything() == before


@pytest.mark.parametrize(("later", "earlier"), [("denied", "asserted"), ("asserted", "denied")])
def test_denial_and_what_it_denies_stand_to_the_claim_as_they_are(later, earlier, by):
    one, two = said(later), said(earlier)

    judge(Sides(whole(one), whole(two)), Answer.DENIES, by=by, claim=CLAIM)

    found = dict(Occurrence.objects.values_list("statement__force", "stance"))
    assert found == {"denied": "denies", "asserted": "asserts"}


def test_words_that_say_what_a_linked_denial_denies_say_the_claim(by):
    denial, plain = said("denied"), said()
    claim = make.make_occurrence(denial, CLAIM, by=by, stance=Stance.DENIES).claim

    judge(Sides(whole(plain), whole(denial)), Answer.DENIES, by=by)

    assert plain.occurrences.get(claim=claim).stance == "asserts"


def test_denial_says_a_claim_in_negative_words_that_the_other_denies(by):
    denial, plain = said("denied"), said()

    judge(Sides(whole(plain), whole(denial)), Answer.DENIES, by=by, claim=NEGATIVE)

    assert stances(denial, plain) == [[("asserts", "paraphrase")], [("denies", "paraphrase")]]


@pytest.mark.parametrize(("claim", "stance"), [(CLAIM, "denies"), (NEGATIVE, "asserts")])
def test_two_denials_are_the_same(claim, stance, by):
    one, two = said("denied"), said("denied")

    judge(Sides(whole(one), whole(two)), Answer.SAME, by=by, claim=claim)

    assert [rows[0][0] for rows in stances(one, two)] == [stance, stance]


@pytest.mark.parametrize("force", OPEN)
@pytest.mark.parametrize("answer", [Answer.SAME, Answer.DENIES])
def test_two_questions_make_no_claim(force, answer, by):
    one, two = said(force), said(force)
    before = everything()

    with pytest.raises(Refused, match="Answer “same topic only”; or correct first"):
        judge(Sides(whole(one), whole(two)), answer, by=by, claim=CLAIM)

    assert everything() == before


@pytest.mark.parametrize("force", [*OPEN, "denied"])
def test_whatever_is_held_may_relay_or_be_of_one_topic(force, by):
    one, two = said(force), said()

    judge(Sides(whole(one), whole(two)), Answer.RELAYS, by=by, claim=CLAIM)
    judge(Sides(whole(said(force)), whole(two)), Answer.TOPIC, by=by)

    assert stances(one, two) == [[("relays", "paraphrase")], [("asserts", "paraphrase")]]


@pytest.mark.parametrize(
    ("later", "earlier", "possible"),
    [
        ("asserted", "asserted", "same variant narrower wider denies relays topic different undecided"),
        ("denied", "denied", "same variant narrower wider denies relays topic different undecided"),
        ("denied", "asserted", "denies relays topic different undecided"),
        ("asserted", "denied", "denies relays topic different undecided"),
        ("asked", "asserted", "relays topic different undecided"),
        ("supposed", "denied", "relays topic different undecided"),
        ("asserted", "supposed", "topic different undecided"),
        ("asked", "asked", "topic different undecided"),
    ],
)
def test_answers_that_can_hold(later, earlier, possible):
    assert possible_answers(later, earlier) == tuple(possible.split())


# Words and a claim


@pytest.mark.parametrize(
    ("force", "stance", "claim", "sentence"),
    [
        ("asserted", "asserts", CLAIM, None),
        ("asserted", "denies", CLAIM, None),
        ("denied", "asserts", CLAIM, "Its speaker denies this"),
        ("denied", "denies", CLAIM, None),
        ("denied", "asserts", NEGATIVE, None),
        ("denied", "asserts", "Плотина в Орселе не была в беде.", None),
        ("denied", "relays", CLAIM, None),
        ("asked", "asserts", CLAIM, "only asks or supposes this"),
        ("asked", "denies", CLAIM, "only asks or supposes this"),
        ("asked", "relays", CLAIM, None),
        ("supposed", "asserts", NEGATIVE, "only asks or supposes this"),
        ("supposed", "relays", CLAIM, None),
    ],
)
def test_words_carry_a_claim_as_they_are_held(force, stance, claim, sentence, by):
    side, bearing = whole(said(force)), Bearing(Stance(stance), Likeness.PARAPHRASE)
    row = make.make_claim(claim)

    if sentence:
        with pytest.raises(Refused, match=sentence):
            join(side, row, by=by, bearing=bearing)
        assert not Occurrence.objects.exists()
    else:
        assert join(side, row, by=by, bearing=bearing).stance == stance


def test_link_of_a_denial_is_not_corrected_into_a_saying(by):
    denial = make.make_public_statement(words=WORDS, force="denied")
    link = make.make_occurrence(denial, CLAIM, stance=Stance.DENIES)
    publication.publish(link, by=make.the_chief())

    with pytest.raises(Refused, match="Its speaker denies this"):
        publication.correct(link, by=make.the_chief(), changes={"stance": "asserts"}, revision_class=RevisionClass.CORRECTION, reason="So.")


def test_neither_question_nor_denial_counts_as_a_saying():
    claim = make.make_claim(CLAIM)
    for force, stance in (("asserted", "asserts"), ("denied", "denies"), ("asked", "relays"), ("supposed", "relays")):
        statement = said(force)
        make.make_occurrence(statement, claim, stance=Stance(stance))
        publication.publish(statement, by=make.the_chief())

    tally = ClaimTally.objects.get(claim=claim)
    assert (tally.sayings, tally.reports, tally.denials) == (1, 1, 1)


# What changes later


def corrected(statement: Statement, force: str) -> Statement:
    given = {"changes": {"force": force}, "revision_class": RevisionClass.CORRECTION, "reason": "Read again."}
    return publication.correct(statement, by=make.the_chief(), **given)


@pytest.mark.parametrize("force", ["denied", *OPEN])
def test_force_is_not_changed_under_a_link_that_would_not_fit(force):
    statement = make.make_public_statement(words=WORDS, claims=[CLAIM])

    with pytest.raises(Refused, match=f"It is linked to “{CLAIM}”.*undo that link or correct it"):
        corrected(statement, force)

    statement.refresh_from_db()
    assert statement.force == "asserted"


def test_force_is_changed_once_its_link_was_put_right():
    statement = make.make_public_statement(words=WORDS, claims=[CLAIM])
    link = statement.occurrences.get()
    publication.correct(link, by=make.the_chief(), changes={"stance": "denies"}, revision_class=RevisionClass.CORRECTION, reason="Denied.")

    assert corrected(statement, "denied").force == "denied"
    assert statement.occurrences.get().stance == "denies"


def test_force_is_not_changed_while_an_answer_likens_the_words_to_others(by):
    one, two = make.make_public_statement(words=WORDS), said()
    answer = judge(Sides(whole(one), whole(two)), Answer.SAME, by=by, claim=NEGATIVE)

    with pytest.raises(Refused, match="answered “same claim” on these words and others that are said otherwise"):
        corrected(one, "denied")

    undo(answer, by=by)
    assert corrected(one, "denied").force == "denied"


def test_words_of_a_claim_stay_negative_while_a_denial_says_it():
    denial = make.make_public_statement(words=WORDS, force="denied", claims=[NEGATIVE])
    claim = denial.occurrences.get().claim

    with pytest.raises(Refused, match="Its speaker denies this"):
        publication.correct(claim, by=make.the_chief(), changes={"text": CLAIM}, revision_class=RevisionClass.CORRECTION, reason="Shorter.")


def test_claim_that_a_denial_says_is_not_merged_into_the_contrary():
    chief = make.make_user("editor", "reviewer", "publisher")
    denial, plain = said("denied"), said()
    gone, keep = make.make_occurrence(denial, NEGATIVE).claim, make.make_occurrence(plain, CLAIM).claim

    with pytest.raises(Refused, match="Its speaker denies this"):
        merge_claims(keep, gone, by=chief, reason="One claim.")

    assert denial.occurrences.get().claim == gone


# Reports and captures


@pytest.mark.parametrize(("force", "asked"), [("asserted", 1), ("denied", 0), ("asked", 0)])
def test_what_is_held_otherwise_is_no_report_of_the_same_words(force, asked):
    speaker = make.make_speaker()
    said(said_on="2024-06-24", speakers=[speaker])

    linking.suggest([said(force, said_on="2024-06-24", speakers=[speaker])])

    assert OccasionSuggestion.objects.count() == asked


def test_reports_that_are_held_otherwise_now_are_not_answered_as_one(by):
    speaker = make.make_speaker()
    one, two = (said(said_on="2024-06-24", speakers=[speaker]) for _ in range(2))
    linking.suggest([one])
    pair = OccasionSuggestion.objects.get()
    Statement.objects.filter(pk=two.pk).update(force="denied")

    with pytest.raises(Refused, match="not reports of one saying"):
        one_occasion.answer(pair, "one", by=by, occasion="Press conference")


@pytest.mark.parametrize(("force", "stands_in"), [("asserted", True), ("denied", False)])
def test_words_of_another_capture_stand_in_where_they_are_held_alike(force, stands_in):
    article = make.make_article()
    first = make.make_document(f"A. {WORDS}", article=article)
    again = make.make_document(f"A. B. {WORDS}", article=article, supersedes=first)
    one = make.make_accepted_statement(first, WORDS)
    two = make.make_accepted_statement(again, WORDS, force=force)

    assert (two.pk in {pk for pk, _ in stand_ins([one.pk]).get(one.pk, [])}) == stands_in
