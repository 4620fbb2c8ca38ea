"""How the bytes of a page or feed are written: by their mark, by the header they came with, by what the page says, by what they are.

Bytes beyond ASCII that are valid UTF-8 are UTF-8, whatever an old declaration in a saved page says. Only encodings that browsers know are
decoded: some of Python's others are bombs.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

MARKS = [(codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")]
DECLARED = re.compile(
    rb"<meta\s[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}(?P<meta>[\w:.-]{2,40})"
    rb"|<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"'](?P<xml>[\w:.-]{2,40})",
    re.IGNORECASE,
)
SEARCHED = 8192
KNOWN = frozenset(
    "utf-8 cp866 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-13 iso8859-14"
    " iso8859-15 iso8859-16 koi8-r koi8-u mac-roman mac-cyrillic cp874 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257"
    " cp1258 gbk gb18030 big5 euc_jp iso2022_jp shift_jis euc_kr".split()
)
AS_BROWSERS_DO = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gbk", "iso8859-11": "cp874", "cp932": "shift_jis", "cp949": "euc_kr"}
MOST_BROKEN = 0.02  # of the characters, where a declaration is believed all the same


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    encoding: str
    source: str


def decode(raw: bytes, header: str = "") -> Decoded:
    """The text, the encoding and who told it. Never fails: what can't be read becomes U+FFFD."""
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return Decoded(raw.decode(encoding, "replace"), encoding, "bom")
    declared = [(known_encoding(header), "header"), (declared_in(raw), "meta")]
    told = [(encoding, source) for encoding, source in declared if encoding]
    text = _strictly(raw, "utf-8")
    if text is not None and not raw.isascii():
        return Decoded(text, "utf-8", next((source for encoding, source in told if encoding == "utf-8"), "content"))
    for encoding, source in told:
        text = raw.decode(encoding, "replace")
        if text.count("\ufffd") <= MOST_BROKEN * len(text):
            return Decoded(text, encoding, source)
    return Decoded(raw.decode("ascii"), "utf-8", "content") if raw.isascii() else _guessed(raw)


def declared_in(raw: bytes) -> str | None:
    match = DECLARED.search(raw[:SEARCHED])
    return known_encoding((match["meta"] or match["xml"]).decode("ascii", "replace")) if match else None


def known_encoding(label: str) -> str | None:
    """Python's name of an encoding that browsers know too; a page that claims UTF-16 in ASCII letters is UTF-8."""
    try:
        name = codecs.lookup(label.strip().lower().removeprefix("x-")).name if label else ""
    except (LookupError, ValueError):
        return None
    name = AS_BROWSERS_DO.get(name, name)
    return "utf-8" if name.startswith("utf-16") else name if name in KNOWN else None


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _guessed(raw: bytes) -> Decoded:
    """UTF-8 with a few broken bytes; else one of the 8-bit encodings: the one in which the letters are Cyrillic, or Western."""
    text = raw.decode("utf-8", "replace")
    if text.count("\ufffd") <= MOST_BROKEN * len(text):
        return Decoded(text, "utf-8", "guessed")
    scores = {encoding: _likeness(raw[:100_000].decode(encoding, "replace")) for encoding in ("cp1251", "koi8-r", "cp1252")}
    best = max(scores, key=lambda encoding: scores[encoding])
    return Decoded(raw.decode(best, "replace"), best, "guessed")


def _likeness(text: str) -> float:
    """Small Cyrillic letters far above capitals speak for Russian in its own encoding; accented letters alone among Latin for Western."""
    small = len(re.findall(r"[а-яіўё]{2}", text))
    mixed = len(re.findall(r"[а-яё][А-ЯЁ]|[A-Za-z][А-яЁё]|[А-яЁё][A-Za-z]", text))
    western = len(re.findall(r"[a-z][äöüßéèêáàâíóúñçåøæ]|[äöüßéèêáàâíóúñçåøæ][a-z]", text))
    return 2 * small + western - 3 * mixed
