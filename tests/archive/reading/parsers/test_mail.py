"""A mail is read with its sender, its day and its subject; a page that a browser saved as one file like the page."""

import pytest

from archive.reading import Unreadable, read
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
    (mail_of("Мельница", "", "text/plain; charset=koi8-r").decode().encode("koi8-r"), "Мельница"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "text"), TEXTS, ids=range(len(TEXTS)))
def test_words_of_a_mail_are_read(raw: bytes, text: str) -> None:
    assert read_one(raw, "a.eml").text == text


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
    (saved("x", kind="image/png"), "holds no page"),
    (mail_of("a" * (2 * 2**20)), "longer than the 2 MB"),
]


@pytest.mark.parametrize(("raw", "sentence"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_read_is_refused_with_a_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        list(read(raw, "a.eml", today=TODAY))
