"""What the engine reads words by has one version: whoever changes the files or the stems gives it another, so that archives are indexed and
compared anew."""

import hashlib
from pathlib import Path

import pytest

from archive import matching

pytestmark = pytest.mark.once

WORDS = """unemployment negotiations strengthening better their indivisible cities running NATO 2.5 per-cent café
    безопасности неделимой государствами выборах стратегическое дороги бяспекі дзяржавамі непадзельнасць выбарах
    безпеки державами неподільність виборах дорогою"""
KNOWN = ("5", "6f20ea9a153fed0d")


def fingerprint() -> str:
    """Of the coefficients, the lexicon, and how some words of each language are stemmed."""
    folder = Path(matching.__file__).parent
    files = [folder / "coefficients.json", *sorted((folder / "lexicon").glob("[a-z]*.txt"))]
    parts = [file.read_bytes() for file in files] + [" ".join(matching.stems(WORDS)).encode()]
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()[:16]


def test_change_of_what_the_engine_reads_by_comes_with_a_new_version():
    assert (matching.ENGINE_VERSION, fingerprint()) == KNOWN, (
        "Lexicon, coefficients or stems changed: raise ENGINE_VERSION in archive/matching, then write both down here."
    )
