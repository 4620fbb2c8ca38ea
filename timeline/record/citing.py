"""How a statement is cited, and said in the words of schema.org. Without a date of access: a citation names the version instead."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.utils.translation import gettext as _

from archive import edtf
from archive.enums import SpeakerKind
from archive.models import Claim, Document, Occurrence, Speaker, Statement
from timeline.record.sources import correction_comments, source_line

LONGEST_FRAGMENT = 120  # characters of a quote that a link spells out; of a longer one its first and last words
FRAGMENT_WORDS = 5


@dataclass(frozen=True)
class Citation:
    name: str
    text: str


def address(path: str) -> str:
    """A full address on this site."""
    return f"{settings.SITE_URL}{path}"


def citations(statement: Statement) -> list[Citation]:
    """The statement for a text, a Markdown file, a wiki and a bibliography."""
    link = address(statement.get_absolute_url())
    return [
        Citation(_("Plain text"), _plain(statement, link)),
        Citation("Markdown", f"> {' '.join(statement.text.split())}\n>\n> — {_credit(statement)}. [{settings.SITE_NAME}]({link})"),
        Citation("Wikipedia", _wiki(statement, link)),
        Citation("BibTeX", _bibtex(statement, link)),
    ]


def who(statement: Statement) -> str:
    return ", ".join(str(one) for one in statement.attributions.all())


def _credit(statement: Statement) -> str:
    said = statement.said.words if statement.said else _("undated")
    credit = f"{who(statement)}, {said}, {_('in')} {statement.document.outlet}, “{statement.document}”"
    return f"{credit} ({line})" if (line := source_line(statement).rstrip(".")) else credit


def _plain(statement: Statement, link: str) -> str:
    words = " ".join(statement.text.split())
    return f"“{words}” — {_credit(statement)}. {settings.SITE_NAME}, {_('version')} {statement.version}, {link}"


def _wiki(statement: Statement, link: str) -> str:
    document = statement.document
    fields = {
        "quote": " ".join(statement.text.split()),
        "author": who(statement),
        "date": statement.said_on,
        "title": str(document),
        "publisher": str(document.outlet),
        "url": document.article.url or link,
        "via": f"[{link} {settings.SITE_NAME}]" if document.article.url else settings.SITE_NAME,
    }
    return (
        "{{cite web"
        + "".join(f" |{name}={_wiki_value(value)}" for name, value in fields.items() if value)
        + "}}"
        + f" {source_line(statement)}".rstrip()
    )


def _wiki_value(text: str) -> str:
    return text.replace("|", "&#124;").replace("}}", "&#125;&#125;")


def _bibtex(statement: Statement, link: str) -> str:
    fields = {
        "author": f"{{{who(statement)}}}",
        "title": f"{{{' '.join(statement.text.split())}}}",
        "howpublished": f"{statement.document.outlet}: {statement.document}",
        "year": f"{statement.said_earliest.year}" if statement.said_earliest else "",
        "date": statement.said_on,
        "url": link,
        "note": f"{settings.SITE_NAME}, {_('version')} {statement.version}. {source_line(statement)}".rstrip(". "),
    }
    lines = [f"  {name} = {{{_bibtex_value(value)}}}" for name, value in fields.items() if value]
    return f"@misc{{{statement.public_id},\n" + ",\n".join(lines) + "\n}"


def _bibtex_value(text: str) -> str:
    return text.replace("\\", r"\textbackslash{}").replace("%", r"\%").replace("&", r"\&").replace("#", r"\#").replace("_", r"\_")


def text_fragment(statement: Statement) -> str:
    """The article's address with the words to scroll to, for browsers that know text fragments. "" where there is no address."""
    url = statement.document.article.url
    if not url:
        return ""
    words = statement.text.split()
    if len(statement.text) <= LONGEST_FRAGMENT and "\n" not in statement.text:
        directive = _escaped(statement.text)
    else:
        directive = ",".join(_escaped(" ".join(part)) for part in (words[:FRAGMENT_WORDS], words[-FRAGMENT_WORDS:]))
    return f"{url.partition('#')[0]}#:~:text={directive}"


def _escaped(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")


def quotation(statement: Statement) -> dict[str, Any]:
    """The statement as a schema.org Quotation."""
    return _known({
        "@context": "https://schema.org",
        "@type": "Quotation",
        "@id": address(statement.get_absolute_url()),
        "url": address(statement.get_absolute_url()),
        "identifier": statement.public_id,
        "text": statement.text,
        "inLanguage": statement.language,
        "dateCreated": statement.said_on if statement.said and statement.said.is_exact_day else "",
        "spokenByCharacter": [_speaker(one.speaker, str(one)) for one in statement.attributions.all()],
        "isBasedOn": _article(statement.document),
        "about": [{"@type": "Claim", "@id": address(link.claim.get_absolute_url())} for link in statement.public_occurrences],
    })  # fmt: skip


def claim_thing(claim: Claim, appearances: list[Occurrence]) -> dict[str, Any]:
    """The claim as a schema.org Claim, with as many of its appearances as are given."""
    works = [{"@type": "Quotation", "@id": address(link.statement.get_absolute_url())} for link in appearances]
    return _known({
        "@context": "https://schema.org",
        "@type": "Claim",
        "@id": address(claim.get_absolute_url()),
        "url": address(claim.get_absolute_url()),
        "text": claim.text,
        "firstAppearance": works[0] if works else None,
        "appearance": works,
    })  # fmt: skip


def article_thing(document: Document) -> dict[str, Any]:
    return {"@context": "https://schema.org", **_article(document), "mainEntityOfPage": address(document.get_absolute_url())}


def _article(document: Document) -> dict[str, Any]:
    published = edtf.parse(document.published) if document.published else None
    return _known({
        "@type": "NewsArticle",
        "@id": address(document.get_absolute_url()),
        "headline": document.title,
        "url": document.article.url or "",
        "inLanguage": document.language,
        "datePublished": document.published if published and published.is_exact_day else "",
        "author": {"@type": "Person", "name": document.author} if document.author else None,
        "publisher": {"@type": "Organization", "name": str(document.outlet)} if document.outlet else None,
        "correction": correction_comments(document),
    })  # fmt: skip


def _speaker(speaker: Speaker | None, printed: str) -> dict[str, Any]:
    if speaker is None:
        return {"@type": "Person", "name": printed}
    kind = "Person" if speaker.kind == SpeakerKind.PERSON else "Organization"
    return {"@type": kind, "name": speaker.name, "url": address(speaker.get_absolute_url())}


def _known(thing: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known."""
    return {name: value for name, value in thing.items() if value}
