"""The public pages and lists of the API of which costs are told: each address by its name, for the archive in this process' database."""

from urllib.parse import urlencode

from django.db.models import F

from archive.enums import TallyScope
from archive.models import Claim, Document, Occurrence, Outlet, Speaker, Statement, Tally
from tests.benchmarks.making.made_up import OUTLET_NAMES, RARE
from timeline.lists.paging import OLDEST_FIRST, page_from

COMMON = "people"
A_FEW = 50  # statements of a speaker, or of a claim, that is neither busy nor rare


def addresses() -> dict[str, str]:
    known = Known()
    return known.pages() | known.beside_lists() | known.names_searched() | known.api_lists()


class Known:
    """The busiest of each kind, one with a few statements, and a place nine tenths down the chronology."""

    def __init__(self) -> None:
        self.speaker, self.few_speaker = (_of(Speaker, TallyScope.SPEAKER, few=few) for few in (False, True))
        self.outlet, self.rare_outlet = _of(Outlet, TallyScope.OUTLET), Outlet.objects.get(name=OUTLET_NAMES[-1])
        self.claim, self.few_claim = (_of(Claim, TallyScope.CLAIM, few=few) for few in (False, True))
        public = Statement.objects.public()
        self.deep = page_from(public, OLDEST_FIRST, public.dated().order_by(*OLDEST_FIRST.fields)[public.count() * 9 // 10]).next
        self.statement = public.filter(occasion=None, occurrences=None).order_by("pk")[0]
        self.at_occasion = public.exclude(occasion=None).order_by("pk")[0]
        self.in_claim = Occurrence.objects.public().filter(claim=self.claim).order_by("said_sort", "pk")[5].statement
        self.withdrawn = Statement.objects.withdrawn().order_by("pk").first()
        self.occasion, self.document = self.at_occasion.occasion, Document.objects.filter(statements=self.at_occasion).get()
        of_a_day = public.filter(said_earliest=F("said_latest")).order_by("said_sort", "pk")
        self.day = of_a_day[of_a_day.count() // 2].said_earliest

    def pages(self) -> dict[str, str]:
        found = {
            "home": "/",
            "chronology": "/chronology/",
            "chronology, deep": _with("/chronology/", cursor=self.deep),
            "chronology, newest first": _with("/chronology/", order="-said_on"),
            "year": "/chronology/2010/",
            "month": "/chronology/2010/05/",
            "day": f"/chronology/{self.day:%Y/%m/%d}/",
            "undated": "/chronology/undated/",
            "of a busy speaker": _with("/chronology/", speaker=self.speaker.slug),
            "of a busy outlet": _with("/chronology/", outlet=self.outlet.slug),
            "of a rare outlet": _with("/chronology/", outlet=self.rare_outlet.slug),
            "of the top claim": _with("/chronology/", claim=self.claim.slug),
            "of the top claim, denials": _with("/chronology/", claim=self.claim.slug, counted="denials"),
            "of a kind": _with("/chronology/", kind="indirect"),
            "of a force": _with("/chronology/", force="denied"),
            "of a speaker in an outlet": _with("/chronology/", speaker=self.speaker.slug, outlet=self.outlet.slug),
            "of a few in a busy outlet": _with("/chronology/", speaker=self.few_speaker.slug, outlet=self.outlet.slug),
            "of a claim by a speaker": _with("/chronology/", claim=self.claim.slug, speaker=self.speaker.slug),
            "of ten years": _with("/chronology/", said_from="2005", said_to="2014"),
            "that may fall in ten years": _with("/chronology/", said_from="2005", said_to="2014", dates="overlap"),
            "of an outlet in a year": _with("/chronology/", outlet=self.outlet.slug, said_from="2010", said_to="2010"),
            "search, a common word": _with("/search/", q=COMMON),
            "search, “the”": _with("/search/", q="the"),
            "search, a rare word": _with("/search/", q=RARE),
            "search, two words": _with("/search/", q=f"{COMMON} the"),
            "search, of a speaker": _with("/search/", q=COMMON, speaker=self.speaker.slug),
            "claims": "/claims/",
            "claims of a speaker": _with("/claims/", speaker=self.speaker.slug),
            "top claim": f"/claims/{self.claim.slug}/",
            "top claim, denials": _with(f"/claims/{self.claim.slug}/", counted="denials"),
            "top claim over time": f"/claims/{self.claim.slug}/over-time/",
            "claim of a few": f"/claims/{self.few_claim.slug}/",
            "claim of a few over time": f"/claims/{self.few_claim.slug}/over-time/",
            "speakers": "/speakers/",
            "busy speaker": f"/speakers/{self.speaker.slug}/",
            "speaker of a few": f"/speakers/{self.few_speaker.slug}/",
            "outlets": "/outlets/",
            "busy outlet": f"/outlets/{self.outlet.slug}/",
            "rare outlet": f"/outlets/{self.rare_outlet.slug}/",
            "statement": f"/statements/{self.statement.public_id}/",
            "statement at an occasion": f"/statements/{self.at_occasion.public_id}/",
            "statement of the top claim": f"/statements/{self.in_claim.public_id}/",
            "document": f"/documents/{self.document.public_id}/",
            "corrections": "/corrections/",
        }
        return found | ({"withdrawn statement": f"/statements/{self.withdrawn.public_id}/"} if self.withdrawn else {})

    def beside_lists(self) -> dict[str, str]:
        """Pages that are none of a list of statements or of one row of it, and what others take."""
        one, other = self.statement.public_id, self.in_claim.public_id
        return {
            "new on record": "/new/",
            "occasions": "/occasions/",
            "occasion": f"/occasions/{self.occasion.public_id}/",
            "compare": _with("/compare/", a=one, b=other),
            "coverage": "/coverage/",
            "feed": "/chronology/feed.atom",
            "feed of the top claim": f"/claims/{self.claim.slug}/feed.atom",
            "embedded statement": f"/embed/statements/{other}/",
            "embedded top claim": f"/embed/claims/{self.claim.slug}/",
        }

    def names_searched(self) -> dict[str, str]:
        given, family = self.speaker.name.split()
        return {
            "search, a name": _with("/search/", q=f"{given} {family}"),
            "search, a family name": _with("/search/", q=family),
            "search, a mistyped name": _with("/search/", q=f"{family[:-2]}{family[-1]}"),
            "search, a name among words": _with("/search/", q=f"{family} {COMMON}"),
            "search, an outlet": _with("/search/", q=self.outlet.name),
        }

    def api_lists(self) -> dict[str, str]:
        speaker, outlet, claim = {"speaker": self.speaker.slug}, {"outlet": self.outlet.slug}, {"claim": self.claim.slug}
        lists: dict[str, dict[str, dict[str, str]]] = {
            "statements": {
                "": {}, "deep": {"cursor": self.deep}, "newest first": {"order": "-said_on"}, "counted": {"count": "1"},
                "a common word": {"q": COMMON}, "a rare word": {"q": RARE}, "of a speaker": speaker, "of an outlet": outlet,
                "of a claim": claim, "ten years, counted": {"said_from": "2005", "said_to": "2014", "count": "1"},
                "of an outlet in a year": {**outlet, "said_from": "2010", "said_to": "2010"},
            },
            "claims": {"": {}, "of a speaker": speaker, "a common word": {"q": "bridge"}},
            f"claims/{self.claim.slug}/trail": {"": {}},
            "speakers": {"": {}, "of a claim": claim, "since 2019": {"said_from": "2019"}},
            "outlets": {"": {}, "of a speaker": speaker},
            "documents": {"": {}, "a common word": {"q": COMMON}, "of a rare outlet": {"outlet": self.rare_outlet.slug}},
            "occasions": {"": {}, "a common word": {"q": COMMON}, "of a speaker": speaker},
            "occurrences": {"": {}, "of a claim": claim, "of a speaker": speaker},
            "corrections": {"": {}},
        }  # fmt: skip
        return {
            f"API {name.replace(self.claim.slug, 'top')}{', ' * bool(how)}{how}": _with(f"/api/v1/{name}/", **given)
            for name, asked in lists.items()
            for how, given in asked.items()
        }


def _with(path: str, **given: str) -> str:
    return f"{path}?{urlencode(given)}" if given else path


def _of(model: type, scope: TallyScope, *, few: bool = False) -> object:
    rows = Tally.objects.filter(scope=scope)
    row = rows.filter(statements__lte=A_FEW).order_by("-statements", "key") if few else rows.order_by("-statements", "key")
    return model.objects.get(pk=row[0].key)
