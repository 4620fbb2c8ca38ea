"""A public claim put right: its words, and what others found of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from archive.admin.base.addressed import OneLineTextarea
from archive.admin.base.correcting import ListedCorrectionForm
from archive.admin.base.typed import TypedDateField
from archive.models.fields import refuse_inward_address
from archive.typed_dates import Typed


class FactCheckRow(forms.Form):
    """Somebody else's finding, shown as theirs."""

    columns = ("publisher", "address", "rating", "language", "published")
    hint = _("Shown as theirs, in their words: Rated “mostly false” by the publisher. Nothing here is a verdict of this archive.")

    publisher = forms.CharField(max_length=200, label=_("Publisher"))
    address = forms.URLField(max_length=2000, label=_("Address"), assume_scheme="https", validators=[refuse_inward_address])
    rating = forms.CharField(max_length=200, label=_("Their rating"))
    language = forms.RegexField(r"[a-z]{2,3}(-[A-Za-z]+)*", max_length=16, required=False, label=_("Language (en, ru)"))
    published = TypedDateField(label=_("Published"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["published"].standing = self.initial.get("published", "")

    def readings(self) -> dict[str, Typed]:
        """The date, where it was newly typed."""
        reading = self.fields["published"].reading
        return {"published": reading} if reading else {}


FactCheckRows = forms.formset_factory(FactCheckRow, extra=1, can_delete=True)


class ClaimCorrectionForm(ListedCorrectionForm):
    class Meta:
        widgets = {"text": OneLineTextarea}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        data, standing = self.data if self.is_bound else None, self.instance.fact_checks.values(*FactCheckRow.columns)
        self.fact_checks = FactCheckRows(data, initial=list(standing), prefix="fact_checks")

    def lists(self) -> list[tuple[str, forms.BaseFormSet]]:
        return [(_("Fact-checks by others"), self.fact_checks)]
