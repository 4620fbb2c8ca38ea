"""The page of two statements: what it tells of them, and what it says where it cannot."""

import re
from http import HTTPStatus

import pytest

from tests import factories as make
from timeline.beside import pair

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim():
    return make.make_claim("The airport opens in 2020.")


@pytest.fixture
def first(claim):
    return make.make_public_statement(
        words="The airport opens in 2020", said_on="2017-05-04", claims=[claim], speakers=[make.make_speaker("Pavel Orsolan")]
    )


def page(client, a="", b="", status=HTTPStatus.OK):
    answer = client.get("/compare/", {"a": a, "b": b})
    assert answer.status_code == status
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", answer.content.decode().replace("&#x27;", "'")))


def test_both_stand_beside_each_other_with_all_that_links_them(client, first, claim, django_assert_num_queries):
    second = make.make_accepted_statement(
        words="The airport opens in spring 2025", said_on="2018-05-04", speakers=[*(one.speaker for one in first.attributions.all())]
    )
    make.make_occurrence(second, claim, likeness="variant")
    make.publication.publish(second, by=make.the_chief())
    client.get("/compare/")
    with django_assert_num_queries(6):
        told = page(client, second.public_id, f"https://record.example{first.get_absolute_url()}#cite")

    assert "365 days lie between them. Both are by Pavel Orsolan." in told
    assert told.index("4 May 2017") < told.index("4 May 2018")
    assert "The airport opens in left out: 2020" in told
    assert "The airport opens in added: spring 2025" in told
    assert "the first says this in other words, and the second says this with another figure" in told
    assert "Nobody has linked" not in told


def test_what_nobody_linked_is_told_by_the_machine(client, first):
    other = make.make_public_statement(words="The airport opens in 2022", said_on="")
    told = page(client, first.public_id, other.public_id)

    assert "One of them has no date" in told
    assert (
        "Nobody has linked their words to one claim. The program that compares words finds: May be the same, told otherwise in one thing."
        in told
    )
    assert "'2022' against '2020'" in told


def test_one_occasion_and_two_languages(client):
    occasion = make.make_occasion("Talks in Ostrel")
    one = make.make_public_statement(words="The toll stays", said_on="2023-05", occasion=occasion)
    other = make.make_public_statement(words="Сбор остаётся", said_on="2023-05-17", occasion=occasion, language="ru")
    told = page(client, one.public_id, other.public_id)

    assert "up to 16 days apart; their dates do not tell which was first." in told
    assert "They are in two languages, so no words are compared." in told
    assert "Both were said on one occasion: Talks in Ostrel" in told
    assert "Nobody has linked their words to one claim." in told

    translation = make.make_public_statement(words="Мыт застаецца", said_on="2023-05-17", language="be", translation_of=one)
    assert "The same words in two languages" in page(client, one.public_id, translation.public_id)


def test_page_asks_for_what_is_missing_and_says_what_is_wrong(client, first):
    draft = make.make_accepted_statement(words="The umbrella is lost")
    gone = make.make_withdrawn_statement(words="The xylophone is lost", reason="He never said it.")

    assert "Another statement" in page(client)
    assert "“The airport opens in 2020”" in page(client, first.public_id)
    assert "Both addresses are of the same statement." in page(client, first.public_id, first.public_id)
    assert "No public statement has this address." in page(client, first.public_id, "nope", HTTPStatus.NOT_FOUND)
    assert "This is no address of a statement." in page(client, first.public_id, "Hello there", HTTPStatus.NOT_FOUND)
    assert "umbrella" not in page(client, first.public_id, draft.public_id, HTTPStatus.NOT_FOUND)
    withdrawn = page(client, gone.public_id, first.public_id, HTTPStatus.GONE)
    assert "This statement was withdrawn, so its words are not shown: He never said it." in withdrawn
    assert "xylophone" not in withdrawn


def test_one_that_is_withdrawn_meanwhile_is_no_pair(first):
    gone = make.make_withdrawn_statement(words="The xylophone is lost")

    assert pair.pair_of(first.pk, gone.pk) is None


def test_pages_lead_there(client, first, claim):
    make.make_public_statement(words="The airport opens in 2020 at last", said_on="2018-05-04", claims=[claim])
    russian = make.make_public_statement(words="Аэропорт откроется", language="ru", translation_of=first)

    assert f'href="/compare/?a={first.public_id}&amp;b=' in client.get(claim.get_absolute_url()).content.decode()
    statement = client.get(first.get_absolute_url()).content.decode()
    assert f'name="a" value="{first.public_id}"' in statement
    assert f'href="/compare/?a={first.public_id}&amp;b=/statements/{russian.public_id}/"' in statement
