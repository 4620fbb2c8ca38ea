"""How sure a proposal is, by the pattern that found it and by how its speaker was told.

The figures are estimates read off the errors on annotated news, in the right order but not calibrated: .9 is surer than .8, and not
"nine times out of ten".
"""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.reports import Report
from archive.extraction.types import SpeakerFound

BY_PATTERN = {
    "quotation before": 0.95, "quotation after": 0.93, "clause after that": 0.9, "clause after": 0.8,
    "clause before": 0.85, "clause around": 0.8, "what is promised": 0.7,
    "name after a dash": 0.9,
    "noun phrase after": 0.65, "second quotation": 0.8, "quotation in the clause": 0.75, "subject of the sentence": 0.6,
    "nobody named": 0.5,
    "turn": 0.93, "dialogue": 0.9,
}  # fmt: skip


def confidence_of(report: Report, speakers: Sequence[SpeakerFound], *, inherited: bool) -> float:
    sure = BY_PATTERN[report.how]
    if inherited:
        sure = max(sure, 0.75) * 0.9
    if not speakers:
        return round(sure * 0.6, 2)
    if report.source and report.source.kind == "pronoun":
        sure *= 0.9
    if any(s.name is None for s in speakers):
        sure *= 0.85
    return round(sure, 2)
