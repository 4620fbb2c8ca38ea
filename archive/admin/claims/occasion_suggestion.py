"""Said again or reported again: nearly the same words of one speaker within days. One button tells whether it was one occasion."""

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.admin.base.links import change_url, link_to
from archive.admin.base.queue import QueueAdmin, StateFilter, in_list
from archive.admin.claims.pair import CONTEXT, changes_of
from archive.enums import OccasionAnswer
from archive.errors import Refused
from archive.identity import reports_together
from archive.matching.aloud import sentence
from archive.models import Occasion, OccasionSuggestion, Statement


class AnsweredFilter(StateFilter):
    waits = "asked"
    states = (
        ("open", gettext_lazy("every open pair"), "open"),
        ("waiting", gettext_lazy("one occasion, waits for a publisher"), "waiting"),
        ("answered", gettext_lazy("answered"), "answered"),
        ("all", gettext_lazy("all"), None),
    )


class AnswerForm(forms.Form):
    """The button that was pressed, and which occasion it was."""

    given = forms.ChoiceField(choices=OccasionAnswer.choices)
    occasion = forms.ModelChoiceField(
        Occasion.objects.none(),
        required=False,
        blank=True,  # or radio buttons leave the empty choice out
        empty_label=gettext_lazy("a new one, of the name below"),
        label=gettext_lazy("the occasion of both"),
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        required=False,
        max_length=300,
        label=gettext_lazy("name of a new occasion"),
        help_text=gettext_lazy("“Press conference after the talks with …”."),
    )
    reason = forms.CharField(
        required=False,
        label=gettext_lazy("public reason"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("For what is public already: stands beside its revision. Left empty, it waits for a publisher."),
    )

    apart = forms.MultipleChoiceField(
        required=False,
        label=gettext_lazy("said on another occasion than the others"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("If it was one occasion, tick the reports that don’t belong to it."),
    )

    def __init__(self, data=None, *, pair: OccasionSuggestion, reports: list[Statement], may_publish: bool):
        known = list(dict.fromkeys(one.occasion for one in reports if one.occasion))
        first, name = (known[0].pk, "") if known else (None, proposed_name(pair))
        super().__init__(data, initial={"occasion": first, "name": name, "reason": _("Reported of one occasion.")})
        if known:
            self.fields["occasion"].queryset = Occasion.objects.filter(pk__in=[one.pk for one in known])
        else:
            del self.fields["occasion"]
        if not may_publish or not any(one.is_public for one in reports):
            del self.fields["reason"]
        if len(reports) > 2:
            self.fields["apart"].choices = [(one.pk, _("Report %(number)s") % {"number": at}) for at, one in enumerate(reports, 1)]
        else:
            del self.fields["apart"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("given") == OccasionAnswer.ONE and "occasion" in self.fields and "name" in cleaned:
            if cleaned.get("occasion") and cleaned["name"]:
                self.add_error("name", _("Choose an occasion or write the name of a new one, not both."))
            elif not cleaned.get("occasion") and not cleaned["name"]:
                self.add_error("name", _("Write the name of the new occasion, or choose one that is there."))
        return cleaned

    def answers(self) -> dict:
        given = self.cleaned_data
        apart = [int(pk) for pk in given.get("apart", ())]
        return {"occasion": given.get("occasion") or given["name"], "reason": given.get("reason", ""), "apart": apart}


def proposed_name(pair: OccasionSuggestion) -> str:
    """As the texts call it, or whose words it were."""
    read = pair.statement.occasion_proposed or pair.other.occasion_proposed
    if read:
        return read[0].upper() + read[1:]
    speakers = [str(one) for one in pair.statement.attributions.all()]
    return _("Remarks of %s") % " and ".join(speakers) if speakers else ""


class ShownReport:
    """One side of the pair as the page shows it."""

    def __init__(self, heading: str, statement: Statement):
        self.heading, self.statement = heading, statement
        self.said = statement.said.words if statement.said else _("undated")
        self.held = statement.force_mark
        self.speakers = "; ".join(str(one) + (f", {one.role_beside}" if one.role_beside else "") for one in statement.attributions.all())
        self.outlet, self.link = statement.document.outlet, link_to(statement, _("open the statement"))
        self.occasion = statement.occasion

    @property
    def beside(self) -> tuple[str, str]:
        return self.statement.prefix[-CONTEXT:], self.statement.suffix[:CONTEXT]


def shown_reports(reports: list[Statement]) -> list[ShownReport]:
    if len(reports) == 2:
        return [ShownReport(_("One report"), reports[0]), ShownReport(_("Another"), reports[1])]
    return [ShownReport(_("Report %(number)s") % {"number": at}, one) for at, one in enumerate(reports, 1)]


@admin.register(OccasionSuggestion)
class OccasionSuggestionAdmin(QueueAdmin):
    list_display = ["pair", "one", "two", "why", "answer"]
    list_display_links = ["pair"]
    list_filter = [AnsweredFilter]
    search_fields = ["statement__text", "other__text"]
    ordering = ["-likeness", "id"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_sides()

    @admin.display(description=gettext_lazy("pair"))
    def pair(self, pair: OccasionSuggestion) -> str:
        return _("Tell")

    @admin.display(description=gettext_lazy("report"))
    def one(self, pair: OccasionSuggestion) -> str:
        return in_list(pair.statement.text, pair.statement, pair.statement.document.outlet or "–")

    @admin.display(description=gettext_lazy("other report"))
    def two(self, pair: OccasionSuggestion) -> str:
        return in_list(pair.other.text, pair.other, pair.other.document.outlet or "–")

    def get_urls(self):
        acts = {"answer": self.answer_view, "carry-out": self.carry_out_view, "take-back": self.take_back_view}
        views = [
            path(f"<int:pk>/{name}/", self.admin_site.admin_view(view), name=f"archive_occasionsuggestion_{name.replace('-', '_')}")
            for name, view in acts.items()
        ]
        return [*views, *super().get_urls()]

    # One pair

    def question_page(self, request: HttpRequest, row: OccasionSuggestion) -> TemplateResponse:
        return self._page(request, row, self._form(request, row))

    def answer_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        pair = self.asked(request, pk, "judge_suggestion")
        if request.method != "POST":
            return HttpResponseRedirect(change_url("occasionsuggestion", pk))
        form = self._form(request, pair, request.POST)
        if not form.is_valid():
            return self._page(request, pair, form)
        try:
            reports_together.answer(pair, OccasionAnswer(form.cleaned_data["given"]), by=request.user, **form.answers())
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self._page(request, pair, form)
        return self._go_on(request, pair)

    def carry_out_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        pair = self.asked(request, pk, "publish_statement")
        if request.method == "POST":
            reason = request.POST.get("reason", "")
            self._try(request, lambda: reports_together.carry_out(pair, by=request.user, reason=reason), _("Carried out."))
        return HttpResponseRedirect(change_url("occasionsuggestion", pk))

    def take_back_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        pair = self.asked(request, pk, "judge_suggestion")
        if request.method == "POST":
            self._try(request, lambda: reports_together.take_back(pair, by=request.user), _("Taken back. Here is the pair again."))
        return HttpResponseRedirect(change_url("occasionsuggestion", pk))

    def _try(self, request: HttpRequest, act, done: str) -> None:
        try:
            act()
            self.message_user(request, done, messages.SUCCESS)
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)

    def _form(self, request: HttpRequest, pair: OccasionSuggestion, data=None) -> AnswerForm:
        reports = reports_together.reports_of(self._together(pair))
        return AnswerForm(data, pair=pair, reports=reports, may_publish=request.user.has_perm("archive.publish_statement"))

    def _together(self, pair: OccasionSuggestion) -> list[OccasionSuggestion]:
        """The pairs that the page is about: asked as one question, or answered as one."""
        return reports_together.answered_beside(pair) if pair.answer else reports_together.open_beside(pair)

    def _go_on(self, request: HttpRequest, pair: OccasionSuggestion) -> HttpResponse:
        """To the next open pair, which offers to take this answer back; or to the list when the queue is done."""
        following = next_open(pair)
        if following is None:
            told = _("Kept. No pair is left below it.")
            self.message_user(request, format_html("{} {}", told, link_to(pair, _("Look at it, or take it back."))))
            return HttpResponseRedirect(reverse("admin:archive_occasionsuggestion_changelist"))
        return HttpResponseRedirect(f"{change_url('occasionsuggestion', following.pk)}?answered={pair.pk}")

    def _page(self, request: HttpRequest, pair: OccasionSuggestion, form: AnswerForm) -> TemplateResponse:
        one, two = reports_together.reports_of([pair])
        reports = reports_together.reports_of(self._together(pair))
        changes = changes_of(one.text, two.text)
        answered = just_answered(request)
        context = self.admin_site.each_context(request) | {
            "title": _("One occasion, or two?"), "opts": self.opts, "pair": pair, "form": form, "media": self.media,
            "fields": [field for field in form if field.name != "given"],
            "sides": shown_reports(reports),
            "changes": changes, "same_words": {change.op for change in changes} == {"same"},
            "answers": OccasionAnswer.choices, "why": sentence(pair.reasons),
            "is_open": OccasionSuggestion.objects.open().filter(pk=pair.pk).exists(),
            "is_waiting": OccasionSuggestion.objects.waiting().filter(pk=pair.pk).exists(),
            "may_judge": request.user.has_perm("archive.judge_suggestion"),
            "may_take_back": reports_together.may_be_taken_back(pair),
            "may_publish": request.user.has_perm("archive.publish_statement"),
            "just_answered": answered, "may_undo": answered and reports_together.may_be_taken_back(answered),
        }  # fmt: skip
        return TemplateResponse(request, "admin/archive/one_occasion.html", context)


def next_open(pair: OccasionSuggestion) -> OccasionSuggestion | None:
    """The likest open pair below this one in the queue."""
    waiting = OccasionSuggestion.objects.open().exclude(pk=pair.pk)
    return waiting.below(pair).first() or waiting.first()


def just_answered(request: HttpRequest) -> OccasionSuggestion | None:
    """The pair whose answer led here."""
    pk = request.GET.get("answered", "")
    if not (pk.isdecimal() and len(pk) < 18):
        return None
    return OccasionSuggestion.objects.filter(pk=pk, answered_by=request.user).select_related("occasion", "statement", "other").first()
