"""Before an act is done on several rows, each stands on a page with a tick, and what would be made of it; it is done on what is ticked."""

from django.urls import reverse

from archive.models import Attribution, Event, Speaker, Statement
from tests.archive.admin.base.test_acting import LIST, boxes, posted, state
from tests.archive.admin.forms import messages
from tests.factories import make_accepted_statement, make_document, make_occurrence, make_outlet, make_speaker, make_statement

REPORT = "“The bridge opens in June,” he said. “The road is closed,” he said."


def listed(client, act: str, *rows: Statement):
    """The page that an action of the list shows."""
    return client.post(LIST, {"action": act, "_selected_action": [row.pk for row in rows]})


def confirmed(client, page, **answers):
    return client.post(LIST, posted(page, **answers))


def test_page_says_of_each_row_words_speaker_date_source_and_what_would_be_made(editor):
    document = make_document(REPORT, outlet=make_outlet("The Veyra Post"), title="Roads of the north")
    make_speaker("Anna Kovaleva")
    rows = [
        make_statement(document, "The bridge opens in June,", speakers=[(None, "Pavel Lorne", "Minister of Roads")], said_on="2023-05-17"),
        make_statement(document, "The road is closed,", speakers=["Anna Kovaleva", "the ministry", "Ministry of Roads"]),
    ]

    page = listed(editor, "name-speakers", *rows)

    html = page.content.decode()
    second, first = page.context["rows"]
    assert first.would == ["“Pavel Lorne”: a new speaker, a person. Their role: Minister of Roads."]
    assert second.would == [
        "“Anna Kovaleva”: Anna Kovaleva, who is known.",
        "“the ministry” is no name: leave it as printed, or choose a speaker from the list.",
        "“Ministry of Roads”: a new speaker, a body.",
    ]
    for told in ("The bridge opens in June,", "Pavel Lorne", "17 May 2023", "Roads of the north, The Veyra Post", *first.would):
        assert told in html
    assert html.count('type="checkbox" name="_selected_action"') == 2
    assert html.count(" checked>") == 2
    assert not Speaker.objects.filter(name="Pavel Lorne").exists()


def test_row_without_a_tick_is_untouched(editor):
    named, left = make_statement(speakers=["Pavel Lorne"]), make_statement(speakers=["Lena Orsk"])

    answer = confirmed(editor, listed(editor, "name-speakers", named, left), unticked=[left])

    assert [one.name for one in Speaker.objects.all()] == ["Pavel Lorne"]
    assert not Event.objects.filter(object_type="statement", object_id=left.pk).exists()
    assert messages(answer) == ["Named: Pavel Lorne.", "1 statement given speakers."]


def test_one_name_on_two_rows_is_one_new_speaker(editor):
    rows = [make_statement(speakers=["Pavel Lorne"]), make_statement(speakers=["Pavel Lorne"])]

    confirmed(editor, listed(editor, "name-speakers", *rows))

    assert {row.attributions.get().speaker for row in rows} == {Speaker.objects.get(name="Pavel Lorne")}


def test_row_that_was_changed_since_it_was_listed_is_refused_and_the_others_are_done(reviewer):
    changed, other = make_statement(), make_statement()
    page = listed(reviewer, "accept", changed, other)
    Statement.objects.filter(pk=changed.pk).update(said_on="2022-01-01", lock_version=2)

    answer = confirmed(reviewer, page)

    assert (state(changed), state(other)) == ("draft", "accepted")
    assert "Somebody changed it since you opened it" in messages(answer)[0]


def test_row_of_which_something_else_would_be_made_by_now_is_refused(editor):
    statement, other = make_statement(speakers=["Pavel Lorne"]), make_statement(speakers=["Lena Orsk"])
    page = listed(editor, "name-speakers", statement, other)
    make_speaker("Pavel Lorne", description="a poet")

    answer = confirmed(editor, page)

    assert any("What would be made of it is not what was shown." in told for told in messages(answer))
    assert Attribution.objects.get(statement=statement).speaker is None
    assert Attribution.objects.get(statement=other).speaker.name == "Lena Orsk"


def test_row_that_left_the_list_meanwhile_is_told(reviewer):
    changed, other = make_statement(), make_statement()
    drafts = f"{LIST}?status__exact=draft"
    page = reviewer.post(drafts, {"action": "accept", "_selected_action": [changed.pk, other.pk]})
    Statement.objects.filter(pk=changed.pk).update(status="rejected", lock_version=2)

    answer = reviewer.post(drafts, posted(page))

    assert (state(changed), state(other)) == ("rejected", "accepted")
    assert "Somebody changed it since you opened it" in messages(answer)[0]


def test_what_is_doubtful_stands_at_its_row_and_needs_a_tick_of_its_own(reviewer):
    good, seen, unseen = make_statement(), make_statement(speakers=[]), make_statement(speakers=[])

    page = listed(reviewer, "accept", good, seen, unseen)
    asked = boxes(page)
    answer = confirmed(reviewer, page, **{f"{seen.pk}-looked_at": asked[f"{seen.pk}-looked_at"]})

    assert asked.keys() == {f"{seen.pk}-looked_at", f"{unseen.pk}-looked_at"}
    assert [state(row) for row in (good, seen, unseen)] == ["accepted", "accepted", "draft"]
    assert [one["key"] for one in Statement.objects.get(pk=seen.pk).confirmed] == ["no-speaker"]
    assert any("No speaker stands beside these words." in told for told in messages(answer))


def test_ticks_and_boxes_stand_as_they_were_where_the_reason_is_missing(reviewer):
    chosen, left = make_accepted_statement(), make_accepted_statement()

    page = confirmed(reviewer, listed(reviewer, "return", chosen, left), unticked=[left], reason="")
    confirmed(reviewer, page, reason="The date is wrong.")

    assert {one.row: one.is_ticked for one in page.context["rows"]} == {chosen: True, left: False}
    assert (state(chosen), state(left)) == ("draft", "accepted")


def test_publishing_lists_the_links_that_become_public(publisher):
    statement = make_accepted_statement()
    make_occurrence(statement, "The bridge is open")

    page = listed(publisher, "publish", statement)

    assert page.context["rows"][0].would == ["This becomes public: says it, “The bridge is open”."]


def test_proposed_speaker_is_listed_with_the_reason(editor):
    make_speaker("Sergei Lavrenev")
    statement = make_statement(speakers=["Сергей Лавренёв"])

    page = listed(editor, "take-proposed", statement)

    (told,) = page.context["rows"][0].would
    assert told.startswith("“Сергей Лавренёв”: Sergei Lavrenev, who is known. “Сергей Лавренёв” may be a transliteration of")
    assert told.endswith("The name becomes another name of theirs.")


def test_nothing_ticked_is_said(reviewer):
    statement = make_statement()
    page = listed(reviewer, "accept", statement)

    answer = confirmed(reviewer, page, unticked=[statement])

    assert state(statement) == "draft"
    assert any("No items have been changed." in told for told in messages(answer))


def test_lists_of_other_tables_show_their_rows_too(editor):
    document = make_document(title="Roads of the north")
    page = editor.post(reverse("admin:archive_document_changelist"), {"action": "draft", "_selected_action": [document.pk]})

    assert "Roads of the north" in page.content.decode()
    assert page.context["headings"][:2] == ["document", "outlet"]
