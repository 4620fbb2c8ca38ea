"""`letters_alone` as migration 0066 gives it to what was there: archive/models/fields.py of that day."""

import unicodedata

SPELLED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ʼ": "", "ꞌ": ""})


def letters_alone(text):
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(SPELLED)
    return "".join(filter(str.isalnum, apart))[:1000]
