"""Countries by their two letters (ISO 3166-1), and by their names in the reader's language."""

from functools import lru_cache

from babel import Locale
from django.utils.translation import get_language

NO_COUNTRY = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ".split())  # Babel has names for them, ISO no country


@lru_cache(maxsize=20)
def _named(language: str) -> dict[str, str]:
    known = Locale.parse(language, sep="-").territories
    return {code: name for code, name in known.items() if len(code) == 2 and code.isalpha() and code not in NO_COUNTRY}


def country_named(code: str) -> str:
    return _named(get_language() or "en").get(code, code)


def code_of(typed: str) -> str:
    """The two letters of a country, typed as they are or as its name in the reader's language or in English; empty where it is none."""
    words = " ".join(typed.split()).casefold()
    for named in (_named(get_language() or "en"), _named("en")):
        if found := next((code for code, name in named.items() if words in (code.casefold(), name.casefold())), ""):
            return found
    return ""
