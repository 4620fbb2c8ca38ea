"""A Word document is read with all that it shows."""

import pytest

from archive.reading import Unreadable, read
from archive.reading.parsers import word
from tests.archive.reading.files import OOXML, TODAY, WORDS, read_one, word_of

pytestmark = pytest.mark.usefixtures("both_ways")


def test_paragraphs_are_read() -> None:
    found = read_one(word_of("Joint statement", "", WORDS), "a.docx")

    assert (found.text, found.form, found.encoding) == (f"Joint statement\n\n\n\n{WORDS}", "word", "docx")


def run(words: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>"


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(f'<w:p>{run(words)}</w:p>' for words in paragraphs)}</w:tc>"


BOX = f"<w:p>{run('Box')}</w:p>"
BOXES = f"<mc:Choice><w:txbxContent>{BOX}</w:txbxContent></mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"
BOXED = f"<w:p><w:r><mc:AlternateContent>{BOXES}</mc:AlternateContent></w:r>{run('Words')}</w:p>"
SHOWN = [
    (f"<w:p>{run('The ')}<w:hyperlink>{run('mill ')}</w:hyperlink><w:smartTag>{run('stays')}</w:smartTag></w:p>", "The mill stays"),
    (f"<w:p>{run('It ')}<w:del><w:r><w:delText>goes</w:delText></w:r></w:del><w:ins>{run('stays')}</w:ins></w:p>", "It stays"),
    ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t></w:r></w:p>", "A\tB\nC"),
    ("<w:p><w:r><w:t>old</w:t><w:noBreakHyphen/><w:t>town</w:t><w:softHyphen/><w:t>s</w:t></w:r></w:p>", "old\u2011town\u00ads"),
    (f"<w:sdt><w:sdtContent><w:p>{run('Chosen')}</w:p></w:sdtContent></w:sdt>", "Chosen"),
    (f"<w:tbl><w:tr>{cell('MAYOR')}{cell('It stays.', 'All of it.')}</w:tr><w:tr>{cell('HOLT')}{cell('Why?')}</w:tr></w:tbl>",
     "MAYOR\nIt stays.\nAll of it.\n\nHOLT\nWhy?"),
    (BOXED, "Box\n\nWords"),
    (f"<w:p>{run('It ')}<w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>goes</w:t></w:r>{run('stays')}</w:p>", "It stays"),
    ("<w:p><w:r><w:rPr><w:vanish w:val='false'/></w:rPr><w:t>It stays</w:t></w:r></w:p>", "It stays"),
    (f"<w:r><w:t>Loose</w:t></w:r><w:p>{run('Words')}</w:p>", "Words"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), SHOWN, ids=range(len(SHOWN)))
def test_all_that_is_shown_is_read(body: str, text: str) -> None:
    assert read_one(word_of(body=body), "a.docx").text == text


def test_notes_stand_below_the_text() -> None:
    space = f'xmlns:w="{OOXML}/wordprocessingml/2006/main"'
    line = "<w:footnote w:type='separator'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
    note = f"<w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r>{run(' By law.')}</w:p></w:footnote>"
    last = f"<w:endnote w:type='normal'><w:p>{run('Of May.')}</w:p></w:endnote>"
    related = "".join(
        f'<Relationship Type="{OOXML}/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
        for kind, target in (("endnotes", "/word/endnotes.xml"), ("footnotes", "footnotes.xml"), ("styles", "styles.xml"))
    )
    beside = {
        "word/_rels/document.xml.rels": f"<Relationships>{related}</Relationships>",
        "word/footnotes.xml": f"<w:footnotes {space}>{line}{note}</w:footnotes>",
        "word/endnotes.xml": f"<w:endnotes {space}>{last}</w:endnotes>",
    }

    assert read_one(word_of("It stays.", beside=beside), "a.docx").text == "It stays.\n\n By law.\n\nOf May."


def test_title_is_the_paragraph_that_is_styled_so() -> None:
    body = f"<w:p>{run('Press office')}</w:p><w:p><w:pPr><w:jc/><w:pStyle w:val='Title'/></w:pPr>{run('The mill stays')}</w:p>"

    assert [read_one(word_of(body=body), "a.docx").title, read_one(word_of(WORDS), "a.docx").title] == ["The mill stays", ""]


RELATIONS = "_rels/.rels"
REFUSED = [
    (word_of(""), "holds no text"),
    (word_of(WORDS, beside={"word/vbaProject.bin": "x"}), "holds macros"),
    (word_of(WORDS)[:-30], "is damaged"),
    (word_of(WORDS, beside={RELATIONS: "<Relationships/>"}), "is damaged"),
    (word_of(WORDS, beside={RELATIONS: "<!DOCTYPE a><a/>"}), "is damaged"),
    (word_of(body="<w:p>"), "is damaged"),
    (word_of("a" * (2 * 2**20 + 1)), "longer than the 2 MB"),
    (word_of("a" * word.LARGEST_PART), "more than 16 MB of text"),
    (word_of(WORDS).replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"), "locked with a password"),
]


@pytest.mark.parametrize(("raw", "sentence"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_read_is_refused_with_a_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        list(read(raw, "a.docx", today=TODAY))
