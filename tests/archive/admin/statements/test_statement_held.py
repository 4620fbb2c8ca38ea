"""Whether words are denied, asked or supposed is seen and set wherever editors meet them."""

from django.urls import reverse

from archive import linking
from archive.drafting import draft
from archive.models import OccasionSuggestion, Revision, Suggestion
from tests import factories as make
from tests.archive.admin.forms import errors, save

LIST = reverse("admin:archive_statement_changelist")
WORDS = "the dam programme at Orsel was in serious trouble before the winter"
MARK = "[Denied] "


def change(row) -> str:
    return reverse(f"admin:archive_{row._meta.model_name}_change", args=[row.pk])


def page(client, address: str) -> str:
    return client.get(address).content.decode()


def test_force_is_typed_when_a_statement_is_entered(editor):
    document = make.make_document(f"Anna Kovaleva denied that {WORDS}.")

    answer = save(editor, reverse("admin:archive_statement_add"), document=document.pk, text=f"denied that {WORDS}", force="denied")

    assert errors(answer) == {}
    assert document.statements.get().force == "denied"


def test_force_of_a_draft_is_put_right(editor):
    draft = make.make_statement(words=WORDS)

    assert errors(save(editor, change(draft), force="asked")) == {}

    draft.refresh_from_db()
    assert draft.force == "asked"


def test_force_is_not_changed_under_a_link_and_the_form_says_what_to_do(editor):
    accepted = make.make_accepted_statement(words=WORDS)
    make.make_occurrence(accepted, "The dam programme was in trouble.")

    answer = save(editor, change(accepted), force="denied")

    assert "take that answer back" in " ".join(errors(answer)["__all__"]).lower()
    accepted.refresh_from_db()
    assert accepted.force == "asserted"


def test_force_of_a_public_statement_is_corrected_with_a_revision(publisher):
    public = make.make_public_statement(words=WORDS)
    address = reverse("admin:archive_statement_correct", args=[public.pk])
    form = publisher.get(address).context["form"]
    forms = [form, form.speakers.management_form, *form.speakers.forms]
    shown = {bound.html_name: bound.value() for one in forms for bound in one if bound.value() not in (None, False)}

    answer = publisher.post(address, shown | {"force": "denied", "revision_class": "correction", "reason": "She denied it."})

    public.refresh_from_db()
    assert (answer.status_code, public.force) == (302, "denied")
    assert Revision.objects.of(public).last().changed == ["force"]


def test_form_says_by_which_words_it_was_read_as_a_denial(editor):
    (drafted,) = draft(make.make_document(f"Anna Kovaleva denied that {WORDS}."))

    shown, listed = page(editor, change(drafted)), page(editor, LIST)

    sure = f"{round(100 * drafted.confidence)} %"
    assert "denied, by the words “denied that”" in shown
    assert f"sure to {sure}" in shown
    assert sure in listed


def test_list_marks_and_narrows_to_denials(editor):
    make.make_statement(words="the road was built")
    make.make_statement(words=WORDS, force="denied")

    everything, narrowed = page(editor, LIST), page(editor, f"{LIST}?force__exact=denied")

    assert f"{MARK}{WORDS}" in everything
    assert "the road was built" in everything
    assert f"{MARK}{WORDS}" in narrowed
    assert "the road was built" not in narrowed


def test_pages_that_ask_show_what_the_speaker_does(editor):
    speaker = make.make_speaker()
    earlier = make.make_accepted_statement(words=WORDS, said_on="2023-05-17", speakers=[speaker], force="denied")
    later = make.make_accepted_statement(words=WORDS, said_on="2023-05-18", speakers=[speaker], force="denied")
    link = make.make_occurrence(earlier, "The dam programme was in trouble.", stance="denies")
    linking.suggest([later])
    pair, report = Suggestion.objects.get(), OccasionSuggestion.objects.get()
    held = '<strong class="held">Denied</strong>'

    assert page(editor, change(pair)).count(held) == 2
    assert page(editor, change(report)).count(held) == 2
    assert page(editor, reverse("admin:archive_suggestion_changelist") + "?state=all").count(MARK) == 2
    assert page(editor, reverse("admin:archive_occasionsuggestion_changelist")).count(MARK) == 2
    assert MARK in page(editor, reverse("admin:archive_occurrence_changelist"))
    assert MARK in page(editor, change(link.claim))
    assert "<strong class='held'>Denied</strong>" in page(editor, change(link.judgement))


def test_who_decides_on_a_row_sees_that_it_is_denied(reviewer):
    draft = make.make_statement(words=WORDS, force="denied")

    assert MARK in page(reviewer, change(draft))


def test_pair_that_is_held_otherwise_offers_no_likeness(editor):
    make.make_accepted_statement(words=WORDS, said_on="2023-05-17")
    linking.suggest([make.make_accepted_statement(words=WORDS, said_on="2023-05-18", force="denied")])

    shown = page(editor, change(Suggestion.objects.get()))

    assert 'name="answer" value="denies"' in shown
    assert 'name="answer" value="same"' not in shown
    assert "The later speaker denies it, the earlier says it" in shown


def test_link_of_a_denial_is_not_typed_over_as_a_saying(editor):
    denial = make.make_accepted_statement(words=WORDS, force="denied")
    link = make.make_occurrence(denial, "The dam programme was in trouble.", stance="denies")

    answer = save(editor, change(link), stance="asserts")

    assert "Its speaker denies this" in " ".join(errors(answer)["__all__"])
