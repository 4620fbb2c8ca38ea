"""One statement is split in two and two are joined: what goes where, what is asked, what is refused."""

from datetime import UTC, datetime

import pytest

from archive import review
from archive.errors import NeedsConfirmation, NotYours, Refused
from archive.models import ArchiveState, Event, Statement
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 2, 9, tzinfo=UTC)
ONE, CLAUSE, TWO = "We will build the bridge,", "” the minister said on Monday, “", "and the tolls will go."
FIRST, LAST = "That was all.", "It will be opened in the spring."
PLAIN = f"{FIRST} {LAST}"
TEXT = f"“{ONE}{CLAUSE}{TWO}” {PLAIN} Nobody asked."
BOTH = f"{ONE}{CLAUSE}{TWO}"


@pytest.fixture
def by():
    return make.make_user("reviewer")


@pytest.fixture
def document():
    return make.make_document(TEXT, locators=[[0, len(TEXT), "page 3"]])


@pytest.fixture
def holt():
    return make.make_speaker("Anna Holt")


def place(words: str) -> int:
    return TEXT.index(words)


def events_of(statement) -> list[Event]:
    return list(Event.objects.filter(object_type="statement", object_id=statement.pk).order_by("id"))


def kept(statement) -> Statement:
    return Statement.objects.get(pk=statement.pk)


# Split


def test_one_becomes_two_with_the_same_speakers_and_day(document, holt, by):
    told = [{"text": "spring", "start": place("spring"), "end": place("spring") + 6}]
    whole = make.make_statement(
        document, PLAIN, speakers=[(holt, "the minister", "minister")], kind="mixed", said_words="Monday", mentioned=told,
        method="rules 1", drafted_by=make.the_chief(),
        confidence=0.7, occasion=make.make_occasion(), locator="page 3",
    )  # fmt: skip
    whole.attributions.update(start=27, end=39)

    first, second = map(kept, review.split(whole, place(LAST), by=by, at=AT))

    assert (first.text, second.text, second.status) == (FIRST, LAST, "draft")
    for name in ("kind", "force", "language", "said_on", "said_words", "occasion", "locator", "confidence", "drafted_by", "method"):
        assert getattr(first, name) == getattr(second, name)
    assert (first.mentioned, second.mentioned) == ([], told)
    assert [(one.speaker, one.name, one.role, one.start) for one in second.attributions.all()] == [(holt, "the minister", "minister", 27)]
    (done,), (entered,) = events_of(first), events_of(second)
    assert (done.verb, done.at, done.detail["into"]) == ("split", AT, second.public_id)
    assert done.detail["was"]["span"] == [whole.start, whole.end]
    assert (entered.verb, entered.detail) == ("entered", {"words": LAST, "part_of": first.public_id})


def test_white_space_between_belongs_to_neither(by):
    whole = make.make_statement(make.make_document("It opens.  It closes."), "It opens.  It closes.")

    first, second = review.split(whole, 10, by=by)

    assert (first.text, second.text) == ("It opens.", "It closes.")


@pytest.mark.parametrize(
    ("at", "told"), [(0, "does not lie inside"), (99, "does not lie inside"), (2, "Nothing would be left"), (11, "Nothing would be left")]
)
def test_place_that_leaves_nothing_on_one_side_is_refused(by, at, told):
    document = make.make_document("“ It opens. ” they said")
    whole = make.make_statement(document, " It opens. ")

    with pytest.raises(Refused, match=told):
        review.split(whole, at, by=by)


def test_place_inside_a_word_is_asked_about(document, by):
    whole = make.make_statement(document, PLAIN)

    with pytest.raises(NeedsConfirmation, match="inside a word: “opened”") as asked:
        review.split(whole, place("ened in"), by=by)
    assert Statement.objects.count() == 1

    first, second = review.split(whole, place("ened in"), by=by, confirmed=[one.seen for one in asked.value.doubts])
    assert (first.text[-2:], second.text[:5]) == ("op", "ened ")


def test_words_that_are_a_statement_already_are_not_split_off(document, by):
    whole = make.make_statement(document, PLAIN)
    make.make_statement(document, LAST)

    with pytest.raises(Refused, match="These words are a statement already"):
        review.split(whole, place(LAST), by=by)


def test_both_parts_of_what_was_accepted_are_drafts(document, by):
    whole = make.make_accepted_statement(document, PLAIN)

    first, second = review.split(whole, place(LAST), by=by)

    assert (kept(first).status, kept(second).status) == ("draft", "draft")
    assert [one.verb for one in events_of(first)] == ["accepted", "split", "returned"]


def test_what_is_linked_is_not_split(document, by):
    whole = make.make_accepted_statement(document, PLAIN)
    make.make_occurrence(whole)

    with pytest.raises(Refused, match="It is linked to a claim"):
        review.split(whole, place(LAST), by=by)


@pytest.mark.parametrize("make_one", [make.make_public_statement, make.make_rejected_statement])
def test_what_is_public_or_rejected_is_not_split(document, by, make_one):
    with pytest.raises(Refused, match="can be changed"):
        review.split(make_one(document, PLAIN), place(LAST), by=by)


def test_who_may_not_change_splits_and_joins_nothing(document):
    one, two = make.make_statement(document, ONE), make.make_statement(document, LAST)
    for act in (lambda by: review.split(one, 9, by=by), lambda by: review.join(one, two, by=by)):
        with pytest.raises(NotYours):
            act(make.make_user("publisher"))


def test_pages_of_a_public_document_are_made_anew(document, by):
    make.make_public_statement(document, "Nobody asked.")
    whole = make.make_statement(document, PLAIN)
    known = ArchiveState.current()

    first, second = review.split(whole, place(LAST), by=by)
    parted = ArchiveState.current()
    review.join(first, second, by=by)

    assert len({known, parted, ArchiveState.current()}) == 3


# Join


@pytest.fixture
def two(document, holt):
    """Two drafts with a reporter's clause between them."""
    fields = {"speakers": [holt]}
    return make.make_statement(document, ONE, **fields), make.make_statement(document, TWO, **fields)


def test_two_become_one_with_what_stands_between_them(two, by):
    joined = review.join(*two, by=by, at=AT)

    first, second = map(kept, two)
    assert (joined.pk, first.text, first.kind, second.status) == (first.pk, BOTH, "mixed", "rejected")
    (done,), (rejected,) = events_of(first), events_of(second)
    assert (done.verb, done.at, done.detail["following"]) == ("merged", AT, second.public_id)
    assert done.detail["was"] == {"span": [two[0].start, two[0].end], "kind": "direct"}
    assert (rejected.verb, rejected.detail, rejected.reason) == (
        "rejected",
        {"part_of": first.public_id},
        "Joined with the words before it.",
    )


@pytest.mark.parametrize(
    ("kinds", "text", "kind"),
    [
        (("direct", "direct"), "It opens. It closes.", "direct"),
        (("direct", "indirect"), "It opens. It closes.", "mixed"),
        (("indirect", "indirect"), "It opens. He says it too. It closes.", "indirect"),
    ],
)
def test_kind_of_what_is_joined(holt, by, kinds, text, kind):
    document = make.make_document(text)
    parts = [
        make.make_statement(document, words, kind=one, speakers=[holt])
        for words, one in zip(("It opens.", "It closes."), kinds, strict=True)
    ]

    assert review.join(*parts, by=by).kind == kind


def test_what_is_known_of_the_second_alone_is_kept(document, holt, by):
    told = [{"text": "Monday", "start": place("minister"), "end": place("minister") + 4}]
    one = make.make_statement(document, ONE, speakers=[holt], said_on="", confidence=0.9)
    occasion = make.make_occasion()
    two = make.make_statement(
        document, TWO, speakers=[holt], said_on="2023-05-16", said_rule="publication", said_words="on Monday", occasion=occasion,
        confidence=0.6, mentioned=[{"text": "x", "start": place(TWO), "end": place(TWO) + 3}],
    )  # fmt: skip
    Statement.objects.filter(pk=one.pk).update(mentioned=told)

    joined = kept(review.join(one, two, by=by))

    assert (joined.said_on, joined.said_rule, joined.said_words, joined.undated) == ("2023-05-16", "publication", "on Monday", False)
    assert (joined.occasion, joined.confidence, len(joined.mentioned)) == (occasion, 0.6, 2)


def test_occasion_of_the_second_is_not_taken_where_a_public_translation_counts_under_none(two, by):
    make.make_public_statement(translation_of=two[0])
    Statement.objects.filter(pk=two[1].pk).update(occasion=make.make_occasion())

    with pytest.raises(Refused, match="counts under its occasion"):
        review.join(*two, by=by)


def test_what_was_accepted_is_a_draft_again_by_it(document, holt, by):
    one, two = (make.make_accepted_statement(document, words, speakers=[holt]) for words in (ONE, TWO))

    assert review.join(one, two, by=by).status == "draft"
    assert [each.verb for each in events_of(two)] == ["accepted", "returned", "rejected"]
    assert [each.verb for each in events_of(one)] == ["accepted", "merged", "returned"]


@pytest.mark.parametrize("which", [0, 1])
def test_what_is_linked_is_not_joined(document, holt, by, which):
    both = [make.make_accepted_statement(document, words, speakers=[holt]) for words in (ONE, TWO)]
    make.make_occurrence(both[which])

    with pytest.raises(Refused, match="It is linked to a claim"):
        review.join(*both, by=by)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"speakers": ["Jan Kessel"]}, "Others say the one than the other"),
        ({"force": "denied"}, "held otherwise"),
        ({"said_on": "2023-05-01"}, "on different days"),
        ({"occasion": "other"}, "on different occasions"),
    ],
)
def test_two_that_are_not_one_saying_are_refused(document, holt, by, fields, told):
    if "occasion" in fields:
        fields = {"occasion": make.make_occasion()}
    one = make.make_statement(document, ONE, speakers=[holt], occasion=make.make_occasion() if "occasion" in fields else None)
    two = make.make_statement(document, TWO, **{"speakers": [holt], **fields})

    with pytest.raises(Refused, match=told):
        review.join(one, two, by=by)


def test_sources_without_a_row_are_the_same_by_what_they_are_called(document, by):
    one = make.make_statement(document, ONE, speakers=["A source"])
    two = make.make_statement(document, TWO, speakers=["a source"])

    assert review.join(one, two, by=by).text == BOTH


def test_what_does_not_follow_is_refused(two, by):
    elsewhere = make.make_statement()
    for pair in (two[::-1], (two[0], elsewhere), (two[0], two[0])):
        with pytest.raises(Refused, match="do not stand behind each other"):
            review.join(*pair, by=by)


def test_what_stands_far_apart_is_refused(holt, by):
    document = make.make_document(f"It opens. {'And so on. ' * 20} It closes.")
    pair = [make.make_statement(document, words, speakers=[holt]) for words in ("It opens.", "It closes.")]

    with pytest.raises(Refused, match="more than 200 characters"):
        review.join(*pair, by=by)


def test_another_statement_between_is_refused_unless_it_was_rejected(two, by):
    between = make.make_statement(two[0].document, "the minister said")

    with pytest.raises(Refused, match="Another statement stands between them"):
        review.join(*two, by=by)

    review.reject(between, by=by)
    assert review.join(*two, by=by).text == BOTH


def test_words_that_are_a_statement_already_are_not_joined_to(two, by):
    make.make_rejected_statement(two[0].document, BOTH)

    with pytest.raises(Refused, match="These words are a statement already"):
        review.join(*two, by=by)


@pytest.mark.parametrize("make_one", [make.make_public_statement, make.make_rejected_statement])
def test_what_is_public_or_rejected_is_not_joined(document, holt, by, make_one):
    one, two = make.make_statement(document, ONE, speakers=[holt]), make_one(document, TWO, speakers=[holt])

    with pytest.raises(Refused, match="can be changed"):
        review.join(one, two, by=by)


def test_what_speaks_against_all_words_is_asked_about(holt, by):
    text = "It opens. “It closes. It stays.”"
    document = make.make_document(text)
    pair = [make.make_statement(document, words, speakers=[holt]) for words in ("It opens.", "It stays.")]
    make.make_statement(make.make_document(f"{text} So they said.", article=document.article), text[:-1], speakers=[holt])

    with pytest.raises(NeedsConfirmation, match="of another capture of the article") as asked:
        review.join(*pair, by=by)

    review.join(*pair, by=by, confirmed=[one.seen for one in asked.value.doubts])
    assert events_of(pair[0])[-1].detail["confirmed"] == [one.told for one in asked.value.doubts]
