"""A citation that tests change in one place or another, and made-up texts for it."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from archive import edtf
from timeline.record.citing.cited import Cited, one_line

DIRECT = Cited(
    id="k7m2q9xw4t",
    words="The toll stays",
    kind="direct",
    is_quotation=True,
    force="asserted",
    who="Ada Moreau",
    said=edtf.parse("2023-05-17"),
    author="J. Doe",
    title="Toll & tax",
    stand_in="Document of Telexa, 18 May 2023",
    outlet="Telexa",
    outlet_kind="agency",
    article_kind="article",
    published=edtf.parse("2023-05-18"),
    language="en",
    place="",
    source_url="https://telexa.example/1",
    notice="",
    link="http://testserver/statements/k7m2q9xw4t/",
    version=1,
    accessed=date(2026, 11, 29),
)
INDIRECT = replace(DIRECT, words="the toll would stay", kind="indirect", is_quotation=False)

# What breaks out of one format or another, and any other sign that a text may hold.
SIGNS = "|{}[]()<>\\%&#_$~^`*'\"“”‘’«»„:;=-–—.,!?+/@ \n\r\t\u2028\u00a0abcXYZ019éжשلا中"
TEXTS = st.one_of(st.text(st.sampled_from(SIGNS)), st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from([
    "stays }} {{evil | arg", "</ref><ref>", "{{!}}", "[[File:x]] [http://x.example y]", "'''bold''' ~~~~ __TOC__", "1. one", "2) two",
    "- one", "+ one", "# one", "> one", "===", "---", "&copy; &#65;", "![x](y)", "<b>x</b>", "`` `x` ``", "~~x~~", "TY  - BOOK\nER  - \n",
    "100 % \\textbf{x} ``x'' --- ?` !`", "}, year = {1066", "\\", "{", "}", "@misc{x, title={y}}", "он сказал: «нет»", "אמר \"לא\"",
])).map(one_line).filter(bool)  # fmt: skip
