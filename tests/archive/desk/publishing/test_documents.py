"""Publishing by document: what waits, what a publisher sees of it, and what each button does."""

import html
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive import review
from archive.acts import record
from archive.desk.publishing import documents, sheets
from archive.enums import Verb
from archive.errors import NotYours
from archive.models import Statement
from archive.working.two_people import need_two_people
from tests import factories as make

pytestmark = pytest.mark.django_db
TEXT = "“The first span is finished,” she said. “The second is not,” she said. “The third will never be,” she said."
FIRST, SECOND, THIRD = "The first span is finished", "The second is not", "The third will never be"


@pytest.fixture
def publisher(client):
    person = make.make_user("publisher")
    client.force_login(person)
    return person


@pytest.fixture
def document():
    return make.make_document(TEXT)


def address_of(document):
    return reverse("desk:publish-document", args=[document.public_id])


def shown(*statements):
    return [f"{one.pk}-{Statement.objects.get(pk=one.pk).lock_version}" for one in statements]


def post(client, document, act, *statements, **more):
    return client.post(address_of(document), {"act": act, "shown": shown(*statements)} | more)


def states(*statements):
    return [Statement.objects.get(pk=one.pk).status for one in statements]


def cards(answer):
    return answer.context["sheet"].cards


def words(answer):
    return [card.statement.text for card in cards(answer)]


def test_documents_are_listed_with_how_much_waits_in_each(client, publisher, document):
    make.make_accepted_statement()
    for text in (FIRST, SECOND):
        make.make_accepted_statement(document, text)
    make.make_statement()

    answer = client.get(reverse("desk:publish"))

    assert [one.count for one in answer.context["rows"]] == [2, 1]
    assert address_of(document) in answer.content.decode()


def test_the_list_goes_on_behind_its_last_document(client, publisher, monkeypatch):
    monkeypatch.setattr(documents, "A_LIST", 1)
    monkeypatch.setattr(sheets, "A_LIST", 1)
    first, second = (make.make_accepted_statement().document for _ in "ab")

    answer = client.get(reverse("desk:publish"))

    assert answer.context["after"] == first.pk
    (only,) = client.get(reverse("desk:publish"), {"after": first.pk}).context["rows"]
    assert only.document == second


def test_an_empty_list_says_so(client, publisher):
    assert b"Nothing waits to be published" in client.get(reverse("desk:publish")).content


def test_cards_stand_in_reading_order_with_all_that_goes_out_with_them(client, publisher, document):
    later, earlier = (make.make_accepted_statement(document, text, occasion=make.make_occasion("Opening")) for text in (SECOND, FIRST))
    make.make_occurrence(later, "The second span is finished.", stance="denies")
    make.make_accepted_statement()

    answer = client.get(address_of(document))

    assert words(answer) == [earlier.text, later.text]
    assert [str(link.claim) for link in cards(answer)[1].links] == ["The second span is finished."]
    assert "The second span is finished." in [str(row) for row in cards(answer)[1].new]
    assert cards(answer)[0].following == f"card-{later.public_id}"


def test_what_the_public_knows_already_is_not_new(client, publisher, document):
    speaker = make.make_speaker()
    make.make_public_statement(document, FIRST, speakers=[speaker])
    make.make_accepted_statement(document, SECOND, speakers=[speaker])

    (card,) = cards(client.get(address_of(document)))

    assert card.new == []


def test_publishing_goes_on_at_the_card_behind(client, publisher, document):
    first, second, third = (make.make_accepted_statement(document, text) for text in (FIRST, SECOND, THIRD))

    answer = post(client, document, "publish", second)

    assert states(first, second, third) == ["accepted", "public", "accepted"]
    assert answer.url == f"{address_of(document)}#card-{third.public_id}"


def test_the_last_card_of_a_document_leads_to_what_was_left_and_then_to_another_document(client, publisher, document):
    elsewhere = make.make_accepted_statement()
    left, last = (make.make_accepted_statement(document, text) for text in (FIRST, SECOND))

    assert post(client, document, "publish", last).url.endswith(f"#card-{left.public_id}")
    assert post(client, document, "publish", left).url == address_of(document)
    assert client.get(address_of(document)).context["sheet"].next_document == elsewhere.document


def test_with_htmx_the_cards_come_in_their_place_and_the_focus_goes_on(client, publisher, document):
    first, second = (make.make_accepted_statement(document, text) for text in (FIRST, SECOND))

    answer = client.post(address_of(document), {"act": "publish", "shown": shown(first)}, headers={"HX-Request": "true"})

    assert words(answer) == [second.text]
    assert answer.context["current"].statement == second
    assert b"<html" not in answer.content
    assert b"Public now" in answer.content


@pytest.mark.parametrize("is_public", [True, False])
def test_where_nothing_waits_any_more_the_public_page_is_linked(client, publisher, document, is_public):
    if is_public:
        make.make_public_statement(document, FIRST)

    page = client.get(address_of(document)).content.decode()

    assert "Nothing of this document waits any more." in page
    assert (f'href="{document.get_absolute_url()}"' in page) is is_public


def test_what_is_in_doubt_stands_beside_its_field_and_is_published_when_it_is_ticked(client, publisher, document):
    statement = make.make_accepted_statement(document, FIRST, said_on="2023-05-17")
    type(document).objects.filter(pk=document.pk).update(published="2023-05-01")
    (card,) = cards(client.get(address_of(document)))
    (note,) = card.notes["said_on"]

    refused = post(client, document, "publish", statement, confirmed=["another"])

    assert states(statement) == ["accepted"]
    assert note.told in cards(refused)[0].refused
    post(client, document, "publish", statement, confirmed=[note.seen])
    assert states(statement) == ["public"]


def test_what_would_be_refused_is_told_before(client, publisher, document):
    statement = make.make_accepted_statement(document, FIRST)
    document.article.outlet = None
    document.article.save()

    (card,) = cards(client.get(address_of(document)))

    assert "has no outlet" in card.refusal
    assert not card.is_clear
    assert "has no outlet" in cards(post(client, document, "publish", statement))[0].refused


def test_two_people_are_needed_where_the_archive_wants_it_so(client, publisher, document):
    need_two_people(True)
    own = make.make_accepted_statement(document, FIRST, drafted_by=publisher)
    theirs = make.make_accepted_statement(document, SECOND, drafted_by=make.the_chief())

    first, second = cards(client.get(address_of(document)))

    assert "You drafted" in first.refusal
    assert not second.refusal
    post(client, document, "publish", own)
    post(client, document, "publish", theirs)
    assert states(own, theirs) == ["accepted", "public"]


def test_all_of_a_page_go_out_together_where_nothing_is_in_doubt(client, publisher, document):
    statements = [make.make_accepted_statement(document, text) for text in (FIRST, SECOND)]
    assert len(client.get(address_of(document)).context["sheet"].clear) == 2

    post(client, document, "publish", *statements)

    assert states(*statements) == ["public", "public"]


def test_nothing_goes_out_together_where_one_is_in_doubt(client, publisher, document):
    clear = make.make_accepted_statement(document, FIRST)
    doubtful = make.make_accepted_statement(document, SECOND, said_on="", undated=True, speakers=["Anna Kovaleva"])
    Statement.objects.filter(pk=doubtful.pk).update(confirmed=[])

    assert client.get(address_of(document)).context["sheet"].clear == []
    answer = post(client, document, "publish", clear, doubtful)
    assert states(clear, doubtful) == ["accepted", "accepted"]
    assert "leads to no speaker" in str(next(iter(answer.context["messages"])))


def test_nothing_is_published_in_another_version_than_was_shown(client, publisher, document):
    statement = make.make_accepted_statement(document, FIRST)
    seen = shown(statement)
    review.change(statement, {"locator": "page 3"}, by=make.the_chief())

    answer = client.post(address_of(document), {"act": "publish", "shown": seen})

    assert states(statement) == ["accepted"]
    assert "Somebody else saved this" in cards(answer)[0].refused


def test_what_somebody_published_meanwhile_is_told_above_all(client, publisher, document):
    statement = make.make_accepted_statement(document, FIRST)
    seen = shown(statement)
    post(client, document, "publish", statement)

    answer = client.post(address_of(document), {"act": "publish", "shown": seen})

    assert "Somebody else saved this" in str(list(answer.context["messages"])[-1])
    assert answer.context["current"] is None


def test_a_form_without_statements_is_refused(client, publisher, document):
    make.make_accepted_statement(document, FIRST)

    answer = client.post(address_of(document), {"act": "publish", "shown": ["7", "x-1", f"{'9' * 30}-1"]})

    assert "Nothing was chosen" in str(next(iter(answer.context["messages"])))


def test_another_act_has_no_page(client, publisher, document):
    assert post(client, document, "withdraw").status_code == 404


def test_what_needs_work_goes_back_with_a_reason(client, publisher, document):
    statement = make.make_accepted_statement(document, FIRST)

    without = post(client, document, "return", statement, reason=" ")
    assert states(statement) == ["accepted"]
    assert "Give a reason" in cards(without)[0].refused

    post(client, document, "return", statement, reason="Which span?")
    assert states(statement) == ["draft"]


def test_what_went_back_comes_again_with_z(client, publisher, document):
    statement = make.make_accepted_statement(document, FIRST)
    post(client, document, "return", statement, reason="Which span?")
    shown_then = client.get(address_of(document)).content.decode()
    (address,) = re.findall(r'formaction="([^"]+)"', shown_then)

    answer = client.post(html.unescape(address))

    assert (answer.url, states(statement)) == (address_of(document), ["accepted"])


def test_who_neither_reviews_nor_publishes_sends_nothing_back():
    with pytest.raises(NotYours):
        review.return_to_draft(make.make_accepted_statement(), by=make.make_user("editor"), reason="Mine.")


def test_what_was_changed_since_acceptance_is_shown(client, publisher, document):
    statement, chief = make.make_accepted_statement(document, FIRST), make.the_chief()
    record(Verb.EDITED, statement, by=chief, fields=["language", "speakers"], changes={"language": ["en", "de"]})
    review.change(statement, {"locator": "page 3", "occasion": make.make_occasion()}, by=chief)

    (card,) = cards(client.get(address_of(document)))

    told = {(edit.label, edit.was, edit.becomes) for edit in card.edits}
    assert {("language", "en", "de"), ("speakers", "", ""), ("place in the source", "", "page 3"), ("occasion", "", "")} == told


def test_a_long_document_is_shown_a_page_at_a_time(client, publisher, document, monkeypatch):
    monkeypatch.setattr(sheets, "PAGE", 2)
    first, _second, third = (make.make_accepted_statement(document, text) for text in (FIRST, SECOND, THIRD))

    assert client.get(address_of(document)).context["sheet"].following == third.start
    assert words(client.get(address_of(document), {"from": third.start})) == [third.text]
    assert words(client.get(address_of(document), {"from": "x"}))[0] == first.text


def test_a_page_costs_as_many_queries_with_three_cards_as_with_one(client, publisher, document):
    costs = []
    for texts in ([FIRST], [SECOND, THIRD]):
        for text in texts:
            make.make_occurrence(make.make_accepted_statement(document, text, occasion=make.make_occasion()), f"Claim: {text}.")
        with CaptureQueriesContext(connection) as asked:
            client.get(address_of(document))
        costs.append(len(asked))

    assert costs[0] == costs[1]


def test_only_publishers_come_in(client, document):
    client.force_login(make.make_user("reviewer"))

    assert client.get(address_of(document)).status_code == 403
