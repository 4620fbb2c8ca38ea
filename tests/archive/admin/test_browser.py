"""The admin's pages in a real browser: no violation of the security policy, no script error, and nothing new that axe finds."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from archive import linking
from archive.models import OccasionSuggestion, Speaker, Suggestion
from tests.archive.admin.claims.test_suggestion import SAYINGS
from tests.browser import faults_of_looks
from tests.factories import PASSWORD, make_accepted_statement, make_document, make_outlet, make_public_statement, make_statement, make_user

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

# What axe says of Django's own pages, by rule; anything else is ours to mend.
STOCK = {
    "aria-input-field-name",  # the boxes that select2 puts in place of a select
    "empty-table-header",  # the first column of a table inside a form
    "link-in-text-block",  # the links of the breadcrumbs, and “show all” beside a search
}


def signed_in_page(new_page: Callable[..., Page], **options) -> Page:
    user = make_user("editor", "reviewer", "publisher", "administrator of people")
    page = new_page(**options)
    page.goto("/admin/login/")
    page.get_by_label("Username").fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="The editors' side")).to_be_visible()
    return page


def save(page: Page) -> None:
    """Saved, and told so on the list that follows."""
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def a_record() -> dict[str, str]:
    """Addresses of a page of each sort."""
    statements = [make_accepted_statement(make_document(f"Before it. {words} After."), words, said_on=day) for day, words in SAYINGS]
    again = {"speakers": list(Speaker.objects.all()[:1]), "said_on": SAYINGS[0][0]}
    statements.append(make_accepted_statement(make_document(f"Elsewhere: {SAYINGS[0][1]}"), SAYINGS[0][1], **again))
    linking.suggest(statements)
    public, draft = make_public_statement(claims=["A claim"]), make_statement()
    claim, pair = make_public_statement(claims=["A claim"]).occurrences.get().claim, OccasionSuggestion.objects.get()
    public_row = {"statement": public, "speaker": public.attributions.get().speaker, "outlet": public.document.outlet}
    addresses = {"index": "/admin/", "pair": reverse("admin:archive_suggestion_change", args=[Suggestion.objects.first().pk])}
    addresses |= {f"{table} list": reverse(f"admin:archive_{table}_changelist") for table in ("statement", "suggestion", "event", "user")}
    addresses |= {
        f"{table} add": reverse(f"admin:archive_{table}_add") for table in ("statement", "document", "speaker", "occurrence", "user")
    }
    addresses |= {f"{table} correct": reverse(f"admin:archive_{table}_correct", args=[row.pk]) for table, row in public_row.items()}
    return addresses | {
        "draft": reverse("admin:archive_statement_change", args=[draft.pk]),
        "public": reverse("admin:archive_statement_change", args=[public.pk]),
        "document": reverse("admin:archive_document_change", args=[public.document.pk]),
        "history": reverse("admin:archive_statement_history", args=[public.pk]),
        "ask": reverse("admin:archive_statement_act", args=[public.pk, "withdraw"]),
        "one occasion": reverse("admin:archive_occasionsuggestion_change", args=[pair.pk]),
        "claim": reverse("admin:archive_claim_change", args=[claim.pk]),
        **{f"claim {act}": reverse(f"admin:archive_claim_{act}", args=[claim.pk]) for act in ("merge", "split")},
        "merge": reverse("admin:archive_speaker_merge", args=[public_row["speaker"].pk]),
    }


def test_pages_are_sound(new_page):
    addresses, page = a_record(), signed_in_page(new_page)

    found = {}
    for name, address in addresses.items():
        page.goto(address)
        found[name] = [line for line in faults_of_looks(page) if line.split(" ")[1] not in STOCK]

    assert {name: lines for name, lines in found.items() if lines} == {}


def test_conflict_page_keeps_the_words_and_shows_the_other_save(new_page):
    outlet = make_outlet("North")
    first, second = signed_in_page(new_page), signed_in_page(new_page)
    for page in (first, second):
        page.goto(reverse("admin:archive_outlet_change", args=[outlet.pk]))
    for page, zone in ((first, "Europe/Riga"), (second, "Europe/Oslo")):
        page.get_by_label("Time zone:").fill(zone)
    save(first)
    second.get_by_role("button", name="Save", exact=True).click()

    expect(second.get_by_text("Saved meanwhile: “Europe/Riga”")).to_be_visible()
    expect(second.get_by_label("Time zone:")).to_have_value("Europe/Oslo")


def test_what_only_the_first_of_two_typed_stays(new_page):
    outlet = make_outlet("North", kind="paper")
    first, second = signed_in_page(new_page), signed_in_page(new_page)
    for page in (first, second):
        page.goto(reverse("admin:archive_outlet_change", args=[outlet.pk]))
    first.get_by_label("Kind:").select_option("broadcaster")
    second.get_by_label("Time zone:").fill("Europe/Oslo")
    save(first)
    second.get_by_role("button", name="Save", exact=True).click()

    expect(second.get_by_text("What they changed stands beside yours.")).to_be_visible()
    outlet.refresh_from_db()
    assert (outlet.kind, outlet.time_zone) == ("broadcaster", "Europe/Oslo")


def test_what_is_doubtful_is_ticked_before_it_is_saved_and_accepted(new_page):
    statement = make_statement(make_document("He said: “We will build.” That was all."), "We will build.", speakers=[])
    page = signed_in_page(new_page)

    page.goto(reverse("admin:archive_statement_change", args=[statement.pk]))
    page.get_by_label("Said on:").fill("May 2099")
    page.get_by_role("button", name="Save", exact=True).click()
    box = page.get_by_label("I have checked: The day of saying is still to come: May 2099.")
    expect(box).to_be_visible()
    expect(page.get_by_label("Said on:")).to_have_value("May 2099")
    faults = [line for line in faults_of_looks(page) if line.split(" ")[1] not in STOCK]
    box.check()
    save(page)

    page.goto(reverse("admin:archive_statement_change", args=[statement.pk]))
    page.get_by_role("button", name="Accept").click()
    box = page.get_by_label("I have checked: No speaker stands beside these words.")
    expect(box).to_be_visible()
    faults += [line for line in faults_of_looks(page) if line.split(" ")[1] not in STOCK]
    box.check()
    page.get_by_role("button", name="Accept").click()

    expect(page.locator(".field-state")).to_contain_text("accepted")
    expect(page.locator(".field-state")).to_contain_text("Checked and confirmed:")
    assert faults == []


def test_accept_keeps_the_date_that_was_typed_and_enter_only_saves(new_page):
    statement = make_statement(make_document("He said: “We will build.” That was all."), "We will build.", speakers=["the ministry"])
    page = signed_in_page(new_page)
    form = reverse("admin:archive_statement_change", args=[statement.pk])

    page.goto(form)
    page.get_by_label("Said on:").fill("16 May 2023")
    page.get_by_label("Said on:").press("Enter")
    page.wait_for_url("**/statement/")
    statement.refresh_from_db()
    saved = (statement.status, statement.said_on)
    page.goto(form)
    page.get_by_label("Said on:").fill("12 May 2023")
    page.get_by_role("button", name="Accept").click()

    expect(page.locator(".field-state")).to_contain_text("accepted")
    statement.refresh_from_db()
    assert (saved, statement.status, statement.said_on) == (("draft", "2023-05-16"), "accepted", "2023-05-12")


def test_page_of_an_act_on_several_rows_is_sound_and_leaves_out_what_is_not_ticked(new_page):
    named, left = make_statement(speakers=["Pavel Lorne"]), make_statement(speakers=["Lena Orsk"])
    page = signed_in_page(new_page)

    page.goto(reverse("admin:archive_statement_changelist"))
    page.locator("#action-toggle").check()
    page.locator("select[name=action]").select_option("name-speakers")
    page.get_by_role("button", name="Go", exact=True).click()
    expect(page.get_by_text("“Lena Orsk”: a new speaker, a person.")).to_be_visible()
    faults = [line for line in faults_of_looks(page) if line.split(" ")[1] not in STOCK]
    page.locator(f"input[name=_selected_action][value='{left.pk}']").uncheck()
    page.get_by_role("button", name="Name the speakers as printed").click()

    expect(page.locator(".messagelist")).to_contain_text("Named: Pavel Lorne.")
    assert (faults, [one.name for one in Speaker.objects.all()]) == ([], ["Pavel Lorne"])
    assert named.attributions.get().speaker


def test_words_that_stand_twice_are_chosen_from_a_list(new_page):
    make_document("He said: “We will build.” Then again: “We will build.”", title="Twice")
    page = signed_in_page(new_page)

    page.goto(reverse("admin:archive_statement_add"))
    page.locator(".field-document .select2-selection").click()
    page.locator(".select2-search__field").fill("twice")
    page.locator(".select2-results__option", has_text="Twice").click()
    page.get_by_label("Words:").fill("We will build.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("radio").last.check()
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.locator(".messagelist .success")).to_contain_text("We will build.")
