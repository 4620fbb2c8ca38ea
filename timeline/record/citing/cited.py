"""What a citation tells, whatever its format. The author and the date are the article's; who spoke, and when, is told apart from them."""

import re
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from archive import edtf
from archive.enums import StatementKind
from archive.models import Document, Statement
from timeline.record import titles
from timeline.record.links import address
from timeline.record.sources import source_line

UNPRINTED = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
OPENED = re.compile(r"[“„«‹‘\"'][\u00a0\u202f]?$")
CLOSED = re.compile(r"[,.;:!?…]*[\u00a0\u202f]?[”“»›’\"']")


@dataclass(frozen=True)
class Cited:
    """All texts are of one line. `title` is "" where the article has none; `stand_in` says then what it is.

    `notice` tells that the outlet corrected the article or took it back. `is_reported`: the day said is that of publication.
    """

    id: str
    words: str
    kind: str
    is_quotation: bool
    force: str
    who: str
    said: edtf.Edtf | None
    author: str
    title: str
    stand_in: str
    outlet: str
    outlet_kind: str
    article_kind: str
    published: edtf.Edtf | None
    language: str
    place: str
    source_url: str
    notice: str
    link: str
    version: int
    accessed: date
    is_reported: bool = False

    @property
    def titled(self) -> str:
        """The title for a format that can't do without one: a description in square brackets where the article has none."""
        return self.title or f"[{self.stand_in}]"

    @property
    def site(self) -> str:
        return str(settings.SITE_NAME)


def cited(statement: Statement, accessed: date) -> Cited:
    """What is told of a statement of `single.statement_of`, whose document `titles.tell_as_kept` has seen to."""
    document, outlet = statement.document, statement.document.outlet
    stand_in = titles.stand_in(document)
    return Cited(
        id=statement.public_id,
        words=one_line(statement.text),
        kind=statement.kind,
        is_quotation=is_quotation(statement.kind, statement.prefix, statement.suffix),
        force=statement.force,
        who=one_line(", ".join(str(one) for one in statement.attributions.all())),
        said=statement.said,
        author=one_line(document.author),
        title="" if document.title in ("", stand_in) else one_line(document.title),
        stand_in=one_line(stand_in),
        outlet=one_line(outlet.name) if outlet else _("an unnamed outlet"),
        outlet_kind=outlet.kind if outlet else "",
        article_kind=document.article.kind,
        published=_day_of(document),
        language=document.language,
        place=one_line(statement.place_in_source),
        source_url=document.article.url or "",
        notice=one_line(source_line(statement)).rstrip("."),
        link=address(statement.get_absolute_url()),
        version=statement.version,
        accessed=accessed,
        is_reported=statement.said_is_reported,
    )


def is_quotation(kind: str, prefix: str, suffix: str) -> bool:
    """Whether all words of a statement of this kind, between these, are the speaker's own: direct speech, or a piece of it that the outlet
    prints in quotation marks.

    Of a paraphrase the words are the reporter's, also where there are some of the speaker's in it.
    """
    is_marked = OPENED.search(prefix) and CLOSED.match(suffix)
    return kind == StatementKind.DIRECT or (kind == StatementKind.MIXED and bool(is_marked))


def _day_of(document: Document) -> edtf.Edtf | None:
    """The day of publication, without the hour."""
    return edtf.parse(document.published.partition("T")[0]) if document.published else None


def one_line(text: str) -> str:
    """With a single space for whatever is not printed."""
    return UNPRINTED.sub(" ", text).strip()
