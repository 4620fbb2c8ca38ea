"""A mail is read with its sender, its day and its subject; a page that a browser saved as one file like the page."""

import pytest

from archive.reading import ReadText, Unreadable, read
from tests.archive.reading.files import TODAY, WORDS, mail_of, page_of, read_one

pytestmark = pytest.mark.usefixtures("both_ways")


def test_mail_tells_its_subject_sender_and_day() -> None:
    found = read_one(mail_of(), "a.eml")

    assert (found.text, found.title, found.author) == (f"Border talks go on\n\n{WORDS}", "Border talks go on", "Anna Kovaleva")
    assert (found.published, found.published_source, found.form) == ("2023-05-17T15:44:00+03:00", "Date", "mail")


PARTS = "--b\nContent-Type: text/plain; charset=utf-8\n\n{}\n--b\nContent-Type: text/html; charset=utf-8\n\n{}\n--b--\n"
BOTH = 'multipart/alternative; boundary="b"'
PAGE = f"<html><style>p {{}}</style><body><table><tr><td>Valmere News</td></tr></table><p>{WORDS}</p><p>Or so.</p></body></html>"
TEXTS = [
    (mail_of("The mill stays, and \nnobody\n> sells \nit.\n-- \nAnna", "", "text/plain; format=flowed"),
     "The mill stays, and nobody\n> sells \nit.\n-- \nAnna"),
    (mail_of("The mill \nstays, \n> no\nBut \n\nyes ", "", "text/plain; format=flowed"), "The mill stays, \n> no\nBut \n\nyes "),
    (mail_of("The mi \nll stays.", "", "text/plain; format=flowed; delsp=yes"), "The mill stays."),
    (mail_of("A deci-\nsion.", ""), "A decision."),
    (mail_of("Border talks go on\nor not."), "Border talks go on\nor not."),
    (mail_of("Words.", "Fwd: RE: [Press] The mill"), "The mill\n\nWords."),
    (mail_of("Words.", "=?utf-8?b?0JzQtdC70YzQvdC40YbQsA==?="), "Мельница\n\nWords."),
    (mail_of(PAGE, "", "text/html; charset=utf-8"), f"Valmere News\n\n{WORDS}\n\nOr so."),
    (mail_of(PARTS.format(WORDS * 3, PAGE), "", BOTH), WORDS * 3),
    (mail_of(PARTS.format("Open it.", PAGE), "", BOTH), f"Valmere News\n\n{WORDS}\n\nOr so."),
    (mail_of(PARTS.format("Open it.", "<p>It."), "", BOTH), "Open it."),
    (mail_of(PARTS.format("Open it.", " "), "", BOTH), "Open it."),
    (mail_of(PARTS.format("Open it.", "<!-- It. -->"), "", BOTH), "Open it."),
    (mail_of("Мельница", "", "text/plain; charset=koi8-r").decode().encode("koi8-r"), "Мельница"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "text"), TEXTS, ids=range(len(TEXTS)))
def test_words_of_a_mail_are_read(raw: bytes, text: str) -> None:
    assert read_one(raw, "a.eml").text == text


def parts(*parts: str, kind: str = "mixed") -> bytes:
    return mail_of("".join(f"--b\n{part}\n" for part in parts) + "--b--", "", f'multipart/{kind}; boundary="b"')


PICTURE = "Content-Type: image/png\nContent-Location: https://v.example/seal.png\nContent-Disposition: inline\n\nx"
FORWARD = "From: Petra Noll <p@v.example>\nDate: Mon, 15 May 2023 10:00:00 +0000\nSubject: The weir\n\nThe weir holds."
TOLD_ON = "From: Petra Noll <p@v.example>\nDate: Mon, 15 May 2023 10:00:00 +0000\nSubject: The weir\n\nThe weir holds."
WHOLE = [
    (parts("\nThe mill stays.", PICTURE, "\nNobody sells it."), "The mill stays.\n\nNobody sells it."),
    (parts("\nThe mill stays.", "Content-Type: text/html\n\n<p>Nobody sells it."), "The mill stays.\n\nNobody sells it."),
    (parts("Content-Type: text/html\n\n<p>The mill stays.", PICTURE, kind="related"), "The mill stays."),
    (parts("Content-Type: text/html\n\n<p>It stays.", "\nIt stays, all of it.", kind="alternative"), "It stays, all of it."),
    (parts("Content-Type: image/png\n\nx", "\n ", "\nIt stays.", kind="alternative"), "It stays."),
    (parts("\nSee below.", f"Content-Type: message/rfc822\nContent-Disposition: attachment\n\n{FORWARD}"), f"See below.\n\n{TOLD_ON}"),
    (parts("\n", f"Content-Type: message/rfc822\n\n{FORWARD}", f"Content-Type: message/rfc822\n\n{FORWARD}"),
     f"{TOLD_ON}\n\n{TOLD_ON}"),
    (parts("\nIt stays.", "Content-Disposition: attachment; filename=a.txt\n\nNo words of the mail."), "It stays."),
    (mail_of("", "", "text/plain; charset=utf-16le") .rstrip(b"\n") + b"\n\n" + "Мельница".encode("utf-16-le"), "Мельница"),
    (mail_of("", "", "text/plain") + "Мельница стоит у реки, и никто её не продаёт.".encode("cp866"),
     "Мельница стоит у реки, и никто её не продаёт."),
    (mail_of("", "", "text/plain") + "Мельница".encode("cp1251"), "Мельница"),
    (mail_of(WORDS, "") + "It stays, é.".encode()[:-2], f"{WORDS}\nIt stays, \ufffd"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "text"), WHOLE, ids=range(len(WHOLE)))
def test_words_of_all_parts_are_read(raw: bytes, text: str) -> None:
    assert read_one(raw, "a.eml").text.strip() == text


def test_mail_that_does_no_more_than_carry_another_is_that_other() -> None:
    found = read_one(parts("\n ", f"Content-Type: message/rfc822\n\n{FORWARD}"), "a.eml")

    assert (found.text, found.title, found.author) == ("The weir holds.", "The weir", "Petra Noll")
    assert found.published == "2023-05-15T10:00:00Z"


HEADS = [
    (b"From: <", ("", "")),
    (b'From: "', ("", "")),
    (b"From: a@[", ("", "a@[]")),
    ("Subject: Мельница стоит\nFrom: Анна Ковалёва <a@v.example>\nContent-Type: text/plain; charset=windows-1251".encode("cp1251"),
     ("Мельница стоит", "Анна Ковалёва")),
    (b"Subject: Hol\xe8k and Mari\xe9 kept the mill by the law of the town\nFrom: a@v.example", ("", "a@v.example")),
    ("Subject: Мельница\nFrom: Анна <a@v.example>".encode(), ("Мельница", "Анна")),
]  # fmt: skip


@pytest.mark.parametrize(("head", "told"), HEADS, ids=range(len(HEADS)))
def test_head_that_breaks_the_rules_stops_no_mail(head: bytes, told: tuple[str, str]) -> None:
    found = read_one(head + b"\n\nThe mill stays.", "a.eml")

    assert (found.title, found.author) == told
    assert found.text.endswith("The mill stays.")


UNSURE = b"Subject: Law\n\nHol\xe8k and Mari\xe9 kept the mill by the law of the town"


def test_who_brings_a_mail_may_say_how_it_is_written() -> None:
    (found,) = read(UNSURE, "a.eml", today=TODAY, charset="cp1250")

    assert isinstance(found, ReadText)
    assert found.text == "Law\n\nHolčk and Marié kept the mill by the law of the town"


def test_mail_with_a_placed_picture_is_no_saved_page() -> None:
    page = "Content-Type: text/html\nContent-Location: https://v.example/1\n\n<p>The mill stays."
    raw = b"To: b@v.example\n" + parts(page, PICTURE, kind="related")

    assert [read_one(one, "a.eml").author for one in (raw, parts("\nIt stays.", PICTURE, kind="related"))] == ["Anna Kovaleva"] * 2


def test_sender_without_a_name_is_told_by_the_address() -> None:
    found = read_one(b"From: press@v.example\nDate: someday\n\nWords.", "a.eml")

    assert (found.author, found.published, found.title) == ("press@v.example", "", "")


def saved(page: str, head: str = "Snapshot-Content-Location: https://v.example/1\n", kind: str = "text/html") -> bytes:
    part = f"--b\nContent-Type: {kind}; charset=utf-8\nContent-Location: https://v.example/1\n\n{page}\n--b--\n"
    return mail_of(part, "Saved", 'multipart/related; boundary="b"', head)


@pytest.mark.parametrize("head", ["Snapshot-Content-Location: https://v.example/1\n", ""])
def test_page_that_a_browser_saved_as_one_file_is_read_as_the_page(head: str) -> None:
    found = read_one(saved(page_of().decode(), head), "a.mhtml")

    assert (found.title, found.form, found.published) == ("Border talks go on", "html", "")
    assert WORDS in found.text


ATTACHED = "--b\nContent-Disposition: attachment; filename=a.docx\n\nx\n--b--"
REFUSED = [
    (mail_of(" "), "no words of its own"),
    (
        mail_of("--b\nContent-Disposition: attachment; filename=a.docx\n\nx\n--b--", "", 'multipart/mixed; boundary="b"'),
        "attached to it .a.docx.",
    ),
    (UNSURE, "does not say how it is written. It may be Windows-1252 or Windows-1250. Choose"),
    (saved("x", kind="image/png"), "holds no page"),
    (mail_of("a" * (2 * 2**20)), "longer than the 2 MB"),
]


@pytest.mark.parametrize(("raw", "sentence"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_read_is_refused_with_a_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        list(read(raw, "a.eml", today=TODAY))
