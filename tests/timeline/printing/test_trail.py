"""The entries of a claim's trail as markup."""

import pytest
from django.utils import translation

from archive import edtf
from archive.entries import values
from archive.entries.histories import History
from archive.entries.whens import When
from archive.entries.writing import written
from timeline.lists.named import ClaimName, Source, SpeakerName, Told
from timeline.lists.occurrences import Placed
from timeline.printing.trail import printed, step, trail
from timeline.record.comparing import Wording
from timeline.record.reports_of_claims import Report
from timeline.record.trails import Compared, Step

pytestmark = pytest.mark.once

HOSTILE = "\"><script>alert(1)</script>'&amp;%s"
CLAIM = ClaimName("the-toll-stays", "The toll stays.")
SPEAKER = {"speaker": 7, "called": "", "beside": ""}
BEFORE = values._history(History(before=When(edtf.parse("2023-04-16")), is_said_before=True))


def report(number: int, text: str = "So: the toll stays.", *, article: int = 0, source: Source | None = None, **shown) -> Report:
    link = {"occurrence": number, "role": "again", "stance": "asserts", "likeness": "verbatim", "start": 4, "end": 19, "reserved": None}
    entry = {"id": f"s{number}", "text": text, "start": 0, "kind": "direct", "language": "en", "force": "asserted", "locator": ""}
    entry |= {"said_on": "2023-05-17", "reported": False, "speakers": [SPEAKER], "links": [link | {"history": BEFORE}]}
    speaker = SpeakerName("ada-moreau", shown.pop("name", "Ada Moreau"))
    told = Told(written(entry | shown), (CLAIM,), (speaker,), source or Source("d0c", "Telexa"), ())
    return Report(Placed(number, 0, number, None, article, -1), told)


def test_a_step_tells_what_changed_and_who_else_reported_it():
    wording = (Wording("same", "So:"), Wording("removed", "a"), Wording("added", "b"))
    other = report(3, article=1, language="ru", source=Source("e1f", "Lantern"))

    printed = step(Step(report(2), Compared(report(1), "#s-s1", wording), (other, report(4)), frozenset({2, 3, 4})))

    assert '<li class="entry" id="s-s2">' in printed
    assert '<span class="stamp again">Said again · 31 days later</span>' in printed
    assert '<blockquote class="words direct" lang="en" dir="auto">So: <mark>the toll stays.</mark></blockquote>' in printed
    day = '<time datetime="2023-05-17">17 May 2023</time>'
    assert f'<p class="also">Compared with <a href="#s-s1">{day}, <bdi>Ada Moreau</bdi></a> · <a rel="nofollow"' in printed
    left_out, added = (f'<span class="hidden" lang="en-gb">{words} </span>' for words in ("left out:", "added:"))
    assert f"Words changed since then</span>So: <del>{left_out}a</del> <ins>{added}b</ins> </p>" in printed
    assert 'Again in the same report: <a id="s-s4" href="/statements/s4/"><bdi lang="en">the toll stays.</bdi></a></p>' in printed
    elsewhere = '<a id="s-s3" href="/statements/s3/"><bdi>Lantern</bdi><span class="hidden">, 17 May 2023</span></a>'
    assert f'<p class="also">Also reported in {elsewhere} (ru)</p>' in printed


def test_an_entry_is_printed_once_as_long_as_all_it_shows_is_the_same():
    steps = [Step(report(2)), Step(report(2)), Step(report(2), counts=False), Step(report(2, name="Ada Marsh"))]

    first, same, uncounted, renamed = (printed(one, "en") for one in steps)

    assert same is first
    assert ("uncounted" in uncounted, "Ada Marsh" in renamed, "Ada Marsh" in first) == (True, True, False)
    with translation.override("ru"):
        assert printed(steps[0], "ru") is not first


def test_an_entry_that_is_not_counted_says_so():
    printed = step(Step(report(2), counts=False))

    assert '<li class="entry uncounted">' in printed
    assert "On an occasion that is counted already." in printed


def test_an_answer_that_cannot_be_compared_has_a_remark():
    compared = Compared(report(1), "#s-s1", remark="this is a short answer", is_short=True)

    assert "Before it: <a" in step(Step(report(2), compared))
    assert "</a>; this is a short answer · <a" in step(Step(report(2), compared))


def test_no_text_of_a_trail_is_markup():
    speaker, link = SPEAKER | {"beside": HOSTILE}, {"language": HOSTILE, "kind": HOSTILE, "locator": HOSTILE, "id": HOSTILE}
    hostile, elsewhere = (
        report(number, HOSTILE, article=number, source=Source(HOSTILE, HOSTILE), name=HOSTILE, speakers=[speaker], **link)
        for number in (1, 2)
    )
    compared = Compared(hostile, HOSTILE, tuple(Wording(op, HOSTILE) for op in ("same", "added", "removed")), HOSTILE)
    row = Step(hostile, compared, (hostile, elsewhere), frozenset({1}))

    printed = trail([row])

    assert HOSTILE not in printed
    assert "<script" not in printed
