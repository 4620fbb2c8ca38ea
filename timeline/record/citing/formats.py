"""The formats in which a citation is shown and can be downloaded. Each has a last part of its address, and a function that writes it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from timeline.record.citing.bibtex import bibtex
from timeline.record.citing.cited import Cited
from timeline.record.citing.csl import csl_json
from timeline.record.citing.prose import markdown, plain
from timeline.record.citing.ris import ris
from timeline.record.citing.wiki import wiki


@dataclass(frozen=True)
class Format:
    extension: str
    name: str | Promise
    media_type: str
    write: Callable[[Cited], str]


FORMATS = {
    one.extension: one
    for one in (
        Format("txt", _("Plain text"), "text/plain", plain),
        Format("md", "Markdown", "text/markdown", markdown),
        Format("wiki", "Wikipedia", "text/plain", wiki),
        Format("bib", "BibTeX", "application/x-bibtex", bibtex),
        Format("ris", "RIS", "application/x-research-info-systems", ris),
        Format("csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
    )
}
EXTENSIONS = "|".join(one.replace(".", r"\.") for one in FORMATS)
