"""The form of a speaker at the desk: all that is known of it, and why it changes where the public sees it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from archive import publication
from archive.admin.base.typed import TypedDateField
from archive.admin.statements.speaker_form import SpeakerCorrectionForm
from archive.enums import RevisionClass
from archive.errors import NeedsConfirmation, Refused
from archive.models import Speaker, User
from archive.models.fields import EdtfField
from archive.typed_dates import Typed


@dataclass(frozen=True)
class Way:
    """How what is typed comes to stand."""

    permission: str
    is_public: bool
    is_at_once: bool
    button: Any
    done: Any
    advice: Any
    change: Callable[..., Any] | None = None


DIRECTLY = Way("change_speaker", False, True, _("Save"), _("Saved."), "")
CORRECTING = Way(
    "publish_statement", True, True, _("Correct"), _("Corrected. The change and its reason stand in the public log."),
    _("This is public: what you change is seen at once, with its reason. The old wording stays in the history."), publication.correct,
)  # fmt: skip
PROPOSING = Way(
    "add_changeproposal", True, False, _("Propose"), _("Proposed. It waits for a publisher."),
    _("This is public: what you change waits for a publisher, and the public sees what stands here until then."), publication.propose,
)  # fmt: skip


def way_of(person: User, speaker: Speaker) -> Way | None:
    """How this person may change it; None where he may not."""
    if speaker.merged_into_id:
        return None
    ways = (CORRECTING, PROPOSING) if speaker.is_public else (DIRECTLY,)
    return next((way for way in ways if person.has_perm(f"archive.{way.permission}")), None)


class SpeakerForm(SpeakerCorrectionForm):
    """As the admin corrects a speaker, with the first year, which is not public."""

    def all_readings(self) -> Iterator[tuple[str, Typed]]:
        """How each typed date was read, with its label."""
        for one in [self, *(row for _heading, rows in self.lists() for row in rows if hasattr(row, "readings"))]:
            for name, reading in one.readings().items():
                yield capfirst(str(one.fields[name].label)), reading

    def others(self) -> Iterator[tuple[Speaker, str]]:
        """Speakers that have a number which was typed for this one."""
        for row in self.identifiers:
            if row.known:
                yield row.known.speaker, str(row.known)

    def facts(self) -> list[forms.BoundField]:
        return [self[name] for name in ("name", "kind", "description", "since")]

    def why(self) -> dict[str, Any]:
        """The class and the reason of a public change."""
        return {"revision_class": RevisionClass(self.cleaned_data["revision_class"]), "reason": self.cleaned_data["reason"]}

    def asked_why(self) -> list[forms.BoundField]:
        return [self[name] for name in ("revision_class", "reason") if name in self.fields]

    def doubts(self) -> list[forms.BoundField]:
        """What has to be confirmed."""
        return [self["looked_at"]] if isinstance(self.refusal, NeedsConfirmation) else []


def form_for(speaker: Speaker, way: Way | None, data: QueryDict | None = None, refusal: Refused | None = None) -> SpeakerForm:
    made = forms.modelform_factory(Speaker, form=SpeakerForm, fields=["name", "kind", "description", "since"], formfield_callback=_field_of)
    made.refusal = refusal
    form: SpeakerForm = made(data, instance=speaker)
    if way is None or not way.is_public:
        del form.fields["revision_class"], form.fields["reason"]
    return form


def _field_of(field: models.Field, **kwargs: Any) -> forms.Field | None:
    if isinstance(field, EdtfField):
        return TypedDateField(label=capfirst(field.verbose_name), required=False)
    return field.formfield(**kwargs)
