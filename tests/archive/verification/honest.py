"""Histories in which people do at random what they may: none of them may be accused."""

from random import Random
from typing import Any

from archive import linking, publication, review
from archive.acts import record
from archive.capture import capture
from archive.capture.provenance import Provenance
from archive.drafting import draft
from archive.enums import Answer, Verb
from archive.identity.merged_speakers import separate_speakers
from archive.linking.side import Side, Sides
from archive.log import checkpoints
from archive.models import (
    ChangeProposal,
    Claim,
    Document,
    Event,
    Judgement,
    Occasion,
    Outlet,
    Speaker,
    Statement,
)
from archive.publication.redacting import redact, target_of
from archive.removal import remove
from archive.review import cutting, taking_back
from tests import factories as make
from tests.archive.entries import acts
from tests.archive.entries.acts import ONCE, SENTENCES, Archive, one_of
from tests.archive.publication.redacting.bench import superuser

WHY = "It was misread."
REGISTERED = [("wikidata", f"Q{number}") for number in range(100, 140)]


def begun(chance: Random) -> Archive:
    """With what its first rows would have, had they come through the doors: captured, named in full, a claim merged, a checkpoint."""
    archive = Archive()
    for document in Document.objects.order_by("pk"):
        record(Verb.CAPTURED, document, by=archive.chief, at=document.captured_at)
    archive.fill(chance)
    for doing in (name_in_full, check_facts, propose, acts.merge_two_speakers, acts.merge_two_claims, judge_two, sign):
        archive.does(doing, chance)
    return archive


def act(archive: Archive, chance: Random) -> str:
    """One of all that people do, or nothing where it is refused; returns its name."""
    doing = chance.choice(ALL)
    try:
        is_done = archive.does(doing, chance)
    except (ValueError, LookupError):  # there are no such words
        is_done = False
    return f"{doing.__name__}{'' if is_done else ', refused'}"


def capture_and_draft(archive: Archive, chance: Random) -> None:
    text = f"Anna Orr, mayor of Dorna, said on {chance.randrange(1, 28)} May 2021: “{chance.choice(SENTENCES)}” It rained."
    document = capture(text.encode(), Provenance(outlet=one_of(chance, Outlet.objects)), by=archive.chief)
    draft(document, by=archive.chief)


def draft_by_hand(archive: Archive, chance: Random) -> None:
    document = one_of(chance, Document.objects)
    start = document.text.index(chance.choice(SENTENCES), chance.choice([0, len(ONCE)]))
    review.enter(document, (start, start + 20), {"said_on": "2021"}, by=archive.chief, confirmed=archive.confirmed)


def accept_one(archive: Archive, chance: Random) -> None:
    review.accept(one_of(chance, Statement.objects.filter(status="draft")), by=archive.chief, confirmed=archive.confirmed)


def reject_one(archive: Archive, chance: Random) -> None:
    review.reject(one_of(chance, Statement.objects.filter(status="draft")), by=archive.chief)


def return_one(archive: Archive, chance: Random) -> None:
    review.return_to_draft(one_of(chance, Statement.objects.filter(status="accepted")), by=archive.chief, reason=WHY)


def reopen_one(archive: Archive, chance: Random) -> None:
    review.reopen(one_of(chance, Statement.objects.filter(status="rejected")), by=archive.chief)


def change_one(archive: Archive, chance: Random) -> None:
    row = one_of(chance, Statement.objects.filter(status__in=["draft", "accepted"]))
    changes: dict[str, Any] = chance.choice([{"said_on": "2022"}, {"locator": "p. 7"}, {"speakers": acts.speakers(archive, chance)}])
    review.change(row, changes, by=archive.chief, confirmed=archive.confirmed)


def cut_one(archive: Archive, chance: Random) -> None:
    row = one_of(chance, Statement.objects.filter(status__in=["draft", "accepted"]))
    cutting.split(row, row.start + row.text.index(" "), by=archive.chief, confirmed=archive.confirmed)


def take_an_act_back(archive: Archive, chance: Random) -> None:
    known = taking_back.last_acts(archive.chief, 10)
    taking_back.take_back(chance.choice(known) if known else Event(), by=archive.chief)


def judge_two(archive: Archive, chance: Random) -> None:
    one, other = (one_of(chance, Statement.objects.accepted()) for _ in range(2))
    sides = Sides(Side(one, one.start, one.end), Side(other, other.start, other.end))
    linking.judge(sides, chance.choice(list(Answer)), by=archive.chief, claim=acts.standing_claim(chance))


def undo_an_answer(archive: Archive, chance: Random) -> None:
    linking.undo(one_of(chance, Judgement.objects.standing()), by=archive.chief)


def tell_two_speakers_apart(archive: Archive, chance: Random) -> None:
    separate_speakers(one_of(chance, Speaker.objects.exclude(merged_into=None)), by=archive.chief, reason=WHY)


def name_in_full(archive: Archive, chance: Random) -> None:
    speaker, number = one_of(chance, Speaker.objects.public()), chance.choice(REGISTERED)
    changes: dict[str, Any] = {
        "aliases": [f"A. Orr {chance.randrange(99)}"], "roles": [("Mayor of Dorna", "2019", "2021")], "identifiers": [number],
        "affiliations": [("party", "Greens", "2018", "")],
    }  # fmt: skip
    chosen = changes if chance.random() < 0.5 else {name: changes[name] for name in chance.sample(sorted(changes), 1)}
    archive.correct(speaker, chosen)


def check_facts(archive: Archive, chance: Random) -> None:
    claim = one_of(chance, Claim.objects.public())
    checks = [("Checkers", f"https://checks.example/{chance.randrange(9)}", "Half true", "en", "2021")]
    archive.correct(claim, {"fact_checks": checks})


def propose(archive: Archive, chance: Random) -> None:
    document = one_of(chance, Document.objects.public())
    publication.propose(document, by=make.make_user("editor"), changes={"title": f"Toll {chance.randrange(99)}"}, reason=WHY)


def answer_a_proposal(archive: Archive, chance: Random) -> None:
    proposal = one_of(chance, ChangeProposal.objects.open())
    if chance.random() < 0.5:
        publication.take(proposal, by=archive.chief, confirmed=archive.confirmed)
    else:
        publication.decline(proposal, by=archive.chief, reason=WHY)


def remove_something(archive: Archive, chance: Random) -> None:
    model = chance.choice([Document, Speaker, Claim, Occasion, Outlet])
    remove(one_of(chance, model.objects), by=archive.chief, reason=WHY)


def publish_together(archive: Archive, chance: Random) -> None:
    rows = list(Statement.objects.filter(status="accepted").order_by("pk")[:5])
    publication.publish_all(rows, by=archive.chief, confirmed=archive.confirmed)


def sign(archive: Archive, chance: Random) -> None:
    """And keeps beside the key what was signed, as the end of a transaction would: here all is taken back."""
    checkpoints._keep_beside_the_key(checkpoints.make(), anew=False)


def take_out_by_law(archive: Archive, chance: Random) -> None:
    """Of a document of any state, and once its history told of the words."""
    document = one_of(chance, Document.objects)
    start = document.text.index(chance.choice(SENTENCES))
    record(Verb.EDITED, document, by=archive.chief, words=document.text[start : start + 30])
    redact(target_of(document, (start, start + 30)), by=superuser(), reason=WHY)


OF_THE_DESK: list[Any] = [
    draft_by_hand, accept_one, accept_one, reject_one, return_one, reopen_one, change_one, change_one, cut_one, take_an_act_back,
    take_an_act_back, judge_two, judge_two, undo_an_answer, tell_two_speakers_apart, name_in_full, check_facts, propose, answer_a_proposal,
    remove_something, publish_together, sign, take_out_by_law,
]  # fmt: skip
ALL: list[Any] = [*OF_THE_DESK, *(one for one, weight in acts.ACTS for _ in range(weight)), capture_and_draft]
