"""Reads subtitles (SubRip and WebVTT): the words in their order, and the time code at which each caption begins as a locator."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.reading.encodings import decode
from archive.reading.types import SUBTITLES, Locator, ReadText, Unreadable, expect_size, expect_words

TIMES = re.compile(
    r"^[ \t]*(?:(?P<h>\d{1,3}):)?(?P<m>[0-5]?\d):(?P<s>[0-5]?\d)(?:[.,](?P<f>\d{1,3}))?[ \t]*-->[ \t]*"
    r"(?:(?P<H>\d{1,3}):)?(?P<M>[0-5]?\d):(?P<S>[0-5]?\d)(?:[.,](?P<F>\d{1,3}))?[^\n]*$",
    re.MULTILINE,
)
MARKUP = re.compile(r"<(?P<tag>/?[a-zA-Z][^<>]{0,200}|[\d:.]{5,20})>|\{\\[^{}]{0,100}\}")
VOICE = re.compile(r"v(?:\.[^\s>]{1,50})?\s+(?P<name>.{1,100})")
# What begins the words of somebody else: ">> ", "ANNA HILL: ", "Anna Hill: ", a dash.
SPEAKS = re.compile(r">>|[-–—]\s?(?=\S)|(?:[A-Z][A-Z.’'-]+|[A-Z][\w.’'-]*\s[A-Z])[\w.’' -]{0,40}:\s")
NAMED = re.compile(r"[A-Z][\w’'-]{1,30}:\s")
STOPPED = re.compile(r"[.!?…][\"”’'»)\]]{0,2}$")
NUMBER = re.compile(r"^\d{1,6}$")
PAUSE = 2.0  # seconds of silence that begin a new paragraph
MOST_CAPTIONS = 20_000


@dataclass(frozen=True, slots=True)
class Caption:
    start: float
    end: float
    words: str
    voice: str


def read_subtitles(raw: bytes, charset: str = "") -> ReadText:
    """The words of all captions, those of one breath on one line. Refuses a file without captions."""
    expect_size(raw)
    file = decode(raw, charset)
    if "\x00" in file.text:
        raise Unreadable("The file has a NUL character; it holds no subtitles.")
    text, locators = "", list[Locator]()
    last: Caption | None = None
    for caption in captions_in(file.text.replace("\r\n", "\n").replace("\r", "\n")):
        text += _between(last, caption)
        locators.append(Locator(len(text), len(text) + len(caption.words), _time_code(caption.start)))
        text, last = text + caption.words, caption
    if not text.strip():
        raise Unreadable("The file holds no subtitles: a caption begins with a line such as 00:01:02,000 --> 00:01:05,000.")
    return ReadText(expect_words(text), file.encoding, file.source, SUBTITLES, locators=tuple(locators))


def captions_in(text: str) -> Iterator[Caption]:
    """Captions with words. One that rolls on (it repeats the last line of the one before) gives its new lines alone."""
    times = list(TIMES.finditer(text))
    if len(times) > MOST_CAPTIONS:
        raise Unreadable(f"The file has {len(times)} captions; at most {MOST_CAPTIONS} are read. Divide it.")
    shown = ""
    for this, following in zip(times, [*times[1:], None], strict=False):
        body = text[this.end() : following.start() if following else len(text)].strip("\n").split("\n\n", 1)[0]
        voice = next((named["name"].strip() for tag in MARKUP.finditer(body) if (named := VOICE.fullmatch(tag["tag"] or ""))), "")
        lines = [" ".join(html.unescape(MARKUP.sub("", line)).split()) for line in body.split("\n")]
        fresh = [line for line in lines if line and line != shown and not NUMBER.match(line)]
        if fresh:
            shown = fresh[-1]
            yield Caption(_seconds(this, "h", "m", "s", "f"), _seconds(this, "H", "M", "S", "F"), _joined(fresh), voice)


def _joined(lines: list[str]) -> str:
    """The lines of a caption as one, but for those with which somebody else begins to speak."""
    words = lines[0]
    for line in lines[1:]:
        words += ("\n" if _begins(words, line) else " ") + line
    return words.replace(" >>", "\n>>")


def _begins(before: str, words: str) -> bool:
    """Whether somebody else begins to speak; one word and a colon is a name behind the end of a sentence."""
    return bool(SPEAKS.match(words) or (NAMED.match(words) and STOPPED.search(before)))


def _between(last: Caption | None, this: Caption) -> str:
    """A space within one breath; a new line after a pause, and for another voice, who is named."""
    changed = this.voice and (last is None or this.voice != last.voice)
    opening = f"{this.voice}: " if changed else ""
    if last is None:
        return opening
    apart = changed or this.start - last.end >= PAUSE or this.words[0] in "♪[" or _begins(last.words, this.words)
    return ("\n" if apart else " ") + opening


def _seconds(match: re.Match[str], hours: str, minutes: str, seconds: str, fraction: str) -> float:
    whole = int(match[hours] or 0) * 3600 + int(match[minutes]) * 60 + int(match[seconds])
    return whole + float(f"0.{match[fraction] or 0}")


def _time_code(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
