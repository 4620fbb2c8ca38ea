"""`folded` as migration 0060 gives it to the names that were there: archive/models/fields.py of that day."""

import re
import unicodedata

TYPED_OTHERWISE = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\u02bc": "'", "\u2019": "'", **dict.fromkeys("\u00ad\u200b\u2060\ufeff")}
)
INITIAL = re.compile(r"(?<![^\W_])([^\W\d_]\.)(?=[^\W\d_])")


def folded(text):
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold()).translate(TYPED_OTHERWISE)
    return " ".join(INITIAL.sub(r"\1 ", plain).split())
