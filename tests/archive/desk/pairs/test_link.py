"""A person links any two statements, or a statement and a claim, without knowing how the record calls it."""

import pytest
from django.urls import reverse

from archive.desk.pairs.answering import link_address
from archive.enums import Force, Likeness, Stance
from archive.models import Judgement, Occurrence, Statement
from tests.archive.desk.pairs.conftest import undo
from tests.factories import make_accepted_statement, make_claim, make_occurrence, make_speaker, make_statement

LINK = reverse("desk:link")


@pytest.fixture
def toll(db) -> Statement:
    return make_accepted_statement(
        None, "The toll on the bridge stays. Nobody pays it.", said_on="2021-05-17", speakers=[make_speaker("Lev Korzun")]
    )


@pytest.fixture
def charge(db) -> Statement:
    return make_accepted_statement(None, "A charge is levied on whoever crosses.", said_on="2019")


def found(client, **asked: str) -> list[Statement]:
    return client.get(LINK, asked).context["statements"]


def test_statements_are_found_by_words_speaker_and_day(editor, toll, charge):
    assert found(editor, q="tolls of bridges") == [toll]
    assert found(editor, speaker="korzun") == [toll]
    assert found(editor, day="2019") == [charge]
    assert found(editor, q="charge", day="May 2021") == []
    assert found(editor, q="nowhere in it") == found(editor, q="toll", speaker="Nobody") == []
    assert found(editor) == found(editor, q="", speaker="") == []


def test_a_day_that_cannot_be_read_is_told(editor, toll):
    page = editor.get(LINK, {"q": "toll", "day": "the other day"})

    assert "Write for instance" in page.content.decode()
    assert page.context["statements"] == []


def test_the_second_is_found_beside_the_first(editor, toll, charge):
    claim = make_claim("There is a toll.")

    start = editor.get(LINK, {"statement": toll.public_id}).content.decode()
    page = editor.get(LINK, {"statement": toll.public_id, "q": "toll"})
    beside = editor.get(LINK, {"statement": toll.public_id, "q": "crosses"}).content.decode()

    assert "Find what they are to be compared with" in start
    assert (page.context["statements"], page.context["claims"]) == ([], [claim])
    assert f"other={charge.public_id}" in beside


def test_what_the_machine_found_for_the_first_is_offered(editor, queue):
    statement, pairs = queue[0].passage.statement, [pair for pair in queue if queue[0].passage in (pair.passage, pair.other)]

    html = editor.get(LINK, {"statement": statement.public_id}).content.decode()

    assert [pair for pair in pairs if reverse("desk:pair", args=[pair.pk]) not in html] == []


def test_two_are_compared_the_earlier_first_and_answered(editor, toll, charge):
    address = link_address(statement=toll.public_id, other=charge.public_id)

    page = editor.get(address)
    reply = editor.post(address, {"answer": "same", "words": "There is a toll."})

    kept = Judgement.objects.get()
    assert [side.statement for side in page.context["question"].shown] == [charge, toll]
    assert (kept.statement, kept.other, kept.claim.text, kept.score) == (toll, charge, "There is a toll.", None)
    assert reply.url == link_address(statement=toll.public_id)
    assert undo(editor, reply).url == address


def test_some_of_the_words_are_compared(editor, toll, charge):
    address = link_address(statement=toll.public_id, other=charge.public_id)

    refused = editor.post(address, {"answer": "same", "words": "There is a toll.", "later": "The tolls stay"})
    editor.post(address, {"answer": "same", "words": "There is a toll.", "later": "The toll on\r\n the bridge stays."})

    assert "Choose words of it" in refused.content.decode()
    assert "The tolls stay</textarea>" in refused.content.decode()
    assert {link.words for link in Occurrence.objects.all()} == {"The toll on the bridge stays.", charge.text}


def test_a_draft_leads_to_where_it_is_accepted(editor, toll):
    draft = make_statement(None, "A toll is taken.")
    address = link_address(statement=toll.public_id, other=draft.public_id)

    refused = editor.post(address, {"answer": "topic"})

    assert "Accept it first" in refused.content.decode()
    assert reverse("desk:document", args=[draft.document.public_id]) in refused.content.decode()


def test_one_statement_is_no_pair(editor, toll):
    assert editor.get(link_address(statement=toll.public_id, other=toll.public_id)).context["first"] == toll
    assert editor.get(LINK, {"statement": "nothing"}).status_code == 404


@pytest.mark.parametrize(
    ("words", "given", "stance", "likeness"),
    [
        ("The toll on the bridge stays!", "same", Stance.ASSERTS, Likeness.VERBATIM),
        ("There is a toll.", "same", Stance.ASSERTS, Likeness.PARAPHRASE),
        ("There is a toll.", "denies", Stance.DENIES, Likeness.PARAPHRASE),
        ("There is a toll.", "narrower", Stance.ASSERTS, Likeness.NARROWER),
    ],
)
def test_words_are_linked_to_a_claim(editor, toll, words, given, stance, likeness):
    address = link_address(statement=toll.public_id, claim=make_claim(words).slug)

    shown = editor.get(address).content.decode()
    reply = editor.post(address, {"answer": given, "later": "The toll on the bridge stays."})
    link = Occurrence.objects.get()

    assert 'data-key="6"' in shown
    assert (link.stance, link.likeness, link.words) == (stance, likeness, "The toll on the bridge stays.")
    assert reply.url == link_address(statement=toll.public_id)
    assert undo(editor, reply).url == address


def test_what_stands_in_the_way_of_a_claim_is_told(editor, toll):
    claim = make_occurrence(toll).claim
    address = link_address(statement=toll.public_id, claim=claim.slug)

    refused = editor.post(address, {"answer": "same", "note": "Mine."})
    nothing = editor.post(address, {"answer": "different"})

    assert "These words carry this claim already." in refused.content.decode()
    assert "Mine.</textarea>" in refused.content.decode()
    assert (refused.status_code, nothing.status_code) == (422, 200)


def test_a_question_may_only_report_what_others_say(editor):
    asked = make_accepted_statement(None, "Whether the toll stays", force=Force.ASKED)

    page = editor.get(link_address(statement=asked.public_id, claim=make_claim().slug))

    assert [one.answer for one in page.context["answers"]] == ["relays"]
