"""Subtitles become a text with the time codes as its places."""

import pytest

from archive.reading import Unreadable, read
from tests.archive.reading.files import TODAY, places, read_one

pytestmark = pytest.mark.usefixtures("both_ways")

SRT = """1
00:00:01,000 --> 00:00:03,500
<i>We will keep</i> the border
open

2
00:00:03,600 --> 00:00:05,000
for everybody.

3
00:01:12,000 --> 00:01:14,000
– Really?
""".replace("\n", "\r\n")
VTT = """WEBVTT - talks

NOTE not shown
at all

STYLE
::cue { color: lime }

intro
00:01.000 --> 00:03.000 align:start position:0%
<v Anna Kovaleva>We will keep the border open &amp; safe.

01:00:03.100 --> 01:00:05.000
<v Peter Marsh><c.loud>Since</c> <00:19.000>when?

01:00:05.000 --> 01:00:07.000
<v Peter Marsh>Since when?
Tell us.
"""


def test_subrip_is_read_by_breath_with_its_time_codes() -> None:
    found = read_one(SRT.encode(), "talks.srt")

    assert found.text == "We will keep the border open for everybody.\n– Really?"
    assert places(found) == [("00:00:01", "We will keep the border open"), ("00:00:03", "for everybody."), ("00:01:12", "– Really?")]
    assert (found.form, found.encoding, found.encoding_source) == ("subtitles", "utf-8", "content")


def test_webvtt_names_its_voices_and_rolls_on() -> None:
    found = read_one(VTT.encode("utf-8-sig"), "talks.vtt")

    assert found.text == "Anna Kovaleva: We will keep the border open & safe.\nPeter Marsh: Since when? Tell us."
    assert [words for words, _ in places(found)] == ["00:00:01", "01:00:03", "01:00:05"]
    assert found.encoding_source == "bom"


def test_subtitles_in_an_old_encoding_are_guessed() -> None:
    found = read_one("1\n00:00:01,000 --> 00:00:02,000\nГраница будет открыта для всех\n".encode("cp1251"), "a.srt")

    assert (found.text, found.encoding, found.encoding_source) == ("Граница будет открыта для всех", "cp1251", "guessed")


REFUSED = [
    ("a.srt", b"No captions here.", "The file holds no subtitles"),
    ("a.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n\x00", "NUL character"),
]


@pytest.mark.parametrize(("name", "raw", "sentence"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_read_is_refused_with_a_sentence(name: str, raw: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        list(read(raw, name, today=TODAY))


def test_who_begins_to_speak_without_a_pause_has_a_line_of_his_own() -> None:
    captions = [
        "TOM ORR: The bridge is shut.", "ANNA HILL: It will open\nin May.", ">> And who pays?\n>> ANNA HILL: We do.", "Wei: I see. >> No.",
        "the answer\nis: nobody", "- Yes.\n- No.",
    ]  # fmt: skip
    file = "".join(f"{n + 1}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\n{words}\n\n" for n, words in enumerate(captions))

    assert read_one(file.encode(), "talks.srt").text.split("\n") == [
        "TOM ORR: The bridge is shut.",
        "ANNA HILL: It will open in May.",
        ">> And who pays?",
        ">> ANNA HILL: We do.",
        "Wei: I see.",
        ">> No. the answer is: nobody",
        "- Yes.",
        "- No.",
    ]
