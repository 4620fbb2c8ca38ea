"""What a public statement does to a claim, in a word or two: first recorded, said again so many days later, denied.

What happened before each is asked of the database in one query, however many occurrences there are and however long the trail is.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive import edtf
from archive.enums import Likeness, Stance
from archive.models import Attribution, Claim, Occurrence
from archive.models.statement import saying_of


@dataclass(frozen=True)
class Stamp:
    """What a statement does to a claim: “First recorded”, “Said again · 31 days later”."""

    label: str
    tone: str
    claim: Claim | None = None
    detail: str = ""


@dataclass(frozen=True)
class History:
    """What is on record of a claim before one of its occurrences.

    `before` is when it was said last on another occasion (None where it wasn't, or nobody knows when). `is_repeated`: the same saying
    stands on record already, and `is_report`: by the same speaker. `turned_from` is when one of its speakers took the other side, if
    that was the last that he said of it.
    """

    before: edtf.Edtf | None = None
    is_repeated: bool = False
    is_report: bool = False
    turned_from: edtf.Edtf | None = None


def histories(links: Iterable[Occurrence]) -> dict[int, History]:
    """By the number of the occurrence."""
    rows = Occurrence.objects.filter(pk__in=[link.pk for link in links]).alias(saying=saying_of("statement"))
    said = _earlier().sayings()
    same = said.filter(saying=OuterRef("saying"))
    own = _by_the_same(_earlier().filter(Q(stance=Stance.DENIES) | Q(stance=Stance.ASSERTS, likeness__in=Likeness.sayings())))
    rows = rows.annotate(
        before=_last(said.exclude(saying=OuterRef("saying")), "statement__said_on"),
        is_repeated=Exists(same),
        is_report=Exists(_by_the_same(same)),
        own_stance=_last(own, "stance"),
        own_date=_last(own, "statement__said_on"),
    )
    columns = ("pk", "stance", "before", "is_repeated", "is_report", "own_stance", "own_date")
    return {pk: _history(*values) for pk, *values in rows.order_by().values_list(*columns)}


def _history(stance: str, before: str | None, is_repeated: bool, is_report: bool, own_stance: str | None, own_date: str | None) -> History:
    turned = own_stance and own_stance != stance and Stance.DENIES in (own_stance, stance)
    return History(_date(before), is_repeated, is_report, _date(own_date) if turned else None)


def _earlier() -> QuerySet[Occurrence]:
    """Public occurrences of the outer one's claim that stand before it in the trail."""
    before = Q(said_sort__lt=OuterRef("said_sort")) | Q(said_sort=OuterRef("said_sort"), pk__lt=OuterRef("pk"))
    rows = Occurrence.objects.public().filter(before, claim=OuterRef("claim"), said_sort__lte=OuterRef("said_sort"))
    return rows.alias(saying=saying_of("statement"))


def _by_the_same(rows: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    """Those of which somebody speaks in the outer one too, which stands three queries up from its own speakers."""
    alike = Q(speaker=OuterRef("speaker")) | Q(speaker=None, name=OuterRef("name"))
    ours = Attribution.objects.filter(alike, statement=OuterRef(OuterRef(OuterRef("statement"))))
    return rows.filter(Exists(Attribution.objects.filter(Exists(ours), statement=OuterRef("statement"))))


def _last(rows: QuerySet[Occurrence], column: str) -> Subquery:
    return Subquery(rows.order_by("-said_sort", "-pk").values(column)[:1])


def _date(text: str | None) -> edtf.Edtf | None:
    return edtf.parse(text) if text else None


def role_of(link: Occurrence, history: History) -> str:
    """What the stamp says, in one word for programs: first, again, report, undated, variant, narrower, wider, denied or relayed."""
    if link.stance != Stance.ASSERTS:
        return {Stance.DENIES: "denied", Stance.RELAYS: "relayed"}[Stance(link.stance)]
    if not link.is_saying:
        return link.likeness
    if history.is_repeated:
        return "report" if history.is_report else "again"
    if link.statement.said is None:
        return "undated"
    return "again" if history.before else "first"


ROLES = ("first", "again", "report", "undated", "variant", "narrower", "wider", "denied", "relayed")


def stamp_of(link: Occurrence, said: edtf.Edtf | None, history: History) -> Stamp:
    if link.stance == Stance.DENIES:
        return Stamp(_("Denied"), "denied", link.claim, _reversal(said, history))
    if link.stance == Stance.RELAYS:
        return Stamp(_("Relayed"), "aside", link.claim)
    if not link.is_saying:
        return Stamp({"variant": _("Variant"), "narrower": _("Narrower"), "wider": _("Wider")}[link.likeness], "aside", link.claim)
    if history.is_report:
        return Stamp(_("Reported again"), "again", link.claim, _("of the same occasion"))
    if history.is_repeated:
        return Stamp(_("Said again"), "again", link.claim, _("on the same occasion"))
    if said is None:
        return Stamp(_("Said, undated"), "again", link.claim)
    turned = _("a reversal") if history.turned_from else ""
    if history.before is None:
        return Stamp(_("First recorded"), "first", link.claim, turned)
    return Stamp(_("Said again"), "again", link.claim, ", ".join(filter(None, (days_words(history.before, said), turned))))


def _reversal(said: edtf.Edtf | None, history: History) -> str:
    """That one of its speakers said the contrary, and how many days before."""
    if history.turned_from is None:
        return ""
    return _("a reversal, %(days)s") % {"days": days_words(history.turned_from, said)} if said else _("a reversal")


def days_words(before: edtf.Edtf, after: edtf.Edtf) -> str:
    """“31 days later”; a range where one of the two dates is coarse, and “about” where one is approximate or uncertain."""
    fewest, most = days(before, after)
    if most == 0:
        return _("the same day")
    if fewest == most:
        words = ngettext("%(days)s day later", "%(days)s days later", most) % {"days": f"{most:,}"}
    elif fewest == 0:
        words = ngettext("up to %(days)s day later", "up to %(days)s days later", most) % {"days": f"{most:,}"}
    else:
        words = _("%(fewest)s to %(most)s days later") % {"fewest": f"{fewest:,}", "most": f"{most:,}"}
    return _("about %(days)s") % {"days": words} if is_vague(before, after) else words


def days(before: edtf.Edtf, after: edtf.Edtf) -> tuple[int, int]:
    """Fewest and most days from the one to the other."""
    fewest, most = (max(0, count) for count in edtf.days_between(before, after))
    return fewest, most


def is_vague(*dates: edtf.Edtf) -> bool:
    return any(date.approximate or date.uncertain for date in dates)
