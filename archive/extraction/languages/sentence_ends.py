"""What tells whether a stop ends a sentence, in all families of languages together: a text is cut before its language is known."""

from __future__ import annotations

from archive.extraction.languages.english import sentence_ends as english
from archive.extraction.languages.slavic import sentence_ends as slavic

ABBREVIATIONS = english.ABBREVIATIONS | slavic.ABBREVIATIONS
EITHER = english.EITHER | slavic.EITHER
NUMBERED = english.NUMBERED | slavic.NUMBERED
STARTERS = english.STARTERS | slavic.STARTERS
BEHIND_FIGURES = slavic.BEHIND_FIGURES
REPORTING = english.REPORTING
TURN_REPORTING = slavic.TURN_REPORTING
# In front of a name or behind one, as printed.
TITLES = english.TITLES
FIRMS = english.FIRMS
