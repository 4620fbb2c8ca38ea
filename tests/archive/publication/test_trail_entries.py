"""The silences of a trail: what is kept by difference is what going through the whole trail finds."""

import random

import pytest

from archive import edtf
from archive.enums import CountedAs
from archive.models import CountedLink, TrailEntry
from archive.publication import counted_links, trail_entries
from archive.publication.counted_links import Link
from archive.publication.trail_entries import Entry, Step, steps_of
from tests import factories as make

pytestmark = pytest.mark.django_db
DATES = [
    "2010/2020",
    "2015",
    "2015-03",
    "2015-03-04",
    "2015-03-31",
    "2015-04",
    "2016-01-01T10:00:00+03:00",
    "2016-01-01",
    "2021-12~",
    "2022",
    "",
]


def links() -> list[Link]:
    return counted_links.as_counted(CountedLink.objects.order_by("said_sort", "occurrence"))


def kept() -> list[Step]:
    return list(trail_entries.read(TrailEntry.objects.order_by("said_sort", "occurrence")))


def gone_through() -> list[Step]:
    """Afresh: the first entry of each saying that stands, with what ended last before it."""
    firsts: dict[int, Link] = {}
    for link in links():
        if link.figure not in ("", CountedAs.RETRACTED):
            firsts.setdefault(link.saying, link)
    return list(
        steps_of(Entry(one.occurrence, one.claim, one.saying, one.said_sort, one.said_latest) for one in firsts.values() if one.said_latest)
    )


def between(until: Step) -> tuple[int, int, int | None]:
    since = next(step for step in kept() if step.entry[3:] == until.heard)
    return since.occurrence, until.occurrence, until.days


def said_on(link: Link, date: str) -> Link:
    said = edtf.parse(date) if date else None
    sort, latest = (said.sort_key, said.latest) if said else (edtf.UNDATED_SORT, None)
    return link._replace(said_on=date, said_sort=sort, said_latest=latest)


@pytest.mark.parametrize("passed", [3, 0])  # with 0 a trail is read only where it changes
def test_silences_equal_those_of_the_whole_trail_after_any_change(monkeypatch, passed):
    make.make_claim_said(9)
    chance = random.Random(passed)
    monkeypatch.setattr(trail_entries, "PASSED", passed)
    monkeypatch.setattr(trail_entries, "AT_ONCE", 2)

    for _turn in range(150):
        before = chance.sample(links(), chance.randint(1, 3))
        after = [
            said_on(link, chance.choice(DATES))._replace(saying=chance.randint(1, 12), figure=chance.choice(["", *CountedAs.values]))
            for link in before
        ]
        counted_links.write(after)
        trail_entries.renew({before[0].claim: {link.saying for link in before + after}})

        assert kept() == gone_through()
        longest = max(kept()[1:], key=lambda step: (step.days, step.most_days), default=None)
        found = trail_entries.longest_silences([before[0].claim])
        assert list(found.values()) == ((longest and [between(longest)]) or [])


def test_entries_between_a_change_and_what_it_does_not_reach_are_left_alone():
    claim = make.make_claim_said(6)
    TrailEntry.objects.filter(said_sort__gte=edtf.parse("2019").sort_key).update(days=7)  # would be put right if they were written

    make.make_public_statement(claims=[claim], said_on="2016-11-20")

    assert [step.days for step in kept()] == [None, 366, 187, 178, 365, 7, 7]
