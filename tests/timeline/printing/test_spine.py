"""The entries of a list as markup: each text in its place, and none of it markup."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from django.utils import translation
from django.utils.html import escape

from archive import edtf
from archive.entries import values
from archive.entries.histories import History
from archive.entries.whens import When
from archive.entries.writing import written
from archive.enums import Force, SourceStatus
from archive.models.source_note import SourceNote
from timeline.chronology import Entry, Month, Segment, Voice, Year
from timeline.lists.named import ClaimName, Source, SpeakerName, Told
from timeline.printing.addresses import link
from timeline.printing.spine import day, entry, held, notes, printed, quote, spine, tag, voices
from timeline.said_again import Tag

pytestmark = pytest.mark.once

HOSTILE = "\"><script>alert(1)</script>'&amp;%s"
NOTE = SourceNote(SourceStatus.RETRACTED, HOSTILE, note=HOSTILE, by="n0t1ce", url=f"https://outlet.example/{HOSTILE}", is_public=True)
SPEAKER = {"speaker": 7, "called": "", "beside": HOSTILE}
BEFORE = values._history(History(after_words=HOSTILE))
LINK = {"role": "again", "start": 4, "end": 9, "reserved": [HOSTILE, True], "history": BEFORE}
SHOWN = {
    "id": "a1b2c3d4e5", "kind": HOSTILE, "language": HOSTILE, "force": "denied", "locator": HOSTILE, "text": HOSTILE, "start": 0,
    "said_on": "2023-05-17", "reported": False, "speakers": [SPEAKER, SPEAKER | {"speaker": None, "called": HOSTILE}], "links": [LINK],
}  # fmt: skip
SOURCE = Source(HOSTILE, HOSTILE, notes=(NOTE,))


def entry_of(shown, claim, speaker, source):
    return Entry(Told(written(shown), (claim,), (speaker, None)[: len(shown["speakers"])], source, (True,)))


ROW = entry_of(SHOWN, ClaimName(HOSTILE, HOSTILE), SpeakerName(HOSTILE, HOSTILE), SOURCE)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        self.open += [] if tag == "i" else [tag]

    def handle_endtag(self, tag):
        if tag != "i":
            assert self.open.pop() == tag


def test_no_text_of_an_entry_is_markup():
    printed = spine([Year(HOSTILE, HOSTILE, [Month(HOSTILE, HOSTILE, [ROW]), Month(HOSTILE, "", [ROW])])], f"speaker={HOSTILE}")
    tags = Tags()
    tags.feed(printed)

    assert tags.open == []
    assert tags.seen <= {
        "section",
        "h2",
        "h3",
        "h4",
        "div",
        "ol",
        "ul",
        "li",
        "i",
        "article",
        "span",
        "a",
        "bdi",
        "blockquote",
        "mark",
        "p",
        "b",
        "time",
    }
    assert "<script" not in printed
    assert HOSTILE not in printed


def test_an_entry_tells_who_said_what_when_and_where():
    history = values._history(History(before=When(edtf.parse("2023-04-16")), is_said=True, is_said_before=True))
    shown = SHOWN | {
        "kind": "direct", "language": "en", "force": "asserted", "locator": "page 3", "text": "The toll stays.",
        "speakers": [SPEAKER | {"beside": "mayor"}], "links": [LINK | {"start": 0, "end": 15, "reserved": None, "history": history}],
    }  # fmt: skip
    claim, speaker = ClaimName("the-toll-stays", "The toll stays."), SpeakerName("ada-moreau", "Ada Moreau")
    row = entry_of(shown, claim, speaker, Source("d0c", "Telexa", "Toll kept"))
    day = '<time datetime="2023-05-17">17 May 2023</time>'
    apart = '<span class="hidden">: Telexa, 17 May 2023: The toll stays.</span>'

    assert entry(row) == (
        '<li class="entry" id="s-a1b2c3d4e5">\n'
        f'<h4 class="when"><span class="hidden">Ada Moreau, </span>{day}<i class="mark day"></i></h4><article>'
        '<ul class="carries"><li><span class="stamp again">Said again · 31 days later</span> '
        '<a href="/claims/the-toll-stays/?at=a1b2c3d4e5#s-a1b2c3d4e5"><bdi>The toll stays.</bdi></a></li></ul>\n'
        '<blockquote class="words direct" lang="en" dir="auto">The toll stays.</blockquote>\n'
        '<p class="by"><b><a href="/speakers/ada-moreau/"><bdi>Ada Moreau</bdi></a></b>, '
        '<span class="role"><bdi lang="en">mayor</bdi></span> <span class="in">— in</span> <a href="/documents/d0c/"><bdi>Telexa</bdi>'
        '<span class="hidden">: Toll kept</span></a>, page 3&ensp;'
        f'<span class="acts"><a href="/statements/a1b2c3d4e5/">link to this statement{apart}</a> · '
        f'<a href="/statements/a1b2c3d4e5/#cite">cite{apart}</a></span></p>\n'
        "</article>\n"
        "</li>"
    )


def test_no_text_of_a_tag_or_a_voice_is_markup():
    printed = tag(Tag(HOSTILE, HOSTILE, ClaimName(HOSTILE, HOSTILE), HOSTILE), HOSTILE) + voices([Voice("", HOSTILE, HOSTILE)])

    assert "<script" not in printed
    assert HOSTILE not in printed


def test_an_entry_is_printed_anew_where_it_or_what_it_names_is_another():
    told = ROW.told
    others = [
        ROW,
        replace(ROW, told=told._replace(entry=written(SHOWN | {"locator": "page 9"}))),
        replace(ROW, told=told._replace(claims=(ClaimName("the-toll", "The toll rises."),))),
        replace(ROW, told=told._replace(speakers=(SpeakerName("ada", "Ada Moreau"), None))),
        replace(ROW, told=told._replace(source=told.source._replace(outlet="Telexa"))),
        replace(ROW, told=told._replace(source=told.source._replace(notes=(replace(NOTE, is_public=False),)), notices=(False,))),
        replace(ROW, stems=frozenset(["script"])),
    ]

    first = [spine([Year("", "", [Month("", "", [one])])]) for one in others]

    assert len(set(first)) == len(others)
    assert first == [spine([Year("", "", [Month("", "", [replace(one)])])]) for one in others]


def test_an_entry_is_printed_once_for_each_language():
    row = replace(ROW, stems=frozenset(["once"]))
    before = printed.cache_info().misses

    for code in ("en", "de", "en"):
        with translation.override(code):
            spine([Year("", "", [Month("", "", [row])])])

    assert printed.cache_info().misses == before + 2


def test_headings_keep_the_filter():
    years = [Year("2023", "/chronology/2023/", [Month("May", "/chronology/2023/05/", []), Month("Spring", "", []), Month("", "", [])])]

    printed = spine(years, "kind=direct&q=a")

    assert '<h2><a href="/chronology/2023/?kind=direct&amp;q=a">2023</a></h2>' in printed
    assert '<h3><a href="/chronology/2023/05/?kind=direct&amp;q=a">May<span class="hidden"> 2023</span></a></h3>' in printed
    assert '<h3>Spring<span class="hidden"> 2023</span></h3>' in printed
    assert '<div class="month">\n\n<ol>' in printed
    assert '<h2><a href="/chronology/undated/">Undated</a></h2>' in spine([Year("", "/chronology/undated/", [])])


@pytest.mark.parametrize(
    ("said_on", "is_reported", "printed"),
    [
        ("2023-05-17", False, '<time datetime="2023-05-17">17 May 2023</time>'),
        ("2023-05-17T15:44+03:00", False, '<time datetime="2023-05-17T15:44:00+03:00">17 May 2023, 15:44 (UTC+3)</time>'),
        ("2023-05", True, 'reported <span data-edtf="2023-05">May 2023</span>'),
    ],
)
def test_day(said_on, is_reported, printed):
    assert day(When(edtf.parse(said_on), is_reported)) == printed
    assert day(None) == "Undated"


def test_words_that_are_not_simply_said_have_a_mark():
    denied = '<p class="held"><span class="stamp denied" title="The speaker denies this.">Denied</span></p>'

    assert [held(Force.ASSERTED), held(Force.DENIED)] == ["", denied]
    assert held(Force.DENIED, (Tag("Denied", "denied"),)) == ""
    assert held(Force.DENIED, (Tag("Said again", "again"),)) == denied
    assert "The speaker asks this." in held(Force.ASKED, (Tag("Denied", "denied"),))


def test_notes_lead_to_the_notice_where_it_is_public():
    note = SourceNote(SourceStatus.CORRECTED, "Telexa", "2018-06-14", "52.4 instead of 54.2.", "n0t1ce")

    printed = [
        notes(Source("d0c", "Telexa", notes=(one,))) for one in (note, replace(note, is_public=True, url="https://telexa.example/1"))
    ]

    words = "Telexa corrected this report on 14 June 2018: 52.4 instead of 54.2"
    assert printed[0] == f'<p class="also source"><span class="stamp again">Corrected</span> <bdi>{words}</bdi></p>'
    assert '· <a href="/documents/n0t1ce/">the notice</a> · <a rel="external noreferrer" href="https://telexa.example/1">' in printed[1]


def test_speakers_and_pieces_stand_one_behind_the_other():
    assert voices([Voice("", "a source", ""), Voice("", "Ada", "mayor")]) == (
        '<b><bdi>a source</bdi></b>; <b><bdi>Ada</bdi></b>, <span class="role"><bdi>mayor</bdi></span>'
    )
    words = quote([Segment("a < "), Segment("b", marked=True), Segment("…", is_gap=True)], link("statement", "k7"))

    gap = '<a class="gap" href="/statements/k7/" aria-label="all of the words">…</a>'
    assert words == f"{escape('a < ')}<mark>b</mark>{gap}"
