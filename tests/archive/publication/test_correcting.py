"""Correcting: what it leaves behind, and what it refuses without changing anything."""

from datetime import UTC, datetime

import pytest

from archive import publication
from archive.enums import Likeness, RevisionClass
from archive.errors import NeedsConfirmation, Refused
from archive.log.writing import canonical
from archive.models import ArchiveState, ClaimTally, Event, Passage, Revision, SearchEntry, Statement, Term
from archive.publication.snapshots import snapshot
from tests import factories as make
from tests.archive.publication.kept import events, everything, revisions, tally

pytestmark = pytest.mark.django_db
LATER = datetime(2024, 8, 2, 9, tzinfo=UTC)
TYPO = {"revision_class": RevisionClass.TYPO, "reason": "A letter was missing."}
GONE = {"revision_class": RevisionClass.RETRACTION, "reason": "The agency retracted it."}


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


def test_correcting_the_language_moves_names_in_the_linking_index(by):
    statement = make.make_public_statement(words="Malin and Verkhovye are far away, and the ferry waits.", language="de")
    before = set(Term.objects.filter(stem__contains="@").values_list("stem", flat=True))

    publication.correct(statement, by=by, changes={"language": "en"}, **TYPO)

    assert (before, set(Term.objects.filter(passages=1, stem__contains="@").values_list("stem", flat=True))) == (
        set(),
        {"en@mln", "en@vrhv"},
    )


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
    "an outlet's name in other letters": (an_outlet_of_another_name, {"name": "TELEXA"}, "is here already"),
    "an article without outlet": (lambda public: public.document.article, {"outlet": None}, "needs the outlet"),
    "a document's text": (lambda public: public.document, {"text": "Other words."}, "Not a public field: text"),
    "a document's open relation": (lambda public: public.document, {"relation": "correction"}, "Say both"),
    "a link outside its statement": (lambda public: public.occurrences.get(), {"end": 10_000}, "inside the statement"),
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


# What has to be confirmed


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"said_on": "2024-08-03"}, "in-the-future"),
        ({"span": (1, 30)}, "mid-word"),
        ({"speakers": [(None, "Nora Pell", "")]}, "unknown-speaker"),
    ],
)
def test_correction_that_brings_a_doubt_is_made_only_when_it_is_confirmed(by, changes, key):
    public = make.make_public_statement()
    before = everything()
    with pytest.raises(NeedsConfirmation) as asked:
        publication.correct(public, by=by, at=LATER, changes=changes, **TYPO)
    stood = everything()

    (doubt,) = asked.value.doubts
    publication.correct(public, by=by, at=LATER, changes=changes | {"confirmed": [doubt.seen]}, **TYPO)

    event = Event.objects.filter(object_type="statement", object_id=public.pk).first()
    assert (stood, doubt.key) == (before, key)
    assert Statement.objects.get(pk=public.pk).confirmed == [{"key": key, "told": doubt.told}]
    assert (event.detail["changed"], event.detail["confirmed"]) == (sorted(changes), [doubt.told])


def test_correction_is_not_asked_about_what_stood_before(by):
    public = make.make_public_statement(said_on="2024-08-03")
    Statement.objects.update(confirmed=[])

    publication.correct(public, by=by, at=LATER, changes={"kind": "mixed"}, **TYPO)

    assert Statement.objects.get().kind == "mixed"


def test_confirming_alone_is_no_correction(public, by):
    with pytest.raises(Refused, match="Nothing would change"):
        publication.correct(public, by=by, changes={"confirmed": ["in-the-future-x"]}, **TYPO)


def test_new_name_of_a_speaker_that_looks_like_another_is_confirmed(public, by):
    speaker, changes = public.attributions.get().speaker, {"name": "\u0410nna Holt"}
    make.make_speaker("Anna Holt")

    with pytest.raises(NeedsConfirmation, match="looks like “Anna Holt”") as asked:
        publication.correct(speaker, by=by, changes=changes, **TYPO)
    publication.correct(speaker, by=by, changes=changes | {"confirmed": [one.seen for one in asked.value.doubts]}, **TYPO)

    speaker.refresh_from_db()
    assert speaker.name == "\u0410nna Holt"
    assert Event.objects.filter(object_type="speaker").first().detail["confirmed"] == [one.told for one in asked.value.doubts]
