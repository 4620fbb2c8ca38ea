"""A speaker or a claim put right in place: at once while nobody outside sees it, afterwards by a correction or a proposal."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import HttpRequest, QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive import publication
from archive.acts import claim_version, held
from archive.admin.base.correcting import ListedCorrectionForm
from archive.admin.base.typed import TypedDateField
from archive.desk.together.kept import saved, typed_before
from archive.enums import RevisionClass
from archive.errors import OVERTAKEN, NeedsConfirmation, Refused, Stale
from archive.identity.unseen import NEVER_PUBLIC, change_unseen
from archive.models import ArchiveState, Claim, KeptInput, Speaker, User
from archive.models.fields import EdtfField
from archive.models.history import type_of
from archive.typed_dates import Typed


@dataclass(frozen=True)
class Way:
    """How what is typed comes to stand. Without `change` it stands at once."""

    permission: str
    button: Any
    done: Any
    advice: Any = ""
    change: Callable[..., Any] | None = None


CORRECTING = Way(
    "publish_statement", _("Correct"), _("Corrected. The change and its reason stand in the public log."),
    _("This is public: what you change is seen at once, with its reason. The old wording stays in the history."), publication.correct,
)  # fmt: skip
PROPOSING = Way(
    "add_changeproposal", _("Propose"), _("Proposed. It waits for a publisher."),
    _("This is public: what you change waits for a publisher, and the public sees what stands here until then."), publication.propose,
)  # fmt: skip


def way_of(person: User, row: Speaker | Claim) -> Way | None:
    """How this person may change it; None where he may not."""
    if row.merged_into_id:
        return None
    ways = (CORRECTING, PROPOSING) if row.is_public else (Way(f"change_{type_of(row)}", _("Save"), _("Saved.")),)
    return next((way for way in ways if person.has_perm(f"archive.{way.permission}")), None)


class DeskForm(ListedCorrectionForm):
    """What is known of a row, and why it changes where the public sees it. A form says which `columns` it shows."""

    columns: Sequence[str] = ()

    def all_readings(self) -> Iterator[tuple[str, Typed]]:
        """How each typed date was read, with its label."""
        for one in [self, *(row for _heading, rows in self.lists() for row in rows if hasattr(row, "readings"))]:
            for name, reading in one.readings().items():
                yield capfirst(str(one.fields[name].label)), reading

    def facts(self) -> list[forms.BoundField]:
        return [self[name] for name in self.columns]

    def asked_why(self) -> list[forms.BoundField]:
        return [self[name] for name in ("revision_class", "reason") if name in self.fields]

    def doubts(self) -> list[forms.BoundField]:
        """What has to be confirmed."""
        return [self["looked_at"]] if isinstance(self.refusal, NeedsConfirmation) else []


def form_for(kind: type[DeskForm], row: Any, way: Way | None, data: QueryDict | None = None, refusal: Refused | None = None) -> DeskForm:
    made = forms.modelform_factory(type(row), form=kind, fields=kind.columns, formfield_callback=_field_of)
    made.refusal = refusal
    form: DeskForm = made(data, instance=row)
    if way is None or way.change is None:
        del form.fields["revision_class"], form.fields["reason"]
    return form


def _field_of(field: models.Field, **kwargs: Any) -> forms.Field | None:
    if isinstance(field, EdtfField):
        return TypedDateField(label=capfirst(field.verbose_name), required=False)
    return field.formfield(**kwargs)


@dataclass(frozen=True)
class Page:
    """The form of a row with what was typed and what stands against it."""

    form: Any
    key: str  # under which what was typed is kept until it is saved
    typed: KeptInput | None = None
    is_done: bool = False
    status: int = 200


def put_right(request: HttpRequest, kind: type[DeskForm], row: Any, way: Way | None) -> Page:
    """What the page of a row shows when it is opened or sent."""
    key = f"{type_of(row)} {row.slug}"
    if request.method != "POST":
        typed = typed_before(request, key)
        return Page(form_for(kind, row, way, typed.posted if typed else None), key, typed)
    if way is None:
        raise PermissionDenied
    form = form_for(kind, row, way, request.POST)
    if not form.is_valid():
        return Page(form, key, status=422)
    try:
        _save(form, row, way, by=request.user)
    except Refused as refusal:
        row.refresh_from_db()
        form = form_for(kind, row, way, request.POST, refusal)
        form.is_valid()
        return Page(form, key, status=422)
    saved(request)
    for label, reading in form.all_readings():
        messages.info(request, f"{label}: {reading}.")
    messages.success(request, way.done)
    return Page(form, key, is_done=True)


@transaction.atomic
def _save(form: DeskForm, row: Speaker | Claim, way: Way, *, by: User) -> None:
    """What the public sees by a correction or a proposal, the rest at once. Refuses what another saved meanwhile."""
    ArchiveState.take_turn()
    changes, confirmed, read = form.changes(), form.cleaned_data["looked_at"], form.cleaned_data["read_version"] or 0
    seen = {name: value for name, value in changes.items() if way.change and name != NEVER_PUBLIC}
    unseen = {name: value for name, value in changes.items() if name not in seen}
    if not changes:
        raise Refused(gettext("Nothing was changed."))
    if unseen:
        row = change_unseen(row, unseen, by=by, read_version=read, confirmed=confirmed)
    elif way is CORRECTING:
        claim_version(row, read)
    elif held(row).lock_version != read:
        raise Stale(OVERTAKEN)
    if seen and way.change:
        why = {"revision_class": RevisionClass(form.cleaned_data["revision_class"]), "reason": form.cleaned_data["reason"]}
        way.change(row, by=by, changes=seen | {"confirmed": confirmed}, **why)
