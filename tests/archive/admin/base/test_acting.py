"""Acts as buttons and as list actions: each goes through its stage, a refusal is a message and changes nothing."""

import pytest
from django.urls import reverse

from archive.acceptance import judged_as
from archive.models import Event, Occasion, Speaker, Statement
from tests.archive.admin.conftest import signed_in
from tests.archive.admin.forms import FieldsInHtml, errors, messages, save, shown_fields
from tests.factories import (
    make_accepted_statement,
    make_document,
    make_occurrence,
    make_outlet,
    make_public_statement,
    make_rejected_statement,
    make_speaker,
    make_statement,
    make_withdrawn_statement,
)

LIST = reverse("admin:archive_statement_changelist")
WITHDRAWAL = {"revision_class": "retraction", "reason": "The outlet retracted it."}


def address(row, act: str) -> str:
    return reverse(f"admin:archive_{row._meta.model_name}_act", args=[row.pk, act])


def press(client, row, act: str, **answers):
    """Press a button, and confirm what it asks."""
    return client.post(address(row, act), {"row_version": row.lock_version, "confirm": "yes"} | answers)


def posted(page, *, unticked=(), **answers):
    """What a browser sends of the page of an act."""
    fields = FieldsInHtml(page.content.decode()).values
    rows = [one.row.pk for one in page.context["rows"]]
    ticks = [one.row.pk for one in page.context["rows"] if one.fits and one.is_ticked and one.row not in unticked]
    return fields | {"listed": rows, "_selected_action": ticks} | answers


def state(statement: Statement) -> str:
    return Statement.objects.get(pk=statement.pk).status


@pytest.mark.parametrize(
    ("make", "role", "act", "answers", "becomes"),
    [
        (make_statement, "reviewer", "accept", {}, "accepted"),
        (make_statement, "reviewer", "reject", {"reason": "Not a statement."}, "rejected"),
        (make_accepted_statement, "reviewer", "return", {"reason": "The date is wrong."}, "draft"),
        (make_rejected_statement, "reviewer", "reopen", {}, "draft"),
        (make_accepted_statement, "publisher", "publish", {}, "public"),
        (make_public_statement, "publisher", "withdraw", WITHDRAWAL, "withdrawn"),
        (make_withdrawn_statement, "publisher", "publish-again", {"reason": "The retraction was retracted."}, "public"),
    ],
)
def test_button_moves_a_statement_on(db, make, role, act, answers, becomes):
    statement, client = make(), signed_in(role)
    page = client.get(reverse("admin:archive_statement_change", args=[statement.pk]))

    answer = press(client, statement, act, **answers)

    event = Event.objects.filter(object_type="statement").first()
    assert offers(page.content.decode(), statement, act)
    assert answer.status_code == 302
    assert state(statement) == becomes
    assert (event.by, event.to_state, event.reason) == (client.user, becomes, answers.get("reason", ""))


def offers(page: str, statement, act: str) -> bool:
    """By a button of the form that is typed into, or where nothing can be typed by one of its own."""
    return f'name="_act" value="{act}"' in page or f'action="{address(statement, act)}"' in page


def test_only_buttons_that_fit_state_and_role_are_shown(db):
    rows = [make_statement(), make_accepted_statement(), make_public_statement(), make_withdrawn_statement(), make_rejected_statement()]
    client = signed_in("reviewer")

    shown = [client.get(reverse("admin:archive_statement_change", args=[row.pk])).context["buttons"] for row in rows]

    assert [[act.name for act, _address in buttons] for buttons in shown] == [
        ["accept", "reject"],
        ["return", "suggest"],
        ["suggest"],
        [],
        ["reopen"],
    ]


def test_button_that_asks_shows_a_page_first(publisher):
    statement = make_public_statement()

    page = publisher.post(address(statement, "withdraw"), {"row_version": statement.lock_version})
    without_reason = press(publisher, statement, "withdraw", revision_class="retraction", reason=" ")

    assert 'name="reason"' in page.content.decode()
    assert without_reason.context["form"].errors == {"reason": ["This field is required."]}
    assert state(statement) == "public"


@pytest.mark.parametrize(
    ("make", "act", "answers", "told"),
    [
        (make_accepted_statement, "accept", {}, "only what is draft can be accepted"),
        (lambda: make_accepted_statement(said_on="", undated=False), "publish", {}, "It has no date"),
        (lambda: make_accepted_statement(speakers=[]), "publish", {}, "Nobody says it yet"),
        (lambda: make_accepted_statement(make_document(outlet=None)), "publish", {}, "The article has no outlet"),
        (make_statement, "name-occasion", {}, "No occasion was read"),
        (make_statement, "name-speakers", {}, "leads to a speaker already"),
        (make_statement, "suggest", {}, "Accept it first"),
        (make_public_statement, "publish-links", {}, "None of its links waits"),
    ],
)
def test_refusal_is_a_message_and_changes_nothing(chief, make, act, answers, told):
    statement = make()
    before, events = state(statement), Event.objects.count()

    answer = press(chief, statement, act, **answers)

    assert told in messages(answer)[0]
    assert (state(statement), Event.objects.count()) == (before, events)


def test_act_on_what_was_changed_meanwhile_is_refused(reviewer):
    statement = make_statement()
    Statement.objects.update(lock_version=2)

    answer = press(reviewer, statement, "accept")

    assert "Somebody changed it since you opened it" in messages(answer)[0]
    assert state(statement) == "draft"


def test_act_needs_its_permission_and_a_post(editor):
    statement = make_statement()

    assert press(editor, statement, "accept").status_code == 403
    assert signed_in("reviewer").get(address(statement, "accept")).status_code == 200
    assert state(statement) == "draft"


def test_list_action_lists_the_rows_then_does_what_can_be_done(reviewer):
    good, other, wrong = make_statement(), make_statement(), make_accepted_statement()
    chosen = {"action": "accept", "_selected_action": [good.pk, other.pk, wrong.pk]}

    page = reviewer.post(LIST, chosen)
    before = state(good)
    answer = reviewer.post(LIST, chosen | {"confirm": "yes"})

    assert [(one.row, one.fits) for one in page.context["rows"]] == [(wrong, False), (other, True), (good, True)]
    assert before == "draft"
    assert [state(one) for one in (good, other, wrong)] == ["accepted"] * 3
    assert messages(answer) == [
        "2 statements accepted.",
        "1 statement left out: “Accept” has nothing to do there.",
    ]


def test_list_action_asks_for_the_reason(reviewer):
    statement = make_accepted_statement()
    chosen = {"action": "return", "_selected_action": [statement.pk], "confirm": "yes"}

    without = reviewer.post(LIST, chosen | {"reason": ""})
    answer = reviewer.post(LIST, chosen | {"reason": "Look at the date again."})

    assert without.context["form"].errors == {"reason": ["This field is required."]}
    assert answer.status_code == 302
    assert state(statement) == "draft"


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        ("viewer", []),
        ("editor", ["name-speakers", "take-proposed", "name-occasion", "suggest"]),
        ("reviewer", ["name-speakers", "take-proposed", "name-occasion", "accept", "reject", "return", "reopen", "suggest"]),
        ("publisher", ["publish", "publish-again", "publish-links", "withdraw"]),
    ],
)
def test_list_offers_the_actions_of_the_role(db, role, offered):
    make_statement()

    form = signed_in(role).get(LIST).context["action_form"]

    assert [name for name, _label in form.fields["action"].choices if name] == offered if form else offered == []


def test_speakers_are_named_as_printed_with_one_click(editor):
    known = make_speaker("Anna Kovaleva")
    statement = make_statement(speakers=[(None, "Anna Kovaleva", ""), (None, "Pavel Lorne", "Minister of Roads")])

    answer = press(editor, statement, "name-speakers")

    new = Speaker.objects.get(name="Pavel Lorne")
    assert messages(answer)[0] == "Named: Anna Kovaleva, Pavel Lorne."
    assert [one.speaker for one in statement.attributions.all()] == [known, new]
    assert [role.title for role in new.roles.all()] == ["Minister of Roads"]


def test_name_that_several_speakers_bear_is_refused_and_names_nobody(editor):
    make_speaker("Anna Kovaleva", description="minister")
    make_speaker("Anna Kovaleva", description="poet")
    statement = make_statement(speakers=["Pavel Lorne", "Anna Kovaleva"])

    answer = press(editor, statement, "name-speakers")

    assert "Several speakers are called “Anna Kovaleva”" in messages(answer)[0]
    assert not Speaker.objects.filter(name="Pavel Lorne").exists()


def test_proposed_speaker_is_shown_with_the_reason_and_taken_with_one_click(editor):
    known = make_speaker("Sergei Lavrenev")
    statement = make_statement(speakers=["Сергей Лавренёв"])

    page = editor.get(reverse("admin:archive_statement_change", args=[statement.pk])).content.decode()
    answer = press(editor, statement, "take-proposed")

    assert "may be a transliteration of “Sergei Lavrenev”" in page
    assert messages(answer)[0] == "Named: Sergei Lavrenev."
    assert statement.attributions.get().speaker == known


def test_description_stays_as_printed_beside_a_name(editor):
    statement = make_statement(speakers=["Pavel Lorne", "the ministry"])

    answer = press(editor, statement, "name-speakers")

    left = "“the ministry” is no name: leave it as printed, or choose a speaker from the list."
    assert messages(answer)[0] == f"Named: Pavel Lorne. {left}"
    assert [one.name for one in Speaker.objects.all()] == ["Pavel Lorne"]


def test_descriptions_in_a_list_are_counted(editor):
    named, described = make_statement(speakers=["Pavel Lorne"]), make_statement(speakers=["the ministry"])
    chosen = {"action": "name-speakers", "_selected_action": [named.pk, described.pk], "confirm": "yes"}

    answer = editor.post(LIST, chosen)
    alone = press(editor, described, "name-speakers")

    assert messages(answer) == [
        "Named: Pavel Lorne.",
        "1 statement given speakers.",
        "1 statement left out: “Name the speakers as printed” has nothing to do there.",
    ]
    assert "is no name: leave it as printed" in messages(alone)[-1]


def of_one_occasion() -> list[Statement]:
    document = make_document("“One thing,” he said in Ostrel. “Another thing,” he said. “A third thing,” he said.")
    return [make_statement(document, words, occasion_proposed="talks") for words in ("One thing,", "Another thing,", "A third thing,")]


def test_occasion_is_entered_once_for_the_chosen_rows_and_for_no_other(editor):
    first, second, third = of_one_occasion()

    answer = editor.post(LIST, {"action": "name-occasion", "_selected_action": [first.pk, second.pk], "confirm": "yes"})

    assert messages(answer)[-1] == "2 statements given an occasion."
    assert [(one.name, set(one.statements.all())) for one in Occasion.objects.all()] == [("Talks", {first, second})]
    assert not Event.objects.filter(object_type="statement", object_id=third.pk, verb="edited").exists()


def test_button_of_an_occasion_lists_the_others_that_it_was_read_for(editor):
    first, second, third = of_one_occasion()

    page = editor.post(address(first, "name-occasion"), {"row_version": first.lock_version})
    before = Occasion.objects.count()
    editor.post(address(first, "name-occasion"), posted(page, unticked=[third]))

    assert [one.row for one in page.context["rows"]] == [first, second, third]
    assert {one.would[0] for one in page.context["rows"]} == {"A new occasion: Talks, 17 May 2023."}
    assert before == 0
    assert set(Occasion.objects.get().statements.all()) == {first, second}


def test_occasion_is_entered_as_read_with_one_click(editor):
    statement = make_statement(occasion_proposed="a press conference", place_proposed="Ostrel")

    press(editor, statement, "name-occasion")

    occasion = Occasion.objects.get()
    assert (occasion.name, occasion.place, occasion.held_on) == ("A press conference", "Ostrel", "2023-05-17")
    assert Statement.objects.get().occasion == occasion


def test_link_judged_later_is_published_and_withdrawn_by_itself(publisher):
    occurrence = make_occurrence(make_public_statement())

    press(publisher, occurrence, "publish")
    occurrence.refresh_from_db()
    published = occurrence.status
    press(publisher, occurrence, "take-back", reason="It says something else.")
    occurrence.refresh_from_db()

    assert (published, occurrence.status) == ("public", "withdrawn")


# What has to be confirmed


def boxes(answer) -> dict[str, list[str]]:
    """Every box of the page, ticked."""
    forms = [one.boxes for one in answer.context["rows"] if one.boxes]
    return {form.add_prefix("looked_at"): [value for value, _label in form.fields["looked_at"].choices] for form in forms}


def test_withdrawing_words_that_a_full_text_repeats_asks(publisher):
    words = "Nobody in Brask will ever pay a toll for it"
    statement = make_public_statement(words=words)
    document = make_document(f"She said: {words}. The bridge opens.", outlet=make_outlet(text_policy="full"))
    make_public_statement(document, "The bridge opens")

    asked = press(publisher, statement, "withdraw", **WITHDRAWAL)
    left = state(statement)
    press(publisher, statement, "withdraw", **WITHDRAWAL, **boxes(asked))

    assert left == "public"
    assert document.public_id in asked.content.decode()
    assert state(statement) == "withdrawn"


def test_accepting_without_speaker_or_date_asks(reviewer):
    statement = make_statement(said_on="", undated=False, speakers=[])

    asked = press(reviewer, statement, "accept")
    stood = state(statement)
    answer = press(reviewer, statement, "accept", **boxes(asked))

    page = asked.content.decode()
    assert (asked.status_code, stood, answer.status_code, state(statement)) == (200, "draft", 302, "accepted")
    assert "I have checked: No speaker stands beside these words." in page
    assert "I have checked: It has no date, and nobody said that none can be found." in page
    assert [one["key"] for one in Statement.objects.get().confirmed] == ["no-speaker", "no-date"]


def test_one_box_of_two_is_not_enough_and_stays_ticked(reviewer):
    statement = make_statement(said_on="", undated=False, speakers=[])
    ((name, (one, _other)),) = boxes(press(reviewer, statement, "accept")).items()

    again = press(reviewer, statement, "accept", **{name: [one]})

    assert (state(statement), again.context["rows"][0].boxes.initial) == ("draft", {"looked_at": [one]})


def test_publishing_asks_what_nobody_confirmed_yet(publisher):
    statement = make_accepted_statement(make_document("The bridge opens.", published="2024"))
    statement.document.published = "2019"
    statement.document.save()

    asked = press(publisher, statement, "publish")
    press(publisher, statement, "publish", **boxes(asked))

    assert "after the document was published (2019)" in asked.content.decode()
    assert state(statement) == "public"


def test_in_a_list_doubtful_rows_are_left_and_told(reviewer):
    good, doubtful = make_statement(), make_statement(speakers=[])
    chosen = {"action": "accept", "_selected_action": [good.pk, doubtful.pk], "confirm": "yes"}

    answer = reviewer.post(LIST, chosen)

    assert (state(good), state(doubtful)) == ("accepted", "draft")
    assert any("No speaker stands beside these words. Open it, look at this, and confirm it there." in told for told in messages(answer))


# What is typed beside the buttons


def change(client, row, act: str = "", /, **typed):
    """Open the form, type, press a button of it."""
    page = reverse(f"admin:archive_{row._meta.model_name}_change", args=[row.pk])
    return client.post(page, shown_fields(client.get(page)) | {"_act": act} | typed)


def test_accept_saves_what_was_typed_and_accepts_it(chief):
    statement = make_statement()

    answer = change(chief, statement, "accept", said_on="12 May 2023")

    statement.refresh_from_db()
    assert (statement.status, statement.said_on, statement.accepted_as) == ("accepted", "2023-05-12", judged_as(statement))
    assert "What you typed is saved." in messages(answer)


def test_buttons_belong_to_the_form_of_who_may_type(db):
    statement = make_accepted_statement()
    page = reverse("admin:archive_statement_change", args=[statement.pk])

    chief = signed_in("editor", "publisher").get(page).content.decode()
    publisher = signed_in("publisher").get(page).content.decode()

    assert '<button type="submit" form="statement_form" name="_act" value="publish"' in chief
    assert f'action="{address(statement, "publish")}"' not in chief
    assert f'action="{address(statement, "publish")}"' in publisher
    assert 'name="_act"' not in publisher


def test_nothing_is_done_while_what_was_typed_is_wrong(chief):
    statement = make_statement()

    answer = change(chief, statement, "accept", said_on="the other day")

    assert (errors(answer).keys(), state(statement)) == ({"said_on"}, "draft")
    assert 'value="the other day"' in answer.content.decode()


def test_button_that_asks_saves_first(chief):
    statement = make_statement()

    answer = change(chief, statement, "reject", locator="page 4")
    asked = chief.get(answer.url)

    assert (answer.url, state(statement), Statement.objects.get().locator) == (address(statement, "reject"), "draft", "page 4")
    assert 'name="reason"' in asked.content.decode()


def test_what_is_doubtful_after_a_save_is_asked_and_not_done(chief):
    statement = make_statement()

    answer = change(chief, statement, "accept", said_on="", undated="")
    asked = chief.get(answer.url)
    chief.post(answer.url, posted(asked, **boxes(asked)))

    assert "I have checked: It has no date" in asked.content.decode()
    assert (state(statement), Statement.objects.get().said_on) == ("accepted", "")


def test_refused_act_leaves_what_was_typed_saved_and_says_both(chief):
    statement = make_accepted_statement(make_document(outlet=None))

    answer = change(chief, statement, "publish", locator="page 4")

    assert (state(statement), Statement.objects.get().locator) == ("accepted", "page 4")
    assert messages(answer)[0] == "What you typed is saved."
    assert "The article has no outlet" in messages(answer)[1]


def test_publish_does_not_pass_by_the_reviewer_what_is_typed_beside_it(chief):
    statement = make_accepted_statement()

    change(chief, statement, "publish", said_on="12 May 2023")

    assert (state(statement), Statement.objects.get().said_on) == ("draft", "2023-05-12")


def test_what_another_saved_meanwhile_is_looked_at_before_the_act(chief):
    statement = make_statement()
    page = reverse("admin:archive_statement_change", args=[statement.pk])
    shown = shown_fields(chief.get(page))
    save(chief, page, said_on="1 May 2023")

    answer = chief.post(page, shown | {"_act": "accept", "locator": "page 4"})

    statement.refresh_from_db()
    assert (statement.status, statement.said_on, statement.locator) == ("draft", "2023-05-01", "page 4")
    assert any("Somebody changed it since you opened it" in told for told in messages(answer))


def test_act_among_the_fields_needs_its_permission(editor):
    statement = make_statement()

    answer = change(editor, statement, "accept", locator="page 4")

    assert (answer.status_code, state(statement), Statement.objects.get().locator) == (403, "draft", "")


@pytest.mark.parametrize("version", ["²", "9" * 5000, "1.0"])
def test_version_that_no_page_shows_is_refused_as_another(reviewer, version):
    statement = make_statement()

    answer = press(reviewer, statement, "accept", row_version=version)

    assert (state(statement), answer.status_code) == ("draft", 302)
    assert "Somebody changed it since you opened it" in messages(answer)[0]
