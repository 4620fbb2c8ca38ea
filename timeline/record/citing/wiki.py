"""A citation for Wikipedia, in its templates for news, press releases and other pages."""

import re
from urllib.parse import quote

from archive.enums import ArticleKind, OutletKind
from timeline.record.citing.cited import Cited
from timeline.record.citing.credits import accessed, credit, version, with_notice
from timeline.record.citing.dates import english

TEMPLATES = {
    ArticleKind.ARTICLE: "cite news",
    ArticleKind.INTERVIEW: "cite news",
    ArticleKind.RELEASE: "cite press release",
}
SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "&<>[]{}|'~_="}
ADDRESS = re.compile(r":(?=\S)")  # what stands before may be a scheme, and then a wiki makes a link of it


def wiki(cited: Cited) -> str:
    """The article in its template, whose `quote` puts the words in quotation marks: a paraphrase stands behind the template instead."""
    fields = {name: escaped(value) for name, value in _fields(cited).items() if value} | {"url": _url(cited.source_url or cited.link)}
    template = "".join(f" |{name}={value}" for name, value in fields.items())
    said = escaped(with_notice(cited, credit(cited) if cited.is_quotation else f"{credit(cited)}: {cited.words}"))
    kept = f"[{_url(cited.link)} {escaped(cited.site)}], {escaped(version(cited))}"
    return f"{{{{{TEMPLATES.get(ArticleKind(cited.article_kind), 'cite web')}{template}}}}} {said}. {kept}."


def escaped(text: str) -> str:
    """Text in which a wiki finds no sign of its own."""
    return ADDRESS.sub("&#58;", text.translate(SIGNS))


def _fields(cited: Cited) -> dict[str, str]:
    """An access date belongs to an address of ours: nobody says that the outlet's page was read that day."""
    kept_here = {} if cited.source_url else {"via": cited.site, "access-date": accessed(cited)}
    return {
        "author": cited.author,
        "date": english(cited.published),
        "title": cited.titled,
        "newspaper" if _is_paper(cited) else "publisher": cited.outlet,
        "language": cited.language.partition("-")[0],
        "quote": cited.words if cited.is_quotation else "",
    } | kept_here


def _is_paper(cited: Cited) -> bool:
    """Whether the template knows the outlet as a work of its own."""
    return cited.outlet_kind == OutletKind.PAPER and TEMPLATES.get(ArticleKind(cited.article_kind)) == "cite news"


def _url(url: str) -> str:
    return quote(url, safe="%/:?#@!$&()*+,;=~-._")
