"""A sheet is brought: every row's outcome is shown, then done, row by row; broken off and gone on with; twice and nothing changes."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from archive import review
from archive.desk.lists.bringing import runs
from archive.enums import Verb
from archive.models import Document, Event, Sheet, Statement, User
from archive.models.lists.sheets import SheetStage
from tests import factories as make

pytestmark = pytest.mark.django_db
TEXT = "Prices fell, the minister said. Wages rose, he said. Prices fell again. It rains. It rains."


@pytest.fixture
def editor() -> User:
    return make.make_user("editor")


@pytest.fixture
def desk(client: Client, editor: User, monkeypatch) -> Client:
    monkeypatch.setattr(runs, "AT_ONCE", 60)  # also where other work slows this one
    client.force_login(editor)
    return client


@pytest.fixture
def document() -> Document:
    outlet = make.make_outlet("The Daily Sign")
    return make.make_document(TEXT, outlet=outlet, title="A talk", url="https://sign.example/talk", published="2023-05-18")


def bring(desk: Client, text: str | bytes, name: str = "sheet.csv"):
    raw = text if isinstance(text, bytes) else text.encode()
    return desk.post("/desk/import/", {"file": SimpleUploadedFile(name, raw)}, follow=True)


def outcomes(answer) -> list[tuple[int, str, str]]:
    return [(row.number, row.outcome_in_words, row.told) for row in answer.context["rows"]]


def do(desk: Client, answer):
    return desk.post(reverse("desk:sheet-do", args=[answer.context["sheet"].pk]), follow=True)


def test_every_outcome_is_shown_before_anything_is_written_and_then_done(desk, editor, document):
    speaker = make.make_speaker("Olga Reyne")
    known = make.make_statement(document, "Wages rose", speakers=["he"], said_on="2023-05-17")
    text = (
        "document,words,speaker,role,said on,kind,how it is said\n"
        f"{document.public_id},“Prices fell again”,Olga Reyne,minister,yesterday,,denied\n"
        f"{document.public_id},Prices fell again,Olga Reyne,minister,yesterday,indirect speech,denied\n"
        f"{document.public_id},Wages rose,Olga Reyne,,18 May 2023,,\n"
        f"{document.public_id},Nobody said this,,,,,\n"
    )

    shown = bring(desk, text)

    assert outcomes(shown) == [
        (2, "refused", "These words do not stand in “A talk”. Copy them from it, letter by letter."),
        (3, "a new draft", "in “A talk”, behind “… the minister said. Wages rose, he said.”"),
        (4, "changes", "speakers: he → Olga Reyne; said on: 17 May 2023 → 18 May 2023"),
        (5, "refused", "These words do not stand in “A talk”. Copy them from it, letter by letter."),
    ]
    assert list(Statement.objects.all()) == [known]
    assert not Event.objects.filter(verb__in=[Verb.ENTERED, Verb.EDITED]).exists()

    done = do(desk, shown)

    assert [row[1] for row in outcomes(done)] == ["refused", "entered", "changed", "refused"]
    new = Statement.objects.get(text="Prices fell again")
    assert (new.said_on, new.kind, new.force, new.drafted_by) == ("2023-05-17", "indirect", "denied", editor)
    assert [(who.speaker, who.role) for who in new.attributions.all()] == [(speaker, "minister")]
    assert Statement.objects.get(pk=known.pk).attributions.get().speaker == speaker
    assert done.context["sheet"].stage == SheetStage.DONE

    assert [row[1] for row in outcomes(bring(desk, text))] == ["refused", "the same already", "the same already", "refused"]


def test_own_sheet_comes_back_and_changes_nothing(desk, document):
    odd = make.make_document("=1+1, he said.", outlet=document.outlet, title="-")
    speakers = [(make.make_speaker("Olga Reyne"), "Ms Reyne", "minister"), "a source"]
    make.make_statement(odd, "=1+1", speakers=speakers, said_on="2023-05")
    make.make_public_statement(document, "Wages rose", force="asked")
    sheet = b"".join(desk.get("/desk/statements/statements.csv?state=any").streaming_content)

    shown = bring(desk, sheet)

    assert [row[1] for row in outcomes(shown)] == ["the same already"] * 2
    assert "No row would change anything." in shown.content.decode()
    changed = outcomes(bring(desk, sheet.decode().replace("'=1+1", "'=1").replace("2023-05,", "2023-06,")))
    assert changed[1][1:] == ("changes", "words: =1+1 → =1; said on: May 2023 → June 2023")


@pytest.mark.parametrize(
    ("heading", "row", "told"),
    [
        ("id,words", "nothing-so,", "No statement has the id “nothing-so”"),
        ("document,words", "ID,", "No words stand in this row."),
        ("document,words", "ID,It rains", "These words stand there 2 times."),
        ("document,words", "nowhere,It rains", "Its document is not here: add the source first"),
        ("url,words", "https://else.example/,It rains", "Its document is not here"),
        ("title,outlet,words", "A talk,The Daily Sign,It rains", "stand there 2 times"),
        ("title,outlet,words", "Another,The Daily Sign,It rains", "Its document is not here"),
        ("url,words,said on", "https://sign.example/talk,Wages rose,some day", "Write for instance"),
        ("url,words,kind", "https://sign.example/talk,Wages rose,a song", "“a song” is none of these: “direct speech”"),
    ],
)
def test_row_that_cannot_be_is_refused_with_what_to_do(desk, document, heading, row, told):
    shown = bring(desk, f"{heading}\n{row.replace('ID', document.public_id)}\n")

    assert outcomes(shown)[0][1] == "refused"
    assert told in outcomes(shown)[0][2]


def test_two_documents_of_one_title_are_told(desk, document):
    make.make_document("It rains.", outlet=document.outlet, title="A talk")

    shown = bring(desk, "title,outlet,words\nA talk,The Daily Sign,Wages rose\n")

    assert "Several documents are called so." in outcomes(shown)[0][2]


def test_of_words_that_stand_there_twice_the_one_that_is_a_statement_is_meant(desk, document):
    make.make_statement(document, "It rains", speakers=["he"])

    assert outcomes(bring(desk, f"document,words\n{document.public_id},It rains\n"))[0][1] == "the same already"


def test_second_row_about_the_same_words_is_refused(desk, document):
    row = f"{document.public_id},Wages rose\n"

    assert outcomes(bring(desk, f"document,words\n{row}{row}"))[1] == (
        3,
        "refused",
        "Row 2 is about the same words. Make one row of the two.",
    )


def test_row_with_an_id_moves_words_and_keeps_what_it_does_not_tell(desk, document):
    speaker = make.make_speaker("Olga Reyne")
    one = make.make_accepted_statement(document, "Wages", speakers=[(speaker, "Olga Reyne", "minister")])

    shown = bring(desk, f"id,words,speaker,language,page\n{one.public_id},Wages rose,Olga Reyne; he,en,p. 3\n")
    (row,) = outcomes(shown)
    assert row[1:] == ("changes", "; ".join([
        "words: Wages → Wages rose", "speakers: Olga Reyne → Olga Reyne; he", "place in the source: – → p. 3",
        "It was accepted, so it is a draft again",
    ]))  # fmt: skip

    do(desk, shown)
    changed = Statement.objects.get(pk=one.pk)
    assert (changed.text, changed.status, changed.locator) == ("Wages rose", "draft", "p. 3")
    assert [(who.name, who.role) for who in changed.attributions.all()] == [("Olga Reyne", "minister"), ("he", "")]


def test_day_in_other_words_is_the_same_day(desk, document):
    one = make.make_statement(document, "Wages rose", said_on="2023-05-17", speakers=["he"])

    assert outcomes(bring(desk, f"id,said on,roles\n{one.public_id},the 17th of May 2023,\n"))[0][1] == "the same already"


def test_roles_alone_are_given_to_who_stands_there(desk, document):
    one = make.make_statement(document, "Wages rose", speakers=["he"])

    do(desk, bring(desk, f"id,role\n{one.public_id},aide\n"))

    assert [(who.name, who.role) for who in Statement.objects.get(pk=one.pk).attributions.all()] == [("he", "aide")]


def test_what_a_person_has_to_look_at_is_asked_and_done_when_confirmed(desk, document):
    shown = bring(desk, f"document,words\n{document.public_id},rices fell again\n")
    sheet = shown.context["sheet"]
    assert outcomes(shown)[0][1] == "to be looked at"
    assert "inside a word" in shown.content.decode()

    ((seen, _told),) = shown.context["rows"][0].asked
    confirm = reverse("desk:sheet-confirm", args=[sheet.pk])
    checked = desk.post(confirm, {"seen": [f"2:{seen}", "x:y", f"{10**30}:y"]}, follow=True)
    assert outcomes(checked)[0][1] == "a new draft"

    assert outcomes(do(desk, checked))[0][1] == "entered"
    assert Statement.objects.get().confirmed


def test_what_has_to_be_looked_at_only_since_is_left_undone(desk, document):
    shown = bring(desk, f"document,words\n{document.public_id},Wages rose\n")
    make.make_statement(document, "Wages rose, he said", speakers=["he"])

    assert outcomes(do(desk, shown))[0][1] == "to be looked at"
    assert Statement.objects.count() == 1


def test_what_another_changed_since_is_shown_before_it_is_changed_again(desk, document):
    one = make.make_statement(document, "Wages rose", speakers=["he"], said_on="2023-05-17")
    shown = bring(desk, f"id,said on\n{one.public_id},2023-05-16\n")
    review.change(one, {"said_on": "2023-05-15"}, by=make.make_user("editor"))

    asked = do(desk, shown)

    assert Statement.objects.get().said_on == "2023-05-15"
    ((seen, told),) = asked.context["rows"][0].asked
    assert told == "Somebody changed this since. By now it would be: said on: 15 May 2023 → 16 May 2023"
    do(desk, desk.post(reverse("desk:sheet-confirm", args=[shown.context["sheet"].pk]), {"seen": [f"2:{seen}"]}, follow=True))
    assert Statement.objects.get().said_on == "2023-05-16"


def test_columns_are_chosen_once(desk, document):
    """A page that was left open would else make of the rows what nobody was told."""
    asked = bring(desk, f"file no,what\n{document.public_id},Wages rose\n")
    address = reverse("desk:sheet-columns", args=[asked.context["sheet"].pk])
    confirm = reverse("desk:sheet-confirm", args=[asked.context["sheet"].pk])
    chosen = {"column-0": "document", "column-1": "words"}
    assert desk.post(confirm, follow=True).context["sheet"].stage == SheetStage.COLUMNS
    desk.post(address, chosen)

    again = desk.post(address, {"column-0": "words", "column-1": "document"}, follow=True)

    assert "Its columns were chosen already." in again.content.decode()
    assert again.context["sheet"].columns == ["document", "words"]


def test_columns_that_are_not_known_are_asked(desk, document):
    asked = bring(desk, f"file no,what,mood\n{document.public_id},Wages rose,bad\n")
    sheet = asked.context["sheet"]
    assert sheet.stage == SheetStage.COLUMNS

    address = reverse("desk:sheet-columns", args=[sheet.pk])
    assert "Say in which column" in desk.post(address, {"column-1": "words"}, follow=True).content.decode()
    assert "Two columns mean the same" in desk.post(address, {"column-0": "words", "column-1": "words"}, follow=True).content.decode()
    shown = desk.post(address, {"column-0": "document", "column-1": "words", "column-2": "no such field"}, follow=True)
    assert outcomes(shown)[0][1] == "a new draft"


def lines(document: Document, number: int) -> str:
    words = [f"word{place:03}" for place in range(number)]
    text = make.make_document(" ".join(words), outlet=document.outlet)
    return "document,words\n" + "".join(f"{text.public_id},{word}\n" for word in words)


def test_run_goes_on_where_it_stopped(desk, document, monkeypatch, editor):
    monkeypatch.setattr(runs, "AT_ONCE", 0)
    shown = bring(desk, lines(document, 3))
    sheet = shown.context["sheet"]
    go_on = reverse("desk:sheet-go-on", args=[sheet.pk])
    assert shown.context["counts"] == [("new", "a new draft", 1), ("", "not looked through yet", 2)]
    assert 'hx-trigger="load' in shown.content.decode()

    part = desk.post(go_on, headers={"HX-Request": "true"})
    assert "Looked through: 2 of 3 rows" in part.content.decode()
    assert "<h1>" not in part.content.decode()
    assert desk.post(go_on, headers={"HX-Request": "true"})["HX-Refresh"] == "true"

    do(desk, shown)
    assert Statement.objects.count() == 1
    assert "Being done: 2 rows are left" in desk.get(reverse("desk:sheet", args=[sheet.pk])).content.decode()
    desk.post(go_on)
    desk.post(go_on)
    desk.post(go_on)
    assert (Statement.objects.count(), Sheet.objects.get().stage) == (3, SheetStage.DONE)
    assert {event.by for event in Event.objects.filter(verb=Verb.ENTERED)} == {editor}


def test_row_that_another_did_meanwhile_is_not_done_again(desk, document, editor):
    shown = bring(desk, f"document,words\n{document.public_id},Wages rose\n")
    (row,) = Sheet.objects.get().rows.all()
    do(desk, shown)

    runs._do(row, editor)

    assert Statement.objects.count() == 1


def test_what_nobody_looked_through_is_not_done(desk, document, monkeypatch):
    monkeypatch.setattr(runs, "AT_ONCE", 0)
    shown = bring(desk, lines(document, 3))

    do(desk, shown)

    assert Sheet.objects.get().stage == SheetStage.CHECKING
    assert Statement.objects.count() == 0


def test_rows_are_shown_by_outcome_and_fifty_at_a_time(desk, document):
    shown = bring(desk, lines(document, 52) + "nowhere,word000\n")
    address = reverse("desk:sheet", args=[shown.context["sheet"].pk])

    assert (len(shown.context["rows"]), shown.context["after"]) == (50, 51)
    assert [row.number for row in desk.get(address, {"after": "51"}).context["rows"]] == [52, 53, 54]
    assert [row.number for row in desk.get(address, {"outcome": "refused"}).context["rows"]] == [54]


def test_letters_that_were_guessed_are_told_with_the_way_out(desk, document):
    shown = bring(desk, "id,words\nx,Мост открыт весной\n".encode("cp1251"))

    assert "It was read as Windows-1251 (Cyrillic)." in shown.content.decode()
    assert "?letters=windows-1252" in shown.content.decode()
    assert desk.get("/desk/import/?letters=windows-1252").context["form"].initial == {"letters": "windows-1252"}


def test_what_is_no_sheet_is_told_beside_the_file(desk):
    assert "old kind" in str(bring(desk, b"\xd0\xcf\x11\xe0").context["form"].errors["file"])
    assert desk.post("/desk/import/", {}).context["form"].errors["file"]
    assert str(Sheet(name="a.csv")) == "a.csv"


def test_bringing_is_kept_and_listed(desk, document, editor):
    bring(desk, f"document,words\n{document.public_id},Wages rose\n", "march.csv")

    told = desk.get("/desk/import/").content.decode()

    assert "march.csv" in told
    assert "looked through, nothing done yet" in told
    assert str(Sheet.objects.get().rows.get()) == "march.csv 2"


def test_stage_refuses_by_role_and_the_row_tells_it(desk, document, client):
    shown = bring(desk, f"document,words\n{document.public_id},Wages rose\n")
    client.force_login(make.make_user("viewer"))

    assert do(client, shown).status_code == 403
