"""Merging two claims and splitting one, each on a page that first shows what would move and which revisions that makes."""

from urllib.parse import unquote

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.admin.base.addressed import OneLineTextarea
from archive.admin.base.links import change_url, rows_of
from archive.errors import Refused
from archive.identity.merged_claims import merge_claims
from archive.identity.moves import Moves, links_of, moves_of
from archive.identity.split_claims import Part, moves_apart, split_claim
from archive.identity.undone_merges import merge_of
from archive.linking.claims import claim_in_words
from archive.models import Claim, Occurrence
from archive.models.fields import folded

MOST_LISTED = 900  # links to choose from; Django refuses a form of more than 1,000 fields
MOST_NAMED = 20  # claims that some typed words may mean
LONGEST_WORDS = 160


class TypedClaimField(forms.CharField):
    """A standing claim by its words, a part of them, or its address: typed, so that the page needs no script."""

    def clean(self, value):
        typed = super().clean(value)
        slug = unquote(typed.rstrip("/").rsplit("/", 1)[-1])
        standing = Claim.objects.standing()
        if exact := standing.filter(slug=slug).first() or standing.filter(text_key=folded(typed)).first():
            return exact
        found = list(standing.filter(text_key__contains=folded(typed))[: MOST_NAMED + 1])
        if len(found) == 1:
            return found[0]
        if not found:
            raise forms.ValidationError(_("No claim has these words or this address."))
        named = rows_of(format_html("{} <code>{}</code>", one, one.slug) for one in found[:MOST_NAMED])
        raise forms.ValidationError(
            format_html("{}{}", _("Several claims have these words. Write the address of the one you mean:"), named)
        )


class RegroupForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("public reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Stands beside each public statement whose link moves, and at an old address."),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, claim: Claim, **kwargs):
        super().__init__(*args, **kwargs)
        self.claim = claim


class MergeClaimsForm(RegroupForm):
    """Which other claim is the same, and which of the two stays."""

    title, button = gettext_lazy("Merge two claims"), gettext_lazy("Merge")
    intro = gettext_lazy(
        "Two claims that say the same become one: links move, and the old address leads to the one that stays. "
        "It is taken back by splitting the links off again in the old words."
    )
    other = TypedClaimField(
        label=gettext_lazy("the same as"), help_text=gettext_lazy("Its words, a part of them that no other claim has, or its address.")
    )
    stays = forms.ChoiceField(
        label=gettext_lazy("which stays"),
        widget=forms.RadioSelect,
        initial="this",
        choices=[("this", gettext_lazy("this claim stays")), ("other", gettext_lazy("the other one stays"))],
    )
    field_order = ["other", "stays", "reason"]

    def clean_other(self) -> Claim:
        if self.cleaned_data["other"].pk == self.claim.pk:
            raise forms.ValidationError(_("This is the claim itself."))
        return self.cleaned_data["other"]

    @property
    def keep(self) -> Claim:
        return self.claim if self.cleaned_data["stays"] == "this" else self.cleaned_data["other"]

    @property
    def gone(self) -> Claim:
        return self.cleaned_data["other"] if self.cleaned_data["stays"] == "this" else self.claim

    @property
    def told(self) -> str:
        return _("“%(gone)s” goes, “%(keep)s” stays.") % {"gone": self.gone, "keep": self.keep}

    def moves(self) -> Moves:
        return moves_of(links_of(self.gone), self.keep)

    def run(self, by) -> Claim:
        return merge_claims(self.keep, self.gone, by=by, reason=self.cleaned_data["reason"], seen=self.cleaned_data["seen"])


class SplitClaimForm(RegroupForm):
    """Which links become a claim of their own, and its words."""

    title, button = gettext_lazy("Split a claim"), gettext_lazy("Split")
    intro = gettext_lazy(
        "The links that you choose become a claim of their own. What was answered on this claim counts as answered on both. "
        "It is taken back by merging the two."
    )
    links = forms.ModelMultipleChoiceField(
        Occurrence.objects.none(), label=gettext_lazy("links that go"), widget=forms.CheckboxSelectMultiple
    )
    text = forms.CharField(
        max_length=500,
        label=gettext_lazy("words of the new claim"),
        widget=OneLineTextarea,
        help_text=gettext_lazy(
            "One thing that may be said, in neutral words. Those of a claim that was merged into this one take it out again."
        ),
    )
    field_order = ["links", "text", "reason"]

    def __init__(self, *args, page: int = 1, **kwargs):
        super().__init__(*args, **kwargs)
        every = links_of(self.claim).order_by("said_sort", "id")
        self.count = every.count()
        self.page = max(1, min(page, (self.count - 1) // MOST_LISTED + 1))
        self.begins = (self.page - 1) * MOST_LISTED
        listed = list(every.values_list("pk", flat=True)[self.begins : self.begins + MOST_LISTED])
        field = self.fields["links"]
        field.queryset, field.label_from_instance = links_of(self.claim).filter(pk__in=listed), described
        field.required = not self.claim.merged.exists()  # a merge that moved no link can be taken back
        field.help_text = self._listed(len(listed))

    def _listed(self, listed: int) -> str:
        """What is not on this page, where one page does not hold all."""
        if self.count <= MOST_LISTED:
            return ""
        told = _("These are links %(first)s to %(last)s of %(count)s, the earliest first. Only those of one page go in one split.") % {
            "first": f"{self.begins + 1:,}", "last": f"{self.begins + listed:,}", "count": f"{self.count:,}",
        }  # fmt: skip
        pages = range(1, (self.count - 1) // MOST_LISTED + 2)
        others = ((f"?page={page}", f"{page}") for page in pages if page != self.page)
        return format_html("{} {} {}", told, _("Other pages:"), format_html_join(" ", "<a href='{}'>{}</a>", others))

    def clean_text(self) -> str:
        known = claim_in_words(self.cleaned_data["text"])
        if known and known.merged_into_id != self.claim.pk:
            raise forms.ValidationError(_("There is a claim in these words already: “%s”. Write the new one in others.") % known)
        return self.cleaned_data["text"]

    @property
    def told(self) -> str:
        return _("What you chose goes to “%(text)s”; the rest stays with “%(claim)s”.") % {
            "text": self.cleaned_data["text"],
            "claim": self.claim,
        }

    def moves(self) -> Moves:
        return moves_apart(self.claim, Part(self.cleaned_data["links"], self.cleaned_data["text"]))

    def run(self, by) -> Claim:
        given = self.cleaned_data
        return split_claim(self.claim, Part(given["links"], given["text"]), by=by, reason=given["reason"], seen=given["seen"])


class RegroupingAdmin:
    """For the admin of claims. A form tells `moves()`, what would happen, and `run(by)` does it and returns the claim to go on with."""

    regroup_forms = {"merge": MergeClaimsForm, "split": SplitClaimForm}

    def get_urls(self):
        views = [
            path(f"<int:pk>/{act}/", self.admin_site.admin_view(self.regroup_view), {"act": act}, name=f"archive_claim_{act}")
            for act in self.regroup_forms
        ]
        return [*views, *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and not obj.merged_into_id and request.user.has_perm("archive.merge_claim"):
            context |= {f"{act}_url": reverse(f"admin:archive_claim_{act}", args=[obj.pk]) for act in self.regroup_forms}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def regroup_view(self, request: HttpRequest, pk: int, act: str) -> HttpResponse:
        """Choose, look at what would move, then confirm just that."""
        claim = self.get_object(request, str(pk))
        if claim is None:
            raise Http404
        if not request.user.has_perm("archive.merge_claim"):
            raise PermissionDenied
        if claim.merged_into:
            self.message_user(request, _("It was merged already."), messages.ERROR)
            return HttpResponseRedirect(change_url("claim", claim.merged_into_id))
        form = self._regroup_form(request, claim, act)
        if not form.is_valid():
            return self._regroup_page(request, form)
        if "confirm" not in request.POST:
            return self._regroup_page(request, form, form.moves())
        return self._regrouped(request, form)

    def _regroup_form(self, request: HttpRequest, claim: Claim, act: str) -> RegroupForm:
        asked = request.GET.get("page", "")
        paged = {"page": max(1, int(asked)) if asked.isdecimal() and len(asked) < 7 else 1} if act == "split" else {}
        initial = taken_out(claim, request.GET.get("again", ""))
        return self.regroup_forms[act](request.POST or None, claim=claim, initial=initial, **paged)

    def _regrouped(self, request: HttpRequest, form: RegroupForm) -> HttpResponse:
        try:
            claim = form.run(request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self._regroup_page(request, form)
        self.message_user(request, _("Done: the links are those of “%s” now.") % claim, messages.SUCCESS)
        return HttpResponseRedirect(change_url("claim", claim.pk))

    def _regroup_page(self, request: HttpRequest, form: RegroupForm, moves: Moves | None = None) -> TemplateResponse:
        context = self.admin_site.each_context(request) | {
            "title": form.title, "subtitle": str(form.claim), "form": form, "claim": form.claim, "opts": self.opts, "moves": moves,
            "fields": [field for field in form if field.name != "seen"], "media": self.media,
            "merged": form.claim.merged.all() if isinstance(form, SplitClaimForm) else [],
            "named": [(described(link), link in moves.doubled, link.stands and link.status == "public") for link in moves.links]
            if moves else [],
            "returning": [described(one.ended) for one in moves.returning] if moves else [],
            "opposed": [(described(one), described(other)) for one, other in moves.opposed] if moves else [],
        }  # fmt: skip
        return TemplateResponse(request, "admin/archive/regroup.html", context)


def described(link: Occurrence) -> str:
    """A link in one line: when, who, in which words, how it stands to the claim, and whether the public sees it."""
    statement = link.statement
    words = link.words if len(link.words) <= LONGEST_WORDS else f"{link.words[: LONGEST_WORDS - 1]}…"
    return format_html(
        "{} · {}: {} <span class='state'>{}, {}, {}</span>",
        statement.said.words if statement.said else _("undated"),
        "; ".join(str(one) for one in statement.attributions.all()) or "–",
        statement.with_mark(f"“{words}”"),
        link.get_stance_display(),
        link.get_likeness_display(),
        link.get_status_display(),
    )


def taken_out(claim: Claim, again: str) -> dict:
    """What the form of a split begins with: the links and the words of a claim that was merged into this one."""
    gone = claim.merged.filter(pk=again).first() if again.isdecimal() and len(again) < 18 else None
    merge = merge_of(gone) if gone else None
    return {"text": gone.text, "links": merge.detail.get("occurrences", [])} if merge else {}
