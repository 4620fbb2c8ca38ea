"""What the public sees as a document's title: its own, unless that repeats words which were taken back.

A title is the outlet's own and public with its document, so that a draft or a rejected statement in it is no reason to hide it. Words
that were withdrawn are: then, and where there is no title, the outlet and the day stand in its place.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import FilteredRelation, Q, QuerySet
from django.utils.translation import gettext as _

from archive import edtf
from archive.enums import StatementStatus
from archive.matching.words import fold
from archive.models import Document

WORD = re.compile(r"\w+")
# From a document to those that print the same text, or nearly: itself first.
KIN = ("", "article__documents__", "wire_copy_of__", "wire_copies__", "wire_copy_of__wire_copies__")
FEWEST_WORDS = 4  # of a title inside withdrawn words: "The minister" alone gives nothing away


def cover(documents: Iterable[Document]) -> None:
    """Give these rows the titles that may be shown, in one query. They are read for one answer and are not to be saved."""
    rows = list(documents)
    titles = covered({document.pk: document for document in rows})
    for document in rows:
        document.title = titles[document.pk]


def covered(documents: Mapping[int, Any]) -> dict[int, str]:
    """The titles that may be shown, of documents by their number; of each its `title`, `outlet` and `published` are asked."""
    withdrawn = withdrawn_words(documents)
    return {pk: stand_in(one) if not one.title or repeats(one.title, withdrawn.get(pk, [])) else one.title for pk, one in documents.items()}


def withdrawn_words(documents: Iterable[int]) -> dict[int, list[str]]:
    """For each document that has some: the words withdrawn in it, in other captures of its article, in its copies and in what it copies."""
    found: dict[int, list[str]] = {}
    first, *others = (_withdrawn_along(way, Document.objects.filter(pk__in=list(documents))) for way in KIN)
    for document, text in first.union(*others):
        if text is not None:
            found.setdefault(document, []).append(text)
    return found


def _withdrawn_along(way: str, documents: QuerySet[Document]) -> QuerySet[Any]:
    """Each with the words withdrawn in a document of its kin, or none. It goes from the documents: how much was withdrawn of others costs
    nothing."""
    withdrawn = Q(**{f"{way}statements__status": StatementStatus.WITHDRAWN})
    rows = documents.order_by().annotate(withdrawn=FilteredRelation(f"{way}statements", condition=withdrawn))
    return rows.values_list("pk", "withdrawn__text")


def repeats(title: str, withdrawn: Iterable[str]) -> bool:
    """Whether a title holds withdrawn words, or is of four words or more that stand in them. Case, accents and punctuation don't count."""
    words = _bare(title)
    is_long = len(words.split()) >= FEWEST_WORDS
    return any(text.strip() and (text in words or (is_long and words in text)) for text in map(_bare, withdrawn))


def stand_in(document: Any) -> str:
    day = document.published.partition("T")[0]
    names = {"outlet": document.outlet or _("an unnamed outlet"), "date": edtf.parse(day).words if day else ""}
    return (_("Document of %(outlet)s, %(date)s") if day else _("Document of %(outlet)s")) % names


def _bare(text: str) -> str:
    """The words with one space around each, so that no part of a word is found for a whole one."""
    return f" {' '.join(WORD.findall(fold(text)))} "
