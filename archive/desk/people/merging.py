"""Two speakers become one, or one of them two again: each told first with all that moves, then done with a public reason."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk import shell
from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.people.typed import TypedSpeakerField
from archive.errors import Refused
from archive.identity import merge_speakers, separate_speakers
from archive.identity.speaker_moves import SpeakerMoves, moves_to_merge, moves_to_separate
from archive.models import Speaker

KEYS = (Key("enter", gettext_lazy("show what would move"), "Enter"), Key("m", gettext_lazy("do it, once it is shown")))


class WhyForm(forms.Form):
    """The reason, and what was shown."""

    reason = forms.CharField(
        label=gettext_lazy("public reason"),
        max_length=300,
        help_text=gettext_lazy("Stands beside each public statement that moves, and at the old address."),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)


class MergeForm(WhyForm):
    """Who is the same, and which of the two stays."""

    other = TypedSpeakerField(label=gettext_lazy("the same as"), help_text=gettext_lazy("A name, in any spelling, or an address."))
    stays = forms.ChoiceField(label=gettext_lazy("which stays"), widget=forms.RadioSelect, initial="this")
    field_order = ["other", "stays", "reason", "seen"]

    def __init__(self, *args, speaker: Speaker, **kwargs):
        super().__init__(*args, **kwargs)
        self.speaker = speaker
        self.fields["stays"].choices = [("this", str(speaker)), ("other", _("the other one"))]

    def clean_other(self) -> Speaker:
        if self.cleaned_data["other"].pk == self.speaker.pk:
            raise forms.ValidationError(_("This is the speaker itself."))
        return self.cleaned_data["other"]

    def sides(self) -> tuple[Speaker, Speaker]:
        """The one that stays and the one that goes."""
        other = self.cleaned_data["other"]
        return (self.speaker, other) if self.cleaned_data["stays"] == "this" else (other, self.speaker)


@desk_page("merge_speaker")
def merge(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose, look at what would move, then merge."""
    speaker = get_object_or_404(Speaker.objects.standing(), slug=slug)
    form = MergeForm(request.POST or None, speaker=speaker, initial={"other": request.GET.get("other", "")})
    moves = moves_to_merge(*form.sides()) if form.is_valid() else None
    if moves and "confirm" in request.POST:
        keep, gone = form.sides()
        try:
            merge_speakers(keep, gone, by=request.user, reason=form.cleaned_data["reason"], seen=form.cleaned_data["seen"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("%(gone)s is now %(keep)s. The old address leads here.") % {"gone": gone, "keep": keep})
            return redirect("desk:speaker", keep.slug)
    return _page(request, form, moves, "desk/people/merge.html", speaker=speaker, title=_("Merge two speakers"))


@desk_page("merge_speaker")
def separate(request: HttpRequest, slug: str) -> HttpResponse:
    """A merge is taken back: what would go back stands there before the reason is given."""
    gone = get_object_or_404(Speaker.objects.select_related("merged_into"), slug=slug)
    form, moves, refused = WhyForm(request.POST or None), None, ""
    try:
        moves = moves_to_separate(gone)
        if form.is_valid():
            separate_speakers(gone, by=request.user, reason=form.cleaned_data["reason"], seen=form.cleaned_data["seen"])
            messages.success(request, _("%s stands by itself again, under its old address.") % gone)
            return redirect("desk:speaker", gone.slug)
    except Refused as refusal:
        refused = str(refusal)
    return _page(request, form, moves, "desk/people/separate.html", speaker=gone, title=_("Take a merge back"), refused=refused)


def _page(request: HttpRequest, form: WhyForm, moves: SpeakerMoves | None, template: str, **context: Any) -> HttpResponse:
    context |= {"form": form, "moves": moves, "fields": [field for field in form if field.name != "seen"]}
    status = 422 if form.errors or context.get("refused") else 200
    return shell.page(request, template, context, title=context["title"], keys=KEYS, status=status)
