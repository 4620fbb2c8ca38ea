"""What a person answered on a pair: which answer, and of which claim."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk.pairs.question import Question
from archive.enums import Answer
from archive.models import Claim
from archive.models.claim import LONGEST_CLAIM

BOTH_GIVEN = "both-given"


class AnswerForm(forms.Form):
    """The button that was pressed; the claim that was chosen, or else the words of one; a note for colleagues."""

    answer = forms.ChoiceField(choices=Answer.choices)
    claim = forms.ModelChoiceField(Claim.objects.standing(), required=False)
    words = forms.CharField(required=False, max_length=LONGEST_CLAIM, label=gettext_lazy("in neutral words"))
    note = forms.CharField(required=False, label=gettext_lazy("note"))

    def __init__(self, data: Any, question: Question):
        super().__init__(data)
        self.question = question

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        is_rewritten = cleaned.get("words", "") not in ("", self.question.proposed)
        if self.joins and cleaned.get("claim") and is_rewritten:
            told = _("A claim is chosen, and other words are written below it. Which of the two do you mean?")
            raise forms.ValidationError(told, code=BOTH_GIVEN)
        return cleaned

    @property
    def joins(self) -> bool:
        """Whether the answer makes both sides carry a claim."""
        return self.cleaned_data.get("answer") in Answer.joining()

    def given(self) -> dict[str, Any]:
        """What `linking.judge` takes. An answer that parts is about a claim of the earlier side, which the later has not."""
        claim = self.cleaned_data["claim"]
        if not self.joins:
            earlier, later = (side.claims for side in self.question.shown)
            claim = claim if claim in earlier and claim not in later else ""
        elif not claim:
            claim = self.cleaned_data["words"]
        return {"answer": Answer(self.cleaned_data["answer"]), "claim": claim, "note": self.cleaned_data["note"]}
