"""An answer was refused: what a person may press instead, by what is so now."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from archive.desk.pairs.given import BOTH_GIVEN, AnswerForm
from archive.desk.pairs.question import Question


@dataclass(frozen=True)
class WayOut:
    """A button that answers anew with this instead, or where there is an address leads there."""

    label: str
    sends: dict[str, Any] = field(default_factory=dict)
    address: str = ""


def ways_out(question: Question, form: AnswerForm) -> list[WayOut]:
    answer = form.cleaned_data.get("answer", "")
    sent = {"answer": answer, "note": form.cleaned_data.get("note", "")}
    if form.has_error("__all__", BOTH_GIVEN):
        chosen, written = form.cleaned_data["claim"], form.cleaned_data["words"]
        return [
            WayOut(_("The claim chosen: “%s”") % chosen, sent | {"claim": chosen.pk}),
            WayOut(_("A claim in the words written: “%s”") % written, sent | {"words": written}),
        ]
    if form.joins and not question.chosen and not form.cleaned_data.get("claim"):
        return [WayOut(_("This claim: “%s”") % claim, sent | {"claim": claim.pk}) for claim in question.claims]
    return []
