"""Visits to a server on this machine, which does what hostile and broken servers do."""

import gzip
import shutil
import socket
import ssl
import subprocess
import time
import zlib
from functools import partial

import pytest

from archive.fetching import Busy, Disallowed, Inward, Missing, Page, Unfetched, Visitor
from archive.fetching.asking import LARGEST
from tests.archive.fetching.serving import INSIDE, Site, answer, redirect, serving

PAGE = b"<p>The bridge will be opened.</p>"
AT = "http://paper.example"


def visitor(site: Site, seconds: float = 5.0, **changes) -> Visitor:
    return Visitor("OnRecord", "https://record.example", site.network(**changes), seconds=seconds)


def fetched(page, path: str = "/a", **changes) -> Page:
    with serving({path: page}) as site:
        return visitor(site, **changes).visit(AT + path)


def drip(before: bytes, _head: str, line: socket.socket) -> None:
    """One byte now and then, for ever: no single wait is long."""
    line.sendall(before)
    for _ in range(200):
        line.sendall(b"x")
        time.sleep(0.02)


def test_page_comes_with_what_its_head_says_of_it():
    page = fetched(answer(PAGE, 'ETag: "v1"', "Last-Modified: Wed, 17 May 2023 12:44:00 GMT", kind="text/html; charset=windows-1251"))

    assert page == Page(f"{AT}/a", PAGE, "text/html", "windows-1251", etag='"v1"', last_modified="Wed, 17 May 2023 12:44:00 GMT")


@pytest.mark.parametrize(
    ("target", "is_told"),
    [("/b", True), (f"{AT}/b", True), ("http://www.paper.example/b", False), ("http://other.example/b", False), (f"{AT}:443/b", False)],
)
def test_what_a_site_gave_us_to_remember_is_told_to_nobody_else(target, is_told):
    with serving({"/a": redirect(target), "/b": answer(PAGE)}) as site:
        visitor(site).visit(f"{AT}/a", etag='"v1"', last_modified="Wed, 17 May 2023 12:44:00 GMT")

    first, last = (next(head for head in site.heads if head.startswith(f"GET {path} ")) for path in ("/a", "/b"))
    assert 'If-None-Match: "v1"' in first
    assert ('If-None-Match: "v1"' in last, "If-Modified-Since" in last) == (is_told, is_told)


def test_visitor_says_who_it_is_and_brings_nothing_of_its_own(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("NETRC", "/nowhere")
    with serving({"/a": answer(PAGE, "Set-Cookie: a=b")}) as site:
        visits = visitor(site)
        visits.visit(f"{AT}/a")
        visits.visit(f"{AT}/a")

    assert site.asked == ["/robots.txt", "/a", "/a"]
    assert set(site.heads[-1].split("\r\n")) - {""} == {
        "GET /a HTTP/1.1", "Host: paper.example", "User-Agent: OnRecord/1.0 (+https://record.example)", "Accept: */*",
        "Accept-Encoding: gzip, deflate", "Connection: close",
    }  # fmt: skip


def test_unchanged_page_is_not_sent_again():
    with serving({"/a": answer(b"", status="304 Not Modified")}) as site:
        page = visitor(site).visit(f"{AT}/a", etag='"v1"', last_modified="Wed, 17 May 2023 12:44:00 GMT")

    assert page == Page(f"{AT}/a", is_unchanged=True)
    assert 'If-None-Match: "v1"\r\nIf-Modified-Since: Wed, 17 May 2023 12:44:00 GMT\r\n' in site.heads[-1]


@pytest.mark.parametrize(
    ("body", "packing"),
    [
        (gzip.compress(PAGE), "gzip"),
        (gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:]), "x-gzip"),
        (gzip.compress(PAGE) + b"\0" * 8, "gzip"),
        (zlib.compress(PAGE), "deflate"),
        (zlib.compress(PAGE)[2:-4], "deflate"),
        (PAGE, "identity"),
    ],
    ids=["one part", "two parts", "padded", "deflate", "bare deflate", "as it is"],
)
def test_packed_page_is_unpacked(body, packing):
    assert fetched(answer(body, f"Content-Encoding: {packing}")).body == PAGE


def test_page_in_chunks_is_put_together():
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (PAGE[:5], PAGE[5:])) + b"0\r\n\r\n"

    assert fetched(answer(chunks, "Transfer-Encoding: chunked")).body == PAGE


BOMB = gzip.compress(b"\0" * (20 * 2**20))
JUST_FITS = gzip.compress(b"\0" * LARGEST)
REFUSALS = [
    ("announced too large", answer(b"", f"Content-Length: {LARGEST + 1}"), Unfetched, "larger than the 5 MB"),
    ("too large", b"HTTP/1.0 200 OK\r\n\r\n" + b"x" * (LARGEST + 1), Unfetched, "larger than the 5 MB"),
    ("bomb", answer(BOMB, "Content-Encoding: gzip"), Unfetched, "larger than the 5 MB"),
    ("bomb in pieces", answer(JUST_FITS + gzip.compress(b"\0"), "Content-Encoding: gzip"), Unfetched, "larger than the 5 MB"),
    ("packed twice", answer(PAGE, "Content-Encoding: gzip, gzip"), Unfetched, "packed as gzip, gzip"),
    ("packed otherwise", answer(PAGE, "Content-Encoding: br"), Unfetched, "packed as br"),
    ("not packed at all", answer(PAGE, "Content-Encoding: gzip"), Busy, "can't be unpacked"),
    ("broken off", answer(PAGE, "Content-Length: 99"), Busy, "broke off"),
    ("broken off when packed", answer(gzip.compress(PAGE)[:-9], "Content-Encoding: gzip"), Busy, "broke off"),
    ("broken off in chunks", answer(b"ff\r\nabc", "Transfer-Encoding: chunked"), Busy, "no answer that a browser would understand"),
    ("no HTTP", b"220 smtp.paper.example ESMTP\r\n", Busy, "no answer that a browser would understand"),
    ("nothing", b"", Busy, "no answer that a browser would understand"),
    ("endless head", b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 500, Busy, "no answer that a browser would understand"),
    ("endless line", b"HTTP/1.1 200 OK\r\nX-A: " + b"b" * 100_000, Busy, "no answer that a browser would understand"),
    ("dripping head", partial(drip, b"HTTP/1.1 200 OK\r\nX-A: "), Busy, "too long"),
    ("dripping body", partial(drip, b"HTTP/1.1 200 OK\r\n\r\n"), Busy, "too long"),
    ("silence", lambda head, line: time.sleep(0.6), Busy, "too long"),
    ("gone", answer(b"", status="410 Gone"), Missing, "no such page (410)"),
    ("missing", answer(b"", status="404 Not Found"), Missing, "no such page (404)"),
    ("locked", answer(b"", status="401 Unauthorized"), Unfetched, "asks for a password (401)"),
    ("forbidden", answer(b"", status="403 Forbidden"), Unfetched, "lets no program in (403)"),
    ("error", answer(b"", status="503 Service Unavailable"), Busy, "the error 503"),
    ("redirect to nowhere", answer(b"", status="302 Found"), Unfetched, "without saying where"),
    ("redirect for ever", redirect("/a"), Unfetched, "more than 3 times"),
    ("redirect to no page", redirect("javascript:alert(1)"), Unfetched, "no web address"),
    ("redirect to a file", redirect("file:///etc/passwd"), Unfetched, "no web address"),
    ("redirect to a port", redirect("http://paper.example:22/"), Inward, "Port 22"),
    ("redirect inward", redirect("http://10.0.0.1/"), Inward, "10.0.0.1"),
    ("redirect to a tunnel inward", redirect("//[64:ff9b::7f00:1]/a"), Inward, "64:ff9b::7f00:1"),
    ("redirect to a number", redirect("http://2130706433/"), Inward, "a number in place of a host"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "kind", "words"), [row[1:] for row in REFUSALS], ids=[row[0] for row in REFUSALS])
def test_refusal_is_clear(page, kind, words):
    with pytest.raises(kind) as refusal:
        fetched(page, seconds=0.3 if words == "too long" else 5)

    assert type(refusal.value) is kind
    assert words in str(refusal.value)


def test_redirects_are_followed_and_each_is_resolved_and_checked():
    resolved = []

    def resolve(host, _port, _seconds):
        resolved.append(host)
        return [INSIDE]

    pages = {
        "/a": redirect("/b", "301 Moved"),
        "/b": redirect("//www.paper.example/c", "307 x"),
        "/c": redirect("d?x=й", "308 x"),
        "/d": answer(PAGE),
    }
    with serving(pages) as site:
        page = visitor(site, resolve=resolve).visit(f"{AT}/a")

    assert (page.url, page.body) == ("http://www.paper.example/d?x=%D0%B9", PAGE)
    assert site.asked == ["/robots.txt", "/a", "/b", "/robots.txt", "/c", "/d?x=%D0%B9"]
    assert resolved == ["paper.example"] * 3 + ["www.paper.example"] * 3


def test_host_that_is_bound_anew_between_redirects_leads_nowhere():
    answers = iter([[INSIDE], [INSIDE], ["169.254.169.254"]])
    pages = {"/a": redirect("/b"), "/b": answer(PAGE)}
    with serving(pages) as site, pytest.raises(Inward, match=r"paper\.example leads to 169\.254\.169\.254"):
        visitor(site, resolve=lambda *_: next(answers)).visit(f"{AT}/a")

    assert site.asked == ["/robots.txt", "/a"]


def test_next_address_of_a_name_is_tried_when_one_does_not_answer():
    with serving({"/a": answer(PAGE)}) as site:
        page = visitor(
            site,
            resolve=lambda *_: ["127.0.0.2", INSIDE],
            allowed=lambda ip: ip.startswith("127."),
            connect=lambda place, seconds: refuse_or(site, place, seconds),
        ).visit(f"{AT}/a")

    assert page.body == PAGE


def refuse_or(site: Site, place: tuple[str, int], seconds: float) -> socket.socket:
    if place[0] != INSIDE:
        raise ConnectionRefusedError
    return site.connect(place, seconds)


ROBOTS = b"User-agent: *\nDisallow: /private\nCrawl-delay: 7\n"


def test_page_that_robots_txt_closes_is_not_asked_for():
    with serving({"/robots.txt": answer(ROBOTS), "/private/a": answer(PAGE), "/b": redirect("/private/a")}) as site:
        visits = visitor(site)
        for path in ("/private/a", "/b"):
            with pytest.raises(Disallowed, match="asks programs not to fetch this page"):
                visits.visit(AT + path)

    assert site.asked == ["/robots.txt", "/b"]
    assert visits.delay(f"{AT}/b") == 7.0


@pytest.mark.parametrize(
    "robots",
    [answer(b"", status="500 x"), answer(b"", status="429 x"), partial(drip, b"HTTP/1.1 200 OK\r\n\r\n")],
    ids=["error", "too many", "dripping"],
)
def test_site_whose_robots_txt_can_not_be_read_is_left_alone(robots):
    with serving({"/robots.txt": robots, "/a": answer(PAGE)}) as site, pytest.raises(Busy):
        visitor(site, seconds=0.5).visit(f"{AT}/a")

    assert site.asked == ["/robots.txt"]


@pytest.mark.parametrize(
    "robots", [answer(b"", status="403 x"), answer(b"", status="404 x"), redirect("/robots.txt"), answer(b"\xff<html>")]
)
def test_site_without_rules_is_open(robots):
    with serving({"/robots.txt": robots, "/a": answer(PAGE)}) as site:
        assert visitor(site).visit(f"{AT}/a").body == PAGE


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate that nobody vouches for, of paper.example alone."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is missing")
    folder = tmp_path_factory.mktemp("certificate")
    command = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=paper.example"
    command += " -addext subjectAltName=DNS:paper.example"
    subprocess.run([openssl, *command.split(), "-keyout", folder / "key", "-out", folder / "certificate"], check=True, capture_output=True)
    return folder


def of_server(folder) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate", folder / "key")
    return context


def test_page_comes_over_tls_from_the_host_that_the_certificate_names(certificate):
    trusting = partial(ssl.create_default_context, cafile=certificate / "certificate")
    with serving({"/a": answer(PAGE)}, of_server(certificate)) as site:
        assert visitor(site, context=trusting).visit("https://paper.example/a").body == PAGE
        with pytest.raises(Unfetched, match=r"can't show that it is other\.example"):
            visitor(site, context=trusting).visit("https://other.example/a")


def test_certificate_that_nobody_vouches_for_is_refused(certificate):
    untrusted = pytest.raises(Unfetched, match=r"can't show that it is paper\.example: self.signed certificate")
    with serving({"/a": answer(PAGE)}, of_server(certificate)) as site, untrusted:
        visitor(site).visit("https://paper.example/a")


def test_server_without_tls_and_one_that_never_shakes_hands_are_refused_in_time():
    with serving({}) as site, pytest.raises(Busy, match=r"No secure connection|took too long"):
        visitor(site, seconds=0.5).visit("https://paper.example/a")
    with socket.create_server((INSIDE, 0)) as silent:
        site.port = silent.getsockname()[1]
        with pytest.raises(Busy, match="took too long"):
            visitor(site, seconds=0.3).visit("https://paper.example/a")
