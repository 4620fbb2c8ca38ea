"""What was taken in is listed with what waits in it; what was read is put right; what came by mistake goes, with a reason."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from archive.desk.sources import listing
from archive.desk.sources.listing import Line
from archive.enums import Verb
from archive.models import Document, Event, Outlet
from archive.working import assignments, holds
from tests import factories as make

pytestmark = pytest.mark.django_db

LIST = reverse("desk:documents")


@pytest.fixture
def editor(client):
    client.person = make.make_user("editor")
    client.force_login(client.person)
    return client


def titles(client, **chosen: str) -> list[str]:
    return [line.document.heading for line in client.get(LIST, chosen).context["lines"]]


def source_of(document: Document) -> str:
    return reverse("desk:source", args=[document.public_id])


def typed(client, document: Document, **changes: str) -> dict[str, str]:
    form = client.get(source_of(document)).context["form"]
    return {name: form[name].value() or "" for name in form.fields} | changes


def messages_of(answer) -> list[str]:
    return [str(one) for one in answer.context["messages"]]


# The list


def test_documents_are_listed_with_what_waits_in_them_newest_first(editor):
    document = make.make_document(title="The older", published="2018-06-14", language="en")
    make.make_statement(document, document.text[:20])
    make.make_accepted_statement(document, document.text[21:40])
    make.make_document(title="", text="Nothing was read in this one.\nReally.")

    older, newer = reversed(editor.get(LIST).context["lines"])

    assert (older.document.heading, older.drafts, older.accepted, older.public) == ("The older", 1, 1, 0)
    assert (older.language, Line(make.make_document(language="tlh")).language) == ("English", "tlh")
    assert (newer.document.heading.split("\n")[0], newer.drafts, newer.is_little_read) == ("Nothing was read in this one.", 0, True)


def test_list_is_narrowed_by_outlet_language_and_what_waits(editor):
    outlet = make.make_outlet("Coastal News")
    draft = make.make_statement(make.make_document(title="A draft", outlet=outlet, language="en")).document
    make.make_public_statement(make.make_document(title="A public one", language="de"))
    make.make_document(title="Nothing read")

    assert titles(editor, outlet="coastal news") == [draft.title]
    assert titles(editor, language="de") == ["A public one"]
    assert titles(editor, state="drafts") == ["A draft"]
    assert titles(editor, state="public") == ["A public one"]
    assert titles(editor, state="nothing") == ["Nothing read"]
    assert titles(editor, state="odd") == ["Nothing read", "A public one", "A draft"]
    assert "No document is like that." in editor.get(LIST, {"outlet": "Nobody"}).content.decode()


def test_list_goes_on_by_key(editor, monkeypatch):
    monkeypatch.setattr(listing, "PAGE", 2)
    for number in range(3):
        make.make_document(title=f"Number {number}")

    first = editor.get(LIST, {"outlet": ""})
    assert [line.document.title for line in first.context["lines"]] == ["Number 2", "Number 1"]
    second = editor.get(f"{LIST}?{first.context['following']}")
    assert ([line.document.title for line in second.context["lines"]], second.context["following"]) == (["Number 0"], None)
    assert titles(editor, before="odd") == ["Number 2", "Number 1"]


def test_list_tells_who_has_a_document(editor):
    given, held = make.make_document(title="Given"), make.make_document(title="Held")
    colleague = make.make_user("reviewer", username="mara")
    assignments.give(given, colleague, by=editor.person)
    holds.take(held, by=colleague, at=timezone.now())

    lines = editor.get(LIST).context["lines"]

    assert [line.has_it for line in lines] == ["mara reviews it now", "given to mara"]


def test_list_costs_the_same_however_many_there_are(editor):
    def queries(rows: int) -> int:
        for _ in range(rows):
            make.make_statement(make.make_document())
        with CaptureQueriesContext(connection) as asked:
            editor.get(LIST)
        return len(asked)

    editor.get(LIST)
    assert queries(2) == queries(12)


def test_empty_list_says_how_to_begin(editor):
    assert reverse("desk:add") in editor.get(LIST).content.decode()


# What was read


def test_what_was_read_is_put_right_and_drafts_follow_the_day(editor):
    document = make.make_document("“The bridge opens in spring,” Anna Kovaleva said.", published="2018-06-14", outlet=None)
    make.make_statement(
        document, "The bridge opens in spring", said_on="2018-06-14", said_rule="publication", method="rules 1", speakers=["Anna Kovaleva"]
    )  # fmt: skip
    right = {
        "title": "Bridge opens",
        "published": "15 June 2018",
        "language": "en",
        "kind": "release",
        "outlet": "Coastal News",
        "outlet_kind": "paper",
    }

    answer = editor.post(source_of(document), typed(editor, document, **right))

    document.refresh_from_db()
    assert answer.url == reverse("desk:document", args=[document.public_id])
    assert (document.title, document.published, document.outlet.name, document.article.kind) == (
        "Bridge opens", "2018-06-15", "Coastal News", "release",
    )  # fmt: skip
    assert document.statements.get().said_on == "2018-06-15"
    assert Outlet.objects.get().kind == "paper"
    edits = Event.objects.filter(verb=Verb.EDITED, object_type="document")
    assert [(one.detail["was"]["published"], one.detail["becomes"]["published"]) for one in edits] == [("2018-06-14", "2018-06-15")]


def test_saving_what_stands_changes_nothing(editor):
    document = make.make_document(language="tlh", published="2018-06")

    editor.post(source_of(document), typed(editor, document))

    assert (Document.objects.get().lock_version, Event.objects.filter(verb=Verb.EDITED).count()) == (document.lock_version, 0)


def test_outlet_alone_is_put_right_or_taken_away(editor):
    document = make.make_document()
    other = make.make_outlet("Harbour Press")

    for name, kept in (("harbour press", other), ("", None)):
        editor.post(source_of(document), typed(editor, document, outlet=name))
        assert Document.objects.get().outlet == kept


def test_what_is_public_leads_to_a_correction_and_is_not_typed_over(editor, client):
    document = make.make_public_statement().document
    form = {"title": "Other", "outlet": document.outlet.name, "kind": "article", "read_version": document.lock_version}

    answer = editor.post(source_of(document), form)

    assert "changes only by a correction" in answer.content.decode()
    assert reverse("admin:archive_document_propose", args=[document.pk]) in answer.content.decode()
    assert Document.objects.get().title == document.title
    client.force_login(make.make_user("editor", "publisher"))
    assert reverse("admin:archive_document_correct", args=[document.pk]) in client.get(source_of(document)).content.decode()


def test_outlet_put_right_at_another_capture_meanwhile_is_not_overwritten(editor):
    earlier = make.make_document()
    later = make.make_document(article=earlier.article, supersedes=earlier)
    form = typed(editor, later, title="Put right")
    editor.post(source_of(earlier), typed(editor, earlier, outlet=make.make_outlet("Harbour Press").name))

    answer = editor.post(source_of(later), form)

    assert "Somebody else saved this" in answer.content.decode()
    assert Document.objects.get(pk=later.pk).outlet.name == "Harbour Press"


def test_what_another_saved_meanwhile_is_not_overwritten(editor):
    document = make.make_document(title="Mine")
    form = typed(editor, document, title="Mine, put right")
    editor.post(source_of(document), typed(editor, document, title="Theirs"))

    answer = editor.post(source_of(document), form)

    assert "Somebody else saved this" in answer.content.decode()
    assert Document.objects.get().title == "Theirs"


def test_days_that_the_page_tells_are_choices(editor):
    document = make.make_document(published_readings=[["2018-06-14", "meta"], ["2018-06-15", "text"]])

    page = editor.get(source_of(document)).content.decode()

    assert 'value="2018-06-14">14 June 2018</button>' in page
    assert 'value="2018-06-15">15 June 2018</button>' in page


# Taken in by mistake


def test_document_taken_in_by_mistake_goes_with_a_reason(editor):
    document = make.make_document(title="By mistake")
    address = reverse("desk:remove-document", args=[document.public_id])

    assert "Give a reason" in messages_of(editor.post(address, {"reason": " "}, follow=True))[0]
    assert editor.post(address, {"reason": "It was the wrong file."}).url == LIST

    assert Document.objects.count() == 0
    assert Event.objects.get(verb=Verb.REMOVED).reason == "It was the wrong file."


def test_what_stands_in_the_way_is_told_where_the_button_would_be(editor):
    document = make.make_statement().document
    document = make.make_accepted_statement(make.make_document()).document

    page = editor.get(source_of(document)).content.decode()

    assert "It is still needed by 1 statement." in page
    assert "Remove it" not in page


def test_only_who_may_change_a_document_comes_here(client):
    document = make.make_document()
    client.force_login(make.make_user("reviewer"))

    assert client.get(source_of(document)).status_code == 403
    assert client.post(reverse("desk:remove-document", args=[document.public_id])).status_code == 403
    assert client.get(LIST).status_code == 200
