"""Citations for BibTeX."""

from dataclasses import replace

import bibtexparser
import pytest
from hypothesis import given
from pylatexenc.latex2text import LatexNodes2Text

from archive import edtf
from tests.timeline.record.citing.examples import DIRECT, INDIRECT, TEXTS
from timeline.record.citing.bibtex import bibtex
from timeline.record.citing.credits import note

# It reads \textasciicircum as the accent alone, which the test lets pass.
TEX = LatexNodes2Text(strict_latex_spaces=True)


def read(text):
    """The one entry, its fields as TeX would print them."""
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    (entry,) = library.entries
    return entry.entry_type, entry.key, {one.key: TEX.latex_to_text(one.value) for one in entry.fields}


def test_bibtex():
    assert (
        bibtex(DIRECT)
        == """\
@misc{k7m2q9xw4t,
  author = {{J. Doe}},
  title = {{Toll \\& tax}},
  howpublished = {Telexa},
  year = {2023},
  date = {2023-05-18},
  url = {http://testserver/statements/k7m2q9xw4t/},
  urldate = {2026-11-29},
  note = {“The toll stays” — Ada Moreau, 17 May 2023, quoted in: J. Doe, “Toll \\& tax”, Telexa, 18 May 2023, https://telexa.example/1. \
On Record, version 1, accessed 29 November 2026}
}"""
    )


def test_paraphrase_has_no_quotation_marks():
    assert "note = {the toll would stay — Ada Moreau, 17 May 2023, as reported by Telexa, indirect speech, in: J. Doe" in bibtex(INDIRECT)


@pytest.mark.parametrize(
    ("date", "fields"),
    [
        ("2021-12~", {"year": "2021", "date": "2021-12"}),
        ("2022-07/2022-09", {"year": "2022", "date": "2022"}),
        ("198X", {}),
    ],
)
def test_dates_are_of_iso(date, fields):
    _, _, found = read(bibtex(replace(DIRECT, published=edtf.parse(date))))

    assert {name: found[name] for name in ("year", "date") if name in found} == fields
    assert f"Telexa, {edtf.parse(date).words}, https:" in found["note"]


@given(words=TEXTS, title=TEXTS, author=TEXTS, outlet=TEXTS)
def test_fields_come_back_as_they_were(words, title, author, outlet):
    told = replace(DIRECT, words=words, title=title, author=author, outlet=outlet)

    kind, key, found = read(bibtex(told))

    assert (kind, key) == ("misc", "k7m2q9xw4t")
    wanted = {"author": author, "title": title, "howpublished": outlet, "note": note(told)}
    assert {name: found[name].replace("ˆ", "^") for name in wanted} == {name: text.replace("ˆ", "^") for name, text in wanted.items()}
