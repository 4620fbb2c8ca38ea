"""What is done with ticked rows: accepted with what speaks against them in sight, rejected, given one speaker or day, copied."""

import pytest
from django.test import Client

from archive.enums import StatementStatus, Verb
from archive.models import Event, Statement, User
from tests import factories as make

pytestmark = pytest.mark.django_db
ACT, LIST = "/desk/statements/act/", "/desk/statements/?state=any"


@pytest.fixture
def reviewer() -> User:
    return make.make_user("reviewer")


@pytest.fixture
def desk(client: Client, reviewer: User) -> Client:
    client.force_login(reviewer)
    return client


def ticked(*statements: Statement) -> list[str]:
    return [f"{one.pk}:{one.lock_version}" for one in statements]


def do(desk: Client, act: str, *statements: Statement, **given):
    return desk.post(ACT, {"act": act, "row": ticked(*statements), "next": LIST, **given})


def state(statement: Statement) -> str:
    return Statement.objects.get(pk=statement.pk).status


def certain(words: str, **fields) -> Statement:
    return make.make_statement(words=words, speakers=[make.make_speaker()], **fields)


def test_rows_that_nothing_speaks_against_are_accepted_at_once(desk):
    rows = [certain("Prices fell"), certain("Wages rose")]

    answer = do(desk, "accept", *rows)

    assert answer.url == LIST
    assert [state(one) for one in rows] == [StatementStatus.ACCEPTED] * 2
    assert "2 statements accepted." in desk.get(LIST).content.decode()


def test_doubts_are_listed_row_by_row_and_accepted_only_when_confirmed(desk):
    certain_one, doubtful = certain("Prices fell"), make.make_statement(words="Wages rose", speakers=["Olga Reyne"])

    asked = do(desk, "accept", certain_one, doubtful)
    assert "leads to no speaker of the archive yet" in asked.content.decode()
    assert state(certain_one) == StatementStatus.DRAFT

    again = do(desk, "accept", certain_one, doubtful, sure="1")
    assert (state(certain_one), state(doubtful)) == (StatementStatus.ACCEPTED, StatementStatus.DRAFT)
    assert [one.pk for one in again.context["rows"]] == [doubtful.pk]
    assert "Not done:" in again.content.decode()

    seen = [doubt.seen for doubt in again.context["rows"][0].warnings]
    done = do(desk, "accept", doubtful, sure="1", **{f"seen-{doubtful.pk}": seen})
    assert (done.url, state(doubtful)) == (LIST, StatementStatus.ACCEPTED)


def test_row_that_another_saved_meanwhile_is_not_accepted(desk):
    statement = certain("Prices fell")
    row = ticked(statement)
    Statement.objects.filter(pk=statement.pk).update(lock_version=7)

    answer = desk.post(ACT, {"act": "accept", "row": row})

    assert "Somebody else saved this" in answer.content.decode()
    assert state(statement) == StatementStatus.DRAFT


def test_all_on_the_page_are_taken_where_all_is_ticked(desk):
    rows = [certain("Prices fell"), certain("Wages rose")]

    desk.post(ACT, {"act": "accept", "all": "on", "shown": ticked(*rows), "row": ticked(rows[0])})

    assert [state(one) for one in rows] == [StatementStatus.ACCEPTED] * 2


def test_rejecting_asks_for_a_reason_first(desk, reviewer):
    statement = certain("Prices fell")

    assert "Reason" in do(desk, "reject", statement).content.decode()
    do(desk, "reject", statement, sure="1", reason="A headline.")

    event = Event.objects.filter(verb=Verb.REJECTED).get()
    assert (state(statement), event.reason, event.by) == (StatementStatus.REJECTED, "A headline.", reviewer)


def test_speaker_day_and_occasion_are_set_for_all_together(desk):
    document = make.make_document("Prices fell. Wages rose. It rains.", published="2023-05-18")
    speaker, occasion = make.make_speaker("Olga Reyne"), make.make_occasion("Talks", place="Sarne")
    rows = [make.make_statement(document, words, speakers=[], said_on="") for words in ("Prices fell", "Wages rose")]
    make.make_statement(document, "It rains", occasion=occasion)

    asked = do(desk, "set", *rows)
    assert '<option value="Talks, Sarne">' in asked.content.decode()
    given = {"speakers": "Olga Reyne", "roles": "minister", "said_on": "yesterday", "occasion": "Talks, Sarne"}
    answer = do(desk, "set", *rows, sure="1", **given)

    assert answer.url == LIST
    for one in Statement.objects.filter(pk__in=[row.pk for row in rows]):
        assert [(who.speaker, who.role) for who in one.attributions.all()] == [(speaker, "minister")]
        assert (one.said_on, one.occasion, one.undated) == ("2023-05-17", occasion, False)
    assert len({event.detail["batch"] for event in Event.objects.filter(verb=Verb.EDITED)}) == 1


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "Fill in what all of them shall have."),
        ({"said_on": "some day"}, "Write for instance"),
        ({"speakers": "Ann Lee"}, "Several are called “Ann Lee”"),
        ({"speakers": "Olga Reyne", "roles": "one; two"}, "more roles than speakers"),
        ({"occasion": "Nothing so"}, "No occasion, or several"),
    ],
)
def test_what_cannot_be_set_is_told_beside_its_field(desk, given, told):
    make.make_speaker("Ann Lee")
    make.make_speaker("Ann Lee")
    statement = certain("Prices fell")

    assert told in do(desk, "set", statement, sure="1", **given).content.decode()
    assert Statement.objects.get(pk=statement.pk).lock_version == statement.lock_version


def test_occasion_is_found_by_its_name_alone(desk):
    occasion, statement = make.make_occasion("Talks", place="Sarne"), certain("Prices fell")

    do(desk, "set", statement, sure="1", occasion="talks")

    assert Statement.objects.get(pk=statement.pk).occasion == occasion


def test_what_one_value_for_all_brings_is_asked_and_then_done(desk):
    rows = [certain("Prices fell"), certain("Wages rose")]

    asked = do(desk, "set", *rows, sure="1", said_on="1 May 2199")
    assert "still to come" in asked.content.decode()
    assert [one.said_on for one in Statement.objects.all()] == ["2023-05-17"] * 2

    do(desk, "set", *rows, sure="1", said_on="1 May 2199", seen=[doubt.seen for doubt in asked.context["doubts"]])
    assert [one.said_on for one in Statement.objects.all()] == ["2199-05-01"] * 2


def test_where_one_of_them_cannot_be_changed_none_is(desk):
    rows = [certain("Prices fell"), make.make_public_statement(words="Wages rose")]

    answer = do(desk, "set", *rows, sure="1", said_on="1 May 2023")

    assert "public" in answer.context["form"].non_field_errors()[0]
    assert {one.said_on for one in Statement.objects.all()} == {"2023-05-17"}


def test_words_are_copied_as_text(desk):
    document = make.make_document("Prices fell.", outlet=make.make_outlet("The Daily Sign"), title="A talk", url="https://sign.example/1")
    statement = make.make_statement(document, "Prices fell", speakers=[(None, "Olga Reyne", "minister")], force="denied")

    told = desk.post("/desk/statements/text/", {"row": ticked(statement), "next": LIST}).content.decode()

    for words in ("“Prices fell”", "(Denied) Olga Reyne, minister, 17 May 2023", "A talk, The Daily Sign", "https://sign.example/1"):
        assert words in told


@pytest.mark.parametrize("address", [ACT, "/desk/statements/text/"])
@pytest.mark.parametrize("row", ["", "x:1", "1", "77777:1", "9" * 30 + ":1"])
def test_nothing_ticked_is_told(desk, address, row):
    answer = desk.post(address, {"act": "accept", "row": row, "next": "https://elsewhere.example/"})

    assert answer.url == "/desk/statements/"
    assert "Tick the statements first." in desk.get(answer.url).content.decode()


def test_acts_are_offered_and_done_by_role_alone(client):
    statement = certain("Prices fell")
    client.force_login(make.make_user("editor"))

    assert [act.name for act in client.get(LIST).context["acts"]] == ["set"]
    assert do(client, "accept", statement).status_code == 403
    assert do(client, "no such act", statement).status_code == 404
