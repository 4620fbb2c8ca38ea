"""What was read of a document that is kept, put right: the form, and what follows from it, told in sentences."""

from collections.abc import Iterator

from django import forms
from django.contrib import messages
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import edtf, publication
from archive.acts import allow
from archive.admin.base.typed import TypedDateField
from archive.admin.sources.redating import dated_anew
from archive.capture.brought import Said
from archive.capture.provenance import enter_outlet
from archive.desk.sources.forms import OutletFields, languages
from archive.enums import ArticleKind
from archive.models import ArchiveState, Document, Outlet, User


class SourceForm(OutletFields):
    """As it stands; what is public is shown and not typed."""

    title = forms.CharField(label=gettext_lazy("Title"), required=False, max_length=500)
    published = TypedDateField(label=gettext_lazy("Day published"), required=False, widget=forms.TextInput(attrs={"data-key": "d"}))
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=ArticleKind.choices)
    read_version = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("title", "outlet", "outlet_kind", "time_zone", "published", "language", "kind")

    def __init__(self, data, *, document: Document):
        initial = {"title": document.title, "published": document.published, "language": document.language}
        initial |= {"outlet": document.outlet.name if document.outlet else "", "kind": document.article.kind}
        super().__init__(data, initial=initial | {"read_version": document.lock_version})
        self.fields["published"].standing = document.published
        self.fields["language"].choices = languages(document.language)

    def changes(self) -> dict[str, object]:
        """What really changes; an outlet that is new is entered with it."""
        fields = ("title", "published", "language", "kind")
        return {name: self.cleaned_data[name] for name in fields if name in self.changed_data}


def mend(document: Document, form: SourceForm, *, by: User) -> Iterator[tuple[int, str]]:
    """Save it, an outlet that is new with it or not at all, and let what hangs on the day follow."""
    changes = form.changes()
    with transaction.atomic():
        ArchiveState.take_turn()
        if "outlet" in form.changed_data:
            changes["outlet"] = _outlet(form, by)
        if not changes:
            return
        mended = publication.put_right(document, changes, by=by, read_version=form.cleaned_data["read_version"])
    yield messages.SUCCESS, _("Saved.")
    if "published" in changes:
        yield from dated_anew(mended, by=by)


def _outlet(form: SourceForm, by: User) -> Outlet | None:
    """The one of this name; one that is new is entered."""
    given = form.cleaned_data
    said = Said(outlet=given["outlet"], outlet_kind=given["outlet_kind"], time_zone=given["time_zone"])
    outlet = said.named
    if outlet and outlet._state.adding:
        allow(by, "add_outlet")
        enter_outlet(outlet, by=by)
    return outlet


def readings_of(document: Document) -> list[tuple[str, str]]:
    """The days that its page tells, where they disagree: the date, and in words."""
    return [(one, edtf.parse(one).words) for one, _place in document.published_readings]
