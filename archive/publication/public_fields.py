"""Which fields the public sees of each row, listed in this one place."""

from django.db import models

from archive.models import Article, Claim, Document, Occasion, Occurrence, Outlet, Speaker, Statement

# The fields that are public. Nothing but `publication` changes one of them on a public row.
PublicRow = Statement | Occurrence | Claim | Speaker | Outlet | Occasion | Article | Document
PUBLIC_FIELDS: dict[type[models.Model], tuple[str, ...]] = {
    Statement: (
        "kind", "force", "language", "said_on", "said_words", "said_rule", "undated", "occasion", "locator", "translation_of",
    ),
    Occurrence: ("start", "end", "stance", "likeness"),
    Claim: ("text",),
    Speaker: ("name", "kind", "description"),
    Outlet: ("name", "kind", "homepage", "time_zone", "text_policy"),
    Occasion: ("name", "kind", "place", "held_on"),
    Article: ("outlet", "url", "copy_url", "kind"),
    Document: (
        "title", "author", "language", "published", "published_words", "zone", "zone_source", "wire_copy_of", "relation", "relates_to",
        "relation_note",
    ),
}  # fmt: skip
# What the public sees of a row and what stands in other columns or tables: the words of a statement and whose they are; names and roles.
PUBLIC_LISTS: dict[type[models.Model], tuple[str, ...]] = {
    Statement: ("span", "speakers"),
    Speaker: ("aliases", "roles", "identifiers", "affiliations"),
    Claim: ("fact_checks",),
}
