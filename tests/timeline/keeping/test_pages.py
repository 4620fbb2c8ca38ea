"""What nobody has changed is not made again; and what is kept is what anybody would be told."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep

import brotli
import pytest
import time_machine
from django.core.cache.backends.base import BaseCache
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory

from archive.drafting import draft
from archive.models import ArchiveState
from archive.publication import correct, withdraw
from tests import factories as make
from timeline.conditional import ASK_EACH_TIME, conditional, release
from timeline.keeping.pages import KeptPages

DECODE = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}
OF_ITS_OWN = {"X-Request-ID"}  # each answer has another
OF_A_PAGE = ("ETag", "Vary", "Cache-Control", "Access-Control-Allow-Origin")
SAME = ("Content-Type", "Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy", "Cache-Control", "Vary")


@pytest.fixture
def said(db, pages):
    return make.make_public_statement(words="The gate is open")


def body_of(response: HttpResponse) -> bytes:
    return DECODE[response.get("Content-Encoding", "")](response.content)


def ask(path: str = "/chronology/", **headers: str) -> HttpResponse:
    return Client().get(path, headers=headers)


class Making:
    """A view that counts how often it makes its page, behind the cache alone."""

    def __init__(self, **answer: object) -> None:
        self.made, self.status = 0, answer.pop("status", 200)
        self.headers, self.cookie, self.lasts = answer.pop("headers", {}), answer.pop("cookie", ""), answer.pop("lasts", 0)
        self.site = KeptPages(conditional(self, **answer))

    def __call__(self, request: object) -> HttpResponse:
        self.made += 1
        sleep(self.lasts)
        response = HttpResponse(f"page {self.made}", status=self.status, headers=self.headers)
        if self.cookie:
            response.set_cookie(self.cookie, "1")
        return response

    def times(self, *requests: object) -> int:
        for request in requests:
            self.site(request)
        return self.made


def get(path: str = "/claims/", **headers: str) -> object:
    return RequestFactory().get(path, headers=headers)


# What is kept


@pytest.mark.parametrize("path", ["/", "/chronology/", "/search/?q=gate", "/api/v1/statements/", "/api/v1/openapi.json", "/method/"])
@pytest.mark.parametrize("accepted", ["", "gzip", "gzip, br"])
def test_kept_page_is_the_page_that_was_made(said, path, accepted, django_assert_num_queries):
    made = ask(path, accept_encoding=accepted)

    with django_assert_num_queries(1):
        kept = ask(path, accept_encoding=accepted)

    assert (kept.status_code, body_of(kept)) == (200, body_of(made))
    assert {name: made[name] for name in set(made.headers) - OF_ITS_OWN} == {name: kept[name] for name in set(kept.headers) - OF_ITS_OWN}
    assert (kept["Vary"], kept["Cache-Control"], int(kept["Content-Length"])) == ("Accept-Encoding", ASK_EACH_TIME, len(kept.content))
    assert set(SAME) <= set(kept.headers)


def test_page_is_made_once_for_all_encodings(said, django_assert_num_queries):
    pages = {"": ask(), "br": None, "gzip": None}

    with django_assert_num_queries(2):
        pages |= {name: ask(accept_encoding=name) for name in ("br", "gzip")}

    assert {name: page.get("Content-Encoding", "") for name, page in pages.items()} == {"": "", "br": "br", "gzip": "gzip"}
    assert len({body_of(page) for page in pages.values()}) == 1


@pytest.mark.parametrize("accepted", ["", "gzip", "br"])
@pytest.mark.parametrize("path", ["/chronology/", "/api/v1/statements/"])
def test_who_has_a_page_gets_304_and_no_body(said, path, accepted):
    made = ask(path, accept_encoding=accepted)
    again = ask(path, accept_encoding=accepted, if_none_match=f'"other", {made["ETag"]}')

    assert (again.status_code, again.content) == (304, b"")
    assert [again.get(name) for name in OF_A_PAGE] == [made.get(name) for name in OF_A_PAGE]
    assert {"Content-Type", "Content-Encoding", "Content-Length"} & set(again.headers) == set()


def test_strong_etag_of_the_api_names_the_bytes_as_they_are(said):
    plain, encoded = ask("/api/v1/statements/"), ask("/api/v1/statements/", accept_encoding="br")

    assert encoded["ETag"] == f"W/{plain['ETag']}"
    assert not plain["ETag"].startswith("W/")


def test_head_is_told_what_get_is_told(said):
    got, head = ask(), Client().head("/chronology/")

    assert (head.status_code, head.content, head["Content-Length"], head["ETag"]) == (200, b"", got["Content-Length"], got["ETag"])


def test_head_of_what_is_not_kept_keeps_nothing(said, pages):
    Client().head("/chronology/")

    assert not pages.exists()


def test_range_is_answered_with_the_whole(said):
    ask()

    assert (ask(range="bytes=0-9").status_code, body_of(ask(range="bytes=0-9"))) == (200, body_of(ask()))


# What changes is seen at once


def test_correction_and_withdrawal_are_seen_at_once(said):
    path = f"/statements/{said.public_id}/"
    before = body_of(ask(path))
    correct(said, by=make.the_chief(), changes={"language": "ru"}, revision_class="typo", reason="Misread.")
    corrected = body_of(ask(path))
    withdraw(said, by=make.the_chief(), revision_class="retraction", reason="Not his words.")

    assert before != corrected
    assert (ask(path).status_code, b"The gate is open" in body_of(ask())) == (410, False)


def test_words_of_a_new_draft_are_left_out_at_once(db, pages):
    words = "We will open the bridge in the spring"
    document = make.make_document(f'It is closed now. "{words}," Anna Kovaleva said.', title="The bridge")
    said = make.make_public_statement(document, "It is closed now.")
    path = f"/statements/{said.public_id}/"
    before = body_of(ask(path))

    (made,) = draft(document)

    assert made.text == words
    assert (words.encode() in before, words.encode() in body_of(ask(path))) == (True, False)


def test_page_that_tells_the_day_is_made_anew_tomorrow(db, pages):
    daily, other = Making(daily=True), Making()
    with time_machine.travel("2026-11-29T12:00:00+00:00", tick=False):
        assert (daily.times(get(), get()), other.times(get("/data/"), get("/data/"))) == (1, 1)
    with time_machine.travel("2026-11-30T12:00:00+00:00", tick=False):
        assert (daily.times(get(), get()), other.times(get("/data/"), get("/data/"))) == (2, 1)


def test_archive_that_was_put_back_from_a_copy_has_other_pages(db, pages):
    view = Making()
    ArchiveState.raise_revision()
    view.times(get())
    ArchiveState.objects.update(revision=0)
    ArchiveState.raise_revision()

    assert (ArchiveState.current_revision(), view.times(get())) == (1, 2)


def test_another_name_of_the_site_makes_other_pages(said, settings):
    ask()
    settings.SITE_NAME = "Another Record"
    release.cache_clear()
    try:
        assert b"Another" in body_of(ask())
    finally:
        release.cache_clear()


# Whose address it is


@pytest.mark.parametrize(
    "other",
    [
        "/search/?q=gate&speaker=",
        "/search/?speaker=&q=gate&outlet=",
        "/search/?q=gate&utm_source=letter&fbclid=x1",
        "/search/?order=&q=gate&cursor=",
    ],
)
def test_address_that_asks_the_same_is_the_same_page(db, pages, other):
    assert Making().times(get("/search/?q=gate"), get(other)) == 1


@pytest.mark.parametrize(
    "other",
    ["/search/", "/search/?q=gates", "/search/?q=gate&q=", "/search/?q=gate&q=gate", "/search/?q=gate&said_from=2019", "/search/?q=+gate"],
)
def test_address_that_may_ask_something_else_is_another_page(db, pages, other):
    assert Making().times(get("/search/?q=gate"), get(other)) == 2


def test_real_pages_are_the_same_under_both_addresses(said):
    assert body_of(ask("/search/?q=gate")) == body_of(ask("/search/?kind=&q=gate&utm_source=letter&order="))


def test_api_is_kept_under_the_very_address(said):
    ask("/api/v1/statements/")

    assert ask("/api/v1/statements/?utm_source=letter").status_code == 400


def test_api_refuses_a_form_that_it_has_not_though_it_has_the_answer(said):
    ask("/api/v1/statements/")

    assert ask("/api/v1/statements/", accept="application/xml").status_code == 406
    assert ask("/api/v1/statements/", accept="application/json").status_code == 200


def test_host_that_is_not_ours_gets_no_kept_page(said):
    ask()

    assert ask(host="elsewhere.example").status_code == 400


# What is not kept


@pytest.mark.parametrize("answer", [{"status": 404}, {"status": 410}, {"status": 301}, {"headers": {"Vary": "Cookie"}}, {"cookie": "mine"}])
def test_what_is_not_for_all_is_not_kept(db, pages, answer):
    assert Making(**answer).times(get(), get()) == 2


def test_who_has_a_session_gets_and_leaves_no_kept_page(said, pages):
    editor = Client()
    editor.force_login(make.make_user("editor"))
    editor.get("/chronology/")
    editor.get("/admin/")

    assert not pages.exists()
    ask()
    assert "Content-Encoding" not in editor.get("/chronology/").headers


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/nothing/", "/statements/0000000000/", "/api/v1/statements/0000000000/"])
def test_admin_and_errors_are_not_kept(said, pages, path):
    response = ask(path, accept_encoding="gzip")

    assert not pages.exists()
    assert "Cache-Control" in response.headers


def test_what_is_sent_is_not_answered_from_kept_pages(db, pages):
    assert Making(also=("POST",)).times(get(), RequestFactory().post("/claims/"), RequestFactory().post("/claims/"), get()) == 3


def test_what_is_not_kept_is_compressed_with_bytes_by_chance(db, pages):
    one, two = (ask("/admin/login/", accept_encoding="gzip, br") for _ in range(2))

    assert (one["Content-Encoding"], two["Content-Encoding"]) == ("gzip", "gzip")
    assert b"csrfmiddlewaretoken" in body_of(one)
    assert body_of(one) != body_of(two)


# Many at once


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_many_who_ask_at_once_one_makes_the_page(pages):
    view, start = Making(lasts=0.05), Barrier(6)

    def asks(number: int) -> bytes:
        start.wait()
        try:
            return view.site(get()).content
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        answers = set(pool.map(asks, range(6)))

    assert (view.made, answers) == (1, {b"page 1"})


class Gone(BaseCache):
    """A cache whose server does not answer."""

    def __init__(self, location: str, params: dict) -> None:
        super().__init__(params)

    def get(self, key, default=None, version=None):
        raise ConnectionError("refused")

    set = get


@pytest.mark.usefixtures("said")
def test_a_cache_that_is_gone_takes_no_page_with_it(settings, caplog):
    settings.CACHES = settings.CACHES | {"pages": {"BACKEND": f"{__name__}.Gone"}}

    page = ask()

    assert (page.status_code, "The gate is open" in body_of(page).decode()) == (200, True)
    assert "does not answer: pages are made anew" in caplog.text
