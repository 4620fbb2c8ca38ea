"""Speakers with all their names and their roles over time; two that turn out to be one are merged on a page of their own."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.admin.base.addressed import AddressedForm
from archive.admin.base.correcting import CorrectingAdmin
from archive.admin.base.links import link_to, rows_of
from archive.admin.base.record import RecordAdmin, is_public, refuse_overtaken
from archive.admin.base.removing import removing
from archive.admin.statements.speaker_form import (
    AffiliationInline,
    AliasInline,
    IdentifierInline,
    RoleInline,
    SpeakerCorrectionForm,
)
from archive.doubts import expect_confirmed
from archive.doubts.names import doubts_of_speaker
from archive.errors import Refused
from archive.identity.merged_speakers import merge_speakers
from archive.identity.speaker_moves import SpeakerMoves, moves_to_merge
from archive.models import Attribution, Speaker, Statement
from archive.publication.naming import NAMES

TYPED = ("-name", "-title", "-value")  # the field of a row of a list that is there only when the row may be typed


class MergeForm(forms.Form):
    """Which other speaker is the same, which name stays, and why."""

    other = forms.ModelChoiceField(Speaker.objects.standing(), label=gettext_lazy("the same as"))
    stays = forms.ChoiceField(
        label=gettext_lazy("which stays"),
        widget=forms.RadioSelect,
        initial="this",
        choices=[("this", gettext_lazy("this speaker stays")), ("other", gettext_lazy("the other one stays"))],
    )
    reason = forms.CharField(
        label=gettext_lazy("public reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Stands beside each public statement that moves, and at the old address."),
    )

    def __init__(self, *args, speaker: Speaker, site: admin.AdminSite, **kwargs):
        super().__init__(*args, **kwargs)
        self.speaker = speaker
        field = self.fields["other"]
        field.queryset = Speaker.objects.standing().exclude(pk=speaker.pk)
        field.widget = AutocompleteSelect(Attribution._meta.get_field("speaker"), site)
        field.widget.choices = field.choices

    def sides(self) -> tuple[Speaker, Speaker]:
        """The one that stays and the one that goes."""
        other = self.cleaned_data["other"]
        return (self.speaker, other) if self.cleaned_data["stays"] == "this" else (other, self.speaker)


@admin.register(Speaker)
class SpeakerAdmin(CorrectingAdmin, RecordAdmin):
    form = AddressedForm
    acts = (removing(Speaker),)
    correction_form = SpeakerCorrectionForm
    list_display = ["name", "kind", "description", "slug"]
    list_filter = ["kind"]
    search_fields = ["name_key", "aliases__name_key", "=slug"]
    fields = ["name", "slug", "kind", "description", "since", "merged", "statements_of_theirs"]
    never_changed = ("slug",)
    shown_only = ("merged", "statements_of_theirs")
    inlines = [AliasInline, RoleInline, AffiliationInline, IdentifierInline]

    def save_model(self, request, obj, form, change):
        typed = [name for name in request.POST if name.endswith(TYPED) and name.split("-")[0] in NAMES]
        refuse_overtaken(request, tuple(typed) if change and is_public(obj) else ())
        request.before = set(doubts_of_speaker(Speaker.objects.get(pk=obj.pk))) if change else set()
        super().save_model(request, obj, form, change)

    def confirm(self, request, obj, form, change):
        brought = [one for one in doubts_of_speaker(obj) if one not in request.before]
        told = expect_confirmed(brought, form.cleaned_data["looked_at"])
        return {"confirmed": told} if told else {}

    def choosable(self, queryset: QuerySet) -> QuerySet:
        return queryset.standing()

    def get_urls(self):
        return [
            path("<int:pk>/merge/", self.admin_site.admin_view(self.merge_view), name="archive_speaker_merge"),
            *super().get_urls(),
        ]

    def has_change_permission(self, request, obj=None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.merged_into_id)

    @admin.display(description=gettext_lazy("merged into"))
    def merged(self, speaker: Speaker) -> str:
        return link_to(speaker.merged_into)

    @admin.display(description=gettext_lazy("statements"))
    def statements_of_theirs(self, speaker: Speaker) -> str:
        said = Statement.objects.filter(attributions__speaker=speaker).order_by("-said_sort", "-id").distinct()[:20] if speaker.pk else []
        return rows_of(link_to(one) for one in said)

    # Merging

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and not obj.merged_into_id and request.user.has_perm("archive.merge_speaker"):
            context["merge_url"] = reverse("admin:archive_speaker_merge", args=[obj.pk])
        return super().render_change_form(request, context, add, change, form_url, obj)

    def merge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Choose, look at what would move, then merge."""
        speaker = self.get_object(request, str(pk))
        if speaker is None:
            raise Http404
        if not request.user.has_perm("archive.merge_speaker"):
            raise PermissionDenied
        form = MergeForm(request.POST or None, speaker=speaker, site=self.admin_site)
        if not form.is_valid():
            return self._merge_page(request, speaker, form)
        if "confirm" not in request.POST:
            return self._merge_page(request, speaker, form, moves=moves_to_merge(*form.sides()))
        return self._merged(request, form) or self._merge_page(request, speaker, form)

    def _merged(self, request: HttpRequest, form: MergeForm) -> HttpResponse | None:
        keep, gone = form.sides()
        try:
            merge_speakers(keep, gone, by=request.user, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return None
        message = _("%(gone)s is now %(keep)s. Its old address leads here.") % {"gone": gone.name, "keep": keep.name}
        self.message_user(request, message, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:archive_speaker_change", args=[keep.pk]))

    def _merge_page(self, request: HttpRequest, speaker: Speaker, form: MergeForm, moves: SpeakerMoves | None = None) -> TemplateResponse:
        context = self.admin_site.each_context(request) | {
            "title": _("Merge two speakers"), "subtitle": str(speaker), "form": form, "speaker": speaker, "opts": self.opts, "moves": moves,
            "media": self.media + form.media,
        }  # fmt: skip
        return TemplateResponse(request, "admin/archive/merge.html", context)
