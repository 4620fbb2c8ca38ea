"""Documents are pasted in, read over and drafted from."""

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from archive.capture.brought import few
from archive.errors import Refused
from archive.extraction import LONG, read_head
from archive.models import Document, Event
from archive.reading import LARGEST_FILE, ReadText
from archive.tasks import draft_document
from tests.archive.admin.forms import errors, messages, save
from tests.archive.reading.files import mail_of, warc_of, word_of
from tests.factories import make_document, make_outlet, make_public_statement

ADD = reverse("admin:archive_document_add")
TEXT = 'Border talks go on\n\n"We will keep the border open for everybody who wants to cross it," Anna Kovaleva said on 17 May 2023.\n'


def change(document: Document) -> str:
    return reverse("admin:archive_document_change", args=[document.pk])


def test_pasted_text_is_kept_to_the_letter_with_line_feeds(editor):
    outlet = make_outlet("Agency North")

    answer = save(
        editor, ADD, pasted=f"  {TEXT}\n".replace("\n", "\r\n"), outlet=outlet.pk, url="https://example.org/a", published_on="17 May 2023"
    )

    document = Document.objects.get()
    assert errors(answer) == {}
    assert document.text == f"  {TEXT}\n"
    assert bytes(document.raw) == f"  {TEXT}\n".encode()
    assert (document.article.url, document.outlet, document.published) == ("https://example.org/a", outlet, "2023-05-17")
    assert document.captured_by == editor.user
    assert "Published: read “17 May 2023” as 2023-05-17: 17 May 2023; read as day, month and year." in messages(answer)


def test_text_that_is_here_is_refused_with_a_link_and_stays_in_the_form(editor):
    save(editor, ADD, pasted=TEXT, url="https://example.org/a")
    known = Document.objects.get()

    answer = save(editor, ADD, pasted=TEXT, url="https://example.org/a")

    assert Document.objects.count() == 1
    assert f'<a href="{change(known)}">Open it</a>' in errors(answer)["pasted"][0]
    assert f'<a href="{change(known)}">Open it</a>' in answer.content.decode()
    assert answer.context["adminform"].form["pasted"].value() == TEXT


def test_unreadable_input_is_refused_beside_its_field(editor):
    typed = [{"pasted": " \n "}, {"pasted": "x\x00y"}, {"pasted": TEXT, "url": "nowhere"}, {"pasted": TEXT, "published_on": "04/05/2023"}]

    told = [sorted(errors(save(editor, ADD, **one))) for one in typed]

    assert told == [["pasted"], ["pasted"], ["pasted"], ["published_on"]]
    assert Document.objects.count() == 0


PAGE = b"""<html><head><title>Border talks go on</title><meta property="article:published_time" content="2019-05-17T09:30:00+02:00">
<link rel="canonical" href="https://example.org/2012/03/04/talks"></head><body><h1>Border talks go on</h1>
<p>The border will be open for everybody who wants to cross it, Anna Kovaleva told reporters in Valmere, and it will stay open.</p>
</body></html>"""


def test_uploaded_page_is_read_and_days_that_disagree_are_all_shown(editor):
    answer = save(editor, ADD, file=SimpleUploadedFile("talks.html", PAGE))

    document = Document.objects.get()
    shown = editor.get(change(document)).content.decode()
    assert errors(answer) == {}
    assert (document.file_name, document.form, bytes(document.raw)) == ("talks.html", "html", PAGE)
    assert document.published_readings == [["2012-03-04", "address"], ["2019-05-17T09:30:00+02:00", "meta article:published_time"]]
    assert "The page tells several dates." in shown
    assert "<li>4 March 2012 <span class='state'>address</span></li>" in shown


def test_uploaded_word_document_and_mail_are_read(editor):
    save(editor, ADD, file=SimpleUploadedFile("fee.docx", word_of("The bridge is free", TEXT.strip())))
    save(editor, ADD, file=SimpleUploadedFile("talks.eml", mail_of()))

    word, mail = Document.objects.order_by("id")
    assert (word.form, word.text) == ("word", f"The bridge is free\n\n{TEXT.strip()}")
    assert (mail.form, mail.title, mail.author, mail.published) == (
        "mail", "Border talks go on", "Anna Kovaleva", "2023-05-17T15:44:00+03:00",
    )  # fmt: skip


def test_encoding_is_asked_for_where_the_file_leaves_doubt(editor):
    raw = "Нет, сказал он.".encode("cp1251")

    asked = save(editor, ADD, file=SimpleUploadedFile("no.txt", raw))
    save(editor, ADD, file=SimpleUploadedFile("no.txt", raw), encoding="cp1251")

    assert errors(asked)["file"][0].startswith("The file is not UTF-8 text: byte 0 can't be read. Choose the encoding")
    assert [(one.text, one.encoding, one.encoding_source) for one in Document.objects.all()] == [("Нет, сказал он.", "cp1251", "header")]


def test_pasted_source_of_a_page_is_read_as_the_page(editor):
    save(editor, ADD, pasted=PAGE.decode())

    document = Document.objects.get()
    assert (document.form, document.title, bytes(document.raw)) == ("html", "Border talks go on", PAGE)
    assert "<p>" not in document.text


FEED = b"<rss><channel><item><title>The bridge opens</title></item><item><title>The ferry stops</title></item></channel></rss>"


def test_uploaded_feed_gives_its_entries_but_for_those_that_are_here(editor):
    save(editor, ADD, pasted="The bridge opens")

    answer = save(editor, ADD, file=SimpleUploadedFile("coast.rss", FEED + b"\n"))
    again = save(editor, ADD, file=SimpleUploadedFile("coast.rss", FEED))

    assert (answer.status_code, Document.objects.count()) == (302, 2)
    assert errors(again) == {"file": ["All 2 documents in this file are here already."]}


def test_uploaded_web_archive_tells_which_page_it_could_not_read(editor):
    raw = warc_of(("https://a.example/1", "text/html", b"<p></p>"), ("https://a.example/2", "text/html", PAGE))

    answer = save(editor, ADD, file=SimpleUploadedFile("a.warc", raw))

    assert Document.objects.get().article.url == "https://a.example/2"
    assert messages(answer)[0].startswith("https://a.example/1: No article text is found on the page.")


def test_upload_that_is_refused_is_told_beside_its_field(editor):
    empty = SimpleUploadedFile("empty.html", b"<div>" * 300)
    told = [errors(save(editor, ADD, **one)) for one in ({"file": empty}, {}, {"file": SimpleUploadedFile("a.txt", b"A."), "pasted": TEXT})]

    assert told == [
        {"file": ["No article text is found on the page. Open it, copy its text and paste that."]},
        {"pasted": ["Paste a text or choose a file, one of the two."]},
        {"pasted": ["Paste a text or choose a file, one of the two."]},
    ]
    assert Document.objects.count() == 0


def test_same_text_of_another_outlet_is_kept_and_said_to_be_the_same(editor):
    known = make_document(TEXT)

    answer = save(editor, ADD, pasted=TEXT, outlet=make_outlet().pk)

    assert Document.objects.latest("id").wire_copy_of == known
    assert any("the same text" in message and change(known) in message for message in messages(answer))


def test_change_page_shows_the_text_with_its_statements_marked_and_takes_no_other(editor):
    statement = make_public_statement(make_document('<b>He</b> said: "Open doors." Then he left.'), "Open doors.")
    document = statement.document

    html = editor.get(change(document)).content.decode()
    save(editor, change(document), text="Other words")

    assert "&lt;b&gt;He&lt;/b&gt; said: &quot;<mark>Open doors.</mark>&quot; Then he left." in html
    assert reverse("admin:archive_statement_change", args=[statement.pk]) in html
    document.refresh_from_db()
    assert document.text == '<b>He</b> said: "Open doors." Then he left.'


def test_draft_button_makes_drafts_and_says_how_many(editor):
    save(editor, ADD, pasted=TEXT, published_on="17 May 2023")
    document = Document.objects.get()

    answer = editor.post(reverse("admin:archive_document_act", args=[document.pk, "draft"]))

    assert document.statements.count() == 1
    assert messages(answer)[-2:] == ["1 new draft from “Border talks go on”.", "1 document taken up for reading."]


def test_second_button_leaves_questions_out(editor):
    turns = (
        "Q: Will the border be open?\n\nAnna Kovaleva: It will be open in May.\n\nQ: Will it be safe?\n\nAnna Kovaleva: It will be safe."
    )
    save(editor, ADD, pasted=turns, published_on="17 May 2023")
    document = Document.objects.get()

    editor.post(reverse("admin:archive_document_act", args=[document.pk, "draft-without-questions"]))

    assert [one.text for one in document.statements.order_by("start")] == ["It will be open in May.", "It will be safe."]


def test_transcript_without_labels_is_said_to_be_one(editor):
    talk = "A talk\n\n" + "Will the border be open in May?\n\nIt will be open in May, and free for all.\n\n" * 3
    save(editor, ADD, pasted=talk, published_on="17 May 2023")
    document = Document.objects.get()

    answer = editor.post(reverse("admin:archive_document_act", args=[document.pk, "draft"]))

    assert "reads like a transcript; no label was found" in messages(answer)[-2]


def test_long_text_is_read_by_the_worker(editor):
    saying = "“The border will stay open for everybody,” Anna Kovaleva said on 17 May 2023.\n\n"
    document = make_document(saying + "The talks went on in the town hall.\n\n" * (LONG // 36))

    answer = editor.post(reverse("admin:archive_document_act", args=[document.pk, "draft"]))

    assert "is long and is read in the background" in messages(answer)[-2]
    assert not document.statements.exists()
    (waiting,) = DBTaskResult.objects.filter(task_path=draft_document.module_path)
    assert draft_document.call(*waiting.args_kwargs["args"]) == "1 drafts"
    (statement,) = document.statements.all()
    assert (statement.text, statement.drafted_by.has_perm("archive.publish_statement")) == (
        "The border will stay open for everybody",
        False,
    )


def test_reading_is_put_right_until_it_is_public(editor):
    document = make_document(TEXT)

    answer = save(editor, change(document), title="Border talks", published="24 June 2024")

    document.refresh_from_db()
    assert errors(answer) == {}
    assert (document.title, document.published) == ("Border talks", "2024-06-24")
    event = Event.objects.first()
    assert (event.verb, event.by, event.detail["fields"]) == ("edited", editor.user, ["published", "title"])
    assert event.detail["changes"] == {"title": ["Border talks go on", "Border talks"], "published": ["", "2024-06-24"]}


def test_public_document_shows_its_public_fields_and_where_to_correct_them(chief):
    document = make_public_statement().document

    page = chief.get(change(document))

    assert "title" not in page.context["adminform"].form.fields
    assert f'<a href="{reverse("admin:archive_document_correct", args=[document.pk])}">Correct it</a>' in page.content.decode()


def test_pages_of_an_upload_that_unpacks_too_large_are_not_held():
    page = ReadText("words", "utf-8", raw=bytes(LARGEST_FILE // 2))

    assert list(few([page, page])) == [page, page]
    with pytest.raises(Refused, match="Take it in with the command capture"):
        list(few([page, page, ReadText("words", "utf-8", raw=b"x")]))


def test_text_is_read_before_the_transaction_in_which_others_wait(editor, monkeypatch):
    depths = []

    def watched(*text, **known):
        depths.append(len(connection.savepoint_ids))
        return read_head(*text, **known)

    monkeypatch.setattr(admin.site.get_model_admin(Document), "reader", watched)

    assert errors(save(editor, ADD, pasted=TEXT)) == {}
    assert depths == [len(connection.savepoint_ids)]
