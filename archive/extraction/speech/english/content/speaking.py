"""Whether the source of a cue can say so, and which verbs lead to what."""

from __future__ import annotations

from archive.extraction.languages import words
from archive.extraction.languages.english import forces, nouns, particles, speech_verbs
from archive.extraction.speech.reports import Cue

# Verbs that lead to words in quotation marks only, and what else no clause stands before: "…, they rejected the plan".
QUOTED_ONLY = speech_verbs.NAMING - speech_verbs.TELLING - speech_verbs.SAYING - speech_verbs.PARTICIPLES
BEHIND_ALONE = (forces.VERBS | {"ruled out", "wanted to know", "not sure"}) - speech_verbs.TELLING - speech_verbs.SAYING
# Verbs behind which a clause may stand without "that".
OPEN_CUES = (
    speech_verbs.SAYING
    | speech_verbs.AMBIGUOUS
    | (speech_verbs.PARTICIPLES - speech_verbs.NAMING - {"continuing"})
    | speech_verbs.ADJECTIVES
    | words("doubted doubts doubt")
    | frozenset(["made clear", "made known", "took the view", "has no doubt"])
)
SPEECHLESS = nouns.SILENT | particles.PRONOUNS
# With "that" behind the verb these alone are no subject of what is reported.
OURSELVES = nouns.SILENT | {"i", "we", "you"}


def speaks(cue: Cue) -> bool:
    """Somebody or something that can say so: with a verb that only people use, any noun but those of SILENT."""
    if cue.source is None or cue.source.speaks:
        return cue.nobody or cue.source is not None
    return cue.word in speech_verbs.HUMAN and cue.source.head not in SPEECHLESS


def may_speak(cue: Cue) -> bool:
    """With "that" behind the verb any noun may be its subject, but for what merely shows something."""
    return cue.source is not None and cue.word not in speech_verbs.SHOWING and cue.source.head not in OURSELVES
