"""Publishing and withdrawing: what each leaves behind, and what each refuses without changing anything."""

from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from archive import linking, publication
from archive.doubts.statements import doubts_of
from archive.enums import Answer, RevisionClass, Stance
from archive.errors import NeedsConfirmation, Refused
from archive.models import (
    ArchiveState,
    Claim,
    ClaimTally,
    Document,
    Event,
    Judgement,
    Occurrence,
    Passage,
    Revision,
    SearchEntry,
    Statement,
    Suggestion,
    Term,
)
from tests import factories as make
from tests.archive.publication.kept import AT, events, everything, revisions, tally

pytestmark = pytest.mark.django_db
LATER = datetime(2024, 8, 2, 9, tzinfo=UTC)
TYPO = {"revision_class": RevisionClass.TYPO, "reason": "A letter was missing."}
GONE = {"revision_class": RevisionClass.RETRACTION, "reason": "The agency retracted it."}


def test_publishing_leaves_revision_event_counts_and_search(by):
    statement = make.make_accepted_statement(words="The bridge will be opened.")
    claim = make.make_occurrence(statement, "The bridge will be opened.").claim
    number = ArchiveState.current_revision()

    returned = publication.publish(statement, by=by, at=AT)

    kept = Statement.objects.public().get()
    assert returned == kept
    assert (kept.version, kept.recorded_at, kept.published_by, kept.lock_version) == (1, AT, by, statement.lock_version + 1)
    assert revisions(kept) == [(1, "publication", "", [], by, AT)]
    assert events(kept)[-1] == ("published", "accepted", "public", "", by, AT)
    assert ArchiveState.current_revision() == number + 1
    assert list(Statement.objects.matching("bridge")) == [kept]
    speaker = kept.attributions.get().speaker
    assert tally() == {
        ("archive", ""): 1, ("kind", "direct"): 1, ("year", "2023"): 1, ("month", "2023-05"): 1, ("speaker", str(speaker.pk)): 1,
        ("outlet", str(kept.document.outlet.pk)): 1, ("claim", str(claim.pk)): 1, ("force", "asserted"): 1,
        ("speaker-outlet", f"{speaker.pk}-{kept.document.outlet.pk}"): 1, ("speaker-claim", f"{speaker.pk}-{claim.pk}"): 1,
        ("outlet-claim", f"{kept.document.outlet.pk}-{claim.pk}"): 1,
    }  # fmt: skip
    assert ClaimTally.objects.values().get() == {
        "claim_id": claim.pk, "sayings": 1, "reports": 1, "variants": 0, "narrower": 0, "wider": 0, "denials": 0, "relays": 0,
        "speakers": 1, "outlets": 1, "retracted": 0,
        "first_said": "2023-05-17", "first_sort": kept.said_sort, "last_said": "2023-05-17", "last_sort": kept.said_sort,
        "first_is_reported": False, "last_is_reported": False, "longest_silence_days": None, "silence_from": "", "silence_until": "",
        "silence_from_is_reported": False, "silence_until_is_reported": False, "silence_from_figure": "", "silence_until_figure": "",
    }  # fmt: skip


def three_accepted() -> list[Statement]:
    """Two of one document and claim, the other elsewhere; one of them was withdrawn before."""
    document = make.make_document(f"{make.WORDS} “Trains will run in May,” he said.")
    statements = [make.make_accepted_statement(document, words) for words in (make.WORDS, "Trains will run in May,")]
    statements.append(make.make_accepted_statement(occasion=make.make_occasion()))
    for one in statements[1:]:
        make.make_occurrence(one)
    return statements


def left_behind(statements: list[Statement]) -> dict:
    """What publication leaves, without the numbers of rows and of the archive's revision."""
    rows = [
        [statement, statement.document, statement.document.outlet, *statement.document.outlet.articles.all()] for statement in statements
    ]
    return {
        "rows": [(one.version, one.status, one.recorded_at, one.lock_version, one.confirmed) for one in map(fresh, statements)],
        "events": [events(one)[-1:] for one in statements],
        "revisions": [[(*revisions(row), Revision.objects.of(row).last().sha256) for row in beside] for beside in rows],
        "links": sorted(Occurrence.objects.values_list("statement", "status", "said_sort", "lock_version")),
        "counts": (tally(), ClaimTally.objects.values().get()),
        "found": sorted(Statement.objects.matching("trains").values_list("pk", flat=True)),
    }


def fresh(statement: Statement) -> Statement:
    return Statement.objects.get(pk=statement.pk)


def test_many_go_public_together_as_each_alone(by):
    statements, moments = three_accepted(), [AT, AT, LATER]

    with transaction.atomic():
        for statement, at in zip(statements, moments, strict=True):
            publication.publish(statement, by=by, at=at)
        alone = left_behind(statements)
        transaction.set_rollback(True)
    number = ArchiveState.current_revision()

    returned = publication.publish_all(statements, by=by, moments=moments)

    assert returned == statements
    assert left_behind(statements) == alone
    assert ArchiveState.current_revision() == number + 1


def test_many_go_public_all_or_none(by):
    statements = three_accepted()
    Statement.objects.filter(pk=statements[1].pk).update(said_words="", kind="indirect")  # not as it was accepted
    before = everything()

    with pytest.raises(Refused, match="changed after it was accepted"):
        publication.publish_all(statements, by=by)

    assert everything() == before


def test_what_speaks_against_one_of_many_has_to_be_confirmed(by):
    statements = three_accepted()
    make.make_notice(statements[2].document)

    with pytest.raises(NeedsConfirmation) as doubtful:
        publication.publish_all(statements, by=by, moments=[LATER] * 3)
    publication.publish_all(statements, by=by, confirmed=[one.seen for one in doubtful.value.doubts])

    assert [len(fresh(one).confirmed) for one in statements] == [0, 0, 1]


def test_any_number_takes_as_many_queries_to_publish(by, django_assert_max_num_queries):
    document = make.make_document(" ".join(f"The bridge number {number} will be opened." for number in range(9)))
    statements = [make.make_accepted_statement(document, f"The bridge number {number} will be opened.") for number in range(9)]
    with CaptureQueriesContext(connection) as two:
        publication.publish_all(statements[:2], by=by)

    with django_assert_max_num_queries(len(two)):
        publication.publish_all(statements[2:], by=by)


def test_publishing_gives_a_first_revision_to_all_that_becomes_public(by):
    statement = make.make_accepted_statement(occasion=make.make_occasion())
    claim = make.make_occurrence(statement).claim

    publication.publish(statement, by=by, at=AT)
    publication.publish(make.make_accepted_statement(statement.document, "minister"), by=by, at=LATER)

    document = statement.document
    made = [document, document.article, document.outlet, statement.occasion, statement.attributions.get().speaker, claim]
    assert [revisions(row) for row in made] == [[(1, "publication", "", [], by, AT)]] * 6
    assert all(row.is_public for row in made)


def test_publishing_without_a_date_needs_somebody_who_looked(by):
    statement = make.make_accepted_statement(said_on="")

    publication.publish(statement, by=by)

    assert ("year", "undated") in tally()


def without_outlet():
    return make.make_accepted_statement(make.make_document(outlet=None))


INCOMPLETE = {
    "no outlet": (without_outlet, "no outlet"),
    "no date": (lambda: make.make_accepted_statement(said_on="", undated=False), "no date"),
    "no speaker": (lambda: make.make_accepted_statement(speakers=[]), "Nobody says it yet"),
    "a draft": (make.make_statement, "only what is accepted or withdrawn"),
    "rejected": (make.make_rejected_statement, "only what is accepted or withdrawn"),
    "public already": (make.make_public_statement, "only what is accepted or withdrawn"),
    "withdrawn, without a reason": (make.make_withdrawn_statement, "Give a reason"),
}


@pytest.mark.parametrize("case", INCOMPLETE)
def test_publishing_is_refused(case, by):
    make_it, sentence = INCOMPLETE[case]
    statement = make_it()
    before = everything()

    with pytest.raises(Refused, match=sentence):
        publication.publish(statement, by=by)

    assert everything() == before


def test_withdrawn_statement_is_published_again_as_a_new_revision_with_a_reason(public, by):
    publication.withdraw(public, by=by, at=LATER, **GONE)

    publication.publish(public, by=by, at=LATER, reason=" It stood after all. ")

    public.refresh_from_db()
    assert (public.status, public.version, public.recorded_at, public.withdrawn_at, public.withdrawn_reason) == ("public", 3, AT, None, "")
    assert [row[1:3] for row in revisions(public)] == [
        ("publication", ""), ("retraction", "The agency retracted it."), ("reinstatement", "It stood after all."),
    ]  # fmt: skip
    assert public.occurrences.get().is_public
    assert Claim.objects.public().exists()
    assert public.passages.exists()
    assert Statement.objects.matching("bridge").exists()


CHANGED_UNSEEN = {
    "document": (lambda one: one.document, "title", "Another title"),
    "outlet": (lambda one: one.document.outlet, "name", "Telexa North"),
    "speaker": (lambda one: one.attributions.get().speaker, "description", "A minister"),
    "claim": (lambda one: one.occurrences.get().claim, "text", "The bridge will be closed."),
}


@pytest.mark.parametrize("case", CHANGED_UNSEEN)
def test_what_was_changed_while_it_was_withdrawn_comes_back_with_a_revision(case, public, by, client):
    choose, name, value = CHANGED_UNSEEN[case]
    row = choose(public)
    publication.withdraw(public, by=by, **GONE)
    setattr(row, name, value)
    row.save()

    publication.publish(public, by=by, at=LATER, reason="It stood after all.")

    assert revisions(row)[1:] == [(2, "reinstatement", "It stood after all.", [name], by, LATER)]
    assert Revision.objects.of(row).last().content[name] == value
    log = client.get("/corrections/").content.decode()
    assert log.count("It stood after all.") == 2
    everything_else = [choose(public) for other, (choose, *_) in CHANGED_UNSEEN.items() if other != case]
    assert [len(revisions(one)) for one in everything_else] == [1, 1, 1]


def test_notice_of_what_was_withdrawn_is_kept_when_it_comes_back(public, by):
    publication.withdraw(public, by=by, **GONE)
    notice = make.make_document(outlet=public.document.outlet, published="2024-07-20")
    publication.relate(notice, publication.Notice("retraction", public.document), by=make.make_user("editor"))

    publication.publish(public, by=by, reason="It stood after all.", confirmed=[one.seen for one in doubts_of(public, LATER.date())])

    assert [row[1:4] for row in revisions(public.document)[1:]] == [("reinstatement", "It stood after all.", ["notices"])]


def test_new_statement_of_a_document_that_was_public_before_says_what_was_changed_unseen(public, by):
    publication.withdraw(public, by=by, **GONE)
    public.document.title = "Another title"
    public.document.save()

    publication.publish(make.make_accepted_statement(public.document, "day", said_on="2024"), by=by)

    assert [row[1:4] for row in revisions(public.document)[1:]] == [
        ("reinstatement", "It was changed while nothing of it was public.", ["title"]),
    ]  # fmt: skip


# A link by itself


def test_link_of_a_public_statement_is_published_alone(public, by):
    wanted, waiting = make.make_occurrence(public, "Trains will run."), make.make_occurrence(public, "Spring is early.")

    publication.publish(wanted, by=by, at=LATER)

    public.refresh_from_db()
    assert [Occurrence.objects.get(pk=one.pk).status for one in (wanted, waiting)] == ["public", "judged"]
    assert public.version == 2
    assert revisions(public)[-1] == (2, "addition", "", [], by, LATER)
    assert revisions(wanted.claim) == [(1, "publication", "", [], by, LATER)]
    assert [one["claim"] for one in Revision.objects.of(public).last().content["occurrences"]] == [
        "the-bridge-will-be-opened", "trains-will-run",
    ]  # fmt: skip
    assert ClaimTally.objects.filter(claim=wanted.claim).exists()
    assert not ClaimTally.objects.filter(claim=waiting.claim).exists()


def test_link_of_an_accepted_statement_is_refused(by):
    occurrence = make.make_occurrence(make.make_accepted_statement())
    before = everything()

    with pytest.raises(Refused, match="Publish the statement"):
        publication.publish(occurrence, by=by)

    assert everything() == before


def test_link_that_is_public_already_is_refused(public, by):
    before = everything()

    with pytest.raises(Refused, match="only what is answered, not yet public can be published"):
        publication.publish(public.occurrences.get(), by=by)

    assert everything() == before


# Withdrawing


def test_withdrawing_leaves_a_tombstone_without_the_words(public, by):
    claim, number = public.occurrences.get().claim, ArchiveState.current_revision()

    publication.withdraw(public, by=by, at=LATER, **GONE)

    public.refresh_from_db()
    kept = (public.status, public.withdrawn_at, public.withdrawn_class, public.withdrawn_reason, public.version)
    assert kept == ("withdrawn", LATER, "retraction", "The agency retracted it.", 2)
    assert revisions(public)[-1] == (2, "retraction", "The agency retracted it.", [], by, LATER)
    assert events(public)[-1] == ("withdrawn", "public", "withdrawn", "The agency retracted it.", by, LATER)
    assert Revision.objects.of(public).last().content == {
        "type": "statement", "id": public.public_id, "status": "withdrawn", "class": "retraction", "reason": "The agency retracted it.",
    }  # fmt: skip
    assert tally() == {}
    assert not ClaimTally.objects.exists()
    assert not SearchEntry.objects.exists()
    assert not claim.is_public
    assert public.occurrences.get().status == "judged"
    assert ArchiveState.current_revision() == number + 1


def test_withdrawn_words_leave_the_linking_index(public, by):
    publication.withdraw(public, by=by, **GONE)

    assert not Passage.objects.exists()
    assert set(Term.objects.values_list("passages", flat=True)) == {0}


def test_withdrawing_a_link_leaves_the_statement(public, by):
    occurrence = public.occurrences.get()

    publication.withdraw(occurrence, by=by, at=LATER, **GONE)

    public.refresh_from_db()
    occurrence.refresh_from_db()
    assert (public.status, public.version, occurrence.status) == ("public", 2, "withdrawn")
    assert revisions(public)[-1] == (2, "correction", "The agency retracted it.", [], by, LATER)
    assert not ClaimTally.objects.exists()
    assert Revision.objects.of(public).last().content["occurrences"] == []


def test_withdrawn_link_stays_withdrawn_when_its_statement_goes_and_comes(public, by):
    occurrence = public.occurrences.get()
    publication.withdraw(occurrence, by=by, **GONE)

    publication.withdraw(public, by=by, **GONE)
    publication.publish(public, by=by, reason="It stood after all.")

    occurrence.refresh_from_db()
    assert occurrence.status == "withdrawn"


def test_withdrawn_link_can_be_judged_and_published_anew(public, by):
    occurrence = public.occurrences.get()
    publication.withdraw(occurrence, by=by, **GONE)

    again = make.make_occurrence(public, occurrence.claim, stance=Stance.DENIES)
    publication.publish(again, by=by)

    assert Occurrence.objects.get() == again == occurrence
    assert (again.stance, Occurrence.objects.get().status) == ("denies", "public")
    assert ClaimTally.objects.values_list("sayings", "denials").get() == (0, 1)


@pytest.mark.parametrize(
    ("maker", "revision_class", "reason", "sentence"),
    [
        (make.make_accepted_statement, "retraction", "x", "only what is public"),
        (make.make_withdrawn_statement, "retraction", "x", "only what is public"),
        (make.make_public_statement, "retraction", " ", "Give a reason"),
        (make.make_public_statement, "typo", "x", "retraction or a legal removal"),
        (lambda: make.make_occurrence(make.make_accepted_statement()), "retraction", "x", "only what is public"),
    ],
)
def test_withdrawing_is_refused(maker, revision_class, reason, sentence, by):
    row = maker()
    before = everything()

    with pytest.raises(Refused, match=sentence):
        publication.withdraw(row, by=by, revision_class=revision_class, reason=reason)

    assert everything() == before


def test_public_link_cannot_be_undone_but_its_judgement_can_once_it_is_withdrawn(public, by):
    occurrence, editor = public.occurrences.get(), make.make_user("editor")
    with pytest.raises(Refused, match="A publisher takes that link back"):
        linking.undo(occurrence.judgement, by=editor)
    publication.withdraw(occurrence, by=by, **GONE)

    linking.undo(occurrence.judgement, by=editor)

    assert Occurrence.objects.get().status == "withdrawn"


# A link taken back

WRONG = "These words say something else."


@pytest.fixture
def pair() -> tuple[Statement, Statement]:
    """An earlier and a later statement of the same words, proposed and judged the same."""
    words = "The northern bridge over the river Veyra will be opened to freight trains."
    earlier, later = (
        make.make_accepted_statement(make.make_document(f"{place}: {words}"), words, said_on=day)
        for place, day in (("First", "2015-05-17"), ("Second", "2019-05-17"))
    )
    linking.suggest([later])
    linking.judge_suggestion(Suggestion.objects.get(), Answer.SAME, by=make.the_chief(), claim=words)
    return earlier, later


def test_public_link_is_taken_back_by_a_publisher_alone_with_one_act(pair):
    publisher = make.make_user("publisher")
    earlier, later = (publication.publish(one, by=publisher, at=AT) for one in pair)
    occurrence, judgement = later.occurrences.get(), Judgement.objects.get()
    counted = ClaimTally.objects.get().sayings

    returned = publication.take_link_back(occurrence, by=publisher, reason=WRONG, at=LATER)

    judgement.refresh_from_db()
    assert (returned.status, Occurrence.objects.get(pk=occurrence.pk).status) == ("withdrawn", "withdrawn")
    assert (judgement.undone_by, judgement.undone_at) == (publisher, LATER)
    assert revisions(later)[-1] == (2, "correction", WRONG, [], publisher, LATER)
    assert events(later)[-1] == ("withdrawn", "public", "public", WRONG, publisher, LATER)
    assert events(judgement)[-1] == ("undone", "same", "", WRONG, publisher, LATER)
    assert (counted, ClaimTally.objects.get().sayings) == (2, 1)
    assert Suggestion.objects.get().status == "open"
    assert earlier.occurrences.get().status == "public"
    assert len(revisions(earlier)) == 1


def test_link_of_the_same_answer_that_only_waited_goes_too(pair, by):
    earlier, later = pair
    publication.publish(later, by=by, at=AT)

    publication.take_link_back(later.occurrences.get(), by=by, reason=WRONG)

    assert not earlier.occurrences.exists()


def test_what_was_taken_back_may_be_judged_anew(pair, by):
    later = publication.publish(pair[1], by=by, at=AT)
    publication.take_link_back(later.occurrences.get(), by=by, reason=WRONG)

    judgement = linking.judge_suggestion(Suggestion.objects.get(), Answer.DIFFERENT, by=make.the_chief())

    assert list(Judgement.objects.standing()) == [judgement]
    assert Suggestion.objects.get().status == "judged"


def test_second_link_of_an_answer_that_was_undone_is_taken_back_too(pair, by):
    for one in [publication.publish(one, by=by, at=AT) for one in pair]:
        publication.take_link_back(one.occurrences.get(), by=by, reason=WRONG)

    assert {one.status for one in Occurrence.objects.all()} == {"withdrawn"}
    assert not ClaimTally.objects.exists()


@pytest.mark.parametrize(("reason", "told"), [("  ", "Give a reason"), (WRONG, "only what is public")])
def test_taking_back_needs_a_reason_and_a_public_link(pair, by, reason, told):
    occurrence, before = pair[1].occurrences.get(), everything()

    with pytest.raises(Refused, match=told):
        publication.take_link_back(occurrence, by=by, reason=reason)

    assert everything() == before


# As it was accepted


@pytest.mark.parametrize("columns", [{"kind": "mixed"}, {"force": "denied"}, {"said_on": "2019", "said_earliest": "2019-01-01"}])
def test_what_was_changed_after_acceptance_is_not_published(by, columns):
    statement = make.make_accepted_statement()
    Statement.objects.filter(pk=statement.pk).update(**columns)
    before = everything()

    with pytest.raises(Refused, match="changed after it was accepted"):
        publication.publish(statement, by=by, at=AT)

    assert everything() == before


def test_speaker_changed_after_acceptance_is_not_published(by):
    statement = make.make_accepted_statement()
    statement.attributions.update(name="Another")

    with pytest.raises(Refused, match="changed after it was accepted"):
        publication.publish(statement, by=by, at=AT)


def test_doubt_that_came_after_acceptance_is_confirmed_by_who_publishes(by):
    statement = make.make_accepted_statement(said_on="2023-05-17")
    Document.objects.filter(pk=statement.document.pk).update(published="2023-05-16")

    with pytest.raises(NeedsConfirmation, match="after the document was published") as asked:
        publication.publish(statement, by=by, at=AT)
    publication.publish(statement, by=by, at=AT, confirmed=[one.seen for one in asked.value.doubts])

    kept, event = Statement.objects.get(), Event.objects.filter(object_type="statement").first()
    assert (kept.status, [one["key"] for one in kept.confirmed]) == ("public", ["after-published"])
    assert (event.verb, event.detail["confirmed"]) == ("published", [one["told"] for one in kept.confirmed])


def test_what_the_reviewer_confirmed_is_not_asked_of_the_publisher(by):
    statement = make.accept(make.make_statement(speakers=["Anna Holt"]))

    assert publication.publish(statement, by=by, at=AT).is_public
