"""English, as it is read: the answers to what the walk over a sentence asks."""

from __future__ import annotations

from archive.extraction.languages.english import particles, speech_verbs
from archive.extraction.people.unit import Unit
from archive.extraction.speech.english.backward import backward_cue
from archive.extraction.speech.english.content.around import around, continuation
from archive.extraction.speech.english.content.before import opening, trails
from archive.extraction.speech.english.content.begins import past_opener
from archive.extraction.speech.english.content.behind import behind
from archive.extraction.speech.english.content.force import held
from archive.extraction.speech.english.content.speaking import speaks
from archive.extraction.speech.english.content.titles import is_title
from archive.extraction.speech.english.cues import cues_of
from archive.extraction.speech.english.subjects import subject_of
from archive.extraction.speech.grammar import Cued, Grammar, cued_by
from archive.extraction.speech.reports import Report, Source


def _cued(text: str, unit: Unit) -> Cued:
    return cued_by(text, unit, cues_of(unit), speaks=speaks)


def _subject(unit: Unit, at: int) -> Source | None:
    """Who opens the sentence, if no other clause begins between, with a subject of its own."""
    source = subject_of(unit, at)
    if source is None:
        return None
    unsure = source.kind == "body" or (source.mentions and not any(m.sure for m in source.mentions))
    return None if unsure and any(t.lower in ("and", "but", "while") for t in unit.tokens[source.last + 1 : at]) else source


def _parts(cued: Cued, report: Report) -> tuple[Report, ...]:
    return (report,)


ENGLISH = Grammar(
    cued=_cued,
    leading=speech_verbs.PARTICIPLES,
    connectors=particles.CONNECTORS,
    opening=opening,
    around=around,
    trails=trails,
    past_opener=past_opener,
    behind=behind,
    continuation=continuation,
    held=held,
    is_title=is_title,
    subject=_subject,
    parts=_parts,
    backward=backward_cue,
)
