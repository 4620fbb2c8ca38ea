"""Public rows change on a page of their own, with a class and a public reason."""

import pytest
from django.urls import reverse

from archive import publication
from archive.models import ChangeProposal, Revision, Statement
from tests.archive.admin.conftest import signed_in
from tests.archive.admin.forms import correct, messages, save, shown_correction, shown_fields
from tests.factories import make_document, make_occasion, make_public_statement, make_speaker, make_statement

pytestmark = pytest.mark.django_db
REASON = {"revision_class": "correction", "reason": "The outlet corrected itself."}


def address(row, page: str = "correct") -> str:
    return reverse(f"admin:archive_{row._meta.model_name}_{page}", args=[row.pk])


def fill(client, row, page="correct", **typed):
    """What the page shows, with what is typed."""
    return correct(client, address(row, page), **REASON | typed)


def public_rows() -> dict:
    statement = make_public_statement(claims=["A claim of all"], occasion=make_occasion("Talks"))
    article = statement.document.article
    return {
        "statement": (statement, {"kind": "indirect"}),
        "occurrence": (statement.occurrences.get(), {"likeness": "wider"}),
        "claim": (statement.occurrences.get().claim, {"text": "A claim of everybody"}),
        "speaker": (statement.attributions.get().speaker, {"name": "Anna Lorne"}),
        "outlet": (article.outlet, {"name": "Agency South"}),
        "occasion": (statement.occasion, {"held_on": "May 2023"}),
        "article": (article, {"url": "https://example.org/b"}),
        "document": (statement.document, {"title": "Other title"}),
    }


@pytest.mark.parametrize("table", ["statement", "occurrence", "claim", "speaker", "outlet", "occasion", "article", "document"])
def test_public_row_is_corrected_with_a_revision(publisher, table):
    row, typed = public_rows()[table]
    revised = row.statement if table == "occurrence" else row
    before = Revision.objects.of(revised).count()

    answer = fill(publisher, row, **typed)

    row.refresh_from_db()
    name, value = next(iter(typed.items()))
    revision = Revision.objects.of(revised).last()
    assert answer.status_code == 302
    assert getattr(row, name) == {"May 2023": "2023-05"}.get(value, value)
    assert Revision.objects.of(revised).count() == before + 1
    assert (revision.by, revision.revision_class, revision.reason, revision.changed) == (publisher.user, *REASON.values(), [name])
    assert messages(answer)[-1] == "Corrected. The change and its reason stand in the public log."


@pytest.mark.parametrize("table", ["claim", "speaker", "outlet", "occasion", "article", "document"])
def test_public_fields_stand_still_in_the_common_form(editor, table):
    row, typed = public_rows()[table]

    page = editor.get(address(row, "change"))
    answer = save(editor, address(row, "change"), **typed)

    assert set(typed).isdisjoint(page.context["adminform"].form.fields)
    assert f'<a href="{address(row, "propose")}">Propose a change</a>' in page.content.decode()
    assert "It became public while you were editing" in answer.content.decode()
    assert Revision.objects.of(row).count() == 1


def test_statement_gets_words_date_and_speakers_corrected(publisher):
    other = make_speaker("Pavel Lorne")
    statement = make_public_statement(make_document("He said: “We will not build it.” That was all."), "build it")

    answer = fill(
        publisher, statement, text="We will not build it", said_on="24 June 2024",
        **{"speakers-1-speaker": other.pk, "speakers-1-role": "Minister of Roads"},
    )  # fmt: skip

    statement.refresh_from_db()
    assert answer.status_code == 302
    assert (statement.text, statement.said_on, statement.version) == ("We will not build it", "2024-06-24", 2)
    assert statement.said_rule == "entered by an editor: read as day, month and year"
    assert [(one.name, one.role) for one in statement.attributions.all()][1:] == [("Pavel Lorne", "Minister of Roads")]
    assert Revision.objects.of(statement).last().changed == ["said_on", "said_rule", "span", "speakers"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({}, "Nothing would change."),
        ({"kind": "mixed", "reason": " "}, "This field is required."),
        ({"said_on": "04/05/2023"}, "4 May 2023 or 5 April 2023"),
        ({"said_on": ""}, "has no date"),
        ({"text": "words that nobody said"}, "do not stand in the text"),
    ],
)
def test_correction_that_cannot_be_is_refused_and_keeps_what_was_typed(publisher, typed, told):
    statement = make_public_statement()

    answer = fill(publisher, statement, locator="", **typed)

    assert told in answer.content.decode()
    assert answer.context["form"].data.get("reason") == (typed | REASON if "reason" not in typed else typed)["reason"]
    assert Revision.objects.of(statement).count() == 1


def test_correction_of_what_was_corrected_meanwhile_shows_both(publisher):
    statement = make_public_statement()
    opened = shown_correction(publisher.get(address(statement)))
    fill(publisher, statement, locator="page 7")

    answer = publisher.post(address(statement), opened | REASON | {"locator": "page 8"})

    assert "Saved meanwhile: “page 7”" in answer.content.decode()
    assert answer.context["form"]["locator"].value() == "page 8"
    assert Statement.objects.get().locator == "page 7"


@pytest.mark.parametrize(
    ("theirs", "ours", "stored"),
    [
        ({"locator": "page 7"}, {"kind": "mixed"}, ("page 7", "mixed", ["a source"])),
        ({"speakers-0-name": "two sources"}, {"kind": "mixed"}, ("", "mixed", ["two sources"])),
        ({"locator": "page 7"}, {"speakers-0-name": "two sources"}, ("page 7", "direct", ["two sources"])),
        ({"speakers-1-name": "two sources"}, {"kind": "mixed"}, ("", "mixed", ["a source", "two sources"])),
    ],
)
def test_correction_keeps_what_only_the_one_before_touched(publisher, theirs, ours, stored):
    statement = make_public_statement(speakers=["a source"])
    opened = shown_correction(publisher.get(address(statement)))
    fill(publisher, statement, **theirs)

    answer = publisher.post(address(statement), opened | REASON | ours)

    statement.refresh_from_db()
    assert answer.status_code == 302
    assert (statement.locator, statement.kind, [one.name for one in statement.attributions.all()]) == stored


def test_speakers_that_both_corrected_are_shown_before_they_are_overwritten(publisher):
    statement = make_public_statement(speakers=["a source"])
    opened = shown_correction(publisher.get(address(statement)))
    fill(publisher, statement, **{"speakers-0-name": "two sources"})

    answer = publisher.post(address(statement), opened | REASON | {"speakers-0-name": "nobody"})

    stood = [one.name for one in statement.attributions.all()]
    again = publisher.post(address(statement), shown_correction(answer) | REASON)
    assert "Speakers saved meanwhile: “two sources”" in answer.content.decode()
    assert (stood, again.status_code, [one.name for one in statement.attributions.all()]) == (["two sources"], 302, ["nobody"])


def test_what_is_not_public_is_sent_to_the_common_form(publisher):
    statement = make_statement()

    answer = publisher.get(address(statement))

    assert (answer.status_code, answer.url) == (302, address(statement, "change"))


def test_correcting_is_for_publishers(editor):
    assert editor.get(address(make_public_statement())).status_code == 403


THIEF = "THE CONVICTED THIEF"


@pytest.mark.parametrize("when", ["before", "after"])
def test_editor_alone_puts_no_name_on_a_public_page(editor, client, when):
    """Whether the form was opened before the speaker became public or afterwards."""
    speaker = make_speaker("Ada Moreau")
    speaker.roles.create(title="Mayor")
    opened = shown_fields(editor.get(address(speaker, "change")))
    make_public_statement(speakers=[speaker])
    shown = opened if when == "before" else shown_fields(editor.get(address(speaker, "change")))
    typed = {"aliases-TOTAL_FORMS": 1, "aliases-0-name": THIEF, "aliases-0-speaker": speaker.pk, "roles-0-title": THIEF}

    answer = editor.post(address(speaker, "change"), shown | typed)

    assert "It became public while you were editing" in answer.content.decode()
    assert (list(speaker.aliases.all()), speaker.roles.get().title) == ([], "Mayor")
    assert THIEF not in client.get(speaker.get_absolute_url()).content.decode()


def test_name_that_an_editor_proposes_stands_on_the_page_when_a_publisher_takes_it(editor, publisher, client):
    speaker = make_public_statement().attributions.get().speaker

    answer = fill(editor, speaker, "propose", **{"aliases-0-name": "A. Moreau", "roles-0-title": "Mayor", "roles-0-since": "May 2019"})

    proposal = ChangeProposal.objects.get()
    told = messages(answer)
    assert "From: read “May 2019” as 2019-05" in told[0]
    assert told[-1] == "Proposed. It waits for a publisher under “Proposed changes”."
    assert (proposal.becomes, proposal.by) == ({"aliases": ["A. Moreau"], "roles": [["Mayor", "2019-05", ""]]}, editor.user)
    assert "A. Moreau" not in client.get(speaker.get_absolute_url()).content.decode()
    publication.take(proposal, by=publisher.user)
    assert "A. Moreau" in client.get(speaker.get_absolute_url()).content.decode()


def test_publisher_corrects_names_and_roles(publisher):
    speaker = make_public_statement().attributions.get().speaker
    speaker.aliases.create(name="Wrong")
    speaker.roles.create(title="Mayor", since="2019")

    answer = fill(publisher, speaker, **{"aliases-0-DELETE": "on", "roles-0-until": "late 2021"})

    assert answer.status_code == 302
    assert not speaker.aliases.exists()
    assert list(speaker.roles.values_list("title", "since", "until")) == [("Mayor", "2019", "2021-10/2021-12")]
    assert Revision.objects.of(speaker).last().changed == ["aliases", "roles"]


@pytest.mark.parametrize("table", ["statement", "occurrence", "claim", "speaker", "outlet", "occasion", "article", "document"])
def test_editor_proposes_what_a_publisher_would_correct(editor, table):
    row, typed = public_rows()[table]
    revised = Revision.objects.count()

    answer = fill(editor, row, "propose", **typed)

    proposal = ChangeProposal.objects.get()
    assert (answer.status_code, Revision.objects.count()) == (302, revised)
    name, value = next(iter(typed.items()))
    assert proposal.becomes == {name: {"May 2023": "2023-05"}.get(value, value)}
    assert (proposal.by, proposal.revision_class, proposal.reason) == (editor.user, *REASON.values())
    assert editor.get(address(row, "change")).content.decode().count(address(proposal, "change")) == 1


def test_proposal_of_what_was_changed_meanwhile_shows_both(editor, publisher):
    statement = make_public_statement()
    opened = shown_correction(editor.get(address(statement, "propose")))
    fill(publisher, statement, locator="page 7")

    answer = editor.post(address(statement, "propose"), opened | REASON | {"locator": "page 8"})

    assert "Saved meanwhile: “page 7”" in answer.content.decode()
    assert not ChangeProposal.objects.exists()


def test_names_that_only_the_one_before_corrected_stay(publisher):
    speaker = make_public_statement().attributions.get().speaker
    opened = shown_correction(publisher.get(address(speaker)))
    fill(publisher, speaker, **{"aliases-0-name": "A. Moreau"})

    answer = publisher.post(address(speaker), opened | REASON | {"roles-0-title": "Mayor", "roles-0-since": "May 2019"})

    assert answer.status_code == 302
    assert list(speaker.aliases.values_list("name", flat=True)) == ["A. Moreau"]
    assert list(speaker.roles.values_list("title", "since")) == [("Mayor", "2019-05")]


@pytest.mark.parametrize("role", ["viewer", "reviewer"])
def test_who_may_neither_correct_nor_propose_is_told_whom_to_ask(role):
    client, row = signed_in(role), make_public_statement().document

    page = client.get(address(row, "change")).content.decode()

    assert "Ask a publisher for it." in page
    assert [client.get(address(row, way)).status_code for way in ("correct", "propose")] == [403, 403]


def test_correction_that_brings_a_doubt_asks_and_keeps_what_was_typed(publisher):
    statement = make_public_statement()

    asked = fill(publisher, statement, said_on="2099")
    ((seen, told),) = asked.context["form"].fields["looked_at"].choices
    stood = Statement.objects.get().said_on
    answer = publisher.post(address(statement), shown_correction(asked) | {"looked_at": [seen]})

    assert (stood, str(told)) == ("2023-05-17", "I have checked: The day of saying is still to come: 2099.")
    assert f'value="{seen}"' in asked.content.decode()
    assert (answer.status_code, Statement.objects.get().said_on) == (302, "2099")
