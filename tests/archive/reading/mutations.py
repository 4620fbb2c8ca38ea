"""Hostile files: good ones of every form, mutated by chance that can be repeated, and bombs.

`mutated(count)` gives named files, the same for the same count.
"""

from __future__ import annotations

import gzip
import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator

from tests.archive.reading.files import mail_of, page_of, pdf_file, pdf_of, pdf_stream, record_of, wacz_of, warc_of, word_of
from tests.archive.reading.pages import PAGES

File = tuple[str, bytes]
SEED = 20_230_517
RSS = b"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Valmere News</title>
<item><title>Border talks go on</title><link>https://v.example/1</link><pubDate>Wed, 17 May 2023 15:44:00 +0300</pubDate>
<description>&lt;p&gt;The border will be open for everybody.&lt;/p&gt;</description></item></channel></rss>"""
SRT = b"1\n00:00:01,000 --> 00:00:03,500\n<i>We will keep</i> the border open\n\n2\n00:00:04,000 --> 00:00:06,000\nfor everybody.\n"
WARC = warc_of(("https://v.example/1", "text/html; charset=utf-8", page_of()), ("https://v.example/2", "text/html", page_of("Another")))
RTF = rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Arial;}}\f0 \'cc\'e5\'eb\u1100?\par {\pict 89504e47}The border\par}"
HTML_PART = f"--b\nContent-Type: text/html\nContent-Location: https://v.example/1\n\n{page_of().decode()}\n--b--"
MHTML = mail_of(HTML_PART, kind='multipart/related; boundary="b"', more="Snapshot-Content-Location: https://v.example/1\n")
OLD = "Мельница останется в руках города, сказала Анна Холт.".encode("cp1251")
PAGE_FILES: list[File] = [(f"{number}.html", page.html) for number, page in enumerate(PAGES)]
OTHERS: list[File] = [
    ("a.rss", RSS), ("a.srt", SRT), ("a.vtt", b"WEBVTT\n\n" + SRT.replace(b",", b".")), ("a.txt", page_of()), ("a.md", SRT),
    ("a.pdf", pdf_of(["Joint statement", "17 May 2023"], ["The border will be open."])), ("b.pdf", pdf_of(["One"] * 40)),
    ("a.warc", warc_of(("https://v.example/1", "text/html", page_of()), packed=False)), ("a.warc.gz", WARC), ("a.wacz", wacz_of(WARC)),
]  # fmt: skip


def mutated(count: int) -> Iterator[File]:
    """So many files, the bombs first."""
    chance = random.Random(SEED)
    bombs = list(BOMBS.items())[:count]
    for name, bomb in bombs:
        yield name, bomb()
    for number in range(count - len(bombs)):
        yield mutant(number, chance)


def mutant(number: int, chance: random.Random) -> File:
    """Pages and files of other forms by turns, with one to four mutations."""
    files = PAGE_FILES if number % 2 else OTHERS
    name, raw = files[number // 2 % len(files)]
    for _ in range(chance.randint(1, 4)):
        raw = chance.choice(MUTATIONS)(raw, chance)
    return f"{number}-{name}", raw


# Mutations


def flip_bytes(raw: bytes, chance: random.Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(chance.randint(1, 40)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(raw: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randint(0, len(raw))]


def cut_out(raw: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(raw))
    return raw[:start] + raw[start + chance.randint(1, 200) :]


def repeat(raw: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(raw))
    piece = raw[start : start + chance.randint(1, 400)]
    return raw[:start] + piece * chance.choice([2, 10, 300]) + raw[start:]


def put_in(*pieces: bytes) -> Callable[[bytes, random.Random], bytes]:
    def mutation(raw: bytes, chance: random.Random) -> bytes:
        at = chance.randint(0, len(raw))
        return raw[:at] + chance.choice(pieces) * chance.choice([1, 3, 200]) + raw[at:]

    return mutation


def reencode(raw: bytes, chance: random.Random) -> bytes:
    """The whole or half of it in another encoding."""
    text = raw.decode("utf-8", "replace")
    half = chance.choice([0, len(text) // 2])
    return text[:half].encode() + text[half:].encode(
        chance.choice(["utf-16", "cp1251", "utf-7", "shift_jis", "koi8-r", "utf-8-sig"]), "replace"
    )


def nest(raw: bytes, chance: random.Random) -> bytes:
    tag, depth = chance.choice([b"div", b"p", b"b", b"table", b"item", b"svg", b"select", b"font"]), chance.choice([10, 200, 400, 5000])
    at = chance.randint(0, len(raw))
    return raw[:at] + b"<%b>" % tag * depth + raw[at:] + b"</%b>" % tag * chance.choice([0, depth])


def change_numbers(raw: bytes, chance: random.Random) -> bytes:
    """Lengths, years and offsets that are not what they say."""
    changed = bytearray(raw)
    for digit in re.finditer(rb"\d", raw[:20_000]):
        if chance.random() < 0.05:
            changed[digit.start()] = chance.choice(b"0123456789")
    return bytes(changed)


MUTATIONS = [
    flip_bytes, cut, cut_out, repeat, reencode, nest, change_numbers,
    put_in(b"\0", b"\x1b", b"\xff\xfe", b"\xed\xa0\x80", b"\x80", b"\r"),
    put_in("\u202e".encode(), "\u2066".encode(), "\ufffe".encode(), "e\u0301".encode(), "\U000e0041".encode(), "ı".encode()),
    put_in(b"&amp;", b"&#xD800;", b"&#0;", b"&#x110000;", b"&lol9;", b"&#99999999999;", b"&"),
    put_in(b"]]>", b"<!--", b"<![CDATA[", b"<script>", b"</html>", b"<a b=\"", b"<", b"<?xml ", b"<!DOCTYPE html>", b"<plaintext>"),
    put_in(b"2019-99-99", b"31.02.2019", b"9999999999", b"T25:61:00+99:99", b"12 \xd0\xbc\xd0\xb0\xd1\x8f 99999", b"1 Jan 0000", b"--> "),
    put_in(b'<script type="application/ld+json">', b'{"@graph":[', b'{"datePublished":', b"[[[[[[[[", b'"\\ud800"', b"1e999,"),
    put_in(b"endobj", b"stream\n", b"/Kids [2 0 R]", b"<< /Length -1 >>", b"xref", b"/Filter /FlateDecode", b"(((((((("),
    put_in(b"Content-Length: 99999999\r\n", b"WARC/1.0\r\n", b"\x1f\x8b\x08\x00", b"PK\x03\x04", b"\r\n\r\n", b"HTTP/1.1 200 OK\r\n"),
]  # fmt: skip


# Bombs

MANY = 5 * 10**7


def gzip_bomb() -> bytes:
    """A record of a web archive that unpacks to 50 MB."""
    return gzip.compress(
        record_of("https://v.example/", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + bytes(MANY), "2020-03-04"), 9
    )


def content_bomb() -> bytes:
    """The same, packed by the server."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    return record_of("https://v.example/", head + gzip.compress(bytes(MANY), 1), "2020-03-04")


def zip_bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("archive/a.warc", bytes(MANY))
        packed.writestr("pages/pages.jsonl", bytes(MANY))
    return file.getvalue()


def zip_bomb_in_parts() -> bytes:
    """Each of its files is no larger than a file may be."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for number in range(3):
            packed.writestr(f"archive/{number}.warc", bytes(MANY // 2))
    return file.getvalue()


def word_bomb() -> bytes:
    """A document of some kilobytes that unpacks to 50 MB."""
    return word_of("a" * MANY)


def many_members() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for number in range(3000):
            packed.writestr(f"archive/{number}.warc", b"WARC/1.0\r\n")
    return file.getvalue()


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "lol">{entities}]><rss><item><title>&l9;</title></item></rss>'.encode()


def pdf_bomb() -> bytes:
    """A page whose content unpacks to 50 MB, packed twice."""
    packed = zlib.compress(zlib.compress(bytes(MANY), 1), 1)
    stream = pdf_stream(packed).replace(b"/FlateDecode", b"[/FlateDecode /FlateDecode]")
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>"
    return pdf_file([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, stream])


def pdf_of_one_page_again_and_again() -> bytes:
    kids = " ".join(["3 0 R"] * 150)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>"
    drawn = pdf_stream(zlib.compress(b"BT " + b"(a) Tj " * 100_000 + b"ET"))
    return pdf_file([b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count 150 >>".encode(), page, drawn])


def pdf_that_bites_its_tail() -> bytes:
    return pdf_file([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>"])


BOMBS: dict[str, Callable[[], bytes]] = {
    "laughs.rss": laughs,
    "external.rss": lambda: b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><title>&x;</title></item></rss>',
    "deep.rss": lambda: b"<a>" * 200_000,
    "attributes.rss": lambda: b"<rss " + b" ".join(b"a%d='1'" % number for number in range(100_000)) + b"/>",
    "gzip.warc.gz": gzip_bomb,
    "content.warc": content_bomb,
    "zip.wacz": zip_bomb,
    "parts.wacz": zip_bomb_in_parts,
    "members.wacz": many_members,
    "bomb.docx": word_bomb,
    "deep.docx": lambda: word_of(body="<w:p>" * 100_000 + "</w:p>" * 100_000),
    "entities.docx": lambda: word_of(beside={"word/document.xml": laughs().decode()}),
    "groups.rtf": lambda: b"{\\rtf1" + b"{" * 900_000,
    "links.rtf": lambda: b"{\\rtf1" + b"{\\field{\\*\\fldinst{" * 60_000,
    "fonts.rtf": lambda: b"{\\rtf1{\\fonttbl" + b"\\f0" * 400_000,
    "parts.eml": lambda: b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 100_000,
    "nested.eml": lambda: b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000)),
    "heads.eml": lambda: b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nx",
    "bomb.pdf": pdf_bomb,
    "again.pdf": pdf_of_one_page_again_and_again,
    "tail.pdf": pdf_that_bites_its_tail,
    "deep.html": lambda: b"<div>" * 100_000,
    "attributes.html": lambda: b"<p " + b"a=1 " * 50_000 + b">",
    "many attributes.html": lambda: page_of(body=("<p " + "a=1 " * 99 + ">x</p>") * 4000),
    "shallow.html": lambda: page_of(body="<p>x" * 400_000),
    "spans.html": lambda: page_of(body="<span>a</span>" * 120_000),
    "deep enough.html": lambda: page_of(body=("<div>" * 200 + "x" + "</div>" * 200) * 800),
    "dates.html": lambda: page_of(body="<li class=date>12 zzzz 2019, 1.1.19</li>" * 20_000),
    "one word.html": lambda: page_of(body="<p>" + "a" * 1_900_000),
    "data.html": lambda: page_of(head='<script type="application/ld+json">' + "[" * 500_000 + "</script>"),
    "graph.html": lambda: page_of(head='<script type="application/ld+json">' + '{"@graph":[' * 900 + "]}" * 900 + "</script>"),
    "comments.html": lambda: b"<!--" * 400_000,
    "quotes.html": lambda: b'<a b="' * 300_000,
    "bidi.html": lambda: page_of("\u202e" * 50_000, "\u2066" * 300_000),
    "meta.html": lambda: page_of(head='<meta name="date" content="' + "1" * 1_000_000 + '">'),
    "metas.html": lambda: page_of(head='<meta name="date" content="12 mai 2019, um 8:30">' * 20_000),
    "scripts.html": lambda: page_of(head="<script>" + '"publishedAt": "x' * 80_000 + "</script>"),
    "long.srt": lambda: b"00:00:01,000 --> 00:00:02,000\na\n\n" * 60_000,
    "arrows.srt": lambda: b"-->" * 600_000,
    "tags.srt": lambda: b"00:00:01,000 --> 00:00:02,000\n" + b"<" * 300_000,
    "large.html": lambda: b"a" * (2 * 2**20 + 1),
    "nothing.html": lambda: b"",
}
