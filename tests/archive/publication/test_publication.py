"""No act that comes near what is public changes it, unless a publisher does it: each is tried as each other role.

Drafting is not among them: the words of a draft are cut out of the excerpts around public ones on purpose (`timeline/record/excerpts.py`).
"""

from collections.abc import Callable
from contextlib import suppress

import pytest

from archive import linking, publication, removal, review
from archive.capture import capture
from archive.capture.provenance import Provenance
from archive.enums import CopyAnswer, NoticeAnswer, OccasionAnswer, RevisionClass
from archive.errors import Refused
from archive.identity import Part, copying, merge_claims, merge_speakers, one_occasion, split_claim
from archive.identity.names import name_speaker, take_speaker
from archive.linking.side import Side
from archive.models import CopySuggestion, Document, OccasionSuggestion, Revision, Statement, User
from tests import factories as make
from tests.archive.publication.seen import LOOKED, OTHERS_IN_TURN, THIEF, changed, seen, signed_in
from tests.timeline.pages import Record

pytestmark = pytest.mark.django_db
Try = Callable[[User], object]  # what it needs is made before


def whole(statement: Statement) -> Side:
    return Side(statement, statement.start, statement.end)


def take_as_proposed(record: Record) -> Try:
    attribution = make.make_statement(speakers=[THIEF.title()]).attributions.get()
    return lambda by: take_speaker(attribution, record.speaker, by=by)


def name_a_public_source(record: Record) -> Try:
    attribution = make.make_public_statement(speakers=[THIEF.title()]).attributions.get()
    return lambda by: name_speaker(attribution, by=by)


def an_occasion_of_both(record: Record) -> OccasionSuggestion:
    return OccasionSuggestion.objects.create(
        statement=make.make_accepted_statement(), other=record.statement, likeness=1.0, method="m", version="1"
    )


def answer_one_occasion(record: Record) -> Try:
    pair, other = an_occasion_of_both(record), make.make_occasion(THIEF)
    return lambda by: one_occasion.answer(pair, OccasionAnswer.ONE, by=by, occasion=other, reason="One occasion.")


def carry_out_one_occasion(record: Record) -> Try:
    pair = an_occasion_of_both(record)
    one_occasion.answer(pair, OccasionAnswer.ONE, by=make.make_user("editor"), occasion=make.make_occasion(THIEF))
    return lambda by: one_occasion.carry_out(pair, by=by, reason="One occasion.")


def mark_as_copy(record: Record) -> Try:
    pair = CopySuggestion.objects.create(document=record.document, other=make.make_document(), likeness=0.9)
    return lambda by: copying.answer(pair, CopyAnswer.COPY, by=by)


def mark_as_correction(record: Record) -> Try:
    other = Document.objects.public().exclude(pk=record.document.pk).first()
    asked = make.make_notice_suggestion(document=record.document, other=other)
    return lambda by: publication.answer(asked, NoticeAnswer.YES, by=by, note=THIEF)


def capture_the_page_anew(record: Record) -> Try:
    words = f"{THIEF}. Nothing of what stood here before stands here now."
    return lambda by: capture(words.encode(), Provenance(outlet=record.outlet, url=record.document.article.url), by=by)


def capture_a_page_that_claims_the_address(record: Record) -> Try:
    head = f'<title>{THIEF}</title><link rel="canonical" href="{record.document.article.url}">'
    words = "Nothing of what stood here before stands here now, and it is a page of its own."
    raw = f"<html><head>{head}</head><body><article><p>{words}</p></article></body></html>".encode()
    return lambda by: capture(raw, Provenance(form="html"), by=by)


def withdraw(record: Record) -> Try:
    return lambda by: publication.withdraw(record.statement, by=by, revision_class=RevisionClass.RETRACTION, reason="Retracted.")


def publish_a_link(record: Record) -> Try:
    link = make.make_occurrence(record.statement, make.make_claim(THIEF))
    return lambda by: publication.publish(link, by=by)


def take_a_proposal(record: Record) -> Try:
    proposal = make.make_change_proposal(record.document, title=THIEF)
    return lambda by: publication.take(proposal, by=by)


def give_the_words_to_another(record: Record) -> Try:
    thief = make.make_speaker(THIEF)
    return lambda by: publication.reattribute(record.statement, record.speaker, thief, by=by, reason="One person.", at=LOOKED)


def merge_the_speaker(record: Record) -> Try:
    thief = make.make_speaker(THIEF)
    return lambda by: merge_speakers(thief, record.speaker, by=by, reason="One person.")


def merge_the_claim(record: Record) -> Try:
    claim = make.make_claim(f"{THIEF} says so.")
    return lambda by: merge_claims(claim, record.claim, by=by, reason="One claim.")


def split_the_claim(record: Record) -> Try:
    part = Part(list(record.claim.occurrences.public()[:1]), f"{THIEF} says more.")
    return lambda by: split_claim(record.claim, part, by=by, reason="Two claims.")


def join_and_undo(record: Record) -> Try:
    claim, judgement = make.make_claim(f"{THIEF} says less."), record.statement.occurrences.public().get().judgement

    def act(by: User) -> None:
        linking.join(whole(record.statement), claim, by=by)
        linking.undo(judgement, by=by)

    return act


ACTS: list[Callable[[Record], Try]] = [
    take_as_proposed, name_a_public_source, answer_one_occasion, carry_out_one_occasion, mark_as_copy, mark_as_correction,
    capture_the_page_anew, capture_a_page_that_claims_the_address, withdraw, publish_a_link, take_a_proposal, give_the_words_to_another,
    merge_the_speaker, merge_the_claim, split_the_claim, join_and_undo,
    lambda record: lambda by: publication.take_link_back(record.statement.occurrences.public().first(), by=by, reason="Wrong."),
    lambda record: lambda by: removal.remove(record.speaker, by=by, reason="Wrong."),
    lambda record: lambda by: review.name_occasion(record.statement, by=by),
    lambda record: lambda by: review.accept(record.statement, by=by),
    lambda record: lambda by: review.reject(record.statement, by=by),
    lambda record: lambda by: review.return_to_draft(record.statement, by=by, reason="Too long."),
    lambda record: lambda by: publication.renew_names(record.speaker, by=by, reason="Another spelling."),
    lambda record: lambda by: publication.publish(record.withdrawn, by=by, reason="It stood."),
]  # fmt: skip


@pytest.mark.parametrize("role", OTHERS_IN_TURN)
def test_no_other_act_of_theirs_changes_what_the_public_sees(record, role):
    _client, by = signed_in(role)
    tries = [act(record) for act in ACTS]
    before, revisions = seen(record), Revision.objects.count()

    for one in tries:
        with suppress(Refused):
            one(by)

    assert Revision.objects.count() == revisions
    assert changed(record, before) == []
