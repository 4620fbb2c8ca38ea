"""Two texts -> score and reasons: do they make the same claim? Pure functions; design and measurements are told in each module.

words, spellings      a text as words and stems, shared with the indexes; what is one word; east_slavic stems what Russian has not
numbers, polarity     quantities (written as numerals tells), negations and opposites
meaning/              synonyms; what an English text means, as a vector by a small transformer, and the nearest of many
prepared, idf, features, score   what a pair has in common, and the probability made of it
guards/               what makes similar texts different claims; words that are alike enough for them
comparison, aloud     all of it together, with reasons in words, and as a sentence to be read aloud
translation/          whether one text may translate the other: names, numbers and days, whatever the language
ranking, shortlist    many texts in memory ranked for one
wording, captures, repeats, sketches   how one wording differs from another, two captures of a text, texts that are nearly the same
"""

from archive.matching.comparison import Match, Weighed, compare, explained, held_apart, weighed
from archive.matching.features import UNKNOWN, Circumstances
from archive.matching.idf import Idf
from archive.matching.prepared import Prepared, content_of, prepare, taken_apart
from archive.matching.wording import Change, changed_words, is_verbatim, letters_of
from archive.matching.words import stems

ENGINE_METHOD = "words and meaning"
ENGINE_VERSION = "5"

__all__ = [
    "ENGINE_METHOD",
    "ENGINE_VERSION",
    "UNKNOWN",
    "Change",
    "Circumstances",
    "Idf",
    "Match",
    "Prepared",
    "Weighed",
    "changed_words",
    "compare",
    "content_of",
    "explained",
    "held_apart",
    "is_verbatim",
    "letters_of",
    "prepare",
    "stems",
    "taken_apart",
    "weighed",
]
