"""What a person has to have looked at, as boxes to tick: in the form of a row, and on the page of an act."""

from collections.abc import Iterable

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from archive.admin.base.links import link_to
from archive.errors import Doubt


class ConfirmedField(forms.MultipleChoiceField):
    """A box to tick for each doubt; the stage function knows which it asked."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        super().__init__(**{"required": False, "label": _("To be checked")} | kwargs)

    def ask(self, doubts: Iterable[Doubt]) -> None:
        self.choices = [(one.seen, _in_words(one)) for one in doubts]

    def valid_value(self, value) -> bool:
        return True

    def has_changed(self, initial, data) -> bool:
        return False


def _in_words(doubt: Doubt) -> str:
    told = format_html("{} {}", _("I have checked:"), doubt.told)
    return format_html("{} {}", told, link_to(doubt.about, _("Open it"))) if doubt.about else told


class BoxesForm(forms.Form):
    """For the page of an act: the boxes alone."""

    looked_at = ConfirmedField()


def boxes_for(doubts: Iterable[Doubt], ticked: list[str], prefix: str | None = None) -> BoxesForm:
    form = BoxesForm(initial={"looked_at": ticked}, prefix=prefix)
    form.fields["looked_at"].ask(doubts)
    return form
