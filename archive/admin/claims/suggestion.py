"""Suggestions: the queue of pairs that the machine proposes, each judged with one click on a page that shows both sides."""

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import linking, review
from archive.admin.base.links import change_url, link_to
from archive.admin.base.queue import QueueAdmin, StateFilter, in_list
from archive.admin.claims.pair import JudgeForm, changes_of, sides_of
from archive.admin.statements.waiting import waiting_for
from archive.errors import Refused
from archive.linking.forces import possible_answers
from archive.linking.translations import LABEL
from archive.linking.waiting import threshold
from archive.linking.waiting.refusals import why
from archive.models import Judgement, Suggestion
from archive.models.link import TOLD, SuggestionStatus


class OpenFilter(StateFilter):
    states = (
        ("behind", gettext_lazy("behind better ones of the same words"), "behind"),
        ("left", gettext_lazy("below the threshold"), "left"),
        ("beside", gettext_lazy("asked by another pair"), "beside"),
        ("judged", gettext_lazy("answered"), "told"),
        ("all", gettext_lazy("all"), None),
    )


class LabelFilter(admin.SimpleListFilter):
    """What the later words may be to the earlier, as the engine takes it."""

    title = gettext_lazy("what it may be")
    parameter_name = "label"
    LABELS = (
        ("same", gettext_lazy("same claim")),
        ("possible", gettext_lazy("possibly the same claim")),
        ("variant", gettext_lazy("other figure, date, place or name")),
        ("narrower", gettext_lazy("says less or more")),
        ("reversal", gettext_lazy("may be the opposite")),
        ("denies", gettext_lazy("denied by one")),
        ("asked", gettext_lazy("asked by one")),
        ("supposed", gettext_lazy("supposed by one")),
        ("translation", gettext_lazy("may be a translation")),
        ("none", gettext_lazy("little alike")),
    )

    def lookups(self, request, model_admin):
        return self.LABELS

    def queryset(self, request, queryset):
        return queryset.filter(label=self.value()) if self.value() else queryset


@admin.register(Suggestion)
class SuggestionAdmin(QueueAdmin):
    list_display = ["pair", "score_in_short", "words", "why"]
    list_display_links = ["pair"]
    list_filter = [OpenFilter, "band", LabelFilter]
    search_fields = ["passage__text", "other__text"]
    ordering = ["-score", "id"]

    def get_queryset(self, request):
        return super().get_queryset(request).in_lists()

    def changelist_view(self, request, extra_context=None):
        left = {"threshold": round(threshold.current().score * 100), **threshold.left()}
        return super().changelist_view(request, (extra_context or {}) | {"left": left})

    @admin.display(description=gettext_lazy("pair"))
    def pair(self, suggestion: Suggestion) -> str:
        return _("Compare")

    @admin.display(description=gettext_lazy("how sure"), ordering="score")
    def score_in_short(self, suggestion: Suggestion) -> str:
        return format_html("{}<br><span class='state'>{}</span>", f"{suggestion.score:.0%}".replace("%", " %"), shown_state(suggestion))

    @admin.display(description=gettext_lazy("why"))
    def why(self, suggestion: Suggestion) -> str:
        return why(suggestion)

    @admin.display(description=gettext_lazy("later words, over the earlier"))
    def words(self, suggestion: Suggestion) -> str:
        return format_html("<p>{}</p><p>{}</p>", *(in_list(side.text, side.statement) for side in (suggestion.passage, suggestion.other)))

    def get_urls(self):
        return [
            path("<int:pk>/judge/", self.admin_site.admin_view(self.judge_view), name="archive_suggestion_judge"),
            path("<int:pk>/translation/", self.admin_site.admin_view(self.translation_view), name="archive_suggestion_translation"),
            path("<int:pk>/undo/<int:judgement>/", self.admin_site.admin_view(self.undo_view), name="archive_suggestion_undo"),
            *super().get_urls(),
        ]

    # One pair

    def question_page(self, request: HttpRequest, row: Suggestion) -> TemplateResponse:
        return self._pair_page(request, row, JudgeForm(site=self.admin_site))

    def judge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        suggestion = self.asked(request, pk)
        if request.method != "POST":
            return HttpResponseRedirect(change_url("suggestion", pk))
        form = JudgeForm(request.POST, site=self.admin_site)
        if not form.is_valid():
            return self._pair_page(request, suggestion, form)
        try:
            judgement = linking.judge_suggestion(suggestion, by=request.user, **form.answers())
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self._pair_page(request, suggestion, form)
        return self._go_on(request, suggestion, judgement)

    def translation_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One side is marked as a translation of the other, and the pair needs no answer any more."""
        suggestion = self.asked(request, pk, "change_statement")
        later, earlier = suggestion.passage.statement, suggestion.other.statement
        sides = {"later": (later, earlier), "earlier": (earlier, later)}.get(request.POST.get("translated", ""))
        following = suggestion
        if sides:
            try:
                marked = review.mark_translation(*sides, by=request.user)
                link = link_to(marked, _("Look at it, or undo it"))
                self.message_user(request, format_html("{} {}.", _("Kept: one is a translation of the other."), link), messages.SUCCESS)
                following = next_open(suggestion)
            except Refused as refusal:
                self.message_user(request, str(refusal), messages.ERROR)
        page = change_url("suggestion", following.pk) if following else reverse("admin:archive_suggestion_changelist")
        return HttpResponseRedirect(page)

    def undo_view(self, request: HttpRequest, pk: int, judgement: int) -> HttpResponse:
        self.asked(request, pk)
        answered = Judgement.objects.filter(pk=judgement).first()
        if answered is None or request.method != "POST":
            raise Http404
        try:
            linking.undo(answered, by=request.user)
            self.message_user(request, _("Undone. Here is the pair again."), messages.SUCCESS)
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        return HttpResponseRedirect(change_url("suggestion", pk))

    def _go_on(self, request: HttpRequest, suggestion: Suggestion, judgement: Judgement) -> HttpResponse:
        """To the next open pair, which offers to undo this one; or to the list when the queue is done."""
        following = next_open(suggestion)
        if following is None:
            link = link_to(judgement, _("Look at it, or undo it"))
            self.message_user(
                request, format_html("{} {}.", _("Kept: “%s”. No pair is left below it.") % judgement.get_answer_display(), link)
            )
            if sentence := waiting_for([judgement.statement, judgement.other]):
                self.message_user(request, sentence, messages.WARNING)
            return HttpResponseRedirect(reverse("admin:archive_suggestion_changelist"))
        return HttpResponseRedirect(f"{change_url('suggestion', following.pk)}?judged={judgement.pk}&pair={suggestion.pk}")

    def _pair_page(self, request: HttpRequest, suggestion: Suggestion, form: JudgeForm) -> TemplateResponse:
        later, earlier = suggestion.passage, suggestion.other
        changes = changes_of(earlier.text, later.text)
        possible = possible_answers(later.statement.force, earlier.statement.force)
        context = self.admin_site.each_context(request) | {
            "title": _("Do these make the same claim?"), "opts": self.opts, "suggestion": suggestion, "is_told": suggestion.status in TOLD,
            "form": form, "media": self.media + form.media, "why": self.why(suggestion),
            "sides": sides_of(suggestion, changes),
            "changes": changes, "same_words": {change.op for change in changes} == {"same"},
            "answers": [(answer.value, answer.label) for answer in possible],
            "may_judge": request.user.has_perm("archive.judge_suggestion"),
            "may_be_translation": may_be_translation(request, suggestion),
            "just_judged": _just_judged(request),
        }  # fmt: skip
        return TemplateResponse(request, "admin/archive/pair.html", context)


def may_be_translation(request: HttpRequest, suggestion: Suggestion) -> bool:
    """Whether it is asked about, by who may mark one."""
    is_asked = suggestion.label == LABEL and suggestion.status not in TOLD
    return is_asked and request.user.has_perm("archive.change_statement")


def shown_state(suggestion: Suggestion) -> str:
    """How likely it is; where nobody is asked, why not."""
    is_asked = suggestion.status == SuggestionStatus.OPEN
    return suggestion.get_band_display() if is_asked else f"{suggestion.get_band_display()}; {suggestion.get_status_display()}"


def next_open(suggestion: Suggestion) -> Suggestion | None:
    """The best open pair below this one in the queue, so that “undecided” doesn't come straight back; None at its end."""
    return Suggestion.objects.open().below(suggestion).first()


def _just_judged(request: HttpRequest) -> tuple[Judgement, str] | None:
    """The judgement that led here, and the address that undoes it."""
    judged, pair = request.GET.get("judged", ""), request.GET.get("pair", "")
    if not (judged.isdecimal() and pair.isdecimal() and len(judged) < 18 and len(pair) < 18):
        return None
    judgement = Judgement.objects.standing().filter(pk=judged, judged_by=request.user).select_related("claim").first()
    return (judgement, reverse("admin:archive_suggestion_undo", args=[pair, judged])) if judgement else None
