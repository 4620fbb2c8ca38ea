"""The words of a citation: who said it, when and how; where that was read; and where it is kept."""

import re

from django.utils.translation import gettext as _

from archive import edtf
from archive.enums import Force, StatementKind
from archive.models.statement import said_in_words
from timeline.record.citing.cited import Cited

STRAIGHT = re.compile(r'(?P<opens>(?:(?<=[\s(\[{—–-])|^)"(?=\S))|"')
INNER = str.maketrans("“”„‟", "‘’‚‛")


def quoted(text: str) -> str:
    """In quotation marks; double ones inside become single, which is how a quotation within a quotation is marked."""
    curled = STRAIGHT.sub(lambda mark: "“" if mark["opens"] else "”", text)
    return f"“{curled.translate(INNER)}”"


def shown(cited: Cited) -> str:
    """The words: in quotation marks where they are the speaker's own, and never a paraphrase."""
    return quoted(cited.words) if cited.is_quotation else cited.words


def credit(cited: Cited) -> str:
    """Who said it, when, whether it was a denial or a question, and that the words are the outlet's where they are."""
    said = said_in_words(cited.said.text, cited.is_reported) if cited.said else _("undated")
    return ", ".join(filter(None, (cited.who, said, _force(cited.force), _manner(cited))))


def attributed(cited: Cited) -> str:
    """The credit, and the article in which the words stand."""
    form = _("%(credit)s, quoted in: %(source)s") if cited.kind == StatementKind.DIRECT else _("%(credit)s, in: %(source)s")
    return with_notice(cited, form % {"credit": credit(cited), "source": source(cited)})


def with_notice(cited: Cited, words: str) -> str:
    """Behind what is told of the article: that its outlet corrected it or took it back."""
    return f"{words} ({cited.notice})" if cited.notice else words


def source(cited: Cited) -> str:
    """The article by its own author, title, outlet and date, and the place in it."""
    published = cited.published.words if cited.published else ""
    return ", ".join(filter(None, (cited.author, cited.title and quoted(cited.title), cited.outlet, published, cited.place)))


def accessed(cited: Cited) -> str:
    return edtf.parse(cited.accessed.isoformat()).words


def version(cited: Cited) -> str:
    """Which version of the statement was read, and when."""
    return _("version %(number)s, accessed %(day)s") % {"number": cited.version, "day": accessed(cited)}


def note(cited: Cited) -> str:
    """All of it, in one line: also what a bibliography has no field for."""
    address = f", {cited.source_url}" if cited.source_url else ""
    return f"{shown(cited)} — {attributed(cited)}{address}. {cited.site}, {version(cited)}"


def _force(force: str) -> str:
    """A noun, since the words may begin with “denied that” themselves."""
    return {Force.DENIED: _("a denial"), Force.ASKED: _("a question"), Force.SUPPOSED: _("a supposition")}.get(Force(force), "")


def _manner(cited: Cited) -> str:
    """Nothing of direct speech, which is the rule."""
    forms = {
        (StatementKind.INDIRECT, False): _("as reported by %s, indirect speech"),
        (StatementKind.MIXED, False): _("as reported by %s, indirect speech with words quoted"),
        (StatementKind.MIXED, True): _("quoted in part by %s"),
    }
    form = forms.get((StatementKind(cited.kind), cited.is_quotation))
    return form % cited.outlet if form else ""
