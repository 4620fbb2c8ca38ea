"""Who a speaker or an outlet is, as its page tells: rows of the tables as they are, each found by an index."""

from typing import NamedTuple

from django.http import Http404
from django.utils.http import urlencode

from archive.authorities.countries import country_named
from archive.authorities.numbers import Scheme, address_of
from archive.enums import CountedAs, TextPolicy
from archive.models.outlet import kind_in_words
from archive.models.people.authority import AffiliationKind
from archive.models.search import Condition
from timeline.lists.named import ClaimName
from timeline.lists.walks import rows_of
from timeline.printing.addresses import address, list_address
from timeline.printing.language import ngettext
from timeline.record.counting import trail_url

LISTED = 8
REPEATED = 2  # occasions

# The same rows as `public()` of the models. The joins stand in the order in which they are made.
SPEAKER = """
SELECT s.id, s.slug, s.name, s.description FROM archive_speaker s WHERE s.slug = %s AND s.merged_into_id IS NULL AND EXISTS (
    SELECT 1 FROM archive_attribution a CROSS JOIN archive_statement told
    WHERE a.speaker_id = s.id AND told.id = a.statement_id AND told.status = 'public')
"""
OUTLET = """
SELECT o.id, o.slug, o.name, o.kind, o.time_zone, o.text_policy, o.homepage FROM archive_outlet o WHERE o.slug = %s AND EXISTS (
    SELECT 1 FROM archive_article a CROSS JOIN archive_document d CROSS JOIN archive_statement told
    WHERE a.outlet_id = o.id AND d.article_id = a.id AND told.document_id = d.id AND told.status = 'public')
"""
ROLES = "SELECT title, since, until FROM archive_speakerrole WHERE speaker_id = %s ORDER BY since_earliest, id"
ALIASES = "SELECT name FROM archive_speakeralias WHERE speaker_id = %s ORDER BY name_key"
IDENTIFIERS = "SELECT scheme, value FROM archive_speakeridentifier WHERE speaker_id = %s ORDER BY scheme, value"
AFFILIATIONS = "SELECT kind, name, since, until FROM archive_affiliation WHERE speaker_id = %s ORDER BY kind, since_earliest, id"
CLAIMS = """
SELECT c.slug, c.text, said.occasions FROM archive_spokenclaim said CROSS JOIN archive_claim c
WHERE said.speaker_id = %s AND said.occasions >= %s AND c.id = said.claim_id
ORDER BY said.occasions DESC, said.claim_id LIMIT %s
"""
BESIDE = """
SELECT other.slug, other.name, shared.statements FROM archive_sharedtally shared CROSS JOIN archive_speaker other
WHERE shared.speaker_id = %s AND shared.statements > 0 AND other.id = shared.other_id AND other.merged_into_id IS NULL
ORDER BY shared.statements DESC, other.name_key LIMIT %s
"""


class SpeakerProfile(NamedTuple):
    pk: int
    slug: str
    name: str
    description: str


class OutletProfile(NamedTuple):
    pk: int
    slug: str
    name: str
    kind: str
    time_zone: str
    text_policy: str
    homepage: str

    @property
    def kind_in_words(self) -> str:
        return kind_in_words(self.kind)

    @property
    def shows_full_text(self) -> bool:
        return self.text_policy == TextPolicy.FULL


class Role(NamedTuple):
    title: str
    since: str
    until: str


class Number(NamedTuple):
    """Under which number a register knows somebody."""

    register: str
    value: str
    url: str


class Ranked(NamedTuple):
    """One of those with the most of something, how much in words, and the list that is counted."""

    url: str
    name: str
    count: int
    words: str
    counted_url: str


def speaker_of(slug: str) -> SpeakerProfile:
    """The public speaker of this address."""
    return SpeakerProfile(*_one(SPEAKER, slug))


def outlet_of(slug: str) -> OutletProfile:
    """The public outlet of this address."""
    return OutletProfile(*_one(OUTLET, slug))


def _one(selected: str, slug: str) -> tuple:
    rows = _rows(selected, slug)
    if not rows:
        raise Http404
    return rows[0]


def roles_of(speaker: SpeakerProfile) -> list[Role]:
    return [Role(*row) for row in _rows(ROLES, speaker.pk)]


def aliases_of(speaker: SpeakerProfile) -> list[str]:
    return [name for (name,) in _rows(ALIASES, speaker.pk)]


def identifiers_of(speaker: SpeakerProfile) -> list[Number]:
    return [Number(str(Scheme(scheme).label), value, address_of(scheme, value)) for scheme, value in _rows(IDENTIFIERS, speaker.pk)]


def affiliations_of(speaker: SpeakerProfile) -> list[Role]:
    """Parties, and countries by their names."""
    rows = _rows(AFFILIATIONS, speaker.pk)
    return [Role(country_named(name) if kind == AffiliationKind.COUNTRY else name, *dates) for kind, name, *dates in rows]


def claims_of(speaker: SpeakerProfile) -> list[Ranked]:
    """What this speaker said on most occasions, and on two at least; each with its entries of this speaker."""
    return [_said(speaker, ClaimName(*names), number) for *names, number in _rows(CLAIMS, speaker.pk, REPEATED, LISTED)]


def _said(speaker: SpeakerProfile, claim: ClaimName, occasions: int) -> Ranked:
    words = ngettext("on %(shown)s occasion", "on %(shown)s occasions", occasions) % {"shown": f"{occasions:,}"}
    return Ranked(address("claim", claim.slug), claim.text, occasions, words, trail_url(claim, CountedAs.SAYINGS, speaker))


def beside(speaker: SpeakerProfile) -> list[Ranked]:
    """With whom this speaker shares statements, and how many."""
    return [_shared(speaker, *row) for row in _rows(BESIDE, speaker.pk, LISTED)]


def _shared(speaker: SpeakerProfile, slug: str, name: str, statements: int) -> Ranked:
    words = ngettext("%(shown)s statement", "%(shown)s statements", statements) % {"shown": f"{statements:,}"}
    jointly = f"{list_address('chronology')}?{urlencode({'speaker': speaker.slug, 'jointly': slug})}"
    return Ranked(address("speaker", slug), name, statements, words, jointly)


def _rows(selected: str, *asked: int | str) -> list[tuple]:
    return rows_of(Condition(selected, asked))
