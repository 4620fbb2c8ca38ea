"""Public rows change on a page of their own, with a class and a public reason."""

import pytest
from django.urls import reverse

from archive.models import Revision, Statement
from tests.archive.admin.forms import errors, messages, save
from tests.factories import make_document, make_occasion, make_public_statement, make_speaker, make_statement

REASON = {"revision_class": "correction", "reason": "The outlet corrected itself."}


def address(row, page: str = "correct") -> str:
    return reverse(f"admin:archive_{row._meta.model_name}_{page}", args=[row.pk])


def fill(client, row, **typed):
    """What the correction page shows, with what is typed."""
    form = client.get(address(row)).context["form"]
    forms = [form, *([form.speakers.management_form, *form.speakers.forms] if hasattr(form, "speakers") else [])]
    shown = {bound.html_name: bound.value() for one in forms for bound in one if bound.value() not in (None, False)}
    return client.post(address(row), shown | REASON | typed)


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
    assert "Ask a publisher for it." in page.content.decode()
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
    stale = {"read_version": statement.lock_version}
    fill(publisher, statement, locator="page 7")

    answer = fill(publisher, statement, locator="page 8", **stale)

    assert "Saved meanwhile: “page 7”" in answer.content.decode()
    assert answer.context["form"]["locator"].value() == "page 8"
    assert Statement.objects.get().locator == "page 7"


def test_what_is_not_public_is_sent_to_the_common_form(publisher):
    statement = make_statement()

    answer = publisher.get(address(statement))

    assert (answer.status_code, answer.url) == (302, address(statement, "change"))


def test_correcting_is_for_publishers(editor):
    assert editor.get(address(make_public_statement())).status_code == 403


def test_aliases_and_roles_of_a_public_speaker_are_still_entered(editor):
    speaker = make_public_statement().attributions.get().speaker
    rows = {
        "roles-TOTAL_FORMS": 1,
        "roles-0-title": "Minister",
        "roles-0-since": "May 2019",
        "roles-0-until": "late 2021",
        "roles-0-speaker": speaker.pk,
    }

    answer = save(editor, address(speaker, "change"), **rows)

    assert errors(answer) == {}
    assert list(speaker.roles.values_list("title", "since", "until")) == [("Minister", "2019-05", "2021-10/2021-12")]
    assert "From: read “May 2019” as 2019-05" in messages(answer)[0]
