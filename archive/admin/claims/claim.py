"""Claims: one proposition each, with the statements that carry it."""

from django.contrib import admin
from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from archive.admin.base.addressed import AddressedForm, OneLineTextarea
from archive.admin.base.correcting import CorrectingAdmin
from archive.admin.base.links import link_to, rows_of
from archive.admin.base.record import RecordAdmin
from archive.admin.base.removing import removing
from archive.admin.claims.claim_form import ClaimCorrectionForm
from archive.admin.claims.regroup import RegroupingAdmin
from archive.edtf import parse
from archive.models import Claim
from archive.models.fields import folded


class ClaimForm(AddressedForm):
    """Words that a claim has already are refused: it would count apart from itself."""

    named_by = "text"

    class Meta:
        widgets = {"text": OneLineTextarea}

    def clean_text(self) -> str:
        text = " ".join(self.cleaned_data["text"].split())
        known = Claim.objects.filter(text_key=folded(text)).exclude(pk=self.instance.pk).first()
        if known:
            self.add_error("text", format_html("{} {}", _("This claim is here already:"), link_to(known)))
        return text


@admin.register(Claim)
class ClaimAdmin(RegroupingAdmin, CorrectingAdmin, RecordAdmin):
    form = ClaimForm
    acts = (removing(Claim),)
    correction_form = ClaimCorrectionForm
    list_display = ["text", "sayings", "first_said", "last_said", "slug"]
    list_select_related = ["tally"]
    search_fields = ["text_key", "=slug"]
    list_filter = [("merged_into", admin.EmptyFieldListFilter)]
    fields = ["text", "slug", "was_merged_into", "merged_into_it", "statements_that_carry_it"]
    never_changed = ("slug",)
    shown_only = ("was_merged_into", "merged_into_it", "statements_that_carry_it")

    def get_fields(self, request, obj=None):
        """Where it leads and what leads here, only where there is such a thing."""
        hidden = set() if obj and obj.merged_into_id else {"was_merged_into"}
        hidden |= set() if obj and obj.merged.exists() else {"merged_into_it"}
        return [name for name in self.fields if name not in hidden]

    def choosable(self, queryset: QuerySet) -> QuerySet:
        return queryset.standing()

    def has_change_permission(self, request, obj=None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.merged_into_id)

    @admin.display(description=_("merged into"))
    def was_merged_into(self, claim: Claim) -> str:
        return link_to(claim.merged_into)

    @admin.display(description=_("merged into it"))
    def merged_into_it(self, claim: Claim) -> str:
        return rows_of(link_to(one) for one in claim.merged.all())

    @admin.display(description=_("occasions on which it was said"), ordering="tally__sayings")
    def sayings(self, claim: Claim) -> int:
        return claim.tally.sayings if hasattr(claim, "tally") else 0

    @admin.display(description=_("first said"), ordering="tally__first_sort")
    def first_said(self, claim: Claim) -> str:
        return parse(claim.tally.first_said).words if hasattr(claim, "tally") and claim.tally.first_said else ""

    @admin.display(description=_("last said"), ordering="tally__last_sort")
    def last_said(self, claim: Claim) -> str:
        return parse(claim.tally.last_said).words if hasattr(claim, "tally") and claim.tally.last_said else ""

    @admin.display(description=_("who says or denies it"))
    def statements_that_carry_it(self, claim: Claim) -> str:
        if not claim.pk:
            return "–"
        carried = claim.occurrences.select_related("statement")[:100]
        return rows_of(
            format_html(
                "{} · {} <span class='state'>{}, {}, {}</span>",
                _said(one),
                link_to(one, one.statement.with_mark(one.words)),
                one.get_stance_display(),
                one.get_likeness_display(),
                one.get_status_display(),
            )
            for one in carried
        )


def _said(occurrence) -> str:
    said = occurrence.statement.said
    return said.words if said else _("undated")
