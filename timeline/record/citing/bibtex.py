"""A citation for BibTeX and BibLaTeX."""

import re

from timeline.record.citing.cited import Cited
from timeline.record.citing.credits import note
from timeline.record.citing.dates import iso

SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\lbrace{}",
    "}": r"\rbrace{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    **{sign: f"${sign}$" for sign in "<>|"},  # which the oldest typefaces have as other signs
    **{sign: f"\\{sign}" for sign in "%&#_$"},
}
PAIRS = re.compile(r"(?<=[-',])(?=[-',])")  # two of them become one sign: "--" a dash, "''" a quotation mark


def bibtex(cited: Cited) -> str:
    """The article with the words in its note. Author and title are kept as they are by a second pair of braces."""
    published = iso(cited.published)
    fields = {
        "author": cited.author and f"{{{escaped(cited.author)}}}",
        "title": f"{{{escaped(cited.titled)}}}",
        "howpublished": escaped(cited.outlet),
        "year": published[:4],
        "date": published,
        "url": cited.link,
        "urldate": cited.accessed.isoformat(),
        "note": escaped(note(cited)),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{cited.id},\n" + ",\n".join(lines) + "\n}"


def escaped(text: str) -> str:
    """Text that TeX prints as it is, with no brace of its own."""
    return "".join(SIGNS.get(sign, sign) for sign in PAIRS.sub("\0", text)).replace("\0", "{}")
