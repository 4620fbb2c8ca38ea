"""A statement, a claim and a document in the words of schema.org. Nothing is called what it is not: a paraphrase is no Quotation, a
transcript no NewsArticle, and a name of which nobody knows whose it is has no type.
"""

from collections.abc import Iterable
from typing import Any

from archive import edtf
from archive.enums import ArticleKind, OccasionKind, OutletKind, SpeakerKind, Stance, StatementKind
from archive.models import Document, Occasion, Speaker, Statement
from archive.models.fields import folded
from timeline.lists.claims import ClaimRow
from timeline.lists.named import Shown
from timeline.printing.addresses import address as path_of
from timeline.record import titles
from timeline.record.citing import is_quotation
from timeline.record.links import address
from timeline.record.reports_of_claims import Report
from timeline.record.sources import correction_comments

QUOTATION = "Quotation"
NEWS = (OutletKind.AGENCY, OutletKind.PAPER, OutletKind.BROADCASTER)
TYPES = {
    ArticleKind.ARTICLE: "Article",  # of a ministry or a parliament; of those who bring news a NewsArticle
    ArticleKind.RELEASE: "Article",
    ArticleKind.TRANSCRIPT: "CreativeWork",
    ArticleKind.INTERVIEW: "Article",
    ArticleKind.POST: "SocialMediaPosting",
}


def statement_thing(statement: Statement, credit: str) -> dict[str, Any]:
    """A Quotation where the words are the speaker's own. A paraphrase is a part of the article, in which somebody is mentioned.

    `credit` says who said it when and how, so that a denial is not read as an assertion.
    """
    return _known({
        "@context": "https://schema.org",
        "@type": _type_of(statement),
        "@id": address(path_of("statement", statement.public_id)),
        "url": address(path_of("statement", statement.public_id)),
        "identifier": statement.public_id,
        "text": statement.text,
        "creditText": credit,
        "inLanguage": statement.language,
        **(_own_words(statement) if _type_of(statement) == QUOTATION else _reported_words(statement)),
        "about": [{"@type": "Claim", "@id": address(path_of("claim", link.claim.slug))} for link in statement.public_occurrences],
        "version": statement.version,
    })  # fmt: skip


def _type_of(statement: Statement) -> str:
    return _named_by(statement.kind, statement.prefix, statement.suffix)


def _type_of_entry(shown: Shown) -> str:
    return _named_by(shown["kind"], shown["prefix"], shown["suffix"])


def _named_by(kind: str, prefix: str, suffix: str) -> str:
    return QUOTATION if is_quotation(kind, prefix, suffix) else "CreativeWork"


def _own_words(statement: Statement) -> dict[str, Any]:
    return {
        "dateCreated": "" if statement.said_is_reported else _exact_day(statement.said_on),
        "spokenByCharacter": _speakers(statement),
        "isBasedOn": _article(statement.document),
    }


def _reported_words(statement: Statement) -> dict[str, Any]:
    """Words of a reporter, made when the article was: what they tell of is of the day of saying."""
    return {
        "genre": str(StatementKind(statement.kind).label),
        "temporalCoverage": _exact_day(statement.said_on),
        "mentions": _speakers(statement),
        "isPartOf": _article(statement.document),
    }


def claim_thing(claim: ClaimRow, appearances: list[Report], first: Shown | None) -> dict[str, Any]:
    """The claim as a schema.org Claim, with its first appearance and as many others as are given. Where it is denied it does not appear."""
    return _known({
        "@context": "https://schema.org",
        "@type": "Claim",
        "@id": address(path_of("claim", claim.slug)),
        "url": address(path_of("claim", claim.slug)),
        "text": claim.text,
        "firstAppearance": _appearance(_type_of_entry(first), first["id"]) if first else None,
        "appearance": [_appearance(_type_of_entry(one.shown), one.public_id) for one in appearances if one.link["stance"] != Stance.DENIES],
    })  # fmt: skip


def _appearance(kind: str, public_id: str) -> dict[str, Any]:
    return {"@type": kind, "@id": address(path_of("statement", public_id))}


def occasion_thing(occasion: Occasion, documents: Iterable[str]) -> dict[str, Any]:
    """An Event. `documents`: the ids of those that report it."""
    return _known({
        "@context": "https://schema.org",
        "@type": "PublicationEvent" if occasion.kind == OccasionKind.PUBLICATION else "Event",
        "@id": address(path_of("occasion", occasion.public_id)),
        "url": address(path_of("occasion", occasion.public_id)),
        "identifier": occasion.public_id,
        "name": occasion.name,
        "startDate": _exact_day(occasion.held_on),
        "location": {"@type": "Place", "name": occasion.place} if occasion.place else None,
        "subjectOf": [{"@type": "CreativeWork", "@id": address(path_of("document", one))} for one in documents],
    })  # fmt: skip


def article_thing(document: Document) -> dict[str, Any]:
    return {"@context": "https://schema.org", **_article(document), "mainEntityOfPage": address(path_of("document", document.public_id))}


def _article(document: Document) -> dict[str, Any]:
    """`title` may be our own words, where the article has none that may be shown: then it is no headline."""
    kind, outlet = ArticleKind(document.article.kind), document.outlet
    return _known({
        "@type": "NewsArticle" if kind == ArticleKind.ARTICLE and outlet and outlet.kind in NEWS else TYPES[kind],
        "@id": address(path_of("document", document.public_id)),
        "name" if document.title == titles.stand_in(document) else "headline": document.title,
        "genre": "" if kind == ArticleKind.ARTICLE else str(kind.label),
        "url": document.article.url or "",
        "inLanguage": document.language,
        "datePublished": _exact_day(document.published),
        "author": _author(document),
        "publisher": {"@type": "Organization", "name": outlet.name} if outlet else None,
        "correction": correction_comments(document),
    })  # fmt: skip


def _author(document: Document) -> dict[str, Any] | str:
    """The byline: the outlet itself, or a name as printed, which may be a person's, a desk's or an agency's."""
    outlet = document.outlet
    if outlet and folded(document.author) == folded(outlet.name):
        return {"@type": "Organization", "name": outlet.name}
    return document.author


def _speakers(statement: Statement) -> list[dict[str, Any] | str]:
    return [_speaker(one.speaker) if one.speaker else str(one) for one in statement.attributions.all()]


def _speaker(speaker: Speaker) -> dict[str, Any]:
    kind = "Person" if speaker.kind == SpeakerKind.PERSON else "Organization"
    return {"@type": kind, "name": speaker.name, "url": address(path_of("speaker", speaker.slug))}


def _exact_day(text: str) -> str:
    """A date that schema.org can hold; "" for one that is coarse, approximate or not known."""
    return text if text and edtf.parse(text).is_exact_day else ""


def _known(thing: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known."""
    return {name: value for name, value in thing.items() if value}
