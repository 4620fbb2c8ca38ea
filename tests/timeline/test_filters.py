"""The one filter: what passes, what is refused in which words, and what to show of it."""

import pytest
from django.http import QueryDict

from archive import edtf
from archive.identity.merged_speakers import merge_speakers
from archive.models import Claim, Document, Occasion, Outlet, Speaker, Statement
from tests.factories import (
    make_accepted_statement,
    make_claim,
    make_document,
    make_occasion,
    make_outlet,
    make_public_statement,
    make_rejected_statement,
    make_speaker,
    make_statement,
    make_user,
    make_withdrawn_statement,
)
from tests.timeline.lists.places import statements_at
from timeline.filter_forms import Active, Removal
from timeline.filters import HolderFilter, OccurrenceFilter, StatementFilter, TrailFilter
from timeline.lists.occurrences import Occurrences
from timeline.lists.paging import BEST_MATCH, NEWEST_FIRST, OLDEST_FIRST, Count, count_up_to, page_of
from timeline.lists.walks import Walk


@pytest.fixture(scope="module")
def _rows(made_once) -> None:
    """Made once for all the tests, each of which stands in a savepoint of its own."""
    make_rows()


@pytest.fixture
def archive(_rows, db) -> None:
    """The rows of `make_rows`."""


def make_rows() -> None:
    """Four public statements, and one of each other state that all filters would let pass."""
    anna, boris = make_speaker("Anna Kovaleva"), make_speaker("Лавр Ёлкин")
    gazette = make_document("One bridge. Two bridges. Three tolls. Four tolls.", outlet=make_outlet("The Gazette"))
    other = make_document("Five bridges stand. Six bridges stand. Seven bridges stand. Eight bridges stand.", outlet=make_outlet("Telexa"))
    bridge, occasion = make_claim("The bridge stands."), make_occasion("Talks")
    make_public_statement(gazette, "One bridge", said_on="2019-05-04", speakers=[anna], claims=[bridge], occasion=occasion)
    make_public_statement(gazette, "Two bridges", said_on="2019-05", speakers=[anna, boris], kind="indirect", force="denied")
    make_public_statement(gazette, "Three tolls", said_on="2019", speakers=[boris])
    make_public_statement(other, "Five bridges stand", said_on="", speakers=["a source"])
    for make, words in [
        (make_statement, "Six bridges"),
        (make_rejected_statement, "Seven bridges"),
        (make_accepted_statement, "Eight bridges"),
        (make_withdrawn_statement, "Four tolls"),
    ]:
        make(other if "bridges" in words else gazette, words, said_on="2019-05-04", speakers=[anna, boris])


def found(query: str) -> list[str]:
    return [row.text.split()[0] for row in sorted(passing(StatementFilter(QueryDict(query))), key=lambda row: row.pk)]


def passing(chosen: StatementFilter) -> list[Statement]:
    return statements_at(page_of(chosen.apply(Walk()), OLDEST_FIRST).rows)


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["One", "Two", "Three", "Five"]),
        ("speaker=anna-kovaleva", ["One", "Two"]),
        ("speaker=лавр-ёлкин", ["Two", "Three"]),
        ("outlet=telexa", ["Five"]),
        ("claim=the-bridge-stands", ["One"]),
        ("kind=indirect", ["Two"]),
        ("force=denied", ["Two"]),
        ("force=asked", []),
        ("said_from=2019-05-01", ["One", "Two"]),
        ("said_from=2019-05&said_to=2019-05", ["One", "Two"]),
        ("said_from=2019-05-04&said_to=2019-05-04", ["One"]),
        ("said_from=2019-05-04&said_to=2019-05-04&dates=overlap", ["One", "Two", "Three"]),
        ("said_to=2019-01", ["Three"]),
        ("said_to=2018", []),
        ("said_from=May+2019&said_to=31+May+2019", ["One", "Two"]),
        ("said_from=4.5.2019&said_to=мая+2019", ["One"]),
        ("said_from=2019/..", ["One", "Two", "Three"]),
        ("q=bridges", ["One", "Two", "Five"]),
        ("q=stand+bridge", ["Five"]),
        ('q="tolls three"', []),
        ("speaker=anna-kovaleva&kind=direct&outlet=the-gazette&claim=the-bridge-stands&q=bridge&said_from=2019", ["One"]),
        ("order=-said_on", ["One", "Two", "Three", "Five"]),
        ("speaker=&kind=&said_from=&q=+", ["One", "Two", "Three", "Five"]),
        ("kind=+direct&said_from=+2019-05+", ["One"]),
        ("utm_source=x", ["One", "Two", "Three", "Five"]),
    ],
)
def test_filter_gives_what_passes(query, expected):
    assert found(query) == expected


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ("speaker=nobody", {"speaker": ["Nothing public has the address “nobody” here."]}),
        ("outlet=nobody&claim=a/b", {name: [f"Nothing public has the address “{slug}” here."] for name, slug in
                                     [("outlet", "nobody"), ("claim", "a/b")]}),
        ("kind=shouted", {"kind": ["Select a valid choice. shouted is not one of the available choices."]}),
        ("force=hinted", {"force": ["Select a valid choice. hinted is not one of the available choices."]}),
        ("dates=often", {"dates": ["Select a valid choice. often is not one of the available choices."]}),
        ("order=id", {"order": ["Select a valid choice. id is not one of the available choices."]}),
        ("order=match", {"order": ["Give the words of which the best match is wanted."]}),
        ("said_from=2019-13", {"said_from": ["13 is no month; write 01 to 12, or 21 to 24 for spring, summer, autumn and winter."]}),
        ("said_from=soon", {"said_from": [f"SOON is no date that can be kept. {edtf.EXAMPLES}"]}),
        ("said_from=05/04/2019", {"said_from": ["This can be 5 April 2019 or 4 May 2019. Write the month as a word."]}),
        ("said_from=2020&said_to=2019", {"said_to": ["This lies before the date from which to begin."]}),
        ("said_to=2019/..", {"said_to": ["This date has no end. Leave the field empty instead."]}),
        ("q=" + "x" * 201, {"q": ["Ensure this value has at most 200 characters (it has 201)."]}),
        ("q=%26%26", {"q": ["There is no word in it to search for."]}),
        ("q=a%00b", {"q": ["Null characters are not allowed."]}),
        ("speaker=%00", {"speaker": ["Null characters are not allowed."]}),
        ("speaker=" + "9" * 121, {"speaker": ["Ensure this value has at most 120 characters (it has 121)."]}),
    ],
)  # fmt: skip
def test_wrong_parameter_is_named_and_nothing_passes(query, errors):
    chosen = StatementFilter(QueryDict(query))

    assert chosen.errors == errors
    assert passing(chosen) == []


@pytest.mark.usefixtures("archive")
def test_speaker_of_a_draft_alone_is_as_unknown_as_none():
    make_statement(speakers=[make_speaker("Hidden Person")])

    assert StatementFilter({"speaker": "hidden-person"}).errors == {"speaker": ["Nothing public has the address “hidden-person” here."]}


@pytest.mark.usefixtures("archive")
def test_old_slug_of_a_merged_speaker_filters_by_the_one_that_stays():
    keep, gone = Speaker.objects.get(slug="anna-kovaleva"), Speaker.objects.get(slug="лавр-ёлкин")
    merge_speakers(keep, gone, by=make_user("editor", "reviewer", "publisher"), reason="One person.")

    assert found("speaker=лавр-ёлкин") == ["One", "Two", "Three"]


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("", OLDEST_FIRST),
        ("order=said_on", OLDEST_FIRST),
        ("order=-said_on", NEWEST_FIRST),
        ("q=bridge", NEWEST_FIRST),
        ("q=bridge&order=said_on", OLDEST_FIRST),
        ("q=bridge&order=match", BEST_MATCH),
    ],
)
def test_order_is_a_chronology_and_for_a_search_the_newest_first(query, order):
    assert StatementFilter(QueryDict(query)).ordering == order


@pytest.mark.usefixtures("archive")
def test_without_its_words_a_search_has_no_best_match():
    chosen = StatementFilter(QueryDict("q=nothing+of+it&order=match&kind=direct"))

    assert [one.url_without for one in chosen.active()] == ["?q=nothing+of+it&order=match", "?kind=direct"]
    assert [(one.name, one.count.number) for one in chosen.removals(Walk())] == [("kind", 0), ("q", 3)]


@pytest.mark.usefixtures("archive")
def test_without_its_claim_a_list_has_no_count_of_one():
    chosen = StatementFilter(QueryDict("claim=it-stays&counted=sayings&kind=direct"))

    assert [one.url_without for one in chosen.active()] == [
        "?kind=direct",
        "?claim=it-stays&kind=direct",
        "?claim=it-stays&counted=sayings",
    ]


@pytest.mark.parametrize(
    ("query", "orders"),
    [
        ("order=-said_on", [("said_on", False), ("-said_on", True), ("-recorded", False)]),
        ("q=bridge", [("said_on", False), ("-said_on", True), ("-recorded", False), ("match", False)]),
        ("q=bridge&order=match", [("said_on", False), ("-said_on", False), ("-recorded", False), ("match", True)]),
    ],
)
def test_the_best_match_is_offered_where_words_were_searched_for(query, orders):
    assert [(one.value, one.is_chosen) for one in StatementFilter(QueryDict(query)).orders] == orders


@pytest.mark.usefixtures("archive")
def test_active_filters_can_be_shown_and_taken_off_one_by_one():
    chosen = StatementFilter(QueryDict("speaker=anna-kovaleva&kind=direct&said_from=2019-05&order=-said_on&cursor=abc&outlet=nobody"))

    assert chosen.active() == [
        Active("speaker", "Speaker", "Anna Kovaleva", "?outlet=nobody&kind=direct&said_from=2019-05&order=-said_on"),
        Active("outlet", "Outlet", "nobody", "?speaker=anna-kovaleva&kind=direct&said_from=2019-05&order=-said_on"),
        Active("kind", "Kind", "direct speech", "?speaker=anna-kovaleva&outlet=nobody&said_from=2019-05&order=-said_on"),
        Active("said_from", "Said from", "May 2019", "?speaker=anna-kovaleva&outlet=nobody&kind=direct&order=-said_on"),
    ]
    assert StatementFilter(QueryDict("q=toll")).active() == [Active("q", "Words", "toll", "?")]
    assert chosen.query_with(order="said_on", outlet="") == "speaker=anna-kovaleva&kind=direct&said_from=2019-05&order=said_on"


@pytest.mark.usefixtures("archive")
def test_empty_result_says_which_filter_emptied_it():
    chosen = StatementFilter(QueryDict("speaker=anna-kovaleva&outlet=telexa&q=bridge"))

    assert chosen.removals(Walk()) == [
        Removal("speaker", "Speaker", "Anna Kovaleva", "?outlet=telexa&q=bridge", Count(1)),
        Removal("outlet", "Outlet", "Telexa", "?speaker=anna-kovaleva&q=bridge", Count(2)),
        Removal("q", "Words", "bridge", "?speaker=anna-kovaleva&outlet=telexa", Count(0)),
    ]


def test_unknown_parameters_are_named():
    chosen = StatementFilter(QueryDict("speeker=x&q=y&cursor=z"))

    assert chosen.unknown(chosen.data) == ["speeker"]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("model", "query", "expected"),
    [
        (Claim, "", ["The bridge stands."]),
        (Claim, "speaker=anna-kovaleva", ["The bridge stands."]),
        (Claim, "speaker=лавр-ёлкин", []),
        (Claim, "q=BRIDGE", ["The bridge stands."]),
        (Claim, "q=toll", []),
        (Speaker, "", ["Anna Kovaleva", "Лавр Ёлкин"]),
        (Speaker, "q=ёЛКИН", ["Лавр Ёлкин"]),
        (Speaker, "q=елкин", ["Лавр Ёлкин"]),
        (Speaker, "q=е\u0308лкин", ["Лавр Ёлкин"]),
        (Speaker, "q=ＡＮＮＡ Kova-leva", ["Anna Kovaleva"]),
        (Speaker, "q=%26", []),
        (Speaker, "outlet=telexa", []),
        (Speaker, "claim=the-bridge-stands", ["Anna Kovaleva"]),
        (Outlet, "q=gaz", ["The Gazette"]),
        (Outlet, "said_from=2019", ["The Gazette"]),
        (Document, "outlet=telexa", ["Five bridges stand. Six bridges stand. Seven bridges stand. Eight bridges stand."]),
        (Document, "q=six", []),
        (Occasion, "speaker=anna-kovaleva&q=bridge", ["Talks"]),
        (Occasion, "kind=indirect", []),
        (Occasion, "kind=shouted", []),
        (Claim, "claim=nothing", []),
    ],
)
def test_other_lists_take_the_same_filter(model, query, expected):
    rows = HolderFilter(QueryDict(query)).apply(model.objects.public())

    assert sorted(str(row) for row in rows) == expected


@pytest.mark.django_db
def test_speaker_is_found_by_an_alias():
    speaker = make_speaker("Anna Kovaleva")
    speaker.aliases.create(name="Hanna Kavaliova")
    make_public_statement(speakers=[speaker])

    assert list(HolderFilter({"q": "kavali"}).apply(Speaker.objects.public())) == [speaker]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("claim=the-bridge-stands&counted=sayings", ["One bridge"]),
        ("claim=the-bridge-stands&counted=denials", []),
        ("speaker=anna-kovaleva&jointly=лавр-ёлкин", ["Two bridges"]),
        ("jointly=anna-kovaleva", ["Two bridges", "One bridge"]),
    ],
)
def test_what_a_figure_counts(query, words):
    assert [row.text for row in passing(StatementFilter(QueryDict(query)))] == words


def test_figure_of_no_claim_is_refused():
    chosen = StatementFilter({"counted": "sayings"})

    assert chosen.errors == {"counted": ["Name the claim of which this is a count."]}


@pytest.mark.usefixtures("archive")
def test_occurrences_in_a_trail():
    queries = (
        "",
        "counted=sayings",
        "counted=relays",
        "speaker=anna-kovaleva",
        "speaker=лавр-ёлкин",
        "outlet=the-gazette",
        "outlet=telexa",
    )
    rows = Occurrences(Claim.objects.get().pk)

    assert [count_up_to(TrailFilter(QueryDict(query)).apply(rows)).number for query in queries] == [1, 1, 0, 1, 0, 1, 0]


@pytest.mark.usefixtures("archive")
def test_occurrences_of_one_claim():
    rows = Claim.objects.get().occurrences.model.objects.public()

    for query in ("", "counted=sayings", "speaker=anna-kovaleva", "outlet=the-gazette"):
        assert [one.words for one in OccurrenceFilter(QueryDict(f"claim=the-bridge-stands&{query}")).apply(rows)] == ["One bridge"]
    assert OccurrenceFilter({"claim": "x"}).errors == {"claim": ["Nothing public has the address “x” here."]}
