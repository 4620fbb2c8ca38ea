"""What each role may do in the admin: a table of every address and every act, which the tests walk."""

from copy import deepcopy

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from archive import linking
from archive.models import AccessChange, CopySuggestion, Document, Event, Judgement, OccasionSuggestion, Redirect, Revision, Suggestion
from tests.archive.admin.conftest import signed_in
from tests.factories import (
    make_accepted_statement,
    make_article,
    make_change_proposal,
    make_claim,
    make_document,
    make_feed,
    make_notice,
    make_notice_suggestion,
    make_occasion,
    make_occurrence,
    make_outlet,
    make_public_statement,
    make_rejected_statement,
    make_speaker,
    make_statement,
    make_user,
    make_withdrawn_statement,
    the_chief,
)

pytestmark = pytest.mark.django_db

ROLES = ("viewer", "editor", "reviewer", "publisher", "administrator of people")
V, E, R, P, A = ROLES
CONTENT, EVERYBODY = (V, E, R, P), ROLES
NOBODY: tuple[str, ...] = ()
OPENS = {200, 302}

TABLES = (
    "article", "changeproposal", "claim", "copysuggestion", "document", "event", "feed", "judgement", "noticesuggestion", "occasion",
    "occasionsuggestion", "occurrence", "outlet", "redirect", "revision", "speaker", "statement", "suggestion",
)  # fmt: skip
ADDED = ("article", "claim", "document", "feed", "occasion", "occurrence", "outlet", "speaker", "statement")
MENDED = ("claim", "occasion", "speaker", "statement")  # what a reviewer enters too, in what is reviewed
CORRECTED = ("article", "claim", "document", "occasion", "occurrence", "outlet", "speaker", "statement")

REMOVED = ("article", "claim", "document", "feed", "occasion", "outlet", "speaker")

# Who may open each page (by its name in the resolver). What stands in no row must not exist.
PAGES: dict[str, tuple[str, ...]] = {
    "index": EVERYBODY, "login": EVERYBODY, "logout": EVERYBODY, "password_change": EVERYBODY, "password_change_done": EVERYBODY,
    "jsi18n": EVERYBODY, "app_list": EVERYBODY, "autocomplete": CONTENT, "view_on_site": EVERYBODY,
    **{f"archive_{table}_{page}": CONTENT for table in TABLES for page in ("changelist", "change", "history")},
    **{f"archive_{table}_add": (E, R) if table in MENDED else (E,) if table in ADDED else NOBODY for table in TABLES},
    **{f"archive_{table}_delete": NOBODY for table in (*TABLES, "user")},
    **{f"archive_{table}_correct": (P,) for table in CORRECTED},
    **{f"archive_{table}_propose": (E,) for table in CORRECTED},
    "archive_changeproposal_take": (P,), "archive_changeproposal_decline": (P,),
    "archive_document_difference": CONTENT, "archive_speaker_merge": (P,), "archive_claim_merge": (P,), "archive_claim_split": (P,),
    "archive_occasionsuggestion_answer": (E, R), "archive_occasionsuggestion_take_back": (E, R),
    "archive_occasionsuggestion_carry_out": (P,),
    "archive_suggestion_judge": (E, R), "archive_suggestion_translation": (E, R), "archive_suggestion_undo": (E, R),
    **{f"archive_user_{page}": (A,) for page in ("changelist", "add", "change", "history")},
    "auth_user_password_change": (A,),
    **{f"archive_accesschange_{page}": (A,) for page in ("changelist", "change", "history")},
    "archive_accesschange_add": NOBODY, "archive_accesschange_delete": NOBODY,
}  # fmt: skip

# Who may do each act, and on which row it is tried.
ACTS: dict[tuple[str, str], tuple[str, ...]] = {
    ("document", "draft"): (E, R), ("document", "draft-without-questions"): (E, R), ("feed", "poll"): (E,), ("article", "recheck"): (E,),
    ("copysuggestion", "copy"): (E,), ("copysuggestion", "own"): (E,),
    ("noticesuggestion", "yes"): (E,), ("noticesuggestion", "yes-in-public"): (P,), ("noticesuggestion", "no"): (E,),
    ("document", "no-notice"): (P,),
    ("statement", "name-speakers"): (E, R), ("statement", "take-proposed"): (E, R),
    ("statement", "name-occasion"): (E, R), ("statement", "suggest"): (E, R),
    ("statement", "accept"): (R,), ("statement", "reject"): (R,), ("statement", "return"): (R,), ("statement", "reopen"): (R,),
    ("statement", "publish"): (P,), ("statement", "publish-again"): (P,), ("statement", "withdraw"): (P,),
    ("statement", "publish-links"): (P,),
    ("occurrence", "publish"): (P,), ("occurrence", "take-back"): (P,),
    ("judgement", "undo"): (E, R),
    **{(table, "remove"): (E,) for table in REMOVED},
}  # fmt: skip
ANSWERS = {"confirm": "yes", "reason": "A reason.", "revision_class": "retraction"}


def admin_patterns(patterns=None, prefix: str = "/admin/") -> list[tuple[str, str]]:
    """Every address of the admin: (name, pattern), catch-alls aside."""
    patterns = (
        next(one for one in get_resolver().url_patterns if getattr(one, "app_name", "") == "admin").url_patterns
        if patterns is None
        else patterns
    )
    found = []
    for one in patterns:
        if isinstance(one, URLResolver):
            found += admin_patterns(one.url_patterns, prefix + str(one.pattern))
        elif isinstance(one, URLPattern) and one.name:
            found.append((one.name, prefix + str(one.pattern)))
    return found


@pytest.fixture
def rows(_rows) -> dict:
    """As they are in the tables, whatever a test before made of them."""
    return deepcopy(_rows)


@pytest.fixture(scope="module")
def _rows(made_once) -> dict:
    return rows_of_every_table()


def rows_of_every_table() -> dict:
    """One row of each table for the pages, and for each act one on which it makes sense."""
    chief = the_chief()
    words = "The northern bridge over the river Veyra will be opened to freight trains."
    speakers = [make_speaker()]
    public = make_public_statement(make_document(f"First: {words}"), words, claims=["A claim"], occasion=make_occasion(), speakers=speakers)
    accepted = make_accepted_statement(make_document(f"Second: {words}"), words, speakers=speakers)
    linking.suggest([accepted])
    judged = make_occurrence(public, "Another claim", by=chief)
    draft = make_statement(speakers=["Pavel Lorne"], occasion_proposed="talks", place_proposed="Ostrel")
    article = public.document.article
    Document.objects.filter(pk=public.document.pk).update(supersedes=make_document("An earlier capture.", article=article))
    Redirect.objects.create(old_path="/speakers/a/", new_path="/speakers/b/", reason="Merged.", at="2024-01-01T00:00Z")
    by_table = {
        "article": article, "document": public.document, "outlet": article.outlet, "statement": public, "occasion": public.occasion,
        "speaker": public.attributions.get().speaker, "occurrence": public.occurrences.public().get(),
        "suggestion": Suggestion.objects.first(), "occasionsuggestion": OccasionSuggestion.objects.first(),
        "claim": public.occurrences.public().get().claim, "judgement": Judgement.objects.first(), "event": Event.objects.first(),
        "revision": Revision.objects.first(), "redirect": Redirect.objects.get(),
        "feed": make_feed("https://coastal.example/rss"), "user": make_user("viewer"),
        "accesschange": AccessChange.objects.create(person=chief, by=chief),
        "changeproposal": make_change_proposal(),
    }  # fmt: skip
    by_act = {
        ("statement", "name-speakers"): draft, ("statement", "take-proposed"): draft,
        ("statement", "name-occasion"): draft, ("statement", "accept"): make_statement(),
        ("statement", "reject"): draft, ("statement", "suggest"): accepted, ("statement", "return"): accepted,
        ("statement", "publish"): accepted, ("statement", "reopen"): make_rejected_statement(), ("statement", "withdraw"): public,
        ("statement", "publish-again"): make_withdrawn_statement(), ("document", "draft"): public.document,
        ("document", "draft-without-questions"): public.document,
        ("statement", "publish-links"): public,
        ("occurrence", "publish"): judged, ("occurrence", "take-back"): by_table["occurrence"], ("judgement", "undo"): judged.judgement,
    }  # fmt: skip
    pairs = [CopySuggestion.objects.create(document=make_document(), other=make_document(), likeness=0.9) for _ in "ab"]
    by_table["copysuggestion"] = pairs[0]
    by_act |= {("copysuggestion", "copy"): pairs[0], ("copysuggestion", "own"): pairs[1]}
    asked = [*(make_notice_suggestion() for _ in "ab"), make_notice_suggestion(other=public.document)]
    by_table["noticesuggestion"] = asked[0]
    by_act |= {("noticesuggestion", name): row for name, row in zip(("yes", "no", "yes-in-public"), asked, strict=True)}
    by_act |= {("document", "no-notice"): make_notice(public.document)}
    by_act |= {("feed", "poll"): by_table["feed"], ("article", "recheck"): article}
    by_act |= {(table, "remove"): row for table, row in zip(REMOVED, unneeded_rows(), strict=True)}
    return by_table | by_act


def unneeded_rows() -> list:
    """A row that may be removed of each table that has such an act."""
    feed = make_feed("https://gone.example/rss")
    return [make_article(None), make_claim(), make_document(), feed, make_occasion(), make_outlet(), make_speaker()]


def address(name: str, pattern: str, rows: dict) -> str:
    table = name.split("_")[1] if name.startswith("archive_") else "user"
    row = rows.get(table)
    values = {"object_id": row, "pk": row, "id": row}
    for variable, value in values.items():
        for converter in ("path:", "int:", ""):
            pattern = pattern.replace(f"<{converter}{variable}>", str(value.pk) if value else "1")
    pattern = (
        pattern.replace("<int:judgement>", str(rows["judgement"].pk))
        .replace("<path:content_type_id>", "1")
        .replace("<int:content_type_id>", "1")
    )
    return pattern.replace("^(?P<app_label>archive|auth)/$", "archive/").replace("^(?P<app_label>archive)/$", "archive/")


def test_table_names_every_page_of_the_admin():
    assert sorted({name for name, _pattern in admin_patterns()}) == sorted({*PAGES, *(f"archive_{table}_act" for table, _act in ACTS)})


def test_table_names_every_act():
    declared = {
        (model._meta.model_name, act.name)
        for model, model_admin in admin.site._registry.items()
        for act in getattr(model_admin, "acts", ())
    }

    assert declared == set(ACTS)


@pytest.mark.parametrize("role", ROLES)
def test_role_opens_the_pages_of_its_own_and_no_other(rows, role):
    client = signed_in(role)
    asked = [(name, address(name, pattern, rows)) for name, pattern in admin_patterns() if name in PAGES and not name.endswith("_undo")]

    wrong = []
    for name, url in asked:
        if name in ("logout", "autocomplete", "view_on_site", "login"):
            continue
        status = client.get(url).status_code
        if (status in OPENS) != (role in PAGES[name]) or status >= 500:
            wrong.append((name, url, status))
    assert wrong == []


@pytest.mark.parametrize("role", ROLES)
def test_role_does_the_acts_of_its_own_and_no_other(rows, role):
    client, wrong = signed_in(role), []
    for (table, act), allowed in ACTS.items():
        row = rows[(table, act)]
        before = Event.objects.count()
        status = client.post(f"/admin/archive/{table}/{row.pk}/act/{act}/", ANSWERS).status_code
        if (status == 302) != (role in allowed) or (status == 403) != (role not in allowed):
            wrong.append((table, act, status))
        if role not in allowed and Event.objects.count() != before:
            wrong.append((table, act, "left an event"))
    assert wrong == []


@pytest.mark.parametrize("role", ROLES)
def test_role_saves_only_what_it_enters(rows, role):
    client = signed_in(role)
    statuses = {table: client.post(f"/admin/archive/{table}/add/", {}).status_code for table in ADDED}

    assert statuses == {table: 200 if role == E or (role == R and table in MENDED) else 403 for table in ADDED}


@pytest.mark.parametrize("role", ROLES)
def test_role_judges_and_undoes_only_if_it_may(rows, role):
    client, suggestion, judgement = signed_in(role), rows["suggestion"], rows[("judgement", "undo")]
    statuses = [
        client.post(f"/admin/archive/suggestion/{suggestion.pk}/judge/", {"answer": "different"}).status_code,
        client.post(f"/admin/archive/suggestion/{suggestion.pk}/undo/{judgement.pk}/").status_code,
    ]

    assert statuses == [302 if role in (E, R) else 403] * 2


@pytest.mark.parametrize("role", ROLES)
def test_index_shows_a_role_what_it_may_see(role):
    groups = [str(group["name"]) for group in signed_in(role).get("/admin/").context["app_list"]]

    assert groups == (["People"] if role == A else ["Statements", "Claims said again", "Sources", "History"])


@pytest.mark.parametrize("role", ROLES)
def test_autocomplete_is_for_those_who_see_the_rows(role):
    asked = {"app_label": "archive", "model_name": "attribution", "field_name": "speaker", "term": "a"}

    assert signed_in(role).get("/admin/autocomplete/", asked).status_code == (403 if role == A else 200)


def test_stranger_and_person_without_staff_reach_nothing_but_the_login(rows):
    outside = Client()
    outside.force_login(make_user())

    for client in (Client(), outside):
        answers = {name: client.get(address(name, pattern, rows)) for name, pattern in admin_patterns() if name not in ("login", "logout")}
        assert {name for name, answer in answers.items() if answer.status_code != 302 or "/admin/login/" not in answer.url} == set()
