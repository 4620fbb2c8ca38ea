"""The entries of a claim's trail as markup."""

from dataclasses import replace

import pytest

from archive import edtf
from archive.entries.histories import History
from archive.entries.whens import When
from timeline.chronology import Voice
from timeline.lists.named import ClaimName, Source
from timeline.printing.trail import step, trail
from timeline.record.reports_of_claims import Placed, Report
from timeline.record.trails import Compared, Step, Wording
from timeline.said_again import Carried, Tag

pytestmark = pytest.mark.once

HOSTILE = "\"><script>alert(1)</script>'&amp;%s"
CLAIM = ClaimName("the-toll-stays", "The toll stays.")


def report(number: int, text: str = "So: the toll stays.", **shown) -> Report:
    entry = {"id": f"s{number}", "text": text, "start": 0, "kind": "direct", "language": "en", "force": "asserted"}
    entry |= {"locator": "", "speakers": []}
    link = {"stance": "asserts", "likeness": "verbatim", "start": 4, "end": 19}
    carried = Carried("again", CLAIM, text[4:19], When(edtf.parse("2023-05-17")), History())
    placed = Placed(number, 0, number, None, number, -number)
    return Report(placed, link, entry | shown, carried, Source("d0c", "Telexa"), (Voice("ada-moreau", "Ada Moreau", ""),))


def of(lead: Report, **fields) -> Step:
    return Step(lead, Tag("Said again", "again", CLAIM, "31 days later"), "day", **fields)


def test_a_step_tells_what_changed_and_who_else_reported_it():
    older = report(1)
    compared = Compared(older, "#s-s1", [Wording("same", "So:"), Wording("removed", "a"), Wording("added", "b")])
    other = replace(report(3, language="ru"), source=Source("e1f", "Lantern"))
    lead = report(2)

    printed = step(of(lead, compared=compared, reports=[other, replace(lead, shown=lead.shown | {"id": "s4"})], anchors={2, 3}))

    assert '<li class="entry" id="s-s2">' in printed
    assert '<span class="stamp again">Said again · 31 days later</span>' in printed
    assert '<blockquote class="words direct" lang="en" dir="auto">So: <mark>the toll stays.</mark></blockquote>' in printed
    day = '<time datetime="2023-05-17">17 May 2023</time>'
    assert f'<p class="also">Compared with <a href="#s-s1">{day}, <bdi>Ada Moreau</bdi></a></p>' in printed
    assert "Words changed since then</span>So: <del>a</del> <ins>b</ins> </p>" in printed
    assert 'Again in the same report: <a id="s-s4" href="/statements/s4/" lang="en"><bdi>the toll stays.</bdi></a></p>' in printed
    assert '<p class="also">Also reported in <a id="s-s3" href="/statements/s3/"><bdi>Lantern</bdi></a> (ru)</p>' in printed


def test_an_entry_that_is_not_counted_says_so():
    printed = step(of(report(2), counts=False))

    assert '<li class="entry uncounted">' in printed
    assert "On an occasion that is counted already." in printed


def test_an_answer_that_cannot_be_compared_has_a_remark():
    compared = Compared(report(1), "#s-s1", remark="this is a short answer", is_short=True)

    assert "Before it: <a" in step(of(report(2), compared=compared))
    assert "</a>; this is a short answer</p>" in step(of(report(2), compared=compared))


def test_no_text_of_a_trail_is_markup():
    hostile = replace(
        report(1, HOSTILE, kind=HOSTILE, language=HOSTILE, locator=HOSTILE, id=HOSTILE),
        source=Source(HOSTILE, HOSTILE),
        voices=(Voice(HOSTILE, HOSTILE, HOSTILE),),
    )
    compared = Compared(hostile, HOSTILE, [Wording(op, HOSTILE) for op in ("same", "added", "removed")], HOSTILE)
    elsewhere = replace(hostile, placed=hostile.placed._replace(article=2))
    row = Step(hostile, Tag(HOSTILE, HOSTILE, CLAIM, HOSTILE), HOSTILE, compared, [hostile, elsewhere], {1})

    printed = trail([row])

    assert HOSTILE not in printed
    assert "<script" not in printed
