"""The review screen: a document's text with every statement marked, its cards, and what their buttons do."""

import re
from html import unescape

import pytest
from django.urls import reverse

from archive.enums import StatementStatus
from archive.models import SpeakerRole, Statement
from archive.review import change
from tests import factories as make
from tests.archive.desk.review.pages import TEXT, confirmable, page_of, press, words_of

pytestmark = pytest.mark.django_db


def test_text_of_the_page_is_the_text_to_the_letter(client, reviewer):
    document = make.make_document(TEXT)
    statement = make.make_statement(document, "The bridge will open in spring")
    make.make_rejected_statement(document, "will open")

    page = client.get(page_of(document)).content.decode()

    source = re.search(r'<section class="source".*?</section>', page, re.DOTALL)[0]
    assert unescape(re.sub(r"<[^>]*>", "", source)) == TEXT
    assert f'href="#card-{statement.public_id}"' in source


def test_accepting_goes_on_to_the_next_that_waits(client, reviewer):
    document = make.make_document(TEXT)
    first = make.make_statement(document, "The bridge will open in spring")
    second = make.make_statement(document, "No")

    answer = press(client, first).content.decode()

    first.refresh_from_db()
    assert first.status == StatementStatus.ACCEPTED
    assert f'data-focus="card-{second.public_id}"' in answer
    assert "1 of 2 left" in answer
    assert reverse("desk:links", args=[first.public_id]) in answer


def test_without_script_the_page_comes_back_at_the_next(client, reviewer):
    document = make.make_document(TEXT)
    first = make.make_statement(document, "The bridge will open in spring")
    second = make.make_statement(document, "No")

    answer = press(client, first, "reject", htmx=False, remark="A heading")

    first.refresh_from_db()
    assert first.status == StatementStatus.REJECTED
    assert answer.url == f"{page_of(document)}?from={second.start}-{second.end}#card-{second.public_id}"


def test_doubts_are_asked_beside_their_field_and_confirmed_as_they_were_shown(client, reviewer):
    statement = make.make_statement(make.make_document(TEXT), "No", said_on="", undated=False, speakers=["Anna Kovaleva"])

    asked = press(client, statement)

    statement.refresh_from_db()
    assert statement.status == StatementStatus.DRAFT
    assert "It has no date" in words_of(asked)
    press(client, statement, confirmed=confirmable(asked))
    statement.refresh_from_db()
    assert (statement.status, len(statement.confirmed)) == (StatementStatus.ACCEPTED, 2)


def test_what_was_not_shown_is_never_confirmed(client, reviewer):
    statement = make.make_statement(make.make_document(TEXT), "No", said_on="", undated=False)
    asked = press(client, statement)

    press(client, statement, confirmed=confirmable(asked), who_0="Ivan Petrov")

    statement.refresh_from_db()
    assert statement.status == StatementStatus.DRAFT


def test_accepting_saves_what_is_typed(client, reviewer):
    document = make.make_document(TEXT, published="2023-05-18")
    known = make.make_speaker("Anna Kovaleva", description="economist")
    statement = make.make_statement(document, "It costs 5", speakers=["Kovaleva"])
    start = TEXT.index("It costs")

    press(client, statement, who_0="Anna Kovaleva (economist)", said_on="15 May", kind="indirect", force="denied",
          occasion="Talks in Sarne", start=start, end=start + len("It costs 5 < 6 million"))  # fmt: skip

    statement.refresh_from_db()
    named = statement.attributions.get()
    assert (named.speaker, named.name) == (known, "Kovaleva")
    assert (statement.status, statement.text, statement.said_on) == (StatementStatus.ACCEPTED, "It costs 5 < 6 million", "2023-05-15")
    assert (statement.kind, statement.force, statement.occasion.name) == ("indirect", "denied", "Talks in Sarne")
    assert statement.said_rule.startswith("entered by an editor")


def test_what_was_saved_by_accepting_is_undone_with_it(client, reviewer):
    statement = make.make_statement(make.make_document(TEXT), "No", speakers=["Petrov"])
    press(client, statement, kind="mixed", who_0="Ivan Sidorov", meant_0="new")
    assert Statement.objects.get().attributions.get().speaker.name == "Ivan Sidorov"

    client.post(reverse("desk:take-back", args=[statement.document.public_id]))

    row = Statement.objects.get()
    assert (row.status, row.kind, [str(one) for one in row.attributions.all()]) == ("draft", "direct", ["Petrov"])


def test_somebody_new_is_entered_with_the_role(client, reviewer):
    statement = make.make_statement(make.make_document(TEXT), "No", speakers=["he"])

    press(client, statement, who_0="Ivan Petrov", role_0="mayor", meant_0="new")

    speaker = statement.attributions.get().speaker
    assert (speaker.name, speaker.roles.get().title) == ("Ivan Petrov", "mayor")
    statement.refresh_from_db()
    assert statement.status == StatementStatus.ACCEPTED


def test_nobody_is_entered_without_a_name(client, reviewer):
    statement = make.make_statement(make.make_document(TEXT), "No")

    press(client, statement, "save", who_0="", role_0="mayor", meant_0="new")

    named = statement.attributions.get()
    assert (named.speaker, named.role) == (None, "mayor")


def test_what_cannot_be_read_is_told_beside_its_field(client, reviewer):
    statement = make.make_statement(make.make_document(TEXT), "No")

    page = press(client, statement, said_on="soon", htmx=False)

    statement.refresh_from_db()
    assert statement.status == StatementStatus.DRAFT
    assert "“soon”" in words_of(page)
    assert 'value="soon"' in page.content.decode()
    assert re.search(rf'id="card-{statement.public_id}"[^>]* autofocus', page.content.decode())


def test_of_several_speakers_of_one_name_one_has_to_be_chosen(client, reviewer):
    poet = [make.make_speaker("Anna Kovaleva", description=one) for one in ("economist", "poet")][1]
    statement = make.make_statement(make.make_document(TEXT), "No")

    told = press(client, statement, "save", who_0="Anna Kovaleva")
    press(client, statement, "save", who_0="Anna Kovaleva", meant_0=poet.slug)

    assert "Several are called “Anna Kovaleva”. Choose who is meant." in words_of(told)
    assert f'name="meant_0" value="{poet.slug}"' in told.content.decode()
    assert statement.attributions.get().speaker == poet


def test_words_of_another_statement_lead_to_it(client, reviewer):
    document = make.make_document(TEXT)
    other = make.make_statement(document, "The bridge will open in spring")
    make.make_statement(document, "will open")

    page = client.get(page_of(document)).content.decode()

    assert f'href="{page_of(document)}?from={other.start}-{other.end}#card-{other.public_id}">Open the other statement' in page


def test_card_says_how_sure_the_reading_was_and_which_days_the_words_name(client, reviewer):
    document = make.make_document(TEXT)
    mentioned = [{"text": "spring", "edtf": "2023-21"}, {"text": "soon", "edtf": None}]
    make.make_statement(document, "The bridge", confidence=0.62, mentioned=mentioned, occasion_proposed="talks", place_proposed="Sarne")
    make.make_statement(document, "No", confidence=0.97)

    told = words_of(client.get(page_of(document)))

    assert "Check the speaker: only 62 % sure. · Days in the words: “spring” = spring 2023; “soon”" in told
    assert "Read as sure." in told
    assert "Take it as read: “talks, Sarne”" in told


def test_words_that_are_pasted_are_found(client, reviewer):
    statement = make.make_statement(make.make_document(f"{TEXT} “No,” she said."), "It costs 5")

    asked = press(client, statement, "save", text="No")
    assert "These words stand there 2 times" in words_of(asked)
    places = re.findall(r'name="place" value="([^"]*)"', asked.content.decode())
    press(client, statement, "save", text="No", place=places[1])

    statement.refresh_from_db()
    assert (statement.text, statement.start) == ("No", statement.document.text.rindex("No"))


def test_of_two_who_save_one_card_each_sees_what_the_other_did(client, reviewer):
    statement = make.make_statement(make.make_document(TEXT), "No", speakers=["Anna Kovaleva"])
    shown = client.get(page_of(statement.document)).content.decode()
    marks = unescape(re.search(r'name="read_values" value="([^"]*)"', shown)[1])
    other = make.make_user("editor")
    change(Statement.objects.get(pk=statement.pk), {"said_on": "2023-05-16", "kind": "indirect"}, by=other)

    told = press(client, statement, said_on="15 May 2023", read_values=marks)

    page = told.content.decode()
    assert "Saved meanwhile by somebody else: 16 May 2023." in words_of(told)
    assert 'value="15 May 2023"' in page
    assert '<option value="indirect" selected>' in page
    statement.refresh_from_db()
    assert 'value="16 May 2023"' in press(client, statement, "theirs:said_on", said_on="15 May 2023").content.decode()
    assert 'value="15 May 2023"' in press(client, statement, "theirs:nothing", said_on="15 May 2023").content.decode()


def test_no_date_can_be_found(client, reviewer):
    statement = make.make_statement(make.make_document(TEXT), "No", said_on="", undated=False)

    press(client, statement, "undated")

    statement.refresh_from_db()
    assert (statement.undated, statement.said_on) == (True, "")
    press(client, statement, "save", said_on="May 2023")
    statement.refresh_from_db()
    assert (statement.undated, statement.said_on) == (False, "2023-05")


def test_a_day_and_that_there_is_none_are_not_both_kept(client, reviewer):
    statement = make.make_statement(make.make_document(TEXT), "No")

    asked = press(client, statement, "save", undated="on").content.decode()

    assert "It has a date: untick" in asked.partition("No date can be found</label>")[2][:200]
    statement.refresh_from_db()
    assert not statement.undated


def test_day_of_publication_is_taken_where_it_is_another_now(client, reviewer):
    document = make.make_document(TEXT, published="2023-05-18T10:00:00Z")
    statement = make.make_statement(document, "No", said_rule="publication")
    assert "Take the day of publication" in words_of(client.get(page_of(document)))

    press(client, statement, "day-of-publication")

    statement.refresh_from_db()
    assert (statement.said_on, statement.said_rule) == ("2023-05-18", "publication")


def test_ends_of_the_words_are_put_right(client, reviewer):
    document = make.make_document(TEXT)
    statement = make.make_statement(document, "ridge will open in spring,”")

    press(client, statement, "mend-ends")

    statement.refresh_from_db()
    assert statement.text == "bridge will open in spring,"


@pytest.mark.parametrize("htmx", [True, False])
def test_who_is_named_on_one_card_is_named_on_all_drafts_of_the_text(client, reviewer, htmx):
    document = make.make_document(TEXT)
    first, second = (make.make_statement(document, words, speakers=["Anna Kovaleva"]) for words in ("The bridge", "No"))
    other = make.make_statement(document, "will open", speakers=["Boris Pell"])
    elsewhere = make.make_statement(make.make_document("“Never,” he said."), "Never", speakers=["Anna Kovaleva"])

    answer = press(client, first, "name-speakers", htmx=htmx)

    if not htmx:
        answer = client.get(answer.url)
    assert "Named: Anna Kovaleva. So is 1 other draft of this text." in words_of(answer)
    assert f'id="card-{second.public_id}"' in answer.content.decode()
    known = [one.attributions.get().speaker for one in (first, second, other, elsewhere)]
    assert known[0] == known[1]
    assert known[2:] == [None, None]


def test_name_of_several_people_is_left_to_its_own_card(client, reviewer):
    document = make.make_document(TEXT)
    for role in ("Mayor", "Minister"):
        SpeakerRole.objects.create(speaker=make.make_speaker("Anna Kovaleva"), title=role)
    first, second = (make.make_statement(document, words, speakers=["Anna Kovaleva"]) for words in ("The bridge", "No"))
    first.attributions.update(role="Mayor")

    press(client, first, "name-speakers")

    assert [one.attributions.get().speaker is None for one in (first, second)] == [False, True]


def test_editor_is_told_who_accepts(client):
    statement = make.make_statement(make.make_document(TEXT), "No")
    for role, is_told in (("editor", True), ("reviewer", False)):
        client.force_login(make.make_user(role))
        assert ("A reviewer accepts it or rejects it." in words_of(client.get(page_of(statement.document)))) is is_told


def test_speakers_and_occasion_are_taken_as_read(client, reviewer):
    document = make.make_document(TEXT)
    statement = make.make_statement(document, "No", speakers=["Anna Kovaleva"], occasion_proposed="talks", place_proposed="Sarne")

    press(client, statement, "name-speakers")
    statement.refresh_from_db()
    press(client, statement, "name-occasion")

    statement.refresh_from_db()
    assert (statement.attributions.get().speaker.name, str(statement.occasion)) == ("Anna Kovaleva", "Talks, Sarne, 17 May 2023")
    statement = Statement.objects.get(pk=statement.pk)
    press(client, statement, "save", occasion="")
    statement.refresh_from_db()
    assert statement.occasion is None


def test_refusal_of_the_act_stands_on_the_card(client, reviewer):
    statement = make.make_statement(make.make_document(TEXT), "No", speakers=["a source"])

    assert "No single speaker is proposed here" in words_of(press(client, statement, "take-proposed"))


def test_rejected_waits_again_and_accepted_is_returned_with_a_remark(client, reviewer):
    document = make.make_document(TEXT)
    rejected, accepted = make.make_rejected_statement(document, "No"), make.make_accepted_statement(document, "The bridge")

    press(client, rejected, "reopen")
    press(client, accepted, "return", remark="Who is meant?")

    assert set(Statement.objects.values_list("status", flat=True)) == {StatementStatus.DRAFT}
    assert f"{reviewer} returned it: Who is meant?" in words_of(client.get(page_of(document)))


def test_what_changed_since_acceptance_is_shown_word_by_word(client, reviewer):
    statement = make.make_accepted_statement(make.make_document(TEXT), "The bridge will open in spring")
    change(statement, {"span": (statement.start, statement.end - len(" in spring"))}, by=reviewer)

    page = client.get(page_of(statement.document)).content.decode()

    assert "<del>in spring</del>" in page
    assert "Accepted as" not in page


def test_what_else_was_changed_since_acceptance_is_told_as_it_stood(client, reviewer):
    statement = make.make_accepted_statement(make.make_document(TEXT), "No", speakers=["a source"])
    change(statement, {"said_on": "2023-05-16", "force": "denied", "speakers": []}, by=reviewer)
    change(statement, {"said_on": "2023-05-15"}, by=reviewer)
    undated = make.make_accepted_statement(statement.document, "The bridge", said_on="", speakers=[])
    change(undated, {"said_on": "2023", "speakers": [(None, "Petrov", "")]}, by=reviewer)

    told = words_of(client.get(page_of(statement.document)))

    assert "Accepted as said; 17 May 2023; a source" in told
    assert "Accepted as no date; no speaker" in told


def test_unknown_act_is_not_found(client, reviewer):
    statement = make.make_statement(make.make_document(TEXT), "No")

    assert press(client, statement, "burn").status_code == 404
    assert press(client, statement, read_version="").status_code == 200


def test_day_is_read_as_it_is_typed(client, reviewer):
    document = make.make_document(TEXT, published="2023-05-18")
    address = reverse("desk:read-date", args=[document.public_id])

    told = [words_of(client.get(address, {"said_on": typed})) for typed in ("yesterday", "soon", "")]

    assert told[0].startswith("read “yesterday” as 2023-05-17: 17 May 2023")
    assert told[1].startswith("“soon”:")
    assert told[2] == ""


def test_speakers_are_suggested_as_their_names_are_typed(client, reviewer):
    known = make.make_speaker("Anna Kovaleva")
    statement = make.make_statement(make.make_document(TEXT), "No", speakers=["he"])
    address = reverse("desk:speaker-suggest", args=[statement.public_id, 0])

    told = {typed: words_of(client.get(address, {"who_0": typed})) for typed in ("", "kovalev", "Petrov", "Anna Kovaleva")}

    assert told[""] == ""
    assert told["kovalev"] == f"{known} “kovalev”, somebody new “he” as printed, nobody by name"
    assert told["Petrov"] == "Nobody is called so yet. “Petrov”, somebody new “he” as printed, nobody by name"
    assert f"{known} is called so" in told["Anna Kovaleva"]


@pytest.mark.parametrize(
    ("role", "there", "missing"),
    [
        ("viewer", [], ["Accept", "Save", "Undo"]),
        ("editor", ["Save"], ["Accept", "Reject"]),
        ("reviewer", ["Accept", "Reject", "Save"], ["Publish"]),
        ("publisher", ["Publish what was accepted"], ["Accept", "Save"]),
    ],
)
def test_each_role_sees_what_it_may_do(client, role, there, missing):
    statement = make.make_statement(make.make_document(TEXT), "No")
    make.make_accepted_statement(statement.document, "The bridge")
    make.make_public_statement(statement.document, "will open")
    client.force_login(make.make_user(role))

    shown = re.findall(r"<(?:button|a)\b[^>]*>\s*([^<]+)", client.get(page_of(statement.document)).content.decode())

    assert [label for label in there if not any(label in one for one in shown)] == []
    assert [label for label in missing if any(one.strip() == label for one in shown)] == []


def test_long_document_is_shown_by_pages_and_begins_with_what_waits(client, reviewer, django_assert_max_num_queries):
    words = [f"number {turn:03}." for turn in range(120)]
    document = make.make_document("\n".join(words))
    rows = [make.make_statement(document, one) for one in words]
    for row in rows[:10]:
        make.accept(row)

    with django_assert_max_num_queries(29):
        first = client.get(page_of(document)).content.decode()
    shown = re.findall(r'id="card-(\w+)"', first)
    assert shown == [row.public_id for row in rows[10:35]]
    later, earlier = rows[35], rows[0]
    assert f"?from={later.start}-{later.end}" in first
    assert f"?from={earlier.start}-{earlier.end}" in first
    page = client.get(page_of(document), {"from": f"{later.start}-{later.end}"}).content.decode()
    assert re.findall(r'id="card-(\w+)"', page) == [row.public_id for row in rows[35:60]]


def test_next_that_waits_on_another_page_of_the_document_comes_with_its_page(client, reviewer):
    words = [f"The span number {turn:03} is finished." for turn in range(30)]
    document = make.make_document("\n".join(words))
    rows = [make.make_statement(document, one, speakers=["Petrov"]) for one in words]
    page = re.search(r'name="page" value="([^"]+)"', client.get(page_of(document)).content.decode()).group(1)
    assert page == f"{rows[0].start}-{rows[0].end} {rows[24].start}-{rows[24].end}"
    for row in rows[1:25]:
        make.accept(row)

    asked = press(client, rows[0], page=page)
    answer = press(client, rows[0], page=page, confirmed=confirmable(asked)).content.decode()

    assert re.findall(r'<article[^>]* id="card-(\w+)"[^>]* data-focus', answer) == [rows[25].public_id]
    assert f'hx-post="{reverse("desk:links", args=[rows[0].public_id])}"' in answer


@pytest.mark.parametrize("page", ["", "a-b c-d", "0-9", "1-2 9999999999999-9"])
def test_page_that_no_form_sends_is_taken_for_the_one_that_stands(client, reviewer, page):
    statement = make.make_statement(make.make_document(TEXT), "No")

    assert 'id="sheet"' not in press(client, statement, "save", page=page).content.decode()


def test_a_document_of_two_megabytes_is_shown_at_once(client, reviewer):
    document = make.make_document("A line of a very long text.\n" * 75_000)
    make.make_statement(document, "A line")

    page = client.get(page_of(document)).content.decode()

    assert page.count('class="part-of-text"') > 400


def test_document_without_statements_says_what_to_do(client, reviewer):
    document = make.make_document(TEXT, outlet=None, language="")

    assert "Nothing was found in this text" in words_of(client.get(page_of(document)))
