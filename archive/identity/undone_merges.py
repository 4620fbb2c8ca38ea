"""What a merge of two claims did, kept with its Event, so that a split in the old words takes just that back.

The links that moved are chosen by the person who splits. What ended because the same words carried both claims stands again, beside the
link that had taken it over; what was judged about the one claim alone is judged about it alone again; claims that had been merged into
the one, and addresses that led to it, go back with it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from archive.acts import save
from archive.enums import OccurrenceStatus, StatementStatus, Verb
from archive.identity import redirects
from archive.linking.forces import expect_fitting
from archive.models import Claim, Event, Judgement, Occurrence, Redirect, User
from archive.working.two_people import expect_anothers_answer, links_answered_alone

SIDES = ("stance", "likeness", "judgement_id", "judged_by_id", "judged_at")


@dataclass(frozen=True)
class Returning:
    """A link that a merge ended, and the one of the same words that took it over; both become again as they `were`."""

    ended: Occurrence
    twin: Occurrence
    was: dict[str, Any]  # "ended": its state, "twin": the columns of the other before

    @property
    def is_public(self) -> bool:
        return OccurrenceStatus.PUBLIC in (self.was["ended"], self.twin.status)

    def bring_back(self, by: User) -> None:
        """What one person alone made public before two were needed is made public now by who brings it back, if that is another."""
        if _columns(self.twin) == _taken_over(self.was, self.ended):
            for name, value in self.was["twin"].items():
                setattr(self.twin, name, datetime.fromisoformat(value) if name == "judged_at" else value)
            save(self.twin)
        publisher = self.ended.published_by if self.was["ended"] == OccurrenceStatus.PUBLIC else None
        if publisher and links_answered_alone([self.ended], publisher):
            expect_anothers_answer(self.ended, by)
            self.ended.published_by = by
        self.ended.status = self.was["ended"]
        self.ended.said_sort = self.twin.said_sort
        expect_fitting(*(one for one in (self.twin, self.ended) if one.stands))
        save(self.ended)


def take_over(twin: Occurrence, link: Occurrence, by: User) -> dict[str, Any]:
    """`link` ends, since `twin` carries the other claim in the same words: it makes public what waited, and makes stand what was
    withdrawn. Returns what both were. Where two people are needed, nobody makes public so what he answered himself."""
    was = {"ended": link.status, "twin": _columns(twin), "pks": [link.pk, twin.pk]}
    if twin.status == OccurrenceStatus.WITHDRAWN:
        for name in (*SIDES, "said_sort"):
            setattr(twin, name, getattr(link, name))
    if twin.status != OccurrenceStatus.PUBLIC:
        if link.status == OccurrenceStatus.PUBLIC:
            expect_anothers_answer(twin, by)
            twin.published_by = by
        twin.status = link.status
        save(twin)
    link.status = OccurrenceStatus.WITHDRAWN
    save(link)
    return was


def _columns(link: Occurrence) -> dict[str, Any]:
    return {name: getattr(link, name) for name in ("status", *SIDES)} | {"judged_at": link.judged_at.isoformat()}


def _taken_over(was: dict[str, Any], ended: Occurrence) -> dict[str, Any]:
    """The columns that `take_over` gave the link that stays."""
    before = was["twin"]
    sides = _columns(ended) if before["status"] == OccurrenceStatus.WITHDRAWN else before
    status = OccurrenceStatus.PUBLIC if before["status"] == OccurrenceStatus.PUBLIC else was["ended"]
    return sides | {"status": status}


def merge_of(gone: Claim) -> Event | None:
    """The last merge of this claim into another."""
    return Event.objects.filter(object_type="claim", object_id=gone.pk, verb=Verb.MERGED).first()


def returning(gone: Claim, chosen: set[int]) -> list[Returning]:
    """The ended links that would stand again, where their words still carry the claim that took them over and nobody chose that link."""
    merge = merge_of(gone)
    found = [(was, *was["pks"]) for was in (merge.detail.get("kept", {}).get("twins", []) if merge else [])]
    rows = Occurrence.objects.filter(pk__in=[pk for _, *pair in found for pk in pair]).select_related(
        "statement__document__article", "published_by"
    )
    links = {one.pk: one for one in rows.defer("statement__document__text", "statement__document__raw")}
    pairs = [
        Returning(links[ended], links[twin], was) for was, ended, twin in found if {ended, twin} <= links.keys() and twin not in chosen
    ]
    return [one for one in pairs if _may_return(one, gone)]


def _may_return(pair: Returning, gone: Claim) -> bool:
    stands = pair.twin.stands and pair.ended.statement.status in (StatementStatus.ACCEPTED, StatementStatus.PUBLIC)
    undone = pair.ended.judgement and pair.ended.judgement.undone_at
    return stands and not undone and pair.ended.claim_id == gone.pk and not pair.ended.stands


def lead_away(keep: Claim, gone: Claim) -> dict[str, Any]:
    """`keep` takes over the memory of `gone`, the claims merged into that one, and the addresses that lead to it. Returns what came."""
    theirs = set(Judgement.objects.filter(about=gone).values_list("pk", flat=True))
    anew = theirs - set(Judgement.objects.filter(about=keep).values_list("pk", flat=True))
    _remember(keep, anew)
    gone.judged_about.clear()
    merged = list(gone.merged.order_by("pk").values_list("pk", flat=True))
    gone.merged.update(merged_into=keep)
    led = list(Redirect.objects.filter(new_path=gone.get_absolute_url()).order_by("old_path").values_list("old_path", flat=True))
    last = Judgement.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    return {"judged": sorted(theirs), "judged_anew": sorted(anew), "until": last, "merged": merged, "led": led}


def lead_back(gone: Claim, claim: Claim) -> None:
    """`gone`, which was merged into `claim` by one merge or several, stands again with what was its own."""
    merge = merge_of(gone)
    kept = merge.detail.get("kept") if merge else None
    redirects.lead_back(gone, claim, kept["led"] if kept else ())
    if kept is None:  # merged before merges kept what they did
        _remember(gone, Judgement.objects.filter(about=claim).values_list("pk", flat=True))
        return
    since = Judgement.objects.filter(about=claim, claim__in=_way(gone, claim), pk__gt=kept["until"])
    _remember(gone, {*kept["judged"], *since.values_list("pk", flat=True)})
    claim.judged_about.through.objects.filter(claim=claim, judgement__in=_foreign(gone, claim)).delete()
    Claim.objects.filter(pk__in=kept["merged"], merged_into=claim).update(merged_into=gone)


def _way(gone: Claim, claim: Claim) -> list[Claim]:
    """The claims that `gone` went through to become `claim`, the last among them."""
    way: list[Claim] = []
    at = gone
    while at.pk != claim.pk:
        merge = merge_of(at)
        into = _at_address(merge.detail["into"]) if merge else claim
        if into is None or into in way:
            break
        way.append(into)
        at = into
    return way


def _at_address(slug: str) -> Claim | None:
    """The claim that has this address, or had it until migration 0029 renewed it."""
    renewed = Event.objects.filter(object_type="claim", detail__slug_was=slug).values("object_id")
    return Claim.objects.filter(slug=slug).first() or Claim.objects.filter(pk__in=renewed).first()


def _foreign(gone: Claim, claim: Claim) -> set[int]:
    """What is judged about `claim` only because `gone` became it: what came anew with every merge on the way."""
    merges = [merge_of(one) for one in [gone, *_way(gone, claim)[:-1]]]
    return set.intersection(*(set(one.detail.get("kept", {}).get("judged_anew", []) if one else []) for one in merges))


def _remember(claim: Claim, judgements: Iterable[int]) -> None:
    through = Judgement.about.through
    rows = (through(judgement_id=pk, claim_id=claim.pk) for pk in judgements)
    through.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1000)
