"""A merge of claims that is taken back by a split leaves what was there before: links, memory of judgements, addresses, trails, counts."""

import random
from datetime import UTC, datetime
from importlib import import_module

import pytest
from django.apps import apps

from archive import publication
from archive.enums import Answer, Likeness
from archive.identity.merged_claims import merge_claims
from archive.identity.moves import links_of
from archive.identity.split_claims import Part, moves_apart, split_claim
from archive.identity.undone_merges import merge_of
from archive.linking.judgements import join, undo
from archive.linking.side import Bearing, Side
from archive.models import Claim, ClaimTally, Judgement, Occurrence, Redirect, Statement
from tests import factories as make
from timeline.lists.occurrences import Occurrences
from timeline.lists.paging import OLDEST_FIRST, page_of
from timeline.record.trails import trail

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 2, 9, tzinfo=UTC)
REASON = "Two wordings of one claim."
COLUMNS = ("pk", "claim", "statement", "start", "end", "stance", "likeness", "status", "said_sort", "judgement", "judged_by", "judged_at")


def dealt(rng: random.Random) -> list[Claim]:
    """Three claims over a few statements, their links in all states; the third may have been merged into one of the others before."""
    claims = [make.make_claim() for _ in range(3)]
    kinds = [make.make_public_statement, make.make_public_statement, make.make_accepted_statement]
    statements = [kind(words="The toll stays. Never mind.", said_on=f"202{n}-05-17") for n, kind in enumerate(kinds)]
    for claim in claims:
        for statement in statements:
            for length in (len(statement.text), len("The toll stays.")):
                if rng.random() < 0.5:
                    linked(rng, claim, statement, length)
        for _ in range(rng.randint(0, 2)):
            judged(rng, rng.choice(statements), claim, claims[:2])
    if rng.random() < 0.7:
        merge_claims(rng.choice(claims[:2]), claims[2], by=make.the_chief(), reason=REASON, at=AT)
    return claims


def linked(rng: random.Random, claim: Claim, statement: Statement, length: int) -> None:
    side = Side(statement, statement.start, statement.start + length)
    link = join(side, claim, by=make.the_chief(), bearing=Bearing(likeness=rng.choice([Likeness.PARAPHRASE, Likeness.VARIANT])))
    if statement.is_public and rng.random() < 0.7:
        publication.publish(link, by=make.the_chief())
        if rng.random() < 0.3:
            publication.withdraw(link, by=make.the_chief(), revision_class="retraction", reason="Misread.")


def judged(rng: random.Random, statement: Statement, claim: Claim, others: list[Claim]) -> None:
    by = make.the_chief()
    row = Judgement.objects.create(statement=statement, start=0, end=3, claim=claim, answer=Answer.DIFFERENT, judged_by=by, judged_at=AT)
    row.about.set({claim, *rng.sample(others, rng.randint(0, 2))})


def standing_state() -> dict[str, object]:
    claims = Claim.objects.order_by("pk")
    return {
        "links": list(Occurrence.objects.order_by("pk").values_list(*COLUMNS)),
        "memory": sorted(Judgement.about.through.objects.values_list("judgement", "claim")),
        "claims": list(claims.values_list("pk", "slug", "text", "merged_into")),
        "addresses": sorted(Redirect.objects.values_list("old_path", "new_path")),
        "counts": list(ClaimTally.objects.order_by("claim").values_list()),
        "trails": {claim.slug: shown(claim) for claim in claims},
    }


def shown(claim: Claim) -> list[tuple]:
    page = page_of(Occurrences(claim.pk), OLDEST_FIRST, cursor="", size=50)
    return [(step.lead.number, step.tag, [one.number for one in step.reports]) for step in trail(page, Occurrences(claim.pk)).steps]


def taken_back(keep: Claim, gone: Claim) -> Claim:
    moved = links_of(keep).filter(pk__in=merge_of(gone).detail["occurrences"])
    seen = moves_apart(keep, Part(moved, gone.text)).seen
    return split_claim(keep, Part(moved, gone.text), by=make.the_chief(), reason="They differ after all.", seen=seen)


@pytest.mark.parametrize("seed", range(8))
def test_merge_taken_back_leaves_what_was_before(seed):
    keep, gone, _ = dealt(random.Random(seed))
    before = standing_state()

    merge_claims(keep, gone, by=make.the_chief(), reason=REASON)
    again = taken_back(keep, gone)

    assert again == gone
    assert standing_state() == before


def test_merge_is_taken_back_from_the_claim_that_the_one_which_stayed_became():
    keep, gone, last = (make.make_claim() for _ in range(3))
    for claim in (keep, gone, last):
        judged(random.Random(1), make.make_public_statement(claims=[claim]), claim, [])
    before = {"links": standing_state()["links"], "memory": standing_state()["memory"]}

    merge_claims(keep, gone, by=make.the_chief(), reason=REASON)
    merge_claims(last, keep, by=make.the_chief(), reason=REASON)
    taken_back(last, gone)
    taken_back(last, keep)

    after = standing_state()
    own = {(judgement, claim) for judgement, claim in after["memory"] if claim != keep.pk}
    assert after["links"] == before["links"]
    assert own == {(judgement, claim) for judgement, claim in before["memory"] if claim != keep.pk}
    assert set(before["memory"]) <= set(after["memory"])


def test_what_was_judged_about_both_while_they_were_one_counts_against_both():
    keep, gone = make.make_claim(), make.make_claim()
    statement = make.make_public_statement(claims=[keep])
    make.make_public_statement(claims=[gone])
    merge_claims(keep, gone, by=make.the_chief(), reason=REASON)
    judged(random.Random(1), statement, keep, [])

    taken_back(keep, gone)

    assert set(Judgement.objects.get(answer=Answer.DIFFERENT).about.all()) == {keep, gone}


def test_merge_is_taken_back_from_a_claim_whose_address_was_renewed_since():
    keep, gone = make.make_claim("It was 52.4 percent.", slug="it-was-524-percent"), make.make_claim()
    statement = make.make_public_statement(claims=[keep])
    make.make_public_statement(claims=[gone])
    merge_claims(keep, gone, by=make.the_chief(), reason=REASON)
    judged(random.Random(1), statement, keep, [])
    import_module("archive.migrations.0029_addresses_keep_their_numbers").keep_numbers(apps, None)

    taken_back(Claim.objects.get(pk=keep.pk), gone)

    assert set(Judgement.objects.get(answer=Answer.DIFFERENT).about.all()) == {keep, gone}


def twins() -> tuple[Claim, Claim, Occurrence, Occurrence]:
    """Two claims, merged, that the same words carried."""
    keep, gone = make.make_claim(), make.make_claim()
    statement = make.make_public_statement(claims=[keep])
    ended = make.make_occurrence(statement, gone)
    merge_claims(keep, gone, by=make.the_chief(), reason=REASON)
    return keep, gone, statement.occurrences.get(claim=keep), ended


def test_link_does_not_come_back_when_its_words_were_withdrawn_since():
    keep, gone, twin, ended = twins()
    publication.withdraw(twin, by=make.the_chief(), revision_class="retraction", reason="Misread.")

    taken_back(keep, gone)

    ended.refresh_from_db()
    assert not ended.stands


def test_link_does_not_come_back_when_its_judgement_was_undone_since():
    keep, gone, _, ended = twins()
    undo(ended.judgement, by=make.the_chief())

    taken_back(keep, gone)

    ended.refresh_from_db()
    assert not ended.stands
