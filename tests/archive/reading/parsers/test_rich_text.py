"""A file in Rich Text Format is read."""

import pytest

from archive.reading import Unreadable, read
from tests.archive.reading.files import TODAY, read_one

pytestmark = pytest.mark.usefixtures("both_ways")

TEXTS = [
    (rb"{\rtf1\ansi The mill\par stays.\par}", "The mill\nstays."),
    (rb"{\rtf1\ansi\ansicpg1251 \'cc\'e5\'eb\'fc\'ed\'e8\'f6\'e0}", "Мельница"),
    (rb"{\rtf1\ansi\ansicpg1251 " + "Мельница".encode("cp1251") + b"}", "Мельница"),
    (rb"{\rtf1\uc1 \u1052?\u1077?\u-10179?\u-8704?}", "Ме😀"),
    (rb'{\rtf1 Read {\field{\*\fldinst{HYPERLINK "https://v.example/1"}}{\fldrslt{the law}}} here.}', "Read the law here."),
    (rb"{\rtf1 {\pict\pngblip " + b"89504e47" * 900 + b"}The mill.}", "The mill."),
    (rb"{\rtf1 {\object\objemb{\*\objdata " + b"d0cf11e0" * 10**6 + b"}}The mill.}", "The mill."),
    (rb"{\rtf1 {\pict\bin9 {{{{\\bin2}The mill.}", "The mill."),
    (rb"{\rtf1 {\pict\bin999999999 89}The mill.}", "The mill."),
    (rb"{\rtf1 C:\\bin20 and D:\\pict are gone, {\bin the clerk} says.}", "C:\\bin20 and D:\\pict are gone, the clerk says."),
    (rb"{\rtf1 The hyperlink in the HYPERLINK field is odd.}", "The hyperlink in the HYPERLINK field is odd."),
    (rb"{\rtf1 Its sum is 356a192b7913b04c54574d18c28d46e6395428ab, he says.}",
     "Its sum is 356a192b7913b04c54574d18c28d46e6395428ab, he says."),
    (rb"{\rtf1 It stays{\super\chftn{\footnote\pard\plain So {\i says} the law.}}.{\footnote\ftnalt And the court.}\par All.\par}",
     "It stays.\nAll.\n\nSo says the law.\nAnd the court."),
    (rb"{\rtf1 It {\deleted goes }stays{\v\'cc\u1052?, not\emdash\par} here.}", "It stays\n here."),
    (rb"{\rtf1 It \v goes \deleted\v0 away \deleted0 stays, \v or\plain  so.}", "It stays,  so."),
    (rb"{\rtf1 It stays} and more", "It stays"),
    (rb"{\rtf1 It stays", "It stays"),
    (rb"{\rtf1\trowd MAYOR\cell It stays.\cell\row}", "MAYOR\tIt stays.\t"),
    (rb"{\rtf1{\info{\title X}{\author Clerk}}{\header Page 1}The mill.}", "The mill."),
]  # fmt: skip
REFUSED = [
    (rb"{\rtf1 {\pict 00}}", "holds no text"),
    (rb"{\rtf1\uc The mill}", "is damaged"),
    (rb"{\rtf1 " + b"a " * 2**20 + b"aa}", "longer than the 2 MB"),
]


@pytest.mark.parametrize(("raw", "text"), TEXTS, ids=range(len(TEXTS)))
def test_words_are_read_and_nothing_else(raw: bytes, text: str) -> None:
    found = read_one(raw, "a.rtf")

    assert (found.text, found.form) == (text, "rtf")


@pytest.mark.parametrize(("raw", "sentence"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_read_is_refused_with_a_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        list(read(raw, "a.rtf", today=TODAY))
