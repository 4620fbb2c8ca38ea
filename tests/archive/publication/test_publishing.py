"""Publishing, correcting, withdrawing: what each leaves behind, and what each refuses without changing anything."""

from datetime import UTC, datetime

import pytest
from django.apps import apps

from archive import linking, publication
from archive.enums import Likeness, RevisionClass, Stance
from archive.errors import Refused
from archive.models import ArchiveState, Claim, ClaimTally, Event, Occurrence, Passage, Revision, SearchEntry, Statement, Tally, Term
from archive.publication.snapshots import canonical, snapshot
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 2, 9, tzinfo=UTC)
LATER = datetime(2024, 8, 2, 9, tzinfo=UTC)
TYPO = {"revision_class": RevisionClass.TYPO, "reason": "A letter was missing."}
GONE = {"revision_class": RevisionClass.RETRACTION, "reason": "The agency retracted it."}


def everything() -> dict:
    """All that stands in the archive's tables."""
    models = [model for model in apps.get_app_config("archive").get_models() if model._meta.model_name != "user"]
    return {model.__name__: sorted(map(str, model.objects.values_list())) for model in models}


def revisions(row) -> list[tuple]:
    rows = Revision.objects.of(row)
    return [(one.version, one.revision_class, one.reason, one.changed, one.by, one.at) for one in rows]


def events(row) -> list[tuple]:
    rows = Event.objects.filter(object_type=row._meta.model_name, object_id=row.pk).order_by("id")
    return [(one.verb, one.from_state, one.to_state, one.reason, one.by, one.at) for one in rows]


def tally() -> dict:
    return {(one.scope, one.key): one.statements for one in Tally.objects.filter(statements__gt=0)}


@pytest.fixture
def by():
    return make.make_user("publisher")


@pytest.fixture
def public():
    return make.make_public_statement(claims=["The bridge will be opened."], at=AT)


# Publishing


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
        ("outlet", str(kept.document.outlet.pk)): 1, ("claim", str(claim.pk)): 1,
    }  # fmt: skip
    assert ClaimTally.objects.values().get() == {
        "claim_id": claim.pk, "sayings": 1, "reports": 1, "variants": 0, "denials": 0, "speakers": 1, "outlets": 1,
        "first_said": "2023-05-17", "first_sort": kept.said_sort, "last_said": "2023-05-17", "last_sort": kept.said_sort,
        "longest_silence_days": None,
    }  # fmt: skip


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

    with pytest.raises(Refused, match="only what is judged"):
        publication.publish(public.occurrences.get(), by=by)

    assert everything() == before


# Correcting


def test_correcting_makes_a_revision_with_class_reason_and_fields(public, by):
    number = ArchiveState.current_revision()

    publication.correct(public, by=by, at=LATER, changes={"said_on": "2019-05", "kind": "indirect", "language": "en"}, **TYPO)

    public.refresh_from_db()
    assert (public.said_on, public.kind, public.version) == ("2019-05", "indirect", 2)
    assert revisions(public)[-1] == (2, "typo", "A letter was missing.", ["kind", "said_on"], by, LATER)
    assert events(public)[-1] == ("corrected", "public", "public", "A letter was missing.", by, LATER)
    assert ArchiveState.current_revision() == number + 1
    assert {key: count for key, count in tally().items() if key[0] in ("year", "month", "kind")} == {
        ("year", "2019"): 1, ("month", "2019-05"): 1, ("kind", "indirect"): 1,
    }  # fmt: skip
    assert public.occurrences.get().said_sort == public.said_sort
    assert ClaimTally.objects.get().first_said == "2019-05"


def test_correcting_the_span_moves_words_search_and_linking_index(by):
    document = make.make_document("He said: we open the border today, and it stays open for trade.")
    statement = make.make_public_statement(document, "we open the border today")
    start = document.text.index("it stays")

    publication.correct(statement, by=by, changes={"span": (start, start + 23)}, **TYPO)

    statement.refresh_from_db()
    assert (statement.text, statement.prefix[-4:], statement.suffix) == ("it stays open for trade", "and ", ".")
    assert [passage.text for passage in Passage.objects.all()] == ["it stays open for trade"]
    assert set(Term.objects.filter(passages__gt=0).values_list("stem", flat=True)).isdisjoint({"border", "today"})
    assert SearchEntry.objects.get().stems.split()[0] == "it"


def test_correcting_the_speakers_replaces_them(public, by):
    one, two = public.attributions.get().speaker, make.make_speaker()

    publication.correct(public, by=by, changes={"speakers": [(two, "", "Mayor"), (None, "a source", "")]}, **TYPO)

    assert [(a.speaker, a.name, a.role) for a in public.attributions.all()] == [(two, two.name, "Mayor"), (None, "a source", "")]
    assert ("speaker", str(one.pk)) not in tally()
    assert tally()["speaker", str(two.pk)] == 1
    assert revisions(two)
    assert Revision.objects.of(public).last().content["speakers"] == [
        {"name": two.name, "role": "Mayor", "speaker": two.slug}, {"name": "a source", "role": "", "speaker": None},
    ]  # fmt: skip


def test_correcting_a_link_moves_its_counts(public, by):
    occurrence = public.occurrences.get()

    publication.correct(occurrence, by=by, changes={"likeness": Likeness.VARIANT}, **TYPO)

    occurrence.refresh_from_db()
    assert occurrence.likeness == "variant"
    assert ClaimTally.objects.values_list("sayings", "variants").get() == (0, 1)
    assert Statement.objects.get().version == 2


def test_correcting_another_public_row_makes_its_revision(public, by):
    rows = {
        public.document: {"title": "Another title"},
        public.document.outlet: {"text_policy": "full"},
        public.occurrences.get().claim: {"text": "The bridge opens."},
        public.attributions.get().speaker: {"name": "Anna Kovalyova"},
    }

    for row, changes in rows.items():
        publication.correct(row, by=by, at=LATER, changes=changes, **TYPO)

    for row, changes in rows.items():
        row.refresh_from_db()
        (name, value), *_ = changes.items()
        assert getattr(row, name) == value
        assert revisions(row)[-1] == (2, "typo", "A letter was missing.", [name], by, LATER)
        assert events(row)[-1] == ("corrected", "", "", "A letter was missing.", by, LATER)
        assert Revision.objects.of(row).last().body == canonical(snapshot(row))


def test_correcting_the_outlet_of_an_article_moves_its_counts(public, by):
    other, before = make.make_outlet(), public.document.outlet

    publication.correct(public.document.article, by=by, changes={"outlet": other}, **TYPO)

    outlets = {key: count for (scope, key), count in tally().items() if scope == "outlet"}
    assert outlets == {str(other.pk): 1}
    assert revisions(other)
    assert not before.is_public


STATEMENT_REFUSALS = {
    "a field that is not public": ({"status": "draft"}, "Not a public field: status"),
    "nothing": ({}, "Nothing would change"),
    "the same": ({"kind": "direct"}, "Nothing would change"),
    "no date any more": ({"said_on": ""}, "no date"),
    "a date and undated": ({"undated": True}, "untick"),
    "no date at all": ({"said_on": "yesterday"}, "Write for instance"),
    "an open end": ({"said_on": "2021/.."}, "closed interval"),
    "an unknown kind": ({"kind": "sung"}, "sung"),
    "no speakers": ({"speakers": []}, "at least one speaker"),
    "a speaker without a name": ({"speakers": [(None, "", "")]}, "Name the speaker"),
    "a span outside": ({"span": (0, 10_000)}, "inside the document"),
    "an empty span": ({"span": (5, 5)}, "inside the document"),
    "a span that cuts a claim off": ({"span": (0, 3)}, "would be cut off"),
}


@pytest.mark.parametrize("case", STATEMENT_REFUSALS)
def test_correcting_a_statement_is_refused(case, public, by):
    changes, sentence = STATEMENT_REFUSALS[case]
    before = everything()

    with pytest.raises(Refused, match=sentence):
        publication.correct(public, by=by, changes=changes, **TYPO)

    assert everything() == before


def test_correcting_to_the_same_span_and_speakers_is_refused(public, by):
    speaker = public.attributions.get().speaker
    same = {"span": (public.start, public.end), "speakers": [(speaker, speaker.name, "")]}

    with pytest.raises(Refused, match="Nothing would change"):
        publication.correct(public, by=by, changes=same, **TYPO)


def test_correcting_to_one_speaker_twice_is_refused(public, by):
    speaker = make.make_speaker()
    before = everything()

    with pytest.raises(Refused, match="already exists"):
        publication.correct(public, by=by, changes={"speakers": [(speaker, "", ""), (speaker, "", "")]}, **TYPO)

    assert everything() == before


def test_correcting_to_the_span_of_another_statement_is_refused(by):
    document = make.make_document("One thing is certain. Another thing is not.")
    one, two = make.make_public_statement(document, "One thing is certain."), make.make_public_statement(document, "Another thing is not.")
    before = everything()

    with pytest.raises(Refused, match="already exists"):
        publication.correct(one, by=by, changes={"span": (two.start, two.end)}, **TYPO)

    assert everything() == before


def an_outlet_of_another_name(public):
    make.make_outlet("Telexa")
    return public.document.outlet


OTHER_REFUSALS = {
    "a claim without words": (lambda public: public.occurrences.get().claim, {"text": ""}, "blank"),
    "an outlet's name in other letters": (an_outlet_of_another_name, {"name": "TELEXA"}, "collides"),
    "an article without outlet": (lambda public: public.document.article, {"outlet": None}, "needs the outlet"),
    "a document's text": (lambda public: public.document, {"text": "Other words."}, "Not a public field: text"),
    "a document's open relation": (lambda public: public.document, {"relation": "correction"}, "Say both"),
    "a link outside its statement": (lambda public: public.occurrences.get(), {"end": 10_000}, "inside its statement"),
    "a name with direction marks": (lambda public: public.attributions.get().speaker, {"name": "\u202eanna"}, "direction marks"),
    "a speaker of no public words": (lambda public: make.make_speaker(), {"name": "Anna"}, "change it directly"),
}


@pytest.mark.parametrize("case", OTHER_REFUSALS)
def test_correcting_another_row_is_refused(case, public, by):
    choose, changes, sentence = OTHER_REFUSALS[case]
    row = choose(public)
    before = everything()

    with pytest.raises(Refused, match=sentence):
        publication.correct(row, by=by, changes=changes, **TYPO)

    assert everything() == before


@pytest.mark.parametrize("maker", [make.make_statement, make.make_accepted_statement, make.make_withdrawn_statement])
def test_correcting_what_is_not_public_is_refused(maker, by):
    with pytest.raises(Refused, match="change it directly"):
        publication.correct(maker(), by=by, changes={"kind": "mixed"}, **TYPO)


@pytest.mark.parametrize(
    ("revision_class", "reason", "sentence"),
    [
        ("typo", "  ", "Give a reason"),
        ("publication", "x", "withdraw it"),
        ("retraction", "x", "withdraw it"),
        ("edit", "x", "withdraw it"),
    ],
)
def test_correcting_without_class_or_reason_is_refused(revision_class, reason, sentence, public, by):
    with pytest.raises(Refused, match=sentence):
        publication.correct(public, by=by, changes={"kind": "mixed"}, revision_class=revision_class, reason=reason)


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
    with pytest.raises(Refused, match="Withdraw that occurrence"):
        linking.undo(occurrence.judgement, by=editor)
    publication.withdraw(occurrence, by=by, **GONE)

    linking.undo(occurrence.judgement, by=editor)

    assert Occurrence.objects.get().status == "withdrawn"


def test_other_names_of_a_public_speaker_are_renewed_with_a_revision():
    publisher, speaker = make.make_user("publisher"), make.make_speaker("Ada Moreau")
    make.make_public_statement(speakers=[speaker])
    before = ArchiveState.current_revision()
    speaker.aliases.create(name="A. Moreau")
    speaker.roles.create(title="Mayor", since="2019")

    publication.renew_names(speaker, by=publisher, reason="Her other name was entered.")

    revision = Revision.objects.of(speaker).last()
    assert (revision.version, revision.reason, revision.changed) == (2, "Her other name was entered.", ["aliases", "roles"])
    assert (revision.content["aliases"], revision.content["roles"]) == (["A. Moreau"], ["Mayor (2019/)"])
    assert ArchiveState.current_revision() == before + 1


def test_other_names_of_a_speaker_who_is_not_public_leave_no_revision():
    speaker = make.make_speaker("Ada Moreau")

    publication.renew_names(speaker, by=make.make_user("editor"), reason="Entered.")

    assert not Revision.objects.of(speaker).exists()
