"""Occurrences: which words of a statement carry which claim. Joined by hand here, or by judging a suggestion."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive import linking, publication
from archive.admin.base.act import Act
from archive.admin.base.correcting import CorrectingAdmin, CorrectionForm
from archive.admin.base.links import around
from archive.admin.base.record import RecordAdmin
from archive.admin.base.record_form import RecordForm
from archive.admin.statements.statement_acts import PublicReasonForm
from archive.admin.statements.statement_form import WordsForm
from archive.enums import Likeness, OccurrenceStatus, Stance
from archive.linking.closed_suggestions import settle
from archive.linking.side import Bearing, Side
from archive.models import Occurrence


class OccurrenceForm(RecordForm, WordsForm):
    """The words are pasted and found in the statement; left empty, it is the whole statement."""

    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["text"] = self.instance.words

    def clean(self):
        cleaned = super().clean()
        statement = cleaned.get("statement") or (self.instance.statement if self.instance.statement_id else None)
        if statement and "text" in self.fields:
            if not cleaned.get("text") and cleaned.get("start") is None and "text" not in self.errors:
                cleaned["text"] = statement.text
            self.find_words(statement.text, statement.start)
        return cleaned


class OccurrenceCorrectionForm(CorrectionForm, WordsForm):
    asked = (*CorrectionForm.asked, "text", "place", "start", "end")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["text"] = self.instance.words

    def clean(self):
        cleaned = super().clean()
        self.find_words(self.instance.statement.text, self.instance.statement.start)
        return cleaned

    def changes(self):
        span = {name: self.cleaned_data[name] for name in ("start", "end") if self.cleaned_data[name] != getattr(self.instance, name)}
        return super().changes() | span


def would_take_back(occurrence: Occurrence) -> list[str]:
    """What becomes of the link, of the answer that made it, and of the other link that this answer made."""
    told = [gettext("“%s” is withdrawn from the public statement.") % occurrence.claim]
    judgement = occurrence.judgement
    if judgement is None or judgement.undone_at:
        return told
    named = {"answer": judgement.get_answer_display(), "who": judgement.judged_by}
    told.append(gettext("The answer “%(answer)s” of %(who)s is undone; its pair may be asked again.") % named)
    others = judgement.occurrences.standing().exclude(pk=occurrence.pk).select_related("statement")
    return told + [f"{_('Stays public:') if one.status == OccurrenceStatus.PUBLIC else _('Goes too, not public:')} {one}" for one in others]


@admin.register(Occurrence)
class OccurrenceAdmin(CorrectingAdmin, RecordAdmin):
    form = OccurrenceForm
    correction_form = OccurrenceCorrectionForm
    list_display = ["carrying_words", "claim", "stance", "likeness", "status"]
    list_filter = ["status", "stance", "likeness"]
    list_select_related = ["claim", "statement"]
    ordering = ["-id"]
    search_fields = ["claim__text_key", "statement__text", "=statement__public_id"]
    autocomplete_fields = ["claim", "statement"]
    never_changed = ("claim", "statement")
    shown_only = ("state", "context")
    only_typed = ("place", "text", "note")
    fieldsets = [(None, {"fields": ["statement", "text", "place", ("start", "end"), "claim", "stance", "likeness", "note"]})]
    acts = (
        Act("publish", _("Publish"), _("published"), "publish_statement", publication.publish, (OccurrenceStatus.JUDGED,)),
        Act(
            "take-back", _("Take the link back"), _("taken back"), "publish_statement", publication.take_link_back,
            (OccurrenceStatus.PUBLIC,), PublicReasonForm, would=would_take_back,
        ),
    )  # fmt: skip

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj:
            options = fieldsets[0][1]
            options["fields"] = ["state", *(name for name in options["fields"] if name != "note"), "context"]
        return fieldsets

    def has_change_permission(self, request, obj=None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or obj.status == OccurrenceStatus.JUDGED)

    def has_add_permission(self, request) -> bool:
        return super().has_add_permission(request) and request.user.has_perm("archive.judge_suggestion")

    def save_form(self, request, form, change):
        """Adding is joining: it leaves a Judgement."""
        if change:
            return super().save_form(request, form, change)
        given = form.cleaned_data
        side = Side(given["statement"], given["start"], given["end"])
        bearing = Bearing(Stance(given["stance"]), Likeness(given["likeness"]))
        form.instance = linking.join(side, given["claim"], by=request.user, bearing=bearing, note=given["note"])
        return form.instance

    def save_model(self, request, obj, form, change):
        if change:
            super().save_model(request, obj, form, change)
            settle([obj.statement_id])

    def save_related(self, request, form, formsets, change):
        if change:
            super().save_related(request, form, formsets, change)

    @admin.display(description=_("words"))
    def carrying_words(self, occurrence: Occurrence) -> str:
        words = occurrence.words
        return occurrence.statement.with_mark(words if len(words) <= 120 else f"{words[:119]}…")

    @admin.display(description=_("state"))
    def state(self, occurrence: Occurrence) -> str:
        return f"{occurrence.get_status_display()}; {_('answered by')} {occurrence.judged_by or '–'}"

    @admin.display(description=_("in the statement"))
    def context(self, occurrence: Occurrence) -> str:
        statement = occurrence.statement
        return around(statement.text, (occurrence.start - statement.start, occurrence.end - statement.start), 1000, statement.language)
