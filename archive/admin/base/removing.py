"""The act that removes a row which was entered by mistake, for the tables that have it."""

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from archive import drafting, removal
from archive.admin.base.act import Act, ReasonForm
from archive.admin.base.record import is_public
from archive.models import Document


def would_remove(row: models.Model) -> list[str]:
    obstacle = removal.obstacle(row)
    return [obstacle] if obstacle else what_goes(row)


def what_goes(row: models.Model) -> list[str]:
    told = [_("It is removed for good. That it was here, and the reason, stay in the history.")]
    if isinstance(row, Document) and (count := drafting.untouched(row).count()):
        told.append(ngettext("%d draft of the machine goes with it.", "%d drafts of the machine go with it.", count) % count)
    return told


def removing(model: type[models.Model]) -> Act:
    return Act(
        "remove", gettext_lazy("Remove"), gettext_lazy("removed"), f"change_{model._meta.model_name}", removal.remove, asks=ReasonForm,
        is_wanted=lambda row: not is_public(row), would=would_remove, ends=True,
    )  # fmt: skip
